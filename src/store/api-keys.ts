import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Executor } from './database.js';

/** `admin` covers the rest; `platform` opens the platforms' routes only. */
export const SCOPES = ['read', 'write', 'admin', 'platform'] as const;

export type ApiKeyScope = (typeof SCOPES)[number];

/** Whose a key is. */
export interface ApiKeyOwner {
  readonly id: string;
  readonly workspaceId: number;
  readonly workspaceName: string;
  readonly scopes: readonly ApiKeyScope[];
}

export interface NewApiKey {
  readonly workspaceId: number;
  /** What people call it. Need not be unique. */
  readonly name: string;
  readonly scopes: readonly ApiKeyScope[];
}

/** A key of 256 random bits: a hash without salt or stretching is enough to keep it. */
const KEY_BYTES = 32;
const KEY_PREFIX = 'rb_';

/** Makes a key. It can be shown this once: only its SHA-256 is stored. */
export async function createApiKey(
  db: Executor,
  { workspaceId, name, scopes }: NewApiKey,
): Promise<{ readonly id: string; readonly key: string }> {
  const id = randomUUID();
  const key = KEY_PREFIX + randomBytes(KEY_BYTES).toString('base64url');
  await db.raw('INSERT INTO api_keys (workspace_id, id, name, key_hash, scopes) VALUES (?, ?, ?, ?, ?)', [
    workspaceId,
    id,
    name,
    hashOf(key),
    [...scopes],
  ]);
  return { id, key };
}

/**
 * Looks a key up. Of all workspaces, since the key is what tells which one.
 *
 * @returns undefined when nobody has it
 */
export async function findApiKey(db: Executor, key: string): Promise<ApiKeyOwner | undefined> {
  const { rows } = await db.raw<{ rows: ApiKeyOwner[] }>(
    `SELECT k.id, k.workspace_id AS "workspaceId", w.name AS "workspaceName", k.scopes
     FROM api_keys k JOIN workspaces w ON w.id = k.workspace_id
     WHERE k.key_hash = ?`,
    [hashOf(key)],
  );
  return rows[0];
}

/** Whether a workspace has any key: on a first start it has none. */
export async function hasApiKey(db: Executor, workspaceId: number): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { exists: boolean }[] }>(
    'SELECT EXISTS (SELECT FROM api_keys WHERE workspace_id = ?) AS exists',
    [workspaceId],
  );
  return rows[0]?.exists === true;
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
