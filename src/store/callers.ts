import { randomUUID } from 'node:crypto';
import type { Executor } from './database.js';
import type { JsonObject } from './json.js';

/** An identity as it is stored. */
export interface StoredIdentity {
  readonly kind: string;
  readonly value: string;
}

/** Whose an identity is. */
export interface IdentityOwner extends StoredIdentity {
  /** The caller that counts: where the owner was merged into another one, that one. */
  readonly callerId: string;
  /** The owner itself, to whom the identity belongs again when the merge is undone. */
  readonly ownId: string;
}

/** From each of the callers `of` to the one that it was merged into at last. */
const ROOTS = (of: string): string => `
  WITH RECURSIVE up AS (
    SELECT id AS start, id, merged_into FROM callers WHERE workspace_id = ? AND id IN (${of})
    UNION ALL
    SELECT up.start, c.id, c.merged_into FROM up JOIN callers c ON c.workspace_id = ? AND c.id = up.merged_into
  ), roots AS (SELECT start, id FROM up WHERE merged_into IS NULL)`;

/**
 * Nobody else decides about these identities until the transaction ends. In the order of their names, so that two who want the same
 * ones do not wait for each other.
 */
export async function lockIdentities(
  trx: Executor,
  workspaceId: number,
  identities: readonly StoredIdentity[],
): Promise<void> {
  const names = identities.map(({ kind, value }) => `${workspaceId} ${kind} ${value}`).sort();
  for (const name of names) await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}

/** The owners of those identities that have one. */
export async function findIdentityOwners(
  db: Executor,
  workspaceId: number,
  identities: readonly StoredIdentity[],
): Promise<readonly IdentityOwner[]> {
  if (identities.length === 0) return [];
  const { rows } = await db.raw<{ rows: IdentityOwner[] }>(
    `WITH RECURSIVE wanted AS (
       SELECT i.kind, i.value, i.caller_id
       FROM jsonb_to_recordset(?::jsonb) AS w(kind text, value text)
       JOIN caller_identities i ON i.workspace_id = ? AND i.kind = w.kind AND i.value = w.value COLLATE "C"
     ), up AS (
       SELECT w.kind, w.value, w.caller_id AS own_id, c.id, c.merged_into FROM wanted w
       JOIN callers c ON c.workspace_id = ? AND c.id = w.caller_id
       UNION ALL
       SELECT up.kind, up.value, up.own_id, c.id, c.merged_into FROM up
       JOIN callers c ON c.workspace_id = ? AND c.id = up.merged_into
     )
     SELECT kind, value, id AS "callerId", own_id AS "ownId" FROM up WHERE merged_into IS NULL`,
    [JSON.stringify(identities), workspaceId, workspaceId, workspaceId],
  );
  return rows;
}

/** Makes a caller of whom nothing is known. */
export async function createCaller(db: Executor, workspaceId: number, at: Date): Promise<string> {
  const id = randomUUID();
  await db.raw('INSERT INTO callers (workspace_id, id, created_at, updated_at) VALUES (?, ?, ?, ?)', [
    ...[workspaceId, id, at.toISOString(), at.toISOString()],
  ]);
  return id;
}

