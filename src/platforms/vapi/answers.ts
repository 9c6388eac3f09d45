import { singleLine } from '../single-line.js';

/** What is said of a caller of whom nothing is known, as requirements have it word for word. */
export const NEW_CALLER = 'New caller — no prior context.';
/** What is said where there is no number and no other identity. */
export const WEB_CALLER = 'Web caller — no phone number yet.';

/** What is said where memory was not ready in time: it says nothing about who calls. */
export const NOT_READY = 'No notes about the caller are available right now.';
/** What a search says that found nothing. */
export const NOTHING_FOUND = 'Nothing about that is known of this caller.';
/** What is said of something that was taken down. */
export const REMEMBERED = 'Noted.';

/** The tools that Ringback answers, under the names that a setup gives them. */
export const VAPI_TOOLS = ['recall_caller', 'search_memory', 'remember'] as const;

export type VapiTool = (typeof VAPI_TOOLS)[number];

/** Results are spoken: longer ones make Vapi warn (`oversized-tool-response`), and the model slow. In UTF-16 units. */
export const RESULT_CHARACTERS_MAX = 4_000;

/** The answer to `tool-calls`: always with status 200, "any other status code is ignored completely". */
export interface ToolCallsAnswer {
  readonly results: { toolCallId: string; name: string; result: string }[];
}

/** One result for each call, in the calls' order. Each on one line: "line breaks cause parsing errors". */
export function toolCallsAnswer(
  results: readonly { readonly toolCallId: string; readonly name: string; readonly result: string }[],
): ToolCallsAnswer {
  return {
    results: results.map(({ toolCallId, name, result }) => ({
      toolCallId,
      name,
      result: singleLine(result, RESULT_CHARACTERS_MAX),
    })),
  };
}

/** What is answered to the call of a tool that Ringback does not have; the model can go on with it. */
export function unknownToolResult(name: string): string {
  const called = name === '' ? '' : ` ${JSON.stringify(singleLine(name, 64))}`;
  return `There is no tool${called} here; there are ${VAPI_TOOLS.join(', ')}. Go on without it.`;
}

/** The answer to `assistant-request`. Without an assistant the call would fail, so one that has none to name says so. */
export type AssistantRequestAnswer =
  | { assistantId: string; assistantOverrides: { variableValues: Record<string, string> } }
  | { error: string };

/** What a caller hears where no assistant is configured: Vapi speaks it and ends the call. */
const NO_ASSISTANT = 'Sorry, nobody can take this call at the moment. Please try again later.';

export function assistantRequestAnswer(
  assistantId: string | undefined,
  variables: Readonly<Record<string, string>>,
): AssistantRequestAnswer {
  if (assistantId === undefined) return { error: NO_ASSISTANT };
  return { assistantId, assistantOverrides: { variableValues: { ...variables } } };
}

/** The answer to `knowledge-base-request`: what the model gets beside the caller's turn. */
export interface KnowledgeBaseAnswer {
  readonly documents: { content: string; similarity: number; uuid?: string }[];
}

const DOCUMENT_CHARACTERS_MAX = 1_000;

/**
 * @param found best first; `score` of any measure above 0
 */
export function knowledgeBaseAnswer(
  found: readonly { readonly id?: string | undefined; readonly text: string; readonly score: number }[],
): KnowledgeBaseAnswer {
  return {
    documents: found.map(({ id, text, score }) => ({
      content: singleLine(text, DOCUMENT_CHARACTERS_MAX),
      // Vapi's similarity is between 0 and 1.
      similarity: Number.isFinite(score) ? Math.min(1, Math.max(0, score)) : 0,
      ...(id === undefined ? {} : { uuid: id }),
    })),
  };
}

/** The answer to what there is nothing to do about. */
export const IGNORED = { status: 'ignored' } as const;
