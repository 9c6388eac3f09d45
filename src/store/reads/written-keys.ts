import { readUuid } from '../../uuid.js';

/** What tells whose a row is: ids of conversations and callers, and callers' `telnyx_end_user_target`. */
export type WrittenKeys = readonly string[];

const TARGET = /"telnyx_end_user_target":("(?:[^"\\]|\\.)*")/g;
/** A statement that may write: also one that begins with WITH. Reading "FOR UPDATE" as a write costs a look at the primary. */
const WRITES = /\b(?:INSERT|UPDATE|DELETE|COPY|MERGE)\b/i;

/** The column by which a statement that writes to a conversation names its caller. */
export const TARGET_COLUMN = 'endUserTarget';

export function mayWrite(sql: string): boolean {
  return WRITES.test(sql);
}

/** Those that a statement names: in its bindings, lists and JSON texts among them, and in the rows that it returned. */
export function keysOfStatement(bindings: readonly unknown[], rows: readonly unknown[]): WrittenKeys {
  const keys: string[] = [];
  for (const binding of bindings) {
    for (const value of Array.isArray(binding) ? binding : [binding]) addKeys(keys, value);
  }
  for (const row of rows) {
    const target = (row as Readonly<Record<string, unknown>>)[TARGET_COLUMN];
    if (typeof target === 'string') keys.push(target);
  }
  return keys;
}

function addKeys(keys: string[], value: unknown): void {
  if (typeof value !== 'string') return;
  const uuid = readUuid(value);
  if (uuid !== undefined) keys.push(uuid);
  else if (value.startsWith('{')) {
    for (const [, target = ''] of value.matchAll(TARGET)) keys.push(JSON.parse(target) as string);
  }
}
