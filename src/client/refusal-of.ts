import { RingbackError, type RingbackProblem } from './ringback-error.js';

/** The refusal that an answer is: Telnyx's `{"errors":[…]}`; undefined for anything else. */
export function refusalOf(status: number, headers: Headers, json: unknown): RingbackError | undefined {
  const errors = memberOf(json, 'errors');
  if (!Array.isArray(errors)) return undefined;
  const [first, ...others] = errors.map(problemOf);
  if (first === undefined) return undefined;
  return new RingbackError([first, ...others], { status, requestId: headers.get('x-request-id') ?? undefined });
}

function problemOf(item: unknown): RingbackProblem {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const title = text(memberOf(item, 'title'));
  const pointer = memberOf(memberOf(item, 'source'), 'pointer');
  return {
    code: text(memberOf(item, 'code')),
    title,
    detail: text(memberOf(item, 'detail')) || title || 'The server refused the request.',
    ...(typeof pointer === 'string' ? { pointer } : {}),
  };
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string, unknown>)[name];
}
