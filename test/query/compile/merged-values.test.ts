import { describe, expect, test } from 'vitest';
import type { CheckedQuery } from '../../../src/query/checked-query.js';
import type { IndexedKeys } from '../../../src/query/compile/binding.js';
import { createCompiler } from '../../../src/query/compile/compile.js';
import { MERGED_ROWS_MAX, MERGED_VALUES_MAX, mergedValuesOf } from '../../../src/query/compile/merged-values.js';
import { and, by, compare, createdAt, equal, id, lastMessageAt, NOW, name, not, or, path, query } from './checked.js';

const A = '00000000-0000-4000-8000-00000000000a';
const indexed: IndexedKeys = new Map([
  ['branch', 'conversations_key_branch_0123456789ab'],
  ['a ? b', 'conversations_key_a_b_0123456789ab'],
]);
const branch = path('branch');
const agent = path('telnyx_agent_target');

function compiled(checked: CheckedQuery) {
  return createCompiler({ indexedKeys: () => indexed }).compile(checked, { workspaceId: 7, now: NOW });
}

describe('the statement that merges values', () => {
  test('asks for the first rows of each value, in the order of all', () => {
    expect(
      compiled(query([equal(branch, 'x', 'y'), compare(lastMessageAt, 'gt', '2025-01-01')], { offset: 3 })),
    ).toEqual({
      sql:
        'select "id", "name", "created_at", "last_message_at", "metadata" from unnest($2::text[]) as one(value) ' +
        'cross join lateral (select "id", "name", "created_at", "last_message_at", "metadata" from "conversations" ' +
        'where "workspace_id" = $1 and last_message_at > $3::timestamptz and ' +
        "left(metadata->>'branch', 512) = one.value order by last_message_at desc, id desc limit $4) as conversations " +
        'order by last_message_at desc, id desc limit $5 offset $6',
      bindings: [7, ['x', 'y'], '2025-01-01', 23, 20, 3],
    });
  });

  test('selects from the rows that are merged, whatever is bound before them', () => {
    const select = [{ name: 'tier', target: path('profile', 'tier'), as: 'text' as const }];
    expect(compiled(query([equal(agent, 'x', 'y')], { select, order: [by(lastMessageAt)] }))).toEqual({
      sql:
        `select metadata->$2::text->$3::text #>> '{}' as "c0" from unnest($4::text[]) as one(value) ` +
        'cross join lateral (select "id", "name", "created_at", "last_message_at", "metadata" from "conversations" ' +
        `where "workspace_id" = $1 and (metadata->>'telnyx_agent_target') = one.value ` +
        'order by last_message_at asc, id asc limit $5) as conversations order by last_message_at asc, id asc limit $6',
      bindings: [7, 'profile', 'tier', ['x', 'y'], 20, 20],
      names: ['tier'],
    });
  });

  test('is of a key with a question mark, too', () => {
    const { sql } = compiled(query([equal(path('a ? b'), 'x', 'y')]));
    expect(sql).toContain("left(metadata->>E'a \\x3f b', 512) = one.value");
  });

  test('leaves the conversation out that is going on', () => {
    const { compile } = createCompiler({ indexedKeys: () => indexed });
    const { sql, bindings } = compile(query([equal(name, 'x', 'y')]), {
      ...{ workspaceId: 7, now: NOW, excludeConversationId: A },
    });
    expect(sql).toContain('where "workspace_id" = $1 and id <> $3::uuid and name = one.value order by');
    expect(bindings).toEqual([7, ['x', 'y'], A, 20, 20]);
  });

  test('is one shape for other values, more of them, and another limit', () => {
    const { compile, stats } = createCompiler({ indexedKeys: () => indexed });
    const scope = { workspaceId: 7, now: NOW };
    const texts = [
      query([equal(branch, 'x', 'y')]),
      query([equal(branch, 'z', 'y', 'x')], { limit: 5 }),
      query([or(equal(branch, 'z'), equal(branch, 'v', 'w'))]),
    ].map((each) => compile(each, scope).sql);
    expect(new Set(texts).size).toBe(1);
    expect(stats()).toMatchObject({ misses: 1 });
    // The same conditions beside no list, beside another one, and in one go.
    compile(query([]), scope);
    compile(query([equal(name, 'x', 'y')]), scope);
    compile(query([equal(branch, 'x', 'y')], { order: [by(createdAt)] }), scope);
    expect(stats()).toMatchObject({ misses: 4 });
  });

  test('is not the one that counts', () => {
    const { compileCount } = createCompiler({ indexedKeys: () => indexed });
    expect(compileCount(query([equal(branch, 'x', 'y')]), { workspaceId: 7, now: NOW })).toEqual({
      sql: `select count(*) as "total" from "conversations" where "workspace_id" = $1 and left(metadata->>'branch', 512) = any($2::text[])`,
      bindings: [7, ['x', 'y']],
    });
  });
});

