/**
 * What a log may say of an error that nobody expected: enough to find the place, and nothing of what was being worked on.
 *
 * Messages of the database and of parsers quote the data (`invalid input syntax for type json: …`), so of those only the code
 * and the frames are kept. Messages of the runtime (`x is not a function`) name our own code.
 */
export interface ErrorDescription {
  readonly name: string;
  /** A SQLSTATE or a system code (`57014`, `ECONNREFUSED`). */
  readonly code?: string;
  readonly message?: string;
  /** The frames, innermost first, without the message above them. */
  readonly frames?: readonly string[];
}

const FRAMES_MAX = 12;

/** Those whose message is about our code, or about the state of the database, never about data. */
const TELLING_ERRORS: ReadonlySet<string> = new Set([
  'TypeError',
  'RangeError',
  'ReferenceError',
  'AssertionError',
  'DatabaseUnavailable',
  'DatabaseTimeout',
  'TimeIsUp',
]);

/** Takes whatever was thrown; never throws itself. */
export function describeError(thrown: unknown): ErrorDescription {
  if (!(thrown instanceof Error)) return { name: `thrown ${typeof thrown}` };
  const { code } = thrown as { code?: unknown };
  // The message stands above the frames, and may have lines that look like one.
  const frames = thrown.stack
    ?.replace(thrown.message, '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, FRAMES_MAX)
    .map((line) => line.trim());
  return {
    name: thrown.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(TELLING_ERRORS.has(thrown.name) ? { message: thrown.message } : {}),
    ...(frames === undefined || frames.length === 0 ? {} : { frames }),
  };
}
