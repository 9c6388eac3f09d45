import { NOWHERE } from '../ast.js';
import { QueryError } from '../problem.js';
import { arrayElementNeedsQuotes, quoted } from '../quote.js';
import { unstorable } from './unstorable.js';

/** What a metadata value is compared with. */
export type Scalar = string | number | boolean;

export type Json = null | Scalar | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** Text of the query language that is made here only, so that no object of a caller's can pass for it. */
class MadeText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }
}

/** A time that is known only when the query runs, `now-10d`; made by {@link ago}. */
export class RelativeTime extends MadeText {
  readonly kind = 'relative-time';
}

/** `{a,5}`: elements that equal strings, numbers and booleans alike, as `eq` does; made by {@link elements}. */
export class ArrayLiteral extends MadeText {
  readonly kind = 'array-literal';
}

/** So much before the query runs. Units: s, m, h, d, w. Throws a TypeError for another text. */
export function ago(duration: `${number}${'s' | 'm' | 'h' | 'd' | 'w'}`): RelativeTime {
  if (!/^[0-9]+[smhdw]$/.test(duration)) {
    throw new TypeError(`ago takes a whole number and one of s, m, h, d and w, such as "10d", not "${duration}".`);
  }
  return new RelativeTime(`now-${duration}`);
}

/** The right side of `cs`, `cd` and `ov` by {@link ArrayLiteral}; a JavaScript array is JSON, where `"5"` is not `5`. */
export function elements(...values: readonly Scalar[]): ArrayLiteral {
  const texts = values.map(textOf).map((text) => (arrayElementNeedsQuotes(text) ? quoted(text) : text));
  return new ArrayLiteral(`{${texts.join(',')}}`);
}

/** Every kind of value that some operator takes. */
export type BuilderValue = Scalar | Date | RelativeTime | ArrayLiteral | JsonObject | readonly Json[];

/**
 * The text that stands for a value in a query. Throws a TypeError for a value that no operator takes (null, undefined,
 * NaN, an invalid date), and a {@link QueryError} (RQ311) for text that cannot be stored.
 */
export function textOf(value: BuilderValue): string {
  const text = plainTextOf(value);
  const held = unstorable(text);
  if (held === undefined) return text;
  throw new QueryError('', [
    { code: 'RQ311', message: `The value holds ${held}.`, hint: 'Leave it out.', location: NOWHERE },
  ]);
}

function plainTextOf(value: BuilderValue): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw unusable(String(value));
      return String(value);
    case 'boolean':
      return String(value);
    case 'object':
      return objectText(value);
    default:
      throw unusable(typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`);
  }
}

function objectText(value: Date | RelativeTime | ArrayLiteral | JsonObject | readonly Json[] | null): string {
  if (value === null) throw unusable('null');
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw unusable('an invalid date');
    return value.toISOString();
  }
  if (value instanceof MadeText) return value.text;
  return JSON.stringify(value);
}

function unusable(what: string): TypeError {
  return new TypeError(`A query compares with text, a finite number, a boolean or a date, not with ${what}.`);
}
