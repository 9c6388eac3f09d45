/**
 * When text must stand in double quotes to be read back as itself, and how it is quoted.
 *
 * This is syntax only: percent-encoding comes after it (print/percent-encode.ts).
 */

/** `"…"` with backslash escapes, as names, list elements and tree values are quoted. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** What a parameter is called that is no condition. */
const PARAMETER_NAMES = new Set(['and', 'or', 'not.and', 'not.or', 'limit', 'offset', 'order', 'select']);

const WORD = /^[A-Za-z0-9_$-]+$/;
/** Letters, digits, `_`, `-`, `$`, and spaces inside. */
const NAME = /^[\p{L}\p{M}\p{N}_$-]+(?: +[\p{L}\p{M}\p{N}_$-]+)*$/u;
const INDEX = /^-?[0-9]+$/;

/** Whether a name needs neither quotes nor escapes. */
export function isWord(name: string): boolean {
  return WORD.test(name);
}

/** Whether a column must be quoted left of the first `=`, where it would be taken for another parameter. */
export function isParameterName(column: string): boolean {
  return PARAMETER_NAMES.has(column);
}

/** Whether a column or an alias must be quoted. */
export function nameNeedsQuotes(name: string): boolean {
  return !NAME.test(name);
}

/** Whether a key of a path must be quoted: also where it would be read as an index, or its spaces be miscounted by eye. */
export function keyNeedsQuotes(key: string): boolean {
  return INDEX.test(key) || (!WORD.test(key) && (!NAME.test(key) || key.includes('  ')));
}

/** Whether an element of `in.(…)` must be quoted: empty, with a space at an end, or with a reserved character. */
export function elementNeedsQuotes(text: string): boolean {
  return text === '' || /^\s|\s$|[,()"\\{}[\]]/.test(text);
}

/** Whether an element of an array literal `{…}` must be quoted: empty, or with space or a reserved character in it. */
export function arrayElementNeedsQuotes(text: string): boolean {
  return text === '' || /[\s,"\\{}]/.test(text);
}

/**
 * Whether a value inside a tree must be quoted. One balanced `{…}` or `[…]` stands as it is, as long as its brackets
 * fit into `levelsLeft`: they count as levels where they are read.
 */
export function treeValueNeedsQuotes(text: string, levelsLeft: number): boolean {
  if (!elementNeedsQuotes(text)) return false;
  const depth = bracketDepth(text);
  return depth === 0 || depth > levelsLeft;
}

/** How deep the brackets of a text nest that is one balanced `{…}` or `[…]` from its first character to its last; else 0. */
function bracketDepth(text: string): number {
  if (text[0] !== '{' && text[0] !== '[') return 0;
  const closers: string[] = [];
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') {
      inString = true;
    } else if (character === '{' || character === '[') {
      closers.push(character === '{' ? '}' : ']');
      depth = Math.max(depth, closers.length);
    } else if (character === '}' || character === ']') {
      if (closers.pop() !== character) return 0;
      if (closers.length === 0) return at === text.length - 1 ? depth : 0;
    }
  }
  return 0;
}
