import { createHash, randomUUID } from 'node:crypto';
import type { Executor } from './database.js';
import { createTimeOrderedIds } from './time-ordered-id.js';

/** A saying of a fact, as it is to be stored. Times are ISO 8601. */
export interface LearnedFact {
  readonly messageId: string | null;
  readonly about: string | null;
  readonly predicate: string;
  readonly value: string;
  readonly statement: string;
  readonly quote: string | null;
  readonly speaker: 'caller' | 'agent' | 'operator';
  readonly promisedBy: 'caller' | 'agent' | null;
  readonly confidence: number;
  readonly sensitive: boolean;
  readonly pinned?: boolean | undefined;
  readonly replaces: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly saidAt: string;
}

/** What a call taught, as it is to be stored. */
export interface LearnedCall {
  readonly conversationId: string;
  readonly callerId: string;
  readonly facts: readonly LearnedFact[];
  readonly episode?:
    | {
        readonly summary: string;
        readonly outcome: string;
        readonly openItems: readonly string[];
        readonly extractor: string;
      }
    | undefined;
  readonly procedures: readonly {
    readonly name: string;
    readonly trigger: string;
    readonly steps: readonly string[];
  }[];
  readonly entities: readonly {
    readonly kind: string;
    readonly name: string;
    readonly relation?: string | undefined;
  }[];
  /** When the call began. */
  readonly at: string;
  readonly recordedAt: string;
}

/** What a fact says, without its words: somebody who deleted it does not want it back from the same conversation. */
function factHash(
  conversationId: string,
  { about, predicate, value }: Pick<LearnedFact, 'about' | 'predicate' | 'value'>,
): Buffer {
  const said = JSON.stringify([conversationId, about ?? '', predicate, value.toLowerCase()]);
  return createHash('sha256').update(said).digest();
}

/**
 * Puts what a conversation taught in the place of what it taught before. Facts that somebody edited stay as they are, and those that
 * somebody deleted do not come back. In a transaction that has the caller locked.
 *
 * @returns how many facts were stored
 */
export async function replaceLearned(trx: Executor, workspaceId: number, learned: LearnedCall): Promise<number> {
  const { conversationId, callerId, recordedAt, at, episode } = learned;
  const { dismissed, edited } = await clearLearned(trx, workspaceId, conversationId);
  // What somebody edited stands as it is; what it was before is among the dismissed.
  const unwanted = new Set([...dismissed, ...edited.map((fact) => factHash(conversationId, fact).toString('hex'))]);
  const facts = learned.facts.filter((fact) => !unwanted.has(factHash(conversationId, fact).toString('hex')));
  const withId = <Item extends object>(item: Item): Item & { readonly id: string } => ({ ...item, id: randomUUID() });
  await trx.raw(
    `WITH added_facts AS (${INSERT_FACTS}), added_episode AS (
       INSERT INTO episodes
         (workspace_id, conversation_id, id, caller_id, summary, outcome, open_items, extractor, at, recorded_at)
       SELECT ?, ?, e.id, ?, e.summary, e.outcome, e."openItems", e.extractor, ?, ?
       FROM jsonb_to_recordset(?::jsonb) AS e(id uuid, summary text, outcome text, "openItems" jsonb, extractor text)
     ), added_procedures AS (
       INSERT INTO procedures (workspace_id, id, caller_id, conversation_id, name, trigger, steps, recorded_at)
       SELECT ?, p.id, ?, ?, p.name, p.trigger, p.steps, ?
       FROM jsonb_to_recordset(?::jsonb) AS p(id uuid, name text, trigger text, steps jsonb)
     ), added_entities AS (
       INSERT INTO entities (workspace_id, id, caller_id, conversation_id, kind, name, relation, recorded_at)
       SELECT ?, e.id, ?, ?, e.kind, e.name, e.relation, ?
       FROM jsonb_to_recordset(?::jsonb) AS e(id uuid, kind text, name text, relation text)
     ), counted AS (
       UPDATE callers SET new_facts = new_facts + ?, updated_at = ? WHERE workspace_id = ? AND id = ?
     )
     UPDATE calls SET extracted_at = ? WHERE workspace_id = ? AND conversation_id = ?`,
    [
      ...[workspaceId, callerId, conversationId, recordedAt, JSON.stringify(factRows(facts, recordedAt))],
      ...[workspaceId, conversationId, callerId, at, recordedAt],
      JSON.stringify(episode === undefined ? [] : [withId(episode)]),
      ...[workspaceId, callerId, conversationId, recordedAt, JSON.stringify(learned.procedures.map(withId))],
      ...[workspaceId, callerId, conversationId, recordedAt, JSON.stringify(learned.entities.map(withId))],
      ...[facts.length, recordedAt, workspaceId, callerId],
      ...[recordedAt, workspaceId, conversationId],
    ],
  );
  return facts.length;
}

