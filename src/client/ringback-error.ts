/** One problem of a request, as the server writes it. */
export interface RingbackProblem {
  /** Of Telnyx's catalogue (`10009`: the API key is not right), or of the query language (`RQ201`). */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** JSON pointer to the field of the body that is wrong: `/user/phone`. */
  readonly pointer?: string | undefined;
}

/** Why there is no answer of the server's that can be used. */
export type NoAnswerCode =
  /** Time was over first. */
  | 'late'
  /** No connection, or it broke. */
  | 'unreachable'
  /** It answered something else than Ringback does: most often `baseUrl` is another program's. */
  | 'unreadable'
  /** It is stopping, or its database is away (5xx). */
  | 'unavailable'
  /** More requests than this key may send (429). */
  | 'rate_limited';

/**
 * A request that the server refused (`status` is its own), or that could not be made (`status` is 0, or that of the failure, and `code`
 * is a NoAnswerCode).
 */
export class RingbackError extends Error {
  override readonly name = 'RingbackError';
  readonly status: number;
  /** The first problem's. */
  readonly code: string;
  readonly detail: string;
  readonly pointer: string | undefined;
  /** All of them. */
  readonly problems: readonly RingbackProblem[];
  /** By which the server's log knows the request. */
  readonly requestId: string | undefined;

  constructor(
    problems: readonly [RingbackProblem, ...RingbackProblem[]],
    options: { readonly status: number; readonly requestId?: string | undefined; readonly cause?: unknown },
  ) {
    super(problems[0].detail, 'cause' in options ? { cause: options.cause } : {});
    const [{ code, detail, pointer }] = problems;
    this.status = options.status;
    this.code = code;
    this.detail = detail;
    this.pointer = pointer;
    this.problems = problems;
    this.requestId = options.requestId;
  }
}
