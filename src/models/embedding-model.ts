import type { OpenAI } from 'openai';
import { endpointFailure } from './endpoint-failure.js';
import { ModelFailed } from './language-model.js';
import type { ModelSettings } from './model-settings.js';
import { openClient } from './open-client.js';
import { startTimeLimit } from './time-limit.js';

/** A model that gives texts a place by their meaning, behind an OpenAI-compatible API. */
export interface EmbeddingModel {
  /** What it is called: vectors of different models cannot be compared. */
  readonly name: string;
  /**
   * The vectors of texts, in their order, each of length 1. Asked once: who needs it tries again.
   *
   * @throws ModelFailed when they are not there in time, or are none
   */
  embed(texts: readonly string[], options: EmbeddingOptions): Promise<readonly Float32Array[]>;
}

export interface EmbeddingOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** A thousand vectors of three thousand numbers each, as JSON. */
const ANSWER_BYTES_MAX = 64_000_000;

/** @param settings of `EMBEDDING_*` */
export function createEmbeddingModel(settings: ModelSettings): EmbeddingModel {
  const { model } = settings;
  let client: Promise<OpenAI> | undefined;
  return {
    name: model,
    async embed(texts, { timeoutMs, signal }) {
      if (texts.length === 0) return [];
      const limit = startTimeLimit(timeoutMs, signal);
      try {
        client ??= openClient(settings, ANSWER_BYTES_MAX);
        const { embeddings } = await client;
        const input = [...texts];
        const answer: unknown = await embeddings.create(
          { model, input, encoding_format: 'float' },
          { signal: limit.signal },
        );
        return readVectors(answer, texts.length);
      } catch (error) {
        limit.signal.throwIfAborted();
        if (error instanceof ModelFailed) throw error;
        throw endpointFailure(error, 'EMBEDDING').error;
      } finally {
        limit.end();
      }
    },
  };
}

/** What an endpoint calls its answer is not believed. */
function readVectors(answer: unknown, count: number): readonly Float32Array[] {
  const { data } = (answer ?? {}) as { readonly data?: unknown };
  const vectors: Float32Array[] = [];
  for (const [place, one] of (Array.isArray(data) ? data : []).entries()) {
    const { index = place, embedding } = (one ?? {}) as { readonly index?: unknown; readonly embedding?: unknown };
    const vector = unit(embedding);
    if (typeof index === 'number' && vector !== undefined) vectors[index] = vector;
  }
  const length = vectors[0]?.length;
  const isWhole =
    vectors.length === count &&
    Array.from({ length: count }, (_, index) => vectors[index]?.length).every((one) => one === length);
  if (!isWhole)
    throw new ModelFailed('The answer of the embedding endpoint is no list of vectors.', { isTemporary: false });
  return vectors;
}

/** At length 1; undefined for what points nowhere. */
function unit(embedding: unknown): Float32Array | undefined {
  if (!Array.isArray(embedding) || embedding.length === 0 || !embedding.every(Number.isFinite)) return undefined;
  const vector = Float32Array.from(embedding as number[]);
  const length = Math.sqrt(vector.reduce((sum, number) => sum + number * number, 0));
  return length > 0 && Number.isFinite(length) ? vector.map((number) => number / length) : undefined;
}
