import type { StoredFact } from '../../store/caller-memory.js';
import { factMemories } from './current-facts.js';

/** A caller's name, as all that was said gives it, whatever the order of the rows; undefined while nobody said it. */
export function currentName(rows: readonly StoredFact[]): string | undefined {
  return factMemories(rows).findLast(
    ({ predicate, person, validTo }) => predicate === 'name' && person.kind === 'caller' && validTo === undefined,
  )?.value;
}
