import type { Command } from 'commander';
import type { ListJobsOptions } from './commands/list-jobs.js';
import type { RetryJobsOptions } from './commands/retry-jobs.js';
import type { Configure } from './configure.js';

/** `ringback jobs …`. */
export function addJobCommands(program: Command, configure: Configure): void {
  const jobs = program
    .command('jobs')
    .description(
      'See to the background work: insights that are run, webhooks that are delivered, calls that are fetched.',
    );

  jobs
    .command('list')
    .description('Show jobs, newest first.')
    .option('--status <status>', 'only those that are processing (waiting ones, too), completed or failed')
    .option('--type <type>', 'only those of a type, such as run-insights')
    .option('--limit <count>', 'how many at most, 1 to 1000 (100)')
    .option('--workspace <name>', 'those of another workspace than the default one')
    .option('--json', 'print everything, as JSON', false)
    .action(async (options: ListJobsOptions) => {
      const { listJobsCommand } = await import('./commands/list-jobs.js');
      await listJobsCommand(options, configure());
    });

  jobs
    .command('retry')
    .description('Have jobs done again that failed for good, once what they failed for is out of the way.')
    .argument('[id]', 'the job, by the id that ringback jobs list shows')
    .option('--all-failed', 'all that failed', false)
    .option('--type <type>', 'with --all-failed: only those of a type')
    .option('--workspace <name>', 'those of another workspace than the default one')
    .action(async (id: string | undefined, options: RetryJobsOptions) => {
      const { retryJobsCommand } = await import('./commands/retry-jobs.js');
      await retryJobsCommand(id, options, configure());
    });
}
