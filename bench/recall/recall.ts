import { Agent } from 'node:http';
import { type Cleanup, withCleanup } from '../support/cleanup.js';
import { exceptions } from '../support/exceptions.js';
import { startPostgres } from '../support/postgres-server.js';
import { API_KEY } from '../support/product.js';
import { createProgress, type Progress } from '../support/progress.js';
import { createRandom } from '../support/random.js';
import type { Report, Target } from '../support/report.js';
import { type ServerProcess, startServer } from '../support/server-process.js';
import { percentile, rounded } from '../support/statistics.js';
import { type Answered, type Asked, ask } from './ask.js';
import { type FilledDatabase, fillEmbedded, fillServer } from './fill-database.js';
import { type MemorySize, phoneOf, QUESTIONS } from './load-memories.js';
import { askByOneQuery } from './one-query.js';

const CONCURRENT = 50;
/** What a caller says takes longer: a hundred requests a second of fifty calls are many. */
const PAUSE_MS = 500;
const HOT_CALLERS = 50;
const WARM_P95_MS = 25;
const COLD_P95_MS = 100;

interface Plan {
  readonly sizes: readonly MemorySize[];
  /** Callers who are each asked for once. */
  readonly cold: number;
  readonly warm: number;
  /** Without pauses. */
  readonly pressed: number;
}

const FULL: Plan = {
  sizes: [
    { callers: 1_000, callsEach: 4, turnsEach: 12 },
    { callers: 100_000, callsEach: 2, turnsEach: 8 },
  ],
  cold: 1_000,
  warm: 3_000,
  pressed: 20_000,
};
const QUICK: Plan = { sizes: [{ callers: 1_000, callsEach: 4, turnsEach: 12 }], cold: 300, warm: 500, pressed: 1_000 };

type What = 'recall' | 'search';

interface Found extends Answered {
  readonly database: string;
  readonly callers: number;
  readonly what: What;
  readonly state: 'cold' | 'warm' | 'warm, without pauses';
  readonly who: string;
}

/**
 * How long a voice agent waits for what is known of a caller, and for the answer to a question about them, over HTTP, in fifty calls at a time: of
 * callers who were there a moment ago, and of callers whom the process has not seen; beside one statement on the same database, and beside
 * Express routes that only parse.
 */
export async function recallBenchmark({ quick }: { readonly quick: boolean }): Promise<Report> {
  const plan = quick ? QUICK : FULL;
  const progress = createProgress('recall');
  return withCleanup(async (cleanup) => {
    progress.say('starting Postgres');
    const postgres = await startPostgres();
    cleanup.add(() => postgres.remove());
    const found: Found[] = [];
    for (const size of plan.sizes) {
      const server = await fillServer(await postgres.createDatabase(`callers_${size.callers}`), size, progress);
      found.push(...(await measureAll(server, plan, progress)));
      found.push(...(await measureOneQuery(server, plan)));
      found.push(
        ...(await withCleanup(async (own) => measureAll(await fillEmbedded(own, size, progress), plan, progress))),
      );
    }
    progress.say('Express alone');
    found.push(...(await measureBare(plan)));
    progress.clear();
    return report(found, plan, postgres.version);
  });
}

/** Each cell on a server that was just started, after requests about nobody that have its code run. */
async function measureAll(filled: FilledDatabase, plan: Plan, progress: Progress): Promise<readonly Found[]> {
  const found: Found[] = [];
  const { name, size } = filled;
  for (const what of ['recall', 'search'] as const) {
    progress.say(`${name}, ${size.callers.toLocaleString('en')} callers: ${what}`);
    await withCleanup(async (cleanup) => {
      const server = await startServer(new URL('../../dist/cli/main.js', import.meta.url), ['serve'], {
        RINGBACK_API_KEY: API_KEY,
        ...filled.environment,
      });
      cleanup.add(() => server.stop());
      const send = sender(cleanup, server);
      await send(strangers(what), 0);
      const of = { database: name, callers: size.callers, what, who: 'ringback' } as const;
      found.push({ ...of, state: 'cold', ...(await send(requests(what, differentCallers(size, plan.cold)))) });
      const hot = differentCallers(size, HOT_CALLERS);
      await send(requests(what, hot), 0);
      const again = (count: number): readonly Asked[] =>
        requests(
          what,
          Array.from({ length: count }, (_, index) => hot[index % hot.length] as number),
        );
      found.push({ ...of, state: 'warm', ...(await send(again(plan.warm))) });
      found.push({ ...of, state: 'warm, without pauses', ...(await send(again(plan.pressed), 0)) });
    });
  }
  return found;
}

async function measureOneQuery(filled: FilledDatabase, plan: Plan): Promise<readonly Found[]> {
  const { url = '', workspaceId, name, size } = filled;
  const found: Found[] = [];
  for (const what of ['recall', 'search'] as const) {
    const phones = differentCallers(size, plan.cold).map(phoneOf);
    const asked = { url, workspaceId, concurrent: CONCURRENT, what } as const;
    await askByOneQuery({ ...asked, pauseMs: 0, phones: phones.slice(0, HOT_CALLERS) });
    const durationsMs = await askByOneQuery({ ...asked, pauseMs: PAUSE_MS, phones });
    found.push({
      ...{ database: name, callers: size.callers, what, state: 'cold', who: 'one SQL query by pg' },
      ...{ durationsMs, faults: [], faultCount: 0 },
    });
  }
  return found;
}

