import type { Executor } from './database.js';

/** How far an import got, so that the next one goes on from there. */
export interface Import<Progress> {
  readonly progress: Progress;
  readonly startedAt: string;
  readonly updatedAt: string;
  /** Null while it is not at its end. */
  readonly finishedAt: string | null;
}

/** @returns undefined when the workspace never imported from there */
export async function findImport<Progress>(
  db: Executor,
  workspaceId: number,
  source: string,
): Promise<Import<Progress> | undefined> {
  const { rows } = await db.raw<{ rows: Import<Progress>[] }>(
    `SELECT progress, started_at AS "startedAt", updated_at AS "updatedAt", finished_at AS "finishedAt"
     FROM imports WHERE workspace_id = ? AND source = ?`,
    [workspaceId, source],
  );
  return rows[0];
}

/** Begins an import anew: what was known of an earlier one is forgotten. */
export async function beginImport(
  db: Executor,
  workspaceId: number,
  source: string,
  progress: object,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await db.raw(
    `INSERT INTO imports (workspace_id, source, progress, started_at, updated_at) VALUES (?, ?, ?::jsonb, ?, ?)
     ON CONFLICT (workspace_id, source) DO UPDATE SET
       progress = excluded.progress, started_at = excluded.started_at, updated_at = excluded.updated_at, finished_at = NULL`,
    [workspaceId, source, JSON.stringify(progress), at, at],
  );
}

/** Says how far it is, in the transaction of the rows that it speaks of. */
export async function advanceImport(
  db: Executor,
  workspaceId: number,
  source: string,
  { progress, isFinished }: { readonly progress: object; readonly isFinished: boolean },
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await db.raw(
    'UPDATE imports SET progress = ?::jsonb, updated_at = ?, finished_at = ?::timestamptz WHERE workspace_id = ? AND source = ?',
    [JSON.stringify(progress), at, isFinished ? at : null, workspaceId, source],
  );
}
