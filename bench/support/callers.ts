import type { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { post, type Response } from './post.js';
import { initializationBody, type TelnyxSigner } from './telnyx-signer.js';

/** What became of one event. */
export interface Answer {
  /** Milliseconds after the load began. */
  readonly sentAtMs: number;
  readonly durationMs: number;
  /** `complete`: with the caller's history. `partial`: usable without it, and it says so. All else is a failure. */
  readonly kind: 'complete' | 'partial' | 'failed';
  /** Of a failure: what is wrong. */
  readonly fault?: string;
}

export interface CallersOptions {
  readonly url: string;
  /** Connections to take, and to leave open where it says so. */
  readonly agent: Agent;
  readonly signer: TelnyxSigner;
  /** Each is a caller with earlier conversations. */
  readonly phones: readonly string[];
  /** Events that wait for an answer at a time. */
  readonly concurrent: number;
  readonly durationMs: number;
  /** So many at most. */
  readonly count?: number;
  /** Whether callers all begin at once. */
  readonly atOnce?: boolean;
  /** What is wrong with an answer; undefined: nothing. (What the built-in policy answers a caller with earlier conversations.) */
  readonly faultOf?: (response: Response, phone: string) => string | undefined;
}

/** Callers do not all begin in the same millisecond. */
const SPREAD_MS = 500;

/** Sends signed events, so many at a time, and judges each answer as Telnyx would. Never rejects; every event has an answer here. */
export async function makeCalls(options: CallersOptions): Promise<readonly Answer[]> {
  const { concurrent, durationMs, phones, count = Number.POSITIVE_INFINITY, atOnce = false } = options;
  const startMs = performance.now();
  const answers: Answer[] = [];
  let sent = 0;
  async function caller(index: number): Promise<void> {
    if (!atOnce) await sleep((index * SPREAD_MS) / concurrent);
    while (performance.now() - startMs < durationMs && sent < count) {
      const number = sent++;
      answers.push(await callOnce(options, number, phones[number % phones.length] as string, startMs));
    }
  }
  await Promise.all(Array.from({ length: concurrent }, (_, index) => caller(index)));
  return answers;
}

async function callOnce(
  { url, agent, signer, faultOf = builtInFaultOf }: CallersOptions,
  number: number,
  phone: string,
  startMs: number,
): Promise<Answer> {
  const body = initializationBody(number, phone);
  const headers = signer.headers(body);
  const sentMs = performance.now();
  const outcome = await post(`${url}/telnyx/dynamic-variables`, headers, body, agent).then(
    (response) => judge(response, faultOf(response, phone)),
    (error: Error) => ({ kind: 'failed', fault: error.message }) as const,
  );
  return { sentAtMs: sentMs - startMs, durationMs: performance.now() - sentMs, ...outcome };
}

function judge({ leftOut }: Response, fault: string | undefined): Pick<Answer, 'kind' | 'fault'> {
  if (fault !== undefined) return { kind: 'failed', fault };
  return { kind: leftOut === undefined ? 'complete' : 'partial' };
}

interface ExpectedBody {
  readonly dynamic_variables?: Readonly<Record<string, unknown>>;
  readonly memory?: { readonly conversation_query?: unknown };
  readonly conversation?: { readonly metadata?: Readonly<Record<string, unknown>> };
}

/** What Telnyx could not use: the caller's own memory is named in every answer, and what is known of them in a complete one. */
export function builtInFaultOf({ status, leftOut, body }: Response, phone: string): string | undefined {
  if (status !== 200) return `status ${status}`;
  let answer: ExpectedBody;
  try {
    answer = JSON.parse(body);
  } catch {
    return 'the body is not JSON';
  }
  const variables = answer.dynamic_variables ?? {};
  if (Object.keys(variables).length < 5) return 'variables are missing';
  if (Object.values(variables).some((value) => typeof value !== 'string')) return 'a variable is not a string';
  if (variables.memory_user_id !== `voice:${phone}`) return 'another caller is named';
  // By a kept profile a caller is known also while what is remembered of them is left out.
  const isKnown = leftOut === undefined || !leftOut.includes('caller_profile');
  if (variables.caller_known !== `${isKnown}`) return 'caller_known is wrong';
  if (answer.conversation?.metadata?.memory_user_id !== `voice:${phone}`) return 'metadata is missing';
  const query = `${answer.memory?.conversation_query}`;
  return decodeURIComponent(query).includes(`=eq.${phone}&`) ? undefined : "the memory is not the caller's";
}
