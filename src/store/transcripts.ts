import { conversationRetains } from './data-retention.js';
import type { Executor } from './database.js';
import type { JsonObject } from './json.js';

/** A message as insights read it. */
export interface TranscriptMessage {
  readonly role: string;
  /** The beginning of a long one. */
  readonly text: string | null;
  /** Of tools that the agent called. */
  readonly toolCalls: readonly unknown[] | null;
}

export interface Transcript {
  readonly createdAt: string;
  readonly metadata: JsonObject;
  /** Whether its messages may be stored: see `retainsData`. */
  readonly retains: boolean;
  /** Oldest first. Of very many those of the beginning and of the end. */
  readonly messages: readonly TranscriptMessage[];
  /** How many are not among them. */
  readonly messagesLeftOut: number;
}

export interface TranscriptLimits {
  /** Of the oldest. */
  readonly firstMax: number;
  /** Of the newest. */
  readonly lastMax: number;
  readonly textCharactersMax: number;
}

/** Each half is one short walk on the index of `messages_sent_at`; the union takes what both have once. */
const READ = `
  SELECT role, left(text, ?::integer) AS text,
    CASE WHEN length(tool_calls::text) <= ?::integer THEN tool_calls END AS "toolCalls"
  FROM (
    (SELECT id, sent_at, ordinal FROM messages WHERE workspace_id = ? AND conversation_id = ?
     ORDER BY sent_at, ordinal LIMIT ?)
    UNION
    (SELECT id, sent_at, ordinal FROM messages WHERE workspace_id = ? AND conversation_id = ?
     ORDER BY sent_at DESC, ordinal DESC LIMIT ?)
  ) AS kept
  JOIN messages USING (id, sent_at, ordinal)
  WHERE workspace_id = ? AND conversation_id = ?
  ORDER BY sent_at, ordinal`;

/**
 * What was said in a conversation, within limits.
 *
 * @returns undefined when the workspace has no such conversation
 */
export async function readTranscript(
  db: Executor,
  workspaceId: number,
  conversationId: string,
  { firstMax, lastMax, textCharactersMax }: TranscriptLimits,
): Promise<Transcript | undefined> {
  const key = [workspaceId, conversationId];
  type Row = Pick<Transcript, 'createdAt' | 'metadata' | 'retains'> & { readonly count: number };
  const { rows: found } = await db.raw<{ rows: Row[] }>(
    `SELECT created_at AS "createdAt", metadata, message_count AS count, ${conversationRetains('c')} AS retains
     FROM conversations c WHERE workspace_id = ? AND id = ?`,
    key,
  );
  const [conversation] = found;
  if (conversation === undefined) return undefined;
  const { rows: messages } = await db.raw<{ rows: TranscriptMessage[] }>(READ, [
    ...[textCharactersMax, textCharactersMax, ...key, firstMax, ...key, lastMax, ...key],
  ]);
  const { count, createdAt, metadata, retains } = conversation;
  return { createdAt, metadata, retains, messages, messagesLeftOut: Math.max(0, count - messages.length) };
}
