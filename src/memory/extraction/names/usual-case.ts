import { CAPITAL_PARTICLE, PARTICLE } from './name-particles.js';

/** `sarah` → `Sarah`, `o'brien` → `O'Brien`, `mcdonald` → `McDonald`; what has capitals already stays. */
export function inUsualCase(word: string, keep = true): string {
  if (keep && /\p{Lu}/u.test(word) && !word.includes(' ') && !/^\p{Lu}{3,}$/u.test(word))
    return word.replaceAll('’', "'");
  if (!keep && /^\p{Lu}.*\p{Ll}/u.test(word)) return word.replaceAll('’', "'");
  const lower = word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^o (?=\p{L})/u, "o'");
  if (PARTICLE.test(lower) && !CAPITAL_PARTICLE.test(lower)) return lower;
  return lower
    .replace(/(^|[-'])(\p{L})/gu, (_, sign: string, letter: string) => sign + letter.toUpperCase())
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}
