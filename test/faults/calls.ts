import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from '../../src/query/index.js';
import type { ServingProcess } from '../support/command-line.js';
import { initializationEvent, type TelnyxSigner } from '../support/signing.js';

/** What became of many initializations. */
export interface Tally {
  readonly tried: number;
  /** With 200. */
  readonly answered: number;
  /** What Telnyx can use, and nobody else's memory. */
  readonly valid: number;
  /** Past the budget and what is added to it, by the server's own clock. */
  readonly late: number;
  /** With nothing left out. */
  readonly complete: number;
  /** How many answers are without a part, by the part's name. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** By the server's own clock. */
  readonly slowestMs: number;
  /** By the caller's. */
  readonly slowestHereMs: number;
  /** What is wrong with those that are not valid, each once. */
  readonly faults: readonly string[];
}

/** Who is called: each assistant has a policy, and answers with these variables of its own. */
export interface PlayedAssistant {
  readonly id: string;
  readonly variables: readonly string[];
  readonly metadata: readonly string[];
}

export interface CallsOptions {
  readonly count: number;
  readonly concurrent: number;
  /** In turn. */
  readonly assistants: readonly PlayedAssistant[];
  /** Of the server, from the arrival of an event. */
  readonly lateMs: number;
}

/** Somebody who sends signed events to one server, each of another caller. */
export interface Calls {
  play(options: CallsOptions): Promise<Tally>;
  close(): void;
}

const LOST_MS = 20_000;
/** Calls do not begin in the same millisecond; where each takes as long as the budget, they would all go on in step. */
const SPREAD_MS = 650;
const DEFAULT_VARIABLES = ['caller_known', 'caller_name', 'memory_context', 'memory_user_id', 'last_conversation_at'];

/** @param nextPhone a caller with one earlier conversation, who has not called yet */
export function callsTo(
  serving: Pick<ServingProcess, 'process' | 'url'>,
  signer: TelnyxSigner,
  nextPhone: () => string,
): Calls {
  // Opened once: Node 20 accepts one connection per turn of its event loop, which would be measured, too.
  const agent = new Agent({ keepAlive: true });
  const durationsMs = new Map<string, number>();
  const lines = createInterface({ input: serving.process.stdout as NodeJS.ReadableStream });
  lines.on('line', (line) => {
    if (!line.includes('"msg":"request"')) return;
    const { request_id: id, duration_ms: durationMs } = JSON.parse(line) as { request_id: string; duration_ms: number };
    durationsMs.set(id, durationMs);
  });

  async function call(assistant: PlayedAssistant): Promise<Call> {
    const phone = nextPhone();
    const id = randomUUID();
    const body = JSON.stringify(initializationEvent({ telnyx_end_user_target: phone, assistant_id: assistant.id }));
    const headers = { ...signer.headers(body), 'content-type': 'application/json', 'x-request-id': id };
    const startMs = performance.now();
    try {
      const answer = await post(agent, `${serving.url}/telnyx/dynamic-variables`, headers, body);
      return { id, ms: performance.now() - startMs, ...answer, fault: faultOf(answer, assistant, phone) };
    } catch (error) {
      return { id, ms: performance.now() - startMs, status: 0, leftOut: [], body: '', fault: (error as Error).message };
    }
  }

  /** A request's line is written when its connection is done with it, which its sender may see earlier. */
  async function serverMs(id: string): Promise<number> {
    for (const deadlineMs = performance.now() + LOST_MS; performance.now() < deadlineMs; ) {
      const found = durationsMs.get(id);
      if (found !== undefined) return found;
      await sleep(5);
    }
    return Number.POSITIVE_INFINITY;
  }

  return {
    async play({ count, concurrent, assistants, lateMs }) {
      const calls: Call[] = [];
      let begun = 0;
      const caller = async (_: unknown, index: number): Promise<void> => {
        if (concurrent > 1) await sleep((index * SPREAD_MS) / concurrent);
        while (begun < count) calls.push(await call(assistants[begun++ % assistants.length] as PlayedAssistant));
      };
      await Promise.all(Array.from({ length: concurrent }).map(caller));
      const times = await Promise.all(calls.map(({ id }) => serverMs(id)));
      return tallyOf(calls, times, lateMs);
    },
    close() {
      agent.destroy();
      lines.close();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly leftOut: readonly string[];
  readonly body: string;
}

interface Call extends Answer {
  readonly id: string;
  readonly ms: number;
  readonly fault: string | undefined;
}

function tallyOf(calls: readonly Call[], times: readonly number[], lateMs: number): Tally {
  const leftOut: Record<string, number> = {};
  for (const part of calls.flatMap((call) => call.leftOut)) leftOut[part] = (leftOut[part] ?? 0) + 1;
  return {
    tried: calls.length,
    answered: calls.filter(({ status }) => status === 200).length,
    valid: calls.filter(({ fault }) => fault === undefined).length,
    late: times.filter((ms) => ms > lateMs).length,
    complete: calls.filter(({ fault, leftOut: parts }) => fault === undefined && parts.length === 0).length,
    leftOut,
    slowestMs: Math.round(Math.max(...times)),
    slowestHereMs: Math.round(Math.max(...calls.map(({ ms }) => ms))),
    faults: [...new Set(calls.flatMap(({ fault }) => fault ?? []))],
  };
}

function post(agent: Agent, url: string, headers: Record<string, string>, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, agent };
    const sent = request(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        clearTimeout(lost);
        const leftOut = `${response.headers['x-ringback-left-out'] ?? ''}`.split(',').filter((part) => part !== '');
        resolve({ status: response.statusCode ?? 0, leftOut, body: text });
      });
    });
    const lost = setTimeout(() => sent.destroy(new Error('no answer')), LOST_MS);
    sent.on('error', (error) => {
      clearTimeout(lost);
      reject(error);
    });
    sent.end(body);
  });
}

