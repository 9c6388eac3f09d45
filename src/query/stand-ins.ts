import { STAND_IN } from './decode.js';

// With the u flag a stand-in is a lone surrogate, and the second half of an emoji is not.
const ANY_STAND_IN = /[\uDC20-\uDC7B]/u;
const PLUSES = /\uDC2B/gu;
const RELATIVE_TIME = /^(?:now|today|yesterday|tomorrow)\uDC2B\d+[smhdw]$/;

/** Where a text stands: the whole right side of a parameter, an element of a list or a value of a tree, a name. */
export type Position = 'operand' | 'element' | 'name';

/** Turns stand-ins into the characters they mean in this place (dialect: "Text to parameters"). */
export function resolve(raw: string, position: Position): string {
  if (!ANY_STAND_IN.test(raw)) return raw;
  if (position === 'name') return plainText(raw.replace(PLUSES, ' '));
  if (RELATIVE_TIME.test(raw)) return plainText(raw);
  const phone = raw.includes('sip:') ? raw.replace(/sip:\uDC2B/gu, 'sip:+') : raw;
  const first = beginsWithPlus(raw, position) ? '+' : undefined;
  return (first ?? '') + plainText((first === undefined ? phone : phone.slice(1)).replace(PLUSES, ' '));
}

/** Whether what stands first, a plus or the `%20` that the SDK makes of one, is a plus. */
function beginsWithPlus(raw: string, position: Position): boolean {
  if (raw.startsWith(STAND_IN.space)) return /^.\d{7,15}$/.test(raw);
  return raw.startsWith(STAND_IN.plus) && (position === 'operand' ? /^.\d/ : /^.\d{7}/).test(raw);
}

/** Stand-ins shown as the characters that were written. One pass for each of the few is faster than a call for every match. */
export function plainText(text: string): string {
  if (!ANY_STAND_IN.test(text)) return text;
  return text
    .replace(PLUSES, '+')
    .replace(/\uDC20/gu, ' ')
    .replace(/\uDC26/gu, '&')
    .replace(/\uDC3D/gu, '=')
    .replace(/\uDC7B/gu, '{');
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
