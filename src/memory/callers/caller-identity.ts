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
 * The `sub_user_id` of who has these identities: `voice:+13128675309`, `id:…` for an external id, and `call:…` where there is
 * neither. The phone goes first, since that is what platforms know.
 *
 * @param callId of the call that it is about, for a caller who cannot be known again
 */
export function subUserId(identities: readonly CallerIdentity[], callId: string): string {
  const of = (kind: IdentityKind): string | undefined => identities.find((identity) => identity.kind === kind)?.value;
  const phone = of('phone');
  if (phone !== undefined) return `voice:${phone}`;
  const id = of('external_id') ?? of('platform_user') ?? of('email') ?? of('sip');
  return id === undefined ? `call:${callId}` : `id:${id}`;
}
