/**
 * How much each signal counts. The defaults were measured (docs/search.md); nobody needs to set them, the benchmark does, to show
 * what each one brings.
 *
 * The weights of turns in context are multiples of a quarter, so that their sums are exact in any order.
 */
export interface SearchSettings {
  /** Whether `went` is the same word as `go`. */
  readonly irregularForms: boolean;
  /** Whether a document can be found by the words of its date, and of the days it speaks of ("yesterday"). */
  readonly dateWords: boolean;
  /** How often a turn's own words count in it. */
  readonly ownTurn: number;
  /** How often the words of the turn before count, which often asks what this one answers. */
  readonly previousTurn: number;
  readonly nextTurn: number;
  /** The turns two before and two after. */
  readonly nearbyTurns: number;
  /** The whole conversation's BM25. */
  readonly conversation: number;
  /** The question names the one who spoke, or whom a fact is about. */
  readonly speaker: number;
  /** What kind of sentence it is: an answer and a long turn count for more, a question for less; each by so much. */
  readonly shape: number;
  /** "When" asks for a time, "who" and "where" for a name: documents that have one. */
  readonly asked: number;
  /** It is of the days, months or years that the question names. */
  readonly time: number;
  /** It is of "yesterday" or "last week", counted from now: more than all words. */
  readonly relativeTime: number;
  /** The vectors' cosine, where there are vectors. */
  readonly vectors: number;
}

export const SEARCH_SETTINGS: SearchSettings = {
  irregularForms: true,
  dateWords: true,
  ownTurn: 2,
  previousTurn: 1.5,
  nextTurn: 0.5,
  nearbyTurns: 0.25,
  conversation: 0.3,
  speaker: 0.4,
  shape: 0.1,
  asked: 0.1,
  time: 0.3,
  relativeTime: 1,
  vectors: 0.3,
};

/** The signals that a score is added up from. */
export type SignalName = 'words' | 'conversation' | 'speaker' | 'shape' | 'asked' | 'time' | 'vectors';
