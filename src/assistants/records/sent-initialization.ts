import type { CarrierReading } from '../../memory/callers/carrier-identity.js';
import { readInitialization } from '../../platforms/telnyx/initialization.js';
import type { InitializationPart } from '../initialize.js';
import type { NotedInitialization } from './initialization-record.js';

export interface SentInitialization {
  readonly workspaceId: number;
  /** The event as it was sent, before it was text. */
  readonly event: unknown;
  readonly reading: CarrierReading;
  /** What the webhook did; an assistant without one has nothing to record. */
  readonly status: 'ok' | 'timeout' | 'error' | 'invalid';
  /** Without anybody's data but the names of variables. */
  readonly detail?: string | undefined;
  /** The body as it came; undefined: none came, or not all of it. */
  readonly body?: Uint8Array | undefined;
  readonly parts: readonly InitializationPart[];
  readonly secrets?: readonly string[] | undefined;
  readonly durationMs: number;
  readonly at: Date;
}

/** An initialization that we, as the platform, asked a webhook for, for the recorder. Personal data in it is always masked. */
export function sentInitialization(sent: SentInitialization): NotedInitialization {
  const { status, event, body, ...rest } = sent;
  return {
    ...rest,
    direction: 'sent',
    platform: 'telnyx',
    event: readInitialization(event),
    answer: body === undefined ? undefined : jsonOf(body),
    status: status === 'ok' ? 'complete' : status,
    record: 'redacted',
  };
}

/** What is no JSON is kept as a text, which the record masks. */
function jsonOf(body: Uint8Array): unknown {
  const text = Buffer.from(body).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
