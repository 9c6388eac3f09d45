import { expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../src/store/database-error.js';
import { describeOnBothDatabases, openTestDatabase } from '../support/databases.js';

describeOnBothDatabases('runScript, with a pool of one', (_database, kind) => {
  it('runs several statements', async () => {
    const { database, remove } = await openTestDatabase(kind, { poolMax: 1 });
    await database.runScript('BEGIN; CREATE TABLE fruit (id int); INSERT INTO fruit VALUES (1), (2); COMMIT;');
    expect(await database.run('SELECT count(*) AS count FROM fruit', [])).toEqual([{ count: 2 }]);
    await remove();
  });

  it('leaves nothing of a transaction that fails, and its connection clean, and the same', async () => {
    const { database, remove } = await openTestDatabase(kind, { poolMax: 1 });
    await database.runScript('CREATE TABLE fruit (id int)');
    const session = () => database.run('SELECT pg_backend_pid() AS pid, inet_client_port() AS port', []);
    const before = await session();
    for (let turn = 0; turn < 3; turn += 1) {
      const script = 'BEGIN; INSERT INTO fruit VALUES (1); SELECT 1/0; COMMIT;';
      await expect(database.runScript(script)).rejects.toMatchObject({ code: '22012' });
      expect(await database.run('SELECT count(*) AS count FROM fruit', [])).toEqual([{ count: 0 }]);
      const [row] = await database.run('SELECT now() = statement_timestamp() AS alone', []);
      expect(row).toEqual({ alone: true });
    }
    expect(await session()).toEqual(before);
    await database.knex.transaction(async (trx) => {
      await trx.raw('INSERT INTO fruit VALUES (1)');
    });
    expect(await database.run('SELECT count(*) AS count FROM fruit', [])).toEqual([{ count: 1 }]);
    await remove();
  });

  it('rolls back what a text has begun and not ended', async () => {
    const { database, remove } = await openTestDatabase(kind, { poolMax: 1 });
    await database.runScript('BEGIN; CREATE TABLE fruit (id int);');
    expect(await database.run(`SELECT to_regclass('fruit') AS fruit`, [])).toEqual([{ fruit: null }]);
    await remove();
  });

  it('is over when the connection is lost, and the next one is another', async () => {
    const { database, remove } = await openTestDatabase(kind, { poolMax: 1 });
    if (kind === 'server') {
      const script = 'BEGIN; SELECT pg_terminate_backend(pg_backend_pid()); COMMIT;';
      await expect(database.runScript(script)).rejects.toThrow(DatabaseUnavailable);
    }
    await database.runScript('SELECT 1; SELECT 2');
    await remove();
  });
});
