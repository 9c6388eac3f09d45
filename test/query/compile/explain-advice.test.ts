import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckedFilter, CheckedQuery } from '../../../src/query/checked-query.js';
import { compile } from '../../../src/query/compile/compile.js';
import { explainAdvice } from '../../../src/query/compile/explain-advice.js';
import { planNodes } from '../../../src/query/compile/plan.js';
import { describeOnBothDatabases } from '../../support/databases.js';
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

const v = path('v');

interface IndexCase {
  readonly sentence: string;
  readonly filter: CheckedFilter;
  /** For each condition the index that can serve it, or why none can. */
  readonly advice: readonly string[];
}

function row(sentence: string, filter: CheckedFilter, ...advice: string[]): IndexCase {
  return { sentence, filter, advice };
}

const NEGATED = 'what is not so is looked for row by row';
const ROW_BY_ROW = 'this test of a metadata value is made row by row';
const PRESENCE = 'whether a metadata value is there is looked at row by row';
const EACH = 'of the alternatives in an "or", an index has to serve each';

const cases: readonly IndexCase[] = [
  row('a standard key', equal(path('assistant_id'), 'x'), 'conversations_assistant_id'),
  row('a standard key with a number', equal(path('assistant_id'), '5'), 'conversations_metadata'),
  row('not a standard key', not(equal(path('assistant_id'), 'x')), NEGATED),
  row('eq on a path', equal(v, 'x', '5'), 'conversations_metadata'),
  row('isdistinct', distinct(v, 'x'), NEGATED),
  row('not isdistinct', not(distinct(v, 'x')), 'conversations_metadata'),
  row('cs', cs(v, ['x']), 'conversations_metadata'),
  row('ov', ov(v, '["x"]'), 'conversations_metadata'),
  row('cd', cd(v, ['x']), ROW_BY_ROW),
  row('gt on a path', compare(v, 'gt', '5'), ROW_BY_ROW),
  row('like on a path', pattern(v, 'like', 'x%'), ROW_BY_ROW),
  row('not like on a path', not(pattern(v, 'like', 'x%')), NEGATED),
  row('is true', is(v, 'true'), 'conversations_metadata'),
  row('is null on a path', is(v, 'null'), PRESENCE),
  row('metadata', equal(metadata, '{}'), 'conversations_metadata'),
  row('metadata cs', cs(metadata, '{"a":1}'), 'conversations_metadata'),
  row('metadata cd', cd(metadata, '{"a":1}'), 'cd is looked at row by row'),
  row('id', equal(id, '00000000-0000-4000-8000-000000000000'), 'conversations_pkey'),
  row('name', equal(name, 'x'), 'conversations_name'),
  row('not name', not(equal(name, 'x')), NEGATED),
  row('eq(all) of names', equalAll(name, 'x', 'y'), NEGATED),
  row('name is null', is(name, 'null'), 'conversations_name'),
  row('name is not null', not(is(name, 'null')), NEGATED),
  row('name like', pattern(name, 'like', 'x%'), 'conversations_name'),
  row(
    'name like with a wildcard at the start',
    pattern(name, 'like', '%x'),
    'only a like that begins with fixed text can use an index',
  ),
  row('name fts', search(name, 'fts', 'x'), 'text search has no index here'),
  row('a time', compare(createdAt, 'gt', '2025-01-01'), 'conversations_created_at'),
  row('not a time', not(compare(lastMessageAt, 'gt', '2025-01-01')), 'conversations_last_message_at'),
  row(
    'gt(all) of times',
    compare(createdAt, 'gt', ['2025-01-01', '2026-01-01'], 'all'),
    'a comparison with all of a list uses no index',
  ),
  row('or', or(equal(v, 'x'), equal(name, 'y')), 'conversations_metadata', 'conversations_name'),
  row('or, one side without', or(equal(v, 'x'), compare(v, 'gt', '5')), EACH, ROW_BY_ROW),
  row('and, one side without', and(equal(v, 'x'), compare(v, 'gt', '5')), 'conversations_metadata', ROW_BY_ROW),
  row('not and', not(and(equal(v, 'x'), not(equal(name, 'y')))), NEGATED, EACH),
  row('not or', not(or(equal(v, 'x'), not(equal(name, 'y')))), NEGATED, 'conversations_name'),
];

describe('the index for', () => {
  test.each(cases)('$sentence', ({ filter, advice }) => {
    const { conditions } = explainAdvice(query([filter]), []);
    expect(conditions.map(({ index, reason }) => index ?? reason)).toEqual(advice);
  });

  test('a condition names its field and its place', () => {
    const filter = { ...equal(path('a.b', 0), 'x'), location: { start: 3, end: 9 } };
    expect(explainAdvice(query([filter]), []).conditions).toEqual([
      { location: { start: 3, end: 9 }, field: 'metadata->"a.b"->0', index: 'conversations_metadata' },
    ]);
  });
});

