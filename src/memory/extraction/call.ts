/** Who is heard: the person on the line, the business (human or machine), somebody else on the caller's side. */
export type Speaker = 'caller' | 'agent' | 'other';

/** Something that was said, without what no one may be quoted on: tool results, prompts and our own recalled texts are no turns. */
export interface CallTurn {
  readonly speaker: Speaker;
  readonly text: string;
  /** When it was said (ISO 8601), where the platform says so. */
  readonly at?: string | undefined;
}

/** A finished call, as an extractor sees it. */
export interface Call {
  readonly turns: readonly CallTurn[];
  /** ISO 8601: what "tomorrow" is counted from. */
  readonly startedAt: string;
  /** IANA: spoken times are in it. */
  readonly timeZone: string;
  /** ISO 3166, two letters: the country of national telephone numbers. */
  readonly country: string;
  /** E.164, from the line: known without being said. */
  readonly callerNumber?: string | undefined;
  /** The caller's name as it is known from earlier calls. */
  readonly knownName?: string | undefined;
}
