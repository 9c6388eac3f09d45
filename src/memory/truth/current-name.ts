import type { StoredFact } from '../../store/caller-memory.js';
import { factMemories } from './current-facts.js';
import type { FactMemory } from './memory.js';

/** A caller's name, as all that was said gives it, whatever the order of the rows; undefined while nobody said it. */
export function currentName(rows: readonly StoredFact[]): string | undefined {
  return nameAmong(factMemories(rows));
}

/** The same of facts that were weighed. */
export function nameAmong(facts: readonly FactMemory[]): string | undefined {
  return facts.findLast(
    ({ predicate, person, validTo }) => predicate === 'name' && person.kind === 'caller' && validTo === undefined,
  )?.value;
}
