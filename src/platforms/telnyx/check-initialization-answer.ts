import { check, parse, QueryError } from '../../query/index.js';
import { isObject } from '../payload-fields.js';

/** Something of an answer that Telnyx would ignore, or render as nobody meant it. */
export interface AnswerProblem {
  /** `dynamic_variables.tier`; empty: the answer as a whole. */
  readonly part: string;
  /** A sentence, without a value of the answer. */
  readonly detail: string;
}

/** All of the documented sections are optional; `error` and `message` stand beside them in Telnyx's own samples. */
const SECTIONS: ReadonlySet<string> = new Set([
  'dynamic_variables',
  'memory',
  'conversation',
  'encrypted_dynamic_variables',
  'error',
  'message',
]);

const INSIGHT_IDS = /^insight_ids=[\w-]+(?:,[\w-]+)*$/;

/**
 * What is wrong with an answer to `assistant.initialization`, for whoever writes the webhook: stricter than Telnyx, which ignores what
 * it cannot use. Empty: nothing.
 *
 * Source: developers.telnyx.com, AI Assistants, Dynamic Variables and Memory; Telnyx's OpenAPI file (`dynamic_variables_webhook_url`).
 *
 * @param answer any JSON value
 */
export function checkInitializationAnswer(answer: unknown): readonly AnswerProblem[] {
  if (!isObject(answer)) return [{ part: '', detail: `The answer is ${kindOf(answer)}; it has to be an object.` }];
  const names = Object.keys(answer);
  if (names.length > 0 && !names.some((name) => SECTIONS.has(name))) {
    return [{ part: '', detail: 'The answer is flat: Telnyx ignores variables outside "dynamic_variables".' }];
  }
  return [
    ...names.filter((name) => !SECTIONS.has(name)).map(unknownSection),
    ...variableProblems(answer.dynamic_variables),
    ...memoryProblems(answer.memory),
    ...conversationProblems(answer.conversation),
    ...encryptedProblems(answer.encrypted_dynamic_variables),
  ];
}

function unknownSection(part: string): AnswerProblem {
  return { part, detail: 'Telnyx knows no such section: a variable belongs into "dynamic_variables".' };
}

function variableProblems(value: unknown): readonly AnswerProblem[] {
  return members(value, 'dynamic_variables', (name, variable) => {
    const part = `dynamic_variables.${name}`;
    if (typeof variable !== 'string')
      return { part, detail: `It is ${kindOf(variable)}; variables have to be strings.` };
    if (name.startsWith('telnyx_')) return { part, detail: 'Names that begin with "telnyx_" are reserved.' };
    return undefined;
  });
}

function memoryProblems(value: unknown): readonly AnswerProblem[] {
  const missing =
    isObject(value) && !('conversation_query' in value)
      ? [{ part: 'memory', detail: 'Without a "conversation_query" nothing is remembered.' }]
      : [];
  const found = members(value, 'memory', (name, text) => {
    const part = `memory.${name}`;
    if (name !== 'conversation_query' && name !== 'insight_query') {
      return { part, detail: 'It has to be "conversation_query" or "insight_query".' };
    }
    if (typeof text !== 'string') return { part, detail: `It is ${kindOf(text)}; it has to be a string.` };
    const detail = name === 'conversation_query' ? queryProblem(text) : insightProblem(text);
    return detail === undefined ? undefined : { part, detail };
  });
  return [...missing, ...found];
}

function queryProblem(text: string): string | undefined {
  if (text === '') return 'It is empty.';
  if (text.startsWith('?')) return 'It begins with "?", which belongs to an address and not to the query.';
  try {
    check(parse(text), text);
    return undefined;
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const [problem] = error.problems;
    return problem === undefined ? 'It cannot be read.' : `${problem.code} ${problem.message}`;
  }
}

function insightProblem(text: string): string | undefined {
  return INSIGHT_IDS.test(text) ? undefined : 'It has to be "insight_ids=" and ids with commas between them.';
}

function conversationProblems(value: unknown): readonly AnswerProblem[] {
  return members(value, 'conversation', (name, section) => {
    const part = `conversation.${name}`;
    if (name !== 'metadata') return { part, detail: 'Telnyx documents "metadata" only.' };
    return isObject(section) ? undefined : { part, detail: `It is ${kindOf(section)}; it has to be an object.` };
  });
}

function encryptedProblems(value: unknown): readonly AnswerProblem[] {
  return members(value, 'encrypted_dynamic_variables', (name, variable) =>
    typeof variable === 'string'
      ? undefined
      : { part: `encrypted_dynamic_variables.${name}`, detail: `It is ${kindOf(variable)}; it has to be a string.` },
  );
}

function members(
  value: unknown,
  part: string,
  problemOf: (name: string, value: unknown) => AnswerProblem | undefined,
): readonly AnswerProblem[] {
  if (value === undefined) return [];
  if (!isObject(value)) return [{ part, detail: `It is ${kindOf(value)}; it has to be an object.` }];
  return Object.entries(value).flatMap(([name, member]) => problemOf(name, member) ?? []);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
