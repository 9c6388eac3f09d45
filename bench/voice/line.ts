import type { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { post, type Response } from '../support/post.js';
import type { Sign } from '../support/voice-signers.js';
import type { Platform } from './call.js';

/** What a request of a call is about, and by when its answer is due, in milliseconds: then the platform, or the caller, goes on. */
export const ENDPOINTS = {
  'assistant-request': { platform: 'Vapi', dueMs: 700 },
  'status-update': { platform: 'Vapi', dueMs: 20_000 },
  recall_caller: { platform: 'Vapi', dueMs: 250 },
  'search_memory tool': { platform: 'Vapi', dueMs: 250 },
  'end-of-call-report': { platform: 'Vapi', dueMs: 20_000 },
  inbound: { platform: 'Retell', dueMs: 700 },
  call_started: { platform: 'Retell', dueMs: 10_000 },
  'search_memory function': { platform: 'Retell', dueMs: 250 },
  call_ended: { platform: 'Retell', dueMs: 10_000 },
  call_analyzed: { platform: 'Retell', dueMs: 10_000 },
} as const satisfies Readonly<Record<string, { readonly platform: Platform; readonly dueMs: number }>>;

export type Endpoint = keyof typeof ENDPOINTS;

export const SEARCH_ENDPOINTS: ReadonlySet<Endpoint> = new Set(['search_memory tool', 'search_memory function']);

/** What became of one request. */
export interface Answered {
  readonly endpoint: Endpoint;
  readonly durationMs: number;
  /** Of what was sent. */
  readonly bytes: number;
  /** `partial`: usable, and it says that something was not ready. All else that is not whole is a failure. */
  readonly kind: 'complete' | 'partial' | 'failed';
  /** Of a failure: what is wrong. */
  readonly fault?: string;
}

/** What is wrong with the JSON of a complete answer; undefined: nothing. */
export type FaultOf = (body: Readonly<Record<string, unknown>>) => string | undefined;

export interface Request {
  readonly endpoint: Endpoint;
  readonly path: string;
  readonly body: object;
  readonly status: number;
  readonly faultOf?: FaultOf;
}

/** A platform's side of a call, as it talks to the server. */
export interface Line {
  /** Never rejects. The JSON of the answer, or nothing. */
  send(request: Request): Promise<Readonly<Record<string, unknown>>>;
  pause(ms: number): Promise<void>;
}

export interface LineOptions {
  readonly url: string;
  readonly agent: Agent;
  readonly signers: Readonly<Record<Platform, Sign>>;
  /** False: only that there is an answer counts. */
  readonly judges: boolean;
  readonly answered: (answer: Answered) => void;
}

export function createLine({ url, agent, signers, judges, answered }: LineOptions): Line {
  return {
    async send({ endpoint, path, body, status, faultOf }) {
      const text = JSON.stringify(body);
      const headers = signers[ENDPOINTS[endpoint].platform](text);
      const of = { endpoint, bytes: Buffer.byteLength(text) };
      const startMs = performance.now();
      try {
        const response = await post(`${url}${path}`, headers, text, agent);
        const durationMs = performance.now() - startMs;
        const json = readObject(response.body);
        const fault = judges ? faultIn(response, json, status, faultOf) : undefined;
        answered({ ...of, durationMs, ...(fault === undefined ? kindOf(response) : { kind: 'failed', fault }) });
        return json ?? {};
      } catch (error) {
        const fault = (error as Error).message;
        answered({ ...of, durationMs: performance.now() - startMs, kind: 'failed', fault });
        return {};
      }
    },
    pause: (ms) => sleep(ms),
  };
}

function kindOf({ leftOut }: Response): Pick<Answered, 'kind'> {
  return { kind: leftOut === undefined ? 'complete' : 'partial' };
}

function faultIn(
  { status, leftOut }: Response,
  json: Readonly<Record<string, unknown>> | undefined,
  wanted: number,
  faultOf: FaultOf | undefined,
): string | undefined {
  if (status !== wanted) return `status ${status}`;
  if (faultOf === undefined) return undefined;
  if (json === undefined) return 'the body is no JSON';
  // What is not ready is not in it.
  return leftOut === undefined ? faultOf(json) : undefined;
}

function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
