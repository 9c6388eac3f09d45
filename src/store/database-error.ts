/**
 * The two ways in which the database can fail to answer. Everything else that a query throws is a `pg` DatabaseError with its
 * SQLSTATE: our own fault, since values are checked before any SQL.
 */

/** No connection, or one that was lost: the server is down, refuses us, or every connection is in use. */
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
  '25P03', // idle_in_transaction_session_timeout
  '53300', // too_many_connections
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
]);

const QUERY_CANCELED = '57014';

/** pg has no codes for its own errors. */
const DRIVER_MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout e)/;

/** What pg threw while a statement ran, as one of the two classes above where it is one. */
export function asDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseUnavailable) return error;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  // COPY has its own use of the same code.
  if (code === QUERY_CANCELED && error.message.startsWith('canceling statement'))
    return new DatabaseTimeout('The database took too long over a statement.', { cause: error });
  const lost =
    typeof syscall === 'string' ||
    (typeof code === 'string' && (code.startsWith('08') || LOST_CONNECTION_STATES.has(code))) ||
    DRIVER_MESSAGES.test(error.message);
  return lost ? unavailable(error) : error;
}

/** Whatever went wrong while connecting. */
export function unavailable(error: unknown): DatabaseUnavailable {
  if (error instanceof DatabaseUnavailable) return error;
  const text =
    error instanceof Error ? error.message || String((error as { code?: unknown }).code ?? error.name) : String(error);
  if (text.startsWith('timeout exceeded')) {
    return new DatabaseUnavailable('Every connection to the database is in use.', { cause: error });
  }
  return new DatabaseUnavailable(`The database does not answer: ${text}.`, { cause: error });
}