/** Takes away what a conversation taught; says which of its facts somebody deleted (as hashes), and which somebody edited. */
async function clearLearned(
  trx: Executor,
  workspaceId: number,
  conversationId: string,
): Promise<{
  readonly dismissed: readonly string[];
  readonly edited: readonly SaidFact[];
}> {
  const key = [workspaceId, conversationId];
  const { rows } = await trx.raw<{ rows: Nullable<Awaited<ReturnType<typeof clearLearned>>>[] }>(
    `WITH facts_gone AS (
       DELETE FROM facts WHERE workspace_id = ? AND conversation_id = ? AND edited_at IS NULL AND speaker <> 'operator'
     ), episodes_gone AS (DELETE FROM episodes WHERE workspace_id = ? AND conversation_id = ?),
     procedures_gone AS (DELETE FROM procedures WHERE workspace_id = ? AND conversation_id = ?),
     entities_gone AS (DELETE FROM entities WHERE workspace_id = ? AND conversation_id = ?)
     SELECT
       (SELECT json_agg(encode(fact_hash, 'hex')) FROM dismissed_facts WHERE workspace_id = ? AND conversation_id = ?) AS dismissed,
       (SELECT json_agg(json_build_object('about', about, 'predicate', predicate, 'value', value)) FROM facts
        WHERE workspace_id = ? AND conversation_id = ? AND edited_at IS NOT NULL) AS edited`,
    [...key, ...key, ...key, ...key, ...key, ...key],
  );
  return { dismissed: rows[0]?.dismissed ?? [], edited: rows[0]?.edited ?? [] };
}

type Nullable<Of> = { readonly [Key in keyof Of]: Of[Key] | null };

/** Adds sayings of facts, e.g. what the operator tells of a caller. In one statement. */
export async function insertFacts(
  trx: Executor,
  workspaceId: number,
  {
    callerId,
    conversationId,
    recordedAt,
  }: { readonly callerId: string; readonly conversationId: string | null; readonly recordedAt: string },
  facts: readonly LearnedFact[],
): Promise<readonly string[]> {
  if (facts.length === 0) return [];
  const rows = factRows(facts, recordedAt);
  await trx.raw(INSERT_FACTS, [workspaceId, callerId, conversationId, recordedAt, JSON.stringify(rows)]);
  return rows.map(({ id }) => id);
}

const INSERT_FACTS = `INSERT INTO facts (workspace_id, id, caller_id, conversation_id, message_id, about, predicate, value, statement, quote,
       speaker, promised_by, confidence, sensitive, pinned, replaces, valid_from, valid_to, said_at, recorded_at)
     SELECT ?, f.id, ?, ?::uuid, f.message_id, f.about, f.predicate, f.value, f.statement, f.quote, f.speaker, f.promised_by,
       f.confidence, f.sensitive, f.pinned, f.replaces, f.valid_from, f.valid_to, f.said_at, ?::timestamptz
     FROM jsonb_to_recordset(?::jsonb) AS f(id uuid, message_id uuid, about text, predicate text, value text, statement text,
       quote text, speaker text, promised_by text, confidence real, sensitive boolean, pinned boolean, replaces text, valid_from timestamptz,
       valid_to timestamptz, said_at timestamptz)`;

