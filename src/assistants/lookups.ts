import { createHash } from 'node:crypto';
import { type Outbound, OutboundFailed } from '../outbound/outbound.js';
import type { PlannedLookup } from './policy/policy.js';

/** HTTP sources of a policy, a CRM say: fetched under a deadline, and kept for as long as the policy says. */
export interface Lookups {
  /** The JSON value of an answer with 200 to 299. Rejects in time with LookupFailed for everything else. */
  fetch(workspaceId: number, lookup: PlannedLookup, remainingMs: number): Promise<unknown>;
}

/** Without the URL's path or query, which may hold what a caller said, and without the answer. */
export class LookupFailed extends Error {
  override readonly name = 'LookupFailed';
  readonly reason: 'late' | 'failed';

  /** What the source answered with, where that is what is wrong. */
  readonly status?: number;

  constructor(reason: LookupFailed['reason'], message: string, status?: number) {
    super(message);
    this.reason = reason;
    if (status !== undefined) this.status = status;
  }
}

export interface LookupsOptions {
  readonly outbound: Outbound;
  /** Milliseconds of a clock that only moves forward. */
  readonly nowMs: () => number;
}

const ANSWER_BYTES_MAX = 256 * 1024;
const CACHED_MAX = 5_000;
/** Of all answers that are kept, as they came. */
const CACHED_BYTES_MAX = 32 * 1024 * 1024;
/** So many are asked of one source at once, the others wait their turn: one that hangs does not collect a socket for every call. */
const UNDER_WAY_MAX = 64;
/** So many failures one after the other mean that a source is away; a single one may be a slow answer among good ones. */
const FAILURES_MAX = 3;
/** A source that is away is left alone for so long, so that a call need not wait for what the last ones waited for in vain. */
const REST_MS = 500;
/** What it says of one request, and not of itself: a customer whom it does not know. */
const ABOUT_THE_REQUEST = new Set([204, 400, 404, 410, 422]);

interface Source {
  underWay: number;
  /** In the order of arrival; a Set, so that one whose time is up leaves at once. */
  readonly waiting: Set<() => void>;
  /** Since its last good answer. */
  failures: number;
  restUntilMs: number;
}

export function createLookups({ outbound, nowMs }: LookupsOptions): Lookups {
  const cache = createAnswerCache();
  const asked = new Map<string, Promise<unknown>>();
  const sources = new Map<string, Source>();

  async function ask(lookup: PlannedLookup, source: Source): Promise<CachedAnswer> {
    try {
      const { status, body } = await outbound.request({
        method: 'GET',
        url: lookup.url,
        headers: { accept: 'application/json', ...lookup.headers },
        timeoutMs: lookup.timeoutMs,
        answerBytesMax: ANSWER_BYTES_MAX,
      });
      if (ABOUT_THE_REQUEST.has(status)) source.failures = 0;
      if (status < 200 || status > 299 || status === 204)
        throw new LookupFailed('failed', `It answered ${status}.`, status);
      const value = readJson(body);
      source.failures = 0;
      return { value, bytes: body.length, untilMs: nowMs() + lookup.cacheSeconds * 1000 };
    } catch (error) {
      const failure = asLookupFailed(error);
      if (!ABOUT_THE_REQUEST.has(failure.status ?? 0)) {
        source.failures += 1;
        if (source.failures >= FAILURES_MAX) source.restUntilMs = nowMs() + REST_MS;
      }
      throw failure;
    }
  }

  /** Asks when there is a place, which there may not be in time. */
  async function askInTurn(lookup: PlannedLookup, source: Source, remainingMs: number): Promise<CachedAnswer> {
    if (source.underWay >= UNDER_WAY_MAX) await turnOf(source, remainingMs);
    source.underWay += 1;
    try {
      if (nowMs() < source.restUntilMs) throw new LookupFailed('failed', 'It failed a moment ago.');
      return await ask(lookup, source);
    } finally {
      source.underWay -= 1;
      const [next] = source.waiting;
      if (next !== undefined) {
        source.waiting.delete(next);
        next();
      }
    }
  }

  return {
    async fetch(workspaceId, lookup, remainingMs) {
      if (lookup.missingSecret !== undefined) throw new LookupFailed('failed', missingSecretText(lookup.missingSecret));
      const key = keyOf(workspaceId, lookup);
      const found = cache.get(key);
      if (found !== undefined && nowMs() < found.untilMs) return found.value;
      if (remainingMs <= 0) throw new LookupFailed('late', 'There was no time left for it.');
      let answer = asked.get(key);
      if (answer === undefined) {
        answer = askInTurn(lookup, sourceOf(sources, workspaceId, lookup), remainingMs)
          .then((fresh) => {
            if (lookup.cacheSeconds > 0) cache.set(key, fresh);
            return fresh.value;
          })
          .finally(() => asked.delete(key));
        asked.set(key, answer);
        // Who waits for it may have gone.
        answer.catch(() => {});
      }
      return inTime(answer, remainingMs);
    },
  };
}

function missingSecretText(name: string): string {
  return `The workspace keeps no secret "${name}" for it: ringback workspaces secret set <workspace> lookup ${name}`;
}

function inTime<Value>(promise: Promise<Value>, remainingMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new LookupFailed('late', 'It did not answer in time.')), remainingMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Resolves when a request to the source has ended and it is this one's turn. */
function turnOf(source: Source, remainingMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const start = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      source.waiting.delete(start);
      reject(new LookupFailed('late', 'Too many are waiting for it.'));
    }, remainingMs);
    source.waiting.add(start);
  });
}

function asLookupFailed(error: unknown): LookupFailed {
  if (error instanceof LookupFailed) return error;
  const isLate = error instanceof OutboundFailed && error.reason === 'timeout';
  return new LookupFailed(isLate ? 'late' : 'failed', (error as Error).message);
}

interface CachedAnswer {
  readonly value: unknown;
  /** Of its body. */
  readonly bytes: number;
  readonly untilMs: number;
}

/** Bounded in number and in bytes: those that came first go first. */
function createAnswerCache() {
  const answers = new Map<string, CachedAnswer>();
  let bytes = 0;
  const remove = (key: string): void => {
    bytes -= answers.get(key)?.bytes ?? 0;
    answers.delete(key);
  };
  return {
    get: (key: string): CachedAnswer | undefined => answers.get(key),
    set(key: string, answer: CachedAnswer): void {
      remove(key);
      answers.set(key, answer);
      bytes += answer.bytes;
      for (const oldest of answers.keys()) {
        if (answers.size <= CACHED_MAX && bytes <= CACHED_BYTES_MAX) return;
        remove(oldest);
      }
    },
  };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new LookupFailed('failed', 'Its answer is not JSON.');
  }
}

/** Headers may hold what the answer depends on, and secrets. */
function keyOf(workspaceId: number, { url, headers }: PlannedLookup): string {
  return createHash('sha256')
    .update(JSON.stringify([workspaceId, url, headers]))
    .digest('base64');
}

function sourceOf(sources: Map<string, Source>, workspaceId: number, lookup: PlannedLookup): Source {
  const key = `${workspaceId} ${lookup.name} ${URL.canParse(lookup.url) ? new URL(lookup.url).host : ''}`;
  const source = sources.get(key) ?? { underWay: 0, waiting: new Set(), failures: 0, restUntilMs: 0 };
  setBounded(sources, key, source);
  return source;
}

function setBounded<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  if (map.size >= CACHED_MAX) {
    const [oldest] = map.keys();
    if (oldest !== undefined) map.delete(oldest);
  }
  map.set(key, value);
}