/** What a platform could not use, or must not be told; undefined when the answer is as it should be. */
function faultOf({ status, leftOut, body }: Answer, assistant: PlayedAssistant, phone: string): string | undefined {
  if (status !== 200) return `status ${status}`;
  let answer: Record<string, unknown>;
  try {
    answer = asRecord(JSON.parse(body));
  } catch {
    return 'no JSON';
  }
  if (!hasOnly(answer, ['dynamic_variables', 'memory', 'conversation'])) return 'unknown keys';
  const variables = asRecord(answer.dynamic_variables);
  if (Object.values(variables).some((value) => typeof value !== 'string')) return 'a variable is no string';
  // Where not even the policies were there in time; of nobody, and not what was asked for.
  if (variables.memory_user_id === '') return 'neutral';
  if (!hasExactly(variables, [...DEFAULT_VARIABLES, ...assistant.variables])) return 'other variables';
  if (variables.memory_user_id !== `voice:${phone}`) return 'another caller';
  if (variables.caller_known !== `${!leftOut.includes('caller_profile')}`) return 'caller_known is wrong';
  const { conversation, memory } = answer;
  const { metadata, ...rest } = asRecord(conversation);
  if (!hasOnly(rest, [])) return 'unknown keys of the conversation';
  if (!hasExactly(asRecord(metadata), ['memory_user_id', ...assistant.metadata])) return 'other metadata';
  if (asRecord(metadata).memory_user_id !== `voice:${phone}`) return 'metadata of another caller';
  const { conversation_query: query, ...others } = asRecord(memory);
  if (!hasOnly(others, ['insight_query'])) return 'unknown keys of the memory';
  return queryFault(query, phone);
}

function queryFault(query: unknown, phone: string): string | undefined {
  if (typeof query !== 'string') return 'no memory';
  try {
    const { where } = parse(query);
    const isOfCaller = where.some(
      (filter) => filter.kind === 'condition' && filter.operand.kind === 'text' && filter.operand.text === phone,
    );
    return isOfCaller ? undefined : 'memory of others';
  } catch {
    return 'the memory query does not parse';
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function hasOnly(value: Record<string, unknown>, keys: readonly string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key));
}

function hasExactly(value: Record<string, unknown>, keys: readonly string[]): boolean {
  return hasOnly(value, keys) && keys.every((key) => Object.hasOwn(value, key));
}
