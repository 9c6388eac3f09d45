import type { ReportedTurn } from '../call-report.js';
import { isoTimeOf, listOf, objectOf, type Payload, textOf, timeMsOf } from '../payload-fields.js';
import { transcriptTurns } from '../transcript-lines.js';

/** `transfer_target` is the person that the call was transferred to. Tools, prompts, keys and what was injected are not what was said. */
const ROLES: ReadonlyMap<unknown, Omit<ReportedTurn, 'text'>> = new Map<string, Omit<ReportedTurn, 'text'>>([
  ['user', { role: 'user' }],
  ['agent', { role: 'assistant' }],
  ['transfer_target', { role: 'user', isOther: true }],
]);

/**
 * What may be kept of what was said, by `data_storage_setting`: `basic_attributes_only` (and the older
 * `opt_out_sensitive_data_storage`) keeps none of it; `everything_except_pii` only the transcript that was scrubbed, which is there
 * after the analysis.
 */
export type RetellRetention = 'all' | 'scrubbed' | 'none';

export function retellRetention(call: Payload): RetellRetention {
  if (call.data_storage_setting === 'basic_attributes_only' || call.opt_out_sensitive_data_storage === true)
    return 'none';
  return call.data_storage_setting === 'everything_except_pii' ? 'scrubbed' : 'all';
}

/** Whether the payload has a transcript without what identifies people. */
export function isScrubbed(call: Payload): boolean {
  return listOf(call.scrubbed_transcript_with_tool_calls).length > 0;
}

/**
 * What was said and may be kept: the scrubbed transcript where there is one, else, if all may be kept, the first of these that has
 * anything: `transcript_with_tool_calls` (of chats `message_with_tool_calls`), `transcript_object`, the transcript in one text.
 */
export function readRetellTurns(call: Payload): readonly ReportedTurn[] {
  const retention = retellRetention(call);
  if (retention === 'none') return [];
  const startedAt = timeMsOf(call.start_timestamp);
  const scrubbed = turnsOfList(call.scrubbed_transcript_with_tool_calls, startedAt);
  if (scrubbed.length > 0 || retention === 'scrubbed') return scrubbed;
  for (const list of [call.transcript_with_tool_calls, call.message_with_tool_calls, call.transcript_object]) {
    const turns = turnsOfList(list, startedAt);
    if (turns.length > 0) return turns;
  }
  return transcriptTurns(textOf(call.transcript) ?? '');
}

function turnsOfList(list: unknown, startedAt: number | undefined): readonly ReportedTurn[] {
  return listOf(list).flatMap((value) => {
    const entry = objectOf(value);
    const speaker = ROLES.get(entry.role);
    const text = textOf(entry.content)?.trim() ?? '';
    if (speaker === undefined || text === '') return [];
    const at = isoTimeOf(entry.created_timestamp) ?? momentOf(startedAt, entry);
    return [
      { role: speaker.role, text, ...(at === undefined ? {} : { at }), ...(speaker.isOther ? { isOther: true } : {}) },
    ];
  });
}

/** Words are timed in seconds since the call began. */
function momentOf(startedAt: number | undefined, entry: Payload): string | undefined {
  const { start } = objectOf(listOf(entry.words)[0]);
  if (startedAt === undefined || typeof start !== 'number') return undefined;
  return isoTimeOf(startedAt + start * 1000);
}
