import { isUuid } from '../uuid.js';
import type { Database, Executor } from './database.js';
import { smallestIdAt } from './time-ordered-id.js';
import {
  ANY_MARKED,
  callerErasedSince,
  callerMarkedSince,
  conversationErased,
  conversationMarkedSince,
  forgetMarks,
  markCallersErased,
  markedRecordsBegin,
} from './tombstones.js';

/** An initialization as it is kept: what was asked, what was answered, and how that came about. */
export interface InitializationRecord {
  /** UUID that begins with the time. */
  readonly id: string;
  /** `sent`: we were the platform that asks. */
  readonly direction: InitializationDirection;
  /** `telnyx`. */
  readonly platform: string;
  readonly eventId: string | null;
  readonly assistantId: string | null;
  readonly conversationId: string | null;
  /** Masked, whatever else is kept: `+1312•••5309`. */
  readonly caller: string | null;
  /** The name of the policy that held. */
  readonly policy: string | null;
  readonly status: InitializationStatus;
  /** What went wrong, in a sentence without anybody's data. */
  readonly detail: string | null;
  readonly durationMs: number;
  /** Parts that were not ready in time. */
  readonly leftOut: readonly string[];
  /** Whether personal data is masked. */
  readonly isRedacted: boolean;
  readonly parts: readonly RecordedPart[];
  /** ISO 8601: when the answer had been given. */
  readonly recordedAt: string;
}

/** With what a list leaves out. */
export interface WholeInitializationRecord extends InitializationRecord {
  readonly request: unknown;
  readonly answer: unknown;
  readonly steps: readonly RecordedStep[];
}

export const INITIALIZATION_DIRECTIONS = ['received', 'sent'] as const;

export type InitializationDirection = (typeof INITIALIZATION_DIRECTIONS)[number];

/**
 * Received: `complete`, `left-out`, or `neutral` where nothing could be told. Sent: `complete`, `timeout`, `error` (no answer, or one
 * with another status than 2xx), `invalid` (an answer that cannot be used).
 */
export const INITIALIZATION_STATUSES = ['complete', 'left-out', 'neutral', 'timeout', 'error', 'invalid'] as const;

export type InitializationStatus = (typeof INITIALIZATION_STATUSES)[number];

export interface RecordedPart {
  readonly part: string;
  readonly status: string;
  readonly duration_ms: number;
  readonly error?: string;
}

export interface RecordedStep {
  readonly part: string;
  readonly detail: string;
}

/** A record that is to be written: storable texts, and its JSON as text. */
export interface NewInitializationRecord
  extends Omit<InitializationRecord, 'parts'>,
    Readonly<Record<'requestJson' | 'answerJson' | 'partsJson' | 'stepsJson', string>> {
  readonly workspaceId: number;
  readonly callerKey: Buffer | null;
}

export const INITIALIZATIONS_KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** So many are deleted by one statement: none takes long. */
const PURGE_MAX = 1000;

const WRITE = `
  INSERT INTO initializations (
    workspace_id, id, direction, platform, event_id, assistant_id, conversation_id, caller_key, caller, policy, status, detail,
    duration_ms, left_out, is_redacted, request, answer, parts, steps, recorded_at
  )
  SELECT
    r.workspace_id, r.id, r.direction, r.platform, r.event_id, r.assistant_id, r.conversation_id, decode(r.caller_key, 'hex'),
    r.caller, r.policy, r.status, r.detail, r.duration_ms, r.left_out, r.is_redacted, r.request, r.answer, r.parts, r.steps,
    r.recorded_at
  FROM jsonb_to_recordset($1::jsonb) AS r(
    workspace_id integer, id uuid, direction text, platform text, event_id text, assistant_id text, conversation_id text,
    caller_key text, caller text, policy text, status text, detail text, duration_ms real, left_out text[], is_redacted boolean,
    request jsonb, answer jsonb, parts jsonb, steps jsonb, recorded_at timestamptz, conversation_uuid uuid
  )
  JOIN workspaces w ON w.id = r.workspace_id
  WHERE NOT EXISTS (
    SELECT FROM assistants a
    WHERE a.workspace_id = r.workspace_id AND NOT a.data_retention AND a.id IN (
      r.assistant_id,
      (SELECT c.metadata->>'assistant_id' FROM conversations c WHERE c.workspace_id = r.workspace_id AND c.id = r.conversation_uuid)
    )
  ) AND NOT ${conversationErased('r.conversation_id')}
    AND NOT ${conversationMarkedSince('r.conversation_id', 'r.recorded_at')} AND NOT ${callerErasedSince('r.caller_key', 'r.recorded_at')}
  ON CONFLICT DO NOTHING`;

