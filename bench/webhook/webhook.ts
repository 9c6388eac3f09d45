import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, makeCalls } from '../support/callers.js';
import { withCleanup } from '../support/cleanup.js';
import { loadConversations, pickKnown } from '../support/conversations.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { startProduct } from '../support/product.js';
import { createProgress } from '../support/progress.js';
import { createRandom } from '../support/random.js';
import type { Report, Target } from '../support/report.js';
import { percentile, rounded } from '../support/statistics.js';
import { createTelnyxSigner } from '../support/telnyx-signer.js';

const CONVERSATIONS = 10_000;
const CONCURRENT = 200;
const ANSWER_MAX_MS = 1000;

/** What happens to the database while events come in. */
interface Scenario {
  readonly name: string;
  /** Whether each event comes on a connection of its own; else they stay open. */
  readonly newConnections?: boolean;
  /** What is done after the first third of the time, and after the second. */
  readonly disturb?: (postgres: PostgresServer) => Promise<void>;
  readonly mend?: (postgres: PostgresServer) => Promise<void>;
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'database up' },
  { name: 'database up, a connection for each event', newConnections: true },
  {
    name: 'database stopped and started again',
    disturb: (postgres) => postgres.crash(),
    mend: (postgres) => postgres.start(),
  },
  {
    name: 'database hangs for a while',
    disturb: (postgres) => postgres.freeze(),
    mend: (postgres) => postgres.thaw(),
  },
];

/** How long after the database is back an answer may still be without the history: so much of a scenario's time. */
const RECOVERY_PART = 1 / 10;

interface Found {
  readonly name: string;
  readonly answers: readonly Answer[];
  /** When the database was back, on the answers' clock; absent where it was never away. */
  readonly mendedAtMs?: number;
}

/**
 * The webhook with 200 events at a time, on a real server: each sender sends its next event when it has its answer. With the database
 * up, then stopped and started again meanwhile, then frozen.
 */
export async function webhookBenchmark({ quick }: { readonly quick: boolean }): Promise<Report> {
  const durationMs = quick ? 9_000 : 30_000;
  const progress = createProgress('webhook');
  return withCleanup(async (cleanup) => {
    progress.say('starting Postgres');
    const postgres = await startPostgres();
    cleanup.add(() => postgres.remove());
    const url = postgres.urlOf('postgres');
    const dataset = await loadConversations(url, { conversations: CONVERSATIONS, workspaces: 1 }, progress.say);
    const signer = createTelnyxSigner();
    const server = await startProduct(url, signer.publicKey);
    cleanup.add(() => server.stop());
    const random = createRandom(5);
    const phones = Array.from({ length: 1000 }, () => pickKnown(dataset, random).phone);

    // Node 20 accepts one connection per turn of its event loop, so the first events of connections that are opened in the middle of such a
    // load wait for seconds, in any Node server. What stays open is therefore opened before.
    const open = new Agent({ keepAlive: true, maxSockets: CONCURRENT });
    cleanup.add(async () => open.destroy());
    const calls = { url: server.url, agent: open, signer, phones, concurrent: CONCURRENT };
    progress.say('warming up');
    await makeCalls({ ...calls, durationMs: durationMs / 6 });
    const found: Found[] = [];
    for (const { name, newConnections, disturb, mend } of SCENARIOS) {
      progress.say(name);
      const startMs = performance.now();
      const agent = newConnections ? new Agent({ maxSockets: CONCURRENT }) : open;
      const answers = makeCalls({ ...calls, agent, durationMs });
      if (disturb === undefined || mend === undefined) {
        found.push({ name, answers: await answers });
        continue;
      }
      await sleep(durationMs / 3);
      await disturb(postgres);
      await sleep(durationMs / 3);
      await mend(postgres);
      const mendedAtMs = performance.now() - startMs;
      found.push({ name, answers: await answers, mendedAtMs });
    }
    progress.clear();
    return report(found, durationMs, postgres.version);
  });
}

function report(found: readonly Found[], durationMs: number, postgresVersion: string): Report {
  return {
    name: 'webhook',
    title: `The Telnyx webhook with ${CONCURRENT} signed events at a time; the database is away for the middle third.`,
    settings: { conversations: CONVERSATIONS, concurrent: CONCURRENT, duration_s: durationMs / 1000 },
    postgresVersion,
    tables: [
      {
        title: `Events, and milliseconds until they were answered`,
        columns: [
          'scenario',
          'events',
          'per second',
          'p50',
          'p95',
          'p99',
          'max',
          'complete',
          'partial',
          'failed',
          'late',
        ],
        rows: found.map(({ name, answers }) => {
          const times = answers.map((answer) => answer.durationMs);
          const count = (kind: Answer['kind']): number => answers.filter((answer) => answer.kind === kind).length;
          return [
            name,
            answers.length,
            Math.round(answers.length / (durationMs / 1000)),
            ...[50, 95, 99, 100].map((percent) => rounded(percentile(times, percent), 1)),
            count('complete'),
            count('partial'),
            count('failed'),
            times.filter((time) => time > ANSWER_MAX_MS).length,
          ];
        }),
      },
    ],
    targets: found.flatMap((each) => targetsOf(each, durationMs * RECOVERY_PART)),
  };
}

function targetsOf({ name, answers, mendedAtMs }: Found, recoveryMs: number): Target[] {
  const slowestMs = Math.max(...answers.map(({ durationMs }) => durationMs));
  const failed = answers.filter(({ kind }) => kind === 'failed');
  const faults = [...new Set(failed.map(({ fault }) => fault))].join(', ');
  const mustBeComplete = answers.filter(
    ({ sentAtMs }) => mendedAtMs === undefined || sentAtMs > mendedAtMs + recoveryMs,
  );
  const partial = mustBeComplete.filter(({ kind }) => kind === 'partial').length;
  return [
    {
      what: `${name}: no answer after ${ANSWER_MAX_MS} ms`,
      found: `${rounded(slowestMs, 1)} ms at most`,
      met: slowestMs <= ANSWER_MAX_MS,
    },
    {
      what: `${name}: every event answered, with 200 and usable`,
      found: `${failed.length} not ${faults}`.trim(),
      met: failed.length === 0,
    },
    {
      what: `${name}: complete while the database is up${mendedAtMs === undefined ? '' : `, from ${recoveryMs / 1000} s after it is back`}`,
      found: `${partial} of ${mustBeComplete.length} not`,
      met: partial === 0 && mustBeComplete.length > 0,
    },
  ];
}
