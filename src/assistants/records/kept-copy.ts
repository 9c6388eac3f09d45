import { isCredentialKey, REDACTED, redactCredentialText } from '../../platforms/redact-credentials.js';
import { storableText } from '../../platforms/storable-copy.js';

const MEMBERS_MAX = 200;
const LEVELS_MAX = 12;
const TEXT_CHARACTERS_MAX = 4_000;
/** More than that is read, so that the start of a secret is not left over where a text is cut. */
const READ_CHARACTERS_MAX = TEXT_CHARACTERS_MAX + 1_000;
const SECRET_CHARACTERS_MIN = 6;

/**
 * A copy of any JSON value that may be kept: bounded, storable, and without secrets: values under keys that name credentials,
 * credentials within texts, what is encrypted, and the given secrets.
 */
export function keptCopy(value: unknown, secrets: readonly string[]): unknown {
  const known = secrets.filter((secret) => secret.length >= SECRET_CHARACTERS_MIN);
  return copy(value, known, LEVELS_MAX);
}

/** One text, in the same way. */
export function keptText(text: string, secrets: readonly string[]): string {
  return cleanText(redactCredentialText(text.slice(0, READ_CHARACTERS_MAX)), secrets);
}

/** In one pass: every call has a record. */
function copy(value: unknown, secrets: readonly string[], levels: number): unknown {
  if (typeof value === 'string') return keptText(value, secrets);
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (levels === 0) return null;
  if (Array.isArray(value)) return value.slice(0, MEMBERS_MAX).map((element) => copy(element, secrets, levels - 1));
  const members = value as Readonly<Record<string, unknown>>;
  // Headers come as pairs, too: `{"name":"Authorization","value":"…"}`.
  const isPair = typeof members.name === 'string' && isCredentialKey(members.name.slice(0, READ_CHARACTERS_MAX));
  const kept: [string, unknown][] = [];
  for (const whole in members) {
    if (kept.length === MEMBERS_MAX) break;
    const key = whole.slice(0, READ_CHARACTERS_MAX);
    const member = members[whole] ?? null;
    const isClosed = isEncrypted(whole) || ((isCredentialKey(key) || (isPair && key === 'value')) && member !== null);
    kept.push([cleanText(key, secrets), isClosed ? REDACTED : copy(member, secrets, levels - 1)]);
  }
  // Not by assignment: a key `__proto__` would be no key.
  return Object.fromEntries(kept);
}

function cleanText(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) clean = clean.replaceAll(secret, REDACTED);
  const cut = clean.length > TEXT_CHARACTERS_MAX ? `${clean.slice(0, TEXT_CHARACTERS_MAX)}…` : clean;
  return storableText(cut);
}

/** Telnyx's own: a value that only its assistants may read. */
function isEncrypted(key: string): boolean {
  return key === 'encrypted_dynamic_variables';
}
