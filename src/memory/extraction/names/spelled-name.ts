import { spelledIn } from '../language/spelled-letters.js';
import { distance } from './respell.js';

/** How far behind a name its letters begin, in characters: "trevanion, that's t r e". */
const GAP_MAX = 22;

/** How far behind a name its letters end at most, in characters. */
const LETTERS_MAX = 160;

/** Whether letters follow a name that spell its last word, or all of it: "xochitl x o c h i t l". The surest sign that it is a name. */
export function isSpelledAfter(text: string, name: string, end: number): boolean {
  const behind = text.slice(end, end + LETTERS_MAX);
  const run = spelledIn(behind).find(({ start }) => start <= GAP_MAX);
  const last = name.toLowerCase().split(' ').at(-1) ?? '';
  return (
    run !== undefined &&
    run.letters.length > 2 &&
    [last, name.toLowerCase()].some((said) => isSpelling(run.letters, said))
  );
}

function isSpelling(letters: string, said: string): boolean {
  const word = said.replace(/[^\p{L}]/gu, '');
  return distance(letters.replace(/[^\p{L}]/gu, ''), word) <= Math.ceil(word.length / 4);
}
