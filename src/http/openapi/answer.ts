import type { Operation } from '../operation.js';
import type { JsonSchema } from './json-schemas.js';

const text = (description: string) => ({ description, schema: { type: 'string' } });
const number = (description: string) => ({ description, schema: { type: 'integer' } });

/** The headers that answers of several routes have, by their names in `components/headers`. */
export const ANSWER_HEADERS = {
  RequestId: text('The id of the request in the log: the one it came with as `x-request-id`, or a new one.'),
  ShouldRetry: {
    description: 'Whether sending the same request again may help. The official SDK obeys it.',
    schema: { enum: ['true', 'false'] },
  },
  RetryAfter: number('Seconds to wait before the request is sent again.'),
  RateLimit: number(
    'How many requests this key may send in a second. Only where the server limits them, as the next two.',
  ),
  RateLimitRemaining: number('How many of them are left.'),
  RateLimitReset: number('Seconds until they are counted anew.'),
  IdempotencyReplayed: text('`true`: the answer of the first request with this `Idempotency-Key`.'),
} as const;

const refer = (name: keyof typeof ANSWER_HEADERS) => ({ $ref: `#/components/headers/${name}` });

const EVERY_ANSWER = { 'x-request-id': refer('RequestId') };

export const EVERY_REFUSAL = { ...EVERY_ANSWER, 'x-should-retry': refer('ShouldRetry') };

export const RETRY_AFTER = { 'retry-after': refer('RetryAfter') };

export const RATE_LIMIT = {
  'x-ratelimit-limit': refer('RateLimit'),
  'x-ratelimit-remaining': refer('RateLimitRemaining'),
  'x-ratelimit-reset': refer('RateLimitReset'),
};

const RATE_LIMITED: ReadonlySet<string> = new Set(['read', 'write', 'admin']);

/** The answer of an operation when all is well. */
export function answerObject({ access, answer, headers }: Operation, schema: JsonSchema | undefined): object {
  const { description, contentType = 'application/json' } = answer;
  const own = Object.entries(answer.headers ?? {}).map(([name, meaning]) => [name, text(meaning)]);
  return {
    description,
    headers: {
      ...EVERY_ANSWER,
      ...(RATE_LIMITED.has(access) ? RATE_LIMIT : {}),
      ...(headers !== undefined && 'Idempotency-Key' in headers.shape
        ? { 'idempotency-replayed': refer('IdempotencyReplayed') }
        : {}),
      ...Object.fromEntries(own),
    },
    ...(schema === undefined && answer.contentType === undefined
      ? {}
      : { content: { [contentType]: mediaType(contentType, schema) } }),
  };
}

/** Of JSON lines the schema is that of one line, for which OpenAPI has a word only from 3.2 on. */
export function mediaType(contentType: string, schema: JsonSchema | undefined): object {
  if (contentType === 'application/json') return { schema };
  const each = schema === undefined ? {} : { 'x-itemSchema': schema };
  return { schema: { type: 'string' }, ...each };
}
