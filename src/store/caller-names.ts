import { callerFact, FACT_COLUMNS, type StoredFact } from './caller-memory.js';
import type { Database } from './database.js';

/** By what a caller is known and called. */
export interface CallerNames {
  /** The number that was known first; absent: none is. */
  readonly phone?: string | undefined;
  /** All sayings of a name, of whomever. */
  readonly names: readonly StoredFact[];
}

const READ = `
  WITH RECURSIVE up AS (
    SELECT c.id, c.merged_into FROM callers c WHERE c.workspace_id = $1 AND c.id = $2
    UNION ALL
    SELECT c.id, c.merged_into FROM up JOIN callers c ON c.workspace_id = $1 AND c.id = up.merged_into
  ), down AS (
    SELECT id FROM up WHERE merged_into IS NULL
    UNION ALL
    SELECT c.id FROM down JOIN callers c ON c.workspace_id = $1 AND c.merged_into = down.id
  )
  SELECT
    (SELECT value FROM caller_identities
     WHERE workspace_id = $1 AND kind = 'phone' AND caller_id IN (SELECT id FROM down)
     ORDER BY created_at, value LIMIT 1) AS phone,
    (SELECT json_agg(f) FROM (
       SELECT ${FACT_COLUMNS}
       FROM facts f LEFT JOIN calls k ON k.workspace_id = f.workspace_id AND k.conversation_id = f.conversation_id
       WHERE f.workspace_id = $1 AND f.caller_id IN (SELECT id FROM down) AND f.predicate = 'name'
     ) f) AS names`;

/** Of the caller that counts for one, with all who were merged into it. Of one who is not there, nothing. */
export async function readCallerNames(
  { run }: Pick<Database, 'run'>,
  workspaceId: number,
  callerId: string,
): Promise<CallerNames> {
  const [row] = await run(READ, [workspaceId, callerId]);
  const { phone, names } = row as { readonly phone: string | null; readonly names: readonly StoredFact[] | null };
  return { ...(phone === null ? {} : { phone }), names: (names ?? []).map(callerFact) };
}
