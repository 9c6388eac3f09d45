import { nearest } from '../../did-you-mean.js';
import { shorten } from '../../shorten.js';
import { readEscape } from './escape.js';
import type { PatternText } from './pattern-text.js';

/** The classes that every Postgres from 15 to 18 knows (9.7.3.2). */
const CLASSES = [
  'alnum',
  'alpha',
  'blank',
  'cntrl',
  'digit',
  'graph',
  'lower',
  'print',
  'punct',
  'space',
  'upper',
  'xdigit',
  'word',
] as const;

const KNOWN: ReadonlySet<string> = new Set(CLASSES);

/** Reads a bracket expression whose `[` has been read (9.7.3.2; `brackpart` in regcomp.c). */
export function readBracket(pattern: PatternText): void {
  const open = pattern.at - 1;
  pattern.eat('^');
  // A "]" or "-" that comes first stands for itself.
  let first = true;
  while (first || !pattern.eat(']')) {
    if (pattern.ended) neverClosed(pattern, open);
    const start = pattern.at;
    if (!first && rangeFollows(pattern)) {
      pattern.refuse(
        '"-" has no beginning of its range',
        'A literal "-" comes first or last in brackets.',
        start,
        start + 1,
      );
    }
    const from = readElement(pattern, open);
    first = false;
    if (from !== undefined && rangeFollows(pattern)) readRangeEnd(pattern, open, start, from);
  }
}

/** A "-" before the closing bracket stands for itself. */
function rangeFollows(pattern: PatternText): boolean {
  return pattern.sees('-') && !pattern.sees('-]');
}

function readRangeEnd(pattern: PatternText, open: number, start: number, from: number): void {
  pattern.at++;
  if (pattern.ended) neverClosed(pattern, open);
  const to = readElement(pattern, open);
  if (to === undefined) {
    pattern.refuse(`"${pattern.since(start)}" is no range`, 'A range ends in one character.', start);
  }
  if (from > to) {
    pattern.refuse(`The range "${pattern.since(start)}" runs backwards`, 'The smaller character comes first.', start);
  }
}

/** One member of the brackets: the character it is, or undefined for a class of them. */
function readElement(pattern: PatternText, open: number): number | undefined {
  const start = pattern.at;
  if (pattern.sees('\\')) {
    const escaped = readEscape(pattern);
    if (escaped.kind === 'place') {
      pattern.refuse(`"${pattern.since(start)}" cannot stand in brackets`, 'It is a place, not a character.', start);
    }
    return escaped.kind === 'character' ? escaped.code : undefined;
  }
  const code = pattern.take();
  if (code !== 0x5b) return code;
  if (pattern.ended) neverClosed(pattern, open);
  if (pattern.eat(':')) return readClass(pattern, start);
  if (pattern.eat('.')) return readNamed(pattern, start, '.]');
  if (pattern.eat('=')) {
    readNamed(pattern, start, '=]');
    return undefined;
  }
  return code;
}

function readClass(pattern: PatternText, start: number): undefined {
  const end = pattern.text.indexOf(':]', pattern.at);
  const name = end < 0 ? pattern.text.slice(pattern.at) : pattern.text.slice(pattern.at, end);
  pattern.at = end < 0 ? pattern.text.length : end + 2;
  if (end >= 0 && KNOWN.has(name)) return undefined;
  const meant = nearest(name, CLASSES);
  pattern.refuse(
    `"${shorten(pattern.since(start))}" is no class of characters`,
    end >= 0 && meant !== undefined ? `Did you mean "[:${meant}:]"?` : `Classes are [:${CLASSES.join(':], [:')}:].`,
    start,
  );
}

/** `[.x.]` and `[=x=]` with one character: names of characters are not known here. */
function readNamed(pattern: PatternText, start: number, closing: string): number {
  if (!pattern.ended) {
    const code = pattern.take();
    if (pattern.eat(closing)) return code;
  }
  return pattern.refuse(`"${pattern.since(start)}" names no character`, 'Write the character itself.', start);
}

function neverClosed(pattern: PatternText, open: number): never {
  pattern.refuse('"[" is never closed', 'Close it with "]"; a literal "[" is written \\[.', open, open + 1);
}
