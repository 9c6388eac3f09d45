import type { NotedInitialization } from '../../../src/assistants/records/initialization-record.js';
import { readInitialization } from '../../../src/platforms/telnyx/initialization.js';
import { initializationEvent } from '../../support/signing.js';

/** An initialization that was received and answered, with parts of it replaced. */
export function notedInitialization(
  noted: Partial<NotedInitialization> & { readonly payload?: Record<string, unknown> } = {},
): NotedInitialization {
  const { payload = {}, ...rest } = noted;
  return {
    workspaceId: 1,
    direction: 'received',
    platform: 'telnyx',
    event: readInitialization(initializationEvent(payload)),
    reading: { defaultCountry: 'US', sipDomains: [] },
    answer: { dynamic_variables: { caller_known: 'false' }, conversation: { metadata: {} } },
    status: 'complete',
    policy: 'front-desk',
    record: 'redacted',
    parts: [{ part: 'caller_profile', status: 'ready', durationMs: 1.23456 }],
    steps: [],
    durationMs: 2.5,
    at: new Date('2026-07-01T12:00:00.000Z'),
    ...rest,
  };
}
