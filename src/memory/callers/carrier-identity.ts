import { isNobodysSipUri } from '../../platforms/person-reference.js';
import type { CallerIdentity } from './caller-identity.js';
import { isWithheldNumber, phoneIdentity } from './phone-identity.js';

/** How a workspace reads what carriers send. */
export interface CarrierReading {
  /** ISO 3166, two letters. */
  readonly defaultCountry: string;
  /** Domains whose SIP URIs are somebody's own. */
  readonly sipDomains: readonly string[];
}

/**
 * Its user and its domain; a password, the port and parameters are nobody's name. Telnyx leaves the scheme out: then there is no
 * password, or another scheme (`mailto:`) would be a user, and one whom many share. Braces are no part of a URI, and tags of templates.
 */
const SIP_URI =
  /^(?:sips?:(?<user>[^@:;?\s{}]{1,128})(?::[^@\s]{0,128})?|(?<bare>[^@:;?\s{}]{1,128}))@(?<domain>[a-z0-9.-]{1,253}?)\.?(?::\d{1,5})?(?:[;?].*)?$/i;

/** A user that is a telephone number, as a switchboard passes calls on; `111` is an extension of its own. */
const NUMBER_AS_USER = /^\+?\d{7,}$/;

/** Longer ones are none. */
const SIP_URI_CHARACTERS_MAX = 512;

/** What no carrier sends, and a database does not take. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/u;

/**
 * The identity that a carrier's text stands for: a phone number, or a SIP URI of a declared domain; undefined for a withheld number or
 * user, and for what is neither. All spellings of a SIP URI are one identity; what stands before the `@` counts as it is written.
 */
export function carrierIdentity(
  target: unknown,
  { defaultCountry, sipDomains }: CarrierReading,
): CallerIdentity | undefined {
  const phone = phoneIdentity(target, defaultCountry);
  if (phone !== undefined) return { kind: 'phone', value: phone.number };
  if (typeof target !== 'string' || target.length > SIP_URI_CHARACTERS_MAX || UNSTORABLE.test(target)) return undefined;
  const uri = target.trim();
  const { bare, user = bare, domain } = SIP_URI.exec(uri)?.groups ?? {};
  if (user === undefined || domain === undefined || !sipDomains.includes(domain.toLowerCase())) return undefined;
  if (isNobodysSipUri(uri) || (NUMBER_AS_USER.test(user) && isWithheldNumber(user))) return undefined;
  return { kind: 'sip', value: `sip:${user}@${domain.toLowerCase()}` };
}