/** Gives a caller identities that nobody has. */
export async function addIdentities(
  db: Executor,
  workspaceId: number,
  callerId: string,
  identities: readonly StoredIdentity[],
  at: Date,
): Promise<void> {
  for (const { kind, value } of identities) {
    await db.raw(
      `INSERT INTO caller_identities (workspace_id, kind, value, caller_id, created_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      [workspaceId, kind, value, callerId, at.toISOString()],
    );
  }
}

/** Whether a caller, with all who were merged into it, has an identity of the kind. */
export async function hasIdentityOfKind(
  db: Executor,
  workspaceId: number,
  callerId: string,
  kind: string,
): Promise<boolean> {
  const ids = await callersMergedInto(db, workspaceId, callerId);
  const { rows } = await db.raw<{ rows: { has: boolean }[] }>(
    `SELECT EXISTS (
       SELECT FROM caller_identities WHERE workspace_id = ? AND caller_id = ANY(?::uuid[]) AND kind = ?
     ) AS has`,
    [workspaceId, [...ids], kind],
  );
  return rows[0]?.has === true;
}

/** Whether a caller, with all who were merged into it, has an identity of any other kind. */
export async function hasIdentityOfOtherKind(
  db: Executor,
  workspaceId: number,
  callerId: string,
  kind: string,
): Promise<boolean> {
  const ids = await callersMergedInto(db, workspaceId, callerId);
  const { rows } = await db.raw<{ rows: { has: boolean }[] }>(
    `SELECT EXISTS (
       SELECT FROM caller_identities WHERE workspace_id = ? AND caller_id = ANY(?::uuid[]) AND kind <> ?
     ) AS has`,
    [workspaceId, [...ids], kind],
  );
  return rows[0]?.has === true;
}

/** Notes that a caller used an identity that is another one's. The same once more changes nothing. */
export async function recordIdentityConflict(
  db: Executor,
  workspaceId: number,
  { callerId, otherCallerId, kind, value, at }: StoredIdentity & IdentityConflict,
): Promise<void> {
  await db.raw(
    `INSERT INTO identity_conflicts (workspace_id, id, caller_id, other_caller_id, kind, value, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    [workspaceId, randomUUID(), callerId, otherCallerId, kind, value, at.toISOString()],
  );
}

interface IdentityConflict {
  readonly callerId: string;
  /** The owner. */
  readonly otherCallerId: string;
  readonly at: Date;
}

/** The caller that counts for this one; undefined when the workspace has no such caller. */
export async function rootCaller(db: Executor, workspaceId: number, callerId: string): Promise<string | undefined> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(`${ROOTS('?::uuid')} SELECT id FROM roots`, [
    ...[workspaceId, callerId, workspaceId],
  ]);
  return rows[0]?.id;
}

/** A caller and all that were merged into it, itself first. */
export async function callersMergedInto(
  db: Executor,
  workspaceId: number,
  callerId: string,
): Promise<readonly string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `WITH RECURSIVE down AS (
       SELECT id, 0 AS depth FROM callers WHERE workspace_id = ? AND id = ?
       UNION ALL
       SELECT c.id, down.depth + 1 FROM down JOIN callers c ON c.workspace_id = ? AND c.merged_into = down.id
     )
     SELECT id FROM down ORDER BY depth, id`,
    [workspaceId, callerId, workspaceId],
  );
  return rows.map(({ id }) => id);
}

/** A merge, as it was made. */
export interface CallerMerge {
  readonly id: string;
  readonly callerId: string;
  readonly intoCallerId: string;
}

/**
 * Merges the caller that counts for one into the caller that counts for another, and locks both: nothing is moved, a pointer is set.
 *
 * @returns undefined when they are one already, or one of them is gone
 */
export async function mergeCallers(
  trx: Executor,
  workspaceId: number,
  {
    callerId: fromId,
    intoCallerId: intoId,
    at,
  }: { readonly callerId: string; readonly intoCallerId: string; readonly at: Date },
): Promise<CallerMerge | undefined> {
  const [callerId, intoCallerId] = await lockRoots(trx, workspaceId, [fromId, intoId]);
  if (callerId === undefined || intoCallerId === undefined || callerId === intoCallerId) return undefined;
  const id = randomUUID();
  await trx.raw('UPDATE callers SET merged_into = ?, updated_at = ? WHERE workspace_id = ? AND id = ?', [
    ...[intoCallerId, at.toISOString(), workspaceId, callerId],
  ]);
  await trx.raw(
    'INSERT INTO caller_merges (workspace_id, id, caller_id, into_caller_id, merged_at) VALUES (?, ?, ?, ?, ?)',
    [workspaceId, id, callerId, intoCallerId, at.toISOString()],
  );
  return { id, callerId, intoCallerId };
}

