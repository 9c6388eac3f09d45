import { isoTimeOfJson } from './column-values.js';
import type { Executor } from './database.js';
import type { JsonObject } from './json.js';
import { keepOut } from './learned.js';

/** A caller as people look at it. Times are ISO 8601. */
export interface CallerRecord {
  readonly id: string;
  readonly metadata: JsonObject;
  readonly identities: readonly { readonly kind: string; readonly value: string; readonly created_at: string }[];
  /** Merges into this caller that stand. */
  readonly merges: readonly { readonly id: string; readonly caller_id: string; readonly merged_at: string }[];
  /** Identities that it used and that are another caller's, and the other way round. */
  readonly conflicts: readonly {
    readonly kind: string;
    readonly value: string;
    readonly caller_id: string;
    readonly other_caller_id: string;
    readonly recorded_at: string;
  }[];
  readonly calls: number;
  readonly lastCallAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Of each caller `root` all whom it has taken in, itself included. */
const CLUSTER = `
  LATERAL (
    WITH RECURSIVE down AS (
      SELECT root.id AS id
      UNION ALL
      SELECT c.id FROM down JOIN callers c ON c.workspace_id = root.workspace_id AND c.merged_into = down.id
    )
    SELECT array_agg(id) AS ids FROM down
  ) AS cluster`;

const RECORD = `
  SELECT root.id, root.metadata, root.created_at AS "createdAt", root.updated_at AS "updatedAt",
    COALESCE((SELECT json_agg(json_build_object('kind', kind, 'value', value, 'created_at', created_at) ORDER BY created_at, kind, value)
      FROM caller_identities WHERE workspace_id = root.workspace_id AND caller_id = ANY(cluster.ids)), '[]') AS identities,
    COALESCE((SELECT json_agg(json_build_object('id', id, 'caller_id', caller_id, 'merged_at', merged_at) ORDER BY merged_at, id)
      FROM caller_merges WHERE workspace_id = root.workspace_id AND into_caller_id = ANY(cluster.ids) AND undone_at IS NULL), '[]') AS merges,
    COALESCE((SELECT json_agg(json_build_object('kind', kind, 'value', value, 'caller_id', caller_id,
        'other_caller_id', other_caller_id, 'recorded_at', recorded_at) ORDER BY recorded_at, id)
      FROM identity_conflicts
      WHERE workspace_id = root.workspace_id AND (caller_id = ANY(cluster.ids) OR other_caller_id = ANY(cluster.ids))), '[]') AS conflicts,
    counted.calls, counted."lastCallAt"
  FROM callers root
  CROSS JOIN ${CLUSTER}
  CROSS JOIN LATERAL (
    SELECT count(*)::integer AS calls, max(started_at) AS "lastCallAt" FROM calls
    WHERE workspace_id = root.workspace_id AND caller_id = ANY(cluster.ids)
  ) AS counted`;

/** @returns undefined when the workspace has no such caller that counts */
export async function retrieveCaller(
  db: Executor,
  workspaceId: number,
  rootId: string,
): Promise<CallerRecord | undefined> {
  const { rows } = await db.raw<{ rows: CallerRecord[] }>(
    `${RECORD} WHERE root.workspace_id = ? AND root.id = ? AND root.merged_into IS NULL`,
    [workspaceId, rootId],
  );
  return rows.map(withIsoTimes)[0];
}

/** One page of a workspace's callers, those of whom something was learned last first; and how many there are. */
export async function listCallers(
  db: Executor,
  workspaceId: number,
  { pageNumber, pageSize }: { readonly pageNumber: number; readonly pageSize: number },
): Promise<{ readonly callers: readonly CallerRecord[]; readonly total: number }> {
  const { rows } = await db.raw<{ rows: CallerRecord[] }>(
    `${RECORD} WHERE root.workspace_id = ? AND root.id IN (
       SELECT id FROM callers WHERE workspace_id = ? AND merged_into IS NULL
       ORDER BY updated_at DESC, id LIMIT ? OFFSET ?
     ) ORDER BY root.updated_at DESC, root.id`,
    [workspaceId, workspaceId, pageSize, (pageNumber - 1) * pageSize],
  );
  const { rows: counted } = await db.raw<{ rows: { total: number }[] }>(
    'SELECT count(*)::integer AS total FROM callers WHERE workspace_id = ? AND merged_into IS NULL',
    [workspaceId],
  );
  return { callers: rows.map(withIsoTimes), total: counted[0]?.total ?? 0 };
}

/** The caller of a fact, as it was learned; undefined when the workspace has no such fact. */
export async function callerOfFact(db: Executor, workspaceId: number, factId: string): Promise<string | undefined> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    'SELECT caller_id AS id FROM facts WHERE workspace_id = ? AND id = ?',
    [workspaceId, factId],
  );
  return rows[0]?.id;
}

/** What an operator corrects of a fact. */
export interface FactChange {
  readonly statement?: string | undefined;
  readonly value?: string | undefined;
  readonly pinned?: boolean | undefined;
  readonly sensitive?: boolean | undefined;
  /** ISO 8601; null: nothing is said of it. */
  readonly validFrom?: string | null | undefined;
  readonly validTo?: string | null | undefined;
}

