import type { Executor } from './database.js';

/** Of what an id is that was erased. */
export type TombstoneKind = 'call' | 'event' | 'conversation';

/** Keyed by the workspace, so that the same id has another hash in another one, and nothing can be looked up from outside. */
const HASH = hashOf('t.name');

function hashOf(name: string): string {
  return `sha256(convert_to(w.erasure_key || ' ' || ${name}, 'UTF8'))`;
}

/** Keeps that these were erased, and nothing else of them. */
export async function addTombstones(
  trx: Executor,
  workspaceId: number,
  kind: TombstoneKind,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await trx.raw(
    `INSERT INTO tombstones (workspace_id, hash, erased_at)
     SELECT DISTINCT w.id, ${HASH}, ?::timestamptz FROM workspaces w, unnest(?::text[]) AS t(name) WHERE w.id = ?
     ON CONFLICT DO NOTHING`,
    [at.toISOString(), ids.map((id) => `${kind} ${id}`), workspaceId],
  );
}

/** Something that may have been erased. */
export interface Erasable {
  readonly kind: TombstoneKind;
  readonly id: string;
}

/** Whether one of these was erased: what says so again is refused. */
export async function isErased(db: Executor, workspaceId: number, things: readonly Erasable[]): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { erased: boolean }[] }>(
    `SELECT ${ANY_ERASED} AS erased`,
    anyErasedBindings(workspaceId, things),
  );
  return rows[0]?.erased === true;
}

/** The same as a condition, with the bindings below. */
export const ANY_ERASED = `EXISTS (
       SELECT FROM workspaces w
       CROSS JOIN unnest(?::text[]) AS t(name)
       JOIN tombstones s ON s.workspace_id = w.id AND s.hash = ${HASH}
       WHERE w.id = ?
     )`;

export function anyErasedBindings(workspaceId: number, things: readonly Erasable[]) {
  return [things.map(({ kind, id }) => `${kind} ${id}`), workspaceId];
}

/** Whether a conversation of the workspace `w` was erased, as a condition: for statements that write of many. */
export function conversationErased(id: string): string {
  return `EXISTS (
    SELECT FROM tombstones s WHERE s.workspace_id = w.id AND s.hash = ${hashOf(`'conversation ' || ${id}`)}
  )`;
}

/**
 * So long the mark of an erased caller or a deleted conversation stays: for longer than any process waits for the database with what it
 * was told before. After that there is no hash of a number, and nobody who has the database can find out by it who was erased; and a
 * conversation that is imported again is like any other.
 */
const MARK_MS = 60 * 60 * 1000;
/** Within that, whatever clocks say and however often marks are cleared away. */
const MARK_SURE = `interval '30 minutes'`;
/** Processes that have not heard of it tell of the caller for so long; their clocks may be late by as much. */
const HEARD_AFTER = `interval '5 seconds'`;

/** By its beginning a mark is told from what stays. */
const MARK = 'caller ';

function markOf(name: string): string {
  return `convert_to('${MARK}', 'UTF8') || ${hashOf(name)}`;
}

/**
 * Keeps for an hour that these callers were erased at that time, so that records of before are not written any more.
 *
 * @param keys as `callerKey` makes them
 */
export async function markCallersErased(
  trx: Executor,
  workspaceId: number,
  keys: readonly Buffer[],
  at: Date,
): Promise<void> {
  const names = keys.map((key) => `caller ${key.toString('hex')}`);
  await addMarks(trx, workspaceId, names, at);
}

/** The same of conversations that were deleted. Nothing else of them is refused: they may be imported again. */
export async function markConversationsDeleted(
  trx: Executor,
  workspaceId: number,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  const names = ids.map((id) => `conversation ${id}`);
  await addMarks(trx, workspaceId, names, at);
}

async function addMarks(trx: Executor, workspaceId: number, names: readonly string[], at: Date): Promise<void> {
  if (names.length === 0) return;
  await trx.raw(
    `INSERT INTO tombstones (workspace_id, hash, erased_at)
     SELECT DISTINCT w.id, ${markOf('t.name')}, ?::timestamptz FROM workspaces w, unnest(?::text[]) AS t(name) WHERE w.id = ?
     ON CONFLICT (workspace_id, hash) DO UPDATE SET erased_at = greatest(tombstones.erased_at, excluded.erased_at)`,
    [at.toISOString(), [...names], workspaceId],
  );
}

