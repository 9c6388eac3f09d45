import { TEN_VALUES, UNIT_VALUES } from '../../language/number-values.js';

/** A word or sign of a text that may be a part of an address. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words and signs of a text, in order and in lower case. */
export function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const TOKEN = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?|[@._+-]/gu;

/** Signs by their names. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['dot', '.'],
  ['period', '.'],
  ['point', '.'],
  ['.', '.'],
  ['underscore', '_'],
  ['_', '_'],
  ['dash', '-'],
  ['hyphen', '-'],
  ['minus', '-'],
  ['-', '-'],
  ['plus', '+'],
  ['+', '+'],
]);

/** Whether a word says a number. */
export const isNumber = (word: string): boolean => /^\d+$/.test(word) || UNIT_VALUES.has(word) || TEN_VALUES.has(word);

/** One word as it is written in an address, and how many tokens it takes: "double t", "seventy two", "b as in boy", "oh". */
export function spokenPart(tokens: readonly Token[], index: number): { text: string; count: number } {
  const word = tokens[index]?.text ?? '';
  const [next, second, third] = [
    tokens[index + 1]?.text ?? '',
    tokens[index + 2]?.text ?? '',
    tokens[index + 3]?.text ?? '',
  ];
  if (word === 'double' || word === 'triple') {
    const times = word === 'double' ? 2 : 3;
    if (next === 'u' && times === 2) return { text: 'w', count: 2 };
    if (/^[\p{L}\d]$/u.test(next)) return { text: next.repeat(times), count: 2 };
    const digit = next === 'oh' ? 0 : UNIT_VALUES.get(next);
    if (digit !== undefined && digit < 10) return { text: String(digit).repeat(times), count: 2 };
  }
  if (/^\p{L}$/u.test(word)) {
    if (next === 'as' && second === 'in' && third.startsWith(word)) return { text: word, count: 4 };
    if ((next === 'for' || next === 'like') && second.startsWith(word) && second.length > 1)
      return { text: word, count: 3 };
    if (word === 'o' && (isNumber(next) || isNumber(tokens[index - 1]?.text ?? ''))) return { text: '0', count: 1 };
  }
  if (word === 'zed' || word === 'zee') return { text: 'z', count: 1 };
  if (word === 'oh' && (isNumber(next) || isNumber(tokens[index - 1]?.text ?? ''))) return { text: '0', count: 1 };
  const unit = UNIT_VALUES.get(word);
  if (unit !== undefined) return { text: String(unit), count: 1 };
  const ten = TEN_VALUES.get(word);
  if (ten !== undefined) {
    const more = UNIT_VALUES.get(next);
    return more !== undefined && more > 0 && more < 10
      ? { text: String(ten + more), count: 2 }
      : { text: String(ten), count: 1 };
  }
  return { text: word, count: 1 };
}
