import { beforeAll, expect, test } from 'vitest';
import type { CheckedFilter } from '../../../src/query/checked-query.js';
import { describeOnBothDatabases } from '../../support/databases.js';
import {
  and,
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
  name,
  not,
  or,
  path,
  pattern,
  search,
} from './checked.js';
import { foundBy, idOf, type Labelled, type LabelledConversation, storeLabelled } from './found.js';

const CONVERSATIONS: readonly LabelledConversation[] = [
  {
    label: 'ana',
    name: 'Ana',
    metadata: '{"group":"vip","telnyx_end_user_target":"+1"}',
    createdAt: '2025-01-01T00:00:00.001Z',
  },
  {
    label: 'Ölaf',
    name: 'Ölaf calls',
    metadata: '{"group":"vip","telnyx_end_user_target":"+2"}',
    createdAt: '2025-01-02T00:00:00.000Z',
  },
  { label: 'zed', name: 'zed called', metadata: '{"telnyx_end_user_target":5}', createdAt: '2026-03-04T05:06:07.089Z' },
  {
    label: 'nameless',
    metadata: '{"group":"staff","telnyx_end_user_target":["+1"]}',
    createdAt: '2026-03-04T05:06:07.090Z',
  },
];
const ALL = ['ana', 'Ölaf', 'zed', 'nameless'];

interface RowCase {
  readonly sentence: string;
  readonly filter: CheckedFilter;
  readonly finds: readonly string[];
  readonly notFinds: readonly string[];
}

function row(sentence: string, filter: CheckedFilter, finds: readonly string[], notFinds: readonly string[]): RowCase {
  return { sentence, filter, finds, notFinds };
}

const caller = path('telnyx_end_user_target');
const group = path('group');
const vip = equal(group, 'vip');

