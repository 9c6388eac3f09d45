import type { ReportedTurn } from './call-report.js';
import { storableText } from './storable-copy.js';

/** Who is who in a transcript that is one text, in lower case. */
export interface SpeakerLabels {
  readonly user: ReadonlySet<string>;
  readonly assistant: ReadonlySet<string>;
  /** The person that a call was transferred to. */
  readonly other: ReadonlySet<string>;
}

/** As Vapi (`AI:`, `User:`), Retell (`Agent:`, `User:`, `Transfer Target:`) and other writers have them. */
export const SPEAKER_LABELS: SpeakerLabels = {
  user: new Set(['user', 'caller', 'customer', 'human']),
  assistant: new Set(['ai', 'agent', 'assistant', 'bot']),
  other: new Set(['transfer target', 'transfer_target', 'operator']),
};

/** What stands before the first colon of a line, if it is short. */
const LABELLED = /^\s*([^:\n]{1,64}?)\s*:\s?(.*)$/s;

/**
 * The turns of a transcript in one text. A line that begins with no known label goes on with the turn before it; what stands before
 * the first label is nobody's.
 */
export function transcriptTurns(transcript: string, labels: SpeakerLabels = SPEAKER_LABELS): readonly ReportedTurn[] {
  const turns: { speaker: Omit<ReportedTurn, 'text'>; lines: string[] }[] = [];
  for (const line of transcript.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const [, label = '', said = ''] = LABELLED.exec(line) ?? [];
    const speaker = speakerOf(label.toLowerCase(), labels);
    if (speaker !== undefined) turns.push({ speaker, lines: [said] });
    else turns.at(-1)?.lines.push(line);
  }
  return turns.flatMap(({ speaker, lines }) => {
    const text = storableText(lines.join('\n').trim());
    return text === '' ? [] : [{ ...speaker, text }];
  });
}

function speakerOf(label: string, { user, assistant, other }: SpeakerLabels): Omit<ReportedTurn, 'text'> | undefined {
  if (user.has(label)) return { role: 'user' };
  if (assistant.has(label)) return { role: 'assistant' };
  return other.has(label) ? { role: 'user', isOther: true } : undefined;
}
