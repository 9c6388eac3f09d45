import type { Conversation } from '../store/conversations.js';
import type { Message } from '../store/messages.js';

/** A conversation as Telnyx writes it. `name` is left out where there is none: Telnyx declares no field nullable. */
export function conversationJson(conversation: Conversation): Record<string, unknown> {
  const { id, name, createdAt, lastMessageAt, metadata } = conversation;
  return {
    id,
    ...(name === null ? {} : { name }),
    created_at: createdAt,
    last_message_at: lastMessageAt,
    metadata,
  };
}

/**
 * A message as Telnyx writes it: what was sent as `content` is read as `text`. `id`, `name`, `tool_call_id` and `tool_choice`
 * are ours, each left out where there is none.
 */
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
