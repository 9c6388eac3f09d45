import { randomUUID } from 'node:crypto';
import { callerKey } from './caller-key.js';
import { callersMergedInto, lockCallers } from './callers.js';
import type { Executor } from './database.js';
import { deleteInitializationsOf, type RecordsOfCaller } from './initializations.js';
import { addTombstones, markCallersErased } from './tombstones.js';

/** What is left of an erased caller. */
export interface ErasureReceipt {
  readonly id: string;
  /** Rows by what they were. */
  readonly counts: Readonly<Record<string, number>>;
  /** ISO 8601. */
  readonly erasedAt: string;
  /** Of whom caches have to be rid. */
  readonly callerIds: readonly string[];
  /** By what records are found that come late: see `deleteLateInitializations`. */
  readonly records: RecordsOfCaller;
}

/**
 * Erases a caller with all who were merged into it: identities, conversations with their messages, facts, episodes and insights, what
 * platforms told of them, waiting and finished jobs, records of initializations, and answers kept for repeated requests. What
 * stays: a receipt, and hashes of the ids, so that what is told again from before is refused. The number may come back as somebody
 * new; for an hour a mark says that it was erased, so that records of before are not written.
 *
 * @param rootId a caller that counts
 */
export async function eraseCaller(
  trx: Executor,
  workspaceId: number,
  rootId: string,
  at: Date,
): Promise<ErasureReceipt | undefined> {
  await lockCallers(trx, workspaceId, await callersMergedInto(trx, workspaceId, rootId), { isRemoval: true });
  // Once more: somebody may have been merged in before the lock was there.
  const callerIds = await callersMergedInto(trx, workspaceId, rootId);
  if (callerIds.length === 0) return undefined;
  const of: Erasing = await whatIsOf(trx, workspaceId, callerIds);
  const { conversationIds, identities } = of;
  const calls = await markErased(trx, workspaceId, of, at);
  const keys = identities.map((identity) => callerKey(workspaceId, identity));
  const counts = {
    identities: identities.length,
    calls,
    ...(await countRows(trx, workspaceId, of)),
    events: await removeEvents(trx, workspaceId, of),
    ...(await removeMentions(trx, workspaceId, [...conversationIds, ...callerIds])),
    initializations: await removeInitializations(trx, workspaceId, { keys, conversationIds }, at),
    ...(await removeCallers(trx, workspaceId, of)),
  };
  const records = { keys, conversationIds };
  const receipt = { id: randomUUID(), counts, erasedAt: at.toISOString(), callerIds, records };
  await trx.raw('INSERT INTO erasures (workspace_id, id, counts, erased_at) VALUES (?, ?, ?::jsonb, ?)', [
    ...[workspaceId, receipt.id, JSON.stringify(counts), receipt.erasedAt],
  ]);
  return receipt;
}

/** What is erased of a caller. */
interface Erasing {
  /** With those who were merged into it. */
  readonly callerIds: readonly string[];
  readonly identities: readonly { readonly kind: string; readonly value: string }[];
  readonly conversationIds: readonly string[];
}

async function whatIsOf(trx: Executor, workspaceId: number, callerIds: readonly string[]): Promise<Erasing> {
  const identities = await rowsOf<{ kind: string; value: string }>(
    trx,
    'SELECT kind, value FROM caller_identities WHERE workspace_id = ? AND caller_id = ANY(?::uuid[])',
    [workspaceId, [...callerIds]],
  );
  const targets = [...valuesOf(identities, 'phone'), ...valuesOf(identities, 'sip'), ...bareUrisOf(identities)];
  return { callerIds, identities, conversationIds: await conversationsOf(trx, workspaceId, callerIds, targets) };
}

function valuesOf(identities: Erasing['identities'], wanted: 'phone' | 'sip'): readonly string[] {
  return identities.filter(({ kind }) => kind === wanted).map(({ value }) => value);
}

/** As Telnyx has them, who leaves the scheme out. */
function bareUrisOf(identities: Erasing['identities']): readonly string[] {
  return valuesOf(identities, 'sip').map((uri) => uri.slice('sip:'.length));
}

