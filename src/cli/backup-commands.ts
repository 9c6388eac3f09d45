import type { Command } from 'commander';
import type { Configure } from './configure.js';

/** `ringback backup`, `ringback restore` and `ringback move`. */
export function addBackupCommands(program: Command, configure: Configure): void {
  program
    .command('backup')
    .description('Write everything of all workspaces into one file, which any version of Postgres can take.')
    .argument('<file>', 'the file, there under its name when it is complete; - is standard output')
    .addHelpText(
      'after',
      `
With DATABASE_URL it reads one moment of the database, and a running server goes on beside it. The embedded database has one owner:
stop the server first.
The key that seals workspaces' secrets (RINGBACK_SECRET_KEY, or secret.key in the data directory) is not in the file: keep it elsewhere.

Examples:
  $ ringback backup ringback-2025-06-01.backup
  $ ringback backup - | age -r "$KEY" > ringback.backup.age`,
    )
    .action(async (file: string) => {
      const { backupCommand } = await import('./commands/backup.js');
      await backupCommand(file, configure());
    });

  program
    .command('restore')
    .description('Put a backup into an empty database. All of it is there afterwards, or nothing has changed.')
    .argument('<file>', 'the file; - is standard input')
    .option('--replace', 'into a database that is not empty: everything in it is deleted', false)
    .option('--check', 'read the file to its end, compare its checksum, and restore nothing', false)
    .addHelpText(
      'after',
      `
Stop the servers of the database first. Callers who were erased since the backup was taken are in it: docs/backup.md says what to do.

Examples:
  $ ringback restore ringback-2025-06-01.backup --check
  $ ringback --data-dir restored restore ringback-2025-06-01.backup`,
    )
    .action(async (file: string, options: import('./commands/restore.js').RestoreOptions) => {
      const { restoreCommand } = await import('./commands/restore.js');
      await restoreCommand(file, options, configure());
    });

  program
    .command('move')
    .description(
      'Copy everything from one database into another: from a data directory to a server, back, or between servers.',
    )
    .argument('<from>', 'a data directory, or the name of a variable that holds the URL of a server')
    .argument('<to>', 'the same')
    .option('--replace', 'into a database that is not empty: everything in it is deleted', false)
    .addHelpText(
      'after',
      `
A URL with a password stands in a variable, since others on the machine can see what a command is given.
The servers of both are stopped first. What was there stays where it was.

Examples:
  $ DATABASE_URL=postgres://… ringback move .ringback DATABASE_URL
  $ OLD=postgres://… NEW=postgres://… ringback move OLD NEW`,
    )
    .action(async (from: string, to: string, options: import('./commands/move.js').MoveOptions) => {
      const { moveCommand } = await import('./commands/move.js');
      await moveCommand({ from, to }, options, process.env);
    });
}
