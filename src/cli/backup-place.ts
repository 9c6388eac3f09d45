import type { Config } from '../config.js';
import { CommandFailed } from './command-failed.js';
import type { BackupPlace } from './open-backup-database.js';

/** The database that the environment names; one that is reached through a pooler, by its own address. */
export function placeOf({ databaseUrl, databaseDirectUrl, dataDir }: Config): BackupPlace {
  const url = databaseDirectUrl ?? databaseUrl;
  return url === undefined ? { dataDir } : { url };
}

const VARIABLE = /^[A-Z_][A-Z0-9_]*$/;
const POSTGRES_URL = /^postgres(ql)?:\/\//;

/**
 * The place that an argument names: a data directory, the name of a variable that holds the URL of a server, or such a URL
 * without a password.
 *
 * @throws CommandFailed for a URL with a password, and for a variable that holds something else
 */
export function placeNamed(text: string, environment: Readonly<Record<string, string | undefined>>): BackupPlace {
  if (POSTGRES_URL.test(text)) {
    if (!/:\/\/[^/@]*:[^/@]*@|[?&]password=/.test(text)) return { url: text };
    throw new CommandFailed(
      'A password in an argument can be seen by others on this machine: put the URL into a variable, and give its name.',
    );
  }
  const value = VARIABLE.test(text) ? environment[text] || undefined : undefined;
  if (value === undefined) {
    if (!VARIABLE.test(text)) return { dataDir: text };
    throw new CommandFailed(`The variable ${text} is not set. For a data directory of that name, write ./${text}.`);
  }
  if (POSTGRES_URL.test(value)) return { url: value };
  throw new CommandFailed(`The variable ${text} has to hold a URL like postgres://user:password@host:5432/database.`);
}
