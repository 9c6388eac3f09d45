/** What a text holds that Postgres cannot store and no query can ask for, as words for a message; undefined for good text. */
export function unstorable(text: string): 'a NUL character' | 'a lone surrogate' | undefined {
  if (text.includes('\0')) return 'a NUL character';
  return /\p{Surrogate}/u.test(text) ? 'a lone surrogate' : undefined;
}
