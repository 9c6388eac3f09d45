import type { Problem } from './problem.js';
import { shorten } from './shorten.js';

/**
 * A text after percent-decoding, with the way back to where each character stood.
 *
 * Characters that were written as escapes and must not be read as syntax are stand-ins (U+DC00 plus the character's
 * code, a lone surrogate, which no decoded text can hold otherwise). See the head of grammar/conversation-query.peggy.
 */
export interface DecodedText {
  readonly text: string;
  readonly source: string;
  /** Offsets in `source` of each character of `text` and of its end; absent where the two are the same. */
  readonly offsets?: Uint16Array;
}

/** How `+` is read: as itself in a conversation_query string, by its place in the query string of an HTTP request. */
export type Reading = 'string' | 'http';

export const STAND_IN = {
  ampersand: '\uDC26',
  equals: '\uDC3D',
  brace: '\uDC7B',
  plus: '\uDC2B',
  space: '\uDC20',
} as const;

const LONE_SURROGATE = /\p{Cs}/u;

/** Percent-decodes a whole text in one pass; what cannot be decoded is reported to `report` and left as it stands. */
export function decode(source: string, reading: Reading, report: (problem: Problem) => void): DecodedText {
  const bad = source.search(LONE_SURROGATE);
  if (bad >= 0) {
    report(notText('a lone surrogate', 'Send the text as well-formed Unicode.', bad, bad + 1));
    return { text: '', source };
  }
  const nul = source.indexOf('\0');
  if (nul >= 0) {
    report(nulProblem(nul, nul + 1));
    return { text: '', source };
  }
  if (!source.includes('%') && (reading === 'string' || !source.includes('+'))) return { text: source, source };
  return decodeEscapes(source, reading, report);
}

function decodeEscapes(source: string, reading: Reading, report: (problem: Problem) => void): DecodedText {
  const offsets = new Uint16Array(source.length + 1);
  let text = '';
  let inKey = true;
  let at = 0;
  const append = (characters: string, start: number) => {
    for (let i = 0; i < characters.length; i++) offsets[text.length + i] = start;
    text += characters;
  };
  while (at < source.length) {
    const character = source[at]!;
    if (character === '&') inKey = true;
    else if (character === '=') inKey = false;
    if (character === '+' && reading === 'http') {
      append(inKey ? ' ' : STAND_IN.plus, at++);
      continue;
    }
    const byte = character === '%' ? escapedByte(source, at) : -1;
    if (byte < 0) {
      append(character, at++);
      continue;
    }
    const run = decodeCharacter(source, at, byte);
    if (run === undefined) {
      const end = endOfEscapes(source, at);
      report(
        notText(
          `"${shorten(source.slice(at, end))}", which is not UTF-8`,
          'Percent-encode the text as UTF-8, as encodeURIComponent does.',
          at,
          end,
        ),
      );
      at = end;
      continue;
    }
    if (run.character === '\0') report(nulProblem(at, run.end));
    append(standIn(run.character, source, at, run.end, inKey, reading), at);
    at = run.end;
  }
  offsets[text.length] = source.length;
  return { text, source, offsets };
}

function standIn(
  character: string,
  source: string,
  start: number,
  end: number,
  inKey: boolean,
  reading: Reading,
): string {
  switch (character) {
    case '&':
      return STAND_IN.ampersand;
    case '=':
      return inKey ? STAND_IN.equals : '=';
    case '{': {
      // Two braces make a placeholder only when both are written raw.
      const besideBrace = source[end] === '{' || /^%7b/i.test(source.slice(end, end + 3)) || source[start - 1] === '{';
      return besideBrace ? STAND_IN.brace : '{';
    }
    case ' ':
      return reading === 'http' && !inKey && isDigit(source.charCodeAt(end)) ? STAND_IN.space : ' ';
    default:
      return character;
  }
}

const isDigit = (code: number) => code >= 48 && code <= 57;

/** The byte of the `%XX` at `at`, or -1 where there is none (a malformed escape stays as it is). */
function escapedByte(source: string, at: number): number {
  if (source[at] !== '%') return -1;
  const high = hexDigit(source.charCodeAt(at + 1));
  const low = hexDigit(source.charCodeAt(at + 2));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function hexDigit(code: number): number {
  if (isDigit(code)) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** One UTF-8 character from the escapes at `at` (RFC 3629: no overlong forms, no surrogates), or undefined. */
function decodeCharacter(source: string, at: number, lead: number): { character: string; end: number } | undefined {
  if (lead < 0x80) return { character: String.fromCharCode(lead), end: at + 3 };
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  let codePoint = lead & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const byte = escapedByte(source, at + 3 * i);
    if (byte < 0x80 || byte > 0xbf) return undefined;
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  const smallest = length === 4 ? 0x10000 : length === 3 ? 0x800 : 0x80;
  if (codePoint < smallest || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return undefined;
  return { character: String.fromCodePoint(codePoint), end: at + 3 * length };
}

/** The end of the run of escapes of bytes above 0x7F that begins at `at`. */
function endOfEscapes(source: string, at: number): number {
  let end = at + 3;
  while (escapedByte(source, end) >= 0x80) end += 3;
  return end;
}

function nulProblem(start: number, end: number): Problem {
  return notText('a NUL character', 'Postgres cannot store NUL: leave it out.', start, end);
}

function notText(what: string, hint: string, start: number, end: number): Problem {
  return { code: 'RQ101', message: `The text holds ${what}.`, hint, location: { start, end } };
}
