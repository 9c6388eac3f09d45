import { pino } from 'pino';
import { type Database, openDatabase } from '../store/database.js';
import { hasDatabaseFiles } from '../store/embedded/data-directory.js';
import { CommandFailed } from './command-failed.js';

/** Where a backup is read or written: a server's URL, or the data directory of an embedded database. */
export type BackupPlace = { readonly url: string } | { readonly dataDir: string };

/** Whoever reads or writes a file in between may take so long. */
const PAUSE_MS = 3_600_000;

/** For a table that is read or written in one statement. */
const STATEMENT_MS = 3_600_000;

const NO_TEMPLATE = '/dev/null/none';

/** @throws CommandFailed when there is no database in the data directory; opening it would make an empty one */
export async function openToRead(place: BackupPlace): Promise<Database> {
  if ('dataDir' in place && !(await hasDatabaseFiles(place.dataDir))) {
    throw new CommandFailed(`There is no database in the data directory ${place.dataDir}.`);
  }
  return open(place);
}

/** A new data directory gets files without tables: those are made as they were when the backup was taken. */
export async function openToWrite(place: BackupPlace): Promise<Database> {
  return open(place, NO_TEMPLATE);
}

/** One connection: all there is to do is one transaction after the other. */
function open(place: BackupPlace, templateDir?: string): Promise<Database> {
  // Only what keeps a person waiting is worth a line: this is no server.
  const log = pino({ level: 'warn' }, pino.destination(2));
  return openDatabase(
    {
      ...('url' in place ? { url: place.url, dataDir: '' } : { dataDir: place.dataDir }),
      poolMax: 1,
      statementTimeoutMs: STATEMENT_MS,
      idleInTransactionTimeoutMs: PAUSE_MS,
      ...(templateDir === undefined ? {} : { templateDir }),
    },
    log,
  );
}
