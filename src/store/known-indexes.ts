import type { IndexedKeys } from '../query/index.js';
import type { MetadataIndex } from './metadata-indexes.js';

/** Which metadata keys have an index of their own, for the compiler: known without waiting, and a little late. */
export interface KnownIndexes {
  /** Looks again in the background when that was some time ago. Until the first look is over: none. */
  current(): IndexedKeys;
  /** Looks now, after a change in this process. Rejects when the database does not answer. */
  refresh(): Promise<IndexedKeys>;
}

export interface KnownIndexesOptions {
  readonly list: () => Promise<readonly MetadataIndex[]>;
  /** Milliseconds of a clock that only moves forward. */
  readonly nowMs: () => number;
  /** Between looks (30 s): so long another process may go on without a new index, or with a dropped one, which costs time only. */
  readonly everyMs?: number;
}

export function createKnownIndexes({ list, nowMs, everyMs = 30_000 }: KnownIndexesOptions): KnownIndexes {
  let known: IndexedKeys = new Map();
  let lookAgainAtMs = Number.NEGATIVE_INFINITY;

  async function refresh(): Promise<IndexedKeys> {
    lookAgainAtMs = nowMs() + everyMs;
    const indexes = await list();
    known = new Map(indexes.filter(({ state }) => state === 'valid').map(({ key, name }) => [key, name]));
    return known;
  }

  return {
    current() {
      // A database that does not answer now is asked again the next time: without an index the answer is the same.
      if (nowMs() >= lookAgainAtMs) refresh().catch(() => {});
      return known;
    },
    refresh,
  };
}
