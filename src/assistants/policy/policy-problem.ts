/** What is wrong with a policy file, or likely so, and where. */
export interface PolicyProblem {
  readonly severity: 'error' | 'warning';
  /** A full sentence that quotes the culprit. */
  readonly message: string;
  readonly hint?: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** How much of the line is meant: 1 at least. */
  readonly length: number;
}

/** A policy file that cannot be loaded: nothing of it is, and what runs stays. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly problems: readonly PolicyProblem[];

  constructor(fileName: string, text: string, problems: readonly PolicyProblem[]) {
    super(problems.map((problem) => showPolicyProblem(fileName, text, problem)).join('\n'));
    this.problems = problems;
  }
}

const WINDOW_CHARACTERS = 110;

/**
 * A problem as lines for a terminal.
 *
 *     ringback.yaml:12:25 Unknown variable "caler.name".
 *       customer_name: "{{ caler.name }}"
 *                          ^^^^^^^^^^
 *       Did you mean "caller.name"?
 */
export function showPolicyProblem(fileName: string, text: string, problem: PolicyProblem): string {
  const { line, column, length, message, hint, severity } = problem;
  const lines = [`${fileName}:${line}:${column} ${severity === 'warning' ? 'Warning: ' : ''}${message}`];
  const source = (text.split('\n')[line - 1] ?? '').replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
  if (source.trim() !== '') {
    const indent = source.length - source.trimStart().length;
    const from =
      column - 1 - indent > WINDOW_CHARACTERS ? column - 1 - WINDOW_CHARACTERS / 2 : Math.min(indent, column - 1);
    const shown = source.slice(from, from + WINDOW_CHARACTERS);
    const carets = Math.max(1, Math.min(length, shown.length - (column - 1 - from)));
    lines.push(`  ${shown}`, `  ${' '.repeat(Math.max(0, column - 1 - from))}${'^'.repeat(carets)}`);
  }
  if (hint !== undefined) lines.push(`  ${hint}`);
  return lines.join('\n');
}
