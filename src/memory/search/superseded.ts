import type { Entry } from './entry.js';
import type { RankingSource } from './ranking-source.js';
import { isPast } from './validity.js';
import { isFindable } from './word-scores.js';

/** What is left of the score of a fact that is no longer true. */
const PAST_FACTOR = 0.25;

interface Place {
  readonly slot: number;
  readonly entry: Entry;
}

/**
 * A fact that replaced another one answers whatever that one answered: it gets its score, and the old one keeps a part. So "where
 * does she live" finds "moved to Graz" although only "lives in Linz" has the question's word.
 *
 * @param scores by slot; changed, and added to
 */
export function putCurrentAbovePast(scores: Map<number, number>, nowMs: number, ranking: RankingSource): void {
  const { entries } = ranking.source;
  const past: (readonly [place: Place, score: number])[] = [];
  for (const [slot, score] of scores) {
    const entry = entries[slot] as Entry;
    if (isPast(entry, nowMs)) past.push([{ slot, entry }, score]);
  }
  for (const [{ slot, entry }, score] of past) {
    scores.set(slot, score * PAST_FACTOR);
    const heir = currentSuccessor(entry, nowMs, ranking);
    if (heir !== undefined) scores.set(heir.slot, Math.max(scores.get(heir.slot) ?? 0, score));
  }
}

/** The fact at the end of the chain of replacements, if it is still true. Chains that bite their tail end nowhere. */
function currentSuccessor(entry: Entry, nowMs: number, ranking: RankingSource): Place | undefined {
  const seen = new Set([entry.key]);
  let found = successorOf(entry, ranking);
  while (found !== undefined && isPast(found.entry, nowMs)) {
    if (seen.has(found.entry.key)) return undefined;
    seen.add(found.entry.key);
    found = successorOf(found.entry, ranking);
  }
  return found !== undefined && isFindable(found.entry) ? found : undefined;
}

function successorOf({ document: { supersededBy } }: Entry, { source, slotOf }: RankingSource): Place | undefined {
  const slot = supersededBy === undefined ? undefined : slotOf({ kind: 'fact', id: supersededBy });
  const entry = slot === undefined ? undefined : source.entries[slot];
  return slot === undefined || entry === undefined ? undefined : { slot, entry };
}
