import type { InitializationEvent } from '../../platforms/telnyx/initialization.js';
import type { CallerVerification } from './policy.js';

/** Where platforms say which side dialled. */
const DIRECTION_KEYS = ['direction', 'call_direction', 'telnyx_call_direction'];
const OUTBOUND = new Set(['outbound', 'outgoing', 'outbound-api']);

/** Attestations below Full: the carrier does not vouch for the number. */
const NOT_VOUCHED = new Set(['b', 'c']);

/**
 * What is known of the caller id.
 *
 * `telnyx_end_user_target_verified` is true only for inbound calls with Full (A) attestation and a verified PASSporT; an `a` alone
 * does not say that the PASSporT was verified. An outbound call is verified: the number is the one that was dialled.
 *
 * Source: developers.telnyx.com, AI Assistants, Dynamic Variables and Memory.
 */
export function callerVerification({ endUserTargetVerified, payload }: InitializationEvent): CallerVerification {
  if (endUserTargetVerified || DIRECTION_KEYS.some((key) => OUTBOUND.has(textOf(payload[key])))) return 'verified';
  if (payload.telnyx_end_user_target_verified === false) return 'unverified';
  return NOT_VOUCHED.has(textOf(payload.telnyx_shaken_stir_attestation)) ? 'unverified' : 'unknown';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}
