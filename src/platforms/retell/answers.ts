import { storableText } from '../storable-copy.js';

/** Retell cuts what a custom function answers to so many characters: what is cut is no JSON any more. */
const ANSWER_CHARACTERS_MAX = 15_000;

/** The answer to `search_memory`. Beside the text there are fields for `response_variables`, texts and flags. */
export interface SearchMemoryAnswer {
  readonly contextText: string;
  readonly known_caller: boolean;
  readonly caller_name: string;
  readonly memory_user_id: string;
  /** Found, best first. */
  readonly results: readonly { readonly text: string; readonly kind: string; readonly at: string }[];
}

/** What is answered where nothing was found, or nothing could be asked. */
export const NOTHING_FOUND: SearchMemoryAnswer = {
  contextText: '',
  known_caller: false,
  caller_name: '',
  memory_user_id: '',
  results: [],
};

/** The answer to `record_turn`. */
export const RECORDED = { status: 'ok' } as const;

/**
 * The answer within Retell's limit: first results are left out, from the last one on, then the text is cut. The JSON counts, with what
 * it escapes.
 */
export function searchMemoryAnswer(answer: SearchMemoryAnswer): SearchMemoryAnswer {
  let fitting: SearchMemoryAnswer = {
    ...answer,
    contextText: storableText(answer.contextText.slice(0, ANSWER_CHARACTERS_MAX)),
  };
  while (lengthOf(fitting) >= ANSWER_CHARACTERS_MAX && fitting.results.length > 0) {
    fitting = { ...fitting, results: fitting.results.slice(0, -1) };
  }
  while (lengthOf(fitting) >= ANSWER_CHARACTERS_MAX && fitting.contextText !== '') {
    const tooMany = lengthOf(fitting) - ANSWER_CHARACTERS_MAX + 1;
    const kept = Math.max(0, fitting.contextText.length - Math.max(1, Math.ceil(tooMany / 6)));
    fitting = { ...fitting, contextText: fitting.contextText.slice(0, kept).replace(/[\uD800-\uDBFF]$/, '') };
  }
  return fitting;
}

function lengthOf(answer: SearchMemoryAnswer): number {
  return JSON.stringify(answer).length;
}
