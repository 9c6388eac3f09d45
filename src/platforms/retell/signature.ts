import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Retell signs body and time with the API key that has the webhook badge: `x-retell-signature: v={ms},d={hex}`, where `d` is the
 * HMAC-SHA256 of the body's bytes followed by the digits of `v`. Custom functions, inbound webhooks and events alike. The rules are those
 * of `Retell.verify` of the official SDK (5.66), which is asynchronous: forgetting `await` there lets everybody in.
 */
export const RETELL_SIGNATURE_HEADER = 'x-retell-signature';

/** How far the signed time may lie from our clock, either way. */
const RETELL_REPLAY_WINDOW_MS = 5 * 60 * 1000;

/** Why a request was refused. For our log only: the sender is told none of it. */
export type RetellSignatureRefusal =
  | 'missing-signature'
  | 'malformed-signature'
  | 'outside-replay-window'
  | 'signature-mismatch';

const SIGNATURE = /^v=(\d+),d=([0-9a-f]{64})$/i;

/**
 * Undefined for a request that one of the API keys signed within the replay window, else the reason of the refusal.
 *
 * @param signature the header as it came; undefined when it is missing
 * @param rawBody the bytes before anyone read them as JSON; none for GET
 * @param apiKeys several for the time while one is being replaced
 */
export function refuseRetellSignature(
  signature: string | undefined,
  rawBody: Uint8Array,
  apiKeys: readonly string[],
  nowMs: number,
): RetellSignatureRefusal | undefined {
  if (!signature) return 'missing-signature';
  const [, time = '', digest = ''] = SIGNATURE.exec(signature) ?? [];
  const sentAtMs = Number(time);
  if (time === '' || !Number.isSafeInteger(sentAtMs)) return 'malformed-signature';
  if (Math.abs(nowMs - sentAtMs) > RETELL_REPLAY_WINDOW_MS) return 'outside-replay-window';
  const given = Buffer.from(digest, 'hex');
  const isSigned = apiKeys.map((key) => timingSafeEqual(given, digestOf(key, rawBody, sentAtMs))).includes(true);
  return isSigned ? undefined : 'signature-mismatch';
}

/**
 * The header with which Retell sends a body: for tests, simulations and for checking a set-up.
 *
 * @param body the very bytes, or the text in UTF-8, that will be sent
 */
export function signRetell(apiKey: string, body: string | Uint8Array, now: Date): Record<string, string> {
  const sentAtMs = now.getTime();
  const digest = digestOf(apiKey, Buffer.from(body), sentAtMs).toString('hex');
  return { [RETELL_SIGNATURE_HEADER]: `v=${sentAtMs},d=${digest}` };
}

function digestOf(apiKey: string, rawBody: Uint8Array, sentAtMs: number): Buffer {
  return createHmac('sha256', apiKey).update(rawBody).update(String(sentAtMs)).digest();
}
