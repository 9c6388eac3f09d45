import type { CarrierReading } from '../../memory/callers/carrier-identity.js';
import type { InitializationAnswer, InitializationEvent } from '../../platforms/telnyx/initialization.js';
import type { InitializationStatus } from '../../store/initializations.js';
import type { Initialization } from '../initialize.js';
import type { NotedInitialization } from './initialization-record.js';

export interface ReceivedInitialization {
  readonly workspaceId: number;
  readonly platform: NotedInitialization['platform'];
  readonly event: InitializationEvent;
  readonly reading: CarrierReading;
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
  const { workspaceId, platform, event, reading, initialization, answer, secrets, durationMs, at } = received;
  return {
    workspaceId,
    direction: 'received',
    platform,
    event,
    reading,
    answer,
    status: statusOf(initialization),
    policy: initialization?.policy,
    record: initialization?.record ?? 'redacted',
    parts: initialization?.parts,
    steps: initialization?.steps,
    rememberedBy: initialization?.rememberedBy,
    secrets,
    durationMs,
    at,
  };
}

function statusOf(initialization: Initialization | undefined): InitializationStatus {
  if (initialization === undefined) return 'neutral';
  const isWhole = initialization.parts.every(({ status }) => status !== 'late' && status !== 'failed');
  return isWhole ? 'complete' : 'left-out';
}
