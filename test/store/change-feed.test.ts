import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Change, type ChangeFeed, createChangeFeed } from '../../src/store/change-feed.js';
import { type Database, openDatabase } from '../../src/store/database.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { silentLog } from '../support/silent-log.js';

describe('changes', () => {
  let postgres: PostgresServer;
  const opened: { readonly database: Database; readonly feed: ChangeFeed }[] = [];

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => {
    for (const { database, feed } of opened) {
      await feed.stop();
      await database.close();
    }
    await postgres.remove();
  });

  /** As one process has it. */
  async function open(): Promise<{ readonly feed: ChangeFeed; readonly heard: (Change | undefined)[] }> {
    const database = await openDatabase({ url: postgres.url, dataDir: '', poolMax: 2 }, silentLog);
    const feed = createChangeFeed(database, postgres.url, silentLog);
    const heard: (Change | undefined)[] = [];
    feed.subscribe((change) => heard.push(change));
    opened.push({ database, feed });
    feed.start();
    // It begins with: what happened before is not known.
    await expect.poll(() => heard).toEqual([undefined]);
    heard.length = 0;
    return { feed, heard };
  }

  it('are heard at once in the process that makes them, and soon in the others', async () => {
    const [one, two] = [await open(), await open()];
    const change: Change = { workspaceId: 7, kind: 'callers', key: "+1312'; DROP TABLE conversations; --" };
    one.feed.publish(change);
    expect(one.heard).toEqual([change]);
    await expect.poll(() => two.heard).toEqual([change]);
    two.heard.length = 0;
    // A key that is too long for a notification is left out: everything of that kind has changed.
    one.feed.publish({ workspaceId: 7, kind: 'callers', key: 'x'.repeat(10_000) });
    await expect.poll(() => two.heard).toEqual([{ workspaceId: 7, kind: 'callers' }]);
  });

  it('are heard once by who makes them, however many at a time, and by the others in their order', async () => {
    const [one, two] = [await open(), await open()];
    const changes: readonly Change[] = [
      { workspaceId: 7, kind: 'callers', key: '+13128675309' },
      { workspaceId: 7, kind: 'memory', key: 'caller-1', added: true },
      { workspaceId: 7, kind: 'memory', key: 'caller-1', added: true, learned: true },
      { workspaceId: 7, kind: 'policies' },
    ];
    for (const change of changes) one.feed.publish(change);
    await expect.poll(() => two.heard).toEqual(changes);
    // What another one says afterwards comes after everything of before.
    two.feed.publish({ workspaceId: 8, kind: 'policies' });
    await expect.poll(() => one.heard.at(-1)).toEqual({ workspaceId: 8, kind: 'policies' });
    expect(one.heard).toEqual([...changes, { workspaceId: 8, kind: 'policies' }]);
  });

  it('that were missed while the database was away are said to have been', async () => {
    const { heard } = await open();
    await postgres.stop('immediate');
    await postgres.start();
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual([undefined]);
  });

  it('are not waited for when the database is away', async () => {
    const { feed, heard } = await open();
    await postgres.stop();
    feed.publish({ workspaceId: 1, kind: 'policies' });
    expect(heard).toEqual([{ workspaceId: 1, kind: 'policies' }]);
    await feed.stop();
    await postgres.start();
  });

  it('are told to the others before its feed is stopped, and then no more', async () => {
    const [one, two] = [await open(), await open()];
    const last: Change = { workspaceId: 7, kind: 'memory', key: 'caller-1' };
    one.feed.publish(last);
    await one.feed.stop();
    // Who goes on after that has no database any more: nothing is asked of it, and nothing said of it in the log.
    one.feed.publish({ workspaceId: 7, kind: 'policies' });
    expect(one.heard).toEqual([last, { workspaceId: 7, kind: 'policies' }]);
    await expect.poll(() => two.heard).toEqual([last]);
    two.feed.publish({ workspaceId: 8, kind: 'policies' });
    await sleep(200);
    expect(two.heard).toEqual([last, { workspaceId: 8, kind: 'policies' }]);
  });

  it('that nobody of ours made are not taken for any', async () => {
    const { heard } = await open();
    const database = opened[0]?.database as Database;
    for (const payload of ['', 'no JSON', '{"workspaceId":"1","kind":"callers"}', '{"workspaceId":1,"kind":"other"}']) {
      await database.knex.raw('SELECT pg_notify(?, ?)', ['ringback_changes', payload]);
    }
    await database.knex.raw('SELECT pg_notify(?, ?)', ['ringback_changes', '{"workspaceId":1,"kind":"policies"}']);
    await expect.poll(() => heard).toEqual([{ workspaceId: 1, kind: 'policies' }]);
  });
});
