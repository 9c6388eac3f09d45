import { describe, expect, it } from 'vitest';
import { DatabaseTimeout, DatabaseUnavailable } from '../../src/store/database-error.js';
import { describeOnBothDatabases, openTestDatabase } from '../support/databases.js';

/** Some seconds of work that a cancellation can end. */
const SLOW = 'SELECT count(*) FROM generate_series(1, 6000000) AS n WHERE n % 7 = 9';

describeOnBothDatabases('columns arrive as the rest of the code expects them', (database) => {
  it.each([
    ['a time with milliseconds', "'2025-04-15 13:07:28.764+00'::timestamptz", '2025-04-15T13:07:28.764Z'],
    ['a time in whole seconds', "'2025-04-15 13:07:28+00'::timestamptz", '2025-04-15T13:07:28.000Z'],
    ['a time written in another zone', "'2025-04-15 18:37:28.7+05:30'::timestamptz", '2025-04-15T13:07:28.700Z'],
    ['a finer time, cut', "'2025-04-15 13:07:28.764999+00'::timestamptz", '2025-04-15T13:07:28.764Z'],
    ['the first year', "'0001-01-01 00:00:00+00'::timestamptz", '0001-01-01T00:00:00.000Z'],
    ['int8', '5000000000::int8', 5_000_000_000],
    ['a count', 'count(*)', 1],
    ['numeric', '1.50::numeric', '1.50'],
    ['jsonb', `'{"a": [1, null]}'::jsonb`, { a: [1, null] }],
    ['an array of text', `'{a,"b c"}'::text[]`, ['a', 'b c']],
    ['boolean', 'true', true],
    ['null', 'NULL::timestamptz', null],
  ])('%s', async (_name, expression, expected) => {
    const sql = `SELECT ${expression} AS value`;
    expect(await database().run(sql, [])).toEqual([{ value: expected }]);
    expect((await database().knex.raw(sql)).rows).toEqual([{ value: expected }]);
  });
});

