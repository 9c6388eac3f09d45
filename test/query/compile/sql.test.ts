import { describe, expect, test } from 'vitest';
import type { CheckedFilter, CheckedQuery } from '../../../src/query/checked-query.js';
import { compile } from '../../../src/query/compile/compile.js';
import {
  and,
  by,
  cd,
  compare,
  createdAt,
  cs,
  distinct,
  equal,
  equalAll,
  id,
  is,
  lastMessageAt,
  metadata,
  NOW,
  name,
  not,
  or,
  ov,
  path,
  pattern,
  query,
  search,
} from './checked.js';

const SELECT =
  'select "id", "name", "created_at", "last_message_at", "metadata" from "conversations" where "workspace_id" = $1';
const NEWEST = 'order by last_message_at desc, id desc';
const scope = { workspaceId: 7, now: NOW };
const A = '00000000-0000-4000-8000-00000000000a';
const B = '00000000-0000-4000-8000-00000000000b';

/** Filters are written as `condition`, with the values from $2 on. */
interface FilterCase {
  readonly sentence: string;
  readonly filter: CheckedFilter;
  readonly condition: string;
  readonly values: readonly unknown[];
}

function row(sentence: string, filter: CheckedFilter, condition: string, ...values: unknown[]): FilterCase {
  return { sentence, filter, condition, values };
}

const caller = path('telnyx_end_user_target');
const a = path('a');

