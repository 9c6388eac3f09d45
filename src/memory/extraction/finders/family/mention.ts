/** A word by which the caller speaks of one relative of the caller's. */
export interface Mention {
  /** "mum", "mother in law". */
  readonly word: string;
  /** Where the phrase begins: "my little brother". */
  readonly at: number;
  readonly end: number;
  /** "My sisters wedding": what follows is hers, and no name. */
  readonly isPossessive?: boolean;
}
