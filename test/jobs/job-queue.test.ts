import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { type JobContext, JobFailed, type JobHandlers, type JobQueue, TryFailed } from '../../src/jobs/job-queue.js';
import { createJobQueue, type JobQueueOptions } from '../../src/jobs/pg-boss-queue.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { withTheRest } from '../support/job-handlers.js';
import { memoryLog } from '../support/memory-log.js';

const PAYLOAD = { conversationId: 'c', conversationInsightId: 'i' };

/** Tries that follow each other at once. */
const FAST: JobQueueOptions = { settings: () => ({ retryDelaySeconds: 0.05 }) };

describeOnBothDatabases('the job queue', (database, kind) => {
  const queues: JobQueue[] = [];

  function makeQueue(options: JobQueueOptions = {}): JobQueue {
    const jobs = createJobQueue(database(), memoryLog().log, options);
    queues.push(jobs);
    return jobs;
  }

  afterEach(async () => {
    for (const jobs of queues.splice(0)) await jobs.stop(0);
  });

  it('does a job, and shows its result', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue();
    const seen: [unknown, Omit<JobContext, 'signal' | 'outside'>][] = [];
    const handler: JobHandlers['run-insights'] = async (payload, { signal, outside, ...context }) => {
      seen.push([payload, context]);
      return { insights: 3 };
    };
    await jobs.start(withTheRest({ 'run-insights': handler }));
    const id = await jobs.enqueue(database().knex, { workspaceId, type: 'run-insights', payload: PAYLOAD });
    const job = await vi.waitFor(async () => {
      const found = await jobs.find(workspaceId, id);
      expect(found?.status).toBe('completed');
      return found;
    }, 10_000);
    expect(seen).toEqual([[PAYLOAD, { workspaceId, jobId: id, attempt: 1, isLastAttempt: false }]]);
    expect(job).toEqual({
      id,
      type: 'run-insights',
      status: 'completed',
      attempts: 1,
      createdAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
      updatedAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
      result: { insights: 3 },
    });
    expect(jobs.ended()).toEqual([{ type: 'run-insights', outcome: 'completed', count: 1 }]);
  });

  it('adds a job with the transaction that it is added in, and takes it when that has committed', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue({ pollMs: 60_000 });
    const taken: string[] = [];
    await jobs.start(
      withTheRest({ 'run-insights': async (_payload, { jobId }) => void taken.push(jobId) as undefined }),
    );
    const id = await database().knex.transaction(async (trx) => {
      const added = await jobs.enqueue(trx, { workspaceId, type: 'run-insights', payload: PAYLOAD });
      // A queue that looked for jobs now would find none, and not look again for a minute.
      await sleep(200);
      expect(taken).toEqual([]);
      return added;
    });
    await vi.waitFor(() => expect(taken).toEqual([id]), 5_000);
  });

  it('has no job of a transaction that was rolled back', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue();
    let id = '';
    const failing = database().knex.transaction(async (trx) => {
      id = await jobs.enqueue(trx, { workspaceId, type: 'run-insights', payload: PAYLOAD });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await jobs.find(workspaceId, id)).toBeUndefined();
    expect(await jobs.list(workspaceId, { limit: 10 })).toEqual([]);
  });

  it('tries a job again, each time later, and keeps why it failed', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue({ pollMs: 50, settings: () => ({ retryDelaySeconds: 0.2, triesMax: 4 }) });
    const begunMs: number[] = [];
    const attempts: [number, boolean][] = [];
    await jobs.start(
      withTheRest({
        'run-insights': async (_payload, { attempt, isLastAttempt }) => {
          begunMs.push(performance.now());
          attempts.push([attempt, isLastAttempt]);
          throw new TryFailed('The model answered 503');
        },
      }),
    );
    const id = await jobs.enqueue(database().knex, { workspaceId, type: 'run-insights', payload: PAYLOAD });
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, id))?.attempts).toBe(2), 5_000);
    expect(await jobs.find(workspaceId, id)).toMatchObject({ status: 'processing', error: 'The model answered 503.' });
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, id))?.status).toBe('failed'), 10_000);
    expect(attempts).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ]);
    const waits = begunMs.slice(1).map((ms, index) => ms - (begunMs[index] as number));
    for (const [index, leastMs] of [200, 400, 800].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(leastMs - 5);
      expect(waits[index]).toBeLessThan(leastMs * 1.5 + 400);
    }
    expect(await jobs.find(workspaceId, id)).toMatchObject({ attempts: 4, error: 'The model answered 503.' });
    expect(jobs.ended()).toEqual([{ type: 'run-insights', outcome: 'failed', count: 1 }]);
  });

  it('tries a job that says it is hopeless once', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue(FAST);
    let tries = 0;
    await jobs.start(
      withTheRest({
        'run-insights': async () => {
          tries += 1;
          throw new JobFailed('No model is configured.');
        },
      }),
    );
    const id = await jobs.enqueue(database().knex, { workspaceId, type: 'run-insights', payload: PAYLOAD });
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, id))?.status).toBe('failed'));
    await sleep(300);
    expect(tries).toBe(1);
    expect(await jobs.find(workspaceId, id)).toMatchObject({ attempts: 1, error: 'No model is configured.' });
  });

  it('keeps of an error that nobody meant to be shown only what it is', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue({ settings: () => ({ triesMax: 1 }) });
    const thrown = Object.assign(new Error('the caller said: my card is 4111'), { code: '22P02' });
    await jobs.start(withTheRest({ 'run-insights': () => Promise.reject(thrown) }));
    const id = await jobs.enqueue(database().knex, { workspaceId, type: 'run-insights', payload: PAYLOAD });
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, id))?.status).toBe('failed'));
    expect((await jobs.find(workspaceId, id))?.error).toBe('The try ended with Error (22P02).');
  });

  it('gives up a try that takes too long, and says so', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue({ settings: () => ({ triesMax: 1, timeLimitMs: 1_000 }) });
    let abortedWith: unknown;
    await jobs.start(
      withTheRest({
        'run-insights': (_payload, { signal }) =>
          new Promise(() => signal.addEventListener('abort', () => (abortedWith = signal.reason))),
      }),
    );
    const id = await jobs.enqueue(database().knex, { workspaceId, type: 'run-insights', payload: PAYLOAD });
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, id))?.status).toBe('failed'), 5_000);
    expect((await jobs.find(workspaceId, id))?.error).toBe('The try took longer than 1 s.');
    expect(abortedWith).toEqual(new TryFailed('The try took longer than 1 s.'));
  });

  it('does a job no sooner than it should', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue();
    let begunMs = 0;
    const noteTime = async () => {
      begunMs = Date.now();
      return undefined;
    };
    await jobs.start(withTheRest({ 'run-insights': noteTime }));
    const startAfter = new Date(Date.now() + 700);
    await jobs.enqueue(database().knex, { workspaceId, type: 'run-insights', payload: PAYLOAD, startAfter });
    await vi.waitFor(() => expect(begunMs).toBeGreaterThan(0), 5_000);
    expect(begunMs).toBeGreaterThanOrEqual(startAfter.getTime());
    // By the poll of a server, and by knowing when it is due in the embedded database.
    expect(begunMs - startAfter.getTime()).toBeLessThan(1_500);
  });

  it('has one job waiting of those with the same key, by workspace and type', async () => {
    const [one, other] = [await makeWorkspace(database()), await makeWorkspace(database())];
    const jobs = makeQueue();
    const add = (workspaceId: number, singletonKey: string, type: 'run-insights' | 'deliver-insight-webhook') =>
      jobs.enqueue(database().knex, {
        workspaceId,
        type,
        payload: { ...PAYLOAD, target: { kind: 'group', id: 'g' } },
        singletonKey,
      });
    const first = await add(one.id, 'k', 'run-insights');
    const again = await Promise.all(Array.from({ length: 8 }, () => add(one.id, 'k', 'run-insights')));
    expect(new Set(again)).toEqual(new Set([first]));
    const others = [
      await add(one.id, 'l', 'run-insights'),
      await add(one.id, 'k', 'deliver-insight-webhook'),
      await add(other.id, 'k', 'run-insights'),
    ];
    expect(new Set([first, ...others]).size).toBe(4);
    expect(await jobs.list(one.id, { limit: 10 })).toHaveLength(3);
  });

  it('lets another job with the same key wait while the first is done, or to be done again after it', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue({ concurrency: 1, settings: () => ({ retryDelaySeconds: 60 }) });
    const job = { workspaceId, type: 'run-insights', payload: PAYLOAD, singletonKey: 'k' } as const;
    const first = await jobs.enqueue(database().knex, job);
    let second = '';
    const done: string[] = [];
    await jobs.start(
      withTheRest({
        'run-insights': async (_payload, { jobId, ...context }) => {
          // Others are left of other tests.
          if (context.workspaceId !== workspaceId) return undefined;
          done.push(jobId);
          if (jobId !== first) return undefined;
          second = await jobs.enqueue(database().knex, job);
          throw new TryFailed('Not yet.');
        },
      }),
    );
    await vi.waitFor(() => expect(done).toHaveLength(2), 5_000);
    expect(second).not.toBe(first);
    expect(done).toEqual([first, second]);
    expect(await jobs.find(workspaceId, first)).toMatchObject({
      status: 'failed',
      error: 'Not yet. Another job with the same task waits in its place.',
    });
    await jobs.stop(5_000);
    expect(await jobs.find(workspaceId, second)).toMatchObject({ status: 'completed' });
  });

  it('counts a job that is to be tried again as one that waits', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue({ settings: () => ({ retryDelaySeconds: 60 }) });
    const job = { workspaceId, type: 'run-insights', payload: PAYLOAD, singletonKey: 'k' } as const;
    await jobs.start(withTheRest({ 'run-insights': () => Promise.reject(new TryFailed('Not yet.')) }));
    const id = await jobs.enqueue(database().knex, job);
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, id))?.error).toBe('Not yet.'));
    expect(await jobs.enqueue(database().knex, job)).toBe(id);
  });

  it('shows, counts and retries jobs of their own workspace only', async () => {
    const [one, other] = [await makeWorkspace(database()), await makeWorkspace(database())];
    const jobs = makeQueue({ settings: () => ({ triesMax: 1 }) });
    let fail = true;
    await jobs.start(
      withTheRest({
        'run-insights': async () => {
          if (fail) throw new JobFailed('Refused.');
          return { done: true };
        },
      }),
    );
    const id = await jobs.enqueue(database().knex, { workspaceId: one.id, type: 'run-insights', payload: PAYLOAD });
    await vi.waitFor(async () => expect((await jobs.find(one.id, id))?.status).toBe('failed'));
    fail = false;
    expect(await jobs.find(other.id, id)).toBeUndefined();
    expect(await jobs.list(other.id, { limit: 10 })).toEqual([]);
    expect(await jobs.retry(other.id, id)).toBe(false);
    expect(await jobs.find(one.id, id)).toMatchObject({ status: 'failed', error: 'Refused.' });

    expect(await jobs.retry(one.id, id)).toBe(true);
    await vi.waitFor(async () => expect((await jobs.find(one.id, id))?.status).toBe('completed'));
    expect(await jobs.find(one.id, id)).toMatchObject({ attempts: 1, result: { done: true } });
    expect(await jobs.retry(one.id, id)).toBe(false);
  });

  it('lists jobs newest first, by status and type', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue();
    const add = (type: 'run-insights' | 'fetch-telnyx-conversation') =>
      jobs.enqueue(database().knex, { workspaceId, type, payload: PAYLOAD });
    const ids = [await add('run-insights'), await add('fetch-telnyx-conversation'), await add('run-insights')];
    const listed = async (filter: Omit<Parameters<JobQueue['list']>[1], 'limit'>, limit = 10) =>
      (await jobs.list(workspaceId, { ...filter, limit })).map(({ id }) => ids.indexOf(id));
    expect(await listed({})).toEqual([2, 1, 0]);
    expect(await listed({}, 2)).toEqual([2, 1]);
    expect(await listed({ type: 'run-insights' })).toEqual([2, 0]);
    expect(await listed({ status: 'completed' })).toEqual([]);
    await jobs.start(withTheRest({ 'run-insights': async () => undefined }));
    await vi.waitFor(async () => expect(await listed({ status: 'processing' })).toEqual([]));
    expect(await listed({ status: 'completed' })).toEqual([2, 0]);
    expect(await listed({ status: 'failed' })).toEqual([1]);
    expect(await listed({ status: 'failed', type: 'run-insights' })).toEqual([]);
  });

  it('puts back what does not end in time when it stops, and what ends by the signal, without counting the try', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue({ concurrency: 8 });
    let signalled = 0;
    let finish: () => void = () => {};
    const finishing = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun = 0;
    await jobs.start(
      withTheRest({
        // Deaf to the signal.
        'run-insights': async () => {
          begun += 1;
          await finishing;
          return { late: true };
        },
        'fetch-telnyx-conversation': (_payload, { signal }) => {
          begun += 1;
          return new Promise((_resolve, reject) =>
            signal.addEventListener('abort', () => {
              signalled += 1;
              reject(new JobFailed('Whatever a broken fetch is taken for.'));
            }),
          );
        },
      }),
    );
    for (let turn = 0; turn < 12; turn += 1) {
      const type = turn % 2 === 0 ? 'run-insights' : 'fetch-telnyx-conversation';
      await jobs.enqueue(database().knex, { workspaceId, type, payload: PAYLOAD });
    }
    await vi.waitFor(() => expect(begun).toBe(8), 5_000);
    const startMs = performance.now();
    await jobs.stop(300);
    expect(performance.now() - startMs).toBeLessThan(2_000);
    expect(signalled).toBe(4);
    finish();
    await sleep(100);
    const left = await jobs.list(workspaceId, { limit: 100 });
    expect(left.map(({ status, attempts, result, error }) => ({ status, attempts, result, error }))).toEqual(
      Array.from({ length: 12 }, () => ({ status: 'processing', attempts: 0, result: undefined, error: undefined })),
    );
    expect(await jobs.countWaiting()).toBeGreaterThanOrEqual(12);

    const next = makeQueue({ concurrency: 8 });
    const attempts: number[] = [];
    const handler = async (_payload: unknown, { attempt }: JobContext) => void attempts.push(attempt) as undefined;
    await next.start(withTheRest({ 'run-insights': handler, 'fetch-telnyx-conversation': handler }));
    await vi.waitFor(() => expect(attempts).toEqual(Array.from({ length: 12 }, () => 1)), 5_000);
  });

  it('says of a job whose process died in its last try that it failed, in the transaction in which it does', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue({ expireSeconds: 1 });
    const add = (conversationId: string) =>
      jobs.enqueue(database().knex, { workspaceId, type: 'run-insights', payload: { ...PAYLOAD, conversationId } });
    const [last, other] = [await add('last'), await add('to be tried again')];
    // As processes leave them that die over them.
    await database().knex.raw(
      `UPDATE jobs SET state = 'active', started_on = now() - interval '1 hour', retry_count = CASE WHEN id = ? THEN retry_limit ELSE 0 END
       WHERE id IN (?, ?)`,
      [last, last, other],
    );
    // A queue of another test may have looked a moment ago.
    await database().knex.raw(`DELETE FROM periodic_tasks WHERE name = 'expire-jobs'`);
    const said: unknown[] = [];
    const begun: string[] = [];
    const handler = Object.assign(
      async (_payload: object, { jobId }: JobContext) => void begun.push(jobId) as undefined,
      {
        abandoned: async (...[trx, ...told]: Parameters<NonNullable<JobHandlers['run-insights']['abandoned']>>) => {
          const { rows } = await trx.raw<{ rows: { state: string }[] }>('SELECT state::text FROM jobs WHERE id = ?', [
            last,
          ]);
          said.push([...told, rows]);
        },
      },
    );
    await jobs.start(withTheRest({ 'run-insights': handler }));
    const reason = 'The process that did it ended before the job did.';
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, last))?.status).toBe('failed'), 5_000);
    expect(await jobs.find(workspaceId, last)).toMatchObject({ error: reason });
    expect(said).toEqual([[workspaceId, { ...PAYLOAD, conversationId: 'last' }, reason, [{ state: 'failed' }]]]);
    expect(jobs.ended()).toContainEqual({ type: 'run-insights', outcome: 'failed', count: 1 });
    // It can be retried like any other that failed, and is not told of again.
    expect(await jobs.retry(workspaceId, last)).toBe(true);
    await vi.waitFor(() => expect(begun).toContain(last), 5_000);
    expect(said).toHaveLength(1);
  });

  it.each(['expired', 'is stopped'])(
    'says why a job ended that %s and cannot be put back, since another with its key waits',
    async (how) => {
      const { id: workspaceId } = await makeWorkspace(database());
      await database().knex.raw(`DELETE FROM jobs WHERE state < 'completed'`);
      const jobs = makeQueue({ expireSeconds: 1, concurrency: 1 });
      const job = { workspaceId, type: 'run-insights', payload: PAYLOAD, singletonKey: 'k' } as const;
      const first = await jobs.enqueue(database().knex, job);
      let waiting = '';
      const add = async (): Promise<void> => {
        waiting = await jobs.enqueue(database().knex, { ...job, startAfter: new Date(Date.now() + 3_600_000) });
      };
      if (how === 'expired') {
        await database().knex.raw(
          `UPDATE jobs SET state = 'active', started_on = now() - interval '1 hour' WHERE id = ?`,
          [first],
        );
        await add();
        await database().knex.raw(`DELETE FROM periodic_tasks WHERE name = 'expire-jobs'`);
      }
      let isBegun = false;
      await jobs.start(
        withTheRest({
          'run-insights': async (_payload, { signal }) => {
            isBegun = true;
            return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
          },
        }),
      );
      if (how === 'is stopped') {
        await vi.waitFor(() => expect(isBegun).toBe(true), 5_000);
        await add();
        await jobs.stop(5_000);
      }
      await vi.waitFor(async () => expect((await jobs.find(workspaceId, first))?.status).toBe('failed'), 5_000);
      expect(waiting).not.toBe(first);
      expect((await jobs.find(workspaceId, first))?.error).toBe(
        'The process that did it ended before the job did. Another job with the same task waits in its place.',
      );
      expect(await jobs.find(workspaceId, waiting)).toMatchObject({ status: 'processing' });
      expect(jobs.ended()).toEqual([{ type: 'run-insights', outcome: 'failed', count: 1 }]);
    },
  );

  it('ends abandoned jobs also where the handler of one cannot say so, and takes up the others', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const { log, lines } = memoryLog();
    const jobs = createJobQueue(database(), log, { expireSeconds: 1 });
    queues.push(jobs);
    const add = (conversationId: string) =>
      jobs.enqueue(database().knex, { workspaceId, type: 'run-insights', payload: { ...PAYLOAD, conversationId } });
    const [bad, good, other] = [await add('bad'), await add('good'), await add('to be tried again')];
    // The bad one comes first.
    await database().knex.raw(
      `UPDATE jobs SET state = 'active', started_on = now() - CASE WHEN id = ? THEN interval '2 hours' ELSE interval '1 hour' END,
         retry_count = CASE WHEN id = ? THEN 0 ELSE retry_limit END, retry_delay = 1
       WHERE id IN (?, ?, ?)`,
      [bad, other, bad, good, other],
    );
    await database().knex.raw(`DELETE FROM periodic_tasks WHERE name = 'expire-jobs'`);
    const said: string[] = [];
    const begun: string[] = [];
    const handler = Object.assign(
      async (_payload: object, { jobId }: JobContext) => void begun.push(jobId) as undefined,
      {
        abandoned: async (_trx: unknown, _workspaceId: number, payload: typeof PAYLOAD) => {
          if (payload.conversationId === 'bad') throw new TypeError('a payload of another version');
          said.push(payload.conversationId);
        },
      },
    );
    await jobs.start(withTheRest({ 'run-insights': handler }));
    const statuses = async () => [
      (await jobs.find(workspaceId, bad))?.status,
      (await jobs.find(workspaceId, good))?.status,
      (await jobs.find(workspaceId, other))?.status,
    ];
    await vi.waitFor(async () => expect(await statuses()).toEqual(['failed', 'failed', 'completed']), 8_000);
    expect(said).toEqual(['good']);
    expect(begun).toContain(other);
    const complaints = lines.filter(({ msg }) => msg === 'an abandoned job fails without its handler');
    expect(complaints).toMatchObject([{ job: bad, error: { name: 'TypeError' } }]);
  });

  it('tells the handler of a job that expires in its last try while others that did are ended', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    let id = '';
    let isExpired = false;
    const run: ReturnType<typeof database>['run'] = async (sql, ...rest) => {
      const rows = await database().run(sql, ...rest);
      if (!isExpired && sql.includes('expire_in < now() AND retry_count >= retry_limit')) {
        isExpired = true;
        // Its process had another moment when it was looked for.
        await database().knex.raw(
          `UPDATE jobs SET state = 'active', started_on = now() - interval '1 hour', retry_count = retry_limit WHERE id = ?`,
          [id],
        );
      }
      return rows;
    };
    const jobs = createJobQueue({ ...database(), run }, memoryLog().log, { expireSeconds: 1 });
    queues.push(jobs);
    const startAfter = new Date(Date.now() + 60 * 60 * 1000);
    id = await jobs.enqueue(database().knex, { workspaceId, type: 'run-insights', payload: PAYLOAD, startAfter });
    await database().knex.raw(`DELETE FROM periodic_tasks WHERE name = 'expire-jobs'`);
    const said: number[] = [];
    const abandoned = async (_trx: unknown, ofWorkspace: number) => void said.push(ofWorkspace);
    await jobs.start(withTheRest({ 'run-insights': Object.assign(async () => undefined, { abandoned }) }));
    await vi.waitFor(async () => expect((await jobs.find(workspaceId, id))?.status).toBe('failed'), 8_000);
    expect(isExpired).toBe(true);
    // Others may have been left by other tests.
    expect(said.filter((each) => each === workspaceId)).toHaveLength(1);
  });

  it('learns from calls before all else, and still gives one of the others its turn after three', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    // What other tests left would have turns, too.
    await database().knex.raw(`DELETE FROM jobs WHERE state < 'active'`);
    const jobs = makeQueue({ concurrency: 1 });
    const done: string[] = [];
    const { knex } = database();
    const learn = () => jobs.enqueue(knex, { workspaceId, type: 'extract-memory', payload: { conversationId: 'c' } });
    await jobs.enqueue(knex, { workspaceId, type: 'run-insights', payload: PAYLOAD });
    await jobs.enqueue(knex, { workspaceId, type: 'fetch-telnyx-conversation', payload: PAYLOAD });
    for (let turn = 0; turn < 5; turn += 1) await learn();
    await jobs.start(
      withTheRest({
        'extract-memory': async () => {
          done.push('learned');
          // There is always another call that has ended.
          if (done.length < 30) await learn();
          return undefined;
        },
        'run-insights': async () => void done.push('insights') as undefined,
        'fetch-telnyx-conversation': async () => void done.push('fetched') as undefined,
      }),
    );
    await vi.waitFor(() => expect(done.length).toBeGreaterThanOrEqual(10), 10_000);
    const three = ['learned', 'learned', 'learned'];
    expect(done.slice(0, 10)).toEqual([...three, 'insights', ...three, 'fetched', 'learned', 'learned']);
  });

  it('runs no more jobs at once than it should', async () => {
    const { id: workspaceId } = await makeWorkspace(database());
    const jobs = makeQueue();
    let running = 0;
    let most = 0;
    let done = 0;
    await jobs.start(
      withTheRest({
        'run-insights': async () => {
          running += 1;
          most = Math.max(most, running);
          await sleep(20);
          running -= 1;
          done += 1;
          return undefined;
        },
      }),
    );
    await database().knex.transaction(async (trx) => {
      for (let turn = 0; turn < 20; turn += 1) {
        await jobs.enqueue(trx, { workspaceId, type: 'run-insights', payload: PAYLOAD });
      }
    });
    await vi.waitFor(() => expect(done).toBe(20), 10_000);
    expect(most).toBe(kind === 'embedded' ? 1 : 4);
  });
});
