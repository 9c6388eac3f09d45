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
 * @returns undefined when nobody has it, or it was revoked
 */
export async function findApiKey(db: Executor, key: string): Promise<ApiKeyOwner | undefined> {
  const { rows } = await db.raw<{ rows: ApiKeyOwner[] }>(
    `SELECT k.id, k.workspace_id AS "workspaceId", w.name AS "workspaceName", k.scopes
     FROM api_keys k JOIN workspaces w ON w.id = k.workspace_id
     WHERE k.key_hash = ? AND k.revoked_at IS NULL`,
    [hashOf(key)],
  );
  return rows[0];
}

/** A key as it is shown: never the key. */
export interface ApiKeyRecord {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly ApiKeyScope[];
  /** ISO 8601, as the others. */
  readonly createdAt: string;
  /** To some ten seconds. Null: never. */
  readonly lastUsedAt: string | null;
  /** Null: it works. */
  readonly revokedAt: string | null;
}

const RECORD = `id, name, scopes, created_at AS "createdAt", last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"`;

/** Oldest first, revoked ones among them. */
export async function listApiKeys(db: Executor, workspaceId: number): Promise<readonly ApiKeyRecord[]> {
  const { rows } = await db.raw<{ rows: ApiKeyRecord[] }>(
    `SELECT ${RECORD} FROM api_keys WHERE workspace_id = ? ORDER BY created_at, id`,
    [workspaceId],
  );
  return rows;
}

/** @returns undefined when the workspace has no such key */
export async function retrieveApiKey(db: Executor, workspaceId: number, id: string): Promise<ApiKeyRecord | undefined> {
  const { rows } = await db.raw<{ rows: ApiKeyRecord[] }>(
    `SELECT ${RECORD} FROM api_keys WHERE workspace_id = ? AND id = ?`,
    [workspaceId, id],
  );
  return rows[0];
}

/** Ends a key. One that was revoked before keeps the time of that. False when the workspace has no such key. */
export async function revokeApiKey(db: Executor, workspaceId: number, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    'UPDATE api_keys SET revoked_at = COALESCE(revoked_at, ?) WHERE workspace_id = ? AND id = ?',
    [now.toISOString(), workspaceId, id],
  );
  return rowCount > 0;
}

/** Whether a workspace has, or had, any key: on a first start it has none. */
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