const filters: readonly FilterCase[] = [
  // Standard keys
  row(
    'a standard key by its index',
    equal(caller, '+13128675309'),
    "(metadata->>'telnyx_end_user_target') = $2::text",
    '+13128675309',
  ),
  row(
    'a standard key in a list beside something else',
    or(equal(caller, '+1', '+2'), is(name, 'null')),
    "((metadata->>'telnyx_end_user_target') = any($2::text[]) or name is null)",
    ['+1', '+2'],
  ),
  row(
    'a standard key and a user of a SIP host, digits first',
    equal(caller, '52e31@sip.telnyx.com'),
    "(metadata->>'telnyx_end_user_target') = $2::text",
    '52e31@sip.telnyx.com',
  ),
  row(
    'a standard key and a text that could be a number',
    equal(caller, '13128675309'),
    'metadata @? $2::jsonpath',
    'strict $."telnyx_end_user_target" ? (@ == "13128675309" || @ == 13128675309)',
  ),
  row(
    'a standard key and a number that no stored number is written like',
    equal(caller, '5e0'),
    'metadata @? $2::jsonpath',
    'strict $."telnyx_end_user_target" ? (@ == "5e0" || @ == 5e0)',
  ),
  row(
    'a standard key and a number too long to be one',
    equal(caller, '1'.repeat(31)),
    'metadata @? $2::jsonpath',
    `strict $."telnyx_end_user_target" ? (@ == "${'1'.repeat(31)}")`,
  ),
  row(
    'a standard key and a text that could be an array',
    equal(caller, '[x'),
    'metadata @? $2::jsonpath',
    'strict $."telnyx_end_user_target" ? (@ == "[x")',
  ),
  row(
    'a standard key and a text that could be a boolean',
    equal(caller, '+1', 'true'),
    'metadata @? $2::jsonpath',
    'strict $."telnyx_end_user_target" ? (@ == "+1" || @ == "true" || @ == true)',
  ),
  row(
    'a standard key deeper down is no standard key',
    equal(path('x', 'assistant_id'), 'y'),
    'metadata @? $2::jsonpath',
    'strict $."x"."assistant_id" ? (@ == "y")',
  ),
  row('not a standard key', not(equal(caller, '+1')), "metadata->'telnyx_end_user_target' <> all($2::jsonb[])", [
    '"+1"',
    'null',
  ]),

  // Equality on a path
  row('eq', equal(a, 'x'), 'metadata @? $2::jsonpath', 'strict $."a" ? (@ == "x")'),
  row('eq a number', equal(a, '-5.0'), 'metadata @? $2::jsonpath', 'strict $."a" ? (@ == "-5.0" || @ == -5.0)'),
  row('eq a boolean', equal(a, 'false'), 'metadata @? $2::jsonpath', 'strict $."a" ? (@ == "false" || @ == false)'),
  row('eq null, the text', equal(a, 'null'), 'metadata @? $2::jsonpath', 'strict $."a" ? (@ == "null")'),
  row(
    'eq through keys and indexes',
    equal(path('a b', 0, '"', -1, -3), 'x'),
    'metadata @? $2::jsonpath',
    'strict $."a b"[0]."\\""[last][last - 2] ? (@ == "x")',
  ),
  row(
    'an index beyond every array',
    equal(path('a', 99_999_999_999), 'x'),
    'metadata @? $2::jsonpath',
    'strict $."a"[2147483647] ? (@ == "x")',
  ),
  row('in', equal(a, 'x', '1'), 'metadata @? $2::jsonpath', 'strict $."a" ? (@ == "x" || @ == "1" || @ == 1)'),
  row('in an empty list', equal(a), 'false'),
  row('not in an empty list', not(equal(a)), 'true'),
  row('not eq', not(equal(a, '1')), 'metadata->$2::text <> all($3::jsonb[])', 'a', ['"1"', '1', 'null']),
  row(
    'not eq, with indexes',
    not(equal(path('a', 0, 'b', -1), 'x')),
    'metadata_element(metadata_element(metadata->$2::text, $3::integer)->$4::text, $5::integer) <> all($6::jsonb[])',
    'a',
    0,
    'b',
    -1,
    ['"x"', 'null'],
  ),
  row('eq(all) of one', equalAll(a, 'x'), 'metadata @? $2::jsonpath', 'strict $."a" ? (@ == "x")'),
  row(
    'eq(all) of the same number',
    equalAll(a, '5', '5.00', '50e-1', '0.5E1'),
    'metadata @? $2::jsonpath',
    'strict $."a" ? (@ == 5)',
  ),
  row('eq(all) of zeros', equalAll(a, '0', '-0.00', '0e5'), 'metadata @? $2::jsonpath', 'strict $."a" ? (@ == 0)'),
  row('eq(all) of different numbers', equalAll(a, '5', '50'), 'false'),
  row('eq(all) of a number and a text', equalAll(a, '5', 'x'), 'false'),
  row(
    'eq(all) of a boolean twice',
    equalAll(a, 'true', 'true'),
    'metadata @? $2::jsonpath',
    'strict $."a" ? (@ == "true" || @ == true)',
  ),
  row('not eq(all) of what no value is', not(equalAll(a, 'x', 'y')), 'metadata->$2::text <> all($3::jsonb[])', 'a', [
    'null',
  ]),
  row('eq(all) of an empty list', equalAll(a), 'true'),
  row('isdistinct', distinct(a, '1'), '(metadata->$2::text = any($3::jsonb[])) is not true', 'a', ['"1"', '1']),
  row('not isdistinct', not(distinct(a, 'x')), 'metadata @? $2::jsonpath', 'strict $."a" ? (@ == "x")'),

  // Other tests of a path
  row('gt a number', compare(a, 'gt', '5'), 'metadata_number(metadata->$2::text) > $3::numeric', 'a', '5'),
  row(
    'lte a text',
    compare(a, 'lte', 'x'),
    `(jsonb_typeof(metadata->$2::text) = 'string' and (metadata->$3::text #>> '{}') collate "C" <= $4::text)`,
    'a',
    'a',
    'x',
  ),
  row(
    'gte(any)',
    compare(a, 'gte', ['1', 'x', '2']),
    `(metadata_number(metadata->$2::text) >= any($3::numeric[]) or (jsonb_typeof(metadata->$4::text) = 'string' and (metadata->$5::text #>> '{}') collate "C" >= $6::text))`,
    'a',
    ['1', '2'],
    'a',
    'a',
    'x',
  ),
  row('lt(all)', compare(a, 'lt', ['1', '2'], 'all'), 'metadata_number(metadata->$2::text) < all($3::numeric[])', 'a', [
    '1',
    '2',
  ]),
  row('lt(all) of an empty list', compare(a, 'lt', [], 'all'), 'true'),
  row('not lt(any) of an empty list', not(compare(a, 'lt', [])), 'true'),
  row(
    'not gt',
    not(compare(a, 'gt', '5')),
    "(metadata->$2::text <> 'null'::jsonb and (metadata_number(metadata->$3::text) > $4::numeric) is not true)",
    'a',
    'a',
    '5',
  ),
  row('like', pattern(a, 'like', 'x%'), 'metadata_text(metadata->$2::text) collate "C" like $3::text', 'a', 'x%'),
  row(
    'imatch(all)',
    pattern(a, 'imatch', ['x', 'y'], 'all'),
    'metadata_text(metadata->$2::text) collate "C" ~* all($3::text[])',
    'a',
    ['x', 'y'],
  ),
  row(
    'not ilike',
    not(pattern(a, 'ilike', 'x')),
    `(metadata->$2::text <> 'null'::jsonb and (metadata_text(metadata->$3::text) collate "C" ilike $4::text) is not true)`,
    'a',
    'a',
    'x',
  ),
  row('match of an empty list', pattern(a, 'match', []), 'false'),
  row(
    'wfts',
    search(a, 'wfts', 'cat -dog'),
    'to_tsvector($2::regconfig, metadata_text(metadata->$3::text)) @@ websearch_to_tsquery($4::regconfig, $5::text)',
    'pg_catalog.english',
    'a',
    'pg_catalog.english',
    'cat -dog',
  ),
  row(
    'not fts',
    not(search(a, 'fts', 'cat', 'simple')),
    "(metadata->$2::text <> 'null'::jsonb and (to_tsvector($3::regconfig, metadata_text(metadata->$4::text)) @@ to_tsquery($5::regconfig, $6::text)) is not true)",
    'a',
    'pg_catalog.simple',
    'a',
    'pg_catalog.simple',
    'cat',
  ),
  row('is null', is(a, 'null'), "(metadata->$2::text is null or metadata->$3::text = 'null'::jsonb)", 'a', 'a'),
  row('not is null', not(is(a, 'null')), "metadata->$2::text <> 'null'::jsonb", 'a'),
  row(
    'not is not_null',
    not(is(a, 'not_null')),
    "(metadata->$2::text is null or metadata->$3::text = 'null'::jsonb)",
    'a',
    'a',
  ),
  row('is true', is(a, 'true'), 'metadata @? $2::jsonpath', 'strict $."a" ? (@ == "true" || @ == true)'),
  row('not is false', not(is(a, 'false')), '(metadata->$2::text = any($3::jsonb[])) is not true', 'a', [
    '"false"',
    'false',
  ]),
  row('cs with JSON', cs(path('a', 'b'), '["x"]'), 'metadata @> $2::jsonb', '{"a":{"b":["x"]}}'),
  row(
    'cs with JSON at an index',
    cs(path('a', 0), '{"x":1}'),
    '(metadata @> $2::jsonb and metadata_element(metadata->$3::text, $4::integer) @> $5::jsonb)',
    '{"a":[{"x":1}]}',
    'a',
    0,
    '{"x":1}',
  ),
  row(
    'cs with an array literal',
    cs(a, ['x', '5']),
    'metadata @? $2::jsonpath',
    'strict $."a" ? (exists(@[*] ? (@ == "x")) && exists(@[*] ? (@ == "5" || @ == 5)))',
  ),
  row(
    'not cs',
    not(cs(a, '["x"]')),
    "(metadata->$2::text <> 'null'::jsonb and (metadata @> $3::jsonb) is not true)",
    'a',
    '{"a":["x"]}',
  ),
  row(
    'cd with JSON',
    cd(a, '{"x":1}'),
    "(jsonb_typeof(metadata->$2::text) = 'object' and metadata->$3::text <@ $4::jsonb)",
    'a',
    'a',
    '{"x":1}',
  ),
  row(
    'cd with an array literal',
    cd(a, ['x', '5']),
    "(jsonb_typeof(metadata->$2::text) = 'array' and metadata->$3::text <@ $4::jsonb)",
    'a',
    'a',
    '["x","5",5]',
  ),
  row(
    'ov with an array literal',
    ov(a, ['x', 'true']),
    'metadata @? $2::jsonpath',
    'strict $."a"[*] ? (@ == "x" || @ == "true" || @ == true)',
  ),
  row(
    'ov with JSON scalars',
    ov(a, '["x", 5, null]'),
    'metadata @? $2::jsonpath',
    'strict $."a"[*] ? (@ == "x" || @ == 5 || @ == null)',
  ),
  row(
    'ov with an object in the array',
    ov(a, '[{"x":1}, 2]'),
    "(metadata @> any($2::jsonb[]) and exists (select from jsonb_array_elements(case when jsonb_typeof(metadata->$3::text) = 'array' then metadata->$4::text end) as element(value) where value = any($5::jsonb[])))",
    ['{"a":[{"x":1}]}', '{"a":[2]}'],
    'a',
    'a',
    ['{"x":1}', '2'],
  ),
  row('ov with an empty array', ov(a, '[]'), 'false'),

  // Columns
  row('id', equal(id, A), 'id = $2::uuid', A),
  row('id in', equal(id, A, B), 'id = any($2::uuid[])', [A, B]),
  row('id in, with what is no uuid', equal(id, A, '123'), 'id = $2::uuid', A),
  row('an id that is no uuid', equal(id, '123'), 'false'),
  row('not an id that is no uuid', not(equal(id, '123')), 'true'),
  row('eq(all) with an id that is no uuid', equalAll(id, A, '123'), 'false'),
  row('eq(all) of ids', equalAll(id, A, B), 'id = all($2::uuid[])', [A, B]),
  row('isdistinct from an id that is no uuid', distinct(id, '123'), 'true'),
  row('isdistinct from an id', distinct(id, A), 'id is distinct from $2::uuid', A),
  row('id gt', compare(id, 'gt', A), 'id > $2::uuid', A),
  row('name', equal(name, 'x'), 'name = $2::text', 'x'),
  row('not name', not(equal(name, 'x', 'y')), 'name <> all($2::text[])', ['x', 'y']),
  row('not eq(all) of names', not(equalAll(name, 'x', 'y')), 'name <> any($2::text[])', ['x', 'y']),
  row('name isdistinct', distinct(name, 'x'), 'name is distinct from $2::text', 'x'),
  row('not name isdistinct', not(distinct(name, 'x')), 'name = $2::text', 'x'),
  row('name like', pattern(name, 'like', 'Voice%'), 'name like $2::text', 'Voice%'),
  row('not name like(any)', not(pattern(name, 'like', ['x', 'y'])), 'name not like all($2::text[])', ['x', 'y']),
  row('not name match', not(pattern(name, 'match', '^x')), 'name !~ $2::text', '^x'),
  row(
    'name plfts',
    search(name, 'plfts', 'x'),
    'to_tsvector($2::regconfig, name) @@ plainto_tsquery($3::regconfig, $4::text)',
    'pg_catalog.english',
    'pg_catalog.english',
    'x',
  ),
  row(
    'not name phfts',
    not(search(name, 'phfts', 'x')),
    'not (to_tsvector($2::regconfig, name) @@ phraseto_tsquery($3::regconfig, $4::text))',
    'pg_catalog.english',
    'pg_catalog.english',
    'x',
  ),
  row('name is null', is(name, 'null'), 'name is null'),
  row('not name is null', not(is(name, 'null')), 'name is not null'),
  row(
    'a time',
    compare(createdAt, 'gte', '2025-01-01T00:00:00.000000Z'),
    'created_at >= $2::timestamptz',
    '2025-01-01T00:00:00.000000Z',
  ),
  row(
    'not gt(any) of times',
    not(compare(createdAt, 'gt', ['2025-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z'])),
    'created_at <= all($2::timestamptz[])',
    ['2025-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z'],
  ),
  row(
    'ten days ago',
    compare(lastMessageAt, 'gte', { kind: 'relative-time', anchor: 'now', offsetMs: -864_000_000 }),
    'last_message_at >= $2::timestamptz',
    '2026-02-22T05:06:07.089Z',
  ),
  row(
    'metadata',
    equal(metadata, '{"a": 1}'),
    '(metadata @> $2::jsonb and metadata = $3::jsonb)',
    '{"a": 1}',
    '{"a": 1}',
  ),
  row('not metadata', not(equal(metadata, '{}')), 'metadata <> $2::jsonb', '{}'),
  row('metadata isdistinct', distinct(metadata, '{}'), 'metadata <> $2::jsonb', '{}'),
  row('metadata eq(any)', equal(metadata, '{}', '[]'), 'metadata = any($2::jsonb[])', ['{}', '[]']),
  row('metadata eq(all)', equalAll(metadata, '{}', '[]'), 'metadata = all($2::jsonb[])', ['{}', '[]']),
  row('metadata cs', cs(metadata, '{"a":1}'), 'metadata @> $2::jsonb', '{"a":1}'),
  row('not metadata cd', not(cd(metadata, '{"a":1}')), 'not metadata <@ $2::jsonb', '{"a":1}'),
  row('metadata is null', is(metadata, 'null'), 'metadata is null'),

  // Groups
  row(
    'or',
    or(equal(name, 'x'), equal(a, 'y')),
    '(name = $2::text or metadata @? $3::jsonpath)',
    'x',
    'strict $."a" ? (@ == "y")',
  ),
  row(
    'not or',
    not(or(equal(name, 'x'), not(equal(a, 'y')))),
    '(name <> $2::text and metadata @? $3::jsonpath)',
    'x',
    'strict $."a" ? (@ == "y")',
  ),
  row(
    'not and in or',
    or(not(and(equal(name, 'x'), compare(name, 'lt', 'y'))), is(name, 'null')),
    '((name <> $2::text or name >= $3::text) or name is null)',
    'x',
    'y',
  ),
];

