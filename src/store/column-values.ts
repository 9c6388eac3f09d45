import pg from 'pg';

/** How columns arrive in JavaScript: the one place for both databases. */

const { builtins } = pg.types;
const TIMESTAMPTZ_IN_UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, isoTime],
  [builtins.INT8, Number],
  [builtins.NUMERIC, (text) => text],
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMP, (text) => text],
]);

/**
 * What `pg` asks for a column's parser: timestamptz → ISO text with milliseconds and Z, int8 → number, numeric, date and
 * timestamp → text as Postgres prints it, the rest as `pg` has it (json and jsonb parsed).
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ??
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** `2025-04-15 13:07:28.764+00` → `2025-04-15T13:07:28.764Z`. The sessions are in UTC, so this is all there is to do. */
export function isoTime(text: string): string {
  const match = TIMESTAMPTZ_IN_UTC.exec(text);
  if (match === null) return new Date(text).toISOString();
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
}

/** A time within a column of JSON, which has it with an offset and without trailing zeros: `2025-04-15T13:07:28.7+00:00`. */
export function isoTimeOfJson(text: string): string {
  return new Date(text).toISOString();
}
