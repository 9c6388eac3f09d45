import type { CallReport } from '../../platforms/call-report.js';
import type { CallerIdentity } from '../callers/caller-identity.js';
import { type CarrierReading, carrierIdentity } from '../callers/carrier-identity.js';
import { emailIdentity } from '../callers/email-identity.js';

/**
 * By what the other side of a call is known: an id that the operator vouches for, and what the carrier says. None for a withheld
 * number, and for whoever has neither.
 *
 * One whom we named by a SIP URI ourselves (`memory_user_id`) is known by that alone, as by a number that comes back.
 */
export function callIdentities(
  { externalId, endUserTarget }: Pick<CallReport, 'externalId' | 'endUserTarget'>,
  reading: CarrierReading,
): readonly CallerIdentity[] {
  const named = externalId === undefined ? undefined : namedIdentity(externalId, reading);
  if (named?.kind === 'sip') return [named];
  const carried = carrierIdentity(endUserTarget, reading);
  return [...(named === undefined ? [] : [named]), ...(carried === undefined ? [] : [carried])];
}

const SIP_SCHEME = /^sips?:/i;
const EMAIL_SCHEME = 'email:';

/**
 * Whom an id names that comes as a `memory_user_id` or `sub_user_id`, with its `id:` or without it. Whoever is known by nothing but a SIP
 * URI has that for an id there (see `subUserId`): it is what a carrier said, and not an id of the operator's, who would vouch for it. What
 * stands behind `id:` is never an e-mail address: operators have those for ids of their own.
 */
export function namedIdentity(text: string, reading: CarrierReading): CallerIdentity {
  const [, own] = /^id:(.+)$/s.exec(text) ?? [];
  const id = own ?? text;
  const email =
    own === undefined && id.startsWith(EMAIL_SCHEME) ? emailIdentity(id.slice(EMAIL_SCHEME.length)) : undefined;
  if (email !== undefined) return email;
  const sip = SIP_SCHEME.test(id) ? carrierIdentity(id, reading) : undefined;
  return sip ?? { kind: 'external_id', value: id };
}
