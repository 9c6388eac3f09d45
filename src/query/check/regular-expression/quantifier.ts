import type { PatternText } from './pattern-text.js';

/** How often a piece may stand: `most` is absent for as often as it likes. */
export interface Quantifier {
  readonly fewest: number;
  readonly most?: number;
}

/** DUPMAX in regguts.h. */
const REPETITIONS_MAX = 255;

const ANY: Quantifier = { fewest: 0 };
const SOME: Quantifier = { fewest: 1 };
const MAYBE: Quantifier = { fewest: 0, most: 1 };

const BOUND = /\{(\d{1,3})(?:(,)(\d{1,3})?)?\}/y;

/** Whether a quantifier stands next. A brace that no digit follows is a brace. */
export function seesQuantifier(pattern: PatternText): boolean {
  const next = pattern.text[pattern.at];
  return next === '*' || next === '+' || next === '?' || (next === '{' && isDigit(pattern.text[pattern.at + 1]));
}

const isDigit = (character: string | undefined) => character !== undefined && character >= '0' && character <= '9';

/** Reads the quantifier that stands next, with the `?` that makes it prefer less (9.7.3.1). */
export function readQuantifier(pattern: PatternText): Quantifier {
  const quantifier = pattern.eat('*') ? ANY : pattern.eat('+') ? SOME : pattern.eat('?') ? MAYBE : readBound(pattern);
  pattern.eat('?');
  return quantifier;
}

function readBound(pattern: PatternText): Quantifier {
  const start = pattern.at;
  BOUND.lastIndex = start;
  const match = BOUND.exec(pattern.text);
  if (match === null) return noRepetition(pattern, start);
  const fewest = Number(match[1]);
  const most = match[2] === undefined ? fewest : match[3] === undefined ? undefined : Number(match[3]);
  if (fewest > (most ?? REPETITIONS_MAX) || (most ?? 0) > REPETITIONS_MAX) return noRepetition(pattern, start);
  pattern.at += match[0].length;
  return most === undefined ? { fewest } : { fewest, most };
}

function noRepetition(pattern: PatternText, start: number): never {
  const close = pattern.text.indexOf('}', start);
  const end = close < 0 ? pattern.text.length : close + 1;
  return pattern.refuse(
    `"${pattern.text.slice(start, end)}" is no repetition`,
    `Repetitions are {2}, {2,} and {2,5}, of at most ${REPETITIONS_MAX}; a literal "{" is written \\{.`,
    start,
    end,
  );
}

/** Refuses the quantifier that stands next, with nothing before it that could be repeated. */
export function nothingToRepeat(pattern: PatternText): never {
  const { at, text } = pattern;
  const sign = text[at];
  return pattern.refuse(
    `"${sign}" has nothing to repeat`,
    `Put what it repeats before it, in parentheses if need be; a literal "${sign}" is written \\${sign}.`,
    at,
    at + 1,
  );
}
