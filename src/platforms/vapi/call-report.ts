import type { CallReport } from '../call-report.js';
import { idOf, isoTimeOf, objectOf, type Payload } from '../payload-fields.js';
import { NO_TRUSTED_NAMES, readVapiCall, type TrustedNames } from './call.js';
import { isRetained } from './retention.js';
import { readVapiTurns } from './turns.js';

/**
 * The call that an `end-of-call-report` tells of. Undefined without the call's id: twice the same report would count twice.
 *
 * @param message `body.message`
 */
export function vapiCallReport(message: Payload, trusted: TrustedNames = NO_TRUSTED_NAMES): CallReport | undefined {
  const { callId, phoneNumberId: _, ...call } = readVapiCall(message, trusted);
  if (callId === undefined) return undefined;
  const retained = isRetained(message);
  return {
    platform: 'vapi',
    ...call,
    callId,
    endedAt: call.endedAt ?? isoTimeOf(message.timestamp),
    endedReason: idOf(message.endedReason) ?? idOf(objectOf(message.call).endedReason),
    turns: retained ? readVapiTurns(message) : [],
    retained,
  };
}
