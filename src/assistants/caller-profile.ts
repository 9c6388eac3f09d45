import type { EndUserHistory } from '../store/end-user-history.js';

/** What is known of a caller when a conversation begins: what templates see as `caller`. */
export interface CallerProfile {
  /** Empty when unknown. */
  readonly name: string;
  readonly history: EndUserHistory;
  /** The result of the Summary insight of the last conversation that has one. */
  readonly lastEpisode?: { readonly summary: string; readonly at: string; readonly conversationId: string };
  /** Current facts by predicate; the sensitive ones are left out where the policy withholds them. */
  readonly facts: Readonly<Record<string, string>>;
}
