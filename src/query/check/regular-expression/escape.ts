import type { PatternText } from './pattern-text.js';

/** What stands behind a backslash: one character, a class of them (`\d`), or a place (`\y`). */
export type Escape =
  | { readonly kind: 'character'; readonly code: number }
  | { readonly kind: 'class' }
  | { readonly kind: 'place'; readonly start: boolean };

const CLASS: Escape = { kind: 'class' };

const CONTROLS: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9, v: 11, B: 92 };
/** Hexadecimal digits: the fewest and the most. Postgres reads as many behind `\x` as there are. */
const HEXADECIMAL: Readonly<Record<string, readonly [number, number]>> = { x: [1, 6], u: [4, 4], U: [8, 8] };

const KNOWN =
  'Escapes are \\d \\s \\w \\D \\S \\W, \\m \\M \\y \\Y \\A \\Z, \\n \\r \\t \\f \\v \\a \\e, \\x41 and \\u0041, and a backslash before a punctuation mark.';

/** Reads an escape whose backslash is the next character (9.7.3.3, `lexescape` in regc_lex.c). */
export function readEscape(pattern: PatternText): Escape {
  const start = pattern.at++;
  if (pattern.ended)
    pattern.refuse('The backslash at the end escapes nothing', 'A literal backslash is written \\\\.', start);
  const code = pattern.take();
  const letter = String.fromCodePoint(code);
  if (!/^[A-Za-z0-9]$/.test(letter)) return { kind: 'character', code };

  const control = CONTROLS[letter];
  if (control !== undefined) return { kind: 'character', code: control };
  const digits = HEXADECIMAL[letter];
  if (digits !== undefined) return character(pattern, start, hexadecimal(pattern, start, digits));
  if ('dswDSW'.includes(letter)) return CLASS;
  if ('AZmMyY'.includes(letter)) return { kind: 'place', start: letter === 'A' };
  if (letter === 'b') {
    pattern.refuse(
      '"\\b" is a backspace',
      'A word begins at \\m and ends at \\M; \\y is either. A backspace is \\x08.',
      start,
    );
  }
  if (letter === 'c') return character(pattern, start, controlOf(pattern, start));
  if (letter === '0') return character(pattern, start, octal(pattern));
  if (letter >= '1' && letter <= '9') {
    pattern.tooComplex(
      `"${pattern.since(start)}" refers back to a group`,
      'One row could take it longer than any time limit: write out what is repeated.',
      start,
    );
  }
  return pattern.refuse(`"${pattern.since(start)}" is no escape`, KNOWN, start);
}

function hexadecimal(pattern: PatternText, start: number, [fewest, most]: readonly [number, number]): number {
  const first = pattern.at;
  // One digit more than can be, so that one too many is seen.
  const limit = fewest === most ? most : most + 1;
  while (pattern.at - first < limit && /^[0-9A-Fa-f]$/.test(pattern.text[pattern.at] ?? '')) pattern.at++;
  const count = pattern.at - first;
  if (count < fewest || count > most) {
    pattern.refuse(
      `"${pattern.since(start)}" is no character`,
      'Write four hexadecimal digits behind \\u: \\u0041.',
      start,
    );
  }
  return Number.parseInt(pattern.since(first), 16);
}

function octal(pattern: PatternText): number {
  const first = pattern.at;
  while (pattern.at - first < 2 && /^[0-7]$/.test(pattern.text[pattern.at] ?? '')) pattern.at++;
  return Number.parseInt(`0${pattern.since(first)}`, 8);
}

function controlOf(pattern: PatternText, start: number): number {
  if (!/^[A-Za-z]$/.test(pattern.text[pattern.at] ?? '')) {
    pattern.refuse('"\\c" is followed by no letter', 'A control character is written \\cX, with a letter.', start);
  }
  return pattern.take() & 31;
}

/** NUL, halves of characters and numbers past Unicode stand in no text. */
function character(pattern: PatternText, start: number, code: number): Escape {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    pattern.refuse(`"${pattern.since(start)}" is no character`, 'No text can hold it: leave it out.', start);
  }
  return { kind: 'character', code };
}