describe('values are merged', () => {
  const merged: readonly (readonly [string, CheckedQuery, readonly string[], number])[] = [
    ['of a key with an index of its own', query([equal(branch, 'x', 'y')]), ['x', 'y'], 0],
    ['of a standard key', query([equal(agent, 'x', 'y')]), ['x', 'y'], 0],
    ['of the name', query([equal(name, 'x', 'y', '')]), ['x', 'y', ''], 0],
    ['each once', query([equal(branch, 'x', 'y', 'x', 'X')]), ['x', 'y', 'X'], 0],
    ['in an "or" of one field', query([or(equal(branch, 'x'), equal(branch, 'y'))]), ['x', 'y'], 0],
    ['in an "or" in an "or"', query([or(equal(branch, 'x'), or(equal(branch, 'y', 'x')))]), ['x', 'y'], 0],
    ['in what is not "and not"', query([not(and(not(equal(name, 'x')), not(equal(name, 'y'))))]), ['x', 'y'], 0],
    ['newest first', query([equal(name, 'x', 'y')], { order: [by(lastMessageAt, 'desc')] }), ['x', 'y'], 0],
    [
      'oldest first, by id besides',
      query([equal(name, 'x', 'y')], { order: [by(lastMessageAt), by(id)] }),
      ['x', 'y'],
      0,
    ],
    [
      'beside conditions that no index serves, and times of the order',
      query([
        compare(path('score'), 'gt', '5'),
        equal(branch, 'x', 'y'),
        not(equal(name, 'z')),
        compare(lastMessageAt, 'lt', '2025-01-01'),
      ]),
      ['x', 'y'],
      3,
    ],
    [
      'beside where the last page ended',
      query([
        equal(branch, 'x', 'y'),
        compare(lastMessageAt, 'lte', '2025-01-01'),
        or(compare(lastMessageAt, 'lt', '2025-01-01'), compare(id, 'lt', A)),
      ]),
      ['x', 'y'],
      2,
    ],
    [
      'beside bounds of the order in a group',
      query([
        equal(branch, 'x', 'y'),
        not(or(compare(lastMessageAt, 'lt', '2025-01-01'), compare(lastMessageAt, 'gt', '2025-02-01'))),
      ]),
      ['x', 'y'],
      1,
    ],
    [
      'as long as few rows are read',
      query([equal(name, 'x', 'y')], { limit: 100, offset: MERGED_ROWS_MAX / 2 - 100 }),
      ['x', 'y'],
      0,
    ],
  ];
  test.each(merged)('%s', (_, checked, values, others) => {
    const found = mergedValuesOf(checked, indexed);
    expect(found).toMatchObject({ values });
    expect(found?.others).toHaveLength(others);
  });
});

describe('values are not merged', () => {
  const plain: readonly (readonly [string, CheckedQuery])[] = [
    ['where there is one', query([equal(branch, 'x')])],
    ['where there is one, twice', query([equal(branch, 'x', 'x')])],
    ['where there are none', query([equal(branch), or(equal(branch), equal(branch))])],
    ['of a key without an index', query([equal(path('tier'), 'gold', 'silver')])],
    ['of a path below a key', query([equal(path('branch', 'x'), 'x', 'y')])],
    ['that could be numbers', query([equal(branch, 'x', '5')])],
    ['too long for the index', query([equal(branch, 'x', 'y'.repeat(512))])],
    ['of ids, which are in no order', query([equal(id, A, A.replace('a', 'b'))])],
    ['under not', query([not(equal(branch, 'x', 'y'))])],
    ['in an "or" under not', query([not(or(equal(branch, 'x'), equal(branch, 'y')))])],
    ['in an "and"', query([and(equal(branch, 'x'), equal(branch, 'y'))])],
    ['in an "or" of two fields', query([or(equal(branch, 'x'), equal(name, 'y'))])],
    ['in an "or" with something else', query([or(equal(branch, 'x', 'y'), compare(createdAt, 'gt', '2025-01-01'))])],
    ['in an "or" with a negation', query([or(equal(branch, 'x'), not(equal(branch, 'y')))])],
    ['beside ids', query([equal(branch, 'x', 'y'), equal(id, A)])],
    [
      'beside ids of a time',
      query([equal(branch, 'x', 'y'), and(equal(id, A), compare(lastMessageAt, 'lt', '2025-01-01'))]),
    ],
    ['beside a value of a standard key', query([equal(branch, 'x', 'y'), equal(agent, 'z')])],
    ['beside a value that the index of all metadata finds', query([equal(branch, 'x', 'y'), equal(path('tier'), 'z')])],
    ['beside another list', query([equal(branch, 'x', 'y'), equal(name, 'v', 'w')])],
    ['beside another time', query([equal(branch, 'x', 'y'), compare(createdAt, 'gt', '2025-01-01')])],
    ['by another order', query([equal(branch, 'x', 'y')], { order: [by(createdAt, 'desc')] })],
    ['by more than the index has', query([equal(branch, 'x', 'y')], { order: [by(lastMessageAt), by(createdAt)] })],
    [
      'by an id that goes the other way',
      query([equal(name, 'x', 'y')], { order: [by(lastMessageAt), by(id, 'desc')] }),
    ],
    ['by id first', query([equal(name, 'x', 'y')], { order: [by(id), by(lastMessageAt)] })],
    ['where many rows are asked for', query([equal(name, 'x', 'y')], { limit: 1, offset: MERGED_ROWS_MAX / 2 })],
    [
      'where many values are',
      query([equal(name, ...Array.from({ length: MERGED_VALUES_MAX + 1 }, (_, at) => `n ${at}`))]),
    ],
  ];
  test.each(plain)('%s', (_, checked) => {
    expect(mergedValuesOf(checked, indexed)).toBeUndefined();
    expect(compiled(checked).sql).not.toContain('unnest');
  });
});
