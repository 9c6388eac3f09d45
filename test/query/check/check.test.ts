import { describe, expect, test } from 'vitest';
import { type Condition, NOWHERE, type Query } from '../../../src/query/ast.js';
import { check } from '../../../src/query/check/check.js';
import type { CheckedCondition, CheckedFilter, Target, Test } from '../../../src/query/checked-query.js';
import { parse, parsePrepared } from '../../../src/query/parse.js';

const checked = (text: string) => check(parse(text), text);

/** The only condition of a text. */
function condition(text: string): CheckedCondition {
  const [only, ...rest] = checked(text).where;
  expect(rest).toEqual([]);
  if (only?.kind !== 'condition') throw new Error(`${text} is one condition`);
  return only;
}

const text = (value: string) => ({ kind: 'text', text: value }) as const;
const number = (value: string) => ({ kind: 'text', text: value, number: value }) as const;
const time = (iso: string) => ({ kind: 'time', iso }) as const;
const UUID = '6f1c2b1e-8a52-4c55-9d3e-0b8f6a4f7c11';

const TARGETS: readonly [string, Target][] = [
  ['id=eq.1', { type: 'uuid', column: 'id' }],
  ['name=eq.1', { type: 'text', column: 'name' }],
  ['created_at=eq.now', { type: 'time', column: 'created_at' }],
  ['last_message_at=eq.now', { type: 'time', column: 'last_message_at' }],
  ['metadata=eq.1', { type: 'json', column: 'metadata' }],
  ['metadata->a=eq.1', { type: 'path', column: 'metadata', path: [{ kind: 'key', key: 'a' }] }],
  [
    'metadata->a->0->>"b c"=eq.1',
    {
      type: 'path',
      column: 'metadata',
      path: [
        { kind: 'key', key: 'a' },
        { kind: 'index', index: 0 },
        { kind: 'key', key: 'b c' },
      ],
    },
  ],
];

test.each(TARGETS)('%s asks a field that exists', (query, target) => {
  expect(condition(query).target).toEqual(target);
});

