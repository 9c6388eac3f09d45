import { z } from 'zod';
import { SECRET_PLATFORMS } from '../../platforms/secret-kinds.js';
import type { SecretRecord } from '../../store/workspace-secrets.js';

/** A platform's secret as our routes write it: never its value. */
export const SecretJson = z.object({
  id: z.uuid(),
  platform: z.enum(SECRET_PLATFORMS as [string, ...string[]]),
  name: z.string().describe('What it is for: `public_key`, `api_key`, `secret`, `hmac_secret`.'),
  created_at: z.iso.datetime(),
});

export const SecretAnswer = z.object({ data: SecretJson });

export const SecretListAnswer = z.object({ data: z.array(SecretJson).describe('By platform, name and age.') });

export function secretJson({ id, platform, name, createdAt }: SecretRecord): Record<string, unknown> {
  return { id, platform, name, created_at: createdAt };
}
