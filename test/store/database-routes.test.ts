import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isBehindPooler } from '../../src/store/behind-pooler.js';
import { type Database, openDatabase } from '../../src/store/database.js';
import { isSameDatabase } from '../../src/store/same-database.js';
import { createServerDatabase } from '../support/databases.js';
import { findPgBouncer, type PgBouncer, startPgBouncer } from '../support/pgbouncer.js';
import { silentLog } from '../support/silent-log.js';

const program = await findPgBouncer();
const drops: (() => Promise<unknown>)[] = [];
let one: string;
let another: string;
let bouncer: PgBouncer | undefined;

beforeAll(async () => {
  const [first, second] = await Promise.all([createServerDatabase('empty'), createServerDatabase('empty')]);
  [one, another] = [first.url, second.url];
  drops.push(first.drop, second.drop);
  if (program !== undefined) bouncer = await startPgBouncer(program, one, 3);
});

afterAll(async () => {
  await bouncer?.stop();
  for (const drop of drops) await drop();
});

async function withOpened<Result>(
  urls: readonly string[],
  ask: (...databases: Database[]) => Promise<Result>,
): Promise<Result> {
  const databases = await Promise.all(urls.map((url) => openDatabase({ url, dataDir: '' }, silentLog)));
  try {
    return await ask(...databases);
  } finally {
    await Promise.all(databases.map((database) => database.close()));
  }
}

const same = (a: string, b: string) =>
  withOpened([a, b], (first, second) => isSameDatabase(first as Database, second as Database));
const behind = (url: string) => withOpened([url], (database) => isBehindPooler(database as Database));

test('two URLs of one database are told from those of two', async () => {
  expect(await same(one, `${one}?application_name=other`)).toBe(true);
  expect(await same(one, another)).toBe(false);
});

test('a server itself is behind no pooler', async () => {
  expect(await behind(one)).toBe(false);
});

describe.skipIf(program === undefined)('through PgBouncer', () => {
  test('a database is the same, and seen to be behind a pooler', async () => {
    const { url } = bouncer as PgBouncer;
    expect(await same(one, url)).toBe(true);
    expect(await same(another, url)).toBe(false);
    expect(await behind(url)).toBe(true);
  });
});
