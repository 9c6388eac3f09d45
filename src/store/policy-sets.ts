import type { Executor } from './database.js';

/** The policies of a workspace as their file had them. */
export interface PolicySetRow {
  readonly workspaceId: number;
  /** Counts up with every set that differs from the one before. */
  readonly revision: number;
  readonly source: string;
  /** ISO 8601. */
  readonly appliedAt: string;
}

const COLUMNS = 'workspace_id AS "workspaceId", revision, source, applied_at AS "appliedAt"';

/** @returns undefined when the workspace has none */
export async function retrievePolicySet(db: Executor, workspaceId: number): Promise<PolicySetRow | undefined> {
  const { rows } = await db.raw<{ rows: PolicySetRow[] }>(
    `SELECT ${COLUMNS} FROM policy_sets WHERE workspace_id = ? AND source <> ''`,
    [workspaceId],
  );
  return rows[0];
}

/** Of every workspace, for a process that starts. */
export async function listPolicySets(db: Executor): Promise<{
  readonly sets: readonly PolicySetRow[];
  readonly workspaceIds: readonly number[];
}> {
  const { rows } = await db.raw<{ rows: PolicySetRow[] }>(`SELECT ${COLUMNS} FROM policy_sets WHERE source <> ''`);
  const workspaces = await db.raw<{ rows: { id: number }[] }>('SELECT id FROM workspaces');
  return { sets: rows, workspaceIds: workspaces.rows.map(({ id }) => id) };
}

/** Puts a source in the place of the one before; the same one again changes nothing. */
export async function applyPolicySet(
  db: Executor,
  workspaceId: number,
  source: string,
  now: Date,
): Promise<PolicySetRow> {
  const { rows } = await db.raw<{ rows: PolicySetRow[] }>(
    `INSERT INTO policy_sets (workspace_id, revision, source, applied_at) VALUES (?, 1, ?, ?)
     ON CONFLICT (workspace_id) DO UPDATE SET
       revision = policy_sets.revision + (policy_sets.source <> excluded.source)::int,
       applied_at = CASE WHEN policy_sets.source = excluded.source THEN policy_sets.applied_at ELSE excluded.applied_at END,
       source = excluded.source
     RETURNING ${COLUMNS}`,
    [workspaceId, source, now.toISOString()],
  );
  return rows[0] as PolicySetRow;
}

/** Takes a workspace's policies away: the built-in one holds. The row stays, so that revisions never come again. */
export async function removePolicySet(db: Executor, workspaceId: number, now: Date): Promise<boolean> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    `UPDATE policy_sets SET source = '', revision = revision + 1, applied_at = ? WHERE workspace_id = ? AND source <> ''`,
    [now.toISOString(), workspaceId],
  );
  return rowCount > 0;
}