/**
 * Changes all sayings of a fact. What is extracted again from their conversations leaves them as they are, and does not bring back the
 * value that was corrected, not even when the fact is deleted later.
 */
export async function changeFacts(
  database: Executor,
  workspaceId: number,
  factIds: readonly string[],
  change: FactChange,
  at: Date,
): Promise<void> {
  const columns = [
    ['statement', change.statement],
    ['value', change.value],
    ['pinned', change.pinned],
    ['sensitive', change.sensitive],
    ['valid_from', change.validFrom],
    ['valid_to', change.validTo],
  ] as const;
  const given = columns.filter(([, value]) => value !== undefined);
  await database.transaction(async (trx) => {
    const { rows: before } = await trx.raw<{ rows: Parameters<typeof keepOut>[2][number][] }>(
      `SELECT conversation_id AS "conversationId", about, predicate, value FROM facts
       WHERE workspace_id = ? AND id = ANY(?::uuid[]) FOR UPDATE`,
      [workspaceId, [...factIds]],
    );
    await trx.raw(
      `UPDATE facts SET ${[...given.map(([column]) => `${column} = ?`), 'edited_at = ?'].join(', ')}
       WHERE workspace_id = ? AND id = ANY(?::uuid[])`,
      [...given.map(([, value]) => value as string | boolean | null), at.toISOString(), workspaceId, [...factIds]],
    );
    const corrected = change.value?.toLowerCase();
    if (corrected === undefined) return;
    await keepOut(
      trx,
      workspaceId,
      before.filter(({ value }) => value.toLowerCase() !== corrected),
    );
  });
}

/** Procedures and entities of callers, oldest first: for the list of memories and the export. */
export async function readProcedures(
  db: Executor,
  workspaceId: number,
  callerIds: readonly string[],
): Promise<readonly StoredProcedure[]> {
  const { rows } = await db.raw<{ rows: StoredProcedure[] }>(
    `SELECT id, conversation_id AS "conversationId", name, trigger, steps, recorded_at AS "recordedAt"
     FROM procedures WHERE workspace_id = ? AND caller_id = ANY(?::uuid[]) ORDER BY recorded_at, id`,
    [workspaceId, [...callerIds]],
  );
  return rows;
}

export interface StoredProcedure {
  readonly id: string;
  readonly conversationId: string;
  readonly name: string;
  readonly trigger: string;
  readonly steps: readonly string[];
  readonly recordedAt: string;
}

export async function readEntities(
  db: Executor,
  workspaceId: number,
  callerIds: readonly string[],
): Promise<readonly StoredEntity[]> {
  const { rows } = await db.raw<{ rows: StoredEntity[] }>(
    `SELECT id, conversation_id AS "conversationId", kind, name, relation, recorded_at AS "recordedAt"
     FROM entities WHERE workspace_id = ? AND caller_id = ANY(?::uuid[]) ORDER BY recorded_at, id`,
    [workspaceId, [...callerIds]],
  );
  return rows;
}

export interface StoredEntity {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: string;
  readonly name: string;
  readonly relation: string | null;
  readonly recordedAt: string;
}

/** The calls of callers, newest first. */
export async function listCalls(
  db: Executor,
  workspaceId: number,
  callerIds: readonly string[],
  { pageNumber, pageSize }: { readonly pageNumber: number; readonly pageSize: number },
): Promise<readonly TimelineCall[]> {
  const { rows } = await db.raw<{ rows: TimelineCall[] }>(
    `SELECT k.conversation_id AS "conversationId", k.platform, k.call_id AS "callId", k.agent_id AS "agentId",
       k.started_at AS "startedAt", k.ended_at AS "endedAt", e.summary, e.outcome, e.open_items AS "openItems"
     FROM calls k LEFT JOIN episodes e ON e.workspace_id = k.workspace_id AND e.conversation_id = k.conversation_id
     WHERE k.workspace_id = ? AND k.caller_id = ANY(?::uuid[])
     ORDER BY k.started_at DESC, k.conversation_id LIMIT ? OFFSET ?`,
    [workspaceId, [...callerIds], pageSize, (pageNumber - 1) * pageSize],
  );
  return rows;
}

export interface TimelineCall {
  readonly conversationId: string;
  readonly platform: string;
  readonly callId: string;
  readonly agentId: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** null: it was not read yet, or there was nothing in it. */
  readonly summary: string | null;
  readonly outcome: string | null;
  readonly openItems: readonly string[] | null;
}

/** The lists of a record come as JSON. */
function withIsoTimes(record: CallerRecord): CallerRecord {
  return {
    ...record,
    identities: record.identities.map((identity) => ({ ...identity, created_at: isoTimeOfJson(identity.created_at) })),
    merges: record.merges.map((merge) => ({ ...merge, merged_at: isoTimeOfJson(merge.merged_at) })),
    conflicts: record.conflicts.map((conflict) => ({ ...conflict, recorded_at: isoTimeOfJson(conflict.recorded_at) })),
  };
}
