import type Telnyx from 'telnyx';
import { type AddedCall, addedCallOf, type CallToAdd, messagesOf, type ResponseToSave } from './added-call.js';
import { type CallerRecall, callerRecallOf, nothingRecalled, type RecallOptions } from './caller-recall.js';
import { type Job, jobOf } from './job.js';
import { type IncompleteReason, type SearchAnswer, type SearchOptions, searchAnswerOf } from './memory-search.js';
import type { NoAnswerCode } from './ringback-error.js';
import { sendAgain } from './send-again.js';
import { missing, type Outcome, sendOnce, type Transport } from './transport.js';
import { userFields } from './user.js';

export interface RingbackClientOptions {
  /** Of the server: `http://127.0.0.1:8787`, or with a path where a proxy has it under one. */
  readonly baseUrl: string;
  /** With the scopes `read` (recall, search, jobs) and `write` (what is added). */
  readonly apiKey: string;
  /** For what no caller waits for, with all tries. Milliseconds (10 000). */
  readonly timeoutMs?: number | undefined;
  /** In the place of the global one. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

const TIMEOUT_MS = 10_000;
const LIVE_TIMEOUT_MS = 250;
const SERVER_TIMEOUT_MAX_MS = 10_000;

/** Of the time for an answer, what is left to the way there and back: a tenth, 50 ms at most. */
const WAY = { part: 0.1, maxMs: 50 } as const;

const WAIT_FOR_JOB_MS = 30_000;
const POLL_MS = { first: 100, max: 2_000 } as const;

const PRINTABLE = /^[\x21-\x7e]+$/;
const IDEMPOTENCY_KEY = /^[A-Za-z0-9_-]{1,255}$/;

/**
 * Ringback's memory, for programs.
 *
 * `recall` and `searchMemory` are for a call that is under way: they answer within `timeoutMs` whatever happens to the server or the
 * network, with `complete: false` and nothing, or less, when there was no whole answer. Only a refusal is thrown: a key that is not
 * right, a body that is wrong. Everything else sends its requests again until it succeeds or `timeoutMs` is over.
 */
export class RingbackClient {
  readonly #transport: Transport;
  readonly #timeoutMs: number;
  #telnyx: Promise<Telnyx> | undefined;

  /** @throws TypeError for a base URL or key that cannot be used */
  constructor({ baseUrl, apiKey, timeoutMs = TIMEOUT_MS, fetch }: RingbackClientOptions) {
    if (typeof apiKey !== 'string' || !PRINTABLE.test(apiKey)) throw new TypeError('"apiKey" has to be an API key.');
    this.#transport = {
      baseUrl: baseUrlOf(baseUrl),
      apiKey,
      fetch: fetch ?? ((...given) => globalThis.fetch(...given)),
    };
    this.#timeoutMs = timeIn('timeoutMs', timeoutMs);
  }

  /**
   * Searches what is known of a caller, for a question that comes up in a call. Late, or without a server, it finds nothing.
   *
   * @throws RingbackError when the server refuses the request (401, 403, 422)
   */
  async searchMemory(query: string, options: SearchOptions): Promise<SearchAnswer> {
    const { user, limit, kinds, asOf, agentId } = options;
    const timeoutMs = timeIn('timeoutMs', options.timeoutMs ?? LIVE_TIMEOUT_MS);
    const body = { ...userFields(user), query, limit, kinds, as_of: asOf, agent_id: agentId };
    const nothing = (reason: IncompleteReason): SearchAnswer => ({
      ...{ contextText: '', results: [], complete: false, reason },
    });
    return this.#live('/v1/search', body, { timeoutMs, read: searchAnswerOf, nothing });
  }

  /**
   * Recalls what is known of a caller, for the start of a call. Late, or without a server, its `status` is `late`.
   *
   * @throws RingbackError when the server refuses the request (401, 403, 422)
   */
  async recall(options: RecallOptions): Promise<CallerRecall> {
    const { user, charactersMax, agentId } = options;
    const timeoutMs = timeIn('timeoutMs', options.timeoutMs ?? LIVE_TIMEOUT_MS);
    const body = { ...userFields(user), characters_max: charactersMax, agent_id: agentId };
    return this.#live('/v1/recall', body, { timeoutMs, read: callerRecallOf, nothing: nothingRecalled });
  }

  /**
   * Keeps one exchange of a call. The first one makes a conversation; with its `conversationId`, the next ones go on with it. What was
   * sent twice, since an answer was lost, is kept once.
   *
   * @throws RingbackError when the server refuses it, or there is no answer in time; TypeError when nothing was said
   */
  async saveResponse({ userText, assistantText, ...call }: ResponseToSave): Promise<AddedCall> {
    const messages = messagesOf({ userText, assistantText, ...call });
    if (messages.length === 0) throw new TypeError('"userText" and "assistantText" are both empty.');
    return this.addCall({ ...call, messages });
  }

