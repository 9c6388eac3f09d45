import { readUuid } from '../../uuid.js';
import { isObject, objectOf, type Payload } from '../payload-fields.js';
import { storableCopy, storableText } from '../storable-copy.js';
import { uuidOf } from '../uuid-of.js';

/** Conversations and messages as Telnyx's API writes them, read for the store: what it cannot hold is changed, nothing is refused. */

export interface TelnyxConversation {
  /** UUID, lower case. */
  readonly id: string;
  readonly name: string | null;
  readonly metadata: Payload;
  readonly createdAt: Date;
  readonly lastMessageAt: Date;
}

export interface TelnyxMessage {
  /** Telnyx gives messages none: see `messageIds`. */
  readonly id: string;
  readonly role: 'user' | 'assistant' | 'tool' | 'system';
  /** Null for a message that only calls tools. */
  readonly text: string | null;
  readonly name: string | null;
  readonly sentAt: Date;
  readonly createdAt: Date;
  readonly toolCalls: readonly Payload[] | null;
  readonly toolCallId: string | null;
  readonly toolChoice: string | Payload | null;
  readonly metadata: Payload | null;
}

const NAME_CHARACTERS_MAX = 512;
const ROLES: ReadonlySet<unknown> = new Set(['user', 'assistant', 'tool', 'system']);

/** Undefined for what has no id or no time: it is no conversation. */
export function readConversation(value: unknown): TelnyxConversation | undefined {
  const conversation = objectOf(value);
  const { id, name, metadata } = conversation;
  const createdAt = timeOf(conversation.created_at);
  const uuid = typeof id === 'string' ? readUuid(id) : undefined;
  if (uuid === undefined || createdAt === undefined) return undefined;
  return {
    id: uuid,
    name: typeof name === 'string' ? [...storableText(name)].slice(0, NAME_CHARACTERS_MAX).join('') : null,
    metadata: storableCopy(objectOf(metadata)) as Payload,
    createdAt,
    lastMessageAt: timeOf(conversation.last_message_at) ?? createdAt,
  };
}

/**
 * The messages of one conversation, oldest first. Those of one moment keep the order in which they were said: Telnyx lists the
 * newest first, which the times of a list show; a list of one moment alone is taken for such a one.
 *
 * @param now for messages that have no time
 */
export function readMessages(conversationId: string, values: readonly unknown[], now: Date): readonly TelnyxMessage[] {
  const read = values.map((value) => readMessage(objectOf(value), now));
  const first = read[0]?.sentAt.getTime() ?? 0;
  const last = read.at(-1)?.sentAt.getTime() ?? 0;
  if (first >= last) read.reverse();
  // Stable: the order within a moment stays.
  read.sort((one, other) => one.sentAt.getTime() - other.sentAt.getTime());
  const ids = messageIds(conversationId, read);
  return read.map((message, index) => ({ id: ids[index] as string, ...message }));
}

/**
 * Ids by what the messages say: those of messages that were fetched before are the same again, so nothing is stored twice. Of
 * messages that are equal in everything (`Hello?` twice in a millisecond) each has its number.
 */
export function messageIds(
  conversationId: string,
  messages: readonly Pick<TelnyxMessage, 'role' | 'sentAt' | 'text' | 'toolCalls'>[],
): readonly string[] {
  const occurrences = new Map<string, number>();
  return messages.map(({ role, sentAt, text, toolCalls }) => {
    const content = JSON.stringify([conversationId, role, sentAt.toISOString(), text, toolCalls]);
    const occurrence = occurrences.get(content) ?? 0;
    occurrences.set(content, occurrence + 1);
    return uuidOf(`${occurrence}:${content}`);
  });
}

function readMessage(message: Payload, now: Date): Omit<TelnyxMessage, 'id'> {
  const createdAt = timeOf(message.created_at);
  const sentAt = timeOf(message.sent_at) ?? createdAt ?? now;
  const { metadata, tool_calls, tool_choice } = message;
  const toolCalls = Array.isArray(tool_calls) ? (storableCopy(tool_calls.filter(isObject)) as Payload[]) : null;
  const callsTools = toolCalls !== null && toolCalls.length > 0;
  return {
    role: ROLES.has(message.role) ? (message.role as TelnyxMessage['role']) : 'system',
    text: textOf(message.text) ?? textOf(message.content) ?? (callsTools ? null : ''),
    name: textOf(message.name),
    sentAt,
    createdAt: createdAt ?? sentAt,
    toolCalls,
    toolCallId: textOf(message.tool_call_id),
    toolChoice: isObject(tool_choice) ? (storableCopy(tool_choice) as Payload) : textOf(tool_choice),
    metadata: isObject(metadata) ? (storableCopy(metadata) as Payload) : null,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? storableText(value) : null;
}

/** To the millisecond; without a zone it is UTC, and years that the store does not hold are none. */
function timeOf(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  const time = new Date(/T[\d:.]+$/.test(value) ? `${value}Z` : value);
  if (Number.isNaN(time.getTime())) return undefined;
  const year = time.getUTCFullYear();
  return year >= 1 && year <= 9999 ? time : undefined;
}
