import { shorten } from '../shorten.js';
import { type Fault, fault, type Part } from './fault.js';

export type TextSearchOperator = 'fts' | 'plfts' | 'phfts' | 'wfts';

/**
 * In UTF-8. A lexeme has at most 2046 bytes in Postgres, and lower case can be half as long again as what it is of
 * ("Ⱥ", 2 bytes, becomes 3), so no word of such a text can be too long.
 */
const TEXT_BYTES_MAX = 1024;

/** `<16384>` is the longest distance that a position can have (12.3, textsearch data types). */
const DISTANCE_MAX = 16_384;

/**
 * How many `!` (of fts) or `-` (of wfts) may stand before one operand. Postgres keeps them on a stack of 32, with the
 * operators around them.
 */
const NEGATIONS_MAX = 8;
const LEVELS_MAX = 16;

/** More minus signs than the stack holds, with no word between them. */
const MINUS_CHAIN = new RegExp(`(?:-[^\\p{L}\\p{N}-]*){${NEGATIONS_MAX + 1}}`, 'u');

/** What Postgres would refuse of the right side of a text search; undefined where it would search. */
export function textSearchFault(operator: TextSearchOperator, text: string): Fault | undefined {
  if (text.length * 3 > TEXT_BYTES_MAX && new TextEncoder().encode(text).length > TEXT_BYTES_MAX) {
    return fault('RQ406', `A text search has at most ${TEXT_BYTES_MAX} bytes.`, 'Search for fewer words.');
  }
  if (operator === 'fts') return new SearchReader(text).fault();
  if (operator === 'wfts' && MINUS_CHAIN.test(text)) {
    return fault(
      'RQ307',
      `"${shorten(text)}" has more than ${NEGATIONS_MAX} minus signs before one word.`,
      'One minus sign excludes the word behind it.',
    );
  }
  return undefined;
}

const HINT =
  "Write words joined by & | ! <->, and put text that holds other characters in single quotes: 'new york' & tea:*.";

const JOIN_HINT = 'Join words with & or |, or use plfts or wfts, which take plain text.';

/** An operand without quotes: whatever cannot be taken for syntax. An asterisk is left out because it means nothing there. */
const BARE_WORD = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}!&|()<>:*'\\][^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}!&|()<>:*\\]*/uy;
/** `''` is a quote inside quotes; a backslash would escape, so it has no place here. */
const QUOTED = /'(?:[^'\\]|'')+'/y;
/** Prefix and weights behind an operand: `:*`, `:AB`. */
const MARKS = /:[ABCDabcd*]+/y;
const PHRASE = /<(?:-|(\d+))>/y;
const SPACE = /[ \t\n\r]*/y;

/** A text of `to_tsquery` (12.3.2), read as Postgres does but for what it reads in surprising ways, which is refused. */
class SearchReader {
  readonly #text: string;
  #at = 0;
  #level = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** A text without any word is a query that finds nothing. */
  fault(): Fault | undefined {
    this.#take(SPACE);
    if (this.#at === this.#text.length) return undefined;
    const found = this.#operands();
    if (found !== undefined) return found;
    if (this.#at === this.#text.length) return undefined;
    return this.#refuse('")" closes nothing', 'A literal ")" goes in single quotes.', 1);
  }

  /** Operands joined by operators, to the end of the text or to a closing parenthesis. */
  #operands(): Fault | undefined {
    for (;;) {
      const found = this.#operand();
      if (found !== undefined) return found;
      this.#take(SPACE);
      const next = this.#text[this.#at];
      if (next === undefined || next === ')') return undefined;
      const operator = this.#operator(next);
      if (operator !== undefined) return operator;
      this.#take(SPACE);
    }
  }

  #operator(next: string): Fault | undefined {
    if (next === '&' || next === '|') {
      this.#at++;
      return undefined;
    }
    const start = this.#at;
    if (next === '<') {
      const phrase = this.#take(PHRASE);
      if (phrase === null) {
        return this.#refuse('"<" begins no operator', 'Words in sequence are joined by <-> or <2>.', 1);
      }
      if (phrase[1] === undefined || (phrase[1].length <= 5 && Number(phrase[1]) <= DISTANCE_MAX)) return undefined;
      this.#at = start;
      return this.#refuse(
        `The distance "${shorten(phrase[0])}" is too large`,
        `A distance is at most ${DISTANCE_MAX}.`,
        phrase[0].length,
      );
    }
    const word = this.#take(BARE_WORD)?.[0] ?? this.#character();
    this.#at = start;
    return this.#refuse(`"${shorten(word)}" stands where an operator must`, JOIN_HINT, word.length);
  }

  #operand(): Fault | undefined {
    let negations = 0;
    while (this.#text[this.#at] === '!') {
      if (++negations > NEGATIONS_MAX) {
        return this.#refuse(
          `More than ${NEGATIONS_MAX} "!" stand before one word`,
          'One "!" excludes the word behind it.',
          1,
        );
      }
      this.#at++;
      this.#take(SPACE);
    }
    const start = this.#at;
    const next = this.#text[start];
    if (next === undefined) {
      return fault('RQ307', `The text search "${shorten(this.#text)}" ends where a word must stand.`, HINT);
    }
    if (next === '(') return this.#group(start);
    if (next === "'") {
      if (this.#take(QUOTED) === null) {
        return this.#refuse(
          'The quoted text is empty, not closed, or holds a backslash',
          "A quote inside quotes is written ''.",
          1,
        );
      }
    } else if (this.#take(BARE_WORD) === null) {
      return this.#refuse(`"${this.#character()}" stands where a word must`, HINT, this.#character().length);
    }
    const marks = this.#text[this.#at];
    if (marks !== undefined && "*'\\:>".includes(marks) && this.#take(MARKS) === null) {
      return this.#refuse(
        `"${marks}" cannot stand in a word`,
        marks === '*' ? `The beginning of a word is written ${shorten(this.#text.slice(start, this.#at))}:*.` : HINT,
        1,
      );
    }
    return undefined;
  }

  #group(start: number): Fault | undefined {
    if (++this.#level > LEVELS_MAX) {
      return this.#refuse(`More than ${LEVELS_MAX} levels of parentheses`, 'Write it with fewer parentheses.', 1);
    }
    this.#at++;
    this.#take(SPACE);
    const found = this.#operands();
    if (found !== undefined) return found;
    if (this.#text[this.#at] !== ')') {
      this.#at = start;
      return this.#refuse('"(" is never closed', 'Close it with ")".', 1);
    }
    this.#at++;
    this.#level--;
    return undefined;
  }

  #take(token: RegExp): RegExpExecArray | null {
    token.lastIndex = this.#at;
    const match = token.exec(this.#text);
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  #character(): string {
    return String.fromCodePoint(this.#text.codePointAt(this.#at)!);
  }

  #refuse(what: string, hint: string, length: number): Fault {
    const part: Part = { start: this.#at, end: this.#at + length };
    return fault('RQ307', `${what} in the text search "${shorten(this.#text)}".`, hint, part);
  }
}