const cases: readonly RowCase[] = [
  row('id eq', equal(id, idOf(0)), ['ana'], ['Ölaf', 'zed', 'nameless']),
  row('id in', equal(id, idOf(0), idOf(2), '123'), ['ana', 'zed'], ['Ölaf', 'nameless']),
  row('id eq what is no uuid', equal(id, '123'), [], ALL),
  row('id eq(all)', equalAll(id, idOf(0), idOf(0)), ['ana'], ['Ölaf', 'zed', 'nameless']),
  row('id isdistinct', distinct(id, idOf(0)), ['Ölaf', 'zed', 'nameless'], ['ana']),
  row('id gte', compare(id, 'gte', idOf(2)), ['zed', 'nameless'], ['ana', 'Ölaf']),
  row('id lt(all)', compare(id, 'lt', [idOf(2), idOf(1)], 'all'), ['ana'], ['Ölaf', 'zed', 'nameless']),
  row('id is null', is(id, 'null'), [], ALL),

  row('name eq', equal(name, 'Ana'), ['ana'], ['Ölaf', 'zed']),
  row('name in an empty list', equal(name), [], ALL),
  row('name eq(all) of one name', equalAll(name, 'Ana', 'Ana'), ['ana'], ['Ölaf', 'zed']),
  row('name eq(all) of two names', equalAll(name, 'Ana', 'zed called'), [], ['ana', 'Ölaf', 'zed']),
  row('name eq(all) of an empty list', equalAll(name), ALL, []),
  row('name isdistinct', distinct(name, 'Ana'), ['Ölaf', 'zed', 'nameless'], ['ana']),
  row('name gt, by bytes', compare(name, 'gt', 'a'), ['Ölaf', 'zed'], ['ana']),
  row('name gt(all) of an empty list', compare(name, 'gt', [], 'all'), ALL, []),
  row('name lte(any)', compare(name, 'lte', ['B', 'A']), ['ana'], ['Ölaf', 'zed']),
  row('name like', pattern(name, 'like', '%call%'), ['Ölaf', 'zed'], ['ana']),
  row('name ilike folds ASCII only', pattern(name, 'ilike', 'ölaf%'), [], ['ana', 'Ölaf', 'zed']),
  row('name like(all)', pattern(name, 'like', ['%call%', 'z%'], 'all'), ['zed'], ['ana', 'Ölaf']),
  row('name imatch', pattern(name, 'imatch', '^A'), ['ana'], ['Ölaf', 'zed']),
  row('name fts', search(name, 'plfts', 'call'), ['Ölaf', 'zed'], ['ana']),
  row('name is null', is(name, 'null'), ['nameless'], ['ana', 'Ölaf', 'zed']),

  row(
    'created_at eq, to the millisecond',
    equal(createdAt, '2025-01-01T00:00:00.001000Z'),
    ['ana'],
    ['Ölaf', 'zed', 'nameless'],
  ),
  row('created_at eq, finer than a row', equal(createdAt, '2025-01-01T00:00:00.001001Z'), [], ALL),
  row(
    'created_at in',
    equal(createdAt, '2025-01-01T00:00:00.001Z', '2025-01-02T00:00:00Z'),
    ['ana', 'Ölaf'],
    ['zed', 'nameless'],
  ),
  row(
    'created_at lt now',
    compare(createdAt, 'lte', { kind: 'relative-time', anchor: 'now', offsetMs: 0 }),
    ['ana', 'Ölaf', 'zed'],
    ['nameless'],
  ),
  row(
    'last_message_at gte today',
    compare(lastMessageAt, 'gte', { kind: 'relative-time', anchor: 'today', offsetMs: 0 }),
    ['zed', 'nameless'],
    ['ana', 'Ölaf'],
  ),
  row(
    'last_message_at gt(all)',
    compare(lastMessageAt, 'gt', ['2025-01-01T12:00:00Z', '2025-06-01T00:00:00Z'], 'all'),
    ['zed', 'nameless'],
    ['ana', 'Ölaf'],
  ),
  row('created_at isdistinct', distinct(createdAt, '2025-01-02T00:00:00Z'), ['ana', 'zed', 'nameless'], ['Ölaf']),

  row('metadata eq', equal(metadata, '{"telnyx_end_user_target":5.0}'), ['zed'], ['ana', 'Ölaf', 'nameless']),
  row('metadata eq(any)', equal(metadata, '{"telnyx_end_user_target":5}', '{}'), ['zed'], ['ana', 'Ölaf', 'nameless']),
  row('metadata isdistinct', distinct(metadata, '{"telnyx_end_user_target":5}'), ['ana', 'Ölaf', 'nameless'], ['zed']),
  row('metadata cs', cs(metadata, '{"group":"vip"}'), ['ana', 'Ölaf'], ['zed', 'nameless']),
  row('metadata cs an empty object', cs(metadata, '{}'), ALL, []),
  row('metadata cs an array', cs(metadata, '[]'), [], ALL),
  row('metadata cd', cd(metadata, '{"telnyx_end_user_target":5,"x":1}'), ['zed'], ['ana', 'Ölaf', 'nameless']),
  row('metadata is not_null', is(metadata, 'not_null'), ALL, []),

  row('a standard key', equal(caller, '+1'), ['ana'], ['Ölaf', 'zed', 'nameless']),
  row('a standard key in a list', equal(caller, '+1', '+2'), ['ana', 'Ölaf'], ['zed', 'nameless']),
  row('a standard key that is a number', equal(caller, '5.0'), ['zed'], ['ana', 'Ölaf', 'nameless']),
  row('a standard key and the text of an array', equal(caller, '["+1"]'), [], ALL),

  row('or, one side unknown', or(vip, equal(name, 'zed called')), ['ana', 'Ölaf', 'zed'], []),
  row('and, one side unknown', and(not(vip), is(name, 'null')), ['nameless'], ['ana', 'Ölaf', 'zed']),
  row(
    'not of a tree of trees',
    not(or(and(vip, equal(name, 'Ana')), is(group, 'null'))),
    ['Ölaf', 'nameless'],
    ['ana', 'zed'],
  ),
];

describeOnBothDatabases('conditions on columns, and trees', (database) => {
  let stored: Labelled;

  beforeAll(async () => {
    stored = await storeLabelled(database(), CONVERSATIONS);
  });

  test.each(cases)('$sentence', async ({ filter, finds, notFinds }) => {
    expect(await foundBy(stored, filter)).toEqual(finds);
    expect(await foundBy(stored, not(filter))).toEqual(notFinds);
  });

  test('another workspace finds none of them', async () => {
    const other = await storeLabelled(database(), []);
    expect(await foundBy(other)).toEqual([]);
  });
});
