import { plainLine } from '../plain-text.js';
import type { Transcript, TranscriptMessage } from '../store/transcripts.js';

/** What a model is given of a conversation, in characters. */
export const TRANSCRIPT_CHARACTERS_MAX = 60_000;

const MESSAGE_CHARACTERS_MAX = 4000;
const TOOL_CHARACTERS_MAX = 1000;
/** What was wanted stands at the beginning, what came of it at the end. */
const SHARE_OF_THE_BEGINNING = 0.3;

const SPEAKERS: Readonly<Record<string, string>> = { user: 'Caller', assistant: 'Agent', tool: 'Tool' };

/**
 * A conversation as a text for a language model: one line for each message, with who said it. Text of a message cannot begin
 * a line of its own, so nobody speaks for somebody else. Of a long one the middle is left out, and that is said.
 */
export function transcriptText({ createdAt, messages, messagesLeftOut }: Transcript): string {
  const lines = messages.flatMap(linesOf);
  const beginning = takeWhileFitting(lines, TRANSCRIPT_CHARACTERS_MAX * SHARE_OF_THE_BEGINNING);
  const rest = lines.slice(beginning.length).reverse();
  const left = TRANSCRIPT_CHARACTERS_MAX - lengthOf(beginning);
  const end = takeWhileFitting(rest, left).reverse();
  const isWhole = messagesLeftOut === 0 && beginning.length + end.length === lines.length;
  return [
    `Conversation of ${createdAt}`,
    ...beginning,
    ...(isWhole ? [] : ['(A part of the conversation is left out here.)']),
    ...end,
  ].join('\n');
}

function linesOf({ role, text, toolCalls }: TranscriptMessage): readonly string[] {
  const speaker = SPEAKERS[role];
  // A system prompt is not part of what was said.
  if (speaker === undefined) return [];
  const max = speaker === 'Tool' ? TOOL_CHARACTERS_MAX : MESSAGE_CHARACTERS_MAX;
  const said = plainLine((text ?? '').slice(0, max));
  return [
    ...(said === '' ? [] : [`${speaker}: ${said}`]),
    ...(toolCalls ?? []).map((call) => `${speaker} calls a tool: ${plainLine(calledTool(call))}`),
  ];
}

function calledTool(call: unknown): string {
  const { function: called } = (call ?? {}) as { function?: { name?: unknown; arguments?: unknown } };
  const text =
    called === undefined ? JSON.stringify(call) : `${String(called?.name)} ${String(called?.arguments ?? '')}`;
  return text.slice(0, TOOL_CHARACTERS_MAX);
}

function takeWhileFitting(lines: readonly string[], charactersMax: number): string[] {
  let left = charactersMax;
  const end = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return end === -1 ? [...lines] : lines.slice(0, end);
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