/** Each row: a condition, whether it is negated, and its test. */
const TESTS: readonly [string, boolean, Test][] = [
  // Equality
  ['name=eq.Voice', false, { kind: 'equals', values: [text('Voice')] }],
  ['name=not.eq.Voice', true, { kind: 'equals', values: [text('Voice')] }],
  ['name=neq.Voice', true, { kind: 'equals', values: [text('Voice')] }],
  ['name=not.neq.Voice', false, { kind: 'equals', values: [text('Voice')] }],
  ['name=in.(a,b)', false, { kind: 'equals', values: [text('a'), text('b')] }],
  ['name=not.in.()', true, { kind: 'equals', values: [] }],
  ['name=eq(any).{a,"b c"}', false, { kind: 'equals', values: [text('a'), text('b c')] }],
  ['name=eq(all).{a,NULL}', false, { kind: 'equals-all', values: [text('a'), text('NULL')] }],
  ['name=isdistinct.null', false, { kind: 'distinct', value: text('null') }],
  ['name=not.isdistinct.', true, { kind: 'distinct', value: text('') }],
  // A name is text, whatever it looks like.
  ['name=eq.5', false, { kind: 'equals', values: [text('5')] }],
  ['name=eq.[1]', false, { kind: 'equals', values: [text('[1]')] }],
  ['name=gt.now', false, { kind: 'compare', comparison: 'gt', quantifier: 'any', values: [text('now')] }],
  // Ids
  [`id=eq.${UUID.toUpperCase()}`, false, { kind: 'equals', values: [{ kind: 'uuid', uuid: UUID }] }],
  ['id=in.(123)', false, { kind: 'equals', values: [{ kind: 'uuid' }] }],
  [`id=eq.{${UUID}}`, false, { kind: 'equals', values: [{ kind: 'uuid' }] }],
  [
    `id=gt.${UUID}`,
    false,
    { kind: 'compare', comparison: 'gt', quantifier: 'any', values: [{ kind: 'uuid', uuid: UUID }] },
  ],
  // Metadata values: text, and the number or the boolean that it may be.
  ['metadata->x=eq.gold', false, { kind: 'equals', values: [text('gold')] }],
  ['metadata->x=eq.5', false, { kind: 'equals', values: [number('5')] }],
  ['metadata->x=eq.-0.50e-10', false, { kind: 'equals', values: [number('-0.50e-10')] }],
  ['metadata->x=eq.1E%2B5', false, { kind: 'equals', values: [number('1E+5')] }],
  ['metadata->x=eq.05', false, { kind: 'equals', values: [text('05')] }],
  ['metadata->x=eq.+13128675309', false, { kind: 'equals', values: [text('+13128675309')] }],
  ['metadata->x=eq.1e100', false, { kind: 'equals', values: [text('1e100')] }],
  ['metadata->x=eq.5.', false, { kind: 'equals', values: [text('5.')] }],
  [`metadata->x=eq.${'1'.repeat(30)}`, false, { kind: 'equals', values: [number('1'.repeat(30))] }],
  [`metadata->x=eq.${'1'.repeat(31)}`, false, { kind: 'equals', values: [text('1'.repeat(31))] }],
  ['metadata->x=eq.true', false, { kind: 'equals', values: [{ kind: 'text', text: 'true', boolean: true }] }],
  ['metadata->x=eq.false', false, { kind: 'equals', values: [{ kind: 'text', text: 'false', boolean: false }] }],
  ['metadata->x=eq.TRUE', false, { kind: 'equals', values: [text('TRUE')] }],
  ['metadata->x=eq."a"', false, { kind: 'equals', values: [text('"a"')] }],
  ['metadata->x=eq.{a}', false, { kind: 'equals', values: [text('{a}')] }],
  ['metadata->x=eq.now-10d', false, { kind: 'equals', values: [text('now-10d')] }],
  ['metadata->x=gt.[1]', false, { kind: 'compare', comparison: 'gt', quantifier: 'any', values: [text('[1]')] }],
  [
    'metadata->x=lte(all).{5,abc}',
    false,
    { kind: 'compare', comparison: 'lte', quantifier: 'all', values: [number('5'), text('abc')] },
  ],
  // Times
  [
    'created_at=gte.2025-01-01',
    false,
    { kind: 'compare', comparison: 'gte', quantifier: 'any', values: [time('2025-01-01T00:00:00.000000Z')] },
  ],
  [
    'created_at=lt(any).{now-10d,2025-01-01}',
    false,
    {
      kind: 'compare',
      comparison: 'lt',
      quantifier: 'any',
      values: [{ kind: 'relative-time', anchor: 'now', offsetMs: -864_000_000 }, time('2025-01-01T00:00:00.000000Z')],
    },
  ],
  // Metadata as a whole
  ['metadata=eq.{"a":1}', false, { kind: 'equals', values: [{ kind: 'json', json: '{"a":1}' }] }],
  ['metadata=isdistinct.null', false, { kind: 'distinct', value: { kind: 'json', json: 'null' } }],
  ['metadata=cs.{ "a": 1 }', false, { kind: 'contains', json: '{ "a": 1 }', jsonKind: 'object' }],
  ['metadata=cd.[]', false, { kind: 'contained', json: '[]', jsonKind: 'array' }],
  // Containment
  ['metadata->x=cs.["a",1]', false, { kind: 'contains', json: '["a",1]', jsonKind: 'array' }],
  ['metadata->x=cs.{}', false, { kind: 'contains', json: '{}', jsonKind: 'object' }],
  ['metadata->x=cs.{a,"b c",5}', false, { kind: 'contains-elements', elements: [text('a'), text('b c'), number('5')] }],
  ['metadata->x=not.cd.{a}', true, { kind: 'contained-elements', elements: [text('a')] }],
  [
    'metadata->x=ov.{a,true}',
    false,
    { kind: 'overlaps-elements', elements: [text('a'), { kind: 'text', text: 'true', boolean: true }] },
  ],
  [
    'metadata->x=ov.[ "a, b" , {"c":[1,2]}, 1e99 ]',
    false,
    { kind: 'overlaps', elements: ['"a, b"', '{"c":[1,2]}', '1e99'] },
  ],
  ['metadata->x=ov.[]', false, { kind: 'overlaps', elements: [] }],
  // Patterns
  ['name=like.Voice*', false, { kind: 'pattern', operator: 'like', quantifier: 'any', patterns: ['Voice%'] }],
  [
    'name=ilike(all).{*a*,b%}',
    false,
    { kind: 'pattern', operator: 'ilike', quantifier: 'all', patterns: ['%a%', 'b%'] },
  ],
  ['name=imatch.^a*$', false, { kind: 'pattern', operator: 'imatch', quantifier: 'any', patterns: ['^a*$'] }],
  ['name=match(any).{}', false, { kind: 'pattern', operator: 'match', quantifier: 'any', patterns: [] }],
  // Text search
  ['name=fts.a%26b', false, { kind: 'search', operator: 'fts', configuration: 'english', text: 'a&b' }],
  ['name=wfts(simple)."a', false, { kind: 'search', operator: 'wfts', configuration: 'simple', text: '"a' }],
  // is
  ['name=is.null', false, { kind: 'is', keyword: 'null' }],
  ['id=not.is.NOT_null', true, { kind: 'is', keyword: 'not_null' }],
  ['metadata=is.null', false, { kind: 'is', keyword: 'null' }],
  ['metadata->x=is.True', false, { kind: 'is', keyword: 'true' }],
  ['metadata->x=is.false', false, { kind: 'is', keyword: 'false' }],
  ['metadata->x=is.unknown', false, { kind: 'is', keyword: 'null' }],
];

