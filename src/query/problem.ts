import type { Location } from './ast.js';
import type { ProblemCode } from './catalogue.js';

/**
 * What is wrong with a query, said to the person who wrote it.
 *
 * `message` is a full sentence that quotes the culprit; `hint` says what to write instead; `location` is the place in
 * the text as it was given.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint?: string;
  readonly location: Location;
}

/** At most so many problems are reported of one text: past that, more of them help nobody. */
export const PROBLEMS_MAX = 10;

/**
 * Bad input to the query language. The only thing that `parse`, `check`, `prepare` and `bind` throw;
 * anything else that leaves them is a fault of ours.
 */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly problems: readonly Problem[];
  /** The text as it was given, for the caret. */
  readonly text: string;

  constructor(text: string, problems: readonly Problem[]) {
    const first = problems[0];
    super(
      problems.length > 1 ? `${first?.message} (and ${problems.length - 1} more)` : (first?.message ?? 'Bad query.'),
    );
    this.text = text;
    this.problems = problems.slice(0, PROBLEMS_MAX);
  }
}
