import { setTimeout as sleep } from 'node:timers/promises';
import type { Change, ChangeFeed } from '../change-feed.js';
import { createPool } from '../connection-pool.js';
import type { Database } from '../database.js';
import { DatabaseTimeout } from '../database-error.js';
import { serverUrls } from '../server-urls.js';
import type { StoreLog } from '../store-log.js';
import { LagGauge } from './lag-gauge.js';
import { type LogPosition, ReplayMarks } from './replay-marks.js';
import { Standby } from './standby.js';
import { mayWrite } from './written-keys.js';

/** Where reads go that need not see the very last write of others: to a standby, or to the primary. What writes goes to the primary. */
export interface Reads extends Pick<Database, 'run'> {
  /** Begins to look after the standbys; until one is found to be in time, the primary is asked. */
  start(): void;
  stop(graceMs: number): Promise<void>;
}

export interface ReplicaReadsOptions {
  /** Of the standbys: one URL, with one or several hosts. */
  readonly url: string;
  /** A standby that is further behind is left out. */
  readonly lagMaxMs: number;
  /** Whether the URL goes through a pooler in transaction mode. (No.) */
  readonly isPooled?: boolean;
  /** Connections to each standby at most (10). */
  readonly poolMax?: number;
  /** Milliseconds of a clock that only moves forward. */
  readonly nowMs?: () => number;
}

/** How often the standbys are looked at, and how often while something that was written has not arrived. */
const LOOK_MS = 500;
const LOOK_SOON_MS = 40;
/** A standby that is taken in at once is not spoken of as left out. */
const LOOKS_BEFORE_SAYING = 4;
const LOOK_TIMEOUT_MS = 1_000;
/** A read that has so little time gives the primary half of it, should the standby not answer. */
const SHORT_MS = 2_000;
const STATEMENT_MS = 10_000;

/**
 * Reads from standbys, with read-your-writes: what this process wrote to a conversation or a caller is read from the primary until
 * every standby that serves has it. What a statement is about is seen in its bindings: the ids and targets that are written are the
 * ones that are asked for. A standby that does not answer, follows nobody, or is too far behind is left out, and taken in again
 * when it has caught up; what it was asked meanwhile is asked of the primary.
 */
