import { type Outbound, type OutboundAnswer, OutboundFailed, OutboundRefused } from '../../outbound/outbound.js';
import type { WebhookSigner } from '../../outbound/webhook-signer.js';
import { type ReceivedAnswer, readInitializationAnswer } from '../../platforms/telnyx/read-initialization-answer.js';
import { WebhookKeyUnusable } from '../../store/webhook-keys.js';

/** What the webhook of an assistant did. */
export interface WebhookOutcome {
  /** `none`: the assistant has none. Everything but `ok` is as if it had answered nothing. */
  readonly status: 'ok' | 'timeout' | 'error' | 'invalid' | 'none';
  /** From the first packet to the last byte, or to when it was given up. */
  readonly durationMs: number;
  /** Sentences, without a path or query of the URL, a secret, or words of the answer. */
  readonly detail?: string;
  /** Only with `ok`. */
  readonly answer?: ReceivedAnswer;
  /** What came over HTTP, where something came as a whole. For the record of it. */
  readonly received?: { readonly status: number; readonly body: Buffer };
  /** For the log: what nobody expected. */
  readonly error?: unknown;
}

export interface WebhookRequest {
  readonly workspaceId: number;
  readonly url: string;
  /** As it is sent. */
  readonly body: string;
  readonly timeoutMs: number;
}

export interface WebhookDependencies {
  readonly outbound: Outbound;
  readonly signer: WebhookSigner;
}

/** More variables and metadata than that no conversation has. */
const ANSWER_BYTES_MAX = 256 * 1024;

/** Signing asks the database for the key; the webhook's own time begins after it. */
const SIGN_MS = 400;

/** Sends the signed event, and reads the answer. Never rejects, and settles within the timeout and the time that signing may take. */
export async function askWebhook(
  { outbound, signer }: WebhookDependencies,
  { workspaceId, url, body, timeoutMs }: WebhookRequest,
): Promise<WebhookOutcome> {
  const signed = await sign(() => signer.headersFor(workspaceId, body));
  if (!('headers' in signed)) return { status: 'error', durationMs: 0, ...signed };
  const startMs = performance.now();
  try {
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...signed.headers };
    const limits = { timeoutMs, answerBytesMax: ANSWER_BYTES_MAX };
    return outcomeOf(await outbound.request({ method: 'POST', url, headers, body, ...limits }));
  } catch (error) {
    return { durationMs: performance.now() - startMs, ...failureOf(error) };
  }
}

function outcomeOf({ status, body, durationMs }: OutboundAnswer): WebhookOutcome {
  const received = { status, body };
  if (status >= 300 && status < 400) {
    const detail = `The webhook answered ${status}: redirects are not followed.`;
    return { status: 'error', durationMs, detail, received };
  }
  if (status < 200 || status > 299) {
    return { status: 'error', durationMs, detail: `The webhook answered ${status}.`, received };
  }
  const { answer, problems } = readInitializationAnswer(body);
  const detail = problems.length === 0 ? {} : { detail: problems.join(' ') };
  if (answer === undefined) return { status: 'invalid', durationMs, ...detail, received };
  return { status: 'ok', durationMs, ...detail, answer, received };
}

function failureOf(error: unknown): Pick<WebhookOutcome, 'status' | 'detail' | 'error'> {
  if (error instanceof OutboundRefused) return { status: 'error', detail: error.message };
  if (!(error instanceof OutboundFailed)) return { status: 'error', detail: 'The webhook could not be called.', error };
  const { message: detail, reason } = error;
  if (reason === 'timeout') return { status: 'timeout', detail };
  return { status: reason === 'too-large' ? 'invalid' : 'error', detail };
}

type Signed = { readonly headers: Record<string, string> } | Pick<WebhookOutcome, 'detail' | 'error'>;

async function sign(headersFor: () => Promise<Record<string, string>>): Promise<Signed> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Signed>((resolve) => {
    const detail = 'The webhook was not called: the key to sign with could not be read in time.';
    timer = setTimeout(() => resolve({ detail }), SIGN_MS);
  });
  const signing = headersFor().then(
    (headers): Signed => ({ headers }),
    (error: unknown): Signed => {
      if (error instanceof WebhookKeyUnusable) return { detail: `The webhook was not called: ${error.message}` };
      return { detail: 'The webhook was not called: the key to sign with could not be read.', error };
    },
  );
  try {
    return await Promise.race([signing, late]);
  } finally {
    clearTimeout(timer);
  }
}
