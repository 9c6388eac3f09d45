import { isObject } from '../payload-fields.js';

/** What a webhook answered to `assistant.initialization`, as far as it can be used. */
export interface ReceivedAnswer {
  readonly dynamicVariables: Readonly<Record<string, Scalar>>;
  readonly conversationQuery?: string;
  readonly insightQuery?: string;
  /** Any JSON values: what can be stored is the store's to say. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

export type Scalar = string | number | boolean;

export interface AnswerReading {
  /** Undefined: nothing of it can be used, as if there had been no answer. */
  readonly answer: ReceivedAnswer | undefined;
  /** What is wrong with it, in sentences; without a value of it. Empty: nothing. */
  readonly problems: readonly string[];
}

const SECTIONS = ['dynamic_variables', 'memory', 'conversation', 'encrypted_dynamic_variables'] as const;

const PROBLEMS_MAX = 5;
const VARIABLES_MAX = 500;
const NAME_CHARACTERS_MAX = 128;

/**
 * Reads an answer as strictly as Telnyx does: variables must be wrapped in `dynamic_variables` ("a flat object will be ignored"), and
 * what has another type than documented is dropped, part by part. All sections may be absent, and keys that nobody knows may be there.
 *
 * Source: Telnyx's OpenAPI file (`dynamic_variables_webhook_url`); developers.telnyx.com, AI Assistants, Dynamic Variables and Memory.
 */
export function readInitializationAnswer(body: Uint8Array): AnswerReading {
  const value = jsonOf(body);
  if (value === undefined) return { answer: undefined, problems: ['The answer is no JSON.'] };
  if (!isObject(value)) return { answer: undefined, problems: ['The answer is no JSON object.'] };
  const known = SECTIONS.filter((section) => Object.hasOwn(value, section));
  if (known.length === 0 && Object.keys(value).length > 0) {
    return {
      answer: undefined,
      problems: ['The answer is flat: variables have to be members of "dynamic_variables".'],
    };
  }
  const problems = new Problems();
  const dynamicVariables = readVariables(value.dynamic_variables, problems);
  const memory = readSection(value.memory, 'memory', problems);
  const conversation = readSection(value.conversation, 'conversation', problems);
  const conversationQuery = readQuery(memory, 'conversation_query', problems);
  const insightQuery = readQuery(memory, 'insight_query', problems);
  const metadata = readSection(conversation.metadata, 'conversation.metadata', problems);
  const isEmpty =
    Object.keys(dynamicVariables).length === 0 &&
    Object.keys(metadata).length === 0 &&
    conversationQuery === undefined &&
    insightQuery === undefined;
  if (isEmpty && problems.texts.length > 0) return { answer: undefined, problems: problems.texts };
  return {
    answer: {
      dynamicVariables,
      ...(conversationQuery === undefined ? {} : { conversationQuery }),
      ...(insightQuery === undefined ? {} : { insightQuery }),
      metadata,
    },
    problems: problems.texts,
  };
}

/** The first few: the others are of the same kind. */
class Problems {
  readonly #texts: string[] = [];
  #more = 0;

  add(text: string): void {
    if (this.#texts.length < PROBLEMS_MAX) this.#texts.push(text);
    else this.#more += 1;
  }

  get texts(): readonly string[] {
    return this.#more === 0 ? this.#texts : [...this.#texts, `And ${this.#more} more of the kind.`];
  }
}

function readVariables(value: unknown, problems: Problems): Readonly<Record<string, Scalar>> {
  const kept: [string, Scalar][] = [];
  for (const [name, variable] of Object.entries(readSection(value, 'dynamic_variables', problems))) {
    if (name === '' || name.length > NAME_CHARACTERS_MAX) {
      problems.add(`A variable's name has ${name.length} characters: it is ignored.`);
    } else if (!isScalar(variable)) {
      problems.add(
        `"dynamic_variables.${name}" is ${kindOf(variable)}, not a string, a number or a boolean: it is ignored.`,
      );
    } else if (kept.length === VARIABLES_MAX) {
      problems.add(`There are more than ${VARIABLES_MAX} variables: "${name}" is ignored.`);
    } else {
      kept.push([name, variable]);
    }
  }
  // Not by assignment: a key `__proto__` would be no key.
  return Object.fromEntries(kept);
}

function readSection(value: unknown, name: string, problems: Problems): Readonly<Record<string, unknown>> {
  if (value === undefined) return {};
  if (isObject(value)) return value;
  problems.add(`"${name}" is ${kindOf(value)}, not an object: it is ignored.`);
  return {};
}

function readQuery(memory: Readonly<Record<string, unknown>>, name: string, problems: Problems): string | undefined {
  const value = memory[name];
  if (value === undefined || typeof value === 'string') return value;
  problems.add(`"memory.${name}" is ${kindOf(value)}, not a string: it is ignored.`);
  return undefined;
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    return undefined;
  }
}

/** A number that JSON cannot write (1e999) is none. */
function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'no number that JSON can hold';
  return `a ${typeof value}`;
}
