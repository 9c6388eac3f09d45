/** A thing that one does not like, in a plain sentence. */
export interface Loathed {
  /** Absent where a pronoun stands for it. */
  readonly value?: string;
  readonly pronoun?: string;
  readonly start: number;
  readonly end: number;
}
