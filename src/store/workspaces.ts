import type { Executor } from './database.js';
import { addSummaryInsight } from './summary-insight.js';
import type { WorkspaceSettings } from './workspace-settings.js';

/** A tenant. Its name is a slug: it stands in paths. */
export interface Workspace {
  readonly id: number;
  readonly name: string;
}

/** With what it decides for itself. */
export interface WorkspaceRecord extends Workspace {
  readonly settings: WorkspaceSettings;
  /** ISO 8601. */
  readonly createdAt: string;
}

export const DEFAULT_WORKSPACE = 'default';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether a text can be a workspace's name: what cannot stand in a path, or looks like another one there, is none. */
export function isWorkspaceName(text: string): boolean {
  return SLUG.test(text);
}

/** The workspace of requests that name none; made when it isn't there. Safe to call from several processes at once. */
export async function ensureDefaultWorkspace(db: Executor): Promise<Workspace> {
  const workspace =
    (await findWorkspace(db, DEFAULT_WORKSPACE)) ??
    (await createWorkspace(db, { name: DEFAULT_WORKSPACE })) ??
    // Another process was faster.
    (await findWorkspace(db, DEFAULT_WORKSPACE));
  if (workspace === undefined) throw new Error('The default workspace was deleted while it was made.');
  return { id: workspace.id, name: workspace.name };
}

const COLUMNS = 'id, name, settings, created_at AS "createdAt"';

/**
 * Makes a workspace, with what every one has: the Summary insight.
 *
 * @param workspace `name`: one that {@link isWorkspaceName} takes
 * @returns undefined when the name is taken
 */
export async function createWorkspace(
  db: Executor,
  { name, settings = {} }: { readonly name: string; readonly settings?: WorkspaceSettings },
): Promise<WorkspaceRecord | undefined> {
  return db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: WorkspaceRecord[] }>(
      `INSERT INTO workspaces (name, settings) VALUES (?, ?::jsonb) ON CONFLICT (name) DO NOTHING RETURNING ${COLUMNS}`,
      [name, JSON.stringify(settings)],
    );
    const [workspace] = rows;
    if (workspace !== undefined) await addSummaryInsight(trx, workspace.id);
    return workspace;
  });
}

/** @returns undefined when there is no workspace of that name */
export async function findWorkspace(db: Executor, name: string): Promise<Workspace | undefined> {
  const { rows } = await db.raw<{ rows: Workspace[] }>('SELECT id, name FROM workspaces WHERE name = ?', [name]);
  return rows[0];
}

/** @returns undefined when there is no such workspace */
export async function retrieveWorkspace(db: Executor, workspaceId: number): Promise<WorkspaceRecord | undefined> {
  const { rows } = await db.raw<{ rows: WorkspaceRecord[] }>(`SELECT ${COLUMNS} FROM workspaces WHERE id = ?`, [
    workspaceId,
  ]);
  return rows[0];
}

/** @returns undefined when there is no workspace of that name */
export async function retrieveWorkspaceNamed(db: Executor, name: string): Promise<WorkspaceRecord | undefined> {
  const { rows } = await db.raw<{ rows: WorkspaceRecord[] }>(`SELECT ${COLUMNS} FROM workspaces WHERE name = ?`, [
    name,
  ]);
  return rows[0];
}

/** All there are, by name: for who runs the server. */
export async function listWorkspaces(db: Executor): Promise<readonly WorkspaceRecord[]> {
  const { rows } = await db.raw<{ rows: WorkspaceRecord[] }>(`SELECT ${COLUMNS} FROM workspaces ORDER BY name`);
  return rows;
}

/** So many rows go in one statement, or one conversation's: a workspace of any size is deleted without one that takes too long. */
const CONVERSATIONS_MAX = 500;
const MESSAGES_MAX = 10_000;
const ROWS_MAX = 5_000;

/** What a workspace may have any number of, beside conversations. */
const LARGE_TABLES = ['events', 'initializations', 'idempotency_keys'] as const;

/** The first of those that are left, until they have so many messages together. */
const DELETE_CONVERSATIONS = `
  DELETE FROM conversations WHERE workspace_id = ? AND id IN (
    SELECT id FROM (
      SELECT id, sum(message_count) OVER (ORDER BY id) - message_count AS messages_before
      FROM (SELECT id, message_count FROM conversations WHERE workspace_id = ? ORDER BY id LIMIT ${CONVERSATIONS_MAX}) AS first
    ) AS counted
    WHERE messages_before < ${MESSAGES_MAX}
  )`;

/**
 * Deletes a workspace with everything it has. Its keys and secrets go first, so that nothing is added meanwhile; what an
 * interruption leaves is deleted by the next call.
 *
 * @returns false when there was none
 */
export async function deleteWorkspace(db: Executor, workspaceId: number): Promise<boolean> {
  await db.raw('DELETE FROM api_keys WHERE workspace_id = ?', [workspaceId]);
  await db.raw('DELETE FROM workspace_secrets WHERE workspace_id = ?', [workspaceId]);
  const isEmptied = async (sql: string): Promise<boolean> => {
    const { rowCount } = await db.raw<{ rowCount: number }>(sql, [workspaceId, workspaceId]);
    return rowCount === 0;
  };
  while (!(await isEmptied(DELETE_CONVERSATIONS)));
  for (const table of LARGE_TABLES) {
    const some = `SELECT ctid FROM ${table} WHERE workspace_id = ? LIMIT ${ROWS_MAX}`;
    while (!(await isEmptied(`DELETE FROM ${table} WHERE workspace_id = ? AND ctid = ANY (ARRAY(${some}))`)));
  }
  return db.transaction(async (trx) => {
    // Little is left, but what was added meanwhile has no bound.
    await trx.raw(`SELECT set_config('statement_timeout', '0', true)`);
    const { rowCount } = await trx.raw<{ rowCount: number }>('DELETE FROM workspaces WHERE id = ?', [workspaceId]);
    return rowCount > 0;
  });
}
