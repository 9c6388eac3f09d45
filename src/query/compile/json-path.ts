/**
 * Predicates of jsonpath, for `metadata @? …`: what the GIN index on `metadata` serves, lists included.
 *
 * `metadata @> any(…)` would be served too, but Postgres takes every element of the list to match one row in ten thousand at the least,
 * so that a list of twenty is planned as a walk through all conversations. A jsonpath is estimated as a whole, on the sampled rows.
 * Scalars are JSON texts, which jsonpath reads as JSON does.
 */

/** SQL that is true where the jsonpath finds something. The backslash is for Knex, to which a lone question mark is a binding. */
export const PATH_FINDS = 'metadata @\\? ?::jsonpath';

/** True of an item that is one of the scalars; at least one. */
export function isOneOf(scalars: readonly string[]): string {
  if (scalars.length <= PARTS_IN_A_ROW_MAX) return `@ == ${scalars.join(' || @ == ')}`;
  return joined(
    scalars.map((scalar) => `@ == ${scalar}`),
    ' || ',
  );
}

/** True of an array in which, for each of the groups, some element is one of its scalars. */
export function hasElementOfEach(groups: readonly (readonly string[])[]): string {
  return joined(
    groups.map((scalars) => `exists(@[*] ? (${isOneOf(scalars)}))`),
    ' && ',
  );
}

/** Postgres walks predicates recursively, so long rows of them are bracketed into a tree: the stack of PGlite is small. */
const PARTS_IN_A_ROW_MAX = 64;

function joined(parts: readonly string[], operator: ' || ' | ' && '): string {
  if (parts.length <= PARTS_IN_A_ROW_MAX) return parts.join(operator);
  const middle = parts.length >> 1;
  return `(${joined(parts.slice(0, middle), operator)})${operator}(${joined(parts.slice(middle), operator)})`;
}
