import { type ErrorItem, errorItem } from './error-item.js';

/** A request that is refused: what a route throws, and `error-response.ts` answers. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: number;
  readonly items: readonly ErrorItem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, items: readonly ErrorItem[], headers: Readonly<Record<string, string>> = {}) {
    super(items[0]?.detail ?? `Refused with ${status}.`);
    this.status = status;
    this.items = items;
    this.headers = headers;
  }
}

export function notFound(detail: string): RequestError {
  return new RequestError(404, [errorItem('notFound', detail)]);
}

/** Also for an id that is no UUID: there can be no such conversation. */
export function conversationNotFound(id: string): RequestError {
  return notFound(`There is no conversation ${JSON.stringify(id)}.`);
}

/** Telnyx's documented text. It is the same whatever was wrong, so that it helps nobody to guess. */
export function unauthenticated(): RequestError {
  const detail = 'The required authentication headers were either invalid or not included in the request.';
  return new RequestError(401, [errorItem('unauthenticated', detail)]);
}

export function forbidden(scope: string): RequestError {
  return new RequestError(403, [errorItem('forbidden', `This API key does not have the scope "${scope}".`)]);
}

export function invalidJson(detail: string): RequestError {
  return new RequestError(400, [errorItem('invalidJson', detail)]);
}

export function bodyTooLarge(limitBytes: number): RequestError {
  return new RequestError(413, [errorItem('badRequest', `The body is larger than ${limitBytes} bytes.`)]);
}

export function methodNotAllowed(method: string, allowed: readonly string[]): RequestError {
  const allow = allowed.join(', ');
  const detail = `${method} is not possible here; this address takes ${allow}.`;
  return new RequestError(405, [errorItem('methodNotAllowed', detail)], { allow });
}

/** As many as the query language reports. */
const ITEMS_MAX = 10;

/** @param items of which the first ten are told: the rest is of the same kind */
export function unprocessable(items: readonly ErrorItem[]): RequestError {
  return new RequestError(422, items.slice(0, ITEMS_MAX));
}

/** Nothing is wrong with the request: it can be sent again. */
export function unavailable(detail: string): RequestError {
  return new RequestError(503, [errorItem('unavailable', detail)], { 'retry-after': '1' });
}
