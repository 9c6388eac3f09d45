import type { Quantifier } from '../ast.js';
import type { Comparison } from '../checked-query.js';
import type { Writing } from './binding.js';

/** Operators with one value or a list of them on the right. */

export const COMPARISON_SQL: { readonly [comparison in Comparison]: string } = {
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
};

export const PATTERN_SQL = { like: 'like', ilike: 'ilike', match: '~', imatch: '~*' } as const;

/** The operator that is true where the other is false. */
export const OPPOSITE_SQL: { readonly [operator: string]: string } = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  like: 'not like',
  ilike: 'not ilike',
  '~': '!~',
  '~*': '!~*',
};

/** `any` of an empty list is false and `all` true, whatever is on the left, even nothing. */
export function ofEmptyList(quantifier: Quantifier, negated: boolean): string {
  return (quantifier === 'all') !== negated ? 'true' : 'false';
}

/**
 * `> ?::numeric` for one value, so that an index on the left can serve it; `> any(?::numeric[])` for more.
 * Values of one list are one binding: its length is not part of the shape.
 */
export function quantified(
  operator: string,
  quantifier: Quantifier,
  texts: readonly string[],
  cast: string,
  { bindings }: Writing,
): string {
  if (texts.length === 1) {
    bindings.push(texts[0]!);
    return `${operator} ?::${cast}`;
  }
  bindings.push(texts);
  return `${operator} ${quantifier}(?::${cast}[])`;
}
