/**
 * The two ways in which the database can fail to answer. Everything else that a query throws is a `pg` DatabaseError with its
 * SQLSTATE: our own fault, since values are checked before any SQL.
 */

/**
 * No connection, or one that was lost: the server is down, refuses us, every connection is in use, or a new one hangs. Or it has no
 * room to write.
 */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    fixMessage(this, message);
  }
}

/** The answer was not there in time. The statement may still have taken effect. */
export class DatabaseTimeout extends Error {
  override readonly name = 'DatabaseTimeout';

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    fixMessage(this, message);
  }
}

/** Knex writes the statement in front of the message of every error; ours are shown to people. */
function fixMessage(error: Error, message: string): void {
  Object.defineProperty(error, 'message', { get: () => message, set: () => {}, configurable: true });
}

const LOST_CONNECTION_STATES: ReadonlySet<string> = new Set([
  '25006', // read_only_sql_transaction: the primary of before
  '25P03', // idle_in_transaction_session_timeout
  '53300', // too_many_connections
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
]);

/** Nothing can be written: disk_full, out_of_memory, io_error. It passes when somebody makes room. */
const NO_ROOM_STATES: ReadonlySet<unknown> = new Set(['53100', '53200', '58030']);

/** Where Postgres extends a file: past a quota, or a limit on the size of files, it has no state of its own for that. */
const NO_ROOM_ROUTINES: ReadonlySet<unknown> = new Set(['mdextend', 'mdzeroextend']);

const QUERY_CANCELED = '57014';

/** Of the class of lost connections, but what Postgres says to a wrong number of bindings. */
const PROTOCOL_VIOLATION = '08P01';

/** pg has no codes for its own errors. */
const DRIVER_MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout e)/;

/** What pg threw while a statement ran, as one of the two classes above where it is one. */
export function asDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseUnavailable) return error;
  const { code, routine, syscall } = error as { code?: unknown; routine?: unknown; syscall?: unknown };
  if (NO_ROOM_STATES.has(code) || NO_ROOM_ROUTINES.has(routine)) {
    return new DatabaseUnavailable('The database has no room to write.', { cause: error });
  }
  // COPY has its own use of the same code.
  if (code === QUERY_CANCELED && error.message.startsWith('canceling statement')) {
    return new DatabaseTimeout('The database took too long over a statement.', { cause: error });
  }
  const lost = typeof syscall === 'string' || isLostConnectionState(code) || DRIVER_MESSAGES.test(error.message);
  return lost ? unavailable(error) : error;
}

/** What Node says of a certificate that cannot be verified. */
const UNTRUSTED = /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|ERR_TLS_CERT_)/;

/** pg's words; there is no code. */
const NO_TLS = 'The server does not support SSL connections';

/**
 * A refusal that waiting does not change: no such user, password, database or permission; no TLS, or none that can be verified.
 *
 * @param error what pg or Node threw: the cause of a DatabaseUnavailable
 */
export function isFinalRefusal(error: unknown): boolean {
  const { code, message, syscall } = (error ?? {}) as { code?: unknown; message?: unknown; syscall?: unknown };
  if (message === NO_TLS || syscall === OPEN_FILE) return true;
  return typeof code === 'string' && (/^(28|3D|3F|42)/.test(code) || UNTRUSTED.test(code));
}

/** While connecting, files are read that the URL names: those of certificates. */
const OPEN_FILE = 'open';

/** Whatever went wrong while connecting. */
export function unavailable(error: unknown): DatabaseUnavailable {
  if (error instanceof DatabaseUnavailable) return error;
  const { code } = (error ?? {}) as { code?: unknown };
  // Where a name has several addresses, the error of them all has no message.
  const text = (error instanceof Error && error.message) || String(code ?? error);
  // pg says the same when all are in use and when a new one hangs.
  if (text.startsWith('timeout exceeded')) {
    return new DatabaseUnavailable('No connection to the database was to be had in time.', { cause: error });
  }
  const advice = tlsAdvice(text, error);
  if (advice !== undefined) return new DatabaseUnavailable(advice, { cause: error });
  const refused = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  const what = refused ? 'refuses the connection' : 'does not answer';
  return new DatabaseUnavailable(`The database ${what}: ${text}.`, { cause: error });
}

function tlsAdvice(text: string, error: unknown): string | undefined {
  const { code, path, syscall } = (error ?? {}) as { code?: unknown; path?: unknown; syscall?: unknown };
  if (syscall === OPEN_FILE)
    return `The URL of the database names ${String(path)}, which cannot be read (${String(code)}).`;
  if (text === NO_TLS) return 'The database does not speak TLS: its URL has to say sslmode=disable.';
  if (typeof code !== 'string' || !UNTRUSTED.test(code)) return undefined;
  return `The certificate of the database cannot be verified: ${text}. Name its authority in the URL (sslrootcert=<file>), or be content with encryption (sslmode=no-verify).`;
}

function isLostConnectionState(code: unknown): boolean {
  if (typeof code !== 'string' || code === PROTOCOL_VIOLATION) return false;
  return code.startsWith('08') || LOST_CONNECTION_STATES.has(code);
}
