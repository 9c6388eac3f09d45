import type { Operation } from '../operation.js';
import { EVERY_REFUSAL, RATE_LIMIT, RETRY_AFTER } from './answer.js';
import type { JsonSchema } from './json-schemas.js';

interface Refusal {
  /** In `components/responses`. */
  readonly name: string;
  readonly description: string;
  readonly headers?: object;
}

const REFUSALS: Readonly<Record<number, Refusal>> = {
  400: { name: 'BadRequest', description: 'The body is no JSON, or a header cannot be read.' },
  401: { name: 'Unauthenticated', description: 'There is no key or signature, or it is none that is known here.' },
  403: { name: 'Forbidden', description: 'The key does not have the scope that is needed.' },
  404: { name: 'NotFound', description: 'There is no such thing in this workspace.' },
  408: { name: 'RequestTimeout', description: 'The body did not come in time.' },
  409: {
    name: 'Conflict',
    description: 'A request with the same Idempotency-Key is under way, or the state of things does not allow it.',
    headers: RETRY_AFTER,
  },
  413: { name: 'ContentTooLarge', description: 'The body is too large.' },
  415: { name: 'UnsupportedEncoding', description: 'The body has a content-encoding that is not supported here.' },
  422: { name: 'Unprocessable', description: 'A field or a parameter is not as it has to be; each is named.' },
  429: {
    name: 'TooManyRequests',
    description:
      'The key, or the address, sent more requests than it may; or the address too many without a valid key.',
    headers: { ...RATE_LIMIT, ...RETRY_AFTER },
  },
  500: { name: 'Unexpected', description: 'Something went wrong inside the server; its log has more.' },
  503: {
    name: 'Unavailable',
    description: 'The database does not answer, or took too long.',
    headers: RETRY_AFTER,
  },
};

/** The statuses of an operation's refusals: those that it names, and what its access and its body bring along. */
function refusalStatuses({ access, body, refusals = [] }: Operation): readonly number[] {
  const isOpen = access === 'open';
  const isPlatform = access === 'telnyx' || access === 'vapi' || access === 'retell';
  // Too many: of an address, of a key, or, at any address that asks for one, without a valid key or signature.
  const statuses = new Set<number>([...refusals, 429, 500]);
  const add = (...more: readonly number[]) => {
    for (const status of more) statuses.add(status);
  };
  if (!isOpen) add(401, 403, 503);
  if (isPlatform) add(404);
  if (body !== undefined) add(408, 413, 415);
  // What a platform sends is taken as it is.
  if (body !== undefined && !isPlatform) add(400, 422);
  return [...statuses].sort((a, b) => a - b);
}

export function refusalReferences(operation: Operation): Readonly<Record<string, object>> {
  return Object.fromEntries(
    refusalStatuses(operation).map((status) => [status, { $ref: `#/components/responses/${refusalOf(status).name}` }]),
  );
}

/** @param schema of the errors */
export function refusalComponents(schema: JsonSchema): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.values(REFUSALS).map(({ name, description, headers = {} }) => [
      name,
      { description, headers: { ...EVERY_REFUSAL, ...headers }, content: { 'application/json': { schema } } },
    ]),
  );
}

function refusalOf(status: number): Refusal {
  const refusal = REFUSALS[status];
  if (refusal === undefined) throw new Error(`There is no description of a refusal with the status ${status}.`);
  return refusal;
}
