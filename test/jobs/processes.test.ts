import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createJobQueue, type JobQueueOptions } from '../../src/jobs/pg-boss-queue.js';
import { type Database, openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { ensureDefaultWorkspace } from '../../src/store/workspaces.js';
import { type Child, startChild } from '../support/child-process.js';
import { makeWorkspace, openTestDatabase } from '../support/databases.js';
import { withTheRest } from '../support/job-handlers.js';
import { memoryLog } from '../support/memory-log.js';
import { startPostgres } from '../support/postgres-server.js';
import { silentLog } from '../support/silent-log.js';
import type { TakeJobsOptions } from './take-jobs.js';
import type { TickOptions } from './tick.js';

const TYPE = 'fetch-telnyx-conversation';
const PAYLOAD = { conversationId: 'c' };
const undo: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function startTaking(options: TakeJobsOptions): Promise<Child> {
  const child = startChild(import.meta.url, './take-jobs.ts', JSON.stringify(options));
  undo.push(() => child.kill());
  expect(await child.nextLine()).toBe('ready');
  return child;
}

function makeQueue(database: Database, options: JobQueueOptions = {}) {
  const { log, lines } = memoryLog();
  const jobs = createJobQueue(database, log, options);
  undo.push(() => jobs.stop(0));
  return { jobs, lines };
}

describe('a process that is killed over a job', () => {
  it('leaves it to the next owner of the embedded database, which begins it at once', async () => {
    const { database, options, remove } = await openTestDatabase('embedded');
    undo.push(remove);
    await database.close();
    const child = await startTaking({ database: options, queue: {}, add: 1 });
    const [said, id] = (await child.nextLine()).split(' ') as [string, string];
    expect(said).toBe('begun');
    await child.kill();

    const next = await openDatabase(options, silentLog);
    undo.push(() => next.close());
    const { id: workspaceId } = await ensureDefaultWorkspace(next.knex);
    const { jobs, lines } = makeQueue(next);
    expect(await jobs.find(workspaceId, id)).toMatchObject({ status: 'processing', attempts: 1 });
    const begun: [string, number][] = [];
    await jobs.start(
      withTheRest({
        [TYPE]: async (_payload, { jobId, attempt }) => {
          begun.push([jobId, attempt]);
          return undefined;
        },
      }),
    );
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, id))?.status).toBe('completed'), 2_000);
    expect(begun).toEqual([[id, 2]]);
    expect(lines.map(({ msg, jobs: count }) => [msg, count])).toContainEqual([
      'jobs that the last process left unfinished begin again',
      1,
    ]);
  });

  it('leaves it to another process on the server, when it has been silent for long enough', async () => {
    const { database, options, remove } = await openTestDatabase('server');
    undo.push(remove);
    const { id: workspaceId } = await makeWorkspace(database);
    const child = await startTaking({ database: options, queue: { expireSeconds: 2 }, add: 0 });
    const { jobs } = makeQueue(database, { expireSeconds: 2, settings: () => ({ retryDelaySeconds: 1 }) });
    const id = await jobs.enqueue(database.knex, { workspaceId, type: TYPE, payload: PAYLOAD });
    expect(await child.nextLine()).toBe(`begun ${id}`);
    const begun: [string, number][] = [];
    await jobs.start(
      withTheRest({
        [TYPE]: async (_payload, { jobId, attempt }) => {
          begun.push([jobId, attempt]);
          return undefined;
        },
      }),
    );
    // It lives: its job is its own for longer than the two seconds.
    await sleep(4_500);
    expect(begun).toEqual([]);
    await child.kill();
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, id))?.error).toBeDefined(), 8_000);
    expect(await jobs.find(workspaceId, id)).toMatchObject({
      status: 'processing',
      error: 'The process that did it ended before the job did.',
    });
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, id))?.status).toBe('completed'), 8_000);
    expect(begun).toEqual([[id, 2]]);
    expect((await jobs.find(workspaceId, id))?.error).toBeUndefined();
  });
});

