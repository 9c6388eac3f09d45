import { hash } from 'node:crypto';

/**
 * By what the records of a caller are found without keeping the number, the SIP URI or the external id: SHA-256 of the workspace and
 * the identity. It is no secret that protects a number from somebody who has the database and tries all numbers; it keeps numbers out
 * of lists and dumps.
 *
 * A phone goes in as `voice`, which is what it is in the ids that platforms are told (`subUserId`): records of before are found by it.
 *
 * @param identity in its one spelling: `{ kind: 'phone', value: '+13128675309' }`
 */
export function callerKey(
  workspaceId: number,
  { kind, value }: { readonly kind: string; readonly value: string },
): Buffer {
  return hash('sha256', `caller ${workspaceId} ${kind === 'phone' ? 'voice' : kind}:${value}`, 'buffer');
}