/** As INSERT_FACTS reads them. */
function factRows(facts: readonly LearnedFact[], recordedAt: string) {
  // In their order, for those that were said at the same time.
  const makeId = createTimeOrderedIds();
  return facts.map((fact) => ({
    id: makeId(new Date(recordedAt)),
    message_id: fact.messageId,
    about: fact.about,
    predicate: fact.predicate,
    value: fact.value,
    statement: fact.statement,
    quote: fact.quote,
    speaker: fact.speaker,
    promised_by: fact.promisedBy,
    confidence: fact.confidence,
    sensitive: fact.sensitive,
    pinned: fact.pinned ?? false,
    replaces: fact.replaces,
    valid_from: fact.validFrom,
    valid_to: fact.validTo,
    said_at: fact.saidAt,
  }));
}

/** Keeps what the operator tells of a caller; the same once more for the same conversation changes nothing. */
export async function keepToldFact(
  trx: Executor,
  workspaceId: number,
  of: { readonly callerId: string; readonly conversationId: string | null; readonly recordedAt: string },
  { predicate, value, statement }: Pick<LearnedFact, 'predicate' | 'value' | 'statement'>,
): Promise<void> {
  const { rows } = await trx.raw<{ rows: object[] }>(
    `SELECT FROM facts WHERE workspace_id = ? AND caller_id = ? AND conversation_id IS NOT DISTINCT FROM ?::uuid
       AND speaker = 'operator' AND predicate = ? AND value = ?`,
    [workspaceId, of.callerId, of.conversationId, predicate, value],
  );
  if (rows.length > 0) return;
  const told = {
    messageId: null,
    about: null,
    quote: null,
    promisedBy: null,
    replaces: null,
    validFrom: null,
    validTo: null,
  };
  const fact: LearnedFact = {
    ...{ ...told, predicate, value, statement, speaker: 'operator', confidence: 1, sensitive: false },
    saidAt: of.recordedAt,
  };
  await insertFacts(trx, workspaceId, of, [fact]);
}

/**
 * Deletes all sayings of a fact: what is extracted again from the same conversations does not bring it back.
 *
 * @returns how many there were
 */
export async function dismissFacts(trx: Executor, workspaceId: number, factIds: readonly string[]): Promise<number> {
  const { rows } = await trx.raw<{ rows: (SaidFact & OfConversation)[] }>(
    `DELETE FROM facts WHERE workspace_id = ? AND id = ANY(?::uuid[])
     RETURNING conversation_id AS "conversationId", about, predicate, value`,
    [workspaceId, [...factIds]],
  );
  await trx.raw(`DELETE FROM embeddings WHERE workspace_id = ? AND kind = 'fact' AND id = ANY(?::uuid[])`, [
    workspaceId,
    [...factIds],
  ]);
  await keepOut(trx, workspaceId, rows);
  return rows.length;
}

/** What a fact says, see `factHash`. */
type SaidFact = Pick<LearnedFact, 'about' | 'predicate' | 'value'>;

interface OfConversation {
  /** Null: an operator told it. */
  readonly conversationId: string | null;
}

/** Remembers, as hashes, what is not to be learned again from conversations. */
export async function keepOut(
  trx: Executor,
  workspaceId: number,
  facts: readonly (SaidFact & OfConversation)[],
): Promise<void> {
  const learned = facts.flatMap(({ conversationId, ...fact }) =>
    conversationId === null ? [] : [{ conversationId, hash: factHash(conversationId, fact).toString('hex') }],
  );
  if (learned.length === 0) return;
  await trx.raw(
    `INSERT INTO dismissed_facts (workspace_id, conversation_id, fact_hash)
     SELECT ?, f."conversationId", decode(f.hash, 'hex') FROM jsonb_to_recordset(?::jsonb) AS f("conversationId" uuid, hash text)
     ON CONFLICT DO NOTHING`,
    [workspaceId, JSON.stringify(learned)],
  );
}
