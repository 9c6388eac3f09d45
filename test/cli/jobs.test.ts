import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJobQueue } from '../../src/jobs/pg-boss-queue.js';
import { failAbandonedJob } from '../../src/store/abandoned-jobs.js';
import { openDatabase } from '../../src/store/database.js';
import { ensureDefaultWorkspace } from '../../src/store/workspaces.js';
import { ringback } from '../support/command-line.js';
import { createServerDatabase } from '../support/databases.js';
import { memoryLog } from '../support/memory-log.js';
import { silentLog } from '../support/silent-log.js';

const REASON = 'The process that did it ended before the job did.';

describe('ringback jobs', () => {
  let dataDir: string;
  let server: Awaited<ReturnType<typeof createServerDatabase>>;
  let environment: Record<string, string>;
  const ids: string[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ringback-jobs-'));
    server = await createServerDatabase();
    environment = { RINGBACK_DATA_DIR: dataDir, DATABASE_URL: server.url };
    const database = await openDatabase({ url: server.url, dataDir }, silentLog);
    const { id: workspaceId } = await ensureDefaultWorkspace(database.knex);
    const jobs = createJobQueue(database, memoryLog().log, { settings: () => ({ triesMax: 1 }) });
    for (let turn = 0; turn < 3; turn += 1) {
      ids.push(
        await jobs.enqueue(database.knex, {
          workspaceId,
          type: 'fetch-telnyx-conversation',
          payload: { conversationId: 'c' },
        }),
      );
    }
    // As a process leaves them that dies over them, at their last try.
    await database.knex.raw(`UPDATE jobs SET state = 'active', started_on = now()`);
    for (const id of ids) await failAbandonedJob(database.knex, id, 'left', REASON);
    await database.close();
  });

  afterAll(async () => {
    await server.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const list = async (...options: string[]) => ringback(['jobs', 'list', ...options], environment);

  test('list shows a table, and JSON with everything', async () => {
    const { code, stdout } = await list('--status', 'failed');
    expect(code).toBe(0);
    expect(stdout).toMatch(/job_id.*type.*status.*attempts.*created_at.*updated_at.*error/);
    for (const id of ids) expect(stdout).toContain(id.slice(0, 8));
    expect(stdout).toMatch(/3 jobs\n$/);
    const json = JSON.parse((await list('--json', '--limit', '2')).stdout);
    expect(json).toEqual(
      [ids[2], ids[1]].map((job_id) => ({
        job_id,
        type: 'fetch-telnyx-conversation',
        status: 'failed',
        attempts: 1,
        created_at: expect.any(String),
        updated_at: expect.any(String),
        result: null,
        error: REASON,
      })),
    );
    expect((await list('--status', 'completed')).stdout).toBe('No job matches.\n');
  });

  test('a status, a type, a workspace that is none is an error that says so', async () => {
    expect(await list('--status', 'done')).toMatchObject({
      code: 1,
      stderr: 'ringback: "status" has to be one of "processing", "completed", "failed".\n',
    });
    expect(await list('--workspace', 'nobody')).toMatchObject({
      code: 1,
      stderr: 'ringback: There is no workspace "nobody".\n',
    });
  });

  test('retry needs a job, or all', async () => {
    for (const choice of [[], [ids[0] as string, '--all-failed']]) {
      expect(await ringback(['jobs', 'retry', ...choice], environment)).toMatchObject({
        code: 1,
        stderr:
          'ringback: Name one job, or say --all-failed: ringback jobs list --status failed shows which there are.\n',
      });
    }
  });

  test('retry has one wait again, and then all others; without a server it says what is missing', async () => {
    const [first = ''] = ids;
    const hint = 'No server runs on this database: jobs are done when one does (ringback serve).\n';
    const one = await ringback(['jobs', 'retry', first], environment);
    expect(one).toEqual({ code: 0, stdout: `The job ${first} waits again.\n${hint}`, stderr: '' });
    expect(await ringback(['jobs', 'retry', first], environment)).toMatchObject({
      code: 1,
      stderr: `ringback: The job "${first}" is processing: only a job that failed can be retried.\n`,
    });
    const all = await ringback(['jobs', 'retry', '--all-failed'], environment);
    expect(all).toEqual({ code: 0, stdout: `2 jobs wait again.\n${hint}`, stderr: '' });
    expect((await list('--status', 'failed')).stdout).toBe('No job matches.\n');
    const none = await ringback(['jobs', 'retry', '--all-failed'], environment);
    expect(none).toMatchObject({ code: 0, stdout: `0 jobs wait again.\n${hint}` });
  });
});
