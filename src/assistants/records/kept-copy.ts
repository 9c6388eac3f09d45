import { REDACTED, redactCredentials } from '../../platforms/redact-credentials.js';
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
  return copy(redactCredentials(cutCopy(value, LEVELS_MAX)), known);
}

/** Cheap, whatever came: what is done with every character afterwards is done with few. */
function cutCopy(value: unknown, levels: number): unknown {
  if (typeof value === 'string') return value.slice(0, READ_CHARACTERS_MAX);
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (levels === 0) return null;
  if (Array.isArray(value)) return value.slice(0, MEMBERS_MAX).map((element) => cutCopy(element, levels - 1));
  const members: [string, unknown][] = [];
  for (const key in value) {
    if (members.length === MEMBERS_MAX) break;
    const member = (value as Readonly<Record<string, unknown>>)[key];
    members.push([key.slice(0, READ_CHARACTERS_MAX), isEncrypted(key) ? REDACTED : cutCopy(member, levels - 1)]);
  }
  return Object.fromEntries(members);
}

function copy(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return cleanText(value, secrets);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => copy(element, secrets));
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [cleanText(key, secrets), copy(member, secrets)]),
  );
}

/** One text, in the same way. */
export function keptText(text: string, secrets: readonly string[]): string {
  return copy(redactCredentials(text.slice(0, READ_CHARACTERS_MAX)), secrets) as string;
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
