import { randomBytes } from 'node:crypto';
import { type ChatEndpoint, createChatEndpoint, RequestRefused } from './chat-endpoint.js';
import { type JsonSchema, type LanguageModel, ModelFailed, type ModelPrompt } from './language-model.js';
import type { ModelSettings } from './model-settings.js';
import { type ChatMessage, cutMiddle, promptMessages } from './prompt-messages.js';
import { readJsonAnswer } from './read-json-answer.js';
import { type ResponseFormat, responseFormatsFor } from './response-format.js';
import { compileSchema, type SchemaCheck } from './schema-check.js';
import { startTimeLimit, type TimeLimit } from './time-limit.js';

export interface ModelLimits {
  /** Of a prompt's input: a longer one loses its middle. */
  readonly inputCharactersMax?: number;
  /** Of one HTTP answer of the endpoint. */
  readonly answerBytesMax?: number;
  /** Before the second of four tries; doubled before each further one. */
  readonly firstWaitMs?: number;
}

const INPUT_CHARACTERS_MAX = 120_000;
const ANSWER_BYTES_MAX = 2_000_000;
const FIRST_WAIT_MS = 500;

/** Schemas that are kept ready, each with the way of asking for it that this endpoint takes. */
const SCHEMAS_MAX = 100;

/** What a model is shown of its own faulty answer. */
const SHOWN_ANSWER_CHARACTERS_MAX = 20_000;

/** A language model behind an OpenAI-compatible chat completions API: OpenAI, Azure, vLLM, Ollama, LiteLLM and others. */
export function createLanguageModel(settings: ModelSettings, limits: ModelLimits = {}): LanguageModel {
  const { inputCharactersMax = INPUT_CHARACTERS_MAX, answerBytesMax = ANSWER_BYTES_MAX } = limits;
  const endpoint = createChatEndpoint(settings, limits.firstWaitMs ?? FIRST_WAIT_MS, answerBytesMax);
  const asks = new Map<string, JsonAsk>();
  const messagesOf = (prompt: ModelPrompt) =>
    promptMessages(prompt, randomBytes(8).toString('hex'), inputCharactersMax);
  return {
    name: settings.model,
    complete: (prompt) =>
      withLimit(prompt, (limit) => refusedIsFailed(endpoint.ask(messagesOf(prompt), { type: 'text' }, limit))),
    completeJson: (prompt, schema) =>
      withLimit(prompt, async (limit) => {
        const ask = await askFor(schema, asks, endpoint);
        return ask.answer(messagesOf(prompt), limit);
      }),
  };
}

async function withLimit<Result>(prompt: ModelPrompt, work: (limit: TimeLimit) => Promise<Result>): Promise<Result> {
  const limit = startTimeLimit(prompt.timeoutMs, prompt.signal);
  try {
    return await work(limit);
  } finally {
    limit.end();
  }
}

/** Asks for JSON that one schema allows. */
class JsonAsk {
  readonly #endpoint: ChatEndpoint;
  readonly #check: SchemaCheck;
  readonly #schemaText: string;
  readonly #formats: readonly ResponseFormat[];
  /**
   * Of the formats, the first that the endpoint took for this schema. Endpoints refuse `json_schema` altogether or for a keyword of one
   * schema, and do not say which: so one schema's refusal is not held against the others.
   */
  #taken = 0;

  constructor(endpoint: ChatEndpoint, check: SchemaCheck, schemaText: string) {
    this.#endpoint = endpoint;
    this.#check = check;
    this.#schemaText = schemaText;
    this.#formats = responseFormatsFor(JSON.parse(schemaText) as JsonSchema);
  }

  async answer(messages: readonly ChatMessage[], limit: TimeLimit): Promise<unknown> {
    const first = await this.#ask(messages, limit);
    const read = this.#read(first);
    if ('value' in read) return read.value;
    const shownAnswer = cutMiddle(first, SHOWN_ANSWER_CHARACTERS_MAX);
    const repaired = await this.#ask(
      [
        ...messages,
        { role: 'assistant', content: shownAnswer },
        { role: 'user', content: `${read.problems.join('\n')}\n${this.#wish(true)}` },
      ],
      limit,
    );
    const second = this.#read(repaired);
    if ('value' in second) return second.value;
    const message = 'The answer of the model is not what the JSON schema allows, and its second try is not either.';
    throw new ModelFailed(message, { isTemporary: true });
  }

  /** In the best format that the endpoint takes; when it refuses all of them, the format was not the reason. */
  async #ask(messages: readonly ChatMessage[], limit: TimeLimit): Promise<string> {
    for (let index = this.#taken; ; index++) {
      const format = this.#formats[index] ?? { type: 'text' };
      try {
        const answer = await this.#endpoint.ask(this.#withWish(messages, format), format, limit);
        this.#taken = index;
        return answer;
      } catch (error) {
        if (!(error instanceof RequestRefused)) throw error;
        if (index >= this.#formats.length - 1) throw error.failure;
      }
    }
  }

  #withWish(messages: readonly ChatMessage[], format: ResponseFormat): readonly ChatMessage[] {
    const [system, ...others] = messages;
    const content = `${system?.content ?? ''}\n\n${this.#wish(format.type !== 'json_schema')}`;
    return [{ role: 'system', content }, ...others];
  }

  #wish(withSchema: boolean): string {
    const wish = 'Answer with one JSON value and nothing else';
    return withSchema ? `${wish}. It must be valid against this JSON schema:\n${this.#schemaText}` : `${wish}.`;
  }

  #read(answer: string): { readonly value: unknown } | { readonly problems: readonly string[] } {
    const json = readJsonAnswer(answer);
    if (json === undefined) return { problems: ['That answer is not JSON.'] };
    const problems = this.#check.problems(json.value);
    return problems.length === 0
      ? json
      : { problems: ['That answer is not valid against the JSON schema:', ...problems] };
  }
}

/** The one that is kept for the schema, or a new one in place of the one that was not used for the longest time. */
async function askFor(schema: JsonSchema, asks: Map<string, JsonAsk>, endpoint: ChatEndpoint): Promise<JsonAsk> {
  const text = JSON.stringify(schema);
  const ask = asks.get(text) ?? new JsonAsk(endpoint, await compileSchema(text), text);
  asks.delete(text);
  asks.set(text, ask);
  for (const oldest of asks.keys()) {
    if (asks.size <= SCHEMAS_MAX) break;
    asks.delete(oldest);
  }
  return ask;
}

/** Where there is no other form to put the request in. */
async function refusedIsFailed(answer: Promise<string>): Promise<string> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof RequestRefused ? error.failure : error;
  }
}
