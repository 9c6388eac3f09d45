import type { Command } from 'commander';
import type { Configure } from './configure.js';

/** `ringback apply` and `ringback policies …`. */
export function addPolicyCommands(program: Command, configure: Configure): void {
  program
    .command('apply')
    .description('Put a policy file in force: what assistants are told when a conversation begins.')
    .argument('[file]', 'the file (RINGBACK_CONFIG, ringback.yaml)')
    .option('--workspace <name>', 'whose policies they are (what the file says, or default)')
    .option('--dry-run', 'check the file, and change nothing', false)
    .action(async (file: string | undefined, options: { workspace?: string; dryRun: boolean }) => {
      const { applyCommand } = await import('./commands/apply.js');
      await applyCommand(file, options, configure());
    });

  const policies = program.command('policies').description('Look at policies, and try them.');

  policies
    .command('show')
    .description('Print the policy file that holds.')
    .option('--workspace <name>', 'of another workspace than the default one')
    .option('--json', 'print it as JSON, with its revision', false)
    .action(async (options: { workspace?: string; json: boolean }) => {
      const { showPoliciesCommand } = await import('./commands/show-policies.js');
      await showPoliciesCommand(options, configure());
    });

  policies
    .command('test')
    .description('Show what an initialization event would get, and why, step by step. Look-ups are made.')
    .argument('<event>', 'a file with the event as Telnyx sends it, or - for standard input')
    .option('--file <file>', 'try this policy file, and not the one that holds')
    .option('--workspace <name>', 'of another workspace than the default one')
    .option('--json', 'print it as JSON', false)
    .action(async (event: string, options: { file?: string; workspace?: string; json: boolean }) => {
      const { testPoliciesCommand } = await import('./commands/test-policies.js');
      await testPoliciesCommand(event, options, configure());
    });

  policies
    .command('remove')
    .description('Take the policies away: the built-in one holds again.')
    .option('--workspace <name>', 'of another workspace than the default one')
    .action(async (options: { workspace?: string }) => {
      const { removePoliciesCommand } = await import('./commands/remove-policies.js');
      await removePoliciesCommand(options, configure());
    });
}