describe('a warning', () => {
  const warnings = (checked: CheckedQuery, plan: unknown = []) => explainAdvice(checked, plan).warnings;

  test('says that no index serves the conditions', () => {
    expect(warnings(query([compare(v, 'gt', '5'), or(equal(v, 'x'), is(path('w'), 'null'))]))).toEqual([
      "No index serves this query's conditions (metadata->v, metadata->w): conversations are read in the order asked for until enough of them match.",
    ]);
  });

  test('says that no index gives the order', () => {
    expect(warnings(query([], { order: [by(v), by(createdAt)] }))).toEqual([
      'No index gives this order (metadata->v, created_at): every conversation that matches is sorted before the first is answered.',
    ]);
    expect(warnings(query([], { order: [by(name, 'desc')] }))).toHaveLength(1);
  });

  test('says that an offset reads in vain what it passes over, and what does not', () => {
    expect(warnings(query([equal(v, 'x')], { offset: 10_000 }))).toEqual([
      'offset=10000 reads that many conversations and throws them away, more with each page. Write last_message_at=lte.TIME&or=(last_message_at.lt.TIME,id.lt.ID) in its place, with the last_message_at and the id of the last one read.',
    ]);
    expect(warnings(query([], { offset: 9_999 }))).toEqual([]);
  });

  test('says both', () => {
    expect(warnings(query([compare(v, 'gt', '5')], { order: [by(v)] }))).toEqual([
      "No index serves this query's conditions (metadata->v): every conversation of the workspace is read.",
      'No index gives this order (metadata->v): every conversation that matches is sorted before the first is answered.',
    ]);
  });

  test.each([
    ['a condition that an index serves', query([equal(v, 'x'), compare(v, 'gt', '5')])],
    ['an order by path of the few that an index finds', query([equal(v, 'x')], { order: [by(v)] })],
    ['an order by time', query([], { order: [by(createdAt)] })],
    ['an order by name', query([], { order: [by(name)] })],
    ['an order by time, then id', query([], { order: [by(createdAt), by(id, 'desc')] })],
  ])('is not made for %s', (_, checked) => {
    expect(warnings(checked)).toEqual([]);
  });

  test('is not made of something that is no plan', () => {
    expect(explainAdvice(query([equal(v, 'x')]), 'Seq Scan')).toMatchObject({ indexesUsed: [], warnings: [] });
  });
});

describeOnBothDatabases('the plan', (database) => {
  let workspaceId: number;

  beforeAll(async () => {
    const [workspace] = await database().run(`INSERT INTO workspaces (name) VALUES ('plans') RETURNING id`, []);
    workspaceId = workspace?.id as number;
    await database().run(
      `INSERT INTO conversations (workspace_id, id, name, metadata, created_at, last_message_at)
       SELECT $1, gen_random_uuid(), 'call ' || n,
         jsonb_build_object('telnyx_end_user_target', '+1312' || n % 500, 'tier', CASE WHEN n * 7919 % 13 < 6 THEN 'gold' ELSE 'silver' END,
           'other', md5(n::text)) || CASE WHEN n % 1000 = 0 THEN '{"group":"vip"}'::jsonb ELSE '{}' END,
         at, at
       FROM generate_series(1, 5000) AS n, LATERAL (SELECT timestamptz '2025-01-01' + n * interval '1 minute') AS time(at)`,
      [workspaceId],
    );
    await database().run('ANALYZE conversations', []);
  });

  async function explain(checked: CheckedQuery) {
    const { sql, bindings } = compile(checked, { workspaceId, now: NOW });
    const [answer] = await database().run(`EXPLAIN (FORMAT JSON) ${sql}`, bindings);
    const plan = answer?.['QUERY PLAN'];
    return { advice: explainAdvice(checked, plan), steps: planNodes(plan).map(({ type }) => type) };
  }

  const few = (filter: CheckedFilter) => query([filter], { limit: 5 });

  test('of a standard key reads its index in order, without a sort', async () => {
    const { advice, steps } = await explain(few(equal(path('telnyx_end_user_target'), '+131242')));
    expect(advice.indexesUsed).toEqual(['conversations_telnyx_end_user_target']);
    expect(advice.warnings).toEqual([]);
    expect(steps).not.toContain('Sort');
  });

  test.each([
    ['matches few', equal(path('group'), 'vip')],
    ['matches none', equal(path('group'), 'nobody')],
    ['matches none of a list', equal(path('group'), ...Array.from({ length: 10 }, (_, n) => `nobody ${n}`))],
    ['has a negative number', equal(path('group'), '-5')],
    ['is an array literal', cs(path('group'), ['x', '5'])],
    ['is ov', ov(path('group', 'x', 0), ['x'])],
  ])('of a key that %s uses the index on metadata', async (_, filter) => {
    const { advice } = await explain(few(filter));
    expect(advice.indexesUsed).toEqual(['conversations_metadata']);
    expect(advice.warnings).toEqual([]);
  });

  test('of a key that matches half walks in order, and is warned of', async () => {
    const { advice } = await explain(few(equal(path('tier'), 'gold')));
    expect(advice.indexesUsed).toEqual(['conversations_last_message_at']);
    expect(advice.warnings).toEqual([
      'The plan walks the conversations in order (conversations_last_message_at) and looks at metadata->tier row by row. ' +
        'Where only old conversations have the value, all newer ones are read first; a bound on the time, such as last_message_at=lt.2025-01-01, spares that. So does an index of its own in that order: ringback index add tier.',
    ]);
  });

  test('of a name that begins with a text uses the index on names', async () => {
    const { advice } = await explain(few(pattern(name, 'like', 'call 1777%')));
    expect(advice.indexesUsed).toEqual(['conversations_name']);
  });

  test('is made with the values', async () => {
    const { sql, bindings } = compile(few(equal(path('group'), 'vip')), { workspaceId, now: NOW });
    const rows = await database().run(`EXPLAIN ${sql}`, bindings);
    expect(JSON.stringify(rows)).toContain('vip');
  });

  test('every index that the advice names is there', async () => {
    const rows = await database().run(`SELECT indexname FROM pg_indexes WHERE tablename = 'conversations'`, []);
    const named = cases.flatMap(({ advice }) => advice).filter((advice) => advice.startsWith('conversations_'));
    expect(rows.map(({ indexname }) => indexname)).toEqual(expect.arrayContaining(named));
  });
});
