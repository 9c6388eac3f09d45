import { z } from 'zod';

/** The answer to an `assistant.initialization` event, as Telnyx reads it. */
export const InitializationAnswerJson = z.object({
  dynamic_variables: z.record(z.string(), z.string()).describe('What templates of the assistant can say.'),
  memory: z
    .object({
      conversation_query: z.string().describe('Which earlier conversations the assistant remembers.'),
      insight_query: z.string().optional().describe('`insight_ids=` and ids joined by commas.'),
    })
    .optional()
    .describe('Absent: no memory.'),
  conversation: z.object({
    metadata: z.record(z.string(), z.string()).describe('Added to the metadata of the conversation.'),
  }),
});

/** What is read of the event; everything may be absent, and other keys are welcome. */
export const InitializationEventJson = z.looseObject({
  data: z
    .looseObject({
      event_type: z.string().optional().describe('`assistant.initialization`.'),
      id: z.string().optional(),
      payload: z
        .looseObject({
          telnyx_conversation_channel: z
            .string()
            .optional()
            .describe('`phone_call`, `web_call`, `sms_chat`, `web_chat`.'),
          telnyx_agent_target: z.string().optional(),
          telnyx_end_user_target: z.string().optional(),
          telnyx_end_user_target_verified: z.boolean().optional(),
          call_control_id: z.string().optional(),
          assistant_id: z.string().optional(),
          telnyx_conversation_id: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
});
