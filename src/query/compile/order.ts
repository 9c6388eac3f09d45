import type { CheckedOrder } from '../checked-query.js';
import type { Writing } from './binding.js';
import { type Path, valueAt } from './metadata-path.js';

const NEWEST_FIRST: CheckedOrder = {
  target: { type: 'time', column: 'last_message_at' },
  direction: 'desc',
  nulls: 'last',
};

/** What `order by` says: the order as written, or newest first, and at the end `id`, so that there is only one order. */
export function orderSql(written: readonly CheckedOrder[], writing: Writing): string {
  const order = written.length === 0 ? [NEWEST_FIRST] : written;
  let sql = '';
  let byId = false;
  for (const term of order) {
    sql += sql === '' ? termSql(term, writing) : `, ${termSql(term, writing)}`;
    byId ||= term.target.column === 'id';
  }
  return byId ? sql : `${sql}, id ${order.at(-1)!.direction}`;
}

function termSql({ target, direction, nulls }: CheckedOrder, writing: Writing): string {
  switch (target.type) {
    case 'path':
      return pathTermSql(target.path, direction, nulls, writing);
    case 'text':
      return `${target.column} ${direction} nulls ${nulls}`;
    default:
      // Never NULL: where NULLs go isn't said, as the indexes don't say it either.
      return `${target.column} ${direction}`;
  }
}

/** By kind, then numbers by value (`5` and `"5.0"` tie), then strings and booleans by their text, whose bytes are their order. */
function pathTermSql(path: Path, direction: 'asc' | 'desc', nulls: 'first' | 'last', writing: Writing): string {
  const byKind = `metadata_rank(${valueAt(path, writing)}) ${direction} nulls ${nulls}`;
  const byNumber = `metadata_number(${valueAt(path, writing)}) ${direction}`;
  const isNoNumber = `metadata_rank(${valueAt(path, writing)}) > 1`;
  const byText = `(case when ${isNoNumber} then metadata_text(${valueAt(path, writing)}) end) collate "C" ${direction}`;
  return `${byKind}, ${byNumber}, ${byText}`;
}
