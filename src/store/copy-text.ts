/**
 * A value of a row that is loaded in bulk, as Postgres reads it from text: null, a number, JSON text for jsonb, ISO 8601 for a
 * time.
 */
export type BulkValue = string | number | null;

const SPECIAL = /[\\\n\r\t]/;
const SPECIAL_ALL = /[\\\n\r\t]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A row in COPY's text format, with the line feed at its end. */
export function copyText(values: readonly BulkValue[]): string {
  let text = '';
  for (const [index, value] of values.entries()) {
    if (index > 0) text += '\t';
    if (value === null) text += '\\N';
    else if (typeof value === 'number' || !SPECIAL.test(value)) text += value;
    else text += value.replace(SPECIAL_ALL, (character) => ESCAPES[character] as string);
  }
  return `${text}\n`;
}
