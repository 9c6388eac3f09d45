import type { CheckedSelect } from '../checked-query.js';
import type { Writing } from './binding.js';
import { valueAt } from './metadata-path.js';

/** The columns "c0", "c1", …: numbered, so that a name of the caller's is never part of the SQL. */
export function selectSql(members: readonly CheckedSelect[], writing: Writing): string {
  return members.map((member, index) => `${memberSql(member, writing)} as "c${index}"`).join(', ');
}

function memberSql({ target, as }: CheckedSelect, writing: Writing): string {
  if (target.type !== 'path') return target.column;
  const value = valueAt(target.path, writing);
  // Of an array or object the JSON text, of JSON null NULL: what `->>` gives.
  return as === 'text' ? `${value} #>> '{}'` : value;
}
