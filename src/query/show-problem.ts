import type { Location } from './ast.js';

/** A problem or a lint warning: what can be shown with a caret. */
export interface Shown {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly location: Location;
}

/** So much of a long text is shown around the culprit. */
const WINDOW_CHARACTERS = 100;

/**
 * A problem as lines for a terminal: the message, the text with a caret under the culprit, the hint.
 *
 *     RQ202 Unknown operator "eqq".
 *       name=eqq.Voice
 *            ^^^
 *       Did you mean "eq"?
 */
export function showProblem(text: string, problem: Shown): string {
  const { start, end } = problem.location;
  const lines = [`${problem.code} ${problem.message}`];
  if (text !== '') {
    const from = Math.max(0, Math.min(start - WINDOW_CHARACTERS / 2, text.length - WINDOW_CHARACTERS));
    const to = Math.min(text.length, from + WINDOW_CHARACTERS);
    const before = from > 0 ? '…' : '';
    const after = to < text.length ? '…' : '';
    const shown = oneLine(text.slice(from, to));
    const carets = Math.max(1, Math.min(end, to) - start);
    lines.push(`  ${before}${shown}${after}`);
    lines.push(`  ${' '.repeat(before.length + start - from)}${'^'.repeat(carets)}`);
  }
  if (problem.hint !== undefined) lines.push(`  ${problem.hint}`);
  return lines.join('\n');
}

/** Control characters would move the caret (and could talk to the terminal). */
const oneLine = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\uFFFD');
