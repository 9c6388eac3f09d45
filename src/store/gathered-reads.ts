import { DatabaseTimeout, DatabaseUnavailable } from './database-error.js';

export interface GatheredReadsOptions<Key, Value> {
  /**
   * Asks about some keys of one workspace in one statement.
   *
   * @param timeoutMs the longest that one of them may take
   * @returns the values in the order of the keys
   */
  readonly load: (workspaceId: number, keys: readonly Key[], timeoutMs: number) => Promise<readonly Value[]>;
  /** So many statements run at once: fewer than the pool has connections. */
  readonly statementsMax: number;
  /** So many keys one statement asks about at most. */
  readonly keysMax: number;
  /** So many wait at most: of all workspaces. */
  readonly waitingMax: number;
}

export interface GatheredReadOptions {
  /** So long it waits for its turn. */
  readonly waitMs: number;
  /** So long its statement may take. */
  readonly timeoutMs: number;
  /** Is told when it has its turn. */
  readonly begun?: (() => void) | undefined;
}

/**
 * Questions of one kind to the database, asked together: what comes in the same turn of the event loop, and what comes while all
 * statements are under way, goes into the next one. A hundred calls that begin at once cost a few statements, and each waits for one or two
 * of them, not for those of all others. Workspaces take turns, and a statement is of one; where there is no room, whoever has most waiting
 * makes it.
 */
export interface GatheredReads<Key, Value> {
  /**
   * @throws DatabaseTimeout when it had no turn in time, or too many wait; DatabaseUnavailable, also when that came of a statement that it
   * waited behind; what `load` throws
   */
  read(workspaceId: number, key: Key, options: GatheredReadOptions): Promise<Value>;
}

type DatabaseFailure = DatabaseTimeout | DatabaseUnavailable;

interface Waiting<Key, Value> {
  readonly key: Key;
  readonly timeoutMs: number;
  readonly begin: () => void;
  /** It has no turn. */
  readonly refuse: (error: DatabaseTimeout) => void;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

export function createGatheredReads<Key, Value>(options: GatheredReadsOptions<Key, Value>): GatheredReads<Key, Value> {
  const { load, statementsMax, keysMax, waitingMax } = options;
  /** By workspace, in the order of their turns; each in the order of arrival. */
  const waiting = new Map<number, Set<Waiting<Key, Value>>>();
  let waitingCount = 0;
  let running = 0;
  let isDue = false;

  function leave(workspaceId: number, one: Waiting<Key, Value>): void {
    const own = waiting.get(workspaceId);
    if (own?.delete(one) !== true) return;
    waitingCount -= 1;
    if (own.size === 0) waiting.delete(workspaceId);
  }

  function startAll(): void {
    isDue = false;
    while (running < statementsMax) {
      const [next] = waiting;
      if (next === undefined) return;
      const [workspaceId, own] = next;
      const taken: Waiting<Key, Value>[] = [];
      for (const one of own) {
        if (taken.length === keysMax) break;
        taken.push(one);
      }
      for (const one of taken) leave(workspaceId, one);
      // The others of it after other workspaces.
      if (waiting.delete(workspaceId)) waiting.set(workspaceId, own);
      for (const { begin } of taken) begin();
      running += 1;
      void ask(workspaceId, taken, Math.max(...taken.map(({ timeoutMs }) => timeoutMs))).finally(() => {
        running -= 1;
        startSoon();
      });
    }
  }

  /** Together with what else arrives in this turn of the event loop. */
  function startSoon(): void {
    if (isDue || running >= statementsMax || waitingCount === 0) return;
    isDue = true;
    setImmediate(startAll);
  }

  /**
   * Never rejects.
   *
   * @returns what went wrong where that is the database's doing
   */
  async function ask(
    workspaceId: number,
    taken: readonly Waiting<Key, Value>[],
    timeoutMs: number,
  ): Promise<DatabaseFailure | undefined> {
    const startMs = performance.now();
    try {
      const keys = taken.map(({ key }) => key);
      const values = await load(workspaceId, keys, timeoutMs);
      for (const [index, { resolve }] of taken.entries()) resolve(values[index] as Value);
    } catch (error) {
      if (error instanceof DatabaseUnavailable) rejectAll(error);
      else if (taken.length > 1 && !(error instanceof DatabaseTimeout)) {
        return askEach(workspaceId, taken, startMs + timeoutMs);
      }
      for (const { reject } of taken) reject(error);
      if (error instanceof DatabaseUnavailable || error instanceof DatabaseTimeout) return error;
    }
    return undefined;
  }

  /** What is wrong with one of them is not the others' fault; all have the time of one statement. */
  async function askEach(
    workspaceId: number,
    taken: readonly Waiting<Key, Value>[],
    endMs: number,
  ): Promise<DatabaseFailure | undefined> {
    let failure: DatabaseFailure | undefined;
    for (const one of taken) {
      if (failure === undefined) failure = await ask(workspaceId, [one], Math.max(1, endMs - performance.now()));
      else one.reject(failure);
    }
    return failure;
  }

  /**
   * One more of a workspace that has fewer waiting takes the place of the last one of the workspace that has most.
   *
   * @returns whether there is room
   */
  function makeRoom(workspaceId: number): boolean {
    if (waitingCount < waitingMax) return true;
    let most = workspaceId;
    for (const [other, { size }] of waiting) if (size > (waiting.get(most)?.size ?? 0)) most = other;
    const others = waiting.get(most);
    if (others === undefined || others.size <= (waiting.get(workspaceId)?.size ?? 0) + 1) return false;
    const last = [...others].at(-1);
    if (last === undefined) return false;
    leave(most, last);
    last.refuse(tooMany());
    return true;
  }

  /** Where there is no database, those that wait would find out one after the other. */
  function rejectAll(error: DatabaseUnavailable): void {
    for (const [workspaceId, own] of [...waiting]) {
      for (const one of [...own]) {
        leave(workspaceId, one);
        one.begin();
        one.reject(error);
      }
    }
  }

  return {
    read(workspaceId, key, { waitMs, timeoutMs, begun }) {
      if (!makeRoom(workspaceId)) return Promise.reject(tooMany());
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          leave(workspaceId, one);
          reject(new DatabaseTimeout(`The database had no time for it within ${Math.round(waitMs)} ms.`));
        }, waitMs);
        timer.unref();
        const begin = (): void => {
          clearTimeout(timer);
          begun?.();
        };
        const refuse = (error: DatabaseTimeout): void => {
          clearTimeout(timer);
          reject(error);
        };
        const one: Waiting<Key, Value> = { key, timeoutMs, begin, refuse, resolve, reject };
        const own = waiting.get(workspaceId) ?? new Set();
        own.add(one);
        waiting.set(workspaceId, own);
        waitingCount += 1;
        startSoon();
      });
    },
  };
}

function tooMany(): DatabaseTimeout {
  return new DatabaseTimeout('Too many wait for the database.');
}
