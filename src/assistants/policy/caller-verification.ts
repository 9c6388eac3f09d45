import { type CallerIdentity, operatorIdentities } from '../../memory/callers/caller-identity.js';
import type { InitializationEvent } from '../../platforms/telnyx/initialization.js';
import type { CallerVerification, UnverifiedRule } from './policy.js';

/**
 * Where the platform says which side dialled. Only a key of the reserved prefix can say it: a custom SIP header is a key of the payload,
 * too, and with `X-Direction: outbound` any caller would vouch for themselves.
 */
const DIRECTION_KEY = 'telnyx_call_direction';
const OUTBOUND = new Set(['outbound', 'outgoing', 'outbound-api']);

/** Attestations below Full: the carrier does not vouch for the number. */
const NOT_VOUCHED = new Set(['b', 'c']);

/**
 * Whether somebody vouches for who calls: the operator, whose id is their word, or else the carrier.
 *
 * @param identities by which the caller is known
 */
export function callerVerification(
  event: InitializationEvent,
  identities: readonly CallerIdentity[],
): CallerVerification {
  return operatorIdentities(identities).length > 0 ? 'verified' : targetVerification(event);
}

/** Those of a caller's identities by which memory may be told: where the rule denies it, not by what no carrier verified. */
export function believedIdentities(
  event: InitializationEvent,
  identities: readonly CallerIdentity[],
  unverified: UnverifiedRule,
): readonly CallerIdentity[] {
  return unverified === 'deny' && targetVerification(event) !== 'verified'
    ? operatorIdentities(identities)
    : identities;
}

/**
 * What the carrier says of the number or SIP URI.
 *
 * `telnyx_end_user_target_verified` is true only for inbound calls with Full (A) attestation and a verified PASSporT; an `a` alone
 * does not say that the PASSporT was verified. An outbound call is verified: the number is the one that was dialled.
 *
 * Source: developers.telnyx.com, AI Assistants, Dynamic Variables and Memory.
 */
function targetVerification({ endUserTargetVerified, payload }: InitializationEvent): CallerVerification {
  if (endUserTargetVerified || OUTBOUND.has(textOf(payload[DIRECTION_KEY]))) return 'verified';
  if (payload.telnyx_end_user_target_verified === false) return 'unverified';
  return NOT_VOUCHED.has(textOf(payload.telnyx_shaken_stir_attestation)) ? 'unverified' : 'unknown';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}
