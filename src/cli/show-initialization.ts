import { printable } from './printable.js';

/** An initialization as `GET /v1/initializations` has it. */
export interface ListedInitialization {
  readonly id: string;
  readonly recorded_at: string;
  readonly direction: string;
  readonly event_id: string | null;
  readonly assistant_id: string | null;
  readonly conversation_id: string | null;
  readonly caller: string | null;
  readonly policy: string | null;
  readonly status: string;
  readonly detail: string | null;
  readonly duration_ms: number;
  readonly left_out: readonly string[];
  readonly redacted: boolean;
  readonly parts: readonly {
    readonly part: string;
    readonly status: string;
    readonly duration_ms: number;
    readonly error?: string;
  }[];
}

const CALLER = { width: 16, max: 24 };
const ASSISTANT = { width: 16, max: 46 };
const POLICY = { width: 12, max: 24 };

/** One line of `ringback initializations tail`: time, direction, caller, assistant, policy, outcome, duration, id, what was left out. */
export function initializationLine(listed: ListedInitialization): string {
  const time = listed.recorded_at.replace('T', ' ').replace('Z', '');
  const cells = [
    time,
    (listed.direction === 'sent' ? 'sent' : 'received').padEnd(8),
    cell(listed.caller, CALLER),
    cell(listed.assistant_id, ASSISTANT),
    cell(listed.policy, POLICY),
    listed.status.padEnd(8),
    `${milliseconds(listed.duration_ms)} ms`.padStart(10),
    listed.id,
  ];
  const why = [
    ...(listed.left_out.length === 0 ? [] : [`left out: ${listed.left_out.join(', ')}`]),
    ...(listed.detail === null ? [] : [listed.detail]),
  ];
  return printable([...cells, ...why].join('  '));
}

/** All of one, for a person. */
export function initializationText(
  listed: ListedInitialization & {
    readonly request: unknown;
    readonly answer: unknown;
    readonly steps: readonly { readonly part: string; readonly detail: string }[];
  },
): string {
  const facts: readonly (readonly [string, string | null])[] = [
    ['id', listed.id],
    ['recorded', listed.recorded_at],
    ['direction', listed.direction],
    ['event', listed.event_id],
    ['assistant', listed.assistant_id],
    ['conversation', listed.conversation_id],
    ['caller', listed.caller],
    ['policy', listed.policy],
    ['status', listed.status],
    ['detail', listed.detail],
    ['took', `${milliseconds(listed.duration_ms)} ms`],
    ['left out', listed.left_out.length === 0 ? null : listed.left_out.join(', ')],
  ];
  const known = facts.filter((fact): fact is readonly [string, string] => fact[1] !== null);
  const parts = listed.parts.map(({ part, status, duration_ms, error }): readonly [string, string] => [
    part,
    `${status}, ${milliseconds(duration_ms)} ms${error === undefined ? '' : `: ${error}`}`,
  ]);
  const steps = listed.steps.map(({ part, detail }): readonly [string, string] => [part, detail]);
  const sections = [
    aligned(known),
    ...(parts.length === 0 ? [] : [`parts\n${indented(aligned(parts))}`]),
    ...(steps.length === 0 ? [] : [`steps\n${indented(aligned(steps))}`]),
    `request${listed.redacted ? ' (personal data masked)' : ''}\n${indented(JSON.stringify(listed.request, null, 2))}`,
    listed.answer === null ? 'no answer' : `answer\n${indented(JSON.stringify(listed.answer, null, 2))}`,
  ];
  return printable(sections.join('\n\n'));
}

function aligned(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

function cell(text: string | null, { width, max }: { readonly width: number; readonly max: number }): string {
  const shown = text === null || text === '' ? '-' : text;
  return (shown.length > max ? `${shown.slice(0, max - 1)}…` : shown).padEnd(width);
}

function milliseconds(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}
