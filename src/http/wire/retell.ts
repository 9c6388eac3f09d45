import { z } from 'zod';

/** What Retell sends to a custom function, as far as it is read. */
export const RetellFunctionJson = z
  .looseObject({
    name: z.string().optional().describe('Of the function.'),
    call: z
      .looseObject({})
      .optional()
      .describe('The call, with `call_id`, `direction`, `from_number`, `to_number`, `metadata`.'),
    args: z.unknown().optional().describe('The arguments; without `args` the body itself is them ("args only").'),
  })
  .describe('A request of a custom function. Everything may be absent, and other fields are welcome.');

export const SearchMemoryQuery = z.object({
  query: z.string().optional().describe('What is asked.'),
  memory_user_id: z.string().optional().describe('Who it is; counts only beside an API key.'),
  call_id: z.string().optional().describe('Of the call; counts only beside an API key.'),
});

export const SearchMemoryAnswerJson = z.object({
  contextText: z.string().describe('For the model. Empty when nothing was found.'),
  known_caller: z.boolean(),
  caller_name: z.string(),
  memory_user_id: z.string(),
  results: z
    .array(z.object({ text: z.string(), kind: z.string(), at: z.string() }))
    .describe('What was found, best first.'),
});

export const RecordTurnAnswerJson = z.object({ status: z.literal('ok') });

export const RetellInboundJson = z
  .looseObject({
    event: z.string().optional().describe('`call_inbound` or `chat_inbound`.'),
    call_inbound: z.looseObject({}).optional().describe('With `from_number`, `to_number`, `agent_id`.'),
    chat_inbound: z.looseObject({}).optional().describe('The same of an SMS.'),
  })
  .describe('What Retell asks before a call or an SMS is answered.');

const Decision = z.object({
  dynamic_variables: z.record(z.string(), z.string()),
  metadata: z.record(z.string(), z.string()).describe('Comes back with everything that Retell tells of the call.'),
  override_agent_id: z.string().optional(),
});

export const RetellInboundAnswerJson = z.object({
  call_inbound: Decision.optional(),
  chat_inbound: Decision.optional(),
});

export const RetellEventJson = z
  .looseObject({
    event: z.string().optional().describe('`call_started`, `call_ended`, `call_analyzed`, `chat_ended`, …'),
    call: z.looseObject({}).optional().describe('The call, with what was said in it.'),
    chat: z.looseObject({}).optional().describe('The chat, in the place of a call.'),
  })
  .describe('An event as Retell sends it.');
