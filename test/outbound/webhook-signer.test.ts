import Telnyx from 'telnyx';
import { beforeAll, expect, it } from 'vitest';
import { createWebhookSigner, type WebhookSigner } from '../../src/outbound/webhook-signer.js';
import { readPublicKey, refuseSignature } from '../../src/platforms/telnyx/signature.js';
import { openSecretBox } from '../../src/store/open-secret-box.js';
import type { SecretBox } from '../../src/store/secret-box.js';
import { replaceWebhookKey, webhookKey } from '../../src/store/webhook-keys.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';

const NOW = new Date('2026-02-03T04:05:06.789Z');

describeOnBothDatabases('webhooks', (database) => {
  let secretBox: SecretBox;
  let signer: WebhookSigner;
  beforeAll(async () => {
    secretBox = (await openSecretBox('server', '', 'a secret key of more than 32 characters'))!;
    signer = createWebhookSigner({ database: database(), secretBox, now: () => NOW });
  });

  const keyOf = (workspaceId: number) => webhookKey(database().knex, workspaceId, secretBox, NOW);

  it('are signed so that Telnyx’s own check takes them, and no other body', async () => {
    const { id } = await makeWorkspace(database());
    const body = JSON.stringify({ event_type: 'conversation_insight_result', text: 'Ünïcode ☎' });
    const headers = await signer.headersFor(id, body);
    expect(headers).toEqual({
      'telnyx-signature-ed25519': expect.stringMatching(/^[A-Za-z0-9+/]{86}==$/),
      'telnyx-timestamp': '1770091506',
    });
    const { publicKey, createdAt } = await keyOf(id);
    expect(createdAt).toBe('2026-02-03T04:05:06.789Z');
    const refusal = (text: string, nowMs: number) =>
      refuseSignature(
        {
          signature: headers['telnyx-signature-ed25519'],
          timestamp: headers['telnyx-timestamp'],
          rawBody: Buffer.from(text),
        },
        [readPublicKey(publicKey)!],
        nowMs,
      );
    expect(refusal(body, NOW.getTime())).toBeUndefined();
    expect(refusal(`${body} `, NOW.getTime())).toBe('signature-mismatch');
    expect(refusal(body, NOW.getTime() + 400_000)).toBe('outside-replay-window');
  });

  it('are taken by the official SDK', async () => {
    const { id } = await makeWorkspace(database());
    const current = createWebhookSigner({ database: database(), secretBox, now: () => new Date() });
    const body = JSON.stringify({ data: { event_type: 'conversation_insight_result' } });
    const headers = await current.headersFor(id, body);
    const { publicKey } = await keyOf(id);
    const client = new Telnyx({ apiKey: 'unused', publicKey });
    expect(await client.webhooks.unwrap(body, { headers })).toMatchObject({
      data: { event_type: 'conversation_insight_result' },
    });
    await expect(async () => client.webhooks.unwrap(`${body} `, { headers })).rejects.toThrow();
  });

  it('have one key in a workspace, however many ask for it first, and another one in another', async () => {
    const { id } = await makeWorkspace(database());
    const keys = await Promise.all(Array.from({ length: 8 }, () => keyOf(id)));
    expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
    const { id: otherId } = await makeWorkspace(database());
    expect((await keyOf(otherId)).publicKey).not.toBe(keys[0]!.publicKey);
  });

  it('are signed with the new key once it is replaced', async () => {
    const { id } = await makeWorkspace(database());
    const earlier = await keyOf(id);
    const replaced = await replaceWebhookKey(database().knex, id, secretBox, NOW);
    expect(replaced.publicKey).not.toBe(earlier.publicKey);
    expect(await keyOf(id)).toEqual(replaced);
    const headers = await signer.headersFor(id, '{}');
    const verdict = (publicKey: string) =>
      refuseSignature(
        {
          signature: headers['telnyx-signature-ed25519'],
          timestamp: headers['telnyx-timestamp'],
          rawBody: Buffer.from('{}'),
        },
        [readPublicKey(publicKey)!],
        NOW.getTime(),
      );
    expect([verdict(earlier.publicKey), verdict(replaced.publicKey)]).toEqual(['signature-mismatch', undefined]);
  });

  it('keep the private half sealed, for this workspace and row only', async () => {
    const { id } = await makeWorkspace(database());
    const { id: otherId } = await makeWorkspace(database());
    await keyOf(id);
    const { id: keyId } = await keyOf(otherId);
    await database().knex.raw(
      `UPDATE webhook_keys SET sealed_private_key = (SELECT sealed_private_key FROM webhook_keys WHERE workspace_id = ?)
       WHERE workspace_id = ? AND id = ?`,
      [id, otherId, keyId],
    );
    await expect(signer.headersFor(otherId, '{}')).rejects.toThrow(
      "This workspace's webhook key was sealed with another secret key than the one of now: set RINGBACK_SECRET_KEY to the earlier one, or make a new webhook key with `ringback keys webhook --replace`.",
    );
  });

  it('cannot be signed without a secret key; a public half that is there is still known', async () => {
    const { id } = await makeWorkspace(database());
    const bare = createWebhookSigner({ database: database(), now: () => NOW });
    const message = 'Set RINGBACK_SECRET_KEY (32 characters or more) to sign webhooks.';
    await expect(bare.headersFor(id, '{}')).rejects.toThrow(message);
    await expect(webhookKey(database().knex, id, undefined, NOW)).rejects.toThrow(message);
    const key = await keyOf(id);
    expect(await webhookKey(database().knex, id, undefined, NOW)).toEqual(key);
    await expect(bare.headersFor(id, '{}')).rejects.toThrow(message);
  });
});
