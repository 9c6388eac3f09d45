import { resolve } from 'node:path';
import { type Logger, pino } from 'pino';
import type { Config } from '../config.js';
import { type Database, openDatabase } from '../store/database.js';
import { hasDatabaseFiles } from '../store/embedded/data-directory.js';
import { migrate } from '../store/migrate.js';
import { ensureDefaultWorkspace, type Workspace } from '../store/workspaces.js';

/**
 * The configured database with its schema and its default workspace, for a command that runs without a server. It is closed again
 * when `use` fails; otherwise that is up to what `use` gives back. Where none was, it says so: whoever stands in another folder than
 * the server would take an empty database for theirs.
 *
 * @throws DataDirectoryInUse when a server has the embedded one open; whatever `use` throws
 */
export async function openOwnDatabase<Opened>(
  { databaseDirectUrl, databaseUrl, dataDir }: Config,
  use: (opened: OwnDatabase) => Promise<Opened>,
): Promise<Opened> {
  // Only what keeps a person waiting is worth a line: this is no server.
  const log = pino({ level: 'warn' }, pino.destination(2));
  const url = databaseDirectUrl ?? databaseUrl;
  if (url === undefined && !(await hasDatabaseFiles(dataDir))) console.error(newDatabaseNotice(dataDir));
  const database = await openDatabase({ url, dataDir }, log);
  try {
    await migrate(database, undefined, { log });
    return await use({ database, workspace: await ensureDefaultWorkspace(database.knex), log });
  } catch (error) {
    await database.close();
    throw error;
  }
}

function newDatabaseNotice(dataDir: string): string {
  const where = resolve(dataDir);
  return `ringback: no database was in ${where}, so a new one is made there. RINGBACK_DATA_DIR or DATABASE_URL names another.`;
}

/** What a command of its own works with. */
export interface OwnDatabase {
  readonly database: Database;
  /** The default one. */
  readonly workspace: Workspace;
  readonly log: Logger;
}
