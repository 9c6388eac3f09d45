/** An animal of the caller. */
export interface Pet {
  readonly kind: string;
  readonly name?: string | undefined;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}
