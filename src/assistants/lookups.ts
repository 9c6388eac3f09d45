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

  constructor(reason: LookupFailed['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface LookupsOptions {
  readonly outbound: Outbound;
  /** Milliseconds of a clock that only moves forward. */
  readonly nowMs: () => number;
}

const ANSWER_BYTES_MAX = 256 * 1024;
const CACHED_MAX = 5_000;
/** So many are asked of one source at once: one that hangs does not collect a socket for every call. */
const UNDER_WAY_MAX = 64;
/** After a failure a source is left alone for so long, so that a call need not wait for what the last one waited for in vain. */
const REST_MS = 500;

interface Source {
  underWay: number;
  restUntilMs: number;
}

export function createLookups({ outbound, nowMs }: LookupsOptions): Lookups {
  const cache = new Map<string, { readonly value: unknown; readonly untilMs: number }>();
  const asked = new Map<string, Promise<unknown>>();
  const sources = new Map<string, Source>();

  async function ask(lookup: PlannedLookup, source: Source): Promise<unknown> {
    source.underWay += 1;
    try {
      const answer = await outbound.request({
        method: 'GET',
        url: lookup.url,
        headers: { accept: 'application/json', ...lookup.headers },
        timeoutMs: lookup.timeoutMs,
        answerBytesMax: ANSWER_BYTES_MAX,
      });
      if (answer.status < 200 || answer.status > 299) throw new LookupFailed('failed', `It answered ${answer.status}.`);
      return readJson(answer.body);
    } catch (error) {
      source.restUntilMs = nowMs() + REST_MS;
      if (error instanceof LookupFailed) throw error;
      const isLate = error instanceof OutboundFailed && error.reason === 'timeout';
      throw new LookupFailed(isLate ? 'late' : 'failed', (error as Error).message);
    } finally {
      source.underWay -= 1;
    }
  }

  return {
    async fetch(workspaceId, lookup, remainingMs) {
      const key = keyOf(workspaceId, lookup);
      const found = cache.get(key);
      if (found !== undefined && nowMs() < found.untilMs) return found.value;
      if (remainingMs <= 0) throw new LookupFailed('late', 'There was no time left for it.');
      let answer = asked.get(key);
      if (answer === undefined) {
        const source = sourceOf(sources, workspaceId, lookup);
        if (nowMs() < source.restUntilMs) throw new LookupFailed('failed', 'It failed a moment ago.');
        if (source.underWay >= UNDER_WAY_MAX) throw new LookupFailed('late', 'Too many are waiting for it.');
        answer = ask(lookup, source)
          .then((value) => {
            if (lookup.cacheSeconds > 0)
              setBounded(cache, key, { value, untilMs: nowMs() + lookup.cacheSeconds * 1000 });
            return value;
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

function inTime<Value>(promise: Promise<Value>, remainingMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new LookupFailed('late', 'It did not answer in time.')), remainingMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
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
  const source = sources.get(key) ?? { underWay: 0, restUntilMs: 0 };
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
