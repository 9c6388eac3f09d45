import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase } from '../../src/store/database.js';
import { DatabaseTimeout, DatabaseUnavailable } from '../../src/store/database-error.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { recordingLog, silentLog } from '../support/silent-log.js';

let server: PostgresServer;
const opened: Database[] = [];

beforeAll(async () => {
  server = await startPostgres();
});

/** What fails with the server stopped must not take the tests after it along. */
afterEach(() => server.start());

afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await server.remove();
});

async function open(settings: Partial<DatabaseOptions> = {}): Promise<Database> {
  const database = await openDatabase({ url: server.url, dataDir: '', ...settings }, silentLog);
  opened.push(database);
  return database;
}

async function outcomeOf(attempt: Promise<unknown>): Promise<{ error: Error; tookMs: number }> {
  const startMs = performance.now();
  const error = await attempt.then(
    () => new Error('It did not fail.'),
    (thrown: Error) => thrown,
  );
  return { error, tookMs: performance.now() - startMs };
}

const ONE = [{ one: 1 }];

/** Far from what a statement or a retry takes here, and with room for a machine that is busy. */
const IN_TIME_MS = 4_000;

describe('a server that goes and comes back', () => {
  it.each(['fast', 'immediate'] as const)('stopped %s: queries fail at once, and work again', async (mode) => {
    const database = await open();
    await Promise.all(Array.from({ length: 5 }, () => database.run('SELECT pg_sleep(0.05)', [])));
    const underWay = outcomeOf(database.run('SELECT pg_sleep(30)', []));
    const inTransaction = outcomeOf(
      database.knex.transaction(async (trx) => {
        await trx.raw('SELECT 1');
        await trx.raw('SELECT pg_sleep(30)');
      }),
    );
    await database.run('SELECT pg_sleep(0.1)', []);
    await server.stop(mode);
    for (const { error } of [await underWay, await inTransaction]) {
      expect(error).toBeInstanceOf(DatabaseUnavailable);
      expect(error.message).toMatch(/^The database (does not answer|refuses the connection): /);
    }
    for (const attempt of [() => database.run('SELECT 1', []), () => database.knex.raw('SELECT 1')]) {
      const { error, tookMs } = await outcomeOf(attempt());
      expect(error).toBeInstanceOf(DatabaseUnavailable);
      // The end of an idle connection may not have arrived yet when it is taken.
      expect(error.message).toMatch(
        /^The database does not answer: (connect ECONNREFUSED 127\.0\.0\.1:\d+|Connection terminated unexpectedly)\.$/,
      );
      expect(tookMs).toBeLessThan(IN_TIME_MS);
    }
    const begin = await outcomeOf(database.knex.transaction(async (trx) => trx.raw('SELECT 1')));
    expect(begin.error).toBeInstanceOf(DatabaseUnavailable);
    expect(await database.ping(500)).toBe(false);

    await server.start();
    expect(await database.run('SELECT 1 AS one', [])).toEqual(ONE);
    const all = Array.from({ length: 30 }, () => database.knex.raw('SELECT 1 AS one'));
    for (const { rows } of await Promise.all(all)) expect(rows).toEqual(ONE);
  });

  it('hangs: queries with a deadline fail in time, and no more connections are made than the pool has', async () => {
    const watcher = await open({ poolMax: 1 });
    const database = await open({ poolMax: 3, url: `${server.url}?application_name=bounded` });
    await Promise.all(Array.from({ length: 3 }, () => database.run('SELECT pg_sleep(0.05)', [])));
    await server.pause();
    const attempts = Array.from({ length: 50 }, () => outcomeOf(database.run('SELECT 1', [], { timeoutMs: 100 })));
    const outcomes = await Promise.all(attempts).finally(() => server.resume());
    for (const { error, tookMs } of outcomes) {
      expect(error).toBeInstanceOf(DatabaseTimeout);
      expect(tookMs).toBeLessThan(IN_TIME_MS);
    }
    expect(await database.run('SELECT 1 AS one', [])).toEqual(ONE);
    const sql = `SELECT count(*) AS count FROM pg_stat_activity WHERE application_name = 'bounded'`;
    expect(await watcher.run(sql, [])).toEqual([{ count: 3 }]);
  });
});

