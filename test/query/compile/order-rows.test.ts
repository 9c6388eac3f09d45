import { beforeAll, expect, test } from 'vitest';
import type { CheckedQuery } from '../../../src/query/checked-query.js';
import { describeOnBothDatabases } from '../../support/databases.js';
import { by, id, lastMessageAt, name, path, query } from './checked.js';
import { found, type Labelled, storeLabelled } from './found.js';

/** In the order of their ids; all but the first of the same time. */
const CONVERSATIONS = [
  { label: 'missing', metadata: '{}', createdAt: '2026-01-01' },
  { label: 'array', metadata: '{"v":[1]}', name: 'b' },
  { label: 'true', metadata: '{"v":true}', name: 'Z' },
  { label: '"10"', metadata: '{"v":"10"}', name: 'é' },
  { label: '9', metadata: '{"v":9}', name: '' },
  { label: 'null', metadata: '{"v":null}' },
  { label: '"b"', metadata: '{"v":"b"}', name: 'a' },
  { label: '"é"', metadata: '{"v":"é"}' },
  { label: '10', metadata: '{"v":10.0}' },
  { label: '"B"', metadata: '{"v":"B"}' },
  { label: 'false', metadata: '{"v":false}' },
  { label: 'object', metadata: '{"v":{}}' },
  { label: '"-1e1"', metadata: '{"v":"-1e1"}' },
];

interface OrderCase {
  readonly sentence: string;
  readonly order: CheckedQuery['order'];
  readonly labels: readonly string[];
}

const v = path('v');
const inOrderOfId = CONVERSATIONS.map(({ label }) => label);

const cases: readonly OrderCase[] = [
  {
    sentence: 'none: newest first, then by id from the last',
    order: [],
    labels: ['missing', ...inOrderOfId.slice(1).reverse()],
  },
  { sentence: 'oldest first, then by id', order: [by(lastMessageAt)], labels: [...inOrderOfId.slice(1), 'missing'] },
  { sentence: 'by id', order: [by(id)], labels: inOrderOfId },
  {
    sentence: 'by a path: numbers by value, texts by bytes, booleans, the rest, nothing',
    order: [by(v)],
    labels: ['"-1e1"', '9', '"10"', '10', '"B"', '"b"', '"é"', 'false', 'true', 'array', 'object', 'missing', 'null'],
  },
  {
    sentence: 'by a path, backwards, nothing still last',
    order: [by(v, 'desc')],
    labels: ['object', 'array', 'true', 'false', '"é"', '"b"', '"B"', '10', '"10"', '9', '"-1e1"', 'null', 'missing'],
  },
  {
    sentence: 'by a path, nothing first',
    order: [by(v, 'asc', 'first')],
    labels: ['missing', 'null', '"-1e1"', '9', '"10"', '10', '"B"', '"b"', '"é"', 'false', 'true', 'array', 'object'],
  },
  {
    sentence: 'by a path, numbers of one value by the next key',
    order: [by(v), by(name, 'asc', 'first')],
    labels: ['"-1e1"', '9', '10', '"10"', '"B"', '"b"', '"é"', 'false', 'true', 'object', 'array', 'missing', 'null'],
  },
  {
    sentence: 'by name, by bytes, the nameless last',
    order: [by(name)],
    labels: ['9', 'true', '"b"', 'array', '"10"', 'missing', 'null', '"é"', '10', '"B"', 'false', 'object', '"-1e1"'],
  },
  {
    sentence: 'by name, backwards, the nameless last',
    order: [by(name, 'desc')],
    labels: ['"10"', 'array', '"b"', 'true', '9', '"-1e1"', 'object', 'false', '"B"', '10', '"é"', 'null', 'missing'],
  },
];

describeOnBothDatabases('an order', (database) => {
  let stored: Labelled;

  beforeAll(async () => {
    stored = await storeLabelled(database(), CONVERSATIONS);
  });

  test.each(cases)('$sentence', async ({ order, labels }) => {
    expect(await found(stored, query([], { order, limit: 100 }))).toEqual(labels);
  });

  test.each(cases)('$sentence: pages do not overlap', async ({ order, labels }) => {
    const pages: unknown[] = [];
    for (let offset = 0; offset < 15; offset += 3) {
      pages.push(...(await found(stored, query([], { order, limit: 3, offset }))));
    }
    expect(pages).toEqual(labels);
  });
});
