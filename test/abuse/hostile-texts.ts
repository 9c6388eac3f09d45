/** Nothing of these may be read as SQL, as a format, as a template, or as a path. */
export const HOSTILE_TEXTS: readonly string[] = [
  `'; DROP TABLE conversations; --`,
  `" OR ""="`,
  `') OR 1=1 --`,
  `1; SELECT pg_sleep(5)`,
  `\\'; SELECT 1/0; --`,
  `$1 ?? ?::uuid :name`,
  `E'\\x27'`,
  `/*`,
  `%27%20OR%201=1`,
  `{"a":"'"}`,
  `'||(SELECT key_hash FROM api_keys LIMIT 1)||'`,
  '../../../../etc/passwd',
  '{{constructor.constructor("return 1")()}}',
  '\u0000',
  '\ud800',
];

/** A value once for every place where a text stands in it, with another text there; and once with it as the name of a member. */
export function withEachText(value: unknown, text: string): readonly unknown[] {
  if (typeof value === 'string') return [text];
  if (Array.isArray(value)) {
    return value.flatMap((element, index) => withEachText(element, text).map((changed) => value.with(index, changed)));
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  return [
    ...entries.flatMap(([name, member]) =>
      withEachText(member, text).map((changed) => ({ ...value, [name]: changed })),
    ),
    { ...value, [text]: text },
  ];
}
