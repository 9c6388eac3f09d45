import { type SpelledLetters, spelledIn } from '../language/spelled-letters.js';
import { distance } from './respell.js';

/** How far behind a name its letters begin, in characters: "trevanion, that's t r e". */
const GAP_MAX = 22;

/** The letters that follow a name and spell its last word, or all of it: "xochitl x o c h i t l". The surest sign that it is a name. */
export function lettersAfter(text: string, name: string, end: number): SpelledLetters | undefined {
  const run = spelledIn(text).find(({ start }) => start >= end && start <= end + GAP_MAX);
  const last = name.toLowerCase().split(' ').at(-1) ?? '';
  return run && run.letters.length > 2 && [last, name.toLowerCase()].some((said) => isSpelling(run.letters, said))
    ? run
    : undefined;
}

function isSpelling(letters: string, said: string): boolean {
  const word = said.replace(/[^\p{L}]/gu, '');
  return distance(letters.replace(/[^\p{L}]/gu, ''), word) <= Math.ceil(word.length / 4);
}
