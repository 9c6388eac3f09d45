import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, builtInFaultOf, type CallersOptions, makeCalls } from '../support/callers.js';
import { type Cleanup, withCleanup } from '../support/cleanup.js';
import { type Dataset, loadConversations, pickKnown } from '../support/conversations.js';
import { exceptions } from '../support/exceptions.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { startProduct } from '../support/product.js';
import { createProgress } from '../support/progress.js';
import { createRandom } from '../support/random.js';
import type { Report, Target } from '../support/report.js';
import { type ServerProcess, startServer } from '../support/server-process.js';
import { percentile, rounded } from '../support/statistics.js';
import { createTelnyxSigner, type TelnyxSigner } from '../support/telnyx-signer.js';
import { POLICY, policyFaultOf } from './policy.js';
import { addSummaries } from './summaries.js';

const CONCURRENT = 50;
const BUDGET_MS = 700;
const HOT_CALLERS = 50;
const FIRST_EVENTS = 200;
/** Other callers in each round, and longer than any round: no random caller is asked for twice but by chance. */
const RANDOM_CALLERS = 200_000;

interface Size {
  readonly conversations: number;
  readonly rounds: number;
  readonly roundMs: number;
  readonly restarts: number;
}

const FULL: Size = { conversations: 1_000_000, rounds: 4, roundMs: 8_000, restarts: 5 };
const QUICK: Size = { conversations: 20_000, rounds: 1, roundMs: 2_000, restarts: 1 };

/** A server, and what its answers have to be. */
interface Subject {
  readonly server: ServerProcess;
  readonly agent: Agent;
  readonly faultOf: NonNullable<CallersOptions['faultOf']>;
}

interface Found {
  readonly name: string;
  readonly ours: readonly Answer[];
  readonly bare: readonly Answer[];
}

/**
 * How long a caller waits for the answer to an initialization, with a million conversations in the database: by the built-in policy and
 * by a user's, of callers who were there a moment ago and of ones who were not, and right after a start; beside an Express route that
 * does nothing, in the same run.
 */
export async function initializationBenchmark({ quick }: { readonly quick: boolean }): Promise<Report> {
  const size = quick ? QUICK : FULL;
  const progress = createProgress('initialization');
  return withCleanup(async (cleanup) => {
    progress.say('starting Postgres');
    const postgres = await startPostgres();
    cleanup.add(() => postgres.remove());
    const url = postgres.urlOf('postgres');
    const dataset = await loadConversations(url, { ...size, workspaces: 1 }, progress.say);
    progress.say('adding summaries');
    await addSummaries(url);
    const signer = createTelnyxSigner();
    const random = createRandom(11);
    const pick = (count: number) => Array.from({ length: count }, () => pickKnown(dataset, random).phone);
    const hot = pick(HOT_CALLERS);

    const found: Found[] = [];
    progress.say('first events after a restart');
    found.push(await measureRestarts(postgres, signer, () => pick(FIRST_EVENTS), size.restarts));

    const bare = await subject(cleanup, startBare(), bareFaultOf);
    const builtIn = await subject(cleanup, startProduct(url, signer.publicKey), builtInFaultOf);
    const scenarios = [
      { name: 'built-in policy, callers of a moment ago', ours: builtIn, phones: () => hot },
      { name: 'built-in policy, random callers', ours: builtIn, phones: () => pick(RANDOM_CALLERS) },
    ];
    for (const scenario of scenarios) {
      progress.say(scenario.name);
      found.push(await measure({ ...scenario, bare, signer, size }));
    }
    const config = await policyFile(cleanup);
    // Applied to the default workspace, where it holds for every server on the database: so it comes last.
    const policy = await subject(
      cleanup,
      startProduct(url, signer.publicKey, { RINGBACK_CONFIG: config }),
      policyFaultOf,
    );
    progress.say('templates and pins');
    const name = 'templates and pins, random callers';
    found.push(await measure({ name, ours: policy, phones: () => pick(RANDOM_CALLERS), bare, signer, size }));
    progress.clear();
    return report(found, dataset, size, postgres.version);
  });
}

async function subject(
  cleanup: Cleanup,
  starting: Promise<ServerProcess>,
  faultOf: Subject['faultOf'],
): Promise<Subject> {
  const server = await starting;
  cleanup.add(() => server.stop());
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENT });
  cleanup.add(async () => agent.destroy());
  return { server, agent, faultOf };
}

const startBare = (): Promise<ServerProcess> => startServer(new URL('bare-server.js', import.meta.url), [], {});

async function policyFile(cleanup: Cleanup): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-bench-policy-'));
  cleanup.add(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'ringback.yaml');
  await writeFile(file, POLICY);
  return file;
}