export function createReplicaReads(
  database: Database,
  changes: Pick<ChangeFeed, 'subscribe'>,
  { url, lagMaxMs, isPooled = false, poolMax = 10, nowMs = () => performance.now() }: ReplicaReadsOptions,
  log: StoreLog,
): Reads {
  const session = { statementTimeoutMs: STATEMENT_MS, idleInTransactionTimeoutMs: STATEMENT_MS };
  const standbys = serverUrls(url).map((connectionString) => {
    const settings = {
      target: { connectionString },
      connectTimeoutMs: LOOK_TIMEOUT_MS,
      session: isPooled ? ('pooled' as const) : session,
    };
    const [pool, looks] = [createPool({ ...settings, max: poolMax }), createPool({ ...settings, max: 1 })];
    return new Standby(new URL(connectionString).host, pool, looks);
  });
  const marks = new ReplayMarks();
  const gauge = new LagGauge(lagMaxMs);
  const stopping = new AbortController();
  let soon = new AbortController();
  let [turn, looks] = [0, 0];
  let ended: Promise<void> | undefined;
  let unsubscribe: (() => void) | undefined;

  function wrote(keys: readonly string[]): void {
    marks.add(keys);
    soon.abort();
  }

  function changed(change: Change | undefined): void {
    // What other processes change is told here, too; whoever reads it anew must not find it as it was.
    if (change === undefined) marks.addAll();
    else
      marks.add([change.kind === 'callers' && change.key !== undefined ? change.key : ofWorkspace(change.workspaceId)]);
    soon.abort();
  }

  function choose(sql: string, bindings: readonly unknown[]): Standby | undefined {
    if (mayWrite(sql)) return undefined;
    if (!marks.isEmpty && (marks.coversAll || namesMarked(marks, bindings))) return undefined;
    for (let tries = 0; tries < standbys.length; tries += 1) {
      turn = (turn + 1) % standbys.length;
      if (standbys[turn]?.serves) return standbys[turn];
    }
    return undefined;
  }

  async function look(): Promise<void> {
    const askedAtMs = nowMs();
    const written = marks.unplaced();
    const [primary, ...positions] = await Promise.all([
      primaryPosition(database).catch(() => undefined),
      ...standbys.map((standby) => standby.position(LOOK_TIMEOUT_MS).catch((error: Error) => error)),
    ]);
    if (primary !== undefined) {
      marks.note(written, primary.committed);
      gauge.note(askedAtMs, primary.flushed);
    }
    const replayed: number[] = [];
    for (const [index, standby] of standbys.entries()) {
      const position = positions[index];
      const isInTime = typeof position === 'number' && gauge.isInTime(position, nowMs());
      say(standby, isInTime, position);
      standby.serves = isInTime;
      if (isInTime) replayed.push(position);
    }
    looks += 1;
    if (replayed.length > 0) marks.replayed(Math.min(...replayed));
  }

  const said = new Map<Standby, boolean>();
  function say(standby: Standby, serves: boolean, position: number | Error | undefined): void {
    const { name } = standby;
    if (said.get(standby) === serves || (!serves && !said.has(standby) && looks < LOOKS_BEFORE_SAYING)) return;
    said.set(standby, serves);
    if (serves) {
      log.info({ standby: name }, 'reads go to the standby');
      return;
    }
    const reason =
      position instanceof Error
        ? position.message
        : position === undefined
          ? 'it follows no primary'
          : `it is more than ${lagMaxMs} ms behind`;
    log.warn({ standby: name, reason }, 'the standby is left out: reads go to the primary');
  }

  async function lookForEver(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look();
      if (stopping.signal.aborted) return;
      soon = new AbortController();
      const signal = AbortSignal.any([stopping.signal, ...(marks.isEmpty ? [soon.signal] : [])]);
      const isAnyIn = standbys.some(({ serves }) => serves);
      const waitMs = marks.isEmpty || !isAnyIn ? LOOK_MS : LOOK_SOON_MS;
      await sleep(waitMs, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  return {
    async run(sql, bindings, options = {}) {
      const standby = choose(sql, bindings);
      if (standby === undefined) return database.run(sql, bindings, options);
      const startMs = nowMs();
      const { timeoutMs } = options;
      const isShort = timeoutMs !== undefined && timeoutMs <= SHORT_MS;
      try {
        return await standby.run(sql, bindings, isShort ? { timeoutMs: timeoutMs / 2 } : options);
      } catch (error) {
        if (error instanceof DatabaseTimeout && !isShort) throw error;
        if (timeoutMs === undefined) return database.run(sql, bindings, options);
        const leftMs = timeoutMs - (nowMs() - startMs);
        if (leftMs <= 0) throw error;
        return database.run(sql, bindings, { timeoutMs: leftMs }).catch((reason: unknown) => {
          if (!(reason instanceof DatabaseTimeout)) throw reason;
          throw new DatabaseTimeout(`The database did not answer within ${timeoutMs} ms.`, { cause: reason });
        });
      }
    },
    start() {
      if (ended !== undefined) return;
      database.writes.listener = wrote;
      unsubscribe = changes.subscribe(changed);
      ended = lookForEver();
    },
    async stop(graceMs) {
      stopping.abort();
      unsubscribe?.();
      database.writes.listener = undefined;
      await Promise.all(standbys.map((standby) => standby.close(graceMs)));
      await ended;
    },
  };
}

/** Everything of a workspace, where it cannot be told whose it is. */
function ofWorkspace(workspaceId: number): string {
  return `workspace ${workspaceId}`;
}

function namesMarked(marks: ReplayMarks, bindings: readonly unknown[]): boolean {
  const [workspaceId] = bindings;
  if (typeof workspaceId === 'number' && marks.has(ofWorkspace(workspaceId))) return true;
  return bindings.some((binding) =>
    Array.isArray(binding)
      ? binding.some((value) => typeof value === 'string' && isMarked(marks, value))
      : typeof binding === 'string' && isMarked(marks, binding),
  );
}

/** A list can be one text, as Postgres writes arrays, and a condition on metadata is a path with the value in it. */
const WORDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|"(?:[^"\\]|\\.)*"/gi;

function isMarked(marks: ReplayMarks, value: string): boolean {
  if (marks.has(value) || marks.has(value.toLowerCase())) return true;
  for (const [word] of value.matchAll(WORDS)) {
    const text = word.startsWith('"') ? unquoted(word) : word.toLowerCase();
    if (marks.has(text)) return true;
  }
  return false;
}

function unquoted(word: string): string {
  try {
    return JSON.parse(word) as string;
  } catch {
    return word.slice(1, -1);
  }
}

interface PrimaryPosition {
  /** Everything that was acknowledged is before it. */
  readonly committed: LogPosition;
  /** So far standbys can get: what nobody has committed may stay behind it for a while. */
  readonly flushed: LogPosition;
}

async function primaryPosition({ run }: Database): Promise<PrimaryPosition | undefined> {
  const [row] = await run(
    `SELECT pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::float8 AS flushed, pg_wal_lsn_diff(
       CASE current_setting('synchronous_commit') WHEN 'off' THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END,
       '0/0')::float8 AS committed
     WHERE NOT pg_is_in_recovery()`,
    [],
    { timeoutMs: LOOK_TIMEOUT_MS },
  );
  return row as PrimaryPosition | undefined;
}
