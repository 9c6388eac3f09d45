import type { Command } from 'commander';
import type { Configure } from './configure.js';

/** `ringback index …`. */
export function addIndexCommands(program: Command, configure: Configure): void {
  const index = program
    .command('index')
    .description(
      'Make queries fast that ask for a metadata key: indexes of all workspaces, newest conversation first.',
    );

  index
    .command('add')
    .description(
      'Make the index of a metadata key, while everybody goes on working. One that was not finished is replaced.',
    )
    .argument('<key>', 'the key, such as campaign for metadata->campaign')
    .action(async (key: string) => {
      const { addIndexCommand } = await import('./commands/add-index.js');
      await addIndexCommand(key, configure());
    });

  index
    .command('list')
    .description('Show the indexes that were made, how large they are, and how often they were used.')
    .option('--json', 'print everything, as JSON', false)
    .action(async (options: { json: boolean }) => {
      const { listIndexesCommand } = await import('./commands/list-indexes.js');
      await listIndexesCommand(options, configure());
    });

  index
    .command('drop')
    .description('Drop the index of a metadata key: queries find the same without it.')
    .argument('<key>', 'the key')
    .action(async (key: string) => {
      const { dropIndexCommand } = await import('./commands/drop-index.js');
      await dropIndexCommand(key, configure());
    });

  index
    .command('advise')
    .description('Say which metadata keys an index would help, by the queries that were answered.')
    .option('--json', 'print everything, as JSON', false)
    .action(async (options: { json: boolean }) => {
      const { adviseIndexesCommand } = await import('./commands/advise-indexes.js');
      await adviseIndexesCommand(options, configure());
    });
}
