import { storableText } from './storable-copy.js';

/** What ends or breaks a line somewhere, and other characters that nobody can say. */
const BREAKS = /[\s\p{Cc}\p{Zl}\p{Zp}\u200B-\u200F\u2060\uFEFF]+/gu;

/**
 * A text on one line, at most so long in UTF-16 units, cut between words where it can be: Vapi breaks on line breaks in results,
 * and prompts are not to be given a structure by what callers said.
 */
export function singleLine(text: string, charactersMax: number): string {
  const line = storableText(text).replace(BREAKS, ' ').trim();
  if (line.length <= charactersMax) return line;
  const cut = line.slice(0, Math.max(0, charactersMax - 1));
  const end = cut.lastIndexOf(' ');
  // A word that is as long as half of the line is cut itself, and never through a character.
  const kept = end > charactersMax / 2 ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept}…`;
}
