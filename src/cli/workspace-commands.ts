import type { Command } from 'commander';
import type { Configure } from './configure.js';
import { type SettingsOptions, withSettingsOptions } from './settings-options.js';

/** `ringback workspaces …`. */
export function addWorkspaceCommands(program: Command, configure: Configure): void {
  const workspaces = program
    .command('workspaces')
    .description('Administer workspaces: tenants with conversations, keys and platform secrets of their own.')
    .addHelpText(
      'after',
      `
Examples:
  $ ringback workspaces create acme --assistants assistant-1,assistant-2 --time-zone America/New_York
  $ ringback workspaces secret set acme telnyx public_key < acme-public-key.txt
  $ ringback keys create "acme's backend" --scopes read,write --workspace acme`,
    );

  workspaces
    .command('list')
    .description('Show all workspaces.')
    .option('--json', 'print everything, as JSON', false)
    .action(async (options: { json: boolean }) => {
      const { listWorkspacesCommand } = await import('./commands/list-workspaces.js');
      await listWorkspacesCommand(options, configure());
    });

  withSettingsOptions(workspaces.command('create'))
    .description('Make a workspace.')
    .argument('<name>', 'lower case letters, digits and hyphens: it stands in the addresses that platforms call')
    .option('--json', 'print it as JSON', false)
    .action(async (name: string, options: SettingsOptions & { json: boolean }) => {
      const { createWorkspaceCommand } = await import('./commands/create-workspace.js');
      await createWorkspaceCommand(name, options, configure());
    });

  workspaces
    .command('health')
    .description('Show what a workspace last heard of its voice platforms, and whether reports of calls are missing.')
    .argument('<name>')
    .option('--json', 'print it as JSON', false)
    .action(async (name: string, options: { json: boolean }) => {
      const { workspaceHealthCommand } = await import('./commands/workspace-health.js');
      await workspaceHealthCommand(name, options, configure());
    });

  workspaces
    .command('show')
    .description('Show a workspace with its settings.')
    .argument('<name>')
    .option('--json', 'print it as JSON', false)
    .action(async (name: string, options: { json: boolean }) => {
      const { showWorkspaceCommand } = await import('./commands/show-workspace.js');
      await showWorkspaceCommand(name, options, configure());
    });

  withSettingsOptions(workspaces.command('set'))
    .description("Change a workspace's settings; the others stay as they are. An empty text takes a setting away.")
    .argument('<name>')
    .option('--json', 'print the workspace as JSON', false)
    .action(async (name: string, options: SettingsOptions & { json: boolean }) => {
      const { setWorkspaceCommand } = await import('./commands/set-workspace.js');
      await setWorkspaceCommand(name, options, configure());
    });

  workspaces
    .command('delete')
    .description('Delete a workspace with everything it has. Asks for its name.')
    .argument('<name>')
    .option('--confirm <name>', 'the same name again, where nobody can be asked')
    .action(async (name: string, options: { confirm?: string }) => {
      const { deleteWorkspaceCommand } = await import('./commands/delete-workspace.js');
      await deleteWorkspaceCommand(name, options, configure());
    });

  addSecretCommands(workspaces, configure);
}

function addSecretCommands(workspaces: Command, configure: Configure): void {
  const secret = workspaces
    .command('secret')
    .description("Keep the voice platforms' secrets of a workspace, encrypted.")
    .addHelpText(
      'after',
      `
Kinds: telnyx public_key, telnyx api_key, vapi secret, vapi hmac_secret, retell api_key, and lookup with a
name of your own for {{ secrets.NAME }} in policies. Several of a kind hold at once: to replace
one, set the new one, change it at the platform, and remove the old one.`,
    );

  secret
    .command('set')
    .description('Keep a secret: piped in, from a file, or typed without being shown.')
    .argument('<workspace>')
    .argument('<platform>', 'telnyx, vapi, retell or lookup')
    .argument('<name>', 'what it is for: public_key, api_key, secret or hmac_secret; for lookup any')
    .option('--value-file <path>', 'the file that holds it')
    .option('--json', 'print what is kept as JSON, without its value', false)
    .action(
      async (workspace: string, platform: string, name: string, options: { valueFile?: string; json: boolean }) => {
        const { setSecretCommand } = await import('./commands/set-secret.js');
        await setSecretCommand({ workspace, platform, name }, options, configure());
      },
    );

  secret
    .command('list')
    .description('Show which secrets a workspace keeps, without their values.')
    .argument('<workspace>')
    .option('--json', 'print them as JSON', false)
    .action(async (workspace: string, options: { json: boolean }) => {
      const { listSecretsCommand } = await import('./commands/list-secrets.js');
      await listSecretsCommand(workspace, options, configure());
    });

  secret
    .command('remove')
    .description('Remove a secret.')
    .argument('<workspace>')
    .argument('<id>', 'as ringback workspaces secret list shows it')
    .action(async (workspace: string, id: string) => {
      const { removeSecretCommand } = await import('./commands/remove-secret.js');
      await removeSecretCommand(workspace, id, configure());
    });
}
