import { STAND_IN } from './decode.js';

// With the u flag a stand-in is a lone surrogate, and the second half of an emoji is not.
const ANY_STAND_IN = /[\uDC20-\uDC7B]/u;
const RELATIVE_TIME = /^(?:now|today|yesterday|tomorrow)\uDC2B\d+[smhdw]$/;

/** Where a text stands: the whole right side of a parameter, an element of a list or a value of a tree, a name. */
export type Position = 'operand' | 'element' | 'name';

/** Turns stand-ins into the characters they mean in this place (dialect: "Text to parameters"). */
export function resolve(raw: string, position: Position): string {
  if (!ANY_STAND_IN.test(raw)) return raw;
  if (RELATIVE_TIME.test(raw)) return raw.replace(STAND_IN.plus, '+');
  let text = '';
  let next = 0;
  for (const character of raw) {
    const i = next;
    next += character.length;
    switch (character) {
      case STAND_IN.ampersand:
        text += '&';
        break;
      case STAND_IN.equals:
        text += '=';
        break;
      case STAND_IN.brace:
        text += '{';
        break;
      case STAND_IN.plus:
        text += plusIsPlus(raw, i, position) ? '+' : ' ';
        break;
      case STAND_IN.space:
        text += i === 0 && position !== 'name' && /^\d{7,15}$/.test(raw.slice(1)) ? '+' : ' ';
        break;
      default:
        text += character;
    }
  }
  return text;
}

function plusIsPlus(raw: string, at: number, position: Position): boolean {
  if (position === 'name') return false;
  if (at > 0) return raw.startsWith('sip:', at - 4);
  return (position === 'operand' ? /^.\d/ : /^.\d{7}/).test(raw);
}

/** Stand-ins shown as the characters that were written. */
export function plainText(text: string): string {
  return text.replace(/[\uDC20-\uDC7B]/gu, (standIn) => String.fromCharCode(standIn.charCodeAt(0) - 0xdc00));
}

/** The text without spaces and tabs at both ends; other white space is part of a value. */
export function trimBlanks(text: string): string {
  // No regular expression: one that ends in "$" looks at a run of blanks once for each of them.
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

const isBlank = (code: number) => code === 0x20 || code === 0x09;

/** The text between double quotes: \x is any x. */
export const unescapeQuoted = (quoted: string) =>
  quoted.includes('\\') ? quoted.replace(/\\([\s\S])/g, '$1') : quoted;
