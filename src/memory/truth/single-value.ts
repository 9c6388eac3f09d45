import { DraftMemory, isHistory, type Saying } from './draft-memory.js';
import { joinedValue } from './same-value.js';

/**
 * Weighs what was said of one person by a predicate that has one value at a time: a new value closes the one before and replaces it,
 * the same one again, or a shorter form of it, supports it.
 *
 * @param sayings in their order
 */
export function weighSingleValue(sayings: readonly Saying[]): readonly DraftMemory[] {
  const drafts: DraftMemory[] = [];
  /** The last one of each value. */
  const byValue = new Map<string, DraftMemory>();
  let current: DraftMemory | undefined;
  for (const saying of sayings) {
    const { row, predicate } = saying;
    if (isHistory(row)) {
      const { key } = saying;
      const isCurrent = current !== undefined && joinedValue(predicate, current.value, row.value) !== undefined;
      const known = isCurrent ? current : byValue.get(key);
      if (known === undefined) {
        const draft = new DraftMemory(saying);
        drafts.push(draft);
        byValue.set(key, draft);
      } else {
        known.support(row);
        if (known === current && row.validTo !== null) known.end(row.validTo);
      }
      continue;
    }
    if (current !== undefined && !current.hasEndedBy(row)) {
      const joined = joinedValue(predicate, current.value, row.value);
      if (joined !== undefined) {
        current.repeat(row, joined);
        continue;
      }
    }
    const next = new DraftMemory(saying);
    current?.replaceWith(next);
    drafts.push(next);
    byValue.set(next.key, next);
    current = next;
  }
  // Who asks where somebody used to live is told where they live now.
  for (const draft of drafts) if (draft !== current && draft.validTo !== undefined) draft.supersededBy ??= current;
  return drafts;
}
