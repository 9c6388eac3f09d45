import type { CheckedFilter, CheckedOrder, CheckedQuery, CheckedValue } from '../checked-query.js';
import type { IndexedKeys } from './binding.js';
import { isServed } from './condition-index.js';
import { textValue } from './equal-forms.js';
import { indexedTextOf } from './path-condition.js';

/**
 * An index holds the conversations of each value in `last_message_at` order, but Postgres does not merge those of several: for `= any(…)` it
 * reads all of them and sorts. Asked for the first few of each value and for the first few of those, it reads these alone.
 */
export interface MergedValues {
  /** SQL of the text that the index is made of. */
  readonly expression: string;
  /** Two or more, each once. */
  readonly values: readonly string[];
  /** All that has to hold besides. */
  readonly others: readonly CheckedFilter[];
}

/**
 * Of more values, Postgres finds enough by going through all conversations in order, since more of these have one of them; with common
 * ones that is faster. The merge reads as many times the rows as there are values, at the worst.
 */
export const MERGED_VALUES_MAX = 10;

/** So many rows are read at most, for all values together. */
export const MERGED_ROWS_MAX = 10_000;

/**
 * The list of values by which a query is better answered value by value: `in`, eq(any), or an `or` of eq, of a field that has an index in
 * the order asked for. Undefined where there is none, where much is asked for, or where an index serves another condition: that may
 * lead to few rows by itself, and Postgres knows better.
 */
export function mergedValuesOf(
  { where, order, limit, offset }: CheckedQuery,
  indexedKeys: IndexedKeys | undefined,
): MergedValues | undefined {
  if (!isByLastMessage(order)) return undefined;
  for (const filter of where) {
    const equality = equalityOf(filter, false, indexedKeys);
    if (equality === undefined) continue;
    const values = [...equality.values];
    const others = where.filter((other) => other !== filter);
    if (values.length === 1 || values.length > MERGED_VALUES_MAX) return undefined;
    if (values.length * (limit + offset) > MERGED_ROWS_MAX || others.some(leadsElsewhere)) return undefined;
    return { expression: equality.expression, values, others };
  }
  return undefined;
}

/** Bounds of `last_message_at` are bounds within the index of each value, also those that say where the last page ended. */
function leadsElsewhere(filter: CheckedFilter): boolean {
  return isServed(filter, false, ({ target }) => target.column !== 'last_message_at');
}

/** Whether the index has the order asked for, forwards or backwards: by `last_message_at`, and by `id` the same way. */
function isByLastMessage(order: readonly CheckedOrder[]): boolean {
  const [first, second, ...more] = order;
  if (first === undefined) return true;
  if (first.target.column !== 'last_message_at' || more.length > 0) return false;
  return second === undefined || (second.target.column === 'id' && second.direction === first.direction);
}

interface Equality {
  readonly expression: string;
  readonly values: ReadonlySet<string>;
}

/** A filter that says that one indexed text is one of some values, and nothing else. */
function equalityOf(
  filter: CheckedFilter,
  underNot: boolean,
  indexedKeys: IndexedKeys | undefined,
): Equality | undefined {
  const negated = filter.negated !== underNot;
  if (filter.kind === 'group') {
    if ((filter.conjunction === 'or') === negated) return undefined;
    return unionOf(filter.members.map((member) => equalityOf(member, negated, indexedKeys)));
  }
  const { target, test } = filter;
  if (negated || test.kind !== 'equals' || test.values.length === 0) return undefined;
  if (target.type === 'text') return { expression: target.column, values: textsOf(test.values) };
  const expression = target.type === 'path' ? indexedTextOf(target.path, test.values, indexedKeys) : undefined;
  return expression === undefined ? undefined : { expression, values: textsOf(test.values) };
}

function unionOf(equalities: readonly (Equality | undefined)[]): Equality | undefined {
  const values = new Set<string>();
  for (const equality of equalities) {
    if (equality?.expression !== equalities[0]?.expression) return undefined;
    for (const value of equality?.values ?? []) values.add(value);
  }
  const expression = equalities[0]?.expression;
  return expression === undefined ? undefined : { expression, values };
}

function textsOf(values: readonly CheckedValue[]): ReadonlySet<string> {
  return new Set(values.map((value) => textValue(value).text));
}
