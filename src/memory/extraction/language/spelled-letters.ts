import { type Word, wordsOf } from './words.js';

/** Letters that were spelled out. */
export interface SpelledLetters {
  /** In lower case; `'` and `-` where they were said. */
  readonly letters: string;
  /** Where in `letters` the speaker paused: after a comma or a full stop. */
  readonly pauses: readonly number[];
  readonly start: number;
  readonly end: number;
}

const NATO =
  'alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey yankee zulu alfa juliett whisky xray';
const NATO_LETTERS: ReadonlyMap<string, string> = new Map(NATO.split(' ').map((word) => [word, word[0] ?? '']));

/** How a transcriber writes the names of letters. */
const LETTER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aitch: 'h',
    haitch: 'h',
    zed: 'z',
    zee: 'z',
    bee: 'b',
    cee: 'c',
    dee: 'd',
    ee: 'e',
    eff: 'f',
    gee: 'g',
    jay: 'j',
    kay: 'k',
    el: 'l',
    ell: 'l',
    em: 'm',
    en: 'n',
    pee: 'p',
    cue: 'q',
    queue: 'q',
    ar: 'r',
    ess: 's',
    tee: 't',
    vee: 'v',
    ex: 'x',
    wye: 'y',
  }),
);

/** "A with a hat on", "E with a fada". */
const ACCENT =
  /\bwith (?:a|an) (?:hat|accent|fada|umlaut|tilde|circumflex|cedilla|acute|grave)(?: (?:on|over)(?: it| top| the top)?)?/gi;

/**
 * The runs of letters of a text that are spelled: "S A R A H", "S-A-R-A-H", "S. A. R. A. H.", "b as in boy", "S for sugar", "sierra
 * alpha romeo", "double L", "o apostrophe b". Runs of two letters or more; a lone "a" or "I" begins none.
 */
