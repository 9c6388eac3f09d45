import type { StoredFact } from '../../store/caller-memory.js';
import { isPredicate, PREDICATES, type Predicate } from '../predicates.js';
import { compareTexts } from './compare-texts.js';
import type { DraftMemory, Saying } from './draft-memory.js';
import { groupBy } from './group-by.js';
import { weighManyValues } from './many-values.js';
import type { FactMemory } from './memory.js';
import { readPeople } from './people.js';
import { valueKey } from './same-value.js';
import { weighSingleValue } from './single-value.js';

/**
 * Weighs all sayings of a caller, with those of callers who were merged into it: what holds, what held and what replaced it. Every row
 * is in one memory. The rows' own order does not matter, nor when they arrived: what counts is when something was said.
 *
 * @returns in the order in which they were first said
 */
export function factMemories(rows: readonly StoredFact[]): readonly FactMemory[] {
  const ordered = rows.toSorted(inOrderOfSaying);
  const personOf = readPeople(ordered);
  const sayings = ordered.map((row): Saying => {
    const person = personOf(row);
    const personKey = person.kind === 'caller' ? 'caller' : `other ${person.name.toLowerCase()}`;
    const predicate = predicateOf(row);
    return { row, predicate, person, personKey, key: valueKey(predicate, row.value) };
  });
  const drafts: DraftMemory[] = [];
  for (const group of groupBy(sayings, familyOf).values()) {
    const [first] = group;
    if (first === undefined) continue;
    drafts.push(...(PREDICATES[first.predicate].values === 'one' ? weighSingleValue(group) : weighManyValues(group)));
  }
  return drafts
    .toSorted((left, right) => inOrderOfSaying(left.first.row, right.first.row))
    .map((draft) => draft.finish());
}

/** What was known at a moment and true then: what was learned later does not count. */
export function factMemoriesAsOf(rows: readonly StoredFact[], at: Date): readonly FactMemory[] {
  const moment = at.toISOString();
  return factMemories(rows.filter(({ recordedAt }) => recordedAt <= moment)).filter((memory) => holdsAt(memory, at));
}

/** Whether a fact is true at a moment. */
export function holdsAt({ validFrom, validTo }: Pick<FactMemory, 'validFrom' | 'validTo'>, at: Date): boolean {
  const moment = at.toISOString();
  return validFrom <= moment && (validTo === undefined || moment < validTo);
}

/** By when it was said; what was said in the same moment, by when it was learned. */
function inOrderOfSaying(left: StoredFact, right: StoredFact): number {
  return (
    compareTexts(left.saidAt, right.saidAt) ||
    compareTexts(left.recordedAt, right.recordedAt) ||
    compareTexts(left.id, right.id)
  );
}

/** What is weighed together. */
function familyOf({ predicate, personKey }: Saying): string {
  if (PREDICATES[predicate].values === 'one') return `${predicate} ${personKey}`;
  return predicate === 'dislikes' ? 'prefers' : predicate;
}

/** A later version may have known more of them. */
function predicateOf({ predicate }: StoredFact): Predicate {
  return isPredicate(predicate) ? predicate : 'note';
}
