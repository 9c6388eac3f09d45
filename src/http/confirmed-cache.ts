import { createBoundedLookups, type LookUpOutcome } from '../assistants/bounded-lookups.js';
import { TimeIsUp, within } from './within.js';

/**
 * What the database says of keys and workspaces, kept in memory: a request costs no query, and a stopped database does not stop
 * what was known.
 */
export interface ConfirmedCache<Value> {
  /**
   * What is known under an id, or undefined when there is nothing of that id. Rejects only when the database cannot be asked about
   * an id that has not been seen lately.
   *
   * @param load asks the database; rejects when it does not answer
   */
  get(id: string, load: () => Promise<Value | undefined>): Promise<Value | undefined>;
  /** Whether something is known under an id, so that `get` gives it even when the database is away. */
  has(id: string): boolean;
  /** What holds under an id until the database was asked, however long that takes. */
  presume(id: string, value: Value): void;
  /** Forgets what was loaded, after changes in this process; also what is being loaded now. */
  forget(): void;
}

export interface ConfirmedCacheOptions {
  /** Milliseconds of a clock that only moves forward. */
  readonly nowMs: () => number;
  /** hit: cached. miss: asked. stale: the database is away, and what was known holds. failed: nothing was known. */
  readonly count: (result: 'hit' | 'miss' | 'stale' | 'failed') => void;
  /** A request waits so long for the database to confirm what is known, and then goes on with that. */
  readonly confirmMs: number;
  /** An id that is not known waits so long for the database, its turn included. */
  readonly lookUpMs: number;
}

/** How long what was changed elsewhere may still look as before, and how long what is new may still be unknown. */
const FRESH_MS = 10_000;
const UNKNOWN_FRESH_MS = 2_000;
/** With the database down, what was good is good for so long. */
const STALE_MS = 24 * 60 * 60 * 1000;
/** How long after a failure the database is not asked again about what is known. */
const RETRY_MS = 1_000;
/** So many ids that are not known are looked up at once: a flood of wrong ones leaves the pool to others. */
const LOOK_UPS_MAX = 4;
const KNOWN_MAX = 10_000;
const UNKNOWN_MAX = 1_000;

interface Known<Value> {
  readonly value: Value;
  readonly confirmedAtMs: number;
  askAgainAtMs: number;
}

export function createConfirmedCache<Value>(options: ConfirmedCacheOptions): ConfirmedCache<Value> {
  const { nowMs, count, confirmMs, lookUpMs } = options;
  const presumed = new Map<string, Known<Value>>();
  const known = new Map<string, Known<Value>>();
  const unknown = new Map<string, number>();
  const underWay = new Map<string, Promise<Value | undefined>>();
  const turns = createBoundedLookups({ concurrentMax: LOOK_UPS_MAX, isOutage: () => false, restMs: 0 });
  const inTurn = new Map<string, Promise<LookUpOutcome<Value | undefined>>>();
  /** Counts what was forgotten: an answer to a question from before is not kept. */
  let generation = 0;

  /** One question to the database for all requests that wait for the same id. */
  function ask(id: string, load: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const asked = underWay.get(id);
    if (asked !== undefined) return asked;
    const asGeneration = generation;
    const question = load()
      .then((value) => {
        if (asGeneration === generation) remember(id, value);
        return value;
      })
      .finally(() => {
        if (underWay.get(id) === question) underWay.delete(id);
      });
    underWay.set(id, question);
    return question;
  }

  /** The same for an id that is not known, when its turn comes. Rejects when that, or the answer, is late. */
  async function askInTurn(id: string, load: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const asked = underWay.get(id);
    if (asked !== undefined) return within(lookUpMs, asked);
    let turn = inTurn.get(id);
    if (turn === undefined) {
      const made = turns
        .run(() => ask(id, load), lookUpMs)
        .finally(() => {
          if (inTurn.get(id) === made) inTurn.delete(id);
        });
      turn = made;
      inTurn.set(id, turn);
    }
    const outcome = await turn;
    if (outcome.status === 'ready') return outcome.result;
    throw outcome.status === 'failed' ? outcome.error : new TimeIsUp(`Not ready within ${lookUpMs} ms.`);
  }

  function remember(id: string, value: Value | undefined): void {
    const now = nowMs();
    presumed.delete(id);
    known.delete(id);
    unknown.delete(id);
    if (value === undefined) setBounded(unknown, UNKNOWN_MAX, id, now + UNKNOWN_FRESH_MS);
    else setBounded(known, KNOWN_MAX, id, { value, confirmedAtMs: now, askAgainAtMs: now + FRESH_MS });
  }

  async function confirm(
    id: string,
    load: () => Promise<Value | undefined>,
    entry: Known<Value>,
  ): Promise<Value | undefined> {
    try {
      const value = await within(confirmMs, ask(id, load));
      count('miss');
      return value;
    } catch (error) {
      const now = nowMs();
      if (now - entry.confirmedAtMs > STALE_MS) {
        known.delete(id);
        count('failed');
        throw error;
      }
      entry.askAgainAtMs = now + RETRY_MS;
      count('stale');
      return entry.value;
    }
  }

  return {
    has: (id) => known.has(id) || presumed.has(id),
    async get(id, load) {
      const now = nowMs();
      const entry = known.get(id) ?? presumed.get(id);
      if (entry !== undefined) {
        if (now >= entry.askAgainAtMs) return confirm(id, load, entry);
        count('hit');
        return entry.value;
      }
      if ((unknown.get(id) ?? 0) > now) {
        count('hit');
        return undefined;
      }
      try {
        const value = await askInTurn(id, load);
        count('miss');
        return value;
      } catch (error) {
        count('failed');
        throw error;
      }
    },

    presume(id, value) {
      presumed.set(id, { value, confirmedAtMs: Number.POSITIVE_INFINITY, askAgainAtMs: 0 });
    },

    forget() {
      generation += 1;
      known.clear();
      unknown.clear();
      underWay.clear();
      inTurn.clear();
    },
  };
}

/** Past the bound the entry that came first goes. */
function setBounded<Value>(map: Map<string, Value>, max: number, key: string, value: Value): void {
  if (map.size >= max) {
    const [oldest] = map.keys();
    if (oldest !== undefined) map.delete(oldest);
  }
  map.set(key, value);
}
