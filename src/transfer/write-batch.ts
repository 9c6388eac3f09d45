import type { Knex } from 'knex';
import { allowLongStatements } from '../store/allow-long-statements.js';
import { type BulkRow, bulkRow, loadRows } from '../store/bulk-load.js';
import type { Database } from '../store/database.js';
import {
  assistantsWithoutRetention,
  type ConversationChange,
  changeConversations,
  countLoadedMessages,
  findConversationInsights,
  findMessages,
  type LoadedMessages,
  lockConversations,
} from '../store/locked-conversations.js';
import { erasedAmong } from '../store/tombstones.js';
import type { Batch, BatchConversation, BatchConversationLine } from './batch.js';
import { type LoadCounts, NO_COUNTS } from './load-counts.js';
import { type OnProblem, TransferProblem } from './transfer-problem.js';

export interface WriteOptions {
  readonly kind: Database['kind'];
  /** Whether a conversation that is there gets the values of its line. */
  readonly update: boolean;
  /** Whether conversations that are new or get messages go on, whatever their lines say; but those that come with insights. */
  readonly leaveOpen: boolean;
  readonly onProblem: OnProblem;
  /** Whether the end of a conversation that is there moves along with its last message. */
  readonly movesEnd: (conversationId: string) => boolean;
}

export interface WrittenBatch {
  readonly counts: LoadCounts;
  /**
   * Conversations that are new, or got messages; with `leaveOpen` those of the lines, too, that have not ended: an import that was
   * interrupted may have left them so.
   */
  readonly touched: readonly TouchedConversation[];
}

export interface TouchedConversation {
  readonly id: string;
  /** When it ended, by its line or its last message. ISO 8601. */
  readonly endedAt: string;
  /** `leaveOpen` was asked for, and it goes on. */
  readonly isOpen: boolean;
}

/** A batch is small; what takes longer waits for others. */
const STATEMENT_MS = 60_000;

/**
 * Stores a batch, in the transaction of the caller. What is there already stays as it is; what is new of a conversation that is
 * there is added to it and counted.
 */
export async function writeBatch(
  trx: Knex.Transaction,
  workspaceId: number,
  batch: Batch,
  { kind, update, leaveOpen, onProblem, movesEnd }: WriteOptions,
): Promise<WrittenBatch> {
  if (kind === 'server') await allowLongStatements(trx, STATEMENT_MS);
  const ids = [...batch.conversations.keys()].sort();
  const erased = await erasedAmong(trx, workspaceId, 'conversation', ids);
  const found = await lockConversations(trx, workspaceId, ids);
  const there = new Map(found.map((conversation) => [conversation.id, conversation]));
  const counts: { -readonly [name in keyof LoadCounts]: LoadCounts[name] } = { ...NO_COUNTS, lines: batch.lines };

  const parts: Part[] = [];
  for (const id of ids) {
    const conversation = batch.conversations.get(id) as BatchConversation;
    const locked = there.get(id);
    const isThere = locked !== undefined;
    if (!isThere && erased.has(id)) {
      counts.erased += linesOf(conversation) + (conversation.line === undefined ? 0 : 1);
      continue;
    }
    if (!isThere && conversation.line === undefined) {
      const skipped = refuseLines(conversation, onProblem);
      counts.skipped += skipped;
      counts.lines -= skipped;
      continue;
    }
    const { line } = conversation;
    const takesLine = !isThere || (update && line?.metadata !== undefined);
    const assistantId = takesLine ? line?.assistantId : (locked?.assistantId ?? undefined);
    parts.push({ id, isThere, conversation, assistantId });
  }

  const withholding = await withholdingAssistants(trx, workspaceId, parts);
  const withheld = parts.filter(({ assistantId }) => assistantId !== undefined && withholding.has(assistantId));
  for (const { conversation } of withheld) counts.withheld += linesOf(conversation);
  const kept = withheld.length === 0 ? parts : parts.filter((part) => !withheld.includes(part));
  const messagesThere = await askFor(trx, workspaceId, findMessages, kept, ({ messages }) => messages);
  const insightsThere = await askFor(trx, workspaceId, findConversationInsights, kept, ({ insights }) => insights);

  const conversations: BulkRow[] = [];
  const changes: ConversationChange[] = [];
  const messages: BulkRow[] = [];
  const loaded: LoadedMessages[] = [];
  const insights: BulkRow[] = [];
  const results: BulkRow[] = [];
  const touched: TouchedConversation[] = [];
  const isWithheld = new Set(withheld);
  for (const part of parts) {
    const { id, isThere, conversation } = part;
    const { line } = conversation;
    let count = 0;
    let lastMessageAt = '';
    if (!isWithheld.has(part)) {
      for (const [messageId, { row, countedAt }] of conversation.messages) {
        if (isThere && messagesThere.has(`${id}/${messageId}`)) continue;
        messages.push(row);
        count += 1;
        if (countedAt > lastMessageAt) lastMessageAt = countedAt;
      }
      counts.messagesAdded += count;
      counts.messagesKept += conversation.messages.size - count + conversation.repeatedMessages;
      for (const [insightId, insight] of conversation.insights) {
        if (isThere && insightsThere.has(`${id}/${insightId}`)) continue;
        insights.push(insight.row);
        results.push(...insight.results);
        counts.insightsAdded += 1;
        counts.insightsKept -= 1;
      }
      counts.insightsKept += conversation.insights.size + conversation.repeatedInsights;
    }
    const isOpen = leaveOpen && conversation.insights.size === 0;
    if (isThere) {
      if (count > 0) loaded.push({ conversationId: id, count, lastMessageAt, movesEnd: movesEnd(id), reopens: isOpen });
      if (line !== undefined) counts.conversationsKept += 1;
      if (line !== undefined && update) changes.push(changeOf(id, line));
    } else {
      const row = conversationRow(id, line as BatchConversationLine, count, lastMessageAt, isOpen);
      conversations.push(bulkRow(kind, workspaceId, row));
    }
    const locked = there.get(id);
    const wasLeftOpen = isOpen && line !== undefined && locked?.isOpen === true;
    if (!isThere || count > 0 || wasLeftOpen) {
      const lastAt =
        count > 0 ? lastMessageAt : (locked?.lastMessageAt ?? (line as BatchConversationLine).lastMessageAt);
      touched.push({ id, endedAt: line?.endedAt ?? lastAt, isOpen });
    }
  }

  await loadRows(trx, workspaceId, kind, 'conversations', conversations);
  const updated = await changeConversations(trx, workspaceId, changes);
  await loadRows(trx, workspaceId, kind, 'messages', messages);
  await countLoadedMessages(trx, workspaceId, loaded);
  await loadRows(trx, workspaceId, kind, 'conversation_insights', insights);
  await loadRows(trx, workspaceId, kind, 'insight_results', results);
  counts.conversationsAdded = conversations.length;
  counts.conversationsUpdated = updated;
  counts.conversationsKept -= updated;
  return { counts, touched };
}

