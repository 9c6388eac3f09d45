import { ORDINAL_TEN_VALUES, ORDINAL_UNIT_VALUES, TEN_VALUES, UNIT_VALUES } from './number-values.js';
import { type Word, wordsOf } from './words.js';

/** A text whose number words are digits, and the way back to the words that were said. */
export interface DigitText {
  readonly text: string;
  /** The part of the text as it was said, for a part of the text in digits: for quotes. Number words are taken whole. */
  original(start: number, end: number): { readonly start: number; readonly end: number; readonly text: string };
}

/** A number that was said in words: `48`, `3rd`. */
export interface SpokenNumber {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Before these words "one" and "second" count something; after the others they point at it. */
const POINTING = new Set('this that which no any every some each other another last only just a wait'.split(' '));

/**
 * A text with its number words as digits: "forty-eight Larch Street" is `48 Larch Street`, "two hundred and ten" `210`, "nineteen eighty
 * four" `1984`, "twenty twenty six" `2026`, "the twenty first" `the 21st`. Numbers that stand beside each other stay apart: "nine
 * thirty" is `9 30`, "five five five" `5 5 5`. "oh" is a number only between others ("nine oh five" is `9 05`).
 * "one" and "second" stay words where they point ("that one", "just a second").
 */
export function withDigits(text: string): DigitText {
  const numbers = numberWordsIn(text);
  const pieces: { start: number; end: number; from: number; to: number; isNumber: boolean }[] = [];
  let digits = '';
  let from = 0;
  const add = (to: number, words: string, isNumber: boolean): void => {
    if (to === from) return;
    pieces.push({ start: digits.length, end: digits.length + words.length, from, to, isNumber });
    digits += words;
    from = to;
  };
  for (const number of numbers) {
    add(number.start, text.slice(from, number.start), false);
    add(number.end, number.digits, true);
  }
  add(text.length, text.slice(from), false);

  const original = (start: number, end: number): { start: number; end: number; text: string } => {
    const first = pieces.find((piece) => start < piece.end) ?? pieces.at(-1);
    const last = pieces.findLast((piece) => end > piece.start) ?? pieces[0];
    if (!first || !last) return { start: 0, end: 0, text: '' };
    const back = first.isNumber ? first.from : first.from + (start - first.start);
    const forth = last.isNumber ? last.to : last.from + (end - last.start);
    return { start: back, end: forth, text: text.slice(back, forth) };
  };
  return { text: digits, original };
}

/** The numbers of a text that are said in words, in order; digits that stand there already are not among them. */
function numberWordsIn(text: string): readonly SpokenNumber[] {
  const words = wordsOf(text);
  const numbers: SpokenNumber[] = [];
  let at = 0;
  while (at < words.length) {
    const read = readYear(text, words, at) ?? readNumber(text, words, at) ?? readOh(text, words, at);
    const [first, last] = [words[at], words[at + (read?.count ?? 1) - 1]];
    if (read && first && last) numbers.push({ digits: read.digits, start: first.start, end: last.end });
    at += read?.count ?? 1;
  }
  return numbers;
}

interface Reading {
  readonly digits: string;
  /** Of words. */
  readonly count: number;
}

/** Nothing but a space or a hyphen is between a word and the one before it. */
function follows(text: string, words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return before !== undefined && word !== undefined && /^(?:\s+|\s*-\s*)$/.test(text.slice(before.end, word.start));
}

const wordAt = (words: readonly Word[], at: number): string => words[at]?.lower ?? '';

/** One to ninety-nine: "seven", "seventeen", "forty-eight". */
function readPair(text: string, words: readonly Word[], at: number): { value: number; count: number } | undefined {
  const unit = UNIT_VALUES.get(wordAt(words, at));
  if (unit !== undefined) return { value: unit, count: 1 };
  const ten = TEN_VALUES.get(wordAt(words, at));
  if (ten === undefined) return undefined;
  const more = follows(text, words, at + 1) ? UNIT_VALUES.get(wordAt(words, at + 1)) : undefined;
  return more !== undefined && more > 0 && more < 10 ? { value: ten + more, count: 2 } : { value: ten, count: 1 };
}

/** "nineteen eighty four", "twenty twenty six", "nineteen oh five", "two thousand and six" is a plain number. */
function readYear(text: string, words: readonly Word[], at: number): Reading | undefined {
  const century = wordAt(words, at);
  if (century !== 'nineteen' && century !== 'twenty' && century !== 'eighteen') return undefined;
  if (!follows(text, words, at + 1)) return undefined;
  const head = century === 'twenty' ? 20 : century === 'nineteen' ? 19 : 18;
  if (/^(?:oh|o)$/.test(wordAt(words, at + 1)) && follows(text, words, at + 2)) {
    const unit = UNIT_VALUES.get(wordAt(words, at + 2));
    return unit !== undefined && unit > 0 && unit < 10 ? { digits: `${head}0${unit}`, count: 3 } : undefined;
  }
  const pair = readPair(text, words, at + 1);
  if (!pair || pair.value < 10 || isScale(wordAt(words, at + 1 + pair.count))) return undefined;
  return { digits: `${head}${pair.value}`, count: 1 + pair.count };
}

const isScale = (word: string): boolean => word === 'hundred' || word === 'thousand';

function readNumber(text: string, words: readonly Word[], at: number): Reading | undefined {
  const ordinal = readOrdinal(text, words, at);
  if (ordinal) return isPointing(words, at) ? undefined : ordinal;
  const start =
    wordAt(words, at) === 'a' && isScale(wordAt(words, at + 1)) ? { value: 1, count: 1 } : readPair(text, words, at);
  if (!start) return undefined;
  let { value, count } = start;
  let total = 0;
  for (;;) {
    const next = wordAt(words, at + count);
    if (!isScale(next) || !follows(text, words, at + count)) break;
    if (next === 'thousand') {
      total += value * 1000;
      value = 0;
    } else value *= 100;
    count += 1;
    const joined = wordAt(words, at + count) === 'and' ? 1 : 0;
    const more = follows(text, words, at + count) ? readPair(text, words, at + count + joined) : undefined;
    if (!more || (joined === 1 && !follows(text, words, at + count + 1))) break;
    // "one hundred five five five" is a telephone number being read, no sum.
    if (joined === 0 && more.value < 10 && UNIT_VALUES.has(wordAt(words, at + count + more.count))) break;
    if (next === 'thousand' && wordAt(words, at + count + joined + more.count) === 'hundred') value = more.value;
    else value += more.value;
    count += joined + more.count;
  }
  if (count === 1 && wordAt(words, at) === 'one' && isPointing(words, at)) return undefined;
  return { digits: String(total + value), count };
}

/** "third", "twenty first", "thirtieth". */
function readOrdinal(text: string, words: readonly Word[], at: number): Reading | undefined {
  const alone = ORDINAL_UNIT_VALUES.get(wordAt(words, at)) ?? ORDINAL_TEN_VALUES.get(wordAt(words, at));
  if (alone !== undefined) return { digits: withSuffix(alone), count: 1 };
  const ten = TEN_VALUES.get(wordAt(words, at));
  const unit = ORDINAL_UNIT_VALUES.get(wordAt(words, at + 1));
  if (ten === undefined || unit === undefined || unit > 9 || !follows(text, words, at + 1)) return undefined;
  return { digits: withSuffix(ten + unit), count: 2 };
}

function withSuffix(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

/** "that one", "just a second", "the one that …", "one second please". */
function isPointing(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [wordAt(words, at - 1), wordAt(words, at), wordAt(words, at + 1)];
  if (word !== 'one' && word !== 'second' && word !== 'first') return false;
  if (word === 'first') return before === 'at' || (before !== 'the' && before !== 'on' && !isMonthNear(words, at));
  if (POINTING.has(before)) return true;
  if (word === 'second') return UNIT_VALUES.has(before) || (before !== 'the' && !isMonthNear(words, at));
  return before === 'the' || /^(?:of|second|sec|moment|that|more|thing|minute)$/.test(after);
}

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

function isMonthNear(words: readonly Word[], at: number): boolean {
  const after = wordAt(words, at + 1) === 'of' ? wordAt(words, at + 2) : wordAt(words, at + 1);
  return MONTH.test(wordAt(words, at - 1)) || MONTH.test(after);
}

/** "nine oh five" is `9 05`, "oh seven seven" `0 7 7`: "oh" beside a number that is said as a word. */
function readOh(text: string, words: readonly Word[], at: number): Reading | undefined {
  if (!/^(?:oh|o)$/.test(wordAt(words, at))) return undefined;
  const after = UNIT_VALUES.get(wordAt(words, at + 1));
  if (after === undefined || after > 9 || !follows(text, words, at + 1)) return undefined;
  const before = UNIT_VALUES.get(wordAt(words, at - 1)) ?? TEN_VALUES.get(wordAt(words, at - 1));
  const isLast =
    UNIT_VALUES.get(wordAt(words, at + 2)) === undefined && !/^(?:oh|o|double|triple)$/.test(wordAt(words, at + 2));
  return before !== undefined && isLast ? { digits: `0${after}`, count: 2 } : { digits: '0', count: 1 };
}
