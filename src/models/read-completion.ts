import { ModelFailed } from './language-model.js';

/** Nothing that could be used came back; the same request may well be answered the next time. */
export class UnusableCompletion extends Error {
  override readonly name = 'UnusableCompletion';
}

export const NO_COMPLETION =
  'The model endpoint answers with something else than chat completions: check LLM_BASE_URL.';

/**
 * The text of a chat completion, without what a reasoning model thought aloud before it (`<think>`).
 *
 * @param completion the endpoint's answer, whatever it is
 * @throws UnusableCompletion for what is no completion, or an empty one; ModelFailed for a refusal, or an answer that was cut off
 */
export function readCompletion(completion: unknown): string {
  const choice = (completion as { choices?: readonly unknown[] } | null)?.choices?.[0] as Choice | null | undefined;
  if (typeof choice?.message !== 'object' || choice.message === null) {
    throw new UnusableCompletion(NO_COMPLETION);
  }
  const { content, refusal } = choice.message;
  if (typeof refusal === 'string' && refusal !== '') throw final('The model refused to answer.');
  if (choice.finish_reason === 'content_filter')
    throw final('A content filter of the model endpoint held the answer back.');
  if (choice.finish_reason === 'length') throw final('The answer of the model was cut off at its limit of tokens.');
  const text = typeof content === 'string' ? content.replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim() : '';
  if (text === '') throw new UnusableCompletion('The model gave an empty answer.');
  return text;
}

interface Choice {
  readonly finish_reason?: unknown;
  readonly message?: { readonly content?: unknown; readonly refusal?: unknown } | null;
}

function final(message: string): ModelFailed {
  return new ModelFailed(message, { isTemporary: false });
}
