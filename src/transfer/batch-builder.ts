import { type BulkRow, bulkRow } from '../store/bulk-load.js';
import type { BulkValue } from '../store/copy-text.js';
import type { Database } from '../store/database.js';
import { Batch } from './batch.js';
import { checkLine } from './check-line.js';
import type { LineIds } from './line-ids.js';
import type { CheckedConversation, CheckedConversationInsight, CheckedMessage } from './transfer-line.js';
import { TransferProblem } from './transfer-problem.js';

/** Of a row beside its values. */
const ROW_BYTES = 64;

export interface BatchBuilderOptions {
  readonly kind: Database['kind'];
  readonly workspaceId: number;
  readonly ids: LineIds;
  /** The time of what says none. ISO 8601. */
  readonly now: string;
  /** Of two lines about one conversation the later one holds; otherwise the first one. */
  readonly lastLineHolds: boolean;
}

/** Checks lines and puts them into a batch, as rows that are ready to be sent. */
export class BatchBuilder {
  readonly #options: BatchBuilderOptions;
  #batch = new Batch();
  /** What a line without `conversation_id` belongs to. */
  #conversationId: string | undefined;

  constructor(options: BatchBuilderOptions) {
    this.#options = options;
  }

  get batch(): Batch {
    return this.#batch;
  }

  /** The batch so far; the next line begins a new one. */
  take(): Batch {
    const batch = this.#batch;
    this.#batch = new Batch();
    return batch;
  }

  /** @throws TransferProblem, with the batch as it was */
  add(value: unknown, lineNumber: number): void {
    const line = checkLine(value, lineNumber);
    if (line.type === 'message') this.#addMessage(line, lineNumber);
    else if (line.type === 'conversation') this.#addConversation(line, lineNumber);
    else if (line.type === 'conversation_insight') this.#addInsight(line, lineNumber);
    this.#batch.lines += 1;
  }

  #addConversation(line: CheckedConversation, lineNumber: number): void {
    const { now, ids, lastLineHolds } = this.#options;
    const id = line.id ?? ids.idOf('', line);
    const conversation = this.#batch.of(id);
    this.#conversationId = id;
    if (conversation.line !== undefined && !lastLineHolds) return;
    const assistantId = line.metadata?.assistant_id;
    const createdAt = line.created_at ?? line.last_message_at ?? now;
    const lastMessageAt = line.last_message_at ?? createdAt;
    conversation.line = {
      lineNumber,
      name: line.name ?? undefined,
      metadata: jsonText(line.metadata) ?? undefined,
      assistantId: typeof assistantId === 'string' ? assistantId : undefined,
      createdAt,
      lastMessageAt: earliest(lastMessageAt, now),
      endedAt: line.ended_at,
    };
    this.#batch.bytes += ROW_BYTES + (conversation.line.metadata?.length ?? 0);
  }

  #addMessage(line: CheckedMessage, lineNumber: number): void {
    const { now, ids } = this.#options;
    const conversationId = this.#owner(line.conversation_id, lineNumber);
    const id = line.id ?? ids.idOf(conversationId, line);
    const sentAt = line.sent_at ?? line.created_at ?? now;
    const createdAt = line.created_at ?? earliest(sentAt, now);
    const row = this.#row([
      ...[conversationId, id, line.role, textOf(line), line.name ?? null, sentAt, createdAt],
      ...[jsonText(line.tool_calls), line.tool_call_id ?? null, jsonText(line.tool_choice), jsonText(line.metadata)],
    ]);
    const conversation = this.#batch.of(conversationId);
    if (conversation.messages.has(id)) conversation.repeatedMessages += 1;
    else conversation.messages.set(id, { lineNumber, row, countedAt: earliest(earliest(sentAt, createdAt), now) });
  }

  #addInsight(line: CheckedConversationInsight, lineNumber: number): void {
    const { now, ids } = this.#options;
    const conversationId = this.#owner(line.conversation_id, lineNumber);
    const id = line.id ?? ids.idOf(conversationId, line);
    const createdAt = line.created_at ?? line.updated_at ?? now;
    const insightIds = new Set<string>();
    for (const { insight_id } of line.results ?? []) {
      if (insightIds.has(insight_id)) {
        const detail = '"results" has the same "insight_id" twice: an insight has one result in a run.';
        throw new TransferProblem(lineNumber, 'results', detail);
      }
      insightIds.add(insight_id);
    }
    const conversation = this.#batch.of(conversationId);
    if (conversation.insights.has(id)) {
      conversation.repeatedInsights += 1;
      return;
    }
    const row = this.#row([
      ...[conversationId, id, line.insight_group_id ?? null, line.status, line.reason ?? null],
      ...[createdAt, line.updated_at ?? createdAt],
    ]);
    const results = (line.results ?? []).map(({ insight_id, result, result_json, created_at }, ordinal) =>
      this.#row([conversationId, id, insight_id, ordinal, result, jsonText(result_json), created_at ?? createdAt]),
    );
    conversation.insights.set(id, { lineNumber, row, results });
  }

  #owner(conversationId: string | null | undefined, lineNumber: number): string {
    const owner = conversationId ?? this.#conversationId;
    if (owner !== undefined) return owner;
    const detail = '"conversation_id" is missing, and no conversation stands before the line.';
    throw new TransferProblem(lineNumber, 'conversation_id', detail);
  }

  #row(values: readonly BulkValue[]): BulkRow {
    const { kind, workspaceId } = this.#options;
    const row = bulkRow(kind, workspaceId, values);
    this.#batch.bytes += ROW_BYTES + (typeof row === 'string' ? row.length : lengthOf(values));
    return row;
  }
}

/** As the API has it: a message without a text that calls tools has none, any other one an empty one. */
function textOf({ text, tool_calls: toolCalls }: CheckedMessage): string | null {
  if (text !== undefined) return text;
  return toolCalls !== undefined && toolCalls !== null && toolCalls.length > 0 ? null : '';
}

/** JSON null has no meaning in these columns of its own. */
function jsonText(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}

/** ISO texts of the same form sort as their times do. */
function earliest(left: string, right: string): string {
  return left < right ? left : right;
}

function lengthOf(values: readonly BulkValue[]): number {
  return values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
}
