import { type CheckedQuery, type Compiler, QueryError, type QueryReader } from '../../query/index.js';
import { listConversations } from '../../store/conversations.js';
import type { Database } from '../../store/database.js';
import { DatabaseTimeout, DatabaseUnavailable } from '../../store/database-error.js';
import { insightsOfConversations, type RememberedInsight } from '../../store/insights-of-conversations.js';
import { readInsightQuery } from './insight-query.js';
import { memoryText } from './memory-text.js';

/** What an assistant remembers when a conversation begins. */
export interface Memory {
  /** For a prompt: marked as data. Empty where there is nothing to tell. */
  readonly contextText: string;
  /** As List Conversations has them, in the query's order. */
  readonly conversations: readonly MemoryConversation[];
  /** In the order of their conversations. As they are: callers' words are in them. */
  readonly insights: readonly RememberedInsight[];
  /** Why there is none, or less than was asked for. */
  readonly detail?: string;
  /** For the log. */
  readonly error?: unknown;
}

export interface MemoryConversation {
  readonly id: string;
  readonly name?: string;
  /** ISO 8601, as `last_message_at`. */
  readonly created_at: string;
  readonly last_message_at: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface MemoryRequest {
  readonly workspaceId: number;
  /** As the webhook wrote it; absent: no memory is asked for. */
  readonly conversationQuery?: string | undefined;
  /** `insight_ids=…`; absent: every completed insight. */
  readonly insightQuery?: string | undefined;
  /** The one that begins. */
  readonly conversationId: string;
  readonly now: Date;
  /** For everything. */
  readonly timeoutMs: number;
}

export interface MemoryDependencies {
  readonly database: Pick<Database, 'run'>;
  readonly compiler: Compiler;
  readonly reader: QueryReader;
}

/** More conversations than that no prompt can hold, whatever the query's limit is. */
const MEMORY_CONVERSATIONS_MAX = 100;

const NO_MEMORY: Memory = { contextText: '', conversations: [], insights: [] };

/**
 * Asks the workspace's own store as `memory.conversation_query` says, without the conversation that begins, and takes the results of
 * the insights that `memory.insight_query` chooses. Never rejects: a query that cannot be read or does not end is no memory, and the
 * conversation begins without.
 */
export async function recallMemory(deps: MemoryDependencies, request: MemoryRequest): Promise<Memory> {
  const { conversationQuery, insightQuery, timeoutMs } = request;
  if (conversationQuery === undefined) return NO_MEMORY;
  const startMs = performance.now();
  try {
    const checked = withoutColumns(deps.reader.read(conversationQuery.trim().replace(/^\?/, '')));
    const conversations = await conversationsOf(deps, request, checked);
    const insightIds = insightQuery === undefined ? undefined : readInsightQuery(insightQuery);
    if (insightQuery !== undefined && insightIds === undefined) {
      const detail =
        'The insight_query cannot be read, so no insights are included: it has to be insight_ids=<id>,<id>.';
      return { ...NO_MEMORY, conversations, detail };
    }
    const insights = await insightsOfConversations(deps.database, request.workspaceId, {
      conversationIds: conversations.map(({ id }) => id),
      ...(insightIds === undefined ? {} : { insightIds }),
      timeoutMs: Math.max(1, timeoutMs - (performance.now() - startMs)),
    });
    return { contextText: contextOf(conversations, insights), conversations, insights };
  } catch (error) {
    return { ...NO_MEMORY, ...reasonOf(error, timeoutMs) };
  }
}

/** Memory has no columns: `select` would leave out what it is made of. */
function withoutColumns({ select: _, ...checked }: CheckedQuery): CheckedQuery {
  return { ...checked, limit: Math.min(checked.limit, MEMORY_CONVERSATIONS_MAX) };
}

async function conversationsOf(
  { compiler, database }: MemoryDependencies,
  { workspaceId, now, conversationId, timeoutMs }: MemoryRequest,
  checked: CheckedQuery,
): Promise<readonly MemoryConversation[]> {
  const compiled = compiler.compile(checked, { workspaceId, now, excludeConversationId: conversationId });
  const rows = await listConversations(database, compiled, { timeoutMs });
  return rows.map(({ name, ...row }) => ({ ...row, ...(name === null ? {} : { name }) }) as MemoryConversation);
}

function contextOf(conversations: readonly MemoryConversation[], insights: readonly RememberedInsight[]): string {
  const byId = new Map(conversations.map((conversation) => [conversation.id, conversation]));
  const items = insights.map(({ conversationId, insightName, result }) => {
    const { last_message_at: at = '', metadata = {} } = byId.get(conversationId) ?? {};
    const channel = metadata.telnyx_conversation_channel;
    return { at, channel: typeof channel === 'string' ? channel : undefined, insightName, result };
  });
  // Whatever the query's order is: what does not fit is the oldest. Those of one conversation stay as they are.
  return memoryText(items.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1)));
}

function reasonOf(error: unknown, timeoutMs: number): Pick<Memory, 'detail' | 'error'> {
  if (error instanceof QueryError) {
    const [problem] = error.problems;
    const hint = problem?.hint === undefined ? '' : ` ${problem.hint}`;
    return { detail: `No memory: the conversation_query cannot be used. ${error.message}${hint}` };
  }
  if (error instanceof DatabaseTimeout) {
    return { detail: `No memory: the conversation_query did not end within ${Math.round(timeoutMs)} ms.`, error };
  }
  if (error instanceof DatabaseUnavailable) return { detail: 'No memory: the database does not answer.', error };
  return { detail: 'No memory: something went wrong inside the server; its log has more.', error };
}
