import { setTimeout as sleep } from 'node:timers/promises';
import { describeError } from '../errors.js';
import { createQueryParser } from '../query/index.js';
import { DatabaseTimeout, DatabaseUnavailable } from '../store/database-error.js';
import type { NewInitializationRecord } from '../store/initializations.js';
import type { StoreLog } from '../store/store-log.js';
import { createTimeOrderedIds } from '../store/time-ordered-id.js';
import { initializationRecord, type NotedInitialization } from './records/initialization-record.js';

/** Keeps records of initializations: noted once the answer is out, written together soon after. No call waits for it. */
export interface InitializationRecorder {
  /** Costs some microseconds and never throws. One that is promised is noted when it is there; one that is rejected is in the log. */
  note(initialization: NotedInitialization | Promise<NotedInitialization>): void;
  /** Writes what was noted so far, unless the database does not answer. Never rejects. */
  flush(): Promise<void>;
  /** Flushes, and takes no more notes. What is not written by then is dropped. */
  stop(timeoutMs: number): Promise<void>;
  /** How many records were written and dropped in this process. */
  counts(): RecordCounts;
}

export interface RecordCounts {
  readonly written: number;
  readonly waiting: number;
  /** There were more than are kept in memory while the database was slow or away. */
  readonly overflowed: number;
  /** They could not be made or written: a fault of ours, which is in the log. */
  readonly failed: number;
}

export interface InitializationRecorderOptions {
  /** One statement. Rejects with DatabaseUnavailable or DatabaseTimeout where it may be tried again. */
  readonly write: (records: readonly NewInitializationRecord[]) => Promise<void>;
  readonly log: StoreLog;
  /** How many wait at most, those that are being written among them: then the oldest is dropped (2,000). */
  readonly waitingMax?: number;
  /** How large they may be together, in characters of JSON (16 million). */
  readonly charactersMax?: number;
  /** How many one statement writes (200). So many are written at once, fewer when `everyMs` is over. */
  readonly batchMax?: number;
  /** Milliseconds between writes (200). */
  readonly everyMs?: number;
  /** How long the database is left alone after it did not answer (1 s). */
  readonly restMs?: number;
}

/**
 * What was noted is made to a record so soon, together with what is noted until then: a record between two answers costs three times
 * as much as one of many. Until then it is as it came, so that it must not be long, nor many.
 */
const MAKE_MS = 20;
const NOTED_MAX = 64;

/** Writes by itself until it is stopped; its timer does not keep the process. */
export function createInitializationRecorder(options: InitializationRecorderOptions): InitializationRecorder {
  const { write, log, waitingMax = 2_000, charactersMax = 16_000_000, batchMax = 200 } = options;
  const { everyMs = 200, restMs = 1_000 } = options;
  const makeId = createTimeOrderedIds();
  const readQuery = createQueryParser();
  const noted: NotedInitialization[] = [];
  const promised = new Set<Promise<void>>();
  let making: NodeJS.Timeout | undefined;
  let queue: NewInitializationRecord[] = [];
  let underWay: readonly NewInitializationRecord[] = [];
  let characters = 0;
  let restUntilMs = 0;
  let writing: Promise<void> | undefined;
  let stopped = false;
  const counts = { written: 0, overflowed: 0, failed: 0 };

  function trim(): void {
    while (queue.length > 0 && (queue.length + underWay.length > waitingMax || characters > charactersMax)) {
      characters -= sizeOf(queue.shift() as NewInitializationRecord);
      counts.overflowed += 1;
    }
  }

  function makeRecords(): void {
    clearTimeout(making);
    making = undefined;
    for (const initialization of noted.splice(0)) makeRecord(initialization);
  }

  function take(initialization: NotedInitialization): void {
    noted.push(initialization);
    if (noted.length >= NOTED_MAX) makeRecords();
    else making ??= setTimeout(makeRecords, MAKE_MS).unref();
  }

  function fail(error: unknown): void {
    counts.failed += 1;
    log.error({ error: describeError(error) }, 'the record of an initialization cannot be made');
  }

  function makeRecord(initialization: NotedInitialization): void {
    try {
      const record = initializationRecord(initialization, makeId(initialization.at), readQuery);
      queue.push(record);
      characters += sizeOf(record);
      trim();
    } catch (error) {
      fail(error);
    }
    if (queue.length >= batchMax) startUnlessResting();
  }

  /** False: the database does not answer. */
  async function writeBatch(): Promise<boolean> {
    underWay = queue.splice(0, batchMax);
    const batch = underWay;
    try {
      await write(batch);
      counts.written += batch.length;
    } catch (error) {
      if (error instanceof DatabaseUnavailable || error instanceof DatabaseTimeout) {
        queue = [...batch, ...queue];
        underWay = [];
        trim();
        return false;
      }
      counts.failed += batch.length;
      log.error({ records: batch.length, error: describeError(error) }, 'records of initializations cannot be written');
    }
    underWay = [];
    for (const record of batch) characters -= sizeOf(record);
    return true;
  }

  async function writeAll(): Promise<void> {
    while (queue.length > 0) {
      if (await writeBatch()) continue;
      restUntilMs = performance.now() + restMs;
      return;
    }
  }

  function start(): Promise<void> {
    writing ??= writeAll().finally(() => {
      writing = undefined;
    });
    return writing;
  }

  function startUnlessResting(): void {
    if (queue.length > 0 && performance.now() >= restUntilMs) void start();
  }

  async function writeNoted(): Promise<void> {
    makeRecords();
    await writing;
    await start();
  }

  async function flush(): Promise<void> {
    const coming = [...promised];
    await writeNoted();
    if (coming.length === 0) return;
    await Promise.all(coming);
    await writeNoted();
  }

  const timer = setInterval(startUnlessResting, everyMs).unref();

  return {
    note(initialization) {
      if (stopped) return;
      if (!(initialization instanceof Promise)) return take(initialization);
      const taken = initialization.then(take, fail).finally(() => promised.delete(taken));
      promised.add(taken);
    },
    flush,
    async stop(timeoutMs) {
      stopped = true;
      clearInterval(timer);
      const over = new AbortController();
      const late = sleep(timeoutMs, undefined, { signal: over.signal }).catch(() => {});
      await Promise.race([flush(), late]);
      over.abort();
      const lost = queue.length + underWay.length + promised.size;
      if (lost === 0) return;
      counts.overflowed += lost;
      promised.clear();
      queue = [];
      log.warn({ records: lost }, 'records of initializations were dropped: the database did not answer in time');
    },
    counts() {
      makeRecords();
      return { ...counts, waiting: queue.length + underWay.length + promised.size };
    },
  };
}

function sizeOf({ requestJson, answerJson, partsJson, stepsJson }: NewInitializationRecord): number {
  return requestJson.length + answerJson.length + partsJson.length + stepsJson.length;
}
