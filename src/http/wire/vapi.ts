import { z } from 'zod';

/** What Vapi sends to a server URL, as far as it is read. */
export const VapiMessageJson = z
  .looseObject({
    message: z
      .looseObject({
        type: z.string().optional().describe('`tool-calls`, `end-of-call-report`, `assistant-request`, …'),
        call: z.looseObject({}).optional().describe('With `id`, `type`, `customer.number`.'),
        customer: z.looseObject({}).optional().describe('`number` is the other side, in both directions.'),
        toolCallList: z.array(z.unknown()).optional(),
        toolCalls: z.array(z.unknown()).optional(),
        toolWithToolCallList: z.array(z.unknown()).optional(),
        artifact: z.looseObject({}).optional(),
        transcript: z.string().optional(),
      })
      .optional()
      .describe('What Vapi says, by its `type`.'),
  })
  .describe('A server message of Vapi. Everything may be absent, and other fields are welcome.');

const ToolCallsAnswerJson = z.object({
  results: z.array(
    z.object({
      toolCallId: z.string(),
      name: z.string(),
      result: z.string().describe('On one line.'),
    }),
  ),
});

const IgnoredJson = z.object({ status: z.literal('ignored') });

export const RecallAnswerJson = z.union([ToolCallsAnswerJson, IgnoredJson]);

export const SaveAnswerJson = z.object({
  status: z
    .enum(['accepted', 'duplicate', 'ignored'])
    .describe('`duplicate`: it was told before. `ignored`: it is no report, or nothing of the call is kept.'),
  job_id: z.string().nullable().optional().describe('Of the extraction; null where there is nothing new to learn.'),
  sub_user_id: z
    .string()
    .optional()
    .describe('`voice:+14155550142`, `id:…`, or `call:…` of who cannot be known again.'),
});

export const VapiAnswerJson = z
  .looseObject({
    results: ToolCallsAnswerJson.shape.results.optional(),
    result: z.string().optional().describe('Of the legacy `function-call`.'),
    assistantId: z.string().optional(),
    assistantOverrides: z
      .object({ variableValues: z.record(z.string(), z.string()) })
      .optional()
      .describe('What the prompt can say.'),
    error: z.string().optional().describe('Spoken to the caller where no assistant is configured.'),
    documents: z
      .array(z.object({ content: z.string(), similarity: z.number(), uuid: z.string().optional() }))
      .optional(),
    status: z.string().optional(),
  })
  .describe('By the type of the message.');
