import { AnswerTooLong } from './capped-fetch.js';
import { ModelFailed } from './language-model.js';

/** What to make of a request to the endpoint that did not end in an answer. */
export interface EndpointFailure {
  readonly error: ModelFailed;
  /** Whether to ask again at once, within the same time limit. */
  readonly isRetried: boolean;
  /** What the endpoint asks for (`Retry-After`). */
  readonly waitMs?: number;
  /** The request as it was put is refused: put otherwise, it may be taken. */
  readonly isRefused: boolean;
}

/** How the environment variables begin that say where an endpoint is. */
export type EndpointPrefix = 'LLM' | 'EMBEDDING';

/**
 * Reads an error of the `openai` package or of fetch. Only status, code and headers are taken: its message and its body may quote
 * the prompt.
 *
 * @param prefix of the variables that its sentence names
 */
export function endpointFailure(thrown: unknown, prefix: EndpointPrefix): EndpointFailure {
  const { status, code, headers } = thrown as { status?: unknown; code?: unknown; headers?: unknown };
  if (typeof status !== 'number') return connectionFailure(thrown, prefix);
  const shown = `${status}${isCode(code) ? `, ${code}` : ''}`;
  const isRetried =
    (status === 408 || status === 409 || status === 429 || status >= 500) && code !== 'insufficient_quota';
  const waitMs = isRetried && headers instanceof Headers ? retryAfterMs(headers) : undefined;
  return {
    error: new ModelFailed(sentenceFor(status, code, shown, prefix), { isTemporary: isRetried || status === 429 }),
    isRetried,
    ...(waitMs === undefined ? {} : { waitMs }),
    isRefused: [400, 415, 422, 501].includes(status) && !isTooLong(code),
  };
}

function sentenceFor(status: number, code: unknown, shown: string, prefix: EndpointPrefix): string {
  if (status >= 300 && status < 400) {
    return `The model endpoint redirects (${shown}): set ${prefix}_BASE_URL to where it leads.`;
  }
  if (status === 401 || status === 403)
    return `The model endpoint refuses the key (${shown}): check ${prefix}_API_KEY.`;
  if (status === 404) {
    return `The model endpoint has no such address or model (${shown}): check ${prefix}_BASE_URL and ${prefix}_MODEL.`;
  }
  if (status === 413 || isTooLong(code)) return `The request is too long for the model (${shown}).`;
  if (status === 429) return `The model endpoint takes no more requests for now (${shown}).`;
  if (status >= 500) return `The model endpoint failed (${shown}).`;
  return `The model endpoint refuses the request (${shown}).`;
}

function isTooLong(code: unknown): boolean {
  return code === 'context_length_exceeded' || code === 'string_above_max_length';
}

/** A word for machines, and not a sentence that may quote something. */
function isCode(code: unknown): code is string {
  return typeof code === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(code);
}

const CAUSES_MAX = 5;

function connectionFailure(thrown: unknown, prefix: EndpointPrefix): EndpointFailure {
  let cause = thrown;
  for (let depth = 0; depth < CAUSES_MAX && cause instanceof Error; depth++) {
    if (cause instanceof AnswerTooLong) {
      const error = new ModelFailed('The model endpoint sent a longer answer than is read.', { isTemporary: false });
      return { error, isRetried: false, isRefused: false };
    }
    const { code } = cause as { code?: unknown };
    if (isCode(code)) return unreachable(` (${code})`, prefix);
    cause = cause.cause;
  }
  return unreachable('', prefix);
}

function unreachable(shown: string, prefix: EndpointPrefix): EndpointFailure {
  const message = `The model endpoint cannot be reached${shown}: check ${prefix}_BASE_URL.`;
  return { error: new ModelFailed(message, { isTemporary: true }), isRetried: true, isRefused: false };
}

/** RFC 9110: seconds or a date; `retry-after-ms` is what OpenAI and Azure add. */
function retryAfterMs(headers: Headers): number | undefined {
  const ms = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms;
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const waitMs = /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}
