import { readMessages, type TelnyxConversation } from '../platforms/telnyx/records.js';
import { storableMetadata } from '../store/storable-metadata.js';
import { checkLine } from './check-line.js';
import type { TransferLine } from './transfer-line.js';
import { TransferProblem } from './transfer-problem.js';

/**
 * A conversation of Telnyx with its messages as lines that can be stored: what cannot, though it was made storable as far as that
 * goes, is left out and counted.
 */
export function telnyxLines(
  { id, name, metadata, createdAt, lastMessageAt }: TelnyxConversation,
  messages: readonly unknown[],
  now: Date,
): { readonly lines: readonly TransferLine[]; readonly unreadable: number } {
  const conversation: TransferLine = {
    type: 'conversation',
    id,
    name,
    metadata: storableMetadata(metadata),
    created_at: createdAt.toISOString(),
    last_message_at: lastMessageAt.toISOString(),
  };
  const all = [
    conversation,
    ...readMessages(id, messages, now).map(
      (message): TransferLine => ({
        type: 'message',
        conversation_id: id,
        id: message.id,
        role: message.role,
        text: message.text,
        name: message.name,
        sent_at: message.sentAt.toISOString(),
        created_at: message.createdAt.toISOString(),
        tool_calls: message.toolCalls === null ? null : [...message.toolCalls],
        tool_call_id: message.toolCallId,
        tool_choice: message.toolChoice,
        metadata: message.metadata,
      }),
    ),
  ];
  const lines = all.filter(isStorable);
  return { lines, unreadable: all.length - lines.length };
}

function isStorable(line: TransferLine): boolean {
  try {
    checkLine(line, 0);
    return true;
  } catch (error) {
    if (error instanceof TransferProblem) return false;
    throw error;
  }
}