/** A conversation's part of a batch, once it is known what is there. */
interface Part {
  readonly id: string;
  readonly isThere: boolean;
  readonly conversation: BatchConversation;
  /** Whose privacy settings hold. */
  readonly assistantId: string | undefined;
}

function linesOf({ messages, insights, repeatedMessages, repeatedInsights }: BatchConversation): number {
  return messages.size + insights.size + repeatedMessages + repeatedInsights;
}

/** Lines of a conversation that is neither there nor in the file before them. @returns how many */
function refuseLines(conversation: BatchConversation, onProblem: OnProblem): number {
  const detail = 'There is no such conversation: its line has to stand before those that belong to it.';
  for (const { lineNumber } of [...conversation.messages.values(), ...conversation.insights.values()]) {
    onProblem(new TransferProblem(lineNumber, 'conversation_id', detail));
  }
  return linesOf(conversation);
}

async function withholdingAssistants(
  trx: Knex.Transaction,
  workspaceId: number,
  parts: readonly Part[],
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const { assistantId } of parts) if (assistantId !== undefined) ids.add(assistantId);
  return assistantsWithoutRetention(trx, workspaceId, [...ids]);
}

/** Which lines of conversations that are there are there themselves. */
function askFor(
  trx: Knex.Transaction,
  workspaceId: number,
  find: typeof findMessages,
  parts: readonly Part[],
  linesIn: (conversation: BatchConversation) => ReadonlyMap<string, unknown>,
): Promise<ReadonlySet<string>> {
  const conversationIds: string[] = [];
  const ids: string[] = [];
  for (const { id, isThere, conversation } of parts) {
    if (!isThere) continue;
    for (const lineId of linesIn(conversation).keys()) {
      conversationIds.push(id);
      ids.push(lineId);
    }
  }
  return find(trx, workspaceId, conversationIds, ids);
}

function changeOf(id: string, { name, metadata, endedAt }: BatchConversationLine): ConversationChange {
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}

/** In the order of the table's columns in `bulk-load.ts`. */
function conversationRow(
  id: string,
  line: BatchConversationLine,
  count: number,
  lastOfMessages: string,
  isOpen: boolean,
): (string | number | null)[] {
  const lastMessageAt = count > 0 ? lastOfMessages : line.lastMessageAt;
  const endedAt = isOpen ? null : line.endedAt === undefined ? lastMessageAt : line.endedAt;
  return [id, line.name ?? null, line.metadata ?? '{}', line.createdAt, lastMessageAt, count, endedAt];
}
