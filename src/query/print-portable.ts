import type { Query } from './ast.js';
import { limitProblems } from './build/query-limits.js';
import { print } from './print.js';
import { undocumented } from './print-portable/documented.js';
import { rewrite } from './print-portable/rewrite.js';
import type { Warning } from './warning.js';

/**
 * What leaves in `memory.conversation_query`: the query in the fields and operators that Telnyx documents, with times
 * resolved at `now` and order and limit written.
 *
 * What cannot be said in them is printed all the same, for a filter left out would widen a memory to conversations of
 * others; a warning tells its place in the text that the query was read from.
 */
export function printPortable(
  query: Query,
  now: Date,
): { readonly text: string; readonly warnings: readonly Warning[] } {
  const portable = toPortable(query, now);
  return { text: print(portable), warnings: undocumented(portable) };
}

/** The warnings of {@link printPortable}, which do not depend on the time. */
export function portableWarnings(query: Query): readonly Warning[] {
  return undocumented(toPortable(query, new Date(0)));
}

function toPortable(query: Query, now: Date): Query {
  const portable = rewrite(query, now, true);
  return limitProblems(portable).length === 0 ? portable : rewrite(query, now, false);
}
