import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { expect, it, vi } from 'vitest';
import { openPgBoss } from '../../src/jobs/pg-boss-client.js';
import { createJobQueue } from '../../src/jobs/pg-boss-queue.js';
import { openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { ensureDefaultWorkspace } from '../../src/store/workspaces.js';
import { createServerDatabase, describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { withTheRest } from '../support/job-handlers.js';
import { memoryLog } from '../support/memory-log.js';
import { silentLog } from '../support/silent-log.js';

it('is the pg-boss whose tables migration 8 makes: for another, a migration has to change those that are there', () => {
  const { schema } = createRequire(import.meta.url)('pg-boss/version.json') as { schema: number };
  expect(schema).toBe(24);
});

describeOnBothDatabases('pg-boss on our connections', (database) => {
  it('removes jobs 7 days after they are completed, and 30 days after they failed', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = createJobQueue(database(), memoryLog().log);
    const ids: Record<string, string> = {};
    for (const [state, days] of [
      ['completed', 6],
      ['completed', 8],
      ['failed', 29],
      ['failed', 31],
      ['created', 400],
    ] as const) {
      const payload = { conversationId: 'c' };
      const id = await jobs.enqueue(database().knex, { workspaceId, type: 'fetch-telnyx-conversation', payload });
      ids[id] = `${state} ${days}`;
      await database().knex.raw(
        `UPDATE jobs SET state = ?, created_on = now() - ? * interval '1 day', start_after = now() - ? * interval '1 day',
           completed_on = CASE WHEN ? = 'created' THEN NULL ELSE now() - ? * interval '1 day' END WHERE id = ?`,
        [state, days, days, state, days, id],
      );
    }
    const boss = await openPgBoss(database());
    await boss.removeOld();
    const left = await jobs.list(workspaceId, { limit: 10 });
    expect(left.map(({ id }) => ids[id]).sort()).toEqual(['completed 6', 'created 400', 'failed 29']);
  });

  it('says that it cannot ask, rather than that there are no jobs', async () => {
    let broken = false;
    const run: ReturnType<typeof database>['run'] = (sql, bindings, options) =>
      broken ? Promise.reject(new Error('gone')) : database().run(sql, bindings, options);
    const boss = await openPgBoss({ ...database(), run });
    broken = true;
    await expect(boss.take(1)).rejects.toThrow('gone');
  });
});

it('works where the database lets us make no schema: its tables are beside ours', async () => {
  const { url, drop } = await createServerDatabase('empty');
  const owner = await openDatabase({ url, dataDir: '' }, silentLog);
  const role = `role_${randomUUID().replaceAll('-', '')}`;
  await owner.knex.raw(`CREATE ROLE ${role} LOGIN`);
  await owner.knex.raw(`GRANT ALL ON SCHEMA public TO ${role}`);
  const limited = new URL(url);
  limited.username = role;
  const database = await openDatabase({ url: limited.href, dataDir: '' }, silentLog);
  const jobs = createJobQueue(database, memoryLog().log);
  try {
    await migrate(database);
    const { id: workspaceId } = await ensureDefaultWorkspace(database.knex);
    const type = 'fetch-telnyx-conversation';
    await jobs.start(withTheRest({ [type]: async () => ({ messages: 1 }) }));
    const id = await jobs.enqueue(database.knex, { workspaceId, type, payload: { conversationId: 'c' } });
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, id))?.status).toBe('completed'), 5_000);
  } finally {
    await jobs.stop(0);
    await database.close();
    await owner.knex.raw(`DROP OWNED BY ${role}`);
    await owner.knex.raw(`DROP ROLE ${role}`);
    await owner.close();
    await drop();
  }
});
