import { LIMITS } from '../fields.js';
import { type Fault, fault } from './fault.js';
import {
  type Automaton,
  alternative,
  character,
  NOTHING,
  PLACE,
  repeated,
  sequence,
} from './regular-expression/automaton.js';
import { readBracket } from './regular-expression/bracket.js';
import { readEscape } from './regular-expression/escape.js';
import { PatternRefused, PatternText } from './regular-expression/pattern-text.js';
import { nothingToRepeat, readQuantifier, seesQuantifier } from './regular-expression/quantifier.js';

/** A regular expression that Postgres takes, and how large the automaton is that it makes of it. */
export interface RegularExpression {
  readonly kind: 'regular-expression';
  readonly arcs: number;
}

/** A part of a pattern: a place (`^`, `\y`, a lookaround), which nothing can repeat, or something that may hold one. */
interface Piece {
  readonly automaton: Automaton;
  readonly place: 'is' | 'holds' | 'none';
}

const LEVELS_MAX = 16;

/** What Postgres makes of a pattern, at most: see {@link Automaton}. With so much it takes 0.2 s to compile (measured). */
export const ARCS_MAX = 20_000;
const SIZE_MAX = 2000;
/** Each of them multiplies what Postgres has to think of while it works them in. */
const PLACES_MAX = 16;

