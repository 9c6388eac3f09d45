import { idOf } from './payload-fields.js';

/** Who somebody is, as an operator's value says it (`memory_user_id`): a phone number, or an id of the operator's own. */
export type PersonReference = { readonly number: string } | { readonly externalId: string };

/** As we name phone identities (`voice:+13128675309`), or the number alone. */
const NUMBER = /^(?:voice:)?(\+[1-9]\d{6,14})$/;

/** What carriers and switchboards say in the place of a number or a SIP URI that is withheld. */
export const WITHHELD: ReadonlySet<string> = new Set([
  ...['anonymous', 'unknown', 'restricted', 'private', 'unavailable', 'withheld', 'blocked'],
]);

/** The same, and what programs write where they know nobody. All of those people would share one memory. */
const NOBODY: ReadonlySet<string> = new Set([
  ...WITHHELD,
  ...['anon', 'guest', 'nobody', 'none', 'null', 'undefined', 'nan', 'n/a', 'na', 'nil', 'default', 'user'],
  // As whom these switchboards call where nobody told them otherwise.
  ...['asterisk', 'freeswitch'],
]);

/** A variable that nobody set: its name in braces, as templates leave it. */
const UNSET = /\{\{|\}\}|\{%|%\}/;

/**
 * Reads a value that an operator vouches for. Undefined for what names nobody: no text, an empty one, a variable that was never
 * set, `anonymous` and the like.
 */
export function readPersonReference(value: unknown): PersonReference | undefined {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : idOf(value);
  if (text === undefined || UNSET.test(text) || NOBODY.has(text.toLowerCase())) return undefined;
  const number = NUMBER.exec(text)?.[1];
  if (number !== undefined) return { number };
  // As we name them ourselves: `id:cust_8842`, and `call:…` of somebody who cannot be known again. What stands behind `id:` is no e-mail address.
  const externalId = text.replace(/^id:(?!email:)/, '').trim();
  if (/^(?:call|voice):/.test(text) || externalId === '') return undefined;
  // Without a scheme it may be an e-mail address, and `user@example.com` is somebody's.
  const nobodys = SIP_SCHEME.test(externalId) ? NOBODY : WITHHELD;
  return NOBODY.has(externalId.toLowerCase()) || isSipUriOf(nobodys, externalId) ? undefined : { externalId };
}

const SIP_SCHEME = /^sips?:/i;
/** Before a password and parameters. */
const SIP_USER = /^(?:sips?:)?([^@:;?]*)[^@]*@/i;

/**
 * Whether a SIP URI is that of everybody who withholds theirs (RFC 3323), or of everybody whom a switchboard does not tell apart:
 * `sip:anonymous@anonymous.invalid`, `asterisk@pbx.example.com`.
 */
export function isNobodysSipUri(uri: string): boolean {
  return isSipUriOf(NOBODY, uri);
}

function isSipUriOf(users: ReadonlySet<string>, uri: string): boolean {
  return users.has(SIP_USER.exec(uri)?.[1]?.toLowerCase() ?? '') || /@anonymous\.invalid\b/i.test(uri);
}

/**
 * The other side's number or address as a carrier gives it. Undefined for what can be no one person's: words (`anonymous`), and
 * the business's own number. Whether a number is one of those that stand for a withheld one is asked where numbers are compared.
 *
 * @param agentTarget the business's number
 */
export function carrierTarget(value: unknown, agentTarget: string | undefined): string | undefined {
  const target = idOf(value);
  if (target === undefined || target === agentTarget || isNobodysSipUri(target)) return undefined;
  if (agentTarget !== undefined && digitsOf(target) !== '' && digitsOf(target) === digitsOf(agentTarget))
    return undefined;
  return /\d/.test(target) || target.includes('@') ? target : undefined;
}

/** Of a phone number, in whatever spelling; empty for anything else. */
function digitsOf(target: string): string {
  return /^[+\d\s().-]+$/.test(target) ? target.replace(/\D/g, '') : '';
}
