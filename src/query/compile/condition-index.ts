import type { CheckedCondition, CheckedFilter, Test } from '../checked-query.js';
import type { IndexedKeys } from './binding.js';
import { plainKeyOf, standardKeyOf } from './metadata-path.js';
import { canHaveOwnIndex, isServedByStandardKey } from './path-condition.js';

/** An index that can serve a condition, or why none can. */
export type IndexChoice =
  | {
      readonly index: string;
      /** A metadata key that could have an index of its own, in `last_message_at` order, which would serve the condition better. */
      readonly keyToIndex?: string;
    }
  | { readonly reason: string };

/** The indexes of `conversations` (migration 0001), by what they are for. */
export const INDEX_OF_METADATA = 'conversations_metadata';
export const INDEX_OF_COLUMN = {
  id: 'conversations_pkey',
  name: 'conversations_name',
  created_at: 'conversations_created_at',
  last_message_at: 'conversations_last_message_at',
} as const;

const NO_KEYS: IndexedKeys = new Map();

const NEGATED = 'what is not so is looked for row by row';
const ROW_BY_ROW = 'this test of a metadata value is made row by row';
const PRESENCE = 'whether a metadata value is there is looked at row by row';

/** Which index can serve the SQL that a condition is written as. `negated` counts every `not` above it, too. */
export function indexFor(
  { target, test }: CheckedCondition,
  negated: boolean,
  indexedKeys: IndexedKeys = NO_KEYS,
): IndexChoice {
  switch (target.type) {
    case 'path': {
      if (test.kind === 'is' && (test.keyword === 'null' || test.keyword === 'not_null')) return { reason: PRESENCE };
      const isEqual = asksEquality(test, negated);
      if (isEqual === undefined) return { reason: negated ? NEGATED : ROW_BY_ROW };
      if (!isEqual) return { reason: NEGATED };
      const key = standardKeyOf(target.path);
      if (key !== undefined && test.kind === 'equals' && isServedByStandardKey(target.path, test.values)) {
        return { index: `conversations_${key}` };
      }
      const own = plainKeyOf(target.path);
      if (own === undefined || test.kind !== 'equals' || !canHaveOwnIndex(target.path, test.values)) {
        return { index: INDEX_OF_METADATA };
      }
      const ownIndex = indexedKeys.get(own);
      return ownIndex === undefined ? { index: INDEX_OF_METADATA, keyToIndex: own } : { index: ownIndex };
    }
    case 'json':
      if (test.kind === 'contained') return { reason: 'cd is looked at row by row' };
      return asksEquality(test, negated) === true ? { index: INDEX_OF_METADATA } : { reason: NEGATED };
    default:
      return servesColumn(test, negated) ? { index: INDEX_OF_COLUMN[target.column] } : { reason: reasonOf(test) };
  }
}

/**
 * Whether indexes can find the rows: for an AND one member is enough, an OR needs each of them.
 *
 * @param counts conditions that an index is to be there for. (All.)
 */
export function isServed(
  filter: CheckedFilter,
  underNot: boolean,
  counts: (condition: CheckedCondition) => boolean = () => true,
): boolean {
  const negated = filter.negated !== underNot;
  if (filter.kind === 'condition') return counts(filter) && 'index' in indexFor(filter, negated);
  const needsEach = (filter.conjunction === 'or') !== negated;
  return needsEach
    ? filter.members.every((member) => isServed(member, negated, counts))
    : filter.members.some((member) => isServed(member, negated, counts));
}

/** Whether a metadata condition looks for given values (true) or for all but them (false); undefined: it asks something else. */
function asksEquality(test: Test, negated: boolean): boolean | undefined {
  switch (test.kind) {
    case 'equals':
    case 'equals-all':
    case 'contains':
    case 'contains-elements':
    case 'overlaps':
    case 'overlaps-elements':
      return !negated;
    case 'distinct':
      return negated;
    case 'is':
      return (test.keyword === 'true' || test.keyword === 'false') && !negated;
    default:
      return undefined;
  }
}

function servesColumn(test: Test, negated: boolean): boolean {
  switch (test.kind) {
    case 'equals':
      return !negated;
    case 'equals-all':
      return !negated && test.values.length === 1;
    case 'distinct':
      return negated;
    case 'compare':
      // A B-tree takes `> any(…)` and no `> all(…)`; under `not`, each becomes the other.
      return test.values.length === 1 || (test.quantifier === 'any') !== negated;
    case 'pattern':
      return !negated && test.operator === 'like' && test.patterns.length === 1 && /^[^%_\\]/.test(test.patterns[0]!);
    case 'is':
      return (test.keyword === 'null') !== negated;
    default:
      return false;
  }
}

function reasonOf(test: Test): string {
  if (test.kind === 'pattern') return 'only a like that begins with fixed text can use an index';
  if (test.kind === 'search') return 'text search has no index here';
  if (test.kind === 'compare') return 'a comparison with all of a list uses no index';
  return NEGATED;
}