describe('a statement that nobody waits for', () => {
  it('is ended on the server', async () => {
    const database = await open({ poolMax: 2 });
    const watcher = await open({ poolMax: 1 });
    await outcomeOf(database.run('SELECT pg_sleep(30) AS abandoned', [], { timeoutMs: 50 }));
    const abandoned = async (): Promise<unknown> => {
      const sql = `SELECT count(*) AS count FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%AS abandoned'`;
      return (await watcher.run(sql, []))[0]?.count;
    };
    await expect.poll(abandoned, { timeout: 2_000 }).toBe(0);
    // Its connection is back, and nothing of the cancellation hits who has it next.
    for (let turn = 0; turn < 20; turn += 1) {
      await outcomeOf(database.run('SELECT pg_sleep(30)', [], { timeoutMs: 5 }));
      await Promise.all(Array.from({ length: 4 }, () => database.run('SELECT pg_sleep(0.005)', [])));
    }
  });

  it('is ended by the limit of the connection, when it had no deadline', async () => {
    const database = await open({ statementTimeoutMs: 100 });
    const { error } = await outcomeOf(database.knex.raw('SELECT pg_sleep(30)'));
    expect(error).toBeInstanceOf(DatabaseTimeout);
    expect(error.message).toBe('The database took too long over a statement.');
  });
});

describe('connections', () => {
  it('have the settings that the code relies on, whatever the server has', async () => {
    const database = await open();
    const settings = ['TimeZone', 'DateStyle', 'application_name', 'statement_timeout', 'jit'];
    const rows = await database.run('SELECT name, setting FROM pg_settings WHERE name = ANY($1)', [settings]);
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      TimeZone: 'UTC',
      DateStyle: 'ISO, DMY',
      application_name: 'ringback',
      statement_timeout: '10000',
      jit: 'off',
    });
  });

  it('keep a name of the URL', async () => {
    const database = await open({ url: `${server.url}?application_name=mine` });
    expect(await database.run('SELECT current_setting($1) AS name', ['application_name'])).toEqual([{ name: 'mine' }]);
  });
});

describe('a server that is down at the start', () => {
  it('is waited for, and that is said', async () => {
    await server.stop();
    const log = recordingLog();
    const opening = openDatabase({ url: server.url, dataDir: '' }, log);
    await expect.poll(() => log.lines.length, { timeout: 5_000 }).toBe(1);
    expect(log.lines[0]).toMatch(
      /^waiting for the database: The database does not answer: connect ECONNREFUSED 127\.0\.0\.1:\d+\.$/,
    );
    await server.start();
    const database = await opening;
    opened.push(database);
    expect(await database.ping(1_000)).toBe(true);
  });

  it('is given up in the end, in plain words', async () => {
    await server.stop();
    const { error } = await outcomeOf(openDatabase({ url: server.url, dataDir: '', waitMs: 1_000 }, silentLog));
    expect(error).toBeInstanceOf(DatabaseUnavailable);
    expect(error.message).toMatch(
      /^The database does not answer: connect ECONNREFUSED 127\.0\.0\.1:\d+\. Gave up after 1 s\.$/,
    );
    await server.start();
  });

  it.each([
    [
      'a database that is not there',
      'nowhere',
      'The database refuses the connection: database "nowhere" does not exist.',
    ],
    ['a user who is not there', 'nobody@', 'The database refuses the connection: role "nobody" does not exist.'],
  ])('is not waited for when it refuses us: %s', async (_name, part, message) => {
    const url = new URL(server.url);
    if (part.endsWith('@')) url.username = part.slice(0, -1);
    else url.pathname = part;
    const { error, tookMs } = await outcomeOf(openDatabase({ url: url.href, dataDir: '' }, silentLog));
    expect(error).toBeInstanceOf(DatabaseUnavailable);
    expect(error.message).toBe(message);
    expect(tookMs).toBeLessThan(IN_TIME_MS);
  });
});

describe('errors', () => {
  it('of statements hold no binding, which could be what a caller said', async () => {
    const database = await open();
    const attempt = database.knex.raw('SELECT ?::int + nothing', ['a secret']);
    expect((await outcomeOf(attempt)).error.message).toBe('SELECT $1::int + nothing - column "nothing" does not exist');
  });
});
