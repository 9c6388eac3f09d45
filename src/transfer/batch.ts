import type { BulkRow } from '../store/bulk-load.js';

/** What is stored in one transaction: lines by conversation. */
export class Batch {
  readonly conversations = new Map<string, BatchConversation>();
  /** Lines that were put in. */
  lines = 0;
  /** Of what is stored of them, roughly. */
  bytes = 0;

  /** The conversation's part of the batch, made if it isn't there. */
  of(conversationId: string): BatchConversation {
    let conversation = this.conversations.get(conversationId);
    if (conversation === undefined) {
      conversation = { messages: new Map(), insights: new Map(), repeatedMessages: 0, repeatedInsights: 0 };
      this.conversations.set(conversationId, conversation);
    }
    return conversation;
  }
}

/** What a batch has of one conversation. */
export interface BatchConversation {
  /** Its own line; absent where only lines that belong to it are in the batch. */
  line?: BatchConversationLine;
  /** By id. */
  readonly messages: Map<string, BatchMessage>;
  /** By id. */
  readonly insights: Map<string, BatchInsight>;
  /** Lines with an id that another line of the batch had before. */
  repeatedMessages: number;
  repeatedInsights: number;
}

export interface BatchConversationLine {
  readonly lineNumber: number;
  /** Undefined: the line does not say. */
  readonly name: string | undefined;
  /** JSON text. Undefined: the line does not say. */
  readonly metadata: string | undefined;
  readonly assistantId: string | undefined;
  readonly createdAt: string;
  readonly lastMessageAt: string;
  /** Null: it goes on. Undefined: it ended with its last message. */
  readonly endedAt: string | null | undefined;
}

export interface BatchMessage {
  readonly lineNumber: number;
  readonly row: BulkRow;
  /** The time that counts for `last_message_at`: when it was sent, and no later than it arrived. */
  readonly countedAt: string;
}

export interface BatchInsight {
  readonly lineNumber: number;
  readonly row: BulkRow;
  readonly results: readonly BulkRow[];
}
