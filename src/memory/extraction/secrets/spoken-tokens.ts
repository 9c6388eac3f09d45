import { TEN_VALUES, UNIT_VALUES } from '../language/number-values.js';
import { type Word, wordsOf } from '../language/words.js';

/** A word of a text, and the digits that it says. */
export interface SpokenToken {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  /** `42` of "forty two", `77` of "double seven"; empty where it is no number. */
  readonly digits: string;
  /** May stand inside a number that is read out. */
  readonly isFiller: boolean;
}

/** Numbers in a row, with nothing but signs and fillers between. */
export interface NumberRun {
  readonly tokens: readonly SpokenToken[];
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

const REPEATS: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
]);
const FILLERS = new Set('um umm uh er erm eh then and space dash hyphen next so ok okay dot comma slash'.split(' '));

/** The words of a text with their digits, in one pass. */
export function spokenTokensOf(text: string): readonly SpokenToken[] {
  const words = wordsOf(text);
  const tokens: SpokenToken[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    const next = words[at + 1];
    const [digits, count] = digitsAt(word, next);
    const last = count === 2 && next ? next : word;
    tokens.push({ start: word.start, end: last.end, lower: word.lower, digits, isFiller: FILLERS.has(word.lower) });
    at += count - 1;
  }
  return tokens;
}

function digitsAt(word: Word, next: Word | undefined): readonly [digits: string, count: number] {
  if (/^\d+$/.test(word.lower)) return [word.lower, 1];
  const times = REPEATS.get(word.lower);
  if (times !== undefined && next) {
    const digit = digitOf(next.lower);
    if (digit !== undefined) return [digit.repeat(times), 2];
  }
  const unit = UNIT_VALUES.get(word.lower);
  if (unit !== undefined) return next?.lower === 'hundred' ? [`${unit}00`, 2] : [String(unit), 1];
  if (word.lower === 'oh' || word.lower === 'o' || word.lower === 'nought') return ['0', 1];
  const ten = TEN_VALUES.get(word.lower);
  if (ten === undefined) return ['', 1];
  const more = next && UNIT_VALUES.get(next.lower);
  return more !== undefined && more > 0 && more < 10 ? [String(ten + more), 2] : [String(ten), 1];
}

function digitOf(word: string): string | undefined {
  if (/^\d$/.test(word)) return word;
  if (word === 'oh' || word === 'o') return '0';
  const value = UNIT_VALUES.get(word);
  return value !== undefined && value < 10 ? String(value) : undefined;
}

/** The runs of numbers of a text, in order. */
export function numberRunsOf(tokens: readonly SpokenToken[]): readonly NumberRun[] {
  const runs: NumberRun[] = [];
  let current: SpokenToken[] = [];
  const close = (): void => {
    const [first, last] = [current[0], current.at(-1)];
    if (first && last) {
      runs.push({
        tokens: current,
        digits: current.map(({ digits }) => digits).join(''),
        start: first.start,
        end: last.end,
      });
    }
    current = [];
  };
  for (const token of tokens) {
    if (token.digits !== '') current.push(token);
    else if (!token.isFiller) close();
  }
  close();
  return runs;
}
