import { createHash } from 'node:crypto';
import type { Executor } from './database.js';

/**
 * Answers that were given to requests with an `Idempotency-Key`, so that the same request gets the same answer again. They hold
 * callers' words: `purgeAnswers` deletes them when their time is over.
 */
export interface KeptAnswer {
  /** SHA-256 of the request. */
  readonly requestHash: Buffer;
  /** Of HTTP. */
  readonly status: number;
  /** JSON text, as it was sent. */
  readonly answer: string;
}

/** As Telnyx documents it. */
export const KEPT_MS = 24 * 60 * 60 * 1000;

/** So many are deleted by one statement: none takes long. */
const PURGE_MAX = 1000;

/**
 * Claims a key for the rest of the transaction, against every process on this database.
 *
 * @returns false when another transaction has it
 */
export async function claimKey(trx: Executor, workspaceId: number, key: string): Promise<boolean> {
  const lock = createHash('sha256').update(`idempotency-key ${workspaceId} ${key}`).digest().readBigInt64BE();
  const { rows } = await trx.raw<{ rows: { claimed: boolean }[] }>(
    'SELECT pg_try_advisory_xact_lock(?::bigint) AS claimed',
    [lock.toString()],
  );
  return rows[0]?.claimed === true;
}

/** The answer that is kept for a key; undefined when there is none, or its time is over. */
export async function findAnswer(
  db: Executor,
  workspaceId: number,
  key: string,
  now: Date,
): Promise<KeptAnswer | undefined> {
  const { rows } = await db.raw<{ rows: KeptAnswer[] }>(
    `SELECT request_hash AS "requestHash", status, answer FROM idempotency_keys
     WHERE workspace_id = ? AND key = ? AND created_at > ?::timestamptz`,
    [workspaceId, key, keptSince(now)],
  );
  return rows[0];
}

/** Keeps an answer, in the place of one whose time is over. */
export async function keepAnswer(
  db: Executor,
  workspaceId: number,
  key: string,
  { requestHash, status, answer }: KeptAnswer,
  now: Date,
): Promise<void> {
  await db.raw(
    `INSERT INTO idempotency_keys (workspace_id, key, request_hash, status, answer, created_at)
     VALUES (?, ?, ?, ?, ?, ?::timestamptz)
     ON CONFLICT (workspace_id, key) DO UPDATE SET
       request_hash = excluded.request_hash, status = excluded.status, answer = excluded.answer, created_at = excluded.created_at`,
    [workspaceId, key, requestHash, status, answer, now.toISOString()],
  );
}

/**
 * Deletes the answers of all workspaces whose time is over, a thousand at a time.
 *
 * @returns how many there were
 */
export async function purgeAnswers(db: Executor, now: Date): Promise<number> {
  let purged = 0;
  for (;;) {
    const { rowCount } = await db.raw<{ rowCount: number }>(
      `DELETE FROM idempotency_keys WHERE (workspace_id, key) IN (
         SELECT k.workspace_id, k.key FROM workspaces w JOIN idempotency_keys k ON k.workspace_id = w.id
         WHERE k.created_at <= ?::timestamptz LIMIT ${PURGE_MAX}
       )`,
      [keptSince(now)],
    );
    purged += rowCount;
    if (rowCount < PURGE_MAX) return purged;
  }
}

function keptSince(now: Date): string {
  return new Date(now.getTime() - KEPT_MS).toISOString();
}
