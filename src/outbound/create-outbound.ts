import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { checkedAddresses, type ResolveName } from './checked-addresses.js';
import { exchange } from './exchange.js';
import { type OpenSocket, openSocket } from './open-socket.js';
import { type Outbound, OutboundFailed } from './outbound.js';
import { outgoingHeaders } from './outgoing-headers.js';
import { readTarget } from './read-target.js';

export interface OutboundOptions {
  /**
   * Whether private, loopback and reserved addresses may be called (`RINGBACK_ALLOW_PRIVATE_URLS`). Link-local addresses and cloud
   * metadata services may not even then.
   */
  readonly allowPrivate: boolean;
  /** The machine's own unless said otherwise: /etc/hosts, then the name service. */
  readonly resolve?: ResolveName;
  readonly openSocket?: OpenSocket;
}

/** Of setTimeout: more would be no time at all. */
const TIMEOUT_MS_MAX = 2 ** 31 - 1;

/**
 * The way out, over node:http. Every request has a connection of its own that ends with it, so that no connection outlives the check of
 * its address; environment variables that name proxies are not looked at, since a proxy would do its own look-up.
 */
export function createOutbound(options: OutboundOptions): Outbound {
  const resolve = options.resolve ?? ((hostname) => lookup(hostname, { all: true }));
  const open = options.openSocket ?? ((target) => openSocket(target));
  const userAgent = `ringback/${ownVersion()}`;
  return {
    async request(request) {
      const startMs = performance.now();
      const target = readTarget(request.url);
      const headers = outgoingHeaders(target, request.headers ?? {}, userAgent);
      const limit = startLimit(target.shownHost, request.timeoutMs, request.signal);
      try {
        const addresses = await limit.race(() => checkedAddresses(target, resolve, options.allowPrivate));
        const socket = () => open({ ...target, addresses });
        const answer = await exchange(target, request, headers, socket, limit.signal);
        return { ...answer, durationMs: performance.now() - startMs };
      } finally {
        limit.end();
      }
    },
  };
}

/** Time and the caller's own signal in one: aborted with the OutboundFailed that says which of them it was. */
interface Limit {
  readonly signal: AbortSignal;
  /** For work that cannot be stopped: what becomes of it after the limit is nobody's business. Not begun after it. */
  race<Result>(work: () => Promise<Result>): Promise<Result>;
  end(): void;
}

function startLimit(shownHost: string, timeoutMs: number, outer: AbortSignal | undefined): Limit {
  const controller = new AbortController();
  const { signal } = controller;
  const onTime = () =>
    controller.abort(new OutboundFailed('timeout', `${shownHost} gave no whole answer within ${timeoutMs} ms.`));
  const onAbort = () => controller.abort(new OutboundFailed('aborted', `The request to ${shownHost} was given up.`));
  const timer = setTimeout(onTime, Math.min(timeoutMs, TIMEOUT_MS_MAX));
  if (outer?.aborted === true) onAbort();
  else outer?.addEventListener('abort', onAbort);
  return {
    signal,
    race: (work) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        signal.addEventListener('abort', () => reject(signal.reason));
        work().then(resolve, reject);
      }),
    end: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', onAbort);
    },
  };
}

function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
