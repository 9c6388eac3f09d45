import { z } from 'zod';

const condition = (description: string) => z.string().optional().describe(description);

/**
 * For the `query` of List Conversations: the parameters that Telnyx names, and those of the language around them. It is the query
 * language that reads them (`src/query/`), each as text.
 */
export const ConversationQueryParameters = z.object({
  id: condition('A condition on the id: `eq.3fa85f64-5717-4562-b3fc-2c963f66afa6`, `in.(…)`.'),
  name: condition('A condition on the name: `eq.Voice`, `like.Voice*`, `is.null`.'),
  created_at: condition('A condition on the time it was made: `gte.2025-01-01`, `gte.now-30d`.'),
  last_message_at: condition('A condition on the time of its latest message: `lte.2025-06-01T12:00:00Z`.'),
  'metadata->assistant_id': condition(
    'A condition on a key of the metadata: `eq.assistant-123`. Every key can be named, and a nested one: `metadata->customer->tier`.',
  ),
  'metadata->call_control_id': condition('For example `eq.v3:123`.'),
  'metadata->telnyx_agent_target': condition('The phone number, SIP URI or other identifier of the agent.'),
  'metadata->telnyx_conversation_channel': condition('For example `eq.phone_call`.'),
  'metadata->telnyx_end_user_target': condition(
    'The phone number, SIP URI or other identifier of the caller: `eq.+13128675309`.',
  ),
  or: condition('Conditions of which one has to hold: `(name.eq.a,created_at.gte.2025-04-01)`. Also `not.or`.'),
  and: condition('Conditions that all have to hold. Also `not.and`.'),
  order: condition('For example `last_message_at.desc,name.asc.nullslast`. Newest message first by default.'),
  limit: condition('How many conversations at most: 1 to 1000, 20 by default.'),
  offset: condition('How many conversations to leave out before the first: 0 by default.'),
  select: condition('The fields to answer with: `id,target:metadata->telnyx_end_user_target`.'),
});
