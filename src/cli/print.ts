import { showRows } from './show-rows.js';

/** Without a terminal, as wide as most screens. */
const COLUMNS = 160;

/** Prints what was asked for as JSON, whole. */
export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

/** @param noun what one row is; @param none what is said when there are none */
export function printRows(rows: readonly Readonly<Record<string, unknown>>[], noun: string, none: string): void {
  console.log(rows.length === 0 ? none : showRows(rows, process.stdout.columns ?? COLUMNS, noun));
}