describe('a condition', () => {
  test.each(filters)('$sentence', ({ filter, condition, values }) => {
    expect(compile(query([filter], { limit: 5 }), scope)).toEqual({
      sql: `${SELECT} and ${condition} ${NEWEST} limit $${values.length + 2}`,
      bindings: [7, ...values, 5],
    });
  });
});

const rank = (n: number, direction: string, nulls: string) =>
  `metadata_rank(metadata->$${n}::text) ${direction} nulls ${nulls}, metadata_number(metadata->$${n + 1}::text) ${direction}, ` +
  `(case when metadata_rank(metadata->$${n + 2}::text) > 1 then metadata_text(metadata->$${n + 3}::text) end) collate "C" ${direction}`;

interface OrderCase {
  readonly sentence: string;
  readonly order: CheckedQuery['order'];
  readonly sql: string;
}

const orders: readonly OrderCase[] = [
  { sentence: 'none', order: [], sql: 'last_message_at desc, id desc' },
  { sentence: 'a time, oldest first', order: [by(createdAt)], sql: 'created_at asc, id asc' },
  {
    sentence: 'a time, with a word on nulls that it has none of',
    order: [by(createdAt, 'desc', 'first')],
    sql: 'created_at desc, id desc',
  },
  { sentence: 'name', order: [by(name)], sql: 'name asc nulls last, id asc' },
  {
    sentence: 'name, then a time',
    order: [by(name, 'desc', 'first'), by(createdAt)],
    sql: 'name desc nulls first, created_at asc, id asc',
  },
  { sentence: 'id', order: [by(id, 'desc')], sql: 'id desc' },
  { sentence: 'id in the middle', order: [by(id), by(name)], sql: 'id asc, name asc nulls last' },
  { sentence: 'a path', order: [by(path('a'), 'desc')], sql: `${rank(2, 'desc', 'last')}, id desc` },
  {
    sentence: 'two paths',
    order: [by(path('a'), 'desc'), by(path('b'), 'asc', 'first')],
    sql: `${rank(2, 'desc', 'last')}, ${rank(6, 'asc', 'first')}, id asc`,
  },
];