/**
 * Undoes a merge: both callers have what they had, and what came meanwhile is with the one whose identity it came by.
 *
 * @returns undefined when the workspace has no such merge, or it was undone before
 */
export async function undoMerge(
  trx: Executor,
  workspaceId: number,
  mergeId: string,
  at: Date,
): Promise<CallerMerge | undefined> {
  const { rows } = await trx.raw<{ rows: CallerMerge[] }>(
    `UPDATE caller_merges SET undone_at = ? WHERE workspace_id = ? AND id = ? AND undone_at IS NULL
     RETURNING id, caller_id AS "callerId", into_caller_id AS "intoCallerId"`,
    [at.toISOString(), workspaceId, mergeId],
  );
  const [merge] = rows;
  if (merge === undefined) return undefined;
  await trx.raw(
    'UPDATE callers SET merged_into = NULL, updated_at = ? WHERE workspace_id = ? AND id = ? AND merged_into = ?',
    [at.toISOString(), workspaceId, merge.callerId, merge.intoCallerId],
  );
  return merge;
}

/**
 * Nobody else changes these callers until the transaction ends. In the order of their ids.
 *
 * What is theirs can still be added to, by somebody who has a call of theirs locked already: a lock that kept that off too would have the
 * two wait for each other. Only who takes the callers away (`isRemoval`) keeps it off.
 */
export async function lockCallers(
  trx: Executor,
  workspaceId: number,
  callerIds: readonly string[],
  { isRemoval = false }: { readonly isRemoval?: boolean } = {},
): Promise<void> {
  const strength = isRemoval ? 'FOR UPDATE' : 'FOR NO KEY UPDATE';
  await trx.raw(`SELECT FROM callers WHERE workspace_id = ? AND id = ANY(?::uuid[]) ORDER BY id ${strength}`, [
    workspaceId,
    [...callerIds],
  ]);
}

/**
 * Locks a caller and the one that counts for it, as `lockCallers` does.
 *
 * @returns the one that counts; undefined when the workspace has no such caller
 */
export async function lockCallerWithRoot(
  trx: Executor,
  workspaceId: number,
  callerId: string,
): Promise<string | undefined> {
  const { rows } = await trx.raw<{ rows: { root: string }[] }>(
    `${ROOTS('?::uuid')}
     SELECT (SELECT id FROM roots) AS root FROM callers c
     WHERE c.workspace_id = ? AND c.id IN (?::uuid, (SELECT id FROM roots)) ORDER BY c.id FOR NO KEY UPDATE OF c`,
    [...[workspaceId, callerId, workspaceId], ...[workspaceId, callerId]],
  );
  return rows[0]?.root;
}

/**
 * The callers that count for these, locked. Somebody else may merge them until they are: two who merge the same ones at once must not
 * make each the other's, since there would be none that counts.
 */
async function lockRoots(
  trx: Executor,
  workspaceId: number,
  callerIds: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const roots = async (): Promise<readonly (string | undefined)[]> => {
    const found: (string | undefined)[] = [];
    for (const id of callerIds) found.push(await rootCaller(trx, workspaceId, id));
    return found;
  };
  for (let before = await roots(); ; ) {
    await lockCallers(
      trx,
      workspaceId,
      before.flatMap((id) => id ?? []),
    );
    const after = await roots();
    if (after.every((id, index) => id === before[index])) return after;
    before = after;
  }
}

/** Adds to what the operator keeps with a caller; of a key that is there already the new value counts. */
export async function addCallerMetadata(
  db: Executor,
  workspaceId: number,
  callerId: string,
  metadata: JsonObject,
  at: Date,
): Promise<void> {
  await db.raw('UPDATE callers SET metadata = metadata || ?::jsonb, updated_at = ? WHERE workspace_id = ? AND id = ?', [
    JSON.stringify(metadata),
    at.toISOString(),
    workspaceId,
    callerId,
  ]);
}