  /**
   * Keeps a call, or more of one. What was sent twice, since an answer was lost, is kept once.
   *
   * @throws RingbackError when the server refuses it, or there is no answer in time
   */
  async addCall(call: CallToAdd): Promise<AddedCall> {
    const { user, messages, transcript, at, metadata } = call;
    const body = {
      ...{ ...userFields(user), messages, transcript, at, metadata },
      ...{ time_zone: call.timeZone, conversation_id: call.conversationId },
    };
    const timeoutMs = timeIn('timeoutMs', call.timeoutMs ?? this.#timeoutMs);
    const idempotencyKey = call.idempotencyKey ?? crypto.randomUUID();
    if (!IDEMPOTENCY_KEY.test(idempotencyKey)) {
      throw new TypeError('"idempotencyKey" has to be 1 to 255 letters, digits, hyphens and underscores.');
    }
    const text = JSON.stringify(body);
    const sending = { method: 'POST', path: '/v1/add', body: text, idempotencyKey, timeoutMs } as const;
    return this.#certain(await sendAgain(this.#transport, sending), addedCallOf);
  }

  /**
   * What has become of a job.
   *
   * @throws RingbackError when there is none, or no answer in time
   */
  async job(jobId: string): Promise<Job> {
    return this.#job(jobId, this.#timeoutMs);
  }

  /**
   * Waits until a job is `completed` or `failed`.
   *
   * @throws RingbackError `late` when it is neither in time (30 s)
   */
  async waitForJob(jobId: string, options: { readonly timeoutMs?: number | undefined } = {}): Promise<Job> {
    const timeoutMs = timeIn('timeoutMs', options.timeoutMs ?? WAIT_FOR_JOB_MS);
    const endMs = performance.now() + timeoutMs;
    const late = (): Error => missing('late', `The job ${jobId} is still under way after ${timeoutMs} ms.`).error;
    let isUnderWay = false;
    for (let waitMs: number = POLL_MS.first; ; waitMs = Math.min(waitMs * 1.5, POLL_MS.max)) {
      const job = await this.#job(jobId, Math.max(1, endMs - performance.now())).catch((error: unknown) => {
        // The last look had no time left: what is known is that it went on.
        throw isUnderWay && performance.now() >= endMs ? late() : error;
      });
      if (job.status !== 'processing') return job;
      isUnderWay = true;
      const leftMs = endMs - performance.now();
      if (leftMs <= 0) throw late();
      await new Promise((resolve) => setTimeout(resolve, Math.min(waitMs, leftMs)));
    }
  }

  /** Conversations and messages: `client.ai.conversations` of Telnyx's own SDK, on this server. */
  async conversations(): Promise<Telnyx['ai']['conversations']> {
    const { apiKey, baseUrl, fetch } = this.#transport;
    this.#telnyx ??= import('telnyx').then(
      (module) => new module.default({ apiKey, baseURL: `${baseUrl}/v2`, timeout: this.#timeoutMs, fetch }),
    );
    return (await this.#telnyx).ai.conversations;
  }

  async #job(jobId: string, timeoutMs: number): Promise<Job> {
    const path = `/v1/jobs/${encodeURIComponent(jobId)}`;
    return this.#certain(await sendAgain(this.#transport, { method: 'GET', path, timeoutMs }), jobOf);
  }

  async #live<Answer>(
    path: string,
    body: Readonly<Record<string, unknown>>,
    {
      timeoutMs,
      read,
      nothing,
    }: {
      readonly timeoutMs: number;
      readonly read: (json: unknown) => Answer;
      readonly nothing: (reason: NoAnswerCode) => Answer;
    },
  ): Promise<Answer> {
    const wayMs = Math.min(timeoutMs * WAY.part, WAY.maxMs);
    const serverMs = Math.min(SERVER_TIMEOUT_MAX_MS, Math.max(1, Math.floor(timeoutMs - wayMs)));
    const text = JSON.stringify({ ...body, timeout_ms: serverMs });
    const outcome = await sendOnce(this.#transport, { method: 'POST', path, body: text, timeoutMs });
    if (outcome.kind === 'refused') throw outcome.error;
    if (outcome.kind === 'missing') return nothing(outcome.reason);
    try {
      return read(outcome.json);
    } catch {
      return nothing('unreadable');
    }
  }

  #certain<Answer>(outcome: Outcome, read: (json: unknown) => Answer): Answer {
    if (outcome.kind !== 'answer') throw outcome.error;
    try {
      return read(outcome.json);
    } catch {
      throw missing('unreadable', `What answers at ${this.#transport.baseUrl} is not Ringback.`).error;
    }
  }
}

/** Without a slash at its end. A user or password in it would be sent to nobody: `fetch` refuses such a URL. */
function baseUrlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isUsable =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    `${url.username}${url.password}${url.search}${url.hash}` === '';
  if (!isUsable) throw new TypeError('"baseUrl" has to be an http or https URL such as http://127.0.0.1:8787.');
  return url.href.replace(/\/+$/, '');
}

function timeIn(name: string, timeMs: number): number {
  if (Number.isFinite(timeMs) && timeMs > 0) return timeMs;
  throw new TypeError(`"${name}" has to be a number of milliseconds above 0.`);
}
