import type { SearchHit } from '../../dist/memory/search/search-query.js';

/** The constant of the literature. */
const K = 60;

/**
 * The same signals, fused by their ranks alone: each signal orders all that was found, and a document gets 1 / (60 + its place) of
 * each. Equals share a place.
 */
export function reciprocalRankFusion(hits: readonly SearchHit[]): SearchHit[] {
  const scores = new Map(hits.map((hit) => [hit, 0]));
  const [first] = hits;
  for (const signal of Object.keys(first?.signals ?? {}) as (keyof SearchHit['signals'])[]) {
    const ordered = hits.toSorted((left, right) => right.signals[signal] - left.signals[signal]);
    // A signal that all have alike orders nothing.
    if (ordered[0]?.signals[signal] === ordered.at(-1)?.signals[signal]) continue;
    let place = 0;
    for (const [index, hit] of ordered.entries()) {
      if (index > 0 && hit.signals[signal] < (ordered[index - 1] as SearchHit).signals[signal]) place = index;
      scores.set(hit, (scores.get(hit) as number) + 1 / (K + place + 1));
    }
  }
  return hits.toSorted((left, right) => (scores.get(right) as number) - (scores.get(left) as number));
}