export function spelledIn(said: string): readonly SpelledLetters[] {
  const text = said.replace(ACCENT, (words) => ','.padEnd(words.length));
  const words = wordsOf(text);
  const runs: SpelledLetters[] = [];
  let at = 0;
  while (at < words.length) {
    // "with a W, S H A W N": the article is no letter.
    const isArticle = words[at]?.lower === 'a' && /^(?:with|without|has|by|it's)$/.test(words[at - 1]?.lower ?? '');
    const isSingle =
      /^(?:an?|no|one)$/.test(words[at - 1]?.lower ?? '') && /^(?:with|without)$/.test(words[at - 2]?.lower ?? '');
    const run = isArticle || (isSingle && words[at]?.lower.length === 1) ? undefined : readRun(text, words, at);
    const [first, last] = [words[at], words[at + (run?.count ?? 1) - 1]];
    if (run && first && last && run.letters.length > 1)
      runs.push({ letters: run.letters, pauses: run.pauses, start: first.start, end: last.end });
    at += run && run.letters.length > 1 ? run.count : 1;
  }
  return runs;
}

function readRun(
  text: string,
  words: readonly Word[],
  from: number,
): { letters: string; pauses: readonly number[]; count: number } | undefined {
  let letters = '';
  const pauses: number[] = [];
  let at = from;
  let plain = 0;
  for (;;) {
    const read = readLetter(words, at, letters.length > 0);
    if (!read) break;
    // "I" and "a" of a sentence that goes on: "m e t a d o and I …" ends at "and".
    const isGapWide =
      at > from && /[!?;:]|\.\s*\p{Lu}\p{Ll}{2}/u.test(text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0));
    if (isGapWide || isNextSentence(text, words, from, at)) break;
    if (isPronoun(words, at) && letters.length > 1) break;
    if (words[at]?.lower === 'i' && letters.length > 1 && isPausedPronoun(text, words, at)) break;
    if (at > from && /[,.]/.test(text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0)))
      pauses.push(letters.length);
    letters += read.letters;
    plain += read.isPlain ? 1 : 0;
    at += read.count;
  }
  const count = at - from;
  if (letters.replace(/[^a-z]/g, '').length < 2 || letters.startsWith("'") || letters.startsWith('-')) return undefined;
  // "i a" or "a b" alone may be words.
  if (count === 2 && plain === 2 && /^(?:ia|ai|aa|ii)$/.test(letters)) return undefined;
  return { letters: letters.replace(/[-']+$/, ''), pauses, count };
}

/** "M, O, R, E, A, U. a dot moreau": a full stop ends letters that had none between, when one letter alone follows. */
function isNextSentence(text: string, words: readonly Word[], from: number, at: number): boolean {
  const gap = (index: number): string => text.slice(words[index - 1]?.end ?? 0, words[index]?.start ?? 0);
  if (at - from < 3 || !gap(at).includes('.') || letterOf(words[at + 1]) !== undefined) return false;
  return Array.from({ length: at - from - 1 }, (_, index) => gap(from + index + 1)).every(
    (each) => !each.includes('.'),
  );
}

/** The "I" that begins the next clause: "K O W A L C Z Y K, I need …". */
function isPronoun(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]?.lower ?? '';
  return (
    words[at]?.lower === 'i' &&
    /^(?:need|want|wanted|have|am|was|would|could|can|do|did|just|called|booked|had|live|work|think|don't|will|got|should|made|ordered|spoke|rang|phoned|moved|know|mean|guess|said|also|already|believe)$/.test(
      next,
    )
  );
}

/** "…, I applied": after a pause, and no letter follows. */
function isPausedPronoun(text: string, words: readonly Word[], at: number): boolean {
  const [before, here, next] = [words[at - 1], words[at], words[at + 1]];
  if (!before || !here || !next || !/[,.]/.test(text.slice(before.end, here.start))) return false;
  return (
    next.lower.length > 1 &&
    !/^(?:as|for|like|double|then|and)$/.test(next.lower) &&
    letterOf(next) === undefined &&
    !/[,.]/.test(text.slice(here.end, next.start))
  );
}

function readLetter(
  words: readonly Word[],
  at: number,
  isInside: boolean,
): { letters: string; count: number; isPlain: boolean } | undefined {
  const word = words[at]?.lower;
  if (word === undefined) return undefined;
  const next = words[at + 1]?.lower ?? '';
  if (/^(?:capital|letter|then)$/.test(word) && (isInside || word !== 'then')) {
    const read = readLetter(words, at + 1, isInside);
    return read && { ...read, count: read.count + 1 };
  }
  if ((word === 'double' && next !== 'u') || word === 'triple' || word === 'two' || word === 'treble') {
    const letter = letterOf(words[at + 1]) ?? (word === 'two' && /^[a-z]'?s$/.test(next) ? next[0] : undefined);
    return letter && (isInside || word !== 'two')
      ? { letters: letter.repeat(word === 'triple' || word === 'treble' ? 3 : 2), count: 2, isPlain: false }
      : undefined;
  }
  if (word === 'double' && next === 'u') return { letters: 'w', count: 2, isPlain: false };
  if (isInside && word === 'apostrophe') return { letters: "'", count: 1, isPlain: false };
  if (isInside && (word === 'hyphen' || word === 'dash') && letterOf(words[at + 1]))
    return { letters: '-', count: 1, isPlain: false };
  if (isInside && word === 'x' && next === 'ray') return { letters: 'x', count: 2, isPlain: false };
  const letter = letterOf(words[at]);
  if (letter === undefined) {
    const nato = NATO_LETTERS.get(word);
    if (nato === undefined) return undefined;
    const neighbour =
      NATO_LETTERS.has(next) ||
      (isInside && (NATO_LETTERS.has(words[at - 1]?.lower ?? '') || letterOf(words[at + 1]) !== undefined));
    return neighbour ? { letters: nato, count: 1, isPlain: false } : undefined;
  }
  // "b as in boy", "s for sugar", "n like nancy", "m mike" is two.
  const isAsIn = next === 'as' && words[at + 2]?.lower === 'in';
  if (isAsIn && words[at + 3]?.lower.startsWith(letter)) return { letters: letter, count: 4, isPlain: false };
  if (
    /^(?:for|like|as)$/.test(next) &&
    words[at + 2]?.lower.startsWith(letter) &&
    (words[at + 2]?.lower.length ?? 0) > 1
  ) {
    return { letters: letter, count: 3, isPlain: false };
  }
  return { letters: letter, count: 1, isPlain: true };
}

function letterOf(word: Word | undefined): string | undefined {
  if (word === undefined) return undefined;
  if (/^[a-z]$/.test(word.lower)) return word.lower;
  return LETTER_NAMES.get(word.lower);
}
