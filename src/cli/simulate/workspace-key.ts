import type { Config } from '../../config.js';
import { openSecretBox } from '../../store/open-secret-box.js';
import { DataDirectoryInUse } from '../../store/owner-lock.js';
import { WebhookKeyUnusable, webhookPrivateKey } from '../../store/webhook-keys.js';
import { findWorkspace } from '../../store/workspaces.js';
import { CommandFailed } from '../command-failed.js';
import { openOwnDatabase } from '../open-own-database.js';
import { publicKeyOf, type SigningKey } from './signing-key.js';

/**
 * The key that a workspace signs its own webhooks with (`ringback keys webhook`). It never leaves the server over HTTP, so the database
 * is opened here: the embedded one only while no server has it.
 */
export async function signingKeyOfWorkspace(name: string, config: Config): Promise<SigningKey> {
  try {
    return await openOwnDatabase(config, async ({ database }) => {
      const workspace = await findWorkspace(database.knex, name);
      if (workspace === undefined) throw new CommandFailed(`There is no workspace ${JSON.stringify(name)}.`);
      const secretBox = await openSecretBox(database.kind, config.dataDir, config.secretKey);
      const privateKey = await webhookPrivateKey(database.knex, workspace.id, secretBox, new Date());
      const origin = `the webhook key of the workspace ${name}`;
      await database.close();
      return { privateKey, publicKey: publicKeyOf(privateKey), origin, isNew: false };
    });
  } catch (error) {
    if (error instanceof WebhookKeyUnusable) throw new CommandFailed(error.message, { cause: error });
    if (!(error instanceof DataDirectoryInUse)) throw error;
    throw new CommandFailed(
      'The key of a workspace is in the database that the running server has open: sign with --key-file instead.',
      { cause: error },
    );
  }
}
