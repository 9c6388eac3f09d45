import { z } from 'zod';
import { type ApiKeyRecord, SCOPES } from '../../store/api-keys.js';

/** An API key as our routes write it: never the key, but once. */
export const ApiKeyJson = z.object({
  id: z.uuid(),
  name: z.string().describe('What people call it.'),
  workspace: z.string(),
  scopes: z
    .array(z.enum(SCOPES))
    .describe('`admin` covers the rest; `platform` opens the routes of voice platforms only.'),
  created_at: z.iso.datetime(),
  last_used_at: z.iso.datetime().nullable().describe('To some ten seconds. Null: never.'),
  revoked_at: z.iso.datetime().nullable().describe('Null: it works.'),
});

export const ApiKeyListAnswer = z.object({
  data: z.array(ApiKeyJson).describe('Oldest first, revoked ones among them.'),
});

export const NewApiKeyAnswer = z.object({
  data: ApiKeyJson.extend({
    key: z.string().describe('The key itself. It is shown this once; only a hash of it is kept.'),
  }),
});

export function apiKeyJson(record: ApiKeyRecord, workspace: string): Record<string, unknown> {
  const { id, name, scopes, createdAt, lastUsedAt, revokedAt } = record;
  return { id, name, workspace, scopes, created_at: createdAt, last_used_at: lastUsedAt, revoked_at: revokedAt };
}
