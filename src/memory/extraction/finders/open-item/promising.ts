import type { Deed } from './deeds.js';

/** Words of a turn in which somebody takes something on, or is asked to. */
export interface Promising {
  readonly kind: 'promise' | 'offer' | 'request';
  /** Of the words that say what, in the turn's text: from the verb on. */
  readonly start: number;
  readonly end: number;
  /** Where the clause begins: "tomorrow I'll ring you". */
  readonly clauseStart: number;
  readonly deed: Deed;
  /** What is done, where the words do not say it: "you'll get an email" is `send an email`. */
  readonly task?: string;
  /** What stands before the words where they lack the verb. */
  readonly does?: string;
  /** Somebody else of that side does it: "the engineer will ring you". */
  readonly isThird: boolean;
  /** Somebody of one's own: "my husband will send it". */
  readonly isOwn?: boolean;
}
