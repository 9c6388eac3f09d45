import { z } from 'zod';
import type { WebhookKey } from '../../store/webhook-keys.js';

const PublicKey = z
  .string()
  .describe('Ed25519, standard base64 of the raw 32 bytes: what `telnyx-signature-ed25519` is checked with.');

/** Telnyx's answer to `GET /v2/public_key`. */
export const PublicKeyAnswer = z.object({ data: z.object({ public: PublicKey }) });

/** The key with which a workspace signs the webhooks that it sends. */
export const WebhookKeyAnswer = z.object({
  data: z.object({ public_key: PublicKey, created_at: z.iso.datetime() }),
});

export function webhookKeyJson({ publicKey, createdAt }: WebhookKey): Record<string, unknown> {
  return { public_key: publicKey, created_at: createdAt };
}
