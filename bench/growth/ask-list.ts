import { type Agent, request } from 'node:http';
import { conversationOf } from '../store/generated-conversation.js';
import type { StorePlan } from '../store/store-plan.js';
import { API_KEY } from '../support/product.js';
import { createRandom } from '../support/random.js';
import { percentile } from '../support/statistics.js';
import type { Asking, GrowthQuestion } from './questions.js';

/** What became of one question. */
export interface ListTimes {
  readonly question: GrowthQuestion;
  readonly durationsMs: readonly number[];
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** The slowest answer, whatever it says. */
  readonly maxMs: number;
  /** Rows of an answer, on average; of a count, what was counted. */
  readonly rows: number;
  /** The time limit ended it: with status 503, or, of a count, without the count. */
  readonly isRefused: boolean;
  readonly explained: Explained;
}

/** What `explain` says. */
export interface Explained {
  readonly indexes: readonly string[];
  readonly warnings: readonly string[];
}

export interface Effort {
  readonly times: number;
  readonly maxMs: number;
}

export interface ListSubject {
  readonly url: string;
  readonly agent: Agent;
  readonly plan: StorePlan;
}

/** Who waits longer than the limit of the route by so much was not told in time. */
export const LIMIT_MS = 10_000;
const SLOW_MS = 500;

/** Asks by HTTP, one after the other, after a few that are not counted. What the time limit refuses is asked once. */
export async function askList(subject: ListSubject, question: GrowthQuestion, effort: Effort): Promise<ListTimes> {
  const random = createRandom(4);
  const next = (): string => question.textOf(askingOf(subject.plan, random));
  const explained = await explain(subject, next());
  const answers: Answer[] = [];
  const first = await askOnce(subject, next(), question.counts);
  // The first ones find cold caches; of those that are slow the difference is small.
  if (first.durationMs > SLOW_MS) answers.push(first);
  const beginMs = performance.now();
  while (
    !isRefused(first, question) &&
    (answers.length === 0 || (answers.length < effort.times && performance.now() - beginMs < effort.maxMs))
  ) {
    answers.push(await askOnce(subject, next(), question.counts));
  }
  const counted = answers.length > 0 ? answers : [first];
  const durationsMs = counted.map(({ durationMs }) => durationMs);
  return {
    question,
    durationsMs,
    p50Ms: percentile(durationsMs, 50),
    p95Ms: percentile(durationsMs, 95),
    maxMs: Math.max(...durationsMs),
    rows: counted.reduce((sum, { rows }) => sum + rows, 0) / counted.length,
    isRefused: counted.some((answer) => isRefused(answer, question)),
    explained,
  };
}

function askingOf(plan: StorePlan, random: ReturnType<typeof createRandom>): Asking {
  const pick = () => conversationOf(plan, random.below(plan.conversations));
  return { known: pick(), others: Array.from({ length: 10 }, pick), plan, random };
}

interface Answer {
  readonly status: number;
  readonly durationMs: number;
  readonly rows: number;
  readonly isCounted: boolean;
}

function isRefused({ status, isCounted }: Answer, { counts }: GrowthQuestion): boolean {
  return status === 503 || (counts && !isCounted);
}

interface ListBody {
  readonly data?: readonly unknown[];
  readonly meta?: { readonly total_results: number };
}

async function askOnce(subject: ListSubject, text: string, counts: boolean): Promise<Answer> {
  const path = `/v2/ai/conversations?${encodeURI(text).replaceAll('+', '%2B')}`;
  const { status, body, durationMs } = await get(subject, path, counts ? { prefer: 'count=exact' } : {});
  // Anything else would be measured as if it were an answer.
  if (status !== 200 && status !== 503) throw new Error(`${text} was answered with ${status}: ${body.slice(0, 500)}`);
  const { data = [], meta } = JSON.parse(body) as ListBody;
  return { status, durationMs, rows: counts ? (meta?.total_results ?? 0) : data.length, isCounted: meta !== undefined };
}

async function explain(subject: ListSubject, text: string): Promise<Explained> {
  const { status, body } = await get(subject, `/v1/explain?conversation_query=${encodeURIComponent(text)}`, {});
  if (status !== 200) throw new Error(`explain of ${text} was answered with ${status}: ${body.slice(0, 500)}`);
  const { data } = JSON.parse(body) as {
    readonly data: { readonly indexes_used: readonly string[]; readonly warnings: readonly string[] };
  };
  return { indexes: data.indexes_used, warnings: data.warnings };
}

function get(
  { url, agent }: ListSubject,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly body: string; readonly durationMs: number }> {
  return new Promise((resolve, reject) => {
    const beginMs = performance.now();
    const options = { agent, headers: { authorization: `Bearer ${API_KEY}`, ...headers } };
    const sent = request(`${url}${path}`, options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body, durationMs: performance.now() - beginMs });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