/** Whether a caller of the workspace `w` was erased within the last hour, and since a record was made, as a condition. */
export function callerMarkedSince(keyHex: string, recordedAt: string): string {
  return markedSince(`'caller ' || ${keyHex}`, recordedAt);
}

/** The same of a conversation that was deleted. */
export function conversationMarkedSince(id: string, recordedAt: string): string {
  return markedSince(`'conversation ' || ${id}`, recordedAt);
}

function markedSince(name: string, recordedAt: string): string {
  return `EXISTS (
      SELECT FROM tombstones s
      WHERE s.workspace_id = w.id AND s.hash = ${markOf(name)} AND s.erased_at + ${HEARD_AFTER} >= ${recordedAt}
    )`;
}

const MARKS_OF_WORKSPACE = `FROM tombstones m
    WHERE m.workspace_id = w.id AND m.hash >= convert_to('${MARK}', 'UTF8') AND m.hash < convert_to('${MARK.trimEnd()}!', 'UTF8')`;

/** The workspaces `w` where a mark is still there, as a condition. */
export const ANY_MARKED = `EXISTS (SELECT ${MARKS_OF_WORKSPACE})`;

/**
 * Since when there may be records of callers and conversations, of any workspace, whose marks are still there: longer ago than an hour where marks were
 * not cleared away in time. Undefined: there are no marks.
 */
export async function markedRecordsBegin(db: Executor): Promise<Date | undefined> {
  const { rows } = await db.raw<{ rows: { erasedAt: string | null }[] }>(
    `SELECT min(first.at) AS "erasedAt" FROM workspaces w CROSS JOIN LATERAL (SELECT min(m.erased_at) AS at ${MARKS_OF_WORKSPACE}) AS first`,
  );
  const erasedAt = rows[0]?.erasedAt ?? undefined;
  return erasedAt === undefined ? undefined : new Date(Date.parse(erasedAt) - MARK_MS);
}

/**
 * Whether a caller of the workspace `w` was erased since a record was made, as a condition. Of one that is so old that the mark may be
 * gone it is taken for granted, if anybody was.
 *
 * @param keyHex SQL of the caller's key, in hexadecimal digits; null: of nobody
 * @param recordedAt SQL of when the record was made
 */
export function callerErasedSince(keyHex: string, recordedAt: string): string {
  return `(${keyHex} IS NOT NULL AND (
    ${callerMarkedSince(keyHex, recordedAt)} OR (${recordedAt} < now() - ${MARK_SURE} AND EXISTS (
      SELECT FROM erasures e
      WHERE e.workspace_id = w.id AND e.erased_at >= ${recordedAt} AND e.erased_at < now() - ${MARK_SURE}
    ))
  ))`;
}

/** Forgets the callers and conversations of all workspaces that were erased or deleted an hour ago. */
export async function forgetMarks(db: Executor, now: Date): Promise<void> {
  await db.raw(
    `DELETE FROM tombstones s USING workspaces w
     WHERE s.workspace_id = w.id AND s.hash >= convert_to(?, 'UTF8') AND s.hash < convert_to(?, 'UTF8') AND s.erased_at < ?::timestamptz`,
    [MARK, `${MARK.trimEnd()}!`, new Date(now.getTime() - MARK_MS).toISOString()],
  );
}

/** Those of the ids that were erased. */
export async function erasedAmong(
  db: Executor,
  workspaceId: number,
  kind: TombstoneKind,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT t.id FROM workspaces w
     CROSS JOIN (SELECT id, ? || ' ' || id AS name FROM unnest(?::text[]) AS u(id)) AS t
     JOIN tombstones s ON s.workspace_id = w.id AND s.hash = ${HASH}
     WHERE w.id = ?`,
    [kind, [...ids], workspaceId],
  );
  return new Set(rows.map(({ id }) => id));
}
