import type { Database } from './database.js';
import { SUMMARY_INSIGHT } from './summary-insight.js';

/** What is known of the conversations with an end user, when another one begins. */
export interface EndUserHistory {
  /** How many there are, counted to 1,000. */
  readonly conversations: number;
  /** When the last one had its last message; absent when there is none. */
  readonly lastMessageAt?: string;
  /** `telnyx_conversation_channel` of the last one, as it was stored. */
  readonly lastChannel?: string;
  /** What the Summary insight made of the last one that has a summary, among the newest few. */
  readonly lastSummary?: ConversationSummary;
  /** Ids of the newest few. */
  readonly newest?: readonly string[];
}

export interface ConversationSummary {
  readonly text: string;
  readonly conversationId: string;
  /** When that conversation had its last message. */
  readonly at: string;
}

/** So many are counted: enough to speak of, and a number that shares its index with a hundred thousand stays quick. */
export const COUNTED_MAX = 1000;

/** So many are looked at for a summary: those before them are no longer "the last time". */
export const NEWEST = 5;

/**
 * The summary of a conversation `newest`. Its own results stand behind an OFFSET: while the planner has not counted them, it would look
 * for the newest one among all summaries of the workspace.
 */
export const SUMMARY_OF_NEWEST = `
  LEFT JOIN LATERAL (
    SELECT result
    FROM (
      SELECT insight_id, result, created_at FROM insight_results WHERE workspace_id = $1 AND conversation_id = newest.id OFFSET 0
    ) AS own
    WHERE insight_id = '${SUMMARY_INSIGHT.id}'
    ORDER BY created_at DESC
    LIMIT 1
  ) AS summary ON true`;

/** Of each end user one scan of the index of `telnyx_end_user_target`, newest first. */
const HISTORY = `
  SELECT asked.n, newest.id, newest.last_message_at AS at, newest.channel, newest.conversations, summary.result AS summary
  FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS asked(target, "excludedId", n)
  CROSS JOIN LATERAL (
    SELECT *, count(*) OVER () AS conversations
    FROM (
      SELECT id, last_message_at, metadata->>'telnyx_conversation_channel' AS channel
      FROM conversations
      WHERE workspace_id = $1 AND metadata->>'telnyx_end_user_target' = asked.target
        AND id::text IS DISTINCT FROM asked."excludedId"
      ORDER BY last_message_at DESC, id DESC
      LIMIT ${COUNTED_MAX}
    ) AS counted
    ORDER BY last_message_at DESC, id DESC
    LIMIT ${NEWEST}
  ) AS newest
  ${SUMMARY_OF_NEWEST}
  ORDER BY asked.n, newest.last_message_at DESC, newest.id DESC`;

/** One of the newest conversations. */
export interface HistoryRow {
  readonly id: string;
  readonly at: string;
  readonly channel: string | null;
  readonly conversations: number;
  readonly summary: string | null;
}

/** Whose history is asked for. */
export interface AskedEndUser {
  /** The exact text that was stored. */
  readonly target: string;
  /** The conversation that begins now, which is no history yet. */
  readonly excludeConversationId?: string | undefined;
}

/** Reads the histories of end users, known by the exact texts that were stored, in one statement: in their order. */
export async function endUserHistories(
  { run }: Pick<Database, 'run'>,
  workspaceId: number,
  endUsers: readonly AskedEndUser[],
  { timeoutMs }: { readonly timeoutMs?: number | undefined } = {},
): Promise<readonly EndUserHistory[]> {
  const targets = endUsers.map(({ target }) => target);
  const excludedIds = endUsers.map(({ excludeConversationId }) => excludeConversationId ?? null);
  const bindings = [workspaceId, targets, excludedIds];
  const rows = (await run(
    HISTORY,
    bindings,
    timeoutMs === undefined ? {} : { timeoutMs },
  )) as unknown as (HistoryRow & { readonly n: number })[];
  const of = endUsers.map((): HistoryRow[] => []);
  // `n` is the place of its end user among those that were asked about, from 1.
  for (const row of rows) of[row.n - 1]?.push(row);
  return of.map(historyOf);
}

/** @param rows newest first */
export function historyOf(rows: readonly HistoryRow[]): EndUserHistory {
  const [last] = rows;
  if (last === undefined) return { conversations: 0 };
  const summarised = rows.find(({ summary }) => summary !== null && summary !== '');
  return {
    conversations: last.conversations,
    lastMessageAt: last.at,
    ...(last.channel === null ? {} : { lastChannel: last.channel }),
    ...(summarised === undefined
      ? {}
      : { lastSummary: { text: summarised.summary as string, conversationId: summarised.id, at: summarised.at } }),
    newest: rows.map(({ id }) => id),
  };
}
