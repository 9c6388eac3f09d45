/**
 * By what a caller is known. `external_id`: what the workspace calls the person. `platform_user`: what a platform does. `sip`: a
 * SIP URI of a domain that the workspace declares. `call`: the one call of somebody who cannot be known again; nothing else is ever
 * found by it.
 */
export type IdentityKind = 'external_id' | 'phone' | 'email' | 'sip' | 'platform_user' | 'call';

/** An identity in its one spelling: `+13128675309`, `sarah@example.com`, `sip:sarah@pbx.example.com`. */
export interface CallerIdentity {
  readonly kind: IdentityKind;
  readonly value: string;
}

/**
 * The `sub_user_id` of who has these identities: `voice:+13128675309`, `id:…` for an external
 * id, `email:sarah@example.com`, `id:sip:sarah@pbx.example.com` for a SIP URI, and `call:…` where there is none. The phone goes first,
 * since that is what platforms know. Each is read as the identity that it was made of (`namedIdentity`).
 *
 * @param callId of the call that it is about, for a caller who cannot be known again
 */
export function subUserId(identities: readonly CallerIdentity[], callId: string): string {
  const of = (kind: IdentityKind): string | undefined => identities.find((identity) => identity.kind === kind)?.value;
  const phone = of('phone');
  if (phone !== undefined) return `voice:${phone}`;
  const id = of('external_id') ?? of('platform_user');
  if (id !== undefined) return `id:${id}`;
  const email = of('email');
  if (email !== undefined) return `email:${email}`;
  const sip = of('sip');
  return sip === undefined ? `call:${of('call') ?? callId}` : `id:${sip}`;
}

/**
 * The `memory_user_id` of a call, which the platform sends back later: of its identities the one that goes before all others. Whom an
 * operator names may share the telephone with somebody else, whose memory a later request of the call would have by the number.
 */
export function memoryUserId([first]: readonly CallerIdentity[]): string {
  return first === undefined ? '' : subUserId([first], '');
}

/**
 * Those of the identities that the operator vouches for: an id of theirs is their word. What a carrier says can be claimed by others,
 * where nobody verified it.
 */
export function operatorIdentities(identities: readonly CallerIdentity[]): readonly CallerIdentity[] {
  return identities.filter(({ kind }) => kind === 'external_id');
}
