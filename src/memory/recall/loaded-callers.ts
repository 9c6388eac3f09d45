import { type CallerReference, readFactsOfCallers, type StoredCallerFacts } from '../../store/caller-memory.js';
import type { Change } from '../../store/change-feed.js';
import type { Database } from '../../store/database.js';
import { DatabaseUnavailable } from '../../store/database-error.js';
import { createGatheredReads } from '../../store/gathered-reads.js';
import type { CallerScope } from './caller-memories.js';
import { inTime } from './in-time.js';
import { WarmCaller } from './warm-caller.js';
import { type KeptCaller, WarmCallers, type WarmCallersOptions } from './warm-callers.js';

export interface LoadedCallersOptions extends WarmCallersOptions {
  readonly database: Pick<Database, 'run'>;
  readonly report: (error: unknown) => void;
}

export type LoadedCaller =
  /** `isStale`: as it was some time ago, since the database does not answer. */
  | { readonly status: 'found'; readonly caller: WarmCaller; readonly isStale: boolean }
  | { readonly status: 'new' }
  | { readonly status: 'late' };

/** Callers from memory, or from the database as long as there is time. */
export interface LoadedCallers {
  /**
   * Never rejects.
   *
   * @param endMs of `performance.now()`
   */
  get(scope: Pick<CallerScope, 'workspaceId' | 'identities' | 'callerId'>, endMs: number): Promise<LoadedCaller>;
  /**
   * Runs something else of a workspace that asks the database, when it has its turn. Who calls does not wait behind it, and workspaces take
   * turns.
   *
   * @param load is told how long its statement may take
   * @throws DatabaseTimeout when it had no turn in time, or too many wait; DatabaseUnavailable, also when that came of one that it waited
   * behind; what `load` throws
   */
  bounded<Result>(workspaceId: number, load: (timeoutMs: number) => Promise<Result>): Promise<Result>;
  weigh(caller: WarmCaller): void;
  forget(change: Change | undefined): void;
  forgetIdle(): void;
  readonly size: { readonly callers: number; readonly bytes: number };
}

/** Notices of changes between processes may be lost: so old a copy is read anew, behind the back of who asks. */
const FRESH_MS = 30_000;
/**
 * What a job has learned is waited for so long, and so long after it was learned a copy without it is good enough: a person waits on
 * the line, and what that call was about was over before.
 */
const LEARNED_WAIT_MS = 80;
const LEARNED_MS = 5_000;
/** So old a copy is no longer used, also when the database does not answer. */
const STALE_MS = 10 * 60_000;

/** Somebody whom nobody knows is not asked for again for so long, unless something of the workspace's memories changes. */
const UNKNOWN_MS = 10_000;
const UNKNOWN_MAX = 20_000;

/** Of one statement, whoever waits for it: the next one who asks may find it done. */
const LOAD_MS = 2_000;
const SAID_MS = 8_000;
/** A database that is gone is not asked again for so long. */
const REST_MS = 200;

const WAIT_MS = 2_000;
const WAITING_MAX = 2_000;
/** Of the pool's ten: what is known of callers, and so many of them at a time, since one may have thousands of facts. */
const FACTS = { statementsMax: 2, keysMax: 16, waitingMax: WAITING_MAX } as const;
/** Of the pool's ten: what was said, for searches. */
const SAID = { statementsMax: 2, keysMax: 1, waitingMax: WAITING_MAX } as const;

/** A question to the database that is under way. */
interface Load {
  readonly workspaceId: number;
  /** What was said to have changed since it began; undefined: anything may have. */
  readonly changes: (Change | undefined)[];
  /** It reads what was learned: nothing else has changed since the copy before. */
  readonly isOfLearned: boolean;
  /** What it found. */
  stored?: StoredCallerFacts | undefined;
  promise: Promise<WarmCaller | undefined>;
}

