/** What stands in the place of a credential. */
export const REDACTED = '[redacted]';

/** Keys whose values open something. `token_count` and the like are figures, and stay. */
const CREDENTIAL_KEY =
  /(?:authorization|passw(?:or)?d|secret|credential|private[_-]?key|api[_-]?key|access[_-]?key|cookie|bearer)|(?:^|[_-]|[a-z])[Tt]oken$|^x-.*-signature/i;

/** Texts that are credentials wherever they stand: what follows `Bearer` or `Basic`, and the user of a URL. */
const BEARER = /\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,}/g;
const URL_USER = /\b([a-z][a-z0-9+.-]*:\/\/)[^/\s:@]+:[^/\s@]+@/gi;

/** Whether what stands under a key opens something. */
export function isCredentialKey(key: string): boolean {
  return CREDENTIAL_KEY.test(key);
}

/** A text without the credentials in it. */
export function redactCredentialText(text: string): string {
  // Most texts have neither, which is seen at once.
  const isBearer = text.includes('Bearer') || text.includes('Basic');
  const plain = isBearer ? text.replace(BEARER, `$1 ${REDACTED}`) : text;
  return plain.includes('://') ? plain.replace(URL_USER, `$1${REDACTED}@`) : plain;
}

/** A copy of a JSON value without credentials, for what is kept of a platform's events. Keys stay, so that one sees what came. */
export function redactCredentials(value: unknown): unknown {
  if (typeof value === 'string') return redactCredentialText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(redactCredentials);
  // Headers come as pairs, too: `{"name":"Authorization","value":"…"}`.
  const { name } = value as { name?: unknown };
  const isPair = typeof name === 'string' && isCredentialKey(name);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const isCredential = isCredentialKey(key) || (isPair && key === 'value');
      return [key, isCredential && member !== null ? REDACTED : redactCredentials(member)];
    }),
  );
}
