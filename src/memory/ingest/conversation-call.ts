import type { JsonObject } from '../../store/json.js';
import type { CallerIdentity } from '../callers/caller-identity.js';
import { type CarrierReading, carrierIdentity } from '../callers/carrier-identity.js';

/** A conversation that came through the Telnyx API, as a call: what its metadata says. */
export function callOfMetadata(
  conversationId: string,
  metadata: JsonObject,
  reading: CarrierReading,
): {
  readonly platform: string;
  readonly callId: string;
  readonly agentId?: string;
  readonly identities: readonly CallerIdentity[];
} {
  const text = (key: string): string | undefined => {
    const value = metadata[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const agentId = text('assistant_id');
  const identity = carrierIdentity(text('telnyx_end_user_target'), reading);
  return {
    platform: 'telnyx',
    // One call may have several conversations: it is transferred from one assistant to another.
    callId: conversationId,
    ...(agentId === undefined ? {} : { agentId }),
    identities: identity === undefined ? [{ kind: 'call', value: conversationId }] : [identity],
  };
}
