import type { Command } from 'commander';
import type { TailOptions } from './commands/tail-initializations.js';
import type { Configure } from './configure.js';
import { wholeNumber } from './whole-number.js';

/** `ringback initializations …`. */
export function addInitializationCommands(program: Command, configure: Configure): void {
  const initializations = program
    .command('initializations')
    .description('Look into what was asked and answered when conversations began. Records are kept for 7 days.');

  initializations
    .command('tail')
    .description('Show the latest initializations, a line each, and go on as they come.')
    .option('--no-follow', 'show those there are, and end')
    .option('--lines <count>', 'how many of those there are, 0 to 1000', wholeNumber(0, 1000), 20)
    .option('--workspace <name>', 'those of another workspace than the default one')
    .option('--json', 'print each as a line of JSON, with its parts', false)
    .action(async (options: TailOptions) => {
      const { tailInitializationsCommand } = await import('./commands/tail-initializations.js');
      await tailInitializationsCommand(options, configure());
    });

  initializations
    .command('show')
    .description('Show one with its request, its answer, and how long each part took.')
    .argument('<id>', 'its id, as ringback initializations tail shows it')
    .option('--workspace <name>', 'one of another workspace than the default one')
    .option('--json', 'print it as JSON', false)
    .action(async (id: string, options: { workspace?: string; json: boolean }) => {
      const { showInitializationCommand } = await import('./commands/show-initialization.js');
      await showInitializationCommand(id, options, configure());
    });
}
