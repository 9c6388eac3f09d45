import { z } from 'zod';
import type { EndedConversation } from '../../insights/end-conversation.js';

/** What became of a conversation that was to end. */
export const EndedConversationAnswer = z.object({
  data: z.object({
    conversation_id: z.uuid(),
    ended_at: z.iso.datetime().describe('When it ended: now, or earlier, when it had ended already.'),
    conversation_insight_id: z
      .uuid()
      .nullable()
      .describe(
        "The run of its insights. Null where there is none: the conversation's assistant keeps no data, or its insight group has no insights.",
      ),
    job_id: z
      .uuid()
      .nullable()
      .describe('The job that runs them. Null where this call made none: the conversation had ended already, say.'),
  }),
});

export function endedConversationJson(ended: EndedConversation): z.output<typeof EndedConversationAnswer>['data'] {
  return {
    conversation_id: ended.conversationId,
    ended_at: ended.endedAt,
    conversation_insight_id: ended.conversationInsightId,
    job_id: ended.jobId,
  };
}
