import { isObject, type Payload } from './payload-fields.js';
import { REDACTED, redactCredentials } from './redact-credentials.js';
import { storableCopy } from './storable-copy.js';

/** Keys whose values open something though they do not look like it: the live call (`monitor`), a recording, a log. */
const OPENING_KEY = /^(?:monitor|presigned.*|.*(?:recording|log|pcap|control|listen).*url)$/i;

/** Keys whose objects may hold secrets under any name: headers that an operator configured. */
const HEADERS_KEY = /^headers$/i;

/** A URL that is signed for whoever has it: by S3, Google, Azure, CloudFront, or simply `sig=`. */
const SIGNED_URL =
  /\b(https?:\/\/[^\s"'<>?]+)\?[^\s"'<>]*\b(?:x-amz-signature|x-goog-signature|signature|sig|token)=[^\s"'<>]*/gi;

/**
 * A platform's payload as it may be stored or logged: without credentials (Vapi sends the tenant's `twilioAuthToken` and tools'
 * secrets, Retell an `access_token`), without what opens a live call or a recording, and storable. Keys stay, so that one sees what
 * came.
 */
export function withoutCredentials(payload: Payload): Payload {
  return withoutOpenings(redactCredentials(storableCopy(payload))) as Payload;
}

function withoutOpenings(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('?') ? value.replace(SIGNED_URL, `$1?${REDACTED}`) : value;
  if (Array.isArray(value)) return value.map(withoutOpenings);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (OPENING_KEY.test(key) && (typeof member === 'string' || isObject(member))) return [key, REDACTED];
      if (HEADERS_KEY.test(key) && isObject(member)) {
        return [key, Object.fromEntries(Object.keys(member).map((name) => [name, REDACTED]))];
      }
      return [key, withoutOpenings(member)];
    }),
  );
}
