import { type CheckedQuery, type Compiler, check, parse, type Query } from '../query/index.js';
import { listConversations } from '../store/conversations.js';
import type { Database } from '../store/database.js';
import {
  conversationsAfter,
  conversationsById,
  type ExportedConversation,
  type ExportedInsight,
  type ExportedMessage,
  insightsOf,
  messagesOf,
} from '../store/export-pages.js';
import { NIL_UUID } from '../uuid.js';
import type { TransferLine } from './transfer-line.js';

export interface ExportOptions {
  /** Only the conversations that its filters find; what it says of order and number does not count. */
  readonly query?: Query;
  readonly compiler: Compiler;
  readonly now: Date;
}

const CONVERSATIONS_AT_ONCE = 200;
const MESSAGES_AT_ONCE = 1000;

/**
 * What a workspace has, as lines: each conversation, by its id, with its messages, oldest first, and its finished insights.
 *
 * Read in pages, as fast as the lines are taken, without a transaction around it all: what changes meanwhile may be in or not, and
 * a message that arrives may be in with the conversation's line from before it.
 */
export async function* exportConversations(
  database: Database,
  workspaceId: number,
  options: ExportOptions,
): AsyncGenerator<TransferLine, void, undefined> {
  yield { type: 'ringback_export', version: 1 };
  for await (const page of pagesOf(database, workspaceId, options)) {
    for (const group of groupsOf(page)) yield* linesOf(database, workspaceId, group);
  }
}

/** The lines of conversations that are named, by their ids. */
export async function* exportConversationsOf(
  database: Database,
  workspaceId: number,
  ids: readonly string[],
): AsyncGenerator<TransferLine, void, undefined> {
  const ordered = ids.toSorted();
  for (let start = 0; start < ordered.length; start += CONVERSATIONS_AT_ONCE) {
    const page = await conversationsById(database, workspaceId, ordered.slice(start, start + CONVERSATIONS_AT_ONCE));
    for (const group of groupsOf(page)) yield* linesOf(database, workspaceId, group);
  }
}

async function* pagesOf(
  database: Database,
  workspaceId: number,
  options: ExportOptions,
): AsyncGenerator<readonly ExportedConversation[], void, undefined> {
  let after: string = NIL_UUID;
  for (;;) {
    const { query } = options;
    let page: readonly ExportedConversation[];
    let isLast: boolean;
    if (query === undefined) {
      page = await conversationsAfter(database, workspaceId, after, CONVERSATIONS_AT_ONCE);
      isLast = page.length < CONVERSATIONS_AT_ONCE;
      after = page.at(-1)?.id ?? after;
    } else {
      const compiled = options.compiler.compile(pageQuery(query, after), { workspaceId, now: options.now });
      const ids = (await listConversations(database, compiled)).map(({ id }) => id as string);
      page = await conversationsById(database, workspaceId, ids);
      isLast = ids.length < CONVERSATIONS_AT_ONCE;
      after = ids.at(-1) ?? after;
    }
    yield page;
    if (isLast) return;
  }
}

/** The query's filters, of the conversations after one, by id. */
function pageQuery(query: Query, after: string): CheckedQuery {
  const page = parse(`id=gt.${after}&order=id.asc&limit=${CONVERSATIONS_AT_ONCE}&select=id`);
  return check({ ...page, where: [...query.where, ...page.where] });
}

/** Conversations whose messages are read together: few of them, or one. */
function* groupsOf(page: readonly ExportedConversation[]): Generator<readonly ExportedConversation[]> {
  let group: ExportedConversation[] = [];
  let messages = 0;
  for (const conversation of page) {
    if (group.length > 0 && messages + conversation.messageCount > MESSAGES_AT_ONCE) {
      yield group;
      group = [];
      messages = 0;
    }
    group.push(conversation);
    messages += conversation.messageCount;
  }
  if (group.length > 0) yield group;
}

async function* linesOf(
  database: Database,
  workspaceId: number,
  group: readonly ExportedConversation[],
): AsyncGenerator<TransferLine, void, undefined> {
  const ids = group.map(({ id }) => id);
  const insights = await insightsOf(database, workspaceId, ids);
  const messages = messagesOf(database, workspaceId, ids);
  let next = await messages.next();
  for (const conversation of group) {
    yield conversationLine(conversation);
    while (!next.done && next.value.conversationId === conversation.id) {
      yield messageLine(next.value);
      next = await messages.next();
    }
    for (const insight of insights) if (insight.conversationId === conversation.id) yield insightLine(insight);
  }
}

function conversationLine(conversation: ExportedConversation): TransferLine {
  const { id, name, metadata, createdAt, lastMessageAt, endedAt } = conversation;
  return {
    type: 'conversation',
    id,
    ...present('name', name),
    metadata,
    created_at: createdAt,
    last_message_at: lastMessageAt,
    ended_at: endedAt,
  };
}

function messageLine(message: ExportedMessage): TransferLine {
  return {
    type: 'message',
    conversation_id: message.conversationId,
    id: message.id,
    role: message.role as 'user',
    text: message.text,
    ...present('name', message.name),
    sent_at: message.sentAt,
    created_at: message.createdAt,
    ...present('tool_calls', message.toolCalls as Record<string, unknown>[] | null),
    ...present('tool_call_id', message.toolCallId),
    ...present('tool_choice', message.toolChoice as string | null),
    ...present('metadata', message.metadata),
  };
}

function insightLine(insight: ExportedInsight): TransferLine {
  return {
    type: 'conversation_insight',
    conversation_id: insight.conversationId,
    id: insight.id,
    ...present('insight_group_id', insight.insightGroupId),
    status: insight.status,
    ...present('reason', insight.reason),
    created_at: insight.createdAt,
    updated_at: insight.updatedAt,
    results: insight.results.map(({ insightId, result, resultJson, createdAt }) => ({
      insight_id: insightId,
      result,
      ...present('result_json', resultJson),
      created_at: createdAt,
    })),
  };
}

function present<Name extends string, Value>(name: Name, value: Value | null | undefined): { [key in Name]?: Value } {
  return value === null || value === undefined ? {} : ({ [name]: value } as { [key in Name]: Value });
}
