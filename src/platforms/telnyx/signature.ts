import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/**
 * Telnyx signs `timestamp|body` with Ed25519: header `telnyx-signature-ed25519` (standard base64 of 64 bytes) and
 * `telnyx-timestamp` (Unix seconds, decimal). The rules are those of the official SDK's `webhooks.unwrap`.
 */
export const SIGNATURE_HEADER = 'telnyx-signature-ed25519';
export const TIMESTAMP_HEADER = 'telnyx-timestamp';

/** How far the timestamp may lie from our clock, either way: what was recorded cannot be played again later. */
const REPLAY_WINDOW_SECONDS = 300;

export interface SignedRequest {
  /** The header values as they came; undefined when the header is missing. */
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  /** The bytes of the body before anyone read them as JSON. */
  readonly rawBody: Uint8Array;
}

/** Why a request was refused. For our log only: the sender is told none of it. */
export type SignatureRefusal =
  | 'missing-signature'
  | 'missing-timestamp'
  | 'malformed-timestamp'
  | 'outside-replay-window'
  | 'malformed-signature'
  | 'signature-mismatch';

const DECIMAL = /^\d+$/;
const BASE64_OF_64_BYTES = /^[A-Za-z0-9+/]{86}==$/;
const BASE64_OF_32_BYTES = /^[A-Za-z0-9+/]{43}=$/;

/** What stands before the 32 bytes of an Ed25519 public key in its DER form (RFC 8410). */
const ED25519_KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Reads a public key as the Telnyx portal shows it: standard base64 of the raw 32 bytes. Undefined for anything else.
 * Making a key object is slow, so the caller keeps it.
 */
export function readPublicKey(base64: string): KeyObject | undefined {
  if (!BASE64_OF_32_BYTES.test(base64)) return undefined;
  const der = Buffer.concat([ED25519_KEY_PREFIX, Buffer.from(base64, 'base64')]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

/**
 * Undefined for a request that one of the keys signed within the replay window, else the reason of the refusal. Several
 * keys are for the time while a key is being replaced.
 */
export function refuseSignature(
  request: SignedRequest,
  keys: readonly KeyObject[],
  nowMs: number,
): SignatureRefusal | undefined {
  const { signature, timestamp } = request;
  if (!signature) return 'missing-signature';
  if (!timestamp) return 'missing-timestamp';
  const sentAtSeconds = Number(timestamp);
  if (!DECIMAL.test(timestamp) || !Number.isSafeInteger(sentAtSeconds)) return 'malformed-timestamp';
  if (Math.abs(Math.floor(nowMs / 1000) - sentAtSeconds) > REPLAY_WINDOW_SECONDS) return 'outside-replay-window';
  if (!BASE64_OF_64_BYTES.test(signature)) return 'malformed-signature';

  const signed = Buffer.concat([Buffer.from(`${timestamp}|`, 'latin1'), request.rawBody]);
  const signatureBytes = Buffer.from(signature, 'base64');
  return keys.some((key) => verify(null, signed, key, signatureBytes)) ? undefined : 'signature-mismatch';
}
