import { type LanguageModel, ModelFailed } from '../../models/language-model.js';
import type { Extractor } from './extraction.js';
import { createModelExtractor } from './model-extractor.js';

export interface ExtractorOptions {
  /** Absent: the built-in extractor reads every call. */
  readonly model?: LanguageModel | undefined;
  readonly builtIn: Extractor;
  /** For the model's answer, retries included. */
  readonly timeoutMs: number;
  readonly log: { warn(fields: object, message: string): void };
}

/**
 * The extractor of a server: the model's where one is configured, and the built-in one whenever that fails or takes too long, so that
 * every call teaches something. Only the end of `signal` ends it without an answer.
 */
export function createExtractor({ model, builtIn, timeoutMs, log }: ExtractorOptions): Extractor {
  if (!model) return builtIn;
  const byModel = createModelExtractor(model, { timeoutMs });
  return {
    async extract(call, signal) {
      if (call.turns.every(({ text }) => text.trim() === '')) return builtIn.extract(call, signal);
      try {
        return await byModel.extract(call, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
      } catch (error) {
        signal.throwIfAborted();
        const reason = error instanceof ModelFailed ? error.message : 'The model could not be asked in time.';
        log.warn({ model: model.name, reason }, 'the model read no call, the built-in extractor did');
        return builtIn.extract(call, signal);
      }
    },
  };
}