/**
 * Writes records of all workspaces in one statement, but for those of assistants that keep no data, of conversations and callers
 * that were erased or deleted meanwhile, and of workspaces that are gone. The same ones again change nothing.
 *
 * @param timeoutMs after so long it rejects with DatabaseTimeout
 */
export async function insertInitializations(
  database: Pick<Database, 'run'>,
  records: readonly NewInitializationRecord[],
  timeoutMs: number,
): Promise<void> {
  await database.run(WRITE, [`[${records.map(rowText).join(',')}]`], { timeoutMs });
}

function rowText(record: NewInitializationRecord): string {
  const row = JSON.stringify({
    workspace_id: record.workspaceId,
    id: record.id,
    direction: record.direction,
    platform: record.platform,
    event_id: record.eventId,
    assistant_id: record.assistantId,
    conversation_id: record.conversationId,
    conversation_uuid: record.conversationId !== null && isUuid(record.conversationId) ? record.conversationId : null,
    caller_key: record.callerKey?.toString('hex') ?? null,
    caller: record.caller,
    policy: record.policy,
    status: record.status,
    detail: record.detail,
    duration_ms: record.durationMs,
    left_out: record.leftOut,
    is_redacted: record.isRedacted,
    recorded_at: record.recordedAt,
  });
  const { requestJson, answerJson, partsJson, stepsJson } = record;
  return `${row.slice(0, -1)},"request":${requestJson},"answer":${answerJson},"parts":${partsJson},"steps":${stepsJson}}`;
}

export interface InitializationFilter {
  /** How many at most. */
  readonly limit: number;
  /** Only those older than the one with this id (UUID). */
  readonly before?: string | undefined;
  readonly since?: Date | undefined;
  readonly assistantId?: string | undefined;
  readonly status?: InitializationStatus | undefined;
  readonly direction?: InitializationDirection | undefined;
}

const COLUMNS = `id, direction, platform, event_id AS "eventId", assistant_id AS "assistantId", conversation_id AS "conversationId",
  caller, policy, status, detail, duration_ms AS "durationMs", left_out AS "leftOut", is_redacted AS "isRedacted", parts,
  recorded_at AS "recordedAt"`;

/** A workspace's records, newest first. */
export async function listInitializations(
  db: Executor,
  workspaceId: number,
  { limit, before, since, assistantId, status, direction }: InitializationFilter,
): Promise<readonly InitializationRecord[]> {
  const conditions: (readonly [string, string | undefined])[] = [
    ['id < ?::uuid', before],
    ['id >= ?::uuid', since === undefined ? undefined : smallestIdAt(since)],
    ['assistant_id = ?', assistantId],
    ['status = ?', status],
    ['direction = ?', direction],
  ];
  const given = conditions.filter((condition): condition is readonly [string, string] => condition[1] !== undefined);
  const { rows } = await db.raw<{ rows: InitializationRecord[] }>(
    `SELECT ${COLUMNS} FROM initializations
     WHERE ${['workspace_id = ?', ...given.map(([sql]) => sql)].join(' AND ')} ORDER BY id DESC LIMIT ?`,
    [workspaceId, ...given.map(([, value]) => value), limit],
  );
  return rows;
}

/** @returns undefined when the workspace has no such record */
export async function retrieveInitialization(
  db: Executor,
  workspaceId: number,
  id: string,
): Promise<WholeInitializationRecord | undefined> {
  const { rows } = await db.raw<{ rows: WholeInitializationRecord[] }>(
    `SELECT ${COLUMNS}, request, answer, steps FROM initializations WHERE workspace_id = ? AND id = ?`,
    [workspaceId, id],
  );
  return rows[0];
}

/**
 * The records of a caller, oldest first, as they are stored.
 *
 * @param key as `callerKey` makes it
 */