describeOnBothDatabases('run', (database) => {
  it('binds texts, numbers, arrays of text, and times', async () => {
    const at = new Date('2025-04-15T13:07:28.764Z');
    const rows = await database().run('SELECT $1::text AS a, $2::int AS b, $3::text[] AS c, $4::timestamptz AS d', [
      "it's",
      7,
      ['x"y', 'NULL', '{}'],
      at,
    ]);
    expect(rows).toEqual([{ a: "it's", b: 7, c: ['x"y', 'NULL', '{}'], d: at.toISOString() }]);
  });

  it('gives every query its own rows, however large and however many at once', async () => {
    const wrong: string[] = [];
    const ask = async (asker: number): Promise<void> => {
      for (let turn = 0; turn < 20; turn += 1) {
        // Larger than what a socket carries at once, so that the messages of several connections meet on the way.
        const text = 'x'.repeat(1_000 + ((asker * 7919 + turn * 104_729) % 300_000));
        const [row] = await database().run(`SELECT length($1::text) AS of_${asker}`, [text]);
        if (row?.[`of_${asker}`] !== text.length) wrong.push(JSON.stringify(row));
      }
    };
    await Promise.all(Array.from({ length: 12 }, (_, asker) => ask(asker)));
    expect(wrong).toEqual([]);
  });

  it('keeps the connection of a statement that fails', async () => {
    await expect(database().run('SELECT 1/0', [])).rejects.toMatchObject({ code: '22012' });
    await expect(database().run('SELEC', [])).rejects.toMatchObject({ code: '42601' });
    expect(await database().run('SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
  });

  it('answers in time when the statement takes too long, and goes on afterwards', async () => {
    const startMs = performance.now();
    await database().run(SLOW, []);
    const patientMs = performance.now() - startMs;
    const attempt = database().run(SLOW, [], { timeoutMs: 100 });
    const error = await attempt.catch((thrown: unknown) => thrown);
    expect(performance.now() - startMs - patientMs).toBeLessThan(patientMs / 2);
    expect(error).toBeInstanceOf(DatabaseTimeout);
    expect((error as Error).message).toBe('The database did not answer within 100 ms.');
    expect(await database().run('SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
  });

  it('answers a ping in time, either way', async () => {
    expect(await database().ping(5_000)).toBe(true);
    const slow = database().run(SLOW, [], { timeoutMs: 50 });
    await expect(slow).rejects.toBeInstanceOf(DatabaseTimeout);
    expect(typeof (await database().ping(1))).toBe('boolean');
    expect(await database().ping(20_000)).toBe(true);
  });
});

describeOnBothDatabases('transactions', (database) => {
  it('of several connections do not mix', async () => {
    await database().knex.raw('CREATE TABLE tally (id int PRIMARY KEY, count int NOT NULL)');
    await database().knex.raw('INSERT INTO tally VALUES (1, 0)');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        database().knex.transaction(async (trx) => {
          const { rows } = await trx.raw('SELECT count FROM tally WHERE id = 1 FOR UPDATE');
          await trx.raw('UPDATE tally SET count = ? WHERE id = 1', [rows[0].count + 1]);
          if (index % 4 === 0) throw new Error('rolled back');
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(5);
    expect(await database().run('SELECT count FROM tally', [])).toEqual([{ count: 15 }]);
  });

  it('leave the others alone when a statement in them fails', async () => {
    const failing = database().knex.transaction(async (trx) => {
      await trx.raw('SELECT 1');
      await trx.raw('SELECT 1/0');
    });
    const others = Array.from({ length: 10 }, (_, index) => database().run('SELECT $1::int AS index', [index]));
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(await Promise.all(others)).toEqual(Array.from({ length: 10 }, (_, index) => [{ index }]));
  });
});

describe.each(['embedded', 'server'] as const)('a connection that is given back [%s]', (kind) => {
  it('is not in the transaction of a text that failed in the middle', async () => {
    const { database, remove } = await openTestDatabase(kind, { poolMax: 1 });
    const text = 'BEGIN; CREATE TABLE half_way (id int); SELECT 1/0; COMMIT';
    const attempts = [
      database.knex.raw(text),
      database.knex.raw('SELECT 1 AS one'),
      database.run(text, []),
      database.run('SELECT 1 AS one', []),
      database.run('BEGIN', []),
      database.run(`SELECT to_regclass('half_way') AS half_way, pg_current_xact_id_if_assigned() AS id`, []),
    ];
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes).toMatchObject([
      { reason: { code: '22012' } },
      { value: { rows: [{ one: 1 }] } },
      { reason: { code: '22012' } },
      { value: [{ one: 1 }] },
      { value: [] },
      { value: [{ half_way: null, id: null }] },
    ]);
    await remove();
  });
});

describe.each(['embedded', 'server'] as const)('limits [%s]', (kind) => {
  it('tells when every connection is in use', async () => {
    const { database, remove } = await openTestDatabase(kind, { poolMax: 1, connectTimeoutMs: 1_000 });
    const trx = await database.knex.transaction();
    await trx.raw('SELECT 1');
    // In the embedded database statements by themselves have connections of their own: they wait for the one session.
    const own: (() => Promise<unknown>)[] = [async () => database.knex.raw('SELECT 1')];
    if (kind === 'embedded')
      await expect(database.run('SELECT 1', [], { timeoutMs: 50 })).rejects.toThrow(DatabaseTimeout);
    else own.push(() => database.run('SELECT 1', []));
    for (const attempt of own) {
      const error = await attempt().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(DatabaseUnavailable);
      expect((error as Error).message).toBe('No connection to the database was to be had in time.');
    }
    await trx.commit();
    expect(await database.ping(1_000)).toBe(true);
    await remove();
  });

  it('ends a transaction in which nothing is said, so that it cannot hold up the others for ever', async () => {
    const { database, remove } = await openTestDatabase(kind, { idleInTransactionTimeoutMs: 300 });
    const trx = await database.knex.transaction();
    await trx.raw('CREATE TABLE left_open (id int)');
    await expect.poll(() => database.ping(2_000), { timeout: 5_000 }).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expect(trx.raw('SELECT 1')).rejects.toThrow();
    await trx.rollback().catch(() => {});
    expect(await database.run(`SELECT to_regclass('left_open') AS found`, [])).toEqual([{ found: null }]);
    await remove();
  });

  it('closes while a statement is under way', async () => {
    const { database, remove } = await openTestDatabase(kind);
    const under = database.run('SELECT count(*) AS count FROM generate_series(1, 100000)', []);
    await database.run('SELECT 1', []);
    await Promise.all([database.close(), database.close()]);
    expect(await under).toEqual([{ count: 100_000 }]);
    await expect(database.run('SELECT 1', [])).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(await database.ping(100)).toBe(false);
    await remove();
  });
});
