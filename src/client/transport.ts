import { refusalOf } from './refusal-of.js';
import { type NoAnswerCode, RingbackError } from './ringback-error.js';

/** Where requests go, and what with. */
export interface Transport {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly fetch: typeof globalThis.fetch;
}

export interface Sending {
  readonly method: 'GET' | 'POST';
  /** `/v1/search`. */
  readonly path: string;
  /** JSON. */
  readonly body?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Until the whole answer is here. */
  readonly timeoutMs: number;
}

/** What came of one request. `missing`: there is no answer, and the same request may have one later. */
export type Outcome =
  | { readonly kind: 'answer'; readonly json: unknown }
  | { readonly kind: 'refused'; readonly error: RingbackError }
  | {
      readonly kind: 'missing';
      readonly reason: NoAnswerCode;
      readonly error: RingbackError;
      /** As the server asks for; 0 where it does not. */
      readonly retryAfterMs: number;
    };

/** Far more than any answer has. */
const ANSWER_BYTES_MAX = 16 * 1024 * 1024;

const TITLES: Readonly<Record<NoAnswerCode, string>> = {
  late: 'Time is over',
  unreachable: 'The server cannot be reached',
  unreadable: 'The answer cannot be read',
  unavailable: 'Service unavailable',
  rate_limited: 'Too many requests',
};

/** Sends one request and reads the answer. Never rejects, and never later than `timeoutMs`, whatever `fetch` does. */
export async function sendOnce(transport: Transport, sending: Sending): Promise<Outcome> {
  const { timeoutMs } = sending;
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => {
      resolve(missing('late', `The server did not answer within ${Math.round(timeoutMs)} ms.`));
      controller.abort();
    }, timeoutMs);
  });
  try {
    return await Promise.race([late, exchange(transport, sending, controller.signal)]);
  } finally {
    clearTimeout(timer);
  }
}

export function missing(
  reason: NoAnswerCode,
  detail: string,
  { status = 0, retryAfterMs = 0, ...rest }: { status?: number; retryAfterMs?: number; cause?: unknown } = {},
): Outcome & { readonly kind: 'missing' } {
  const error = new RingbackError([{ code: reason, title: TITLES[reason], detail }], { status, ...rest });
  return { kind: 'missing', reason, error, retryAfterMs };
}

async function exchange(transport: Transport, sending: Sending, signal: AbortSignal): Promise<Outcome> {
  const { method, path, body, idempotencyKey } = sending;
  let response: Response;
  let text: string | undefined;
  try {
    response = await transport.fetch(`${transport.baseUrl}${path}`, {
      method,
      signal,
      // A key is not for whoever a server may point at.
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${transport.apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body }),
    });
    text = await textWithin(response, ANSWER_BYTES_MAX);
  } catch (cause) {
    return missing('unreachable', `The server at ${transport.baseUrl} cannot be reached.`, { cause });
  }
  const { status, headers } = response;
  const json = text === undefined ? undefined : jsonOf(text);
  if (status >= 200 && status < 300 && json !== undefined) return { kind: 'answer', json };
  const error = refusalOf(status, headers, json);
  const retryAfterMs = retryAfterOf(headers);
  if (status >= 500 || status === 408 || (status === 409 && headers.get('x-should-retry') === 'true')) {
    return missing('unavailable', error?.detail ?? `The server answered ${status}.`, { status, retryAfterMs });
  }
  if (status === 429 && headers.get('x-should-retry') !== 'false') {
    return missing('rate_limited', error?.detail ?? 'Too many requests.', { status, retryAfterMs });
  }
  if (error !== undefined) return { kind: 'refused', error };
  return missing('unreadable', `What answers at ${transport.baseUrl} is not Ringback (status ${status}).`, { status });
}

/** @returns undefined when it is longer */
async function textWithin(response: Response, bytesMax: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > bytesMax) return undefined;
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Seconds: this server sends no dates. */
function retryAfterOf(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
}
