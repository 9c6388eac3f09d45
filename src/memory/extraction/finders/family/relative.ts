/** A relative of the caller. */
export interface Relative {
  readonly relation: string;
  readonly name?: string | undefined;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  /** The name stands apart from the word for the relative, and may be another's. */
  readonly isLate?: boolean | undefined;
  /** Who died or is the caller's no more: later mentions are of the same one. */
  readonly isGone?: boolean;
}
