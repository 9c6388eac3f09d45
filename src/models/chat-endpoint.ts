import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenAI } from 'openai';
import { type EndpointFailure, endpointFailure } from './endpoint-failure.js';
import { ModelFailed } from './language-model.js';
import type { ModelSettings } from './model-settings.js';
import { openClient } from './open-client.js';
import type { ChatMessage } from './prompt-messages.js';
import { NO_COMPLETION, readCompletion, UnusableCompletion } from './read-completion.js';
import type { ResponseFormat } from './response-format.js';
import type { TimeLimit } from './time-limit.js';

/** The request as it was put is refused: in another form, it may be taken. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly failure: ModelFailed;

  constructor(failure: ModelFailed) {
    super(failure.message);
    this.failure = failure;
  }
}

export interface ChatEndpoint {
  /**
   * The text of one chat completion.
   *
   * @throws RequestRefused; ModelFailed for everything else, after retries of what may pass
   */
  ask(messages: readonly ChatMessage[], format: ResponseFormat, limit: TimeLimit): Promise<string>;
}

const TRIES_MAX = 4;
const WAIT_MS_MAX = 8000;

/**
 * Asks an OpenAI-compatible endpoint, through OpenAI's own package. Its retries are not used: they sleep through an abort, and know
 * no time limit over all of them.
 *
 * @param firstWaitMs before the second try; doubled before each further one
 * @param answerBytesMax of one HTTP answer, whatever it holds
 */
export function createChatEndpoint(settings: ModelSettings, firstWaitMs: number, answerBytesMax: number): ChatEndpoint {
  let client: Promise<OpenAI> | undefined;
  const complete = async (messages: readonly ChatMessage[], format: ResponseFormat, signal: AbortSignal) => {
    client ??= openClient(settings, answerBytesMax);
    const { chat } = await client;
    const completion: unknown = await chat.completions.create(
      {
        model: settings.model,
        messages: [...messages],
        ...(format.type === 'text' ? {} : { response_format: format }),
      },
      { signal },
    );
    return readCompletion(completion);
  };
  return {
    async ask(messages, format, limit) {
      for (let tries = 1; ; tries++) {
        limit.signal.throwIfAborted();
        let failure: EndpointFailure;
        try {
          return await complete(messages, format, limit.signal);
        } catch (error) {
          limit.signal.throwIfAborted();
          if (error instanceof ModelFailed) throw error;
          failure = failureOf(error);
        }
        if (failure.isRefused) throw new RequestRefused(failure.error);
        if (!failure.isRetried || tries === TRIES_MAX) throw failure.error;
        const waitMs = failure.waitMs ?? backOffMs(firstWaitMs, tries);
        // Waiting in vain would only hide the reason behind "no answer in time".
        if (waitMs >= limit.leftMs()) throw failure.error;
        await sleep(waitMs, undefined, { signal: limit.signal }).catch(() => limit.signal.throwIfAborted());
      }
    },
  };
}

function failureOf(error: unknown): EndpointFailure {
  // What is called JSON, and is none.
  const unusable = error instanceof SyntaxError ? new UnusableCompletion(NO_COMPLETION) : error;
  if (!(unusable instanceof UnusableCompletion)) return endpointFailure(error, 'LLM');
  return { error: new ModelFailed(unusable.message, { isTemporary: true }), isRetried: true, isRefused: false };
}

/** Doubled each time, and less by up to a quarter, so that those who were turned away together do not come back together. */
function backOffMs(firstWaitMs: number, tries: number): number {
  return Math.min(firstWaitMs * 2 ** (tries - 1), WAIT_MS_MAX) * (1 - Math.random() / 4);
}
