/** A relative of the caller. */
export interface Relative {
  readonly relation: string;
  readonly name?: string | undefined;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}
