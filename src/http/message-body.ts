import { z } from 'zod';
import type { NewMessage } from '../store/messages.js';
import { readSentAt } from '../store/sent-at.js';
import { jsonProblems, textProblem } from '../store/storable.js';
import type { BodyProblem } from './body-problem.js';
import { jsonObject } from './json-object.js';

/**
 * A new message, as the SDK's `addMessage` sends it. Null means absent: messages in the form of other chat APIs are full of
 * nulls. Telnyx reads three roles back and takes any text; `system` is the fourth that such messages have.
 */
export const MessageBody = z.object({
  role: z.enum(['user', 'assistant', 'tool', 'system']).describe('Who says it.'),
  content: z.string().nullish().describe('What is said. It is read as `text`.'),
  name: z.string().nullish().describe('Of the one who says it.'),
  sent_at: z
    .string()
    .refine((text) => readSentAt(text) !== undefined, {
      error: 'has to be a date and time such as 2025-04-15T13:07:28.764Z',
    })
    .nullish()
    .describe('When it was said: a date and time, ISO 8601. Absent: now.'),
  tool_calls: z.array(jsonObject).nullish().describe('The tools that an assistant calls. Kept as they come.'),
  tool_call_id: z.string().nullish().describe('The call that a message of a tool answers.'),
  tool_choice: z
    .union([z.string(), jsonObject], { error: 'has to be a string or a JSON object' })
    .nullish()
    .describe('Which tools an assistant may call. Kept as it comes.'),
  metadata: jsonObject.nullish().describe('Anything to be kept with the message.'),
});

export type MessageBody = z.output<typeof MessageBody>;

/** What cannot be stored, before any SQL. */
export function messageProblems(body: MessageBody): readonly BodyProblem[] {
  const problems: BodyProblem[] = [];
  for (const name of ['content', 'name', 'tool_call_id'] as const) {
    const detail = textProblem(body[name] ?? '');
    if (detail !== undefined) problems.push({ pointer: `/${name}`, detail: `"${name}" ${detail}` });
  }
  for (const name of ['tool_calls', 'tool_choice', 'metadata'] as const) {
    const value = body[name];
    if (value !== undefined && value !== null) problems.push(...jsonProblems(value, `/${name}`));
  }
  return problems;
}

/** The text is null for a message that only calls tools, else what `content` says, empty by default. */
export function newMessageOf(body: MessageBody): NewMessage {
  const callsTools = body.tool_calls !== undefined && body.tool_calls !== null && body.tool_calls.length > 0;
  const sentAt = typeof body.sent_at === 'string' ? readSentAt(body.sent_at) : undefined;
  return {
    role: body.role,
    text: body.content ?? (callsTools ? null : ''),
    ...(sentAt === undefined ? {} : { sentAt }),
    ...given('name', body.name),
    ...given('toolCalls', body.tool_calls),
    ...given('toolCallId', body.tool_call_id),
    ...given('toolChoice', body.tool_choice),
    ...given('metadata', body.metadata),
  };
}

function given<Name extends string, Value>(name: Name, value: Value | null | undefined): { [key in Name]?: Value } {
  return value === null || value === undefined ? {} : ({ [name]: value } as { [key in Name]: Value });
}
