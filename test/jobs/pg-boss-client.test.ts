import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { expect, it, vi } from 'vitest';
import { openPgBoss } from '../../src/jobs/pg-boss-client.js';
import { createJobQueue } from '../../src/jobs/pg-boss-queue.js';
import { openDatabase } from '../../src/store/database.js';
import { findJobSchema } from '../../src/store/job-schema.js';
import { migrate } from '../../src/store/migrate.js';
import { removeOldJobs } from '../../src/store/remove-old-jobs.js';
import { ensureDefaultWorkspace } from '../../src/store/workspaces.js';
import { createServerDatabase, describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { withTheRest } from '../support/job-handlers.js';
import { memoryLog } from '../support/memory-log.js';
import { silentLog } from '../support/silent-log.js';

it('is the pg-boss whose tables migration 8 makes: for another, a migration has to change those that are there', () => {
  const { schema } = createRequire(import.meta.url)('pg-boss/version.json') as { schema: number };
  expect(schema).toBe(24);
});

const DAY_SECONDS = 24 * 60 * 60;

describeOnBothDatabases('pg-boss on our connections', (database) => {
  const jobsOf = (workspaceId: number) =>
    database().run(
      `SELECT state::text AS state, count(*) AS count FROM jobs WHERE data->>'workspace_id' = $1 GROUP BY 1 ORDER BY 1`,
      [`${workspaceId}`],
    );

  it('removes jobs so long after they were completed or failed, and none that waits', async () => {
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
    await removeOldJobs(database(), { completedSeconds: 7 * DAY_SECONDS, failedSeconds: 30 * DAY_SECONDS });
    const left = await jobs.list(workspaceId, { limit: 10 });
    expect(left.map(({ id }) => ids[id]).sort()).toEqual(['completed 6', 'created 400', 'failed 29']);
  });

  it('removes any number of them, none by a statement that takes long', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const schema = await findJobSchema(database());
    await database().knex.transaction(async (trx) => {
      await trx.raw(`SELECT set_config('statement_timeout', '0', true)`);
      await trx.raw(
        `INSERT INTO jobs (id, name, data, state, completed_on)
         SELECT gen_random_uuid(), 'jobs', jsonb_build_object('workspace_id', ?::integer, 'type', 'run-insights', 'payload', '{}'::jsonb),
           CASE WHEN number % 10 = 0 THEN 'failed' ELSE 'completed' END::${schema}.job_state, now() - interval '20 days'
         FROM generate_series(1, 30000) AS number`,
        [workspaceId],
      );
    });
    let statements = 0;
    let longestMs = 0;
    const run: ReturnType<typeof database>['run'] = async (...statement) => {
      const startMs = performance.now();
      const rows = await database().run(...statement);
      statements += 1;
      longestMs = Math.max(longestMs, performance.now() - startMs);
      return rows;
    };
    await removeOldJobs({ run }, { completedSeconds: 7 * DAY_SECONDS, failedSeconds: 30 * DAY_SECONDS });
    expect(await jobsOf(workspaceId)).toEqual([{ state: 'failed', count: 3000 }]);
    expect(statements).toBeGreaterThan(10);
    expect(longestMs).toBeLessThan(2_000);
  });

  it('stops removing when it is told to', async () => {
    const controller = new AbortController();
    controller.abort(new Error('The process stops.'));
    const seconds = { completedSeconds: 1, failedSeconds: 1 };
    await expect(removeOldJobs(database(), seconds, controller.signal)).rejects.toThrow('The process stops.');
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