const OPTIONS = /\(\?([A-Za-z]+)\)?/y;
const LOOKAROUND = /\(\?<?[=!]/y;

/**
 * Reads a pattern of match and imatch as Postgres reads an advanced regular expression, and refuses what it would
 * refuse, what this reader is not sure of, and what would take Postgres seconds.
 *
 * Source: Postgres manual 9.7.3, regc_lex.c and regcomp.c of Postgres 15 to 18.
 */
export function readRegularExpression(pattern: string): RegularExpression | Fault {
  if (pattern.length > LIMITS.patternCharacters && [...pattern].length > LIMITS.patternCharacters) {
    return fault(
      'RQ406',
      `A regular expression has at most ${LIMITS.patternCharacters} characters.`,
      'Use like for long texts.',
    );
  }
  try {
    return { kind: 'regular-expression', arcs: new ExpressionReader(pattern).read() };
  } catch (error) {
    if (error instanceof PatternRefused) return error.fault;
    throw error;
  }
}

class ExpressionReader {
  readonly #pattern: PatternText;
  #level = 0;
  #places = 0;
  #inLookaround = false;
  /** `^` matches at the beginning of every line. */
  #byLine = false;
  /** A class of characters: Postgres tells as many sorts of characters apart as the pattern can. */
  readonly #oneOfClass: Piece;

  constructor(pattern: string) {
    this.#pattern = new PatternText(pattern);
    this.#oneOfClass = { automaton: character(new Set(pattern).size), place: 'none' };
  }

  read(): number {
    const pattern = this.#pattern;
    if (this.#readPrefix()) return pattern.text.length;
    const { arcs, first } = this.#readAlternatives().automaton;
    if (!pattern.ended) {
      pattern.refuse('")" closes nothing', 'A literal ")" is written \\).', pattern.at, pattern.at + 1);
    }
    return arcs + first;
  }

  /** Directors and embedded options (9.7.3.4). True when what follows them is literal text. */
  #readPrefix(): boolean {
    const pattern = this.#pattern;
    if (pattern.eat('***=')) return true;
    if (!pattern.eat('***:') && pattern.sees('***')) {
      pattern.refuse('"***" is no director', 'A director is ***= or ***:.', 0, 3);
    }
    OPTIONS.lastIndex = pattern.at;
    const match = OPTIONS.exec(pattern.text);
    if (match === null) return false;
    const start = pattern.at;
    pattern.at += match[0].length;
    const letters = match[1]!;
    if (!match[0].endsWith(')') || /[^cimnpqstw]/.test(letters)) {
      pattern.refuse(
        `"${match[0]}" sets no option that is known`,
        'Options are i and c (letter case), n, m, p and w (lines), s, t, and q (a literal text): (?i)abc.',
        start,
      );
    }
    this.#byLine = /[mnw]/.test(letters);
    return letters.includes('q');
  }

  /** Branches to the end of the pattern, or to the `)` that closes it. */
  #readAlternatives(): Piece {
    let whole = this.#readBranch();
    while (this.#pattern.eat('|')) {
      const branch = this.#readBranch();
      whole = { automaton: alternative(whole.automaton, branch.automaton), place: either(whole, branch) };
    }
    return this.#bounded(whole, 0);
  }

  #readBranch(): Piece {
    const pattern = this.#pattern;
    let branch = NO_PIECE;
    /** Only the beginning of the text has been asked for so far: what looks ahead from there looks once. */
    let atStart = false;
    for (;;) {
      this.#skipComments();
      if (pattern.ended || pattern.sees('|') || pattern.sees(')')) return branch;
      const start = pattern.at;
      const isStart = branch === NO_PIECE && (pattern.sees('^') || pattern.sees('\\A'));
      const isLookaround = pattern.sees('(?') && lookaroundAt(pattern) !== undefined;
      const piece = this.#repeat(isLookaround ? this.#readLookaround(atStart) : this.#readPiece(start), start);
      atStart = this.#level === 0 && !this.#byLine && (isStart || (atStart && isLookaround));
      branch = { automaton: sequence(branch.automaton, piece.automaton), place: either(branch, piece) };
    }
  }

  #skipComments(): void {
    const pattern = this.#pattern;
    while (pattern.sees('(?#')) {
      const end = pattern.text.indexOf(')', pattern.at);
      if (end < 0) {
        pattern.refuse('The comment "(?#" is never closed', 'Close it with ")".', pattern.at, pattern.at + 3);
      }
      pattern.at = end + 1;
    }
  }

  #readPiece(start: number): Piece {
    const pattern = this.#pattern;
    if (pattern.sees('\\')) {
      const escaped = readEscape(pattern);
      if (escaped.kind === 'place') return this.#place(start);
      return escaped.kind === 'class' ? this.#oneOfClass : ONE_CHARACTER;
    }
    if (pattern.eat('[[:<:]]') || pattern.eat('[[:>:]]')) return this.#place(start);
    if (seesQuantifier(pattern)) nothingToRepeat(pattern);
    switch (String.fromCodePoint(pattern.take())) {
      case '^':
      case '$':
        return this.#place(start);
      case '[':
        readBracket(pattern);
        return this.#oneOfClass;
      case '(':
        return this.#readGroup(start);
      default:
        return ONE_CHARACTER;
    }
  }

  #place(start: number): Piece {
    if (++this.#places > PLACES_MAX) {
      this.#pattern.tooComplex(
        `More than ${PLACES_MAX} places such as ^, $ and \\y stand`,
        'Write it as several conditions.',
        start,
      );
    }
    return ONE_PLACE;
  }

  #readGroup(start: number): Piece {
    const pattern = this.#pattern;
    if (pattern.eat('?') && !pattern.eat(':')) {
      const end = Math.min(pattern.at + 1, pattern.text.length);
      pattern.refuse(
        `"${pattern.text.slice(start, end)}" begins no group`,
        'Groups are (…) and (?:…); options such as (?i) stand first in the pattern.',
        start,
        end,
      );
    }
    return this.#readInside(start);
  }

  /** What stands in parentheses, its `)` included. */
  #readInside(start: number): Piece {
    const pattern = this.#pattern;
    if (++this.#level > LEVELS_MAX) {
      pattern.tooComplex(
        `More than ${LEVELS_MAX} levels of parentheses stand`,
        'Write it with fewer.',
        start,
        start + 1,
      );
    }
    const inside = this.#readAlternatives();
    if (!pattern.eat(')')) {
      pattern.refuse('"(" is never closed', 'Close it with ")"; a literal "(" is written \\(.', start, start + 1);
    }
    this.#level--;
    return inside;
  }

  /**
   * A lookaround is tried at every character of a text. Where it can look as far as it likes, a text of 64 KB takes
   * seconds (measured), unless it stands at the beginning of the text alone.
   */
  #readLookaround(atStart: boolean): Piece {
    const pattern = this.#pattern;
    const start = pattern.at;
    const opening = lookaroundAt(pattern) ?? '';
    pattern.at += opening.length;
    if (this.#inLookaround) {
      pattern.tooComplex(`"${opening}" stands inside another lookaround`, 'Put one behind the other.', start);
    }
    this.#place(start);
    this.#inLookaround = !atStart;
    const inside = this.#readInside(start);
    // One lookaround inside another is refused, except in one that is tried at the start alone.
    this.#inLookaround = false;
    const { size, arcs } = inside.automaton;
    return { automaton: { ...PLACE, size: size + 1, arcs }, place: 'is' };
  }

  /** The piece that begins at `start`, with the quantifier behind it if there is one. */
  #repeat(piece: Piece, start: number): Piece {
    const pattern = this.#pattern;
    this.#skipComments();
    if (!seesQuantifier(pattern)) return piece;
    const quantifier = pattern.at;
    if (piece.place === 'is') nothingToRepeat(pattern);
    const { fewest, most } = readQuantifier(pattern);
    const times = most ?? Math.max(fewest, 1);
    if (most === undefined && this.#inLookaround) {
      pattern.tooComplex(
        `"${pattern.since(quantifier)}" looks as far as it likes`,
        'At every character that takes too long: put the lookaround at the beginning, behind ^, or use {0,20}.',
        quantifier,
      );
    }
    if (piece.place === 'holds' && (times !== 1 || most === undefined)) {
      pattern.tooComplex(
        `"${pattern.since(quantifier)}" repeats a place such as ^, $ or \\y`,
        'Put the place outside of what is repeated.',
        start,
      );
    }
    return this.#bounded({ automaton: repeated(piece.automaton, fewest, most), place: piece.place }, start);
  }

  #bounded(piece: Piece, start: number): Piece {
    const { size, arcs, first } = piece.automaton;
    if (size > SIZE_MAX || arcs + first > ARCS_MAX) this.#tooLarge(start);
    return piece;
  }

  #tooLarge(start = 0): never {
    this.#pattern.tooComplex('What is repeated is too large', 'Ask for fewer repetitions, or use * or +.', start);
  }
}

const NO_PIECE: Piece = { automaton: NOTHING, place: 'none' };
const ONE_CHARACTER: Piece = { automaton: character(1), place: 'none' };
const ONE_PLACE: Piece = { automaton: PLACE, place: 'is' };

const either = (a: Piece, b: Piece) => (a.place === 'none' && b.place === 'none' ? 'none' : 'holds');

/** `(?=`, `(?<!` and so on, where one of them stands next. */
function lookaroundAt(pattern: PatternText): string | undefined {
  LOOKAROUND.lastIndex = pattern.at;
  return LOOKAROUND.exec(pattern.text)?.[0];
}
