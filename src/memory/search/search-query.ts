import type { SearchDocument, SearchKind } from './search-document.js';
import type { SignalName } from './search-settings.js';

/** A question to an index. */
export interface SearchQuery {
  readonly text: string;
  /** What "yesterday" in the question is counted from. */
  readonly now: Date;
  /** How many are wanted at most (1 to 1000). */
  readonly limit: number;
  /** Only these kinds; all without it. */
  readonly kinds?: readonly SearchKind[] | undefined;
  /**
   * What was known and true at this moment: facts valid then (the replaced ones too), turns and episodes up to then. Without it,
   * what is true at `now`, with replaced facts far below.
   */
  readonly asOf?: Date | undefined;
}

/** A part of a document's text: `text.slice(start, end)`. */
export interface MatchedPart {
  readonly start: number;
  readonly end: number;
}

export interface SearchHit {
  readonly document: SearchDocument;
  /** From 0 to 1, where 1 is a document that is best by every signal that the question has. Comparable within one answer only. */
  readonly score: number;
  /** The words of the text that the question has too, in their order. */
  readonly matches: readonly MatchedPart[];
  /** What the score is made of, each weighed, before they are added and normalised: for explanations. */
  readonly signals: Readonly<Record<SignalName, number>>;
}
