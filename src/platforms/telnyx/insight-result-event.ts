/** An insight's result as Telnyx sends it to webhooks: the shape seen in production, which has no `data` around it. */
export interface InsightResultEvent {
  readonly record_type: 'event';
  readonly event_type: 'conversation_insight_result';
  /** The same for every try to deliver it. */
  readonly id: string;
  readonly occurred_at: string;
  readonly payload: {
    readonly conversation_id: string;
    /** Of the group whose insights were run. */
    readonly insight_group_id: string | null;
    /** Null for the webhook of a group, which gets the results of all its insights. */
    readonly insight_id: string | null;
    readonly insights_instructions: string | null;
    /** The run: one and the same for all webhooks of it. */
    readonly request_id: string;
    readonly status: 'completed' | 'failed';
    /** Ours has no users. */
    readonly user_id: null;
    /** The conversation's. */
    readonly metadata: Readonly<Record<string, unknown>>;
    readonly results: readonly { readonly insight_id: string; readonly result: string }[];
  };
}

export interface InsightResultEventContent {
  readonly id: string;
  /** ISO 8601. */
  readonly occurredAt: string;
  readonly conversationId: string;
  readonly conversationInsightId: string;
  readonly insightGroupId: string | null;
  /** The insight whose webhook it is; absent: the group's. */
  readonly insight?: { readonly id: string; readonly instructions: string } | undefined;
  readonly status: 'completed' | 'failed';
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly results: readonly { readonly insightId: string; readonly result: string }[];
}

export function insightResultEvent(content: InsightResultEventContent): InsightResultEvent {
  const { insight } = content;
  const results = content.results.filter(({ insightId }) => insight === undefined || insightId === insight.id);
  return {
    record_type: 'event',
    event_type: 'conversation_insight_result',
    id: content.id,
    occurred_at: content.occurredAt,
    payload: {
      conversation_id: content.conversationId,
      insight_group_id: content.insightGroupId,
      insight_id: insight?.id ?? null,
      insights_instructions: insight?.instructions ?? null,
      request_id: content.conversationInsightId,
      status: content.status,
      user_id: null,
      metadata: content.metadata,
      results: results.map(({ insightId, result }) => ({ insight_id: insightId, result })),
    },
  };
}
