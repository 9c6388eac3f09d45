import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a signed timestamp may lie from our clock, either way. */
const REPLAY_WINDOW_MS = 5 * 60 * 1000;

/** How a customer configured Vapi's HMAC credential (`HmacAuthenticationPlan`); the defaults are Vapi's. */
export interface HmacForm {
  readonly algorithm: 'sha256' | 'sha512' | 'sha1';
  /** Header names in lower case. */
  readonly signatureHeader: string;
  readonly timestampHeader: string;
  readonly messageIdHeader: string;
  readonly includeTimestamp: boolean;
  /** With `{body}`, `{timestamp}`, `{method}`, `{url}` and `{svix-id}`. */
  readonly payloadFormat: string;
  /** What stands before the signature: `sha256=`. */
  readonly signaturePrefix: string;
  readonly signatureEncoding: 'hex' | 'base64';
  readonly secretIsBase64: boolean;
}

export const DEFAULT_HMAC_FORM: HmacForm = {
  algorithm: 'sha256',
  signatureHeader: 'x-signature',
  timestampHeader: 'x-timestamp',
  messageIdHeader: 'webhook-id',
  includeTimestamp: true,
  payloadFormat: '{timestamp}.{body}',
  signaturePrefix: '',
  signatureEncoding: 'hex',
  secretIsBase64: false,
};

/**
 * The forms that are taken where a workspace does not say which one it configured: Vapi's default, GitHub's as in Vapi's samples, and
 * Standard Webhooks.
 */
export const KNOWN_HMAC_FORMS: readonly HmacForm[] = [
  DEFAULT_HMAC_FORM,
  {
    ...DEFAULT_HMAC_FORM,
    signatureHeader: 'x-vapi-signature',
    includeTimestamp: false,
    payloadFormat: '{body}',
    signaturePrefix: 'sha256=',
  },
  {
    ...DEFAULT_HMAC_FORM,
    signatureHeader: 'webhook-signature',
    timestampHeader: 'webhook-timestamp',
    messageIdHeader: 'webhook-id',
    payloadFormat: '{svix-id}.{timestamp}.{body}',
    signaturePrefix: 'v1,',
    signatureEncoding: 'base64',
    secretIsBase64: true,
  },
];

/** A request as it came, for checking its signature. */
export interface SignedRequest {
  /** A header's value by its name in lower case; undefined when it is missing. */
  header(name: string): string | undefined;
  readonly method: string;
  /** The whole URL to which Vapi sent it; empty when nobody knows. Only forms with `{url}` need it. */
  readonly url: string;
  /** The bytes of the body before anyone read them as JSON. */
  readonly rawBody: Uint8Array;
}

/** Why a request was refused. For our log only: the sender is told none of it. */
export type VapiSignatureRefusal =
  | 'missing-signature'
  | 'missing-timestamp'
  | 'malformed-timestamp'
  | 'outside-replay-window'
  | 'signature-mismatch';

/**
 * Undefined for a request that one of the secrets signed in one of the forms, within the replay window where the form has a timestamp;
 * else the reason of the refusal, by the first form whose signature header is there.
 *
 * @param secrets several for the time while one is being replaced
 */
export function refuseVapiSignature(
  request: SignedRequest,
  secrets: readonly string[],
  forms: readonly HmacForm[],
  nowMs: number,
): VapiSignatureRefusal | undefined {
  const present = forms.filter(({ signatureHeader }) => request.header(signatureHeader));
  const refusals = present.map((form) => refuseForm(request, secrets, form, nowMs));
  if (refusals.includes(undefined)) return undefined;
  return refusals[0] ?? 'missing-signature';
}

function refuseForm(
  request: SignedRequest,
  secrets: readonly string[],
  form: HmacForm,
  nowMs: number,
): VapiSignatureRefusal | undefined {
  const timestamp = request.header(form.timestampHeader);
  const signsTime = form.includeTimestamp && form.payloadFormat.includes('{timestamp}');
  if (signsTime) {
    if (!timestamp) return 'missing-timestamp';
    const sentAtMs = sentAtMsOf(timestamp);
    if (sentAtMs === undefined) return 'malformed-timestamp';
    if (Math.abs(nowMs - sentAtMs) > REPLAY_WINDOW_MS) return 'outside-replay-window';
  }
  const signed = signedBytes(request, form, timestamp ?? '');
  const given = signaturesOf(request.header(form.signatureHeader) ?? '', form);
  const isSigned = secrets
    .flatMap((secret) => {
      const mac = macOf(secret, form, signed);
      return given.map((signature) => signature.length === mac.length && timingSafeEqual(signature, mac));
    })
    .includes(true);
  return isSigned ? undefined : 'signature-mismatch';
}

/** What a sender with this secret and form signs. */
export function macOf(secret: string, form: HmacForm, signed: Uint8Array): Buffer {
  return createHmac(form.algorithm, keyOf(secret, form)).update(signed).digest();
}

function keyOf(secret: string, { secretIsBase64 }: HmacForm): Buffer {
  // Standard Webhooks writes its secrets with a prefix.
  return secretIsBase64 ? Buffer.from(secret.replace(/^whsec_/, ''), 'base64') : Buffer.from(secret);
}

/** The bytes that a form signs. The body stands in it as it came, byte for byte. */
export function signedBytes(
  { header, method, url, rawBody }: SignedRequest,
  { payloadFormat, messageIdHeader }: HmacForm,
  timestamp: string,
): Buffer {
  const values: Readonly<Record<string, string | Uint8Array>> = {
    '{body}': rawBody,
    '{timestamp}': timestamp,
    '{method}': method,
    '{url}': url,
    '{svix-id}': header(messageIdHeader) ?? '',
  };
  const parts = payloadFormat.split(/(\{(?:body|timestamp|method|url|svix-id)\})/);
  return Buffer.concat(parts.map((part) => Buffer.from((values[part] ?? part) as string)));
}

const DECIMAL = /^\d{1,16}$/;
/** Whether Vapi counts seconds or milliseconds is not documented: the magnitude tells. */
const SECONDS_BELOW = 100_000_000_000;

function sentAtMsOf(timestamp: string): number | undefined {
  if (DECIMAL.test(timestamp)) {
    const count = Number(timestamp);
    return count < SECONDS_BELOW ? count * 1000 : count;
  }
  const ms = Date.parse(timestamp);
  return Number.isNaN(ms) ? undefined : ms;
}

/** A header may hold several signatures with spaces between, while a secret is being replaced. What has not the prefix is none. */
function signaturesOf(value: string, { signaturePrefix, signatureEncoding }: HmacForm): readonly Buffer[] {
  return value
    .split(' ')
    .filter((text) => text.startsWith(signaturePrefix))
    .map((text) => text.slice(signaturePrefix.length))
    .filter((text) => (signatureEncoding === 'hex' ? /^(?:[0-9a-f]{2})+$/i : /^[A-Za-z0-9+/]+={0,2}$/).test(text))
    .map((text) => Buffer.from(text, signatureEncoding));
}
