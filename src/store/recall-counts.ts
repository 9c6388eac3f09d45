import type { Database } from './database.js';

/** How often a saying of a fact was recalled since it was last written down. */
export interface RecallCount {
  readonly factId: string;
  readonly count: number;
  /** ISO 8601: the last time. */
  readonly at: string;
}

/** Adds recalls to what is known of them: one statement. Facts that are gone meanwhile are passed over. */
export async function addRecalls(
  { run }: Pick<Database, 'run'>,
  workspaceId: number,
  recalls: readonly RecallCount[],
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<void> {
  await run(
    `UPDATE facts f SET recall_count = f.recall_count + r.count, recalled_at = GREATEST(f.recalled_at, r.at)
     FROM jsonb_to_recordset($2::jsonb) AS r("factId" uuid, count integer, at timestamptz)
     WHERE f.workspace_id = $1 AND f.id = r."factId"`,
    [workspaceId, JSON.stringify(recalls)],
    { timeoutMs },
  );
}
