/** A language model behind an OpenAI-compatible API. */
export interface LanguageModel {
  /** What it is called, for records and logs. */
  readonly name: string;
  /**
   * One answer.
   *
   * @throws ModelFailed when there is none in time, after retries, or none that the schema allows
   */
  complete(prompt: ModelPrompt): Promise<string>;
  /** The answer as a JSON value that `schema` allows. */
  completeJson(prompt: ModelPrompt, schema: JsonSchema): Promise<unknown>;
}

export interface ModelPrompt {
  readonly instructions: string;
  /** What the instructions are about: data, never instructions. */
  readonly input: string;
  /** For everything, retries included. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** As it was given; draft 2020-12 or what providers take of it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One sentence, without a word of the prompt or the answer. */
export class ModelFailed extends Error {
  override readonly name = 'ModelFailed';
  /** Whether another try could end otherwise. */
  readonly isTemporary: boolean;
  /** Absent: the model, or what is in front of it, answered. */
  readonly end: UnansweredEnd | undefined;

  constructor(message: string, options: ModelFailedOptions) {
    super(message, { cause: options.cause });
    this.isTemporary = options.isTemporary;
    this.end = options.end;
  }
}

/** How a request ended that got no answer: its time was over, or whoever asked did not want one any more. */
export type UnansweredEnd = 'out-of-time' | 'given-up';

export interface ModelFailedOptions {
  readonly isTemporary: boolean;
  readonly end?: UnansweredEnd;
  readonly cause?: unknown;
}
