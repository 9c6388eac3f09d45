import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../store/database.js';
import { completeJob, failJob, type JobTry, postponeJob, putJobBack } from '../store/job-tries.js';
import { failureReason } from './failure-reason.js';
import { type JobContext, JobFailed, type JobHandlers, TryFailed } from './job-queue.js';
import { ABANDONED } from './job-record.js';
import { type JobSettingsOverride, jobSettings, retryDelayMs } from './job-settings.js';
import type { TakenJob } from './pg-boss-client.js';
import type { WorkPlace } from './work-places.js';

export interface JobRunnerOptions {
  readonly handlers: JobHandlers;
  readonly settings?: JobSettingsOverride | undefined;
  /** The job's; it is given up when the run is over. */
  readonly place: WorkPlace;
  readonly onEnd: (type: string, outcome: 'completed' | 'failed') => void;
}

/** One try of a job, from when it was taken to when the database knows what became of it. */
export interface JobRun {
  readonly job: JobTry;
  /** Resolves when it is over; rejects when the database could not be told. */
  readonly ended: Promise<void>;
  /** Aborts the handler's signal: whatever it throws from now on, the job is put back. */
  stop(): void;
  /** Puts the job back now, and lets the handler be. */
  abandon(): Promise<void>;
}

/** How often the database is told what became of a try, when it does not answer: a try that ended well should not be done again. */
const TELL_TRIES = 5;
const TELL_FIRST_WAIT_MS = 250;

type Outcome =
  | { readonly kind: 'completed'; readonly result: object | undefined }
  | { readonly kind: 'thrown'; readonly error: unknown };

export function runJob(
  database: Database,
  taken: TakenJob,
  { handlers, settings, place, onEnd }: JobRunnerOptions,
): JobRun {
  const { id, retryCount, retryLimit } = taken;
  const { type, payload, workspace_id: workspaceId } = taken.data;
  const ofType = jobSettings(type, settings);
  const job: JobTry = { id, retryCount };
  const attempt = retryCount + 1;
  const isLastAttempt = retryCount >= retryLimit;
  const aborting = new AbortController();
  let stopped = false;
  let abandoned = false;

  async function handle(): Promise<object | undefined> {
    const ofTypes: Partial<Record<string, (payload: never, context: JobContext) => Promise<object | undefined>>> =
      handlers;
    const handler = ofTypes[type];
    // Of a newer version, beside this one on the same database.
    if (handler === undefined) throw new TryFailed(`This version does not know jobs of the type ${type}.`);
    const { signal } = aborting;
    return handler(payload as never, {
      workspaceId,
      jobId: id,
      attempt,
      isLastAttempt,
      signal,
      outside: place.outside,
    });
  }

  async function settle(outcome: Outcome): Promise<void> {
    if (outcome.kind === 'completed') {
      if (await completeJob(database, job, outcome.result)) onEnd(type, 'completed');
      return;
    }
    if (stopped) return putBack();
    const { error } = outcome;
    const reason = failureReason(error);
    if (error instanceof JobFailed || isLastAttempt) {
      if (await failJob(database, job, reason)) onEnd(type, 'failed');
      return;
    }
    const delayMs = retryDelayMs(ofType, attempt, Math.random());
    if ((await postponeJob(database, job, delayMs, reason)) === 'superseded') onEnd(type, 'failed');
  }

  async function putBack(): Promise<void> {
    if ((await putJobBack(database, job, ABANDONED)) === 'superseded') onEnd(type, 'failed');
  }

  async function run(): Promise<void> {
    const outcome = await within(ofType.timeLimitMs, aborting, handle);
    for (let tries = 1; !abandoned; tries += 1) {
      try {
        return await settle(outcome);
      } catch (error) {
        if (tries === TELL_TRIES) throw error;
        await sleep(TELL_FIRST_WAIT_MS * 2 ** tries, undefined, { ref: false });
      }
    }
  }

  return {
    job,
    ended: run().finally(() => place.end()),
    stop() {
      stopped = true;
      aborting.abort();
    },
    async abandon() {
      abandoned = true;
      await putBack();
    },
  };
}

/** A handler's outcome; one that is late has its signal aborted, and is not waited for. Never rejects. */
async function within(
  limitMs: number,
  aborting: AbortController,
  handle: () => Promise<object | undefined>,
): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => {
      const error = new TryFailed(`The try took longer than ${Math.round(limitMs / 1000)} s.`);
      resolve({ kind: 'thrown', error });
      aborting.abort(error);
    }, limitMs);
  });
  const outcome = handle().then(
    (result): Outcome => ({ kind: 'completed', result }),
    (error: unknown): Outcome => ({ kind: 'thrown', error }),
  );
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
  }
}
