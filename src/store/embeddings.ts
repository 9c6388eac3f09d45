import type { Database, Executor } from './database.js';

/** What a vector is of: a message, a saying of a fact, an episode. */
export interface EmbeddedThing {
  readonly kind: 'turn' | 'fact' | 'episode';
  readonly id: string;
}

/** A text that has no vector of a model yet. */
export interface UnembeddedText extends EmbeddedThing {
  readonly text: string;
}

/** A vector of length 1. */
export interface StoredVector extends EmbeddedThing {
  readonly vector: Float32Array;
}

const FACT_TEXTS = `SELECT 'fact' AS kind, f.id, f.statement AS text FROM facts f
  WHERE f.workspace_id = :workspaceId AND f.conversation_id = :conversationId`;
const EPISODE_TEXTS = `SELECT 'episode', e.id, e.summary FROM episodes e
  WHERE e.workspace_id = :workspaceId AND e.conversation_id = :conversationId`;
/** Agents' turns are never found themselves. */
const TURN_TEXTS = `SELECT 'turn', m.id, left(m.text, 2000) FROM messages m
  WHERE m.workspace_id = :workspaceId AND m.conversation_id = :conversationId AND m.role = 'user' AND m.text <> ''`;

/** What of a conversation has no vector of this model: some of it at a time. Facts come first. */
export async function unembeddedTexts(
  db: Executor,
  workspaceId: number,
  conversationId: string,
  model: string,
  limit: number,
): Promise<readonly UnembeddedText[]> {
  const { rows } = await db.raw<{ rows: UnembeddedText[] }>(
    `SELECT kind, id, text FROM (${FACT_TEXTS} UNION ALL ${EPISODE_TEXTS} UNION ALL ${TURN_TEXTS}) t
     WHERE NOT EXISTS (
       SELECT FROM embeddings b
       WHERE b.workspace_id = :workspaceId AND b.kind = t.kind AND b.id = t.id AND b.model = :model
     )
     ORDER BY kind = 'turn', id LIMIT :limit`,
    { workspaceId, conversationId, model, limit },
  );
  return rows;
}

/** Keeps vectors of a conversation's texts; those of another model give way. Of a conversation that is gone, nothing is kept. */
export async function keepVectors(
  db: Executor,
  workspaceId: number,
  conversationId: string,
  model: string,
  vectors: readonly StoredVector[],
): Promise<void> {
  const rows = vectors.map(({ kind, id, vector }) => ({ kind, id, vector: bytesOf(vector).toString('base64') }));
  await db.raw(
    `INSERT INTO embeddings (workspace_id, conversation_id, kind, id, model, vector)
     SELECT c.workspace_id, c.id, v.kind, v.id, ?, decode(v.vector, 'base64')
     FROM jsonb_to_recordset(?::jsonb) AS v(kind text, id uuid, vector text)
       JOIN conversations c ON c.workspace_id = ? AND c.id = ?
     ON CONFLICT (workspace_id, kind, id) DO UPDATE SET model = excluded.model, vector = excluded.vector`,
    [model, JSON.stringify(rows), workspaceId, conversationId],
  );
}

/** Removes the vectors of a conversation whose fact or episode is there no more: it was extracted again, or somebody deleted it. */
export async function removeOrphanedVectors(db: Executor, workspaceId: number, conversationId: string): Promise<void> {
  await db.raw(
    `DELETE FROM embeddings b WHERE b.workspace_id = ? AND b.conversation_id = ? AND (
       (b.kind = 'fact' AND NOT EXISTS (SELECT FROM facts f WHERE f.workspace_id = b.workspace_id AND f.id = b.id))
       OR (b.kind = 'episode' AND NOT EXISTS (SELECT FROM episodes e WHERE e.workspace_id = b.workspace_id AND e.id = b.id))
     )`,
    [workspaceId, conversationId],
  );
}

const VECTORS_MAX = 20_000;

/** The vectors of a model that there are of callers' newest conversations. */
export async function readVectors(
  { run }: Pick<Database, 'run'>,
  workspaceId: number,
  callerIds: readonly string[],
  model: string,
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<readonly StoredVector[]> {
  const rows = await run(
    `SELECT b.kind, b.id, b.vector
     FROM calls k JOIN embeddings b ON b.workspace_id = $1 AND b.conversation_id = k.conversation_id AND b.model = $3
     WHERE k.workspace_id = $1 AND k.caller_id = ANY($2::uuid[])
     ORDER BY k.started_at DESC, b.kind, b.id LIMIT ${VECTORS_MAX}`,
    [workspaceId, [...callerIds], model],
    { timeoutMs },
  );
  return rows.map((row) => ({
    kind: row.kind as EmbeddedThing['kind'],
    id: row.id as string,
    vector: vectorOf(row.vector as Buffer),
  }));
}

/** Little-endian, as the processors have it that this runs on. */
function bytesOf(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** A copy: the driver's buffer is shared, and need not begin at a multiple of four. */
function vectorOf(bytes: Buffer): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
