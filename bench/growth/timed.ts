/** How long answers to one kind of request took, from one who was asked. */
export interface Timed {
  readonly what: string;
  /** `ringback`, or what it is compared with. */
  readonly who: string;
  readonly durationsMs: readonly number[];
  /** Answers that are not whole. */
  readonly faultCount?: number;
  /** What is wrong with those, each once. */
  readonly faults?: readonly string[];
}
