import type { ErrorRequestHandler, Request } from 'express';
import type { Logger } from 'pino';
import { describeError } from '../errors.js';
import { QueryError } from '../query/index.js';
import { DatabaseTimeout, DatabaseUnavailable } from '../store/database-error.js';
import { errorItem } from './error-item.js';
import { observationOf } from './observation.js';
import { queryErrorItems } from './query-error-items.js';
import { bodyTooLarge, invalidJson, notFound, RequestError, unavailable, unprocessable } from './request-error.js';
import { sendJson } from './send-json.js';
import { TimeIsUp } from './within.js';

/** What the parts of Express say of a request that is not well-formed. */
interface HttpError {
  readonly status: number;
  readonly type?: string;
  readonly limit?: number;
}

/** Methods that may be sent twice with the same effect, so that the SDK may try again by itself. */
const REPEATABLE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

export interface ErrorResponseOptions {
  /** Told of each request that is refused with 401; what it is answered with instead. */
  readonly onUnauthenticated?: (req: Request) => RequestError | undefined;
}

/**
 * The one place where errors become answers: Telnyx's `{"errors":[…]}`, a status, and whether to try again
 * (`x-should-retry`, which the official SDK obeys). Never a stack, never SQL; what nobody expected is logged instead.
 */
export function errorResponse(log: Logger, { onUnauthenticated }: ErrorResponseOptions = {}): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    const found = refusalOf(error, req);
    const refusal = (found.status === 401 ? onUnauthenticated?.(req) : undefined) ?? found;
    if (refusal.status >= 500) {
      const { requestId, route } = observationOf(res);
      // Our own refusals are said in words of ours; where they were thrown says less.
      const why = error instanceof RequestError ? { reason: error.message } : { error: describeError(error) };
      log.error({ request_id: requestId, route, ...why }, 'request failed');
    }
    if (res.headersSent) {
      res.destroy();
      return;
    }
    const repeatable = REPEATABLE.has(req.method) || observationOf(res).repeatable === true;
    const retry = refusal.status === 503 && refusal.headers['retry-after'] !== undefined && repeatable;
    res.setHeader('x-should-retry', String(retry));
    for (const [name, value] of Object.entries(refusal.headers)) res.setHeader(name, value);
    sendJson(res, refusal.status, { errors: refusal.items });
  };
}

/** What an error is to the one who asked. */
export function refusalOf(error: unknown, req: Request): RequestError {
  if (error instanceof RequestError) return error;
  if (error instanceof QueryError) return unprocessable(queryErrorItems(error));
  if (error instanceof DatabaseUnavailable || error instanceof TimeIsUp) {
    return unavailable('The database does not answer.');
  }
  if (error instanceof DatabaseTimeout) {
    // Without "retry-after": the same request would take as long again.
    return new RequestError(503, [errorItem('unavailable', 'The database took too long over this request.')]);
  }
  if (isHttpError(error)) return httpRefusal(error, req);
  return new RequestError(500, [errorItem('unexpected', 'Something went wrong inside the server; its log has more.')]);
}

function httpRefusal(error: HttpError, req: Request): RequestError {
  switch (error.type) {
    case 'entity.too.large':
      return bodyTooLarge(error.limit ?? 0);
    case 'encoding.unsupported':
      return new RequestError(415, [errorItem('badRequest', 'This content-encoding is not supported here.')]);
    case 'request.aborted':
      return invalidJson('The body ended before it was complete.');
    default:
      return isDecodable(req.path)
        ? new RequestError(400, [errorItem('badRequest', 'The body cannot be read.')])
        : notFound('There is nothing at this address.');
  }
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function isHttpError(error: unknown): error is HttpError {
  if (typeof error !== 'object' || error === null) return false;
  const { status } = error as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500;
}
