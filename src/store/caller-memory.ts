import { ASKED_CALLER, isAnothers, ofDown } from './asked-caller.js';
import { isoTimeOfJson } from './column-values.js';
import type { Database } from './database.js';

/** One saying of a fact. Times are ISO 8601. */
export interface StoredFact {
  readonly id: string;
  /** Of the caller that it was learned of, who may have been merged into another one since. */
  readonly callerId: string;
  /** null: told by the operator, in no conversation. */
  readonly conversationId: string | null;
  readonly messageId: string | null;
  /** Whom it is about where that is not the caller. */
  readonly about: string | null;
  readonly predicate: string;
  readonly value: string;
  readonly statement: string;
  readonly quote: string | null;
  readonly speaker: 'caller' | 'agent' | 'operator';
  readonly promisedBy: 'caller' | 'agent' | null;
  readonly confidence: number;
  readonly sensitive: boolean;
  readonly pinned: boolean;
  /** The value, or its beginning, that it takes the place of. */
  readonly replaces: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** When it was said. */
  readonly saidAt: string;
  /** When we learned it. */
  readonly recordedAt: string;
  readonly editedAt: string | null;
  readonly recallCount: number;
  readonly recalledAt: string | null;
  /** The assistant or agent of the call. */
  readonly agentId: string | null;
}

/** A call in short. */
export interface StoredEpisode {
  readonly id: string;
  readonly callerId: string;
  readonly conversationId: string;
  readonly summary: string;
  readonly outcome: string;
  readonly openItems: readonly string[];
  /** When the call began. */
  readonly at: string;
  readonly agentId: string | null;
}

