import { type FilledDatabase, fillEmbedded, fillServer } from '../recall/fill-database.js';
import type { MemorySize } from '../recall/load-memories.js';
import { withCleanup } from '../support/cleanup.js';
import { startPostgres } from '../support/postgres-server.js';
import { API_KEY } from '../support/product.js';
import { createProgress } from '../support/progress.js';
import type { Report, Target } from '../support/report.js';
import { startServer } from '../support/server-process.js';
import { percentile, rounded } from '../support/statistics.js';
import { createRetellSigner, createVapiSigner } from '../support/voice-signers.js';
import { JITTER_MS, PAUSE_MS, SEARCHES } from './call.js';
import { type Learned, readLearned, waitUntilLearned } from './learned.js';
import { type Answered, ENDPOINTS, type Endpoint, SEARCH_ENDPOINTS } from './line.js';
import { playCalls } from './play-calls.js';
import { RETELL_AGENT } from './retell-call.js';
import { VAPI_ASSISTANT } from './vapi-call.js';

const LINES = 50;
const STORE: MemorySize = { callers: 1_000, callsEach: 4, turnsEach: 12 };
const SEARCH_MS = 250;
const COMPLETE_PERCENT = 99;
/** Who calls again after so long is known with what they said. */
const LEARNED_MS = 10_000;

const VAPI_HMAC_SECRET = 'vapi-hmac-secret-of-a-benchmark';
const RETELL_API_KEY = 'key_retell_of_a_benchmark_0123456789';
const SECRET_KEY = 'under-this-a-benchmark-keeps-its-secrets';

interface Plan {
  readonly calls: number;
  /** Played before, and not counted: by then the server's code has run. */
  readonly warmUpCalls: number;
}

const FULL: Plan = { calls: 1_000, warmUpCalls: 50 };
const QUICK: Plan = { calls: 100, warmUpCalls: 50 };

/** What a server answered in one run. */
interface Played {
  readonly answers: readonly Answered[];
  readonly durationS: number;
  readonly cpuMs: number | undefined;
}

interface Found extends Played {
  readonly database: string;
  readonly learned: Learned;
}

/**
 * Whole calls on Vapi and Retell, fifty at a time, over a store of a thousand callers: how long each of the platforms' requests waits for
 * its answer, while the calls that have ended are learned from; beside an Express route that only reads the body.
 */
export async function voiceBenchmark({ quick }: { readonly quick: boolean }): Promise<Report> {
  const plan = quick ? QUICK : FULL;
  const progress = createProgress('voice');
  return withCleanup(async (cleanup) => {
    progress.say('starting Postgres');
    const postgres = await startPostgres();
    cleanup.add(() => postgres.remove());
    const server = await fillServer(await postgres.createDatabase('voice'), STORE, progress);
    const embedded = await fillEmbedded(cleanup, STORE, progress);
    const found: Found[] = [];
    progress.say(`${server.name}: ${plan.calls} calls`);
    found.push(await measure(server, plan));
    progress.say(`Express alone: ${plan.calls} calls`);
    const bare = await measureBare(plan);
    progress.say(`${embedded.name}: ${plan.calls} calls`);
    found.push(await measure(embedded, plan));
    progress.clear();
    return report(found, bare, plan, postgres.version);
  });
}

async function measure(filled: FilledDatabase, plan: Plan): Promise<Found> {
  const since = new Date();
  const played = await withCleanup(async (cleanup) => {
    const server = await startServer(new URL('../../dist/cli/main.js', import.meta.url), ['serve'], {
      ...{ RINGBACK_API_KEY: API_KEY, RINGBACK_SECRET_KEY: SECRET_KEY, RETELL_API_KEY },
      ...filled.environment,
    });
    cleanup.add(() => server.stop());
    await configure(server.url);
    const found = await play(server, plan, true);
    await waitUntilLearned(server.url);
    return found;
  });
  return { database: filled.name, ...played, learned: await readLearned(filled, since) };
}

async function measureBare(plan: Plan): Promise<Played> {
  return withCleanup(async (cleanup) => {
    const server = await startServer(new URL('bare-server.js', import.meta.url), [], {});
    cleanup.add(() => server.stop());
    return play(server, plan, false);
  });
}

async function play(
  { url, cpuMs }: { readonly url: string; cpuMs(): Promise<number | undefined> },
  { calls, warmUpCalls }: Plan,
  judges: boolean,
): Promise<Played> {
  const signers = { Vapi: createVapiSigner(VAPI_HMAC_SECRET), Retell: createRetellSigner(RETELL_API_KEY) };
  const options = { url, signers, lines: LINES, callers: STORE.callers, judges };
  await playCalls({ ...options, calls: warmUpCalls, seed: 1 });
  const cpuBeforeMs = (await cpuMs()) ?? Number.NaN;
  const startMs = performance.now();
  const answers = await playCalls({ ...options, calls, seed: 2 });
  const durationS = (performance.now() - startMs) / 1_000;
  const spentMs = ((await cpuMs()) ?? Number.NaN) - cpuBeforeMs;
  return { answers, durationS, cpuMs: Number.isNaN(spentMs) ? undefined : spentMs };
}

