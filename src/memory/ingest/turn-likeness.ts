const WORDS = /[\p{L}\p{N}]+/gu;

/** Of the words of the shorter text, so many have to be in the longer one. */
const SHARED_MIN = 0.7;

/**
 * Whether two texts are the same turn: once as the agent's tool reported it during the call, once as the transcript has it. Models
 * change a word here and there when they repeat what was said.
 */
export function isSameTurn(one: TurnWords, other: TurnWords): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (shorter.length * 3 < longer.length) return false;
  if (shorter.length === 0) return longer.length === 0;
  // "Yes" is in many turns.
  if (shorter.length < 3) return shorter.join(' ') === longer.join(' ');
  const rest = new Map<string, number>();
  for (const word of longer) rest.set(word, (rest.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of shorter) {
    const count = rest.get(word) ?? 0;
    if (count === 0) continue;
    rest.set(word, count - 1);
    shared += 1;
  }
  return shared / shorter.length >= SHARED_MIN;
}

/** The words of a turn, to be read once and compared with many. */
export type TurnWords = readonly string[];

export function wordsOf(text: string): TurnWords {
  return text.toLowerCase().match(WORDS) ?? [];
}