export function createLoadedCallers(options: LoadedCallersOptions): LoadedCallers {
  const { database, report } = options;
  const warm = new WarmCallers(options);
  const facts = createGatheredReads<CallerReference, StoredCallerFacts | undefined>({
    ...FACTS,
    load: (workspaceId, references, timeoutMs) => readFactsOfCallers(database, workspaceId, references, { timeoutMs }),
  });
  const said = createGatheredReads<(timeoutMs: number) => Promise<unknown>, unknown>({
    ...SAID,
    load: (_workspaceId, loads, timeoutMs) => Promise.all(loads.map((load) => load(timeoutMs))),
  });
  const underWay = new Set<Load>();
  /** The newest of each alias. */
  const joinable = new Map<string, Load>();
  /** Who was not there, by alias, in the order of the look-ups. */
  const unknown = new Map<string, { readonly workspaceId: number; readonly untilMs: number }>();
  let restUntilMs = 0;
  let outage: unknown;

  /** Keeps what was read for the next one, unless something of it was taken away meanwhile. */
  function take(load: Load, alias: string, stored: StoredCallerFacts | undefined): WarmCaller | undefined {
    const { workspaceId, changes, isOfLearned } = load;
    load.stored = stored;
    const nowMs = performance.now();
    if (stored === undefined) {
      // Whatever has changed since: a copy is of somebody who was gone when this was read.
      warm.forgetAlias(alias);
      if (changes.length === 0) {
        unknown.delete(alias);
        const [oldest] = unknown.keys();
        if (unknown.size >= UNKNOWN_MAX && oldest !== undefined) unknown.delete(oldest);
        unknown.set(alias, { workspaceId, untilMs: nowMs + UNKNOWN_MS });
      }
      return undefined;
    }
    const ofIt = changes.filter((change) => isAbout(change, stored));
    if (!ofIt.every((change) => change?.added === true)) return new WarmCaller(workspaceId, stored);
    const before = warm.find(workspaceId, stored.callerId);
    const known = before?.caller.callerId === stored.callerId ? before : undefined;
    const turnsStay = isOfLearned && known !== undefined && isSameSet(known.callerIds, stored.callerIds);
    known?.caller.renew(stored, { turnsStay });
    const caller = known?.caller ?? new WarmCaller(workspaceId, stored);
    const kept = warm.keep(caller, alias, nowMs, turnsStay ? known.loadedAtMs : nowMs);
    for (const change of ofIt) warm.outdate(kept, howOutdated(change), nowMs);
    return caller;
  }

  async function read(workspaceId: number, reference: CallerReference): Promise<StoredCallerFacts | undefined> {
    if (performance.now() < restUntilMs) throw outage;
    try {
      return await facts.read(workspaceId, reference, { waitMs: WAIT_MS, timeoutMs: LOAD_MS });
    } catch (error) {
      if (error instanceof DatabaseUnavailable) {
        outage = error;
        restUntilMs = performance.now() + REST_MS;
      }
      report(error);
      throw error;
    }
  }

  function load(workspaceId: number, reference: CallerReference, alias: string): Promise<WarmCaller | undefined> {
    const running = joinable.get(alias);
    const seen = running?.changes.slice() ?? [];
    // Of somebody who is not known yet it cannot be told which changes are theirs before the load is there.
    if (running !== undefined && !seen.some((change) => isKnownAsOf(alias, change))) {
      return running.promise.then((caller) =>
        seen.some((change) => isAbout(change, running.stored)) ? load(workspaceId, reference, alias) : caller,
      );
    }
    const isOfLearned = warm.peek(alias)?.freshness === 'learned';
    const begun: Load = { workspaceId, changes: [], isOfLearned, promise: Promise.resolve(undefined) };
    underWay.add(begun);
    joinable.set(alias, begun);
    begun.promise = read(workspaceId, reference)
      .then((stored) => take(begun, alias, stored))
      .finally(() => {
        underWay.delete(begun);
        if (joinable.get(alias) === begun) joinable.delete(alias);
      });
    // Who waits for it may have gone.
    begun.promise.catch(() => {});
    return begun.promise;
  }

  /** Whether a change is one of a caller whom the alias is known to be, or of everybody. */
  function isKnownAsOf(alias: string, change: Change | undefined): boolean {
    return change?.key === undefined || warm.peek(alias)?.callerIds.includes(change.key) === true;
  }

  return {
    async get({ workspaceId, identities, callerId }, endMs) {
      const reference: CallerReference = callerId === undefined ? { identities } : { callerId };
      const alias = JSON.stringify([workspaceId, callerId ?? identities.map(({ kind, value }) => [kind, value])]);
      const nowMs = performance.now();
      if (nowMs < (unknown.get(alias)?.untilMs ?? 0)) return { status: 'new' };
      const kept = warm.use(alias, nowMs);
      if (kept?.freshness === 'good') {
        if (nowMs - kept.loadedAtMs > FRESH_MS) void load(workspaceId, reference, alias);
        return { status: 'found', caller: kept.caller, isStale: false };
      }
      const waitMs = isGoodEnough(kept, nowMs) ? Math.min(LEARNED_WAIT_MS, endMs - nowMs) : endMs - nowMs;
      const outcome = await inTime(load(workspaceId, reference, alias), waitMs);
      if (outcome.status === 'ready') {
        return outcome.value === undefined
          ? { status: 'new' }
          : { status: 'found', caller: outcome.value, isStale: false };
      }
      // It may have been erased meanwhile: then it is no longer there.
      const old = warm.use(alias, performance.now());
      if (old === undefined || performance.now() - old.loadedAtMs > STALE_MS) return { status: 'late' };
      const isStale = old.freshness !== 'good' && !isGoodEnough(old, performance.now());
      return { status: 'found', caller: old.caller, isStale };
    },
    bounded: <Result>(workspaceId: number, load: (timeoutMs: number) => Promise<Result>) =>
      said.read(workspaceId, load, { waitMs: WAIT_MS, timeoutMs: SAID_MS }) as Promise<Result>,
    weigh: (caller) => warm.weigh(caller),
    forget(change) {
      if (change !== undefined && change.kind !== 'memory') return;
      const isOf = (workspaceId: number): boolean => change === undefined || change.workspaceId === workspaceId;
      for (const begun of underWay) if (isOf(begun.workspaceId)) begun.changes.push(change);
      if (change === undefined) unknown.clear();
      else for (const [alias, { workspaceId }] of unknown) if (isOf(workspaceId)) unknown.delete(alias);
      for (const kept of changed(warm, change)) {
        if (change === undefined || change.added === true) warm.outdate(kept, howOutdated(change), performance.now());
        else warm.forget(kept);
      }
    },
    forgetIdle: () => warm.forgetIdle(performance.now()),
    get size() {
      return warm.size;
    },
  };
}

function changed(warm: WarmCallers, change: Change | undefined): readonly KeptCaller[] {
  if (change?.key !== undefined) {
    const kept = warm.find(change.workspaceId, change.key);
    return kept === undefined ? [] : [kept];
  }
  return warm.all().filter(({ caller }) => change === undefined || caller.workspaceId === change.workspaceId);
}

/** @param stored undefined: nobody was found, and whoever came to be since may be the one */
function isAbout(change: Change | undefined, stored: StoredCallerFacts | undefined): boolean {
  return change?.key === undefined || stored === undefined || stored.callerIds.includes(change.key);
}

function howOutdated(change: Change | undefined): 'learned' | 'outdated' {
  return change?.learned === true ? 'learned' : 'outdated';
}

/** Whether a copy does where what a job has learned since is not to be had at once. */
function isGoodEnough(kept: KeptCaller | undefined, nowMs: number): boolean {
  return kept?.freshness === 'learned' && nowMs - kept.freshnessAtMs <= LEARNED_MS;
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((id) => right.includes(id));
}
