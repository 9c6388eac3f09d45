import { randomBytes, randomUUID } from 'node:crypto';

/** What is said of simulated calls; each has ids of its own. */
export interface CallTemplate {
  /** A phone number, or another identifier; the first of the callers. */
  readonly from: string;
  /** How many call, one after the other and again from the first. */
  readonly callers: number;
  readonly agent: string;
  readonly assistant?: string | undefined;
  readonly channel: string;
  /** `unknown`: nothing is said of it. */
  readonly verified: 'true' | 'false' | 'unknown';
  /** Further keys of the payload, or others in the place of ours. */
  readonly fields: Readonly<Record<string, string>>;
}

const NUMBER = /^(\+?)(\d{7,15})$/;

/** Whether there can be more callers than one: numbers that follow. */
export function isNumber(from: string): boolean {
  return NUMBER.test(from);
}

/** The number that many after another: `+13128675309`, `+13128675310`. Past the last one it begins anew. */
function numberAfter(from: string, offset: number): string {
  const [, plus = '', digits = ''] = NUMBER.exec(from) ?? [];
  if (digits === '' || offset === 0) return from;
  const next = (BigInt(digits) + BigInt(offset)) % 10n ** BigInt(digits.length);
  return `${plus}${String(next).padStart(digits.length, '0')}`;
}

/** The `assistant.initialization` event of a call, in Telnyx's documented shape. */
export function simulatedEvent(template: CallTemplate, index: number, now: Date): object {
  const { assistant, channel, verified } = template;
  return {
    data: {
      record_type: 'event',
      id: `event_${randomUUID()}`,
      event_type: 'assistant.initialization',
      occurred_at: now.toISOString(),
      payload: {
        telnyx_conversation_channel: channel,
        telnyx_agent_target: template.agent,
        telnyx_end_user_target: numberAfter(template.from, index % template.callers),
        ...(verified === 'unknown' ? {} : { telnyx_end_user_target_verified: verified === 'true' }),
        ...(channel === 'phone_call' ? { call_control_id: `v3:${randomBytes(24).toString('base64url')}` } : {}),
        ...(assistant === undefined ? {} : { assistant_id: assistant }),
        telnyx_conversation_id: randomUUID(),
        ...template.fields,
      },
    },
  };
}