/**
 * Leaves what refuses it when it is told again.
 *
 * @returns how many calls there are
 */
async function markErased(
  trx: Executor,
  workspaceId: number,
  { callerIds, conversationIds }: Erasing,
  at: Date,
): Promise<number> {
  const calls = await rowsOf<{ name: string }>(
    trx,
    `SELECT platform || ' ' || call_id AS name FROM calls
     WHERE workspace_id = ? AND (caller_id = ANY(?::uuid[]) OR conversation_id = ANY(?::uuid[]))`,
    [workspaceId, [...callerIds], [...conversationIds]],
  );
  const events = await rowsOf<{ name: string }>(
    trx,
    `SELECT platform || ' ' || event_key AS name FROM events WHERE workspace_id = ? AND conversation_id = ANY(?::text[])`,
    [workspaceId, [...conversationIds]],
  );
  const namesOf = (rows: readonly { readonly name: string }[]): readonly string[] => rows.map(({ name }) => name);
  await addTombstones(trx, workspaceId, 'call', namesOf(calls), at);
  await addTombstones(trx, workspaceId, 'event', namesOf(events), at);
  await addTombstones(trx, workspaceId, 'conversation', conversationIds, at);
  return calls.length;
}

/** How much there is of what goes with the callers and their conversations. */
async function countRows(
  trx: Executor,
  workspaceId: number,
  { callerIds, conversationIds }: Erasing,
): Promise<Record<string, number>> {
  const ofCallers = ['facts', 'episodes', 'procedures', 'entities', 'patterns'];
  const counts = [
    ...ofCallers.map(
      (table) =>
        `SELECT count(*)::integer AS ${table} FROM ${table} WHERE workspace_id = ? AND caller_id = ANY(?::uuid[])`,
    ),
    'SELECT count(*)::integer AS messages FROM messages WHERE workspace_id = ? AND conversation_id = ANY(?::uuid[])',
  ];
  const [row] = await rowsOf<Record<string, number>>(
    trx,
    `SELECT * FROM ${counts.map((count, index) => `(${count}) AS c${index}`).join(', ')}`,
    [...ofCallers.flatMap(() => [workspaceId, [...callerIds]]), workspaceId, [...conversationIds]],
  );
  return row ?? {};
}

/** What platforms told: of the conversations, and of those that nobody knows yet and that name a number or a SIP URI of the caller's. */
async function removeEvents(
  trx: Executor,
  workspaceId: number,
  { conversationIds, identities }: Erasing,
): Promise<number> {
  const told = await remove(trx, 'events WHERE workspace_id = ? AND conversation_id = ANY(?::text[])', [
    ...[workspaceId, [...conversationIds]],
  ]);
  // Where a SIP URI begins: others may end in it.
  const named = bareUrisOf(identities)
    .map((uri) => JSON.stringify(uri).slice(1, -1))
    .flatMap((uri) => [`"${uri}`, `:${uri}`]);
  const waiting = await remove(
    trx,
    `events WHERE workspace_id = ? AND conversation_id IS NULL AND body IS NOT NULL
       AND EXISTS (SELECT FROM unnest(?::text[]) AS n(name) WHERE position(n.name IN events.body::text) > 0)`,
    [workspaceId, [...valuesOf(identities, 'phone'), ...named]],
  );
  return told + waiting;
}

/** Jobs and kept answers in which one of the ids stands. */
async function removeMentions(
  trx: Executor,
  workspaceId: number,
  ids: readonly string[],
): Promise<Record<'jobs' | 'idempotency_keys', number>> {
  const jobs = await remove(
    trx,
    `jobs WHERE data->>'workspace_id' = ? AND EXISTS (
       SELECT FROM unnest(?::text[]) AS n(id) WHERE position(n.id IN jobs.data::text || COALESCE(jobs.output::text, '')) > 0
     )`,
    [String(workspaceId), [...ids]],
  );
  const answers = await remove(
    trx,
    `idempotency_keys WHERE workspace_id = ?
       AND EXISTS (SELECT FROM unnest(?::text[]) AS n(id) WHERE position(n.id IN idempotency_keys.answer) > 0)`,
    [workspaceId, [...ids]],
  );
  return { jobs, idempotency_keys: answers };
}

