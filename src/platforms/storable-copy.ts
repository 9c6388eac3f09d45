/**
 * A copy of a JSON value that Postgres can store: U+0000 and halves of characters become U+FFFD, whole numbers that lost digits
 * become text, and what lies deeper than `levels` becomes null. For what platforms send: it must not be lost for one character.
 */
export function storableCopy(value: unknown, levels = 32): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value) ? String(value) : value;
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (levels <= 0) return null;
  if (Array.isArray(value)) return value.map((element) => storableCopy(element, levels - 1));
  // Not by assignment: a key `__proto__` would be no key.
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [storableText(key), storableCopy(member, levels - 1)]),
  );
}

/** What may have to be replaced: most texts have none of it, which is seen faster. */
const SUSPECT = /[\0\ud800-\udfff]/;

/** A text without U+0000 and halves of characters. */
export function storableText(text: string): string {
  return !SUSPECT.test(text) ? text : text.replaceAll(/[\0\p{Surrogate}]/gu, '\uFFFD');
}