test.each(TESTS)('%s', (query, negated, expected) => {
  const made = condition(query);
  expect(made.test).toEqual(expected);
  expect(made.negated).toBe(negated);
  expect(made.location).toEqual({ start: 0, end: query.length });
});

test('trees keep their form', () => {
  const where = checked('or=(name.eq.a,not.and(id.neq.1,name.is.null))&name=eq.b').where;
  const shape = (filter: CheckedFilter): unknown =>
    filter.kind === 'condition'
      ? [filter.negated, filter.test.kind]
      : [filter.negated, filter.conjunction, ...filter.members.map(shape)];
  expect(where.map(shape)).toEqual([
    [false, 'or', [false, 'equals'], [true, 'and', [true, 'equals'], [false, 'is']]],
    [false, 'equals'],
  ]);
});

describe('what to answer with', () => {
  test('the defaults', () => {
    expect(checked('')).toEqual({ kind: 'checked-query', where: [], order: [], limit: 20, offset: 0 });
  });

  test('limit and offset', () => {
    expect(checked('limit=1000&offset=9007199254740991')).toMatchObject({ limit: 1000, offset: 2 ** 53 - 1 });
    expect(checked('limit=1&offset=0')).toMatchObject({ limit: 1, offset: 0 });
  });

  test('order, nulls last unless said', () => {
    expect(checked('order=name.desc,metadata->x.nullsfirst,id').order).toEqual([
      { target: { type: 'text', column: 'name' }, direction: 'desc', nulls: 'last' },
      {
        target: { type: 'path', column: 'metadata', path: [{ kind: 'key', key: 'x' }] },
        direction: 'asc',
        nulls: 'first',
      },
      { target: { type: 'uuid', column: 'id' }, direction: 'asc', nulls: 'last' },
    ]);
  });

  test.each([
    ['select=id,name', ['id', 'name']],
    ['select=*', ['id', 'name', 'created_at', 'last_message_at', 'metadata']],
    ['select=*,x:metadata->a', ['id', 'name', 'created_at', 'last_message_at', 'metadata', 'x']],
    ['select=metadata->a->b,metadata->c->0,metadata->0', ['b', 'c', 'metadata']],
    ['select=a:id,id:name', ['a', 'id']],
    ['select="__proto__":id', ['__proto__']],
  ])('%s names what it selects', (query, names) => {
    expect(checked(query).select?.map(({ name }) => name)).toEqual(names);
  });

  test('select says what a path gives', () => {
    expect(checked('select=metadata->a,t:metadata->>a').select?.map((item) => item.as)).toEqual(['json', 'text']);
  });
});

describe('what no text can hold', () => {
  const base: Condition = {
    kind: 'condition',
    negated: false,
    field: { kind: 'field', column: 'name', path: [], location: NOWHERE },
    operator: 'eq',
    operatorLocation: NOWHERE,
    operand: { kind: 'text', text: 'a', location: NOWHERE },
    location: NOWHERE,
  };
  const query = (condition: Condition): Query => ({ kind: 'query', where: [condition] });

  test('a placeholder that was not bound is a fault of ours', () => {
    expect(() => check(parsePrepared('name=eq.{{name}}'))).toThrow(
      new Error('Not a query that check can be given: every placeholder has been bound.'),
    );
  });

  test('an operand of the wrong kind is a fault of ours', () => {
    expect(() => check(query({ ...base, operator: 'in' }))).toThrow(/^Not a query that check can be given/);
    const operand = { kind: 'list', elements: [], location: NOWHERE } as const;
    expect(() => check(query({ ...base, operand }))).toThrow(/^Not a query that check can be given/);
  });
});
