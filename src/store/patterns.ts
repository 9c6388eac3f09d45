import { randomUUID } from 'node:crypto';
import { NIL_UUID } from '../uuid.js';
import type { Executor } from './database.js';

/** What reflection saw, as it is to be stored. Times are ISO 8601. */
export interface NewPattern {
  /** The same for the same kind of thing: a later run puts a new pattern in the place of the one with its key. */
  readonly key: string;
  readonly statement: string;
  /** Ids of facts and conversations. */
  readonly evidence: readonly string[];
  readonly confidence: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** When a call began, ISO 8601. */
export interface CallStart {
  readonly conversationId: string;
  readonly startedAt: string;
}

const CALLS_MAX = 1_000;

/** The newest calls of callers, newest first. */
export async function readCallStarts(
  db: Executor,
  workspaceId: number,
  callerIds: readonly string[],
): Promise<readonly CallStart[]> {
  const { rows } = await db.raw<{ rows: CallStart[] }>(
    `SELECT conversation_id AS "conversationId", started_at AS "startedAt" FROM calls
     WHERE workspace_id = ? AND caller_id = ANY(?::uuid[]) ORDER BY started_at DESC, conversation_id LIMIT ${CALLS_MAX}`,
    [workspaceId, [...callerIds]],
  );
  return rows;
}

/** How much came since a caller, with those who were merged into it, was last reflected on. Times are ISO 8601. */
export interface LearnedSince {
  readonly newFacts: number;
  readonly reflectedAt: string | null;
  readonly createdAt: string;
}

/**
 * What was learned of a caller and all who were merged into it, whose ids it says, too.
 *
 * @returns undefined when the workspace has no such caller
 */
export async function learnedSinceReflectionOf(
  db: Executor,
  workspaceId: number,
  callerId: string,
): Promise<(LearnedSince & { readonly callerIds: readonly string[] }) | undefined> {
  const { rows } = await db.raw<{ rows: (LearnedSince & { readonly callerIds: readonly string[] | null })[] }>(
    `WITH RECURSIVE down AS (
       SELECT id FROM callers WHERE workspace_id = ? AND id = ?
       UNION ALL
       SELECT c.id FROM down JOIN callers c ON c.workspace_id = ? AND c.merged_into = down.id
     )
     SELECT COALESCE(sum(new_facts), 0)::int AS "newFacts", max(reflected_at) AS "reflectedAt", min(created_at) AS "createdAt",
       json_agg(id) AS "callerIds"
     FROM callers WHERE workspace_id = ? AND id IN (SELECT id FROM down)`,
    [workspaceId, callerId, workspaceId, workspaceId],
  );
  const [row] = rows;
  return row?.callerIds == null ? undefined : { ...row, callerIds: row.callerIds };
}

/**
 * Puts what was seen in the place of what was seen before: done twice, it is there once, under the same ids. In a transaction that has
 * the callers locked.
 *
 * @param callerIds the caller that has the patterns first, then those who were merged into it
 * @param newFacts so many were looked at: what came meanwhile is still new
 */
export async function replacePatterns(
  trx: Executor,
  workspaceId: number,
  callerIds: readonly [string, ...string[]],
  {
    patterns,
    newFacts,
    at,
  }: { readonly patterns: readonly NewPattern[]; readonly newFacts: number; readonly at: Date },
): Promise<void> {
  const [callerId] = callerIds;
  await trx.raw(
    `DELETE FROM patterns WHERE workspace_id = ? AND caller_id = ANY(?::uuid[])
       AND NOT (caller_id = ? AND key = ANY(?::text[]))`,
    [workspaceId, [...callerIds], callerId, patterns.map(({ key }) => key)],
  );
  const rows = patterns.map(({ key, statement, evidence, confidence, firstAt, lastAt }) => {
    return { key, id: randomUUID(), statement, evidence, confidence, first_at: firstAt, last_at: lastAt };
  });
  await trx.raw(
    `INSERT INTO patterns (workspace_id, caller_id, key, id, statement, evidence, confidence, first_at, last_at, recorded_at)
     SELECT ?, ?, p.key, p.id, p.statement, p.evidence, p.confidence, p.first_at, p.last_at, ?
     FROM jsonb_to_recordset(?::jsonb) AS p (
       key text, id uuid, statement text, evidence jsonb, confidence real, first_at timestamptz, last_at timestamptz
     )
     ON CONFLICT (workspace_id, caller_id, key) DO UPDATE SET statement = excluded.statement, evidence = excluded.evidence,
       confidence = excluded.confidence, first_at = excluded.first_at, last_at = excluded.last_at`,
    [workspaceId, callerId, at.toISOString(), JSON.stringify(rows)],
  );
  // What was learned of a caller is counted at the one that it was learned of.
  await trx.raw(
    `WITH counted AS (
       SELECT id, sum(new_facts) OVER (ORDER BY id) - new_facts AS before FROM callers
       WHERE workspace_id = ? AND id = ANY(?::uuid[])
     )
     UPDATE callers c SET reflected_at = ?, new_facts = c.new_facts - LEAST(c.new_facts, GREATEST(? - counted.before, 0))
     FROM counted WHERE c.workspace_id = ? AND c.id = counted.id`,
    [workspaceId, [...callerIds], at.toISOString(), newFacts, workspaceId],
  );
}

/**
 * Forgets what was seen in callers, since what it was seen in is no longer all theirs: they are reflected on anew when that is done next.
 *
 * @param callerIds with those who were merged into them
 */
export async function forgetPatterns(db: Executor, workspaceId: number, callerIds: readonly string[]): Promise<void> {
  await db.raw(
    `WITH forgotten AS (
       DELETE FROM patterns WHERE workspace_id = ? AND caller_id = ANY(?::uuid[]) RETURNING caller_id
     )
     UPDATE callers SET new_facts = new_facts + 1 WHERE workspace_id = ? AND id IN (SELECT caller_id FROM forgotten)`,
    [workspaceId, [...callerIds], workspaceId],
  );
}

/** Forgets what was seen in these conversations, among others: to be done before they are deleted. */
export async function forgetPatternsOfConversations(
  db: Executor,
  workspaceId: number,
  conversationIds: readonly string[],
): Promise<void> {
  const ids = [...conversationIds];
  await db.raw(
    `WITH RECURSIVE up AS (
       SELECT c.id, c.merged_into FROM calls k JOIN callers c ON c.workspace_id = k.workspace_id AND c.id = k.caller_id
       WHERE k.workspace_id = ? AND k.conversation_id = ANY(?::uuid[])
       UNION
       SELECT c.id, c.merged_into FROM up JOIN callers c ON c.workspace_id = ? AND c.id = up.merged_into
     ), forgotten AS (
       DELETE FROM patterns p WHERE p.workspace_id = ? AND p.caller_id IN (SELECT id FROM up)
         AND jsonb_exists_any(p.evidence, ARRAY(
           SELECT f.id::text FROM facts f WHERE f.workspace_id = ? AND f.conversation_id = ANY(?::uuid[])
           UNION ALL SELECT unnest(?::text[])
         ))
       RETURNING p.caller_id
     )
     UPDATE callers SET new_facts = new_facts + 1 WHERE workspace_id = ? AND id IN (SELECT caller_id FROM forgotten)`,
    [workspaceId, ids, workspaceId, workspaceId, workspaceId, ids, ids, workspaceId],
  );
}

/** A caller of whom something was learned since they were last reflected on. */
export interface CallerToReflectOn {
  readonly workspaceId: number;
  readonly callerId: string;
}

/** Of all workspaces, in the order of their ids, those after one: a page. */
export async function callersToReflectOn(
  db: Executor,
  after: CallerToReflectOn | undefined,
  limit: number,
): Promise<readonly CallerToReflectOn[]> {
  const { workspaceId = 0, callerId = NIL_UUID } = after ?? {};
  const { rows } = await db.raw<{ rows: CallerToReflectOn[] }>(
    `SELECT workspace_id AS "workspaceId", id AS "callerId" FROM callers
     WHERE new_facts > 0 AND (workspace_id, id) > (?, ?::uuid) ORDER BY workspace_id, id LIMIT ?`,
    [workspaceId, callerId, limit],
  );
  return rows;
}
