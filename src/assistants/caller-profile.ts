import type { EndUserHistory } from '../store/end-user-history.js';

/** What is known of a caller when a conversation begins: what templates see as `caller`. */
export interface CallerProfile {
  /** Empty when unknown. */
  readonly name: string;
  readonly history: EndUserHistory;
  /** The result of the Summary insight of the last conversation that has one. */
  readonly lastEpisode?: { readonly summary: string; readonly at: string; readonly conversationId: string };
  /** What is remembered of earlier calls on any platform, in short; absent: nothing is, or it was late. */
  readonly memory?: RememberedCaller;
  /** Current facts by predicate; the sensitive ones are left out where the policy withholds them. */
  readonly facts: Readonly<Record<string, string>>;
}

export interface RememberedCaller {
  /** On one line, most useful first. */
  readonly summary: string;
  /** When the last call was, where that is known. */
  readonly at?: string | undefined;
  /** Whether the summary says what the last call was about. */
  readonly tellsLastEpisode: boolean;
}