describe('two processes on one server', () => {
  it('do each job once', async () => {
    const { database, options, remove } = await openTestDatabase('server');
    undo.push(remove);
    const { id: workspaceId } = await makeWorkspace(database);
    const child = await startTaking({ database: options, queue: {}, jobMs: 5, add: 0 });
    const theirs: string[] = [];
    void (async () => {
      for (;;) {
        const [said, id] = (await child.nextLine()).split(' ') as [string, string];
        if (said === 'begun') theirs.push(id);
      }
    })().catch(() => {});
    const { jobs } = makeQueue(database);
    const ours: string[] = [];
    await jobs.start(
      withTheRest({
        [TYPE]: async (_payload, { jobId }) => {
          ours.push(jobId);
          await sleep(5);
          return undefined;
        },
      }),
    );
    const ids: string[] = [];
    await database.knex.transaction(async (trx) => {
      for (let turn = 0; turn < 400; turn += 1) {
        ids.push(await jobs.enqueue(trx, { workspaceId, type: TYPE, payload: PAYLOAD }));
      }
    });
    await vi.waitFor(
      async () => expect(await jobs.list(workspaceId, { status: 'completed', limit: 500 })).toHaveLength(400),
      { timeout: 20_000, interval: 200 },
    );
    expect([...ours, ...theirs].sort()).toEqual(ids.sort());
    expect(ours.length).toBeGreaterThan(20);
    expect(theirs.length).toBeGreaterThan(20);
  });
});

describe('what is done every so often', () => {
  it('is done once for all processes, also when one of them is killed', async () => {
    const { database, options, remove } = await openTestDatabase('server');
    undo.push(remove);
    await database.knex.raw(
      'CREATE TABLE ticks (pid integer NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp())',
    );
    const everyMs = 300;
    const tick = JSON.stringify({ database: options, everyMs } satisfies TickOptions);
    const children = [0, 1, 2].map(() => startChild(import.meta.url, './tick.ts', tick));
    for (const child of children) undo.push(() => child.kill());
    for (const child of children) expect(await child.nextLine()).toBe('ready');
    const startMs = performance.now();
    await sleep(4_000);
    await children[0]?.kill();
    await sleep(3_000);
    const turns = (performance.now() - startMs) / everyMs;
    const rows = await database.run(
      'SELECT pid, extract(epoch FROM at - lag(at) OVER (ORDER BY at))::float8 * 1000 AS "sinceMs" FROM ticks ORDER BY at',
      [],
    );
    // Three times as many if each did it for itself.
    expect(rows.length).toBeGreaterThan(turns / 2);
    expect(rows.length).toBeLessThan(turns * 1.3 + 2);
    const gaps = rows.map(({ sinceMs }) => sinceMs as number | null).filter((gap) => gap !== null);
    expect(Math.min(...gaps)).toBeGreaterThan(everyMs * 0.6);
  });
});

describe('a database that goes and comes back', () => {
  it('is told what was done meanwhile, and asked for jobs again; the log says so once', async () => {
    const postgres = await startPostgres();
    undo.push(() => postgres.remove());
    const database = await openDatabase({ url: postgres.url, dataDir: '' }, silentLog);
    undo.push(() => database.close());
    await migrate(database);
    const { id: workspaceId } = await ensureDefaultWorkspace(database.knex);
    const { jobs, lines } = makeQueue(database, { pollMs: 100 });
    let begun = 0;
    let finish: () => void = () => {};
    const finishing = new Promise<void>((resolve) => {
      finish = resolve;
    });
    await jobs.start(
      withTheRest({
        [TYPE]: async () => {
          begun += 1;
          await finishing;
          return undefined;
        },
      }),
    );
    const first = await jobs.enqueue(database.knex, { workspaceId, type: TYPE, payload: PAYLOAD });
    await vi.waitFor(() => expect(begun).toBe(1));
    await postgres.stop();
    finish();
    await sleep(2_500);
    const said = () => lines.map(({ msg }) => msg).filter((message) => `${message}`.startsWith('taking jobs'));
    expect(said()).toEqual(['taking jobs failed; trying again']);
    await postgres.start();
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, first))?.status).toBe('completed'), {
      timeout: 10_000,
      interval: 200,
    });
    expect(await jobs.find(workspaceId, first)).toMatchObject({ attempts: 1 });
    const second = await jobs.enqueue(database.knex, { workspaceId, type: TYPE, payload: PAYLOAD });
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, second))?.status).toBe('completed'), 5_000);
    expect(begun).toBe(2);
    expect(said()).toEqual(['taking jobs failed; trying again', 'taking jobs works again']);
  });
});
