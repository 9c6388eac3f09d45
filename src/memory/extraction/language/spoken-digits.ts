import { TEN_VALUES, UNIT_VALUES } from './number-values.js';
import { type Word, wordsOf } from './words.js';

/** Digits that were said or written one after the other: a telephone number, an order number, a year of birth. */
export interface DigitRun {
  /** `0` to `9`, with a `+` in front where one was said. */
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

const REPEATS: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
]);

/** Words inside a number that is being read out: "five five five, um, then oh one". */
const FILLERS = new Set('um uh er erm then space dash hyphen area code dot'.split(' '));

/**
 * The runs of digits of a text: digits as they stand, number words ("five", "oh", "twelve", "fifty five"), "double seven", "triple
 * zero", "eight hundred", "plus". Signs and short fillers do not end a run, full stops neither: callers pause in their
 * numbers. Runs of one digit are there too; who wants numbers asks for their length.
 */
export function digitRunsIn(text: string): readonly DigitRun[] {
  const words = wordsOf(text);
  const runs: { digits: string; start: number; end: number }[] = [];
  let run: { digits: string; start: number; end: number } | undefined;
  let at = 0;
  while (at < words.length) {
    const word = words[at];
    if (!word) break;
    const read = readDigits(text, words, at, run !== undefined);
    const last = read && words[at + read.count - 1];
    if (read && last) {
      const isPlus = run === undefined && /\+\s*\(?$/.test(text.slice(0, word.start));
      if (run) {
        run.digits += read.digits;
        run.end = last.end;
      } else {
        run = {
          digits: (isPlus ? '+' : '') + read.digits,
          start: isPlus ? text.lastIndexOf('+', word.start) : word.start,
          end: last.end,
        };
        runs.push(run);
      }
      at += read.count;
      continue;
    }
    if (!FILLERS.has(word.lower)) run = undefined;
    at += 1;
  }
  return runs;
}

function readDigits(
  text: string,
  words: readonly Word[],
  at: number,
  isInside: boolean,
): { digits: string; count: number } | undefined {
  const word = words[at];
  if (!word) return undefined;
  const next = words[at + 1]?.lower ?? '';
  if (/^\d+$/.test(word.lower)) return { digits: word.lower, count: 1 };
  if (word.lower === 'plus') {
    const more = readDigits(text, words, at + 1, false);
    return more && !isInside ? { digits: `+${more.digits}`, count: 1 + more.count } : undefined;
  }
  const times = REPEATS.get(word.lower);
  if (times !== undefined) {
    const digit = digitOf(next);
    return digit === undefined ? undefined : { digits: digit.repeat(times), count: 2 };
  }
  if (word.lower === 'oh' || word.lower === 'o') {
    return isInside || isDigitStart(next) ? { digits: '0', count: 1 } : undefined;
  }
  const unit = UNIT_VALUES.get(word.lower);
  if (unit !== undefined) {
    if (next === 'hundred') return { digits: `${unit}00`, count: 2 };
    if (next === 'thousand') return { digits: `${unit}000`, count: 2 };
    return { digits: String(unit), count: 1 };
  }
  const ten = TEN_VALUES.get(word.lower);
  if (ten === undefined) return undefined;
  const more = UNIT_VALUES.get(next);
  const isOne =
    more !== undefined && more > 0 && more < 10 && /^[\s-]+$/.test(text.slice(word.end, words[at + 1]?.start ?? 0));
  return isOne ? { digits: String(ten + more), count: 2 } : { digits: String(ten), count: 1 };
}

function isDigitStart(word: string): boolean {
  return digitOf(word) !== undefined || REPEATS.has(word);
}

/** One digit, said or written. */
function digitOf(word: string): string | undefined {
  if (/^\d$/.test(word)) return word;
  if (word === 'oh' || word === 'o') return '0';
  const value = UNIT_VALUES.get(word);
  return value !== undefined && value < 10 ? String(value) : undefined;
}
