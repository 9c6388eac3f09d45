/** A name that goes with a word for a relative, and where its words end. */
export interface RelativeName {
  readonly name: string;
  readonly end: number;
  /** It stands apart from the word for the relative, and may be another's. */
  readonly isLate?: boolean;
}
