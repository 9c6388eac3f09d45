import { pino } from 'pino';
import type { Config } from '../../config.js';
import { openDatabase } from '../../store/database.js';
import { migrate } from '../../store/migrate.js';
import { openSecretBox } from '../../store/open-secret-box.js';
import { DataDirectoryInUse } from '../../store/owner-lock.js';
import { WebhookKeyUnusable, webhookPrivateKey } from '../../store/webhook-keys.js';
import { ensureDefaultWorkspace, findWorkspace } from '../../store/workspaces.js';
import { CommandFailed } from '../command-failed.js';
import { publicKeyOf, type SigningKey } from './signing-key.js';

/**
 * The key that a workspace signs its own webhooks with (`ringback keys webhook`). It never leaves the server over HTTP, so the database
 * is opened here: the embedded one only while no server has it.
 */
export async function signingKeyOfWorkspace(name: string, config: Config): Promise<SigningKey> {
  const log = pino({ level: 'warn' }, pino.destination(2));
  const database = await openDatabase(
    { url: config.databaseDirectUrl ?? config.databaseUrl, dataDir: config.dataDir },
    log,
  ).catch((error) => {
    if (!(error instanceof DataDirectoryInUse)) throw error;
    throw new CommandFailed(
      'The key of a workspace is in the database that the running server has open: sign with --key-file instead.',
      { cause: error },
    );
  });
  try {
    await migrate(database);
    await ensureDefaultWorkspace(database.knex);
    const workspace = await findWorkspace(database.knex, name);
    if (workspace === undefined) throw new CommandFailed(`There is no workspace ${JSON.stringify(name)}.`);
    const secretBox = await openSecretBox(database.kind, config.dataDir, config.secretKey);
    const privateKey = await webhookPrivateKey(database.knex, workspace.id, secretBox, new Date());
    const origin = `the webhook key of the workspace ${name}`;
    return { privateKey, publicKey: publicKeyOf(privateKey), origin, isNew: false };
  } catch (error) {
    if (error instanceof WebhookKeyUnusable) throw new CommandFailed(error.message, { cause: error });
    throw error;
  } finally {
    await database.close();
  }
}
