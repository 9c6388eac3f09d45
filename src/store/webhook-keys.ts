import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import type { Executor } from './database.js';
import type { SecretBox } from './secret-box.js';

/** The key pair with which a workspace signs the webhooks that it sends. Receivers know it by its public half. */
export interface WebhookKey {
  readonly id: string;
  /** Standard base64 of the raw 32 bytes, as Telnyx's `GET /v2/public_key` gives its own. */
  readonly publicKey: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** Nothing can be signed; the message says why, and what to do. */
export class WebhookKeyUnusable extends Error {
  override readonly name = 'WebhookKeyUnusable';
}

interface Row extends WebhookKey {
  readonly sealed: Buffer;
}

const RAW_KEY_BYTES = 32;

/**
 * The workspace's key, made when there is none yet. However many ask at once, there is one.
 *
 * @param secretBox absent: a key that is there is found, and none is made
 * @throws WebhookKeyUnusable
 */
export async function webhookKey(
  db: Executor,
  workspaceId: number,
  secretBox: SecretBox | undefined,
  now: Date,
): Promise<WebhookKey> {
  const { sealed, ...key } = await findOrMake(db, workspaceId, secretBox, now);
  return key;
}

/** The private half of the same key. */
export async function webhookPrivateKey(
  db: Executor,
  workspaceId: number,
  secretBox: SecretBox | undefined,
  now: Date,
): Promise<KeyObject> {
  const { id, sealed } = await findOrMake(db, workspaceId, secretBox, now);
  if (secretBox === undefined) throw keyMissing();
  const text = secretBox.open(sealed, contextOf(workspaceId, id));
  if (text === undefined) {
    throw new WebhookKeyUnusable(
      "This workspace's webhook key was sealed with another secret key than the one of now: set RINGBACK_SECRET_KEY to the earlier one, or make a new webhook key with `ringback keys webhook --replace`.",
    );
  }
  return createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
}

/** Puts a new key in the place of the one there was: from now on receivers need the new public half. */
export async function replaceWebhookKey(
  db: Executor,
  workspaceId: number,
  secretBox: SecretBox | undefined,
  now: Date,
): Promise<WebhookKey> {
  const { sealed, ...key } = await db.transaction(async (trx) => {
    await lock(trx, workspaceId);
    await trx.raw('DELETE FROM webhook_keys WHERE workspace_id = ?', [workspaceId]);
    return make(trx, workspaceId, secretBox, now);
  });
  return key;
}

async function findOrMake(
  db: Executor,
  workspaceId: number,
  secretBox: SecretBox | undefined,
  now: Date,
): Promise<Row> {
  const found = await find(db, workspaceId);
  if (found !== undefined) return found;
  return db.transaction(async (trx) => {
    await lock(trx, workspaceId);
    return (await find(trx, workspaceId)) ?? (await make(trx, workspaceId, secretBox, now));
  });
}

const COLUMNS = 'id, public_key AS "publicKey", created_at AS "createdAt", sealed_private_key AS sealed';

async function find(db: Executor, workspaceId: number): Promise<Row | undefined> {
  const { rows } = await db.raw<{ rows: Row[] }>(`SELECT ${COLUMNS} FROM webhook_keys WHERE workspace_id = ?`, [
    workspaceId,
  ]);
  return rows[0];
}

/** One after the other makes a key. Rows that refer to the workspace can be written meanwhile. */
async function lock(trx: Executor, workspaceId: number): Promise<void> {
  await trx.raw('SELECT FROM workspaces WHERE id = ? FOR NO KEY UPDATE', [workspaceId]);
}

async function make(trx: Executor, workspaceId: number, secretBox: SecretBox | undefined, now: Date): Promise<Row> {
  if (secretBox === undefined) throw keyMissing();
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { format: 'der', type: 'spki' },
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
  });
  const id = randomUUID();
  const { rows } = await trx.raw<{ rows: Row[] }>(
    `INSERT INTO webhook_keys (workspace_id, id, public_key, sealed_private_key, created_at)
     VALUES (?, ?, ?, ?, ?) RETURNING ${COLUMNS}`,
    [
      workspaceId,
      id,
      publicKey.subarray(-RAW_KEY_BYTES).toString('base64'),
      secretBox.seal(privateKey.toString('base64'), contextOf(workspaceId, id)),
      now.toISOString(),
    ],
  );
  return rows[0] as Row;
}

function contextOf(workspaceId: number, id: string): string {
  return `webhook-key/${workspaceId}/${id}`;
}

function keyMissing(): WebhookKeyUnusable {
  return new WebhookKeyUnusable('Set RINGBACK_SECRET_KEY (32 characters or more) to sign webhooks.');
}
