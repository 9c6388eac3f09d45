import type { Location } from '../ast.js';
import { LIMITS } from '../fields.js';
import { PROBLEMS_MAX, type Problem } from '../problem.js';
import type { Fault } from './fault.js';
import { ARCS_MAX } from './regular-expression.js';

/** Postgres keeps so many compiled; one more, and it compiles each anew for each row (MAX_CACHED_RES in regexp.c). */
const REGULAR_EXPRESSIONS_MAX = 32;
/** Twice what one alone may have: see {@link ARCS_MAX}. */
const ARCS_OF_ALL_MAX = 2 * ARCS_MAX;

/**
 * One check of one query: what was found so far, and how much of everything that has a limit.
 *
 * A text was held to the limits when it was read. A query that was built in code, or bound, is held to them here, since
 * nothing that passes the check may make a statement fail.
 */
export class Checking {
  readonly problems: Problem[] = [];
  /** The text that the query's places refer to, where it is at hand. */
  readonly text: string | undefined;
  #conditions = 0;
  #characters = 0;
  #regularExpressions = 0;
  #arcs = 0;

  constructor(text: string | undefined) {
    this.text = text;
  }

  report(problem: Problem): undefined {
    if (this.problems.length < PROBLEMS_MAX) this.problems.push(problem);
  }

  /** Reports what is wrong with the value `value`, which stands at `location`, as near to the culprit as can be told. */
  reportFault({ code, message, hint, part }: Fault, value: string, location: Location): undefined {
    const place = part === undefined ? location : this.#partOf(part, value, location);
    this.report({ code, message, ...(hint === undefined ? {} : { hint }), location: place });
  }

  /** A part of a value can be pointed at only where the value was written without escapes. */
  #partOf(part: { readonly start: number; readonly end: number }, value: string, location: Location): Location {
    const at = this.written(location).indexOf(value);
    if (at < 0) return location;
    const start = location.start + at;
    return { start: start + part.start, end: start + part.end };
  }

  /** How the thing at `location` was written; empty when there is no text. */
  written(location: Location): string {
    return this.text?.slice(location.start, location.end) ?? '';
  }

  /** The place of `word` right behind `location`, as `any` stands behind `eq` in `eq(any)`; else `location` itself. */
  behind(location: Location, word: string): Location {
    if (this.text?.startsWith(`(${word})`, location.end) !== true) return location;
    return { start: location.end + 1, end: location.end + 1 + word.length };
  }

  countCondition(location: Location): void {
    if (++this.#conditions === LIMITS.conditions + 1) {
      this.report({
        code: 'RQ402',
        message: `More than ${LIMITS.conditions} conditions.`,
        hint: 'Join values of one field with in.(…), or ask two queries.',
        location,
      });
    }
  }

  /** Counts the characters of keys and values: what any text within the limit holds at most as many of. */
  countCharacters(length: number, location: Location): void {
    const before = this.#characters;
    this.#characters += length;
    if (this.#characters > LIMITS.textBytes && before <= LIMITS.textBytes) {
      this.report({
        code: 'RQ401',
        message: `The query holds more than ${LIMITS.textBytes} characters of keys and values.`,
        hint: 'Ask several shorter queries.',
        location,
      });
    }
  }

  /** Counts a regular expression and its arcs: what Postgres has to do before it looks at a row. */
  countRegularExpression(arcs: number, location: Location): void {
    this.#regularExpressions++;
    if (this.#regularExpressions === REGULAR_EXPRESSIONS_MAX + 1) {
      this.report({
        code: 'RQ407',
        message: `The query holds more than ${REGULAR_EXPRESSIONS_MAX} regular expressions.`,
        hint: 'Join them with "|", or ask several queries.',
        location,
      });
    }
    const before = this.#arcs;
    this.#arcs += arcs;
    if (this.#arcs > ARCS_OF_ALL_MAX && before <= ARCS_OF_ALL_MAX) {
      this.report({
        code: 'RQ407',
        message: 'The regular expressions of the query are too large together.',
        hint: 'Ask for fewer repetitions, or use * or +.',
        location,
      });
    }
  }
}
