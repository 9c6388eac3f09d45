import { type JobHandler, TryFailed } from '../../jobs/job-queue.js';
import type { EmbeddingModel } from '../../models/embedding-model.js';
import { ModelFailed } from '../../models/language-model.js';
import { callOfConversation } from '../../store/calls.js';
import { type ChangeFeed, memoryLearned } from '../../store/change-feed.js';
import type { Database } from '../../store/database.js';
import { keepVectors, removeOrphanedVectors, unembeddedTexts } from '../../store/embeddings.js';

export interface EmbedMemoryDependencies {
  readonly database: Database;
  readonly changes: Pick<ChangeFeed, 'publish'>;
  /** Absent: there are no vectors. */
  readonly embedding?: EmbeddingModel | undefined;
}

/** Of one question to the endpoint. */
const TEXTS_AT_ONCE = 64;
const EMBED_MS = 60_000;

/** Of a text: models take a few hundred words at least. */
const TEXT_CHARACTERS_MAX = 2_000;

/**
 * Asks for the vectors of what a conversation said and taught, some at a time; what has its vector is not asked for again. No transaction
 * waits for the endpoint.
 */
export function embedMemoryHandler({
  database,
  changes,
  embedding,
}: EmbedMemoryDependencies): JobHandler<'embed-memory'> {
  return async ({ conversationId }, { workspaceId, signal, outside }) => {
    if (embedding === undefined) return { vectors: 0 };
    const { knex } = database;
    await removeOrphanedVectors(knex, workspaceId, conversationId);
    let count = 0;
    for (;;) {
      signal.throwIfAborted();
      const texts = await unembeddedTexts(knex, workspaceId, conversationId, embedding.name, TEXTS_AT_ONCE);
      if (texts.length === 0) break;
      const asked = texts.map(({ text }) => text.slice(0, TEXT_CHARACTERS_MAX));
      const vectors = await outside(() => embed(embedding, asked, signal));
      const kept = texts.flatMap(({ kind, id }, index) => {
        const vector = vectors[index];
        return vector === undefined ? [] : [{ kind, id, vector }];
      });
      await keepVectors(knex, workspaceId, conversationId, embedding.name, kept);
      count += kept.length;
    }
    const call = await callOfConversation(knex, workspaceId, conversationId);
    if (count > 0 && call?.callerId != null) changes.publish(memoryLearned(workspaceId, call.callerId));
    return { vectors: count };
  };
}

async function embed(
  embedding: EmbeddingModel,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  try {
    return await embedding.embed(texts, { timeoutMs: EMBED_MS, signal });
  } catch (error) {
    signal.throwIfAborted();
    // Its message says what is wrong, without a word of the texts.
    if (error instanceof ModelFailed) throw new TryFailed(error.message);
    throw error;
  }
}
