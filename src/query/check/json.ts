import { shorten } from '../shorten.js';
import { type Fault, fault } from './fault.js';

/** JSON text that Postgres will read as jsonb. */
export interface JsonText {
  readonly kind: 'json';
  readonly json: string;
  readonly jsonKind: 'array' | 'object' | 'scalar';
  /** The texts of an array's elements, as they were given; empty for the rest. */
  readonly elements: readonly string[];
}

/** Enough for whatever anyone stores, and far from what jsonb refuses (a numeric has up to 131,072 digits). */
const NUMBER_LENGTH_MAX = 60;
const DEPTH_MAX = 16;

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?(\d+))?/y;

/** The beginning of an array literal, `{a`: to be told so is cheaper than to have JSON.parse throw. */
const NO_OBJECT = /^\{[^\s"}]/;

/**
 * Reads a text as JSON: undefined where it is none, a fault where it is some that jsonb (or our limits) would refuse.
 * What jsonb refuses of valid JSON: `\u0000`, escapes that are half a character, numbers past numeric (8.14).
 */
export function readJson(text: string): JsonText | Fault | undefined {
  if (NO_OBJECT.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const elements: string[] = [];
  const refused = scan(text, elements);
  if (refused !== undefined) return refused;
  if (typeof value !== 'object' || value === null)
    return { kind: 'json', json: text, jsonKind: 'scalar', elements: [] };
  if (Array.isArray(value)) return { kind: 'json', json: text, jsonKind: 'array', elements };
  return { kind: 'json', json: text, jsonKind: 'object', elements: [] };
}

/** Whether a text is a JSON array or object. Most texts are told by their first character. */
export function isJsonContainer(text: string): boolean {
  const first = text.charCodeAt(0);
  if ((first !== 0x5b && first !== 0x7b) || NO_OBJECT.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** One pass over valid JSON for what jsonb would refuse; collects the texts between the commas of the outermost array. */
function scan(text: string, elements: string[]): Fault | undefined {
  let depth = 0;
  let elementStart = 0;
  let at = 0;
  while (at < text.length) {
    const character = text[at]!;
    if (character === '"') {
      const end = endOfString(text, at);
      const refused = escapeFault(text, at, end);
      if (refused !== undefined) return refused;
      at = end;
      continue;
    }
    if (character === '-' || (character >= '0' && character <= '9')) {
      NUMBER.lastIndex = at;
      const number = NUMBER.exec(text)!;
      const end = at + number[0].length;
      if (number[0].length > NUMBER_LENGTH_MAX || (number[1]?.length ?? 0) > 2) {
        return fault(
          'RQ304',
          `The number "${shorten(number[0])}" is too large or too long.`,
          `A number has at most ${NUMBER_LENGTH_MAX} characters, and two digits of exponent.`,
          { start: at, end },
        );
      }
      at = end;
      continue;
    }
    if (character === '[' || character === '{') {
      if (++depth > DEPTH_MAX) {
        return fault(
          'RQ304',
          `The JSON is nested more than ${DEPTH_MAX} levels deep.`,
          'Compare a value nearer to the top.',
          {
            start: at,
            end: at + 1,
          },
        );
      }
      if (depth === 1) elementStart = at + 1;
    } else if (character === ']' || character === '}') {
      if (--depth === 0) collect(elements, text.slice(elementStart, at));
    } else if (character === ',' && depth === 1) {
      collect(elements, text.slice(elementStart, at));
      elementStart = at + 1;
    }
    at++;
  }
  return undefined;
}

function collect(elements: string[], between: string): void {
  const element = between.trim();
  if (element !== '') elements.push(element);
}

/** Where the string that begins at `at` ends, its closing quote included. */
function endOfString(text: string, at: number): number {
  let end = at + 1;
  while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end + 1;
}

function escapeFault(text: string, start: number, end: number): Fault | undefined {
  for (let at = text.indexOf('\\', start); at >= 0 && at < end; at = text.indexOf('\\', at)) {
    if (text[at + 1] !== 'u') {
      at += 2;
      continue;
    }
    const code = escapedCode(text, at);
    if (code === 0) return unstorableEscape('a NUL character', text, at);
    if (code >= 0xdc00 && code <= 0xdfff) return unstorableEscape('half a character', text, at);
    if (code < 0xd800 || code > 0xdbff) {
      at += 6;
      continue;
    }
    const low = text.startsWith('\\u', at + 6) ? escapedCode(text, at + 6) : 0;
    if (low < 0xdc00 || low > 0xdfff) return unstorableEscape('half a character', text, at);
    at += 12;
  }
  return undefined;
}

const escapedCode = (text: string, at: number) => Number.parseInt(text.slice(at + 2, at + 6), 16);

function unstorableEscape(what: string, text: string, at: number): Fault {
  const part = { start: at, end: at + 6 };
  return fault(
    'RQ311',
    `"${text.slice(part.start, part.end)}" is ${what}.`,
    'Postgres cannot store it: leave it out.',
    part,
  );
}
