import type { Loathed } from './loathed.js';

/** The verbs with which one says what one always has. */
const TAKE = '(?:go for|have|take|use|ask for|want|choose|pick|get|order|go to|see|book)';

/** "She's who I always ask for", "I'd always go for that": what is meant was named before. */
const IT_IS_LIKED: readonly RegExp[] = [
  new RegExp(
    `\\b(she|he|that|it|this|they)(?:'s| is|'re| are|s) (?:who|what|the (?:one|girl|man|lady|lad|woman|guy|kind|type|sort)) (?:i|we) (?:always|usually|only ever|normally) ${TAKE}`,
    'g',
  ),
  new RegExp(
    `\\b(?:i|we)(?:'d| would|d)? always ${TAKE} (it|that|them|one|him|her|this)(?=$|[,.!;]| (?:if|when|because|cos|please)\\b)`,
    'g',
  ),
];

/** Likings of what was named before, by the pronoun. */
export function likedBeforeIn(plain: string): readonly Loathed[] {
  return IT_IS_LIKED.flatMap((pattern) =>
    Array.from(plain.matchAll(pattern), (match) => ({
      pronoun: /^(?:she|he)$/.test(match[1] ?? '') ? 'her' : (match[1] ?? 'it'),
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
