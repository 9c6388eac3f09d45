import { z } from 'zod';
import type { Message } from '../../store/messages.js';
import { jsonObject } from '../json-object.js';
import { PageMeta } from './page-meta.js';

/**
 * Telnyx's `ConversationMessage`. Its schema has `text` as a string and its description says that it can be null; `system` and
 * the fields from `name` on, `metadata` and `tool_calls` aside, are ours.
 */
export const MessageJson = z
  .object({
    id: z.guid(),
    role: z.enum(['user', 'assistant', 'tool', 'system']),
    text: z.string().nullable().describe('What was written as `content`. Null for a message that only calls tools.'),
    created_at: z.iso.datetime().describe('When it arrived here.'),
    sent_at: z.iso.datetime().describe('When it was said.'),
    name: z.string().optional(),
    tool_calls: z.array(z.unknown()).optional().describe('As they were written.'),
    tool_call_id: z.string().optional().describe('The call that this message of a tool answers.'),
    tool_choice: z.unknown().optional().describe('As it was written.'),
    metadata: jsonObject.optional(),
  })
  .describe('A message of a conversation. What it was written without is absent.')
  .meta({ id: 'Message' });

/** What a new message is answered with. Telnyx documents no answer here, and the SDK reads none. */
export const MessageAnswer = z.object({ data: MessageJson });

/** Telnyx's `ConversationMessageListData`. */
export const MessageListAnswer = z.object({
  data: z.array(MessageJson).describe('Newest first, by `sent_at`.'),
  meta: PageMeta,
});

/** A message as Telnyx writes it: what was sent as `content` is read as `text`. */
export function messageJson(message: Message): Record<string, unknown> {
  return {
    id: message.id,
    role: message.role,
    text: message.text,
    created_at: message.createdAt,
    sent_at: message.sentAt,
    ...present('name', message.name),
    ...present('tool_calls', message.toolCalls),
    ...present('tool_call_id', message.toolCallId),
    ...present('tool_choice', message.toolChoice),
    ...present('metadata', message.metadata),
  };
}

function present(name: string, value: unknown): Record<string, unknown> {
  return value === null || value === undefined ? {} : { [name]: value };
}
