/** What is found: a verbatim turn of a call, a fact learned from calls, or the summary of a whole call. */
export type SearchKind = 'turn' | 'fact' | 'episode';

/** Something of one caller that can be found. All of an index is one caller's: the index asks nobody's permission. */
export interface SearchDocument {
  readonly kind: SearchKind;
  /** Unique among the documents of its kind. */
  readonly id: string;
  readonly text: string;
  /** Words that it is found by, too, where its text does not have them: what a fact of its kind is called. */
  readonly topic?: string | undefined;
  /** When it was said, learned or held: ISO 8601. */
  readonly at: string;
  /** Who said it, or whom it is about, by name. */
  readonly speaker?: string | undefined;
  readonly conversationId?: string | undefined;
  /** The turn's place in its conversation. Turns without one are in the order of their times. */
  readonly position?: number | undefined;
  /**
   * Never found itself; its words only say what the turns beside it are about. An agent's question is what makes the caller's
   * "penicillin" an answer.
   */
  readonly contextOnly?: boolean | undefined;
  /** From when a fact is true (ISO 8601); without it, from `at`. */
  readonly validFrom?: string | undefined;
  /** Until when a fact was true, itself not included (ISO 8601). */
  readonly validTo?: string | undefined;
  /** The id of the fact that replaced this one. */
  readonly supersededBy?: string | undefined;
}
