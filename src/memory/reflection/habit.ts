import type { NewPattern } from '../../store/patterns.js';
import { groupBy } from '../truth/group-by.js';

/** Something that happened, by its id and time (ISO 8601). */
export interface Occurrence {
  readonly id: string;
  readonly at: string;
}

/** Fewer are no habit. */
export const OCCURRENCES_MIN = 3;

/** Of those that could have been otherwise. */
const SHARE_MIN = 0.7;

/** The pattern that some of all occurrences show. */
export function habit(key: string, statement: string, occurrences: readonly Occurrence[], ofCount: number): NewPattern {
  const times = occurrences.map(({ at }) => at).sort();
  const share = occurrences.length / Math.max(1, ofCount);
  return {
    key,
    statement,
    evidence: occurrences.map(({ id }) => id).sort(),
    // Three of three are less sure than nine of nine.
    confidence: Math.round(share * (1 - 1 / (occurrences.length + 1)) * 100) / 100,
    firstAt: times[0] ?? '',
    lastAt: times.at(-1) ?? '',
  };
}

/** What most occurrences have in common: the largest group, where there are enough of it and few others. Ties are nobody's habit. */
export function mostOften<Item extends Occurrence>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
): { readonly group: string; readonly items: readonly Item[] } | undefined {
  const [best] = [...groupBy(items, groupOf)].toSorted(
    ([left, one], [right, other]) => other.length - one.length || (left < right ? -1 : 1),
  );
  if (best === undefined) return undefined;
  const [group, found] = best;
  return found.length >= OCCURRENCES_MIN && found.length / items.length >= SHARE_MIN
    ? { group, items: found }
    : undefined;
}