/** Whom the platforms are told to let take the call, and what Vapi signs with. */
async function configure(url: string): Promise<void> {
  const send = async (method: string, path: string, body: object): Promise<void> => {
    const response = await fetch(`${url}/v1/workspaces/default${path}`, {
      method,
      headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The workspace cannot be configured: ${await response.text()}`);
  };
  await send('PATCH', '', { settings: { vapi_assistant: VAPI_ASSISTANT, retell_agent: RETELL_AGENT } });
  await send('POST', '/secrets', { platform: 'vapi', name: 'hmac_secret', value: VAPI_HMAC_SECRET });
}

function report(found: readonly Found[], bare: Played, { calls, warmUpCalls }: Plan, postgresVersion: string): Report {
  return {
    name: 'voice',
    title: `Whole calls on Vapi and Retell, ${LINES} at a time, signed, over ${STORE.callers.toLocaleString('en')} callers with earlier calls, beside an Express route that only reads the body.`,
    settings: {
      ...{ concurrent_calls: LINES, calls, warm_up_calls: warmUpCalls, searches_per_call: SEARCHES },
      ...{ pause_ms: PAUSE_MS, jitter_ms: JITTER_MS, store: STORE },
    },
    postgresVersion,
    tables: [
      {
        title:
          'Milliseconds until a request of a platform was answered, and how many times what Express alone takes for it',
        columns: [
          ...['database', 'platform', 'request', 'mean kB', 'answered', 'p50', 'p95', 'p99', 'p99.9', 'max'],
          ...['p50 ÷ bare', 'p99 ÷ bare', 'complete %', 'late', 'failed'],
        ],
        rows: found.flatMap(({ database, answers }) => [
          ...endpointsOf(answers).map((endpoint) => endpointRow(database, endpoint, answers, bare.answers)),
        ]),
      },
      {
        title: 'Milliseconds until a request of a platform was answered by an Express route that only reads the body',
        columns: ['platform', 'request', 'answered', 'p50', 'p95', 'p99', 'p99.9', 'max', 'failed'],
        rows: endpointsOf(bare.answers).map((endpoint) => {
          const own = bare.answers.filter((answer) => answer.endpoint === endpoint);
          return [ENDPOINTS[endpoint].platform, endpoint, own.length, ...figuresOf(own), countOf(own, 'failed')];
        }),
      },
      {
        title: 'Whole runs, and seconds from the report of a call until what was said in it was learned',
        columns: [
          ...['database', 'calls', 'seconds', 'requests per second', 'processor ms per call'],
          ...['learned of', 'learned p50 s', 'learned p99 s', 'learned max s'],
        ],
        rows: found.map(({ database, answers, cpuMs, durationS, learned }) => [
          ...[database, calls, rounded(durationS, 1), rounded(answers.length / durationS, 1)],
          cpuMs === undefined ? null : rounded(cpuMs / calls, 1),
          `${learned.delaysMs.length} of ${learned.reported}`,
          ...[50, 99, 100].map((percent) => rounded(percentile(learned.delaysMs, percent) / 1_000, 2)),
        ]),
      },
    ],
    targets: found.flatMap((each) => targetsOf(each, calls + warmUpCalls)),
  };
}

function endpointsOf(answers: readonly Answered[]): readonly Endpoint[] {
  const asked = new Set(answers.map(({ endpoint }) => endpoint));
  return (Object.keys(ENDPOINTS) as Endpoint[]).filter((endpoint) => asked.has(endpoint));
}

function endpointRow(
  database: string,
  endpoint: Endpoint,
  answers: readonly Answered[],
  bare: readonly Answered[],
): readonly (string | number | null)[] {
  const { platform, dueMs } = ENDPOINTS[endpoint];
  const own = answers.filter((answer) => answer.endpoint === endpoint);
  const alone = bare.filter((answer) => answer.endpoint === endpoint);
  const bytes = own.reduce((sum, answer) => sum + answer.bytes, 0);
  const ratio = (percent: number): number =>
    rounded(percentile(timesOf(own), percent) / percentile(timesOf(alone), percent), 1);
  return [
    ...[database, platform, endpoint, rounded(bytes / own.length / 1_000, 1), own.length, ...figuresOf(own)],
    ...[ratio(50), ratio(99), completePercent(own)],
    ...[timesOf(own).filter((time) => time > dueMs).length, countOf(own, 'failed')],
  ];
}

function figuresOf(answers: readonly Answered[]): readonly number[] {
  return [50, 95, 99, 99.9, 100].map((percent) => rounded(percentile(timesOf(answers), percent), 1));
}

function timesOf(answers: readonly Answered[]): readonly number[] {
  return answers.map(({ durationMs }) => durationMs);
}

function countOf(answers: readonly Answered[], kind: Answered['kind']): number {
  return answers.filter((answer) => answer.kind === kind).length;
}

function completePercent(answers: readonly Answered[]): number {
  return rounded((100 * countOf(answers, 'complete')) / answers.length, 2);
}

/** @param calls that were played, those of the warm-up among them */
function targetsOf({ database, answers, learned }: Found, calls: number): readonly Target[] {
  const searches = answers.filter(({ endpoint }) => SEARCH_ENDPOINTS.has(endpoint));
  const slowestMs = percentile(timesOf(searches), 99.9);
  const complete = completePercent(searches);
  const failed = answers.filter(({ kind }) => kind === 'failed');
  const faults = [...new Set(failed.map(({ endpoint, fault }) => `${endpoint}: ${fault}`))].join(', ');
  const inTime = learned.delaysMs.filter((delay) => delay <= LEARNED_MS).length;
  return [
    {
      what: `${database}: searches' p99.9 within ${SEARCH_MS} ms`,
      found: `${rounded(slowestMs, 1)} ms`,
      met: slowestMs <= SEARCH_MS,
    },
    {
      what: `${database}: at least ${COMPLETE_PERCENT} % of the searches complete`,
      found: `${complete} %`,
      met: complete >= COMPLETE_PERCENT,
    },
    {
      what: `${database}: no request failed`,
      found: `${failed.length} of ${answers.length} ${faults}`.trim(),
      met: failed.length === 0 && answers.length > 0,
    },
    {
      what: `${database}: every call learned from within ${LEARNED_MS / 1_000} s of its report`,
      found: `${inTime} of ${calls}`,
      met: inTime === calls,
    },
  ];
}
