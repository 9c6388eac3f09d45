import { type KeyObject, sign } from 'node:crypto';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from './signature.js';

/**
 * Signs a webhook as Telnyx does, so that a receiver checks it with what it has for Telnyx's own (`webhooks.unwrap` of the official
 * SDK, and `refuseSignature` here).
 *
 * @param privateKey Ed25519
 * @param body the very bytes, or the text in UTF-8, that will be sent
 * @returns the two headers
 */
export function signWebhook(privateKey: KeyObject, body: string | Uint8Array, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signed = Buffer.concat([Buffer.from(`${timestamp}|`, 'latin1'), Buffer.from(body)]);
  return {
    [SIGNATURE_HEADER]: sign(null, signed, privateKey).toString('base64'),
    [TIMESTAMP_HEADER]: timestamp,
  };
}
