#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Argument, Command, CommanderError } from 'commander';
import type { Config } from '../config.js';
import { readConfig } from '../config.js';
import { addBackupCommands } from './backup-commands.js';
import type { StoryName } from './commands/demo.js';
import { failureText } from './failure-text.js';
import { addIndexCommands } from './index-commands.js';
import { addInitializationCommands } from './initialization-commands.js';
import { addJobCommands } from './job-commands.js';
import { addKeyCommands } from './key-commands.js';
import { addPolicyCommands } from './policy-commands.js';
import { addSetupCommands } from './setup-commands.js';
import { addSimulateCommands } from './simulate-commands.js';
import { addTransferCommands } from './transfer-commands.js';
import { addWorkspaceCommands } from './workspace-commands.js';

/** The `ringback` command. Each subcommand loads what it needs when it runs, so that `--help` answers at once. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('ringback')
  .description('Long-term memory for voice agents, on your own machine.')
  .version(version)
  .option('--data-dir <directory>', 'where the embedded database lives (RINGBACK_DATA_DIR, .ringback)')
  .addHelpText(
    'after',
    `
The query commands work beside a running server, through its HTTP API, and open the data directory themselves otherwise.
The environment variables that decide everything else are in the README.

Examples:
  $ ringback serve
  $ ringback query 'metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc'
  $ ringback explain 'metadata->tier=eq.gold&last_message_at=gte.now-10d'`,
  );

program
  .command('serve')
  .description('Start the server: the Telnyx-compatible API and the webhooks.')
  .option('--host <host>', 'address to listen on (HOST, 127.0.0.1)')
  .option('--port <port>', 'port to listen on, 0 picks a free one (PORT, 8787)')
  .action(async (options: { host?: string; port?: string }) => {
    const { serveCommand } = await import('./commands/serve.js');
    await serveCommand(configure({ HOST: options.host, PORT: options.port }));
  });

program
  .command('query')
  .description('Run a conversation_query and show the conversations it finds.')
  .argument('<text>', 'the query, as it stands in memory.conversation_query')
  .option('--json', 'print everything, as JSON', false)
  .action(async (text: string, options: { json: boolean }) => {
    const { queryCommand } = await import('./commands/query.js');
    await queryCommand(text, options, configure());
  });

program
  .command('explain')
  .description("Show a query's canonical text, SQL, bindings and plan, the index it uses, and what is slow about it.")
  .argument('<text>', 'the query')
  .option('--json', 'print the explanation as JSON', false)
  .action(async (text: string, options: { json: boolean }) => {
    const { explainCommand } = await import('./commands/explain.js');
    await explainCommand(text, options, configure());
  });

program
  .command('lint')
  .description('Say what is valid in a query and yet likely wrong. Exit code 1 when there are warnings.')
  .argument('<text>', 'the query; placeholders such as {{caller}} are welcome')
  .action(async (text: string) => {
    const { lintCommand } = await import('./commands/lint.js');
    lintCommand(text);
  });

program
  .command('demo')
  .description('Play a story step by step on a database of its own, and print what happens.')
  .addArgument(
    new Argument(
      '[story]',
      'conversations: the query language and the webhook; calls: a caller known on three platforms',
    )
      .choices(['conversations', 'calls'])
      .default('conversations'),
  )
  .action(async (story: StoryName) => {
    const { demo } = await import('./commands/demo.js');
    await demo(story, (line) => console.log(line));
  });

addWorkspaceCommands(program, configure);
addSetupCommands(program, configure);
addKeyCommands(program, configure);
addJobCommands(program, configure);
addTransferCommands(program, configure);
addBackupCommands(program, configure);
addPolicyCommands(program, configure);
addInitializationCommands(program, configure);
addIndexCommands(program, configure);
addSimulateCommands(program, configure);

/** The environment, with the options that were given in front of it. */
function configure(options: Readonly<Record<string, string | undefined>> = {}): Config {
  const given = { RINGBACK_DATA_DIR: program.opts<{ dataDir?: string }>().dataDir, ...options };
  const overrides = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return readConfig({ ...process.env, ...overrides });
}

pointToHelp(program, 'ringback');

/** What a wrong option is told: the help of the very command, since that of `ringback` does not have its options. */
function pointToHelp(command: Command, name: string): void {
  command.showHelpAfterError(`(${name} --help shows what there is)`);
  for (const inner of command.commands) pointToHelp(inner, `${name} ${inner.name()}`);
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exit(error.exitCode);
  console.error(failureText(error));
  process.exitCode = 1;
}
