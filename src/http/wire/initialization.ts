import { z } from 'zod';
import {
  INITIALIZATION_DIRECTIONS,
  INITIALIZATION_STATUSES,
  type InitializationRecord,
  type WholeInitializationRecord,
} from '../../store/initializations.js';

const InitializationJson = z.object({
  id: z.uuid().describe('Newer ones have larger ids.'),
  recorded_at: z.iso.datetime().describe('When the answer had been given.'),
  direction: z
    .enum(INITIALIZATION_DIRECTIONS)
    .describe('`received`: a platform asked us. `sent`: we were the platform that asks.'),
  platform: z.string(),
  event_id: z.string().nullable(),
  assistant_id: z.string().nullable(),
  conversation_id: z.string().nullable(),
  caller: z.string().nullable().describe('Masked: `+1312•••5309`.'),
  policy: z.string().nullable().describe('The name of the policy that held.'),
  status: z
    .enum(INITIALIZATION_STATUSES)
    .describe(
      'Of received ones `complete`, `left-out` (parts were not ready in time), `neutral` (nothing could be told). Of sent ones ' +
        '`complete`, `timeout`, `error` (no answer, or no 2xx), `invalid` (an answer that cannot be used).',
    ),
  detail: z.string().nullable().describe('What went wrong.'),
  duration_ms: z.number(),
  left_out: z.array(z.string()).describe('Parts that were not ready in time.'),
  redacted: z.boolean().describe('Whether personal data is masked. Secrets never are in a record.'),
  parts: z
    .array(z.object({ part: z.string(), status: z.string(), duration_ms: z.number(), error: z.string().optional() }))
    .describe('What the answer was made of, and how long each part took.'),
});

const WholeInitializationJson = InitializationJson.extend({
  request: z.unknown().describe("The event's payload."),
  answer: z.unknown().describe('Null: there was none.'),
  steps: z.array(z.object({ part: z.string(), detail: z.string() })).describe('How the answer came about.'),
});

export const InitializationAnswerJson = z.object({ data: WholeInitializationJson });

export const InitializationListAnswer = z.object({
  data: z.array(InitializationJson).describe('Newest first.'),
  meta: z.object({
    limit: z.int(),
    next_before: z.uuid().nullable().describe('`before` of the next page. Null: there are no more.'),
  }),
});

export function initializationJson(record: InitializationRecord): z.output<typeof InitializationJson> {
  return {
    id: record.id,
    recorded_at: record.recordedAt,
    direction: record.direction,
    platform: record.platform,
    event_id: record.eventId,
    assistant_id: record.assistantId,
    conversation_id: record.conversationId,
    caller: record.caller,
    policy: record.policy,
    status: record.status,
    detail: record.detail,
    duration_ms: record.durationMs,
    left_out: [...record.leftOut],
    redacted: record.isRedacted,
    parts: [...record.parts],
  };
}

export function wholeInitializationJson(record: WholeInitializationRecord): z.output<typeof WholeInitializationJson> {
  return {
    ...initializationJson(record),
    request: record.request,
    answer: record.answer,
    steps: [...record.steps],
  };
}
