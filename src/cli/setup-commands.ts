import type { Command } from 'commander';
import type { Configure } from './configure.js';

/** `ringback setup …`. */
export function addSetupCommands(program: Command, configure: Configure): void {
  program
    .command('setup')
    .description('Print what to paste and click at a voice platform, for this server and a workspace.')
    .argument('<platform>', 'vapi, retell or telnyx')
    .requiredOption('--url <url>', 'how the platform reaches this server: https://memory.example.com')
    .option('--workspace <name>', 'of another workspace than the default one', 'default')
    .option('--key <key>', 'an API key of the scope platform that is there already; otherwise one is made')
    .option('--json', 'print the steps as JSON', false)
    .addHelpText(
      'after',
      `
Examples:
  $ ringback setup vapi --url https://memory.example.com
  $ ringback setup retell --url https://memory.example.com --workspace acme`,
    )
    .action(async (platform: string, options: { url: string; workspace: string; key?: string; json: boolean }) => {
      const { setupCommand } = await import('./commands/setup.js');
      await setupCommand(platform, options, configure());
    });
}
