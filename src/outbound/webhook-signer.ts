import { signWebhook } from '../platforms/telnyx/signing.js';
import type { Database } from '../store/database.js';
import type { SecretBox } from '../store/secret-box.js';
import { webhookPrivateKey } from '../store/webhook-keys.js';

/** Signs the webhooks of workspaces, each with the workspace's own key. */
export interface WebhookSigner {
  /**
   * The headers that a body goes with: `telnyx-signature-ed25519` and `telnyx-timestamp`. Receivers refuse them after five minutes, so
   * each try to deliver is signed anew.
   *
   * @param body exactly as it will be sent
   * @throws WebhookKeyUnusable, whose message may be shown to the workspace's people
   */
  headersFor(workspaceId: number, body: string): Promise<Record<string, string>>;
}

export interface WebhookSignerOptions {
  readonly database: Database;
  /** Absent: nothing can be signed. */
  readonly secretBox?: SecretBox | undefined;
  readonly now: () => Date;
}

export function createWebhookSigner({ database, secretBox, now }: WebhookSignerOptions): WebhookSigner {
  return {
    async headersFor(workspaceId, body) {
      const privateKey = await webhookPrivateKey(database.knex, workspaceId, secretBox, now());
      return signWebhook(privateKey, body, now());
    },
  };
}
