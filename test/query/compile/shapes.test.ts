import { describe, expect, test } from 'vitest';
import type { CheckedQuery } from '../../../src/query/checked-query.js';
import { createCompiler } from '../../../src/query/compile/compile.js';
import { and, compare, createdAt, cs, equal, id, NOW, name, not, or, path, pattern, query } from './checked.js';

const scope = { workspaceId: 1, now: NOW };
const A = '00000000-0000-4000-8000-00000000000a';

function statements(...queries: readonly CheckedQuery[]): { texts: ReadonlySet<string>; built: number } {
  const compiler = createCompiler();
  const texts = new Set(queries.map((each) => compiler.compile(each, scope).sql));
  return { texts, built: compiler.stats().misses };
}

const one = (...filters: Parameters<typeof query>[0]) => query(filters);

interface ShapeCase {
  readonly sentence: string;
  readonly queries: readonly [CheckedQuery, CheckedQuery];
}

describe('two queries are one shape', () => {
  const same: readonly ShapeCase[] = [
    { sentence: 'with other values', queries: [one(equal(name, 'x')), one(equal(name, 'y'))] },
    { sentence: 'with other keys', queries: [one(equal(path('a'), 'x')), one(equal(path('b'), 'x'))] },
    {
      sentence: 'on paths of another depth, where the path is part of a jsonpath',
      queries: [one(equal(path('a'), 'x')), one(equal(path('a', 0, 'b'), 'x'))],
    },
    {
      sentence: 'with texts, numbers and booleans',
      queries: [one(equal(path('a'), 'x')), one(equal(path('a'), '5', 'true'))],
    },
    { sentence: 'with a longer list', queries: [one(equal(path('a'), 'x')), one(equal(path('a'), 'x', 'y', 'z'))] },
    {
      sentence: "with a longer list of columns' values",
      queries: [one(equal(name, 'x', 'y')), one(equal(name, 'x', 'y', 'z'))],
    },
    {
      sentence: 'with a longer list under not',
      queries: [one(not(equal(path('a'), 'x'))), one(not(equal(path('b'), 'x', '5')))],
    },
    { sentence: 'with a longer array literal', queries: [one(cs(path('a'), ['x'])), one(cs(path('a'), ['x', '5']))] },
    { sentence: 'with other limits', queries: [query([], { limit: 1 }), query([], { limit: 1000 })] },
    { sentence: 'with other offsets', queries: [query([], { offset: 1 }), query([], { offset: 20 })] },
    {
      sentence: 'with other names for the same fields',
      queries: [
        query([], { select: [{ name: 'x', target: id, as: 'json' }] }),
        query([], { select: [{ name: 'y', target: id, as: 'json' }] }),
      ],
    },
    {
      sentence: 'that say the same with not',
      queries: [
        one(not(or(equal(name, 'x'), equal(path('a'), 'y')))),
        one(and(not(equal(name, 'x')), not(equal(path('a'), 'y')))),
      ],
    },
  ];
  test.each(same)('$sentence', ({ queries }) => {
    expect(statements(...queries)).toMatchObject({ texts: { size: 1 }, built: 1 });
  });
});

describe('two queries are two shapes', () => {
  const different: readonly ShapeCase[] = [
    { sentence: 'with other fields', queries: [one(equal(name, 'x')), one(equal(path('x'), 'x'))] },
    {
      sentence: 'with other standard keys',
      queries: [one(equal(path('assistant_id'), 'x')), one(equal(path('call_control_id'), 'x'))],
    },
    {
      sentence: 'with other operators',
      queries: [one(compare(createdAt, 'gt', '2025-01-01')), one(compare(createdAt, 'lt', '2025-01-01'))],
    },
    { sentence: 'with a not', queries: [one(pattern(name, 'like', 'x')), one(not(pattern(name, 'like', 'x')))] },
    {
      sentence: 'with other groups',
      queries: [one(or(equal(name, 'x'), equal(id, A))), one(and(equal(name, 'x'), equal(id, A)))],
    },
    { sentence: 'with an offset', queries: [query([]), query([], { offset: 1 })] },
    {
      sentence: 'with a select',
      queries: [query([]), query([], { select: [{ name: 'id', target: id, as: 'json' }] })],
    },
  ];
  test.each(different)('$sentence', ({ queries }) => {
    expect(statements(...queries)).toMatchObject({ texts: { size: 2 }, built: 2 });
  });
});

test('the values of a shape that was seen are those of the query, not of the one it was built for', () => {
  const compiler = createCompiler();
  compiler.compile(one(equal(name, 'x')), scope);
  expect(compiler.compile(one(equal(name, 'y')), { ...scope, workspaceId: 2 }).bindings).toEqual([2, 'y', 20]);
  expect(compiler.stats()).toEqual({ hits: 1, misses: 1, shapes: 1 });
});

test('the shapes that are kept are bounded; the ones in use stay', () => {
  const compiler = createCompiler({ shapesMax: 8 });
  const shape = (at: number) => one(...Array.from({ length: at }, () => equal(name, 'x')));
  for (let at = 1; at <= 100; at++) {
    compiler.compile(shape(0), scope);
    compiler.compile(shape(at), scope);
  }
  expect(compiler.stats()).toMatchObject({ hits: 99, misses: 101 });
  expect(compiler.stats().shapes).toBeLessThanOrEqual(16);
});

test('a shape of great length is built each time', () => {
  const compiler = createCompiler();
  const long = one(...Array.from({ length: 100 }, () => not(compare(path('a', 'b', 'c', 'd'), 'gt', 'x'))));
  expect(compiler.compile(long, scope)).toEqual(compiler.compile(long, scope));
  expect(compiler.stats()).toEqual({ hits: 0, misses: 2, shapes: 0 });
});