function bareFaultOf({ status }: Parameters<Subject['faultOf']>[0]): string | undefined {
  return status === 200 ? undefined : `status ${status}`;
}

/** In the order A B B A, after one round of each that is not counted. */
async function measure(options: {
  readonly name: string;
  readonly ours: Subject;
  readonly bare: Subject;
  readonly phones: () => readonly string[];
  readonly signer: TelnyxSigner;
  readonly size: Size;
}): Promise<Found> {
  const { name, signer, phones, size } = options;
  const found: Record<'ours' | 'bare', Answer[]> = { ours: [], bare: [] };
  const round = async (who: 'ours' | 'bare'): Promise<readonly Answer[]> => {
    const { server, agent, faultOf } = options[who];
    const calls = { url: server.url, agent, faultOf, signer, concurrent: CONCURRENT, durationMs: size.roundMs };
    return makeCalls({ ...calls, phones: phones() });
  };
  await round('ours');
  await round('bare');
  for (let index = 0; index < size.rounds; index++) {
    const order = index % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const who of order) found[who].push(...(await round(who)));
  }
  return { name, ...found };
}

/** Nothing is warm: neither the database's memory nor the server's code, caches and connections. */
async function measureRestarts(
  postgres: PostgresServer,
  signer: TelnyxSigner,
  phones: () => readonly string[],
  restarts: number,
): Promise<Found> {
  const first = async (starting: Promise<ServerProcess>, faultOf: Subject['faultOf']): Promise<readonly Answer[]> =>
    withCleanup(async (cleanup) => {
      const { server, agent } = await subject(cleanup, starting, faultOf);
      const calls = { url: server.url, agent, faultOf, signer, concurrent: CONCURRENT, durationMs: 60_000 };
      return makeCalls({ ...calls, phones: phones(), count: FIRST_EVENTS, atOnce: true });
    });
  const found: Record<'ours' | 'bare', Answer[]> = { ours: [], bare: [] };
  for (let index = 0; index < restarts; index++) {
    await postgres.crash();
    await postgres.start();
    found.ours.push(...(await first(startProduct(postgres.urlOf('postgres'), signer.publicKey), builtInFaultOf)));
    found.bare.push(...(await first(startBare(), bareFaultOf)));
  }
  return { name: `the first ${FIRST_EVENTS} events after a restart`, ...found };
}

function report(found: readonly Found[], dataset: Dataset, size: Size, postgresVersion: string): Report {
  const { conversations, callers } = dataset;
  return {
    name: 'initialization',
    title: `Initializations, ${CONCURRENT} signed events at a time, with ${conversations.toLocaleString('en')} conversations of ${callers.toLocaleString('en')} callers, beside an Express route that returns a constant.`,
    settings: {
      conversations,
      callers,
      concurrent: CONCURRENT,
      rounds: size.rounds,
      round_s: size.roundMs / 1000,
      restarts: size.restarts,
    },
    postgresVersion,
    tables: [
      {
        title: 'Milliseconds until an event was answered, each sender sending its next event when it has its answer',
        columns: ['events', 'server', 'answered', 'p50', 'p95', 'p99', 'max', 'complete', 'partial', 'failed'],
        rows: found.flatMap(({ name, ours, bare }) => [
          [name, 'ringback', ...figuresOf(ours)],
          [name, 'bare Express', ...figuresOf(bare)],
        ]),
      },
    ],
    targets: found.flatMap(targetsOf),
  };
}

function figuresOf(answers: readonly Answer[]): readonly number[] {
  const times = answers.map(({ durationMs }) => durationMs);
  const count = (kind: Answer['kind']): number => answers.filter((answer) => answer.kind === kind).length;
  return [
    answers.length,
    ...[50, 95, 99, 100].map((percent) => rounded(percentile(times, percent), 1)),
    count('complete'),
    count('partial'),
    count('failed'),
  ];
}

function targetsOf({ name, ours }: Found): Target[] {
  const p99 = percentile(
    ours.map(({ durationMs }) => durationMs),
    99,
  );
  const incomplete = ours.filter(({ kind }) => kind !== 'complete');
  const faults = [...new Set(incomplete.flatMap(({ fault }) => fault ?? []))];
  return [
    {
      what: `${name}: p99 within the budget of ${BUDGET_MS} ms`,
      found: `${rounded(p99, 1)} ms`,
      met: p99 <= BUDGET_MS,
    },
    {
      what: `${name}: every answer complete`,
      found: exceptions(incomplete.length, ours.length, 'complete', faults),
      met: incomplete.length === 0 && ours.length > 0,
    },
  ];
}