async function measureBare(plan: Plan): Promise<readonly Found[]> {
  return withCleanup(async (cleanup) => {
    const server = await startServer(new URL('bare-server.js', import.meta.url), [], {});
    cleanup.add(() => server.stop());
    const send = sender(cleanup, server);
    const found: Found[] = [];
    for (const what of ['recall', 'search'] as const) {
      const asked = Array.from({ length: plan.pressed }, (_, index) => 1 + (index % HOT_CALLERS));
      const bare = requests(what, asked).map((one) => ({ ...one, faultOf: () => undefined }));
      await send(bare.slice(0, HOT_CALLERS), 0);
      const of = { database: 'none', callers: 0, what, who: 'bare Express' } as const;
      found.push({ ...of, state: 'warm', ...(await send(bare.slice(0, plan.warm))) });
      found.push({ ...of, state: 'warm, without pauses', ...(await send(bare, 0)) });
    }
    return found;
  });
}

function sender(
  cleanup: Cleanup,
  { url }: ServerProcess,
): (requests: readonly Asked[], pauseMs?: number) => Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENT });
  cleanup.add(async () => agent.destroy());
  return (asked, pauseMs = PAUSE_MS) =>
    ask({ url, agent, apiKey: API_KEY, concurrent: CONCURRENT, pauseMs, requests: asked });
}

/** Spread over all callers; the same in every run. */
function differentCallers({ callers }: MemorySize, count: number): readonly number[] {
  const random = createRandom(count);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, callers)) chosen.add(1 + random.below(callers));
  return [...chosen];
}

function requests(what: What, callers: readonly number[]): readonly Asked[] {
  return callers.map((caller, index) => {
    const user = { phone: phoneOf(caller) };
    return what === 'recall'
      ? { path: '/v1/recall', body: JSON.stringify({ user }), faultOf: recallFaultOf(caller) }
      : {
          path: '/v1/search',
          body: JSON.stringify({ user, query: QUESTIONS[index % QUESTIONS.length] }),
          faultOf: searchFaultOf,
        };
  });
}

/** Nobody's numbers: what is measured afterwards has run before, and no caller is known yet. */
function strangers(what: What): readonly Asked[] {
  return requests(
    what,
    Array.from({ length: 500 }, (_, index) => 500_000 + index),
  ).map((one) => ({ ...one, faultOf: () => undefined }));
}

function recallFaultOf(caller: number): Asked['faultOf'] {
  return ({ status, name, summary }) => {
    if (status !== 'known') return `${status}`;
    if (name !== `Sarah Johnson ${caller}`) return 'another name';
    return `${summary}`.length > 50 ? undefined : 'a short summary';
  };
}

const searchFaultOf: Asked['faultOf'] = ({ complete, results }) => {
  if (complete !== true) return 'incomplete';
  return Array.isArray(results) && results.length > 0 ? undefined : 'nothing found';
};

function report(found: readonly Found[], { sizes, cold, warm }: Plan, postgresVersion: string): Report {
  return {
    name: 'recall',
    title: `What is known of a caller and the search in it over HTTP, by ${CONCURRENT} senders, beside one SQL statement and Express alone.`,
    settings: {
      concurrent: CONCURRENT,
      hot_callers: HOT_CALLERS,
      pause_ms: PAUSE_MS,
      cold_requests: cold,
      warm_requests: warm,
      sizes,
    },
    postgresVersion,
    tables: [
      {
        title: `Milliseconds until a request was answered, each sender sending its next one ${PAUSE_MS} ms after its answer`,
        columns: [
          'database',
          'callers',
          'what',
          'callers were',
          'who',
          'answered',
          'p50',
          'p95',
          'p99',
          'max',
          'faults',
        ],
        rows: found.map(({ database, callers, what, state, who, durationsMs, faultCount }) => [
          ...[database, callers, what, state, who, durationsMs.length],
          ...[50, 95, 99, 100].map((percent) => rounded(percentile(durationsMs, percent), 1)),
          faultCount,
        ]),
      },
    ],
    targets: found.filter(({ who }) => who === 'ringback').flatMap(targetsOf),
  };
}

function targetsOf({ database, callers, what, state, durationsMs, faults, faultCount }: Found): readonly Target[] {
  const cell = `${database}, ${callers.toLocaleString('en')} callers, ${what}, ${state}`;
  const whole: Target = {
    what: `${cell}: every answer whole`,
    found: exceptions(faultCount, durationsMs.length, 'whole', faults),
    met: faultCount === 0 && durationsMs.length > 0,
  };
  // Without pauses it is the throughput that is measured: senders wait for each other.
  if (state === 'warm, without pauses') return [];
  if (database !== 'Postgres server') return [whole];
  const maxMs = state === 'warm' ? WARM_P95_MS : COLD_P95_MS;
  const p95 = percentile(durationsMs, 95);
  return [whole, { what: `${cell}: p95 under ${maxMs} ms`, found: `${rounded(p95, 1)} ms`, met: p95 < maxMs }];
}
