import { z } from 'zod';
import { CONVERSATION_INSIGHT_STATUSES, type ConversationInsight } from '../../store/conversation-insights.js';
import type { InsightResult } from '../../store/insight-results.js';
import { PageMeta } from './page-meta.js';

/** Telnyx's `ConversationInsight`, and `reason`, which is ours. */
export const ConversationInsightJson = z.object({
  id: z.uuid().describe('The id of this run of insights over the conversation.'),
  status: z.enum(CONVERSATION_INSIGHT_STATUSES),
  created_at: z.iso.datetime().describe('When the conversation ended, and the run was decided on.'),
  conversation_insights: z
    .array(
      z.object({
        insight_id: z.string().describe('The insight; it may have been deleted since.'),
        result: z.string().describe('What it found out: text, or the text of a JSON object where it has a schema.'),
      }),
    )
    .describe('Empty until the run is at its end.'),
  reason: z.string().optional().describe('Why it failed; only where `status` is `failed`.'),
});

/** Telnyx's `ConversationInsightListData`. */
export const ConversationInsightListAnswer = z.object({
  data: z.array(ConversationInsightJson).describe('Newest first.'),
  meta: PageMeta,
});

export function conversationInsightJson(
  run: ConversationInsight & { readonly results: readonly InsightResult[] },
): z.output<typeof ConversationInsightJson> {
  return {
    id: run.id,
    status: run.status,
    created_at: run.createdAt,
    conversation_insights: run.results.map(({ insightId, result }) => ({ insight_id: insightId, result })),
    ...(run.reason === null ? {} : { reason: run.reason }),
  };
}
