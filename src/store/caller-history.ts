import { ASKED_CALLER, isAnothers, ofDown } from './asked-caller.js';
import { isoTimeOfJson } from './column-values.js';
import type { Database } from './database.js';
import {
  COUNTED_MAX,
  type EndUserHistory,
  type HistoryRow,
  historyOf,
  NEWEST,
  SUMMARY_OF_NEWEST,
} from './end-user-history.js';

/** Whose history is asked for. */
export interface AskedCaller {
  /** The first one that somebody owns counts. */
  readonly identities: readonly { readonly kind: string; readonly value: string }[];
  /** The conversation that begins now, which is no history yet. */
  readonly excludeConversationId?: string | undefined;
}

const HISTORY = `
  SELECT one.*
  FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS asked(identities, "excludedId", n)
  CROSS JOIN LATERAL (
    ${ASKED_CALLER.replace('asked."callerId"', 'NULL::uuid')}
    SELECT
      (SELECT json_agg(json_build_object('kind', i.kind, 'value', i.value)) FROM ${ofDown('caller_identities')} i) AS identities,
      (SELECT json_agg(told ORDER BY told.at DESC, told.id DESC) FROM (
         SELECT newest.id, newest.last_message_at AS at, newest.channel, newest.conversations, summary.result AS summary
         FROM (
           SELECT c.id, c.last_message_at, c.metadata->>'telnyx_conversation_channel' AS channel, count(*) OVER () AS conversations
           FROM (
             SELECT k.conversation_id FROM ${ofDown('calls')} k
             WHERE k.conversation_id::text IS DISTINCT FROM asked."excludedId"
             ORDER BY k.started_at DESC LIMIT ${COUNTED_MAX}
           ) AS own
           JOIN conversations c ON c.workspace_id = $1 AND c.id = own.conversation_id
           ORDER BY c.last_message_at DESC, c.id DESC
           LIMIT ${NEWEST}
         ) AS newest
         ${SUMMARY_OF_NEWEST}
       ) AS told) AS newest
  ) AS one
  ORDER BY asked.n`;

interface CallerRow {
  readonly identities: AskedCaller['identities'] | null;
  /** Newest first. */
  readonly newest: readonly HistoryRow[] | null;
}

/**
 * Reads the histories of callers in one statement, in their order: of the conversations that are theirs, whatever the number. Who was
 * found by a number that is somebody else's, whom the operator has another id for, has none.
 */
export async function callerHistories(
  { run }: Pick<Database, 'run'>,
  workspaceId: number,
  callers: readonly AskedCaller[],
  { timeoutMs }: { readonly timeoutMs?: number | undefined } = {},
): Promise<readonly EndUserHistory[]> {
  const identities = callers.map((caller) => JSON.stringify(caller.identities));
  const excludedIds = callers.map(({ excludeConversationId }) => excludeConversationId ?? null);
  const bindings = [workspaceId, identities, excludedIds];
  const rows = (await run(HISTORY, bindings, timeoutMs === undefined ? {} : { timeoutMs })) as unknown as CallerRow[];
  return callers.map((asked, index) => {
    const { identities: own, newest } = rows[index] ?? {};
    return historyOf(isAnothers(own ?? [], asked.identities) ? [] : (newest ?? []).map(withIsoTime));
  });
}

function withIsoTime(row: HistoryRow): HistoryRow {
  return { ...row, at: isoTimeOfJson(row.at) };
}
