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

/** Whether a conversation of the workspace `w` was erased, as a condition: for statements that write of many. */
export function conversationErased(id: string): string {
  return `EXISTS (
    SELECT FROM tombstones s WHERE s.workspace_id = w.id AND s.hash = ${hashOf(`'conversation ' || ${id}`)}
  )`;
}

export function anyErasedBindings(workspaceId: number, things: readonly Erasable[]) {
  return [things.map(({ kind, id }) => `${kind} ${id}`), workspaceId];
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