async function removeInitializations(
  trx: Executor,
  workspaceId: number,
  { keys, conversationIds }: RecordsOfCaller,
  at: Date,
): Promise<number> {
  let count = await deleteInitializationsOf(trx, workspaceId, { conversationIds });
  await markCallersErased(trx, workspaceId, keys, at);
  for (const key of keys) count += await deleteInitializationsOf(trx, workspaceId, { key });
  return count;
}

/** The conversations and the callers themselves, with all that goes with them. */
async function removeCallers(
  trx: Executor,
  workspaceId: number,
  { callerIds, conversationIds }: Erasing,
): Promise<Record<'conversations' | 'callers', number>> {
  const all = [...callerIds];
  const conversations = await remove(trx, 'conversations WHERE workspace_id = ? AND id = ANY(?::uuid[])', [
    ...[workspaceId, [...conversationIds]],
  ]);
  await trx.raw('DELETE FROM calls WHERE workspace_id = ? AND caller_id = ANY(?::uuid[])', [workspaceId, all]);
  await trx.raw('UPDATE callers SET merged_into = NULL WHERE workspace_id = ? AND id = ANY(?::uuid[])', [
    ...[workspaceId, all],
  ]);
  const callers = await remove(trx, 'callers WHERE workspace_id = ? AND id = ANY(?::uuid[])', [workspaceId, all]);
  return { conversations, callers };
}

/**
 * The calls of the callers, and conversations of the Telnyx API that no call was made of yet: by the caller's numbers and SIP URIs,
 * and by the other spellings under which the caller's own conversations have them. A number that is somebody else's, and from which this
 * caller rang, too, is not the caller's.
 */
async function conversationsOf(
  trx: Executor,
  workspaceId: number,
  callerIds: readonly string[],
  targets: readonly string[],
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `WITH own AS (
       SELECT conversation_id AS id FROM calls WHERE workspace_id = ? AND caller_id = ANY(?::uuid[])
     ), spelled AS (
       SELECT DISTINCT c.metadata->>'telnyx_end_user_target' AS target FROM own
       JOIN conversations c ON c.workspace_id = ? AND c.id = own.id
       WHERE NOT EXISTS (
         SELECT FROM caller_identities i
         WHERE i.workspace_id = c.workspace_id AND i.value = (c.metadata->>'telnyx_end_user_target') COLLATE "C"
           AND i.caller_id <> ALL(?::uuid[])
       ) AND NOT EXISTS (
         SELECT FROM caller_identities i
         WHERE i.workspace_id = c.workspace_id AND i.kind = 'sip'
           AND i.value = ('sip:' || (c.metadata->>'telnyx_end_user_target')) COLLATE "C" AND i.caller_id <> ALL(?::uuid[])
       )
       UNION SELECT unnest(?::text[])
     )
     SELECT id FROM own
     UNION
     SELECT c.id FROM spelled
     JOIN conversations c ON c.workspace_id = ? AND c.metadata->>'telnyx_end_user_target' = spelled.target
     WHERE NOT EXISTS (
       SELECT FROM calls k WHERE k.workspace_id = c.workspace_id AND k.conversation_id = c.id
         AND k.caller_id IS NOT NULL AND k.caller_id <> ALL(?::uuid[])
     )`,
    [
      ...[workspaceId, [...callerIds], workspaceId, [...callerIds], [...callerIds], [...targets]],
      ...[workspaceId, [...callerIds]],
    ],
  );
  return rows.map(({ id }) => id);
}

type Binding = string | number | string[];

async function rowsOf<Row>(trx: Executor, sql: string, bindings: readonly Binding[]): Promise<readonly Row[]> {
  const { rows } = await trx.raw<{ rows: Row[] }>(sql, [...bindings]);
  return rows;
}

async function remove(trx: Executor, rest: string, bindings: readonly Binding[]): Promise<number> {
  const { rowCount } = await trx.raw<{ rowCount: number }>(`DELETE FROM ${rest}`, [...bindings]);
  return rowCount;
}
