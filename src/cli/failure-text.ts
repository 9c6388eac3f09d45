import { QueryError, showProblem } from '../query/index.js';

/** Errors whose message is written for the person at the terminal. */
const PLAIN = new Set(['CommandFailed', 'ConfigError', 'DataDirectoryInUse', 'DatabaseUnavailable', 'DatabaseTimeout']);

/** What a command says when it fails: a query's problems with their carets, a plain line, or, for a fault of ours, the stack. */
export function failureText(error: unknown): string {
  if (error instanceof QueryError)
    return error.problems.map((problem) => showProblem(error.text, problem)).join('\n\n');
  if (!(error instanceof Error)) return `ringback: ${String(error)}`;
  if (PLAIN.has(error.name)) return `ringback: ${error.message}`;
  return listenFailure(error) ?? ourFault(error);
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
  const address = error.hostname ?? `${error.address}:${error.port}`;
  return reason && `ringback: ${address} ${reason}.`;
}

function ourFault(error: Error): string {
  return `ringback: this should not have happened; please report it.\n${error.stack ?? error.message}`;
}
