import type { Executor } from './database.js';

/** What one insight found out. */
export interface InsightResult {
  /** Of an insight that may have been deleted since. */
  readonly insightId: string;
  /** Text; the text of a JSON object where the insight has a schema. */
  readonly result: string;
}

/** The results of runs over one conversation by the run's id, in the order in which they were made. */
export async function insightResults(
  db: Executor,
  workspaceId: number,
  conversationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly InsightResult[]>> {
  const byRun = new Map<string, InsightResult[]>();
  if (ids.length === 0) return byRun;
  const { rows } = await db.raw<{ rows: (InsightResult & { runId: string })[] }>(
    `SELECT conversation_insight_id AS "runId", insight_id AS "insightId", result FROM insight_results
     WHERE workspace_id = ? AND conversation_id = ? AND conversation_insight_id = ANY (?::uuid[]) ORDER BY ordinal`,
    [workspaceId, conversationId, `{${ids.join(',')}}`],
  );
  for (const { runId, ...result } of rows) {
    const results = byRun.get(runId) ?? [];
    byRun.set(runId, results);
    results.push(result);
  }
  return byRun;
}
