import type { Executor } from './database.js';
import { addSummaryInsight } from './summary-insight.js';

/** A tenant. Its name is a slug: it stands in paths. */
export interface Workspace {
  readonly id: number;
  readonly name: string;
}

export const DEFAULT_WORKSPACE = 'default';

/** The workspace of requests that name none; made when it isn't there. Safe to call from several processes at once. */
export async function ensureDefaultWorkspace(db: Executor): Promise<Workspace> {
  const found = await findWorkspace(db, DEFAULT_WORKSPACE);
  if (found !== undefined) return found;
  const made = await db.transaction(async (trx) => {
    await trx.raw('INSERT INTO workspaces (name) VALUES (?) ON CONFLICT (name) DO NOTHING', [DEFAULT_WORKSPACE]);
    const workspace = await findWorkspace(trx, DEFAULT_WORKSPACE);
    if (workspace !== undefined) await addSummaryInsight(trx, workspace.id);
    return workspace;
  });
  if (made === undefined) throw new Error('The default workspace was deleted while it was made.');
  return made;
}

/** @returns undefined when there is no workspace of that name */
export async function findWorkspace(db: Executor, name: string): Promise<Workspace | undefined> {
  const { rows } = await db.raw<{ rows: Workspace[] }>('SELECT id, name FROM workspaces WHERE name = ?', [name]);
  return rows[0];
}