/** What reflection saw in many calls. */
export interface StoredPattern {
  readonly id: string;
  readonly key: string;
  readonly statement: string;
  /** Ids of facts and conversations. */
  readonly evidence: readonly string[];
  readonly confidence: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** Something that was said in one of a caller's conversations. */
export interface StoredTurn {
  readonly id: string;
  readonly conversationId: string;
  readonly role: string;
  readonly text: string;
  readonly name: string | null;
  readonly sentAt: string;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly agentId: string | null;
}

/** Everything that recall and search know of a caller. */
export interface StoredCallerMemory {
  /** The caller that counts. */
  readonly callerId: string;
  /** With those that were merged into it. */
  readonly callerIds: readonly string[];
  readonly identities: readonly { readonly kind: string; readonly value: string }[];
  /** Whether the workspace's assistants and agents share what they hear. */
  readonly scope: 'workspace' | 'agent';
  readonly facts: readonly StoredFact[];
  /** Newest first. */
  readonly episodes: readonly StoredEpisode[];
  readonly patterns: readonly StoredPattern[];
  /** Of the newest conversations; in their order. */
  readonly turns: readonly StoredTurn[];
}

/** Who is asked about. */
export type CallerReference =
  | { readonly callerId: string }
  | { readonly identities: readonly { readonly kind: string; readonly value: string }[] };

/** So much is read of a caller at most: what is older than that is no longer searched. */
const CALLER_MEMORY_LIMITS = { facts: 5_000, episodes: 500, turns: 20_000, turnCharacters: 2_000 } as const;

/** Of a `StoredFact`, from `facts f` and its call `k`. */
export const FACT_COLUMNS = `f.id, f.caller_id AS "callerId", f.conversation_id AS "conversationId", f.message_id AS "messageId", f.about,
         f.predicate, f.value, f.statement, f.quote, f.speaker, f.promised_by AS "promisedBy", f.confidence, f.sensitive,
         f.pinned, f.replaces, f.valid_from AS "validFrom", f.valid_to AS "validTo", f.said_at AS "saidAt",
         f.recorded_at AS "recordedAt", f.edited_at AS "editedAt", f.recall_count AS "recallCount",
         f.recalled_at AS "recalledAt", k.agent_id AS "agentId"`;

const OF_ONE = `${ASKED_CALLER}  SELECT
    (SELECT id FROM root) AS "callerId",
    (SELECT json_agg(id) FROM down) AS "callerIds",
    (SELECT settings->>'memory_scope' FROM workspaces WHERE id = $1) AS scope,
    (SELECT json_agg(json_build_object('kind', i.kind, 'value', i.value) ORDER BY i.created_at, i.kind, i.value)
     FROM ${ofDown('caller_identities')} i) AS identities,
    (SELECT json_agg(f) FROM (
       SELECT ${FACT_COLUMNS}
       FROM ${ofDown('facts')} f LEFT JOIN calls k ON k.workspace_id = f.workspace_id AND k.conversation_id = f.conversation_id
       ORDER BY f.said_at DESC, f.id LIMIT ${CALLER_MEMORY_LIMITS.facts}
     ) f) AS facts,
    (SELECT json_agg(e) FROM (
       SELECT e.id, e.caller_id AS "callerId", e.conversation_id AS "conversationId", e.summary, e.outcome,
         e.open_items AS "openItems", e.at, k.agent_id AS "agentId"
       FROM ${ofDown('episodes')} e LEFT JOIN calls k ON k.workspace_id = e.workspace_id AND k.conversation_id = e.conversation_id
       ORDER BY e.at DESC, e.id LIMIT ${CALLER_MEMORY_LIMITS.episodes}
     ) e) AS episodes,
    (SELECT json_agg(p) FROM (
       SELECT p.id, p.key, p.statement, p.evidence, p.confidence, p.first_at AS "firstAt", p.last_at AS "lastAt"
       FROM ${ofDown('patterns')} p ORDER BY p.key, p.id
     ) p) AS patterns`;

/** A row of each of those who are asked about, also of one who is not there. The planner counts what is in an array, and not what is in JSON. */
const READ = `
  SELECT one.*
  FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS asked("callerId", identities, n)
  CROSS JOIN LATERAL (${OF_ONE}) AS one
  ORDER BY asked.n`;

const READ_TURNS = `
  SELECT t.id, t.conversation_id AS "conversationId", t.role, t.text, t.name, t.sent_at AS "sentAt", t.metadata, t.agent_id AS "agentId"
  FROM (
    SELECT m.id, m.conversation_id, m.role, left(m.text, ${CALLER_MEMORY_LIMITS.turnCharacters}) AS text, m.name, m.sent_at,
      m.ordinal, m.metadata, k.agent_id
    FROM (
      SELECT conversation_id, agent_id, started_at FROM calls
      WHERE workspace_id = $1 AND caller_id = ANY($2::uuid[])
      ORDER BY started_at DESC LIMIT ${CALLER_MEMORY_LIMITS.episodes}
    ) k
    JOIN messages m ON m.workspace_id = $1 AND m.conversation_id = k.conversation_id
    WHERE m.role IN ('user', 'assistant') AND m.text IS NOT NULL AND m.text <> ''
    ORDER BY m.sent_at DESC, m.ordinal DESC LIMIT ${CALLER_MEMORY_LIMITS.turns}
  ) t
  ORDER BY t.sent_at, t.ordinal`;

interface MemoryRow {
  readonly callerId: string | null;
  readonly callerIds: readonly string[] | null;
  readonly scope: string | null;
  readonly identities: StoredCallerMemory['identities'] | null;
  readonly facts: readonly StoredFact[] | null;
  readonly episodes: readonly StoredEpisode[] | null;
  readonly patterns: readonly StoredPattern[] | null;
}

/** What is known of a caller, without the turns: one statement, for the start of a call. */
export type StoredCallerFacts = Omit<StoredCallerMemory, 'turns'>;

/**
 * Reads what is known of a caller but for what was said word by word.
 *
 * @param timeoutMs after so long it rejects with DatabaseTimeout
 * @returns undefined when the workspace has no such caller
 */
export async function readCallerFacts(
  database: Pick<Database, 'run'>,
  workspaceId: number,
  reference: CallerReference,
  options: { readonly timeoutMs?: number } = {},
): Promise<StoredCallerFacts | undefined> {
  const [stored] = await readFactsOfCallers(database, workspaceId, [reference], options);
  return stored;
}

/** The same of several callers in one statement: in their order. */
export async function readFactsOfCallers(
  { run }: Pick<Database, 'run'>,
  workspaceId: number,
  references: readonly CallerReference[],
  { timeoutMs }: { readonly timeoutMs?: number } = {},
): Promise<readonly (StoredCallerFacts | undefined)[]> {
  const callerIds = references.map((reference) => ('callerId' in reference ? reference.callerId : null));
  const identities = references.map((reference) =>
    JSON.stringify('identities' in reference ? reference.identities : []),
  );
  const bindings = [workspaceId, callerIds, identities];
  const rows = (await run(READ, bindings, timeoutMs === undefined ? {} : { timeoutMs })) as unknown as MemoryRow[];
  return references.map((reference, index) => callerFactsOf(rows[index], reference));
}

function callerFactsOf(row: MemoryRow | undefined, reference: CallerReference): StoredCallerFacts | undefined {
  if (row === undefined || row.callerId === null) return undefined;
  if ('identities' in reference && isAnothers(row.identities ?? [], reference.identities)) return undefined;
  return {
    callerId: row.callerId,
    callerIds: row.callerIds ?? [row.callerId],
    identities: row.identities ?? [],
    scope: row.scope === 'agent' ? 'agent' : 'workspace',
    facts: (row.facts ?? []).map(callerFact),
    episodes: (row.episodes ?? []).map((episode) => ({ ...episode, at: isoTimeOfJson(episode.at) })),
    patterns: (row.patterns ?? []).map((pattern) => ({
      ...pattern,
      firstAt: isoTimeOfJson(pattern.firstAt),
      lastAt: isoTimeOfJson(pattern.lastAt),
    })),
  };
}

/** What was said in the newest conversations of a caller, oldest first. */
export async function readCallerTurns(
  { run }: Pick<Database, 'run'>,
  workspaceId: number,
  callerIds: readonly string[],
  { timeoutMs }: { readonly timeoutMs?: number } = {},
): Promise<readonly StoredTurn[]> {
  const rows = await run(READ_TURNS, [workspaceId, [...callerIds]], timeoutMs === undefined ? {} : { timeoutMs });
  return rows as unknown as StoredTurn[];
}

/** A fact that came as JSON, which has its times otherwise. */
export function callerFact(fact: StoredFact): StoredFact {
  return {
    ...fact,
    validFrom: isoOrNull(fact.validFrom),
    validTo: isoOrNull(fact.validTo),
    saidAt: isoTimeOfJson(fact.saidAt),
    recordedAt: isoTimeOfJson(fact.recordedAt),
    editedAt: isoOrNull(fact.editedAt),
    recalledAt: isoOrNull(fact.recalledAt),
  };
}

function isoOrNull(text: string | null): string | null {
  return text === null ? null : isoTimeOfJson(text);
}
