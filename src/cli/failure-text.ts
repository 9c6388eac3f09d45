import { QueryError, showProblem } from '../query/index.js';

/** Errors whose message is written for the person at the terminal. */
const PLAIN = new Set([
  'BackupUnusable',
  'CommandFailed',
  'ConfigError',
  'DataDirectoryInUse',
  'DatabaseUnavailable',
  'DatabaseTimeout',
  'NothingToBackUp',
  'PolicyError',
  'PolicyFileUnusable',
  'RestoreRefused',
  'SchemaUnknown',
  'SecretKeyFileUnusable',
]);

/** What a command says when it fails: a query's problems with their carets, a plain line, or, for a fault of ours, the stack. */
export function failureText(error: unknown): string {
  if (error instanceof QueryError)
    return error.problems.map((problem) => showProblem(error.text, problem)).join('\n\n');
  if (!(error instanceof Error)) return `ringback: ${String(error)}`;
  if (PLAIN.has(error.name)) return `ringback: ${error.message}`;
  return listenFailure(error) ?? fileFailure(error) ?? permissionFailure(error) ?? ourFault(error);
}

const LISTEN_FAILURES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: stop what listens there, or set PORT to another',
  EACCES: 'may not be listened on by this user: set PORT to one above 1023',
  EADDRNOTAVAIL: 'is no address of this machine: set HOST to one',
  ENOTFOUND: 'is no address of this machine: set HOST to one',
};

/** What the system says of an address that cannot be listened on, in words that help. */
function listenFailure(
  error: NodeJS.ErrnoException & { address?: string; port?: number; hostname?: string },
): string | undefined {
  if (error.syscall !== 'listen' && error.syscall !== 'getaddrinfo') return undefined;
  const reason = LISTEN_FAILURES[error.code ?? ''];
  // Of a name there is no address, and of a port that would have been picked no number.
  const address = error.hostname ?? (error.port === undefined ? error.address : `${error.address}:${error.port}`);
  return reason && `ringback: ${address} ${reason}.`;
}

const FILE_FAILURES: Readonly<Record<string, string>> = {
  EACCES: 'may not be used by this user',
  EPERM: 'may not be used by this user',
  EEXIST: 'is in the way: it is no directory',
  ENOTDIR: 'cannot be made: part of its path is no directory',
  EROFS: 'is on a file system that takes no writing',
  ENOSPC: 'has no room left on its disk',
};

/** What the system says of a file or a directory. The only ones that a command makes are those of the data directory. */
function fileFailure({ code, path: source, dest }: NodeJS.ErrnoException & { dest?: string }): string | undefined {
  const reason = FILE_FAILURES[code ?? ''];
  // Of a copy it is what is written: the files of a new database are copied from the build's.
  const path = dest ?? source;
  if (path === undefined || reason === undefined) return undefined;
  return `ringback: ${path} ${reason}. Mend that, or set RINGBACK_DATA_DIR to another directory.`;
}

const INSUFFICIENT_PRIVILEGE = '42501';

/** What Postgres says of its user's rights. Knex writes the statement in front of it. */
function permissionFailure({ code, message }: NodeJS.ErrnoException): string | undefined {
  if (code !== INSUFFICIENT_PRIVILEGE) return undefined;
  const reason = message.split(' - ').at(-1);
  return `ringback: The user of the database lacks a right: ${reason}. It has to own ringback's schema and what is in it; docs/growing.md shows how.`;
}

function ourFault(error: Error): string {
  return `ringback: this should not have happened; please report it.\n${error.stack ?? error.message}`;
}
