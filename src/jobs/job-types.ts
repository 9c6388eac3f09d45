/** Every kind of job with what it carries: JSON, with ids rather than texts, since payloads outlive what they speak of. */
export interface JobPayloads {
  /** Runs the insights of an ended conversation (`conversation_insights.id`). */
  'run-insights': { readonly conversationId: string; readonly conversationInsightId: string };
  /** Sends a finished insight's result to the URLs of its template and group. */
  'deliver-insight-webhook': {
    readonly conversationId: string;
    readonly conversationInsightId: string;
    readonly target: { readonly kind: 'insight' | 'group'; readonly id: string };
  };
  /** Fetches the messages of a conversation that ended at Telnyx. */
  'fetch-telnyx-conversation': { readonly conversationId: string };
  /** Reads a call for facts, and keeps what it taught in the place of what it taught before. */
  'extract-memory': { readonly conversationId: string };
  /** Looks for what recurs in what is known of a caller. */
  reflect: { readonly callerId: string };
  /** Asks for the vectors of what a conversation said and taught, where there is an embedding endpoint. */
  'embed-memory': { readonly conversationId: string };
}

export type JobType = keyof JobPayloads;

export const JOB_TYPES = [
  'run-insights',
  'deliver-insight-webhook',
  'fetch-telnyx-conversation',
  'extract-memory',
  'reflect',
  'embed-memory',
] as const satisfies readonly JobType[];
