import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type Telnyx from 'telnyx';

/** What is read of a Telnyx account, through the official SDK. Values are as Telnyx wrote them: `platforms/telnyx/records.ts` reads them. */
export interface TelnyxAccount {
  /** The oldest conversations first, from a time on (ISO 8601). There are no pages: only a limit. */
  listConversations(query: {
    readonly createdSince?: string | undefined;
    readonly limit: number;
  }): Promise<readonly unknown[]>;
  retrieveConversation(conversationId: string): Promise<unknown>;
  /** All of them, in Telnyx's order. */
  listMessages(conversationId: string): Promise<readonly unknown[]>;
}

export interface TelnyxAccountOptions {
  readonly apiKey: string;
  /** With `/v2`. Absent: Telnyx's own. */
  readonly baseUrl?: string | undefined;
  /** Ends what is under way. */
  readonly signal?: AbortSignal;
  /** After a first fault; doubled after each further one. */
  readonly backOffMs?: number;
  /** Telnyx asked us to wait for so long. */
  readonly onWait?: (waitMs: number) => void;
}

export const TELNYX_BASE_URL = 'https://api.telnyx.com/v2';

/** What Telnyx answers, and will again. The message says what would help; it has nothing of the answer's body. */
export class TelnyxRefused extends Error {
  override readonly name = 'TelnyxRefused';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Telnyx cannot be reached, or not now: later it may be. */
export class TelnyxUnavailable extends Error {
  override readonly name = 'TelnyxUnavailable';
}

const TIMEOUT_MS = 30_000;
const PAGE_SIZE = 100;

/** A fault is tried again so often, a request beyond the rate so often. */
const FAULTS_MAX = 5;
const RATE_LIMITS_MAX = 30;
const BACK_OFF_MS = 500;
const BACK_OFF_MAX_MS = 8_000;
/** Longer than any window of a rate limit is likely to be. */
const WAIT_MAX_MS = 5 * 60_000;
/** A conversation that grows while its pages are read is read anew so often. */
const READINGS_MAX = 5;

/**
 * Opens an account. The SDK's own retries are off: they sleep as long as a header says, and cannot be interrupted. Ours wait as
 * long as Telnyx asks, all requests of this account together.
 */
export async function openTelnyxAccount(options: TelnyxAccountOptions): Promise<TelnyxAccount> {
  const { apiKey, baseUrl = TELNYX_BASE_URL, signal } = options;
  const { default: TelnyxClient } = await import('telnyx');
  const client = new TelnyxClient({
    apiKey,
    baseURL: baseUrl,
    // What the SDK would read from the environment, and use in the place of the key.
    clientID: null,
    clientSecret: null,
    publicKey: null,
    maxRetries: 0,
    timeout: TIMEOUT_MS,
    logLevel: 'off',
  });
  const patiently = patientRequests(options);
  const interruptible = interruptibleCalls(signal);

  return {
    listConversations: ({ createdSince, limit }) =>
      interruptible(async (own) => {
        const query = {
          order: 'created_at.asc',
          limit,
          ...(createdSince === undefined ? {} : { created_at: `gte.${createdSince}` }),
        };
        const { data } = await patiently(own, () => client.ai.conversations.list(query, { signal: own }));
        return listOf(data);
      }),
    retrieveConversation: (conversationId) =>
      interruptible(async (own) => {
        const request = () => client.ai.conversations.retrieve(conversationId, { signal: own });
        return (await patiently(own, request)).data;
      }),
    listMessages: (conversationId) =>
      interruptible(async (own) => {
        for (let reading = 1; reading <= READINGS_MAX; reading += 1) {
          const messages = await readPages(client, conversationId, patiently, own);
          if (messages !== undefined) return messages;
        }
        throw new TelnyxUnavailable(
          'A conversation gains messages faster than they can be read. Try again when it has ended.',
        );
      }),
  };
}

/**
 * Gives each call a signal of its own: the SDK listens to a signal with every request and never stops, so that one for a whole import
 * would keep what all its requests left behind.
 */
function interruptibleCalls(
  signal: AbortSignal | undefined,
): <Result>(call: (own: AbortSignal) => Promise<Result>) => Promise<Result> {
  const underWay = new Set<AbortController>();
  signal?.addEventListener('abort', () => {
    for (const controller of underWay) controller.abort(signal.reason);
  });
  return async (call) => {
    signal?.throwIfAborted();
    const controller = new AbortController();
    // As many as the call has requests.
    setMaxListeners(0, controller.signal);
    underWay.add(controller);
    try {
      return await call(controller.signal);
    } finally {
      underWay.delete(controller);
    }
  };
}

/** Undefined when the conversation changed meanwhile: a message may then stand on two pages, or on none. */
async function readPages(
  client: Telnyx,
  conversationId: string,
  patiently: Patiently,
  signal: AbortSignal,
): Promise<readonly unknown[] | undefined> {
  const query = { 'page[number]': 1, 'page[size]': PAGE_SIZE };
  let page = await patiently(signal, () => client.ai.conversations.messages.list(conversationId, query, { signal }));
  const messages: unknown[] = [...listOf(page.data)];
  const total = totalOf(page.meta);
  // Without it the SDK would ask for page 2 for ever.
  if (typeof page.meta?.total_pages !== 'number') throw unexpected();
  while (page.hasNextPage()) {
    const current = page;
    page = await patiently(signal, () => current.getNextPage());
    if (totalOf(page.meta) !== total) return undefined;
    messages.push(...listOf(page.data));
  }
  return messages;
}

/** Telnyx's lists have it; the SDK's type of a page does not. */
function totalOf(meta: object | undefined): unknown {
  return (meta as { readonly total_results?: unknown } | undefined)?.total_results;
}

function listOf(data: unknown): readonly unknown[] {
  if (!Array.isArray(data)) throw unexpected();
  return data;
}

function unexpected(): TelnyxRefused {
  return new TelnyxRefused(200, 'The answer is not that of a Telnyx API: check the base URL, which ends in /v2.');
}

type Patiently = <Result>(signal: AbortSignal, request: () => PromiseLike<Result>) => Promise<Result>;

function patientRequests({ onWait, backOffMs = BACK_OFF_MS }: TelnyxAccountOptions): Patiently {
  let notBeforeMs = 0;

  async function wait(signal: AbortSignal): Promise<void> {
    for (;;) {
      const waitMs = notBeforeMs - performance.now();
      if (waitMs <= 0) return;
      await sleep(waitMs, undefined, { signal }).catch((error: unknown) => {
        signal.throwIfAborted();
        throw error;
      });
    }
  }

  return async (signal, request) => {
    let faults = 0;
    let rateLimits = 0;
    for (;;) {
      await wait(signal);
      signal.throwIfAborted();
      try {
        return await request();
      } catch (error) {
        signal.throwIfAborted();
        const { status, headers } = error as { status?: unknown; headers?: unknown };
        const answer = typeof status === 'number' ? status : undefined;
        const header = (name: string) => (headers instanceof Headers ? headers.get(name) : null);
        if (answer === 429) rateLimits += 1;
        else faults += 1;
        if (!isTemporary(answer, error) || header('x-should-retry') === 'false') throw refusalOf(answer, error);
        if (faults > FAULTS_MAX || rateLimits > RATE_LIMITS_MAX) throw unavailability(answer, error);
        const asked = askedWaitMs(header);
        const ownWaitMs = Math.min(backOffMs * 2 ** (faults + rateLimits - 1), BACK_OFF_MAX_MS);
        const waitMs = Math.min(asked ?? ownWaitMs, WAIT_MAX_MS);
        notBeforeMs = Math.max(notBeforeMs, performance.now() + waitMs);
        onWait?.(waitMs);
      }
    }
  };
}

function isTemporary(status: number | undefined, error: unknown): boolean {
  if (status !== undefined) return status === 408 || status === 409 || status === 429 || status >= 500;
  // The SDK's APIConnectionError and its kin have no status; what is no error of the SDK's is one of ours.
  return error instanceof Error && 'status' in error;
}

/** What the answer asks for: `retry-after-ms`, `retry-after` (seconds or a date), or Telnyx's own `x-ratelimit-reset` (seconds). */
function askedWaitMs(header: (name: string) => string | null): number | undefined {
  const milliseconds = numberOf(header('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds;
  const retryAfter = header('retry-after');
  const seconds = numberOf(retryAfter) ?? numberOf(header('x-ratelimit-reset'));
  if (seconds !== undefined) return seconds * 1000;
  const atMs = retryAfter === null ? Number.NaN : Date.parse(retryAfter);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - Date.now());
}

function numberOf(text: string | null): number | undefined {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return value >= 0 ? value : undefined;
}

function refusalOf(status: number | undefined, error: unknown): unknown {
  if (status === undefined) return error;
  if (status === 401)
    return new TelnyxRefused(status, 'Telnyx does not know this API key (401). Check TELNYX_API_KEY.');
  if (status === 403) return new TelnyxRefused(status, 'This Telnyx API key may not read conversations (403).');
  if (status === 404) return new TelnyxRefused(status, 'Telnyx has nothing at this address (404).');
  return new TelnyxRefused(status, `Telnyx refuses the request (${status}).`);
}

function unavailability(status: number | undefined, cause: unknown): TelnyxUnavailable {
  const what = status === undefined ? 'cannot be reached' : `answered ${status} again and again`;
  return new TelnyxUnavailable(`Telnyx ${what}. Try again later.`, { cause });
}
