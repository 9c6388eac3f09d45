import { z } from 'zod';
import { readSentAt } from '../store/sent-at.js';
import { isUuid } from '../uuid.js';

/**
 * The lines of an export, which an import reads: one JSON object each, a conversation before what belongs to it. A round trip
 * loses nothing: ids, times, names, tool calls, metadata and finished insights come back as they were.
 *
 *     {"type":"ringback_export","version":1,"exported_at":"…"}
 *     {"type":"conversation","id":"…","metadata":{…},"created_at":"…","last_message_at":"…","ended_at":null}
 *     {"type":"message","conversation_id":"…","id":"…","role":"user","text":"Hi","sent_at":"…","created_at":"…"}
 *     {"type":"conversation_insight","conversation_id":"…","id":"…","status":"completed",…,"results":[…]}
 *
 * Most fields may be absent, for files of another origin. A `null` is read as absent, but for `text` (a message that only calls
 * tools) and `ended_at` (a conversation that goes on).
 */

const ISO_TIME = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Kept in lower case, as it is stored. */
const id = z
  .string()
  .refine(isUuid, {
    error:
      'has to be a UUID; leave it out to have one made of the content, which stays the same when the import is repeated',
  })
  .toLowerCase();

const conversationId = z.string().refine(isUuid, { error: "has to be its conversation's id, a UUID" }).toLowerCase();

/** ISO 8601 with milliseconds and Z once it is read. */
const time = z.string().transform((text, context) => {
  const read = isoTimeOf(text);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: 'has to be a date and time such as 2025-04-15T13:07:28.764Z' });
  return z.NEVER;
});

function isoTimeOf(text: string): string | undefined {
  if (ISO_TIME.test(text)) {
    // As exports have it. A date that is none, as 31 February, comes back as another one, or as none.
    const date = new Date(text);
    return !Number.isNaN(date.getTime()) && date.toISOString() === text ? text : undefined;
  }
  return readSentAt(text)?.toISOString();
}

/** As it came: not copied, so that a key such as `__proto__` stays what it is. */
const jsonObject = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  { error: 'has to be a JSON object' },
);

const jsonValue = z.custom<unknown>((value) => value !== undefined, { error: 'has to be a JSON value' });

/** The first line of an export. An import needs none. */
export const ExportHeaderLine = z.looseObject({
  type: z.literal('ringback_export'),
  version: z.number().refine((version) => version === 1, {
    error: 'is of a later version of ringback: import it with that one; this one reads version 1',
  }),
});

export const ConversationLine = z.strictObject({
  type: z.literal('conversation'),
  /** Absent: made of the content. */
  id: id.nullish(),
  name: z.string().nullish(),
  metadata: jsonObject.nullish(),
  /** Absent: `last_message_at`, or now. */
  created_at: time.nullish(),
  /** Counts while there is no message; with messages it is the greatest of their times. */
  last_message_at: time.nullish(),
  /** Absent: the conversation ended with its last message. Null: it goes on. */
  ended_at: time.nullish(),
});

export const MessageLine = z.strictObject({
  type: z.literal('message'),
  /** Absent: of the conversation of the line before. */
  conversation_id: conversationId.nullish(),
  /** Absent: made of the content, and of how many such messages of the conversation came before it. */
  id: id.nullish(),
  role: z.enum(['user', 'assistant', 'tool', 'system']),
  /** Absent: empty; null where there are tool calls. */
  text: z.string().nullish(),
  name: z.string().nullish(),
  /** Absent: `created_at`, or now. */
  sent_at: time.nullish(),
  /** When it arrived. Absent: `sent_at`, or now. */
  created_at: time.nullish(),
  tool_calls: z.array(jsonObject).nullish(),
  tool_call_id: z.string().nullish(),
  tool_choice: z.union([z.string(), jsonObject], { error: 'has to be a string or a JSON object' }).nullish(),
  metadata: jsonObject.nullish(),
});

const InsightResult = z.strictObject({
  insight_id: z.string().min(1, { error: 'has to name an insight' }),
  result: z.string(),
  /** The same as JSON, where the insight has a schema. */
  result_json: jsonValue.optional(),
  created_at: time.nullish(),
});

/** A finished run of insights. One that waits is no result: it is not exported, and `--extract` makes new ones. */
export const ConversationInsightLine = z.strictObject({
  type: z.literal('conversation_insight'),
  /** Absent: of the conversation of the line before. */
  conversation_id: conversationId.nullish(),
  id: id.nullish(),
  insight_group_id: z.string().nullish(),
  status: z.enum(['completed', 'failed']),
  /** Why it failed. */
  reason: z.string().nullish(),
  created_at: time.nullish(),
  updated_at: time.nullish(),
  results: z.array(InsightResult).nullish(),
});

export const TransferLine = z.discriminatedUnion('type', [
  MessageLine,
  ConversationLine,
  ConversationInsightLine,
  ExportHeaderLine,
]);

/** A line as it is written. What comes from outside is of this type in name only: `loadConversations` checks it. */
export type TransferLine = z.input<typeof TransferLine>;

/** A line that was checked: times are ISO 8601 with milliseconds and Z, ids in lower case. */
export type CheckedLine = z.output<typeof TransferLine>;
export type CheckedConversation = z.output<typeof ConversationLine>;
export type CheckedMessage = z.output<typeof MessageLine>;
export type CheckedConversationInsight = z.output<typeof ConversationInsightLine>;
