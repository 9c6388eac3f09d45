import type { Command } from 'commander';
import type { Configure } from './configure.js';

/** `ringback keys …`. */
export function addKeyCommands(program: Command, configure: Configure): void {
  const keys = program
    .command('keys')
    .description('Administer API keys, and the key that webhooks are signed with.')
    .addHelpText(
      'after',
      `
Scopes: read, write, admin (covers the rest; of the default workspace it administers the whole server), and platform, which opens
the routes of voice platforms only.`,
    );

  keys
    .command('create')
    .description('Make an API key and show it, this once.')
    .argument('<name>', 'what people call it')
    .option('--scopes <scopes>', 'what it opens, joined by commas: read, write, admin, platform', 'read,write')
    .option('--workspace <name>', 'whose it is to be (default)')
    .option('--json', 'print it as JSON', false)
    .action(async (name: string, options: { scopes: string; workspace?: string; json: boolean }) => {
      const { createKeyCommand } = await import('./commands/create-key.js');
      await createKeyCommand(name, options, configure());
    });

  keys
    .command('list')
    .description('Show the API keys of a workspace, never the keys themselves.')
    .option('--workspace <name>', 'of another workspace than the default one')
    .option('--json', 'print them as JSON', false)
    .action(async (options: { workspace?: string; json: boolean }) => {
      const { listKeysCommand } = await import('./commands/list-keys.js');
      await listKeysCommand(options, configure());
    });

  keys
    .command('revoke')
    .description('End an API key: within ten seconds it opens nothing any more.')
    .argument('<id>', 'as ringback keys list shows it')
    .option('--workspace <name>', 'of another workspace than the default one')
    .action(async (id: string, options: { workspace?: string }) => {
      const { revokeKeyCommand } = await import('./commands/revoke-key.js');
      await revokeKeyCommand(id, options, configure());
    });

  keys
    .command('webhook')
    .description('Print the public key that the webhooks of a workspace are checked with.')
    .option('--workspace <name>', 'of another workspace than the default one', 'default')
    .option('--replace', 'make a new one first: receivers refuse what is signed from now on until they have it', false)
    .option('--json', 'print it as JSON', false)
    .action(async (options: { workspace: string; replace: boolean; json: boolean }) => {
      const { webhookKeyCommand } = await import('./commands/webhook-key.js');
      await webhookKeyCommand(options, configure());
    });
}
