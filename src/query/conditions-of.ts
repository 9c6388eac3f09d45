import type { Condition, Filter } from './ast.js';

/** Every condition of filters and the trees in them, in the order of the text. */
export function conditionsOf(filters: readonly Filter[]): readonly Condition[] {
  return filters.flatMap((filter) => (filter.kind === 'condition' ? [filter] : conditionsOf(filter.members)));
}
