import pg from 'pg';
import { type GeneratedConversation, phoneOf } from '../store/generated-conversation.js';
import { turnsOf } from '../store/generated-memory.js';
import type { StorePlan } from '../store/store-plan.js';

/** What one would write by hand for a caller's conversations. */
const LIST = `SELECT id, name, metadata, created_at, last_message_at FROM conversations
  WHERE workspace_id = $1 AND metadata->>'telnyx_end_user_target' = $2 ORDER BY last_message_at DESC, id DESC LIMIT 20`;

/** Asks the database directly, one after the other. @returns milliseconds */
export async function listByHand(
  url: string,
  workspaceId: number,
  phones: readonly string[],
): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const durationsMs: number[] = [];
    for (const phone of phones) {
      const beginMs = performance.now();
      await client.query({ name: 'list', text: LIST, values: [workspaceId, phone] });
      durationsMs.push(performance.now() - beginMs);
    }
    return durationsMs;
  } finally {
    await client.end();
  }
}

/**
 * Keeps calls word by word as one would by hand, each in a transaction of its own, so many at a time; nothing is learned from them.
 *
 * @param conversations with ids and callers that are not in the store
 * @returns seconds
 */
export async function insertByHand(
  url: string,
  workspaceId: number,
  plan: StorePlan,
  conversations: readonly GeneratedConversation[],
  concurrent: number,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: concurrent });
  try {
    await Promise.all(Array.from({ length: concurrent }, () => pool.query('SELECT 1')));
    const beginMs = performance.now();
    const waiting = conversations.values();
    const worker = async (): Promise<void> => {
      for (const conversation of waiting) await insertOne(pool, workspaceId, plan, conversation);
    };
    await Promise.all(Array.from({ length: concurrent }, worker));
    return (performance.now() - beginMs) / 1000;
  } finally {
    await pool.end();
  }
}

async function insertOne(
  pool: pg.Pool,
  workspaceId: number,
  plan: StorePlan,
  conversation: GeneratedConversation,
): Promise<void> {
  const turns = turnsOf(plan, conversation);
  const now = new Date().toISOString();
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO conversations (workspace_id, id, metadata, created_at, last_message_at, message_count, ended_at)
       VALUES ($1, $2, $3, $4, $4, $5, $4)`,
      [workspaceId, conversation.id, { telnyx_end_user_target: phoneOf(conversation.caller) }, now, turns.length],
    );
    await client.query(
      `INSERT INTO messages (workspace_id, conversation_id, id, role, text, sent_at, created_at)
       SELECT $1, $2, id, role, text, $6, $6 FROM unnest($3::uuid[], $4::text[], $5::text[]) AS given (id, role, text)`,
      [
        workspaceId,
        conversation.id,
        turns.map(({ id }) => id),
        turns.map(({ role }) => role),
        turns.map(({ text }) => text),
        now,
      ],
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
