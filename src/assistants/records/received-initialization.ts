import type { InitializationAnswer, InitializationEvent } from '../../platforms/telnyx/initialization.js';
import type { Initialization } from '../initialize.js';
import type { NotedInitialization } from './initialization-record.js';

export interface ReceivedInitialization {
  readonly workspaceId: number;
  readonly event: InitializationEvent;
  /** ISO 3166, two letters. */
  readonly defaultCountry: string;
  /** Undefined: it failed, and the answer told nothing. */
  readonly initialization: Initialization | undefined;
  /** As it was sent. */
  readonly answer: InitializationAnswer;
  readonly secrets: readonly string[];
  readonly durationMs: number;
  readonly at: Date;
}

/** An initialization that a platform asked us for, for the recorder. */
export function receivedInitialization(received: ReceivedInitialization): NotedInitialization {
  const { initialization, ...rest } = received;
  const noted = { ...rest, direction: 'received', platform: 'telnyx' } as const;
  if (initialization === undefined) return { ...noted, status: 'neutral', record: 'redacted' };
  const { policy, record, parts, steps } = initialization;
  const isWhole = parts.every(({ status }) => status !== 'late' && status !== 'failed');
  return { ...noted, status: isWhole ? 'complete' : 'left-out', policy, record, parts, steps };
}
