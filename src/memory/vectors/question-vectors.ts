import type { EmbeddingModel } from '../../models/embedding-model.js';
import { inTime } from '../recall/in-time.js';

/** The vectors of questions: asked of the endpoint while there is time, and remembered for a while. */
export interface QuestionVectors {
  /** Never rejects: undefined when it is not there in time. */
  of(question: string, remainingMs: number): Promise<Float32Array | undefined>;
}

const REMEMBERED_MAX = 1_000;
/** Longer questions are cut. */
const CHARACTERS_MAX = 2_000;
/** So long the endpoint may go on: the same question may come again. */
const ASK_MS = 2_000;
const UNDER_WAY_MAX = 32;
/** An endpoint that failed is left alone for so long: searches need not wait for it in vain. */
const REST_MS = 5_000;

export function createQuestionVectors(embedding: EmbeddingModel, report: (error: unknown) => void): QuestionVectors {
  // In the order of use: the first one was not used for longest.
  const remembered = new Map<string, Float32Array>();
  const underWay = new Map<string, Promise<Float32Array | undefined>>();
  let restUntilMs = 0;

  async function ask(question: string): Promise<Float32Array | undefined> {
    try {
      const [vector] = await embedding.embed([question], { timeoutMs: ASK_MS });
      if (vector !== undefined) remember(question, vector);
      return vector;
    } catch (error) {
      restUntilMs = performance.now() + REST_MS;
      report(error);
      return undefined;
    } finally {
      underWay.delete(question);
    }
  }

  function remember(question: string, vector: Float32Array): void {
    remembered.delete(question);
    const [oldest] = remembered.keys();
    if (remembered.size >= REMEMBERED_MAX && oldest !== undefined) remembered.delete(oldest);
    remembered.set(question, vector);
  }

  return {
    async of(text, remainingMs) {
      const question = text.trim().slice(0, CHARACTERS_MAX);
      const known = remembered.get(question);
      if (known !== undefined) remember(question, known);
      if (known !== undefined || question === '' || remainingMs <= 0) return known;
      let asked = underWay.get(question);
      if (asked === undefined) {
        if (underWay.size >= UNDER_WAY_MAX || performance.now() < restUntilMs) return undefined;
        asked = ask(question);
        underWay.set(question, asked);
      }
      const outcome = await inTime(asked, remainingMs);
      return outcome.status === 'ready' ? outcome.value : undefined;
    },
  };
}
