/** A line that cannot be stored: which one, which field of it, and what would help. Never the caller's words. */
export class TransferProblem extends Error {
  override readonly name = 'TransferProblem';
  /** From 1, blank lines counted. */
  readonly lineNumber: number;
  /** `sent_at`, `metadata.customer`; absent where it is the line as a whole. */
  readonly field: string | undefined;
  /** A sentence, without the number of the line. */
  readonly detail: string;

  constructor(lineNumber: number, field: string | undefined, detail: string) {
    super(`Line ${lineNumber}: ${detail}`);
    this.lineNumber = lineNumber;
    this.field = field;
    this.detail = detail;
  }
}

/** What becomes of a line that cannot be stored: a call that returns lets it be skipped, one that throws ends the import. */
export type OnProblem = (problem: TransferProblem) => void;