export async function initializationsOfCaller(
  db: Executor,
  workspaceId: number,
  key: Buffer,
): Promise<readonly WholeInitializationRecord[]> {
  const { rows } = await db.raw<{ rows: WholeInitializationRecord[] }>(
    `SELECT ${COLUMNS}, request, answer, steps FROM initializations WHERE workspace_id = ? AND caller_key = ? ORDER BY id`,
    [workspaceId, key],
  );
  return rows;
}

/**
 * Deletes the records of a caller: those made under the caller's key, and those of the conversations.
 *
 * @param key as `callerKey` makes it
 * @returns how many there were
 */
export async function deleteInitializationsOf(
  db: Executor,
  workspaceId: number,
  { key, conversationIds = [] }: { readonly key?: Buffer; readonly conversationIds?: readonly string[] },
): Promise<number> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    'DELETE FROM initializations WHERE workspace_id = ? AND (caller_key = ? OR conversation_id = ANY(?::text[]))',
    [workspaceId, key ?? null, [...conversationIds]],
  );
  return rowCount;
}

/** By what the records of an erased caller, or of a deleted conversation, are found. */
export interface RecordsOfCaller {
  /** As `callerKey` makes them. */
  readonly keys: readonly Buffer[];
  readonly conversationIds: readonly string[];
}

/** A statement that writes records is given up before. */
const WRITERS_END_MS = 6_000;

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Deletes what a statement wrote that was under way while the caller was erased, or the conversation deleted: neither could see the
 * other. To be called when that is committed, outside of any transaction: it waits until each such statement has ended.
 *
 * @param at now: others have told of the caller until it was committed
 * @returns how many records there were
 */
export async function deleteLateInitializations(
  { knex }: Pick<Database, 'knex'>,
  workspaceId: number,
  { keys, conversationIds }: RecordsOfCaller,
  at: Date,
): Promise<number> {
  const deleteThem = async (db: Executor): Promise<number> => {
    await markCallersErased(db, workspaceId, keys, at);
    let count = await deleteInitializationsOf(db, workspaceId, { conversationIds });
    for (const key of keys) count += await deleteInitializationsOf(db, workspaceId, { key });
    return count;
  };
  try {
    return await knex.transaction(async (trx) => {
      await trx.raw(`SELECT set_config('lock_timeout', '${WRITERS_END_MS}', true)`);
      // Who writes has it until the statement is committed, and whoever comes after sees that the caller was erased.
      await trx.raw('LOCK TABLE initializations IN SHARE ROW EXCLUSIVE MODE');
      return deleteThem(trx);
    });
  } catch (error) {
    // Somebody else has it for longer; who was writing has ended by now.
    if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
    return deleteThem(knex);
  }
}

/** Deletes what `deleteLateInitializations` would have, of erasures after which it could not be done: the database went away. */
async function deleteErasedInitializations(db: Executor): Promise<number> {
  const since = await markedRecordsBegin(db);
  if (since === undefined) return 0;
  const { rowCount } = await db.raw<{ rowCount: number }>(
    `DELETE FROM initializations i USING workspaces w
     WHERE i.workspace_id = w.id AND ${ANY_MARKED} AND i.id >= ?::uuid
       AND (${callerMarkedSince("encode(i.caller_key, 'hex')", 'i.recorded_at')} OR ${conversationErased('i.conversation_id')}
         OR ${conversationMarkedSince('i.conversation_id', 'i.recorded_at')})`,
    [smallestIdAt(since)],
  );
  return rowCount;
}

/**
 * Deletes the records of all workspaces whose time is over, a thousand at a time, those of erased callers and deleted conversations that
 * came late, and the marks of those for which none can wait to be written any more.
 *
 * @returns how many there were
 */
export async function purgeInitializations(db: Executor, now: Date): Promise<number> {
  let purged = await deleteErasedInitializations(db);
  await forgetMarks(db, now);
  const end = smallestIdAt(new Date(now.getTime() - INITIALIZATIONS_KEPT_MS));
  for (;;) {
    const { rowCount } = await db.raw<{ rowCount: number }>(
      `DELETE FROM initializations WHERE (workspace_id, id) IN (
         SELECT i.workspace_id, i.id FROM workspaces w JOIN initializations i ON i.workspace_id = w.id
         WHERE i.id < ?::uuid LIMIT ${PURGE_MAX}
       )`,
      [end],
    );
    purged += rowCount;
    if (rowCount < PURGE_MAX) return purged;
  }
}