describe('an order', () => {
  test.each(orders)('$sentence', ({ order, sql }) => {
    const values = sql.match(/\$/g) ?? [];
    expect(compile(query([], { order }), scope).sql).toBe(`${SELECT} order by ${sql} limit $${values.length + 2}`);
  });
});

describe('a statement', () => {
  test('of an empty query lists the newest conversations of the workspace', () => {
    expect(compile(query([]), scope)).toEqual({ sql: `${SELECT} ${NEWEST} limit $2`, bindings: [7, 20] });
  });

  test('joins its conditions by and', () => {
    expect(compile(query([equal(name, 'x'), or(is(name, 'null'), equal(a, 'y'))]), scope)).toEqual({
      sql: `${SELECT} and name = $2::text and (name is null or metadata @? $3::jsonpath) ${NEWEST} limit $4`,
      bindings: [7, 'x', 'strict $."a" ? (@ == "y")', 20],
    });
  });

  test('skips rows by an offset', () => {
    expect(compile(query([], { limit: 3, offset: 6 }), scope)).toEqual({
      sql: `${SELECT} ${NEWEST} limit $2 offset $3`,
      bindings: [7, 3, 6],
    });
  });

  test('leaves out the conversation that is going on', () => {
    expect(compile(query([]), { ...scope, excludeConversationId: A })).toEqual({
      sql: `${SELECT} and id <> $2::uuid ${NEWEST} limit $3`,
      bindings: [7, A, 20],
    });
    expect(compile(query([equal(name, 'x')]), { ...scope, excludeConversationId: A }).sql).toBe(
      `${SELECT} and name = $2::text and id <> $3::uuid ${NEWEST} limit $4`,
    );
  });

  test('leaves out nothing where the conversation is no uuid', () => {
    expect(compile(query([]), { ...scope, excludeConversationId: 'v3:abc' }).sql).toBe(`${SELECT} ${NEWEST} limit $2`);
  });

  test('numbers the columns that are selected, and keeps their names apart; $1 is the workspace', () => {
    const select = [
      { name: 'id', target: id, as: 'json' },
      { name: '";--', target: path('a', 0), as: 'json' },
      { name: 'b', target: path('telnyx_agent_target'), as: 'text' },
    ] as const;
    expect(compile(query([equal(name, 'x')], { select, order: [by(path('z'))] }), scope)).toEqual({
      sql:
        `select id as "c0", metadata_element(metadata->$2::text, $3::integer) as "c1", metadata->'telnyx_agent_target' #>> '{}' as "c2" ` +
        `from "conversations" where "workspace_id" = $1 and name = $4::text order by ${rank(5, 'asc', 'last')}, id asc limit $9`,
      bindings: [7, 'a', 0, 'x', 'z', 'z', 'z', 'z', 20],
      names: ['id', '";--', 'b'],
    });
  });
});
