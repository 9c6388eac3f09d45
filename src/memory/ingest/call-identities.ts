import type { CallReport } from '../../platforms/call-report.js';
import type { CallerIdentity } from '../callers/caller-identity.js';
import { type CarrierReading, carrierIdentity } from './conversation-call.js';

/**
 * By what the other side of a call is known: an id that the operator vouches for, and what the carrier says. None for a withheld
 * number, and for whoever has neither.
 */
export function callIdentities(
  { externalId, endUserTarget }: Pick<CallReport, 'externalId' | 'endUserTarget'>,
  reading: CarrierReading,
): readonly CallerIdentity[] {
  const carried = carrierIdentity(endUserTarget, reading);
  return [
    ...(externalId === undefined ? [] : [{ kind: 'external_id', value: externalId } as const]),
    ...(carried === undefined ? [] : [carried]),
  ];
}
