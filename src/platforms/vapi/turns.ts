import type { ReportedTurn } from '../call-report.js';
import { idOf, isoTimeOf, listOf, objectOf, type Payload, textOf, timeMsOf } from '../payload-fields.js';
import { SPEAKER_LABELS, transcriptTurns } from '../transcript-lines.js';

/** A turn, and whose voice it is where several were told apart on the caller's side. */
interface HeardTurn extends ReportedTurn {
  readonly speakerLabel: string | undefined;
}

/** As Vapi writes them (`bot`), and as its documentation and OpenAI do. Tools, prompts and our own recalls are not what was said. */
const ROLES: ReadonlyMap<unknown, ReportedTurn['role']> = new Map<string, ReportedTurn['role']>([
  ['user', 'user'],
  ['bot', 'assistant'],
  ['assistant', 'assistant'],
]);

/**
 * What was said in a call, from the first of these that has anything: `artifact.messages`, `messages`, the same as OpenAI has them, the
 * transcript in one text. After a transfer went through, what is heard on the caller's side is nobody's we know.
 */
export function readVapiTurns(message: Payload): readonly ReportedTurn[] {
  const artifact = objectOf(message.artifact);
  const startedAt = timeMsOf(message.startedAt) ?? timeMsOf(objectOf(message.call).startedAt);
  const lists = [
    artifact.messages,
    message.messages,
    artifact.messagesOpenAIFormatted,
    message.messagesOpenAIFormatted,
  ].map((list) => listOf(list).map(objectOf));
  for (const list of lists) {
    const turns = turnsOfList(list, isTransferred(message), startedAt);
    if (turns.length > 0) return turns;
  }
  const transcript = textOf(artifact.transcript) ?? textOf(message.transcript) ?? '';
  return transcriptTurns(transcript, labelsOf(message));
}

function turnsOfList(
  list: readonly Payload[],
  transferred: boolean,
  startedAt: number | undefined,
): readonly ReportedTurn[] {
  const transferAt = transferred ? list.findLastIndex(isTransferCall) : -1;
  const heard = list.flatMap((entry, index): HeardTurn[] => {
    const role = ROLES.get(entry.role);
    const text = textOf(entry.message) ?? contentOf(entry.content);
    if (role === undefined || text.trim() === '') return [];
    const isAfter = role === 'user' && transferAt >= 0 && index > transferAt;
    const at = isoTimeOf(entry.time) ?? momentOf(startedAt, entry.secondsFromStart);
    const turn = { role, text: text.trim(), speakerLabel: role === 'user' ? idOf(entry.speakerLabel) : undefined };
    return [{ ...turn, ...(at === undefined ? {} : { at }), ...(isAfter ? { isOther: true } : {}) }];
  });
  const caller = callersLabel(heard);
  return heard.map(({ speakerLabel, ...turn }) =>
    speakerLabel === undefined || speakerLabel === caller ? turn : { ...turn, isOther: true },
  );
}

/** Of several voices on the caller's side the caller's is the one that says most. */
function callersLabel(turns: readonly HeardTurn[]): string | undefined {
  const said = new Map<string, number>();
  for (const { speakerLabel, text } of turns) {
    if (speakerLabel !== undefined) said.set(speakerLabel, (said.get(speakerLabel) ?? 0) + text.length);
  }
  return [...said].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** OpenAI's content: a text, or parts of which some are texts. */
function contentOf(content: unknown): string {
  if (typeof content === 'string') return textOf(content) ?? '';
  return listOf(content)
    .map((part) => textOf(objectOf(part).text) ?? '')
    .join(' ');
}

function momentOf(startedAt: number | undefined, seconds: unknown): string | undefined {
  if (startedAt === undefined || typeof seconds !== 'number') return undefined;
  return isoTimeOf(startedAt + seconds * 1000);
}

const TRANSFER_TOOLS: ReadonlySet<string> = new Set(['transferCall', 'transfer_call', 'sipRequest']);

/** The model's call of Vapi's transfer tool, as `artifact.messages` and as OpenAI has it. */
function isTransferCall(entry: Payload): boolean {
  return [...listOf(entry.toolCalls), ...listOf(entry.tool_calls)].some((call) => {
    const name = idOf(objectOf(objectOf(call).function).name) ?? '';
    return TRANSFER_TOOLS.has(name) || name.startsWith('transfer_call_tool');
  });
}

/** A transfer that was tried and failed leaves the caller with the assistant. */
function isTransferred(message: Payload): boolean {
  const call = objectOf(message.call);
  const reason = idOf(message.endedReason) ?? idOf(call.endedReason) ?? '';
  if (reason === 'assistant-forwarded-call' || reason.endsWith('hook-executed-transfer')) return true;
  const transfers = listOf(objectOf(message.artifact).transfers).map(objectOf);
  if (transfers.some(({ status }) => status === 'connected' || status === 'completed')) return true;
  // Without a record of how it went, a destination says that it went there.
  return transfers.length === 0 && [message.destination, call.destination].some((value) => idOf(objectOf(value).type));
}

/** With the names that a transcript has where the assistant's `transcriptPlan` gives others. */
function labelsOf(message: Payload): typeof SPEAKER_LABELS {
  const call = objectOf(message.call);
  const plans = [message.assistant, call.assistant, call.assistantOverrides].map((configuration) =>
    objectOf(objectOf(objectOf(configuration).artifactPlan).transcriptPlan),
  );
  const named = (key: string): readonly string[] => plans.flatMap((plan) => idOf(plan[key])?.toLowerCase() ?? []);
  return {
    user: new Set([...SPEAKER_LABELS.user, ...named('userName')]),
    assistant: new Set([...SPEAKER_LABELS.assistant, ...named('assistantName')]),
    other: SPEAKER_LABELS.other,
  };
}
