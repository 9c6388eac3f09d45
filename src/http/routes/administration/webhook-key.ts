import { replaceWebhookKey, WebhookKeyUnusable, webhookKey } from '../../../store/webhook-keys.js';
import type { RouteDependencies } from '../../dependencies.js';
import { errorItem } from '../../error-item.js';
import { unprocessable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { PublicKeyAnswer, WebhookKeyAnswer, webhookKeyJson } from '../../wire/webhook-key.js';
import { workspaceOf } from '../../workspace-of.js';

/** The public half of the key with which a workspace's webhooks are signed, as Telnyx gives its own. */
export function publicKeyRoute({ authorize, database, now, secretBox }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v2/public_key', '/public_key'],
    operation: {
      id: 'retrievePublicKey',
      tag: 'administration',
      summary: 'Retrieve the key that webhooks are checked with',
      description:
        'The webhooks that Ringback sends are signed as Telnyx signs its own, with a key of the workspace. It is made when it is first asked for.',
      access: 'read',
      answer: { status: 200, description: 'The public key.', schema: PublicKeyAnswer },
      refusals: [422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const { publicKey } = await sayingWhy(() => webhookKey(database.knex, workspaceId, secretBox, now()));
      sendJson(res, 200, { data: { public: publicKey } });
    },
  };
}

/** The same for who administers the workspace. */
export function retrieveWebhookKeyRoute({ authorize, database, now, secretBox }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/workspaces/:name/webhook_key'],
    operation: {
      id: 'retrieveWebhookKey',
      tag: 'administration',
      summary: "Retrieve the public half of a workspace's webhook key",
      access: 'admin',
      answer: { status: 200, description: 'The public key.', schema: WebhookKeyAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const { id } = await workspaceOf(database, principal, String(req.params.name));
      const key = await sayingWhy(() => webhookKey(database.knex, id, secretBox, now()));
      sendJson(res, 200, { data: webhookKeyJson(key) });
    },
  };
}

/** Puts a new key in the place of the workspace's. */
export function replaceWebhookKeyRoute({ authorize, database, now, secretBox }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v1/workspaces/:name/webhook_key'],
    operation: {
      id: 'replaceWebhookKey',
      tag: 'administration',
      summary: "Replace a workspace's webhook key",
      description: 'From now on receivers need the new public half: what they check with the earlier one, they refuse.',
      access: 'admin',
      answer: { status: 201, description: 'The new public key.', schema: WebhookKeyAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const { id } = await workspaceOf(database, principal, String(req.params.name));
      const key = await sayingWhy(() => replaceWebhookKey(database.knex, id, secretBox, now()));
      sendJson(res, 201, { data: webhookKeyJson(key) });
    },
  };
}

async function sayingWhy<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WebhookKeyUnusable) throw unprocessable([errorItem('unprocessable', error.message)]);
    throw error;
  }
}
