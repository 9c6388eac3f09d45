import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtInFaultOf, makeCalls } from '../support/callers.js';
import { type Cleanup, withCleanup } from '../support/cleanup.js';
import { knownPhones, loadConversations, pickKnown } from '../support/conversations.js';
import type { Response } from '../support/post.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { startProduct } from '../support/product.js';
import { createProgress } from '../support/progress.js';
import { createRandom } from '../support/random.js';
import type { Report } from '../support/report.js';
import { type ServerProcess, startServer } from '../support/server-process.js';
import { createTelnyxSigner } from '../support/telnyx-signer.js';
import { type Played, type Who, webhookReport } from './webhook-report.js';

const CONVERSATIONS = 200_000;
/** Of those who called a moment ago. */
const HOT_CALLERS = 1_000;
const CONCURRENT = 200;

/** What happens to the database while events come in. */
interface Scenario {
  readonly name: string;
  /** Whether nobody of the callers called a moment ago; else all did. */
  readonly isCold?: boolean;
  /** Whether Express with one statement answers the same, in turns. */
  readonly hasRival?: boolean;
  /** Whether each event comes on a connection of its own; else they stay open. */
  readonly newConnections?: boolean;
  /** What is done after the first third of the time, and after the second. */
  readonly disturb?: (postgres: PostgresServer) => Promise<void>;
  readonly mend?: (postgres: PostgresServer) => Promise<void>;
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'database up', hasRival: true },
  { name: 'database up, callers who have not called yet', hasRival: true, isCold: true },
  { name: 'database up, a connection for each event', newConnections: true, hasRival: true },
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

/** A server, with connections that are open. */
interface Subject {
  readonly who: Who;
  readonly server: ServerProcess;
  readonly agent: Agent;
}

/** So many rounds of each server where there are two, in the order A B B A. */
const ROUNDS = 4;

/**
 * The webhook with 200 events at a time, on a real server: each sender sends its next event when it has its answer. With the database
 * up, beside an Express route that asks the database for one row; then stopped and started again meanwhile, then frozen.
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
    const ours = await subject(cleanup, 'ringback', startProduct(url, signer.publicKey));
    const bare = await subject(
      cleanup,
      'bare Express',
      startServer(new URL('bare-server.js', import.meta.url), [], {
        DATABASE_URL: url,
        WORKSPACE_ID: `${dataset.workspaceIds[0]}`,
      }),
    );
    const random = createRandom(5);
    const hot = Array.from({ length: HOT_CALLERS }, () => pickKnown(dataset, random).phone);
    const cold = callersInTurn(await knownPhones(url));

    async function play({ who, server, agent: open }: Subject, scenario: Scenario, roundMs: number): Promise<Played> {
      const { name, newConnections, isCold } = scenario;
      const agent = newConnections ? new Agent({ maxSockets: CONCURRENT }) : open;
      const calls = { url: server.url, agent, signer, phones: isCold ? cold() : hot, concurrent: CONCURRENT };
      const faultOf = who === 'ringback' ? builtInFaultOf : bareFaultOf;
      const beforeMs = await server.cpuMs();
      const answers = await makeCalls({ ...calls, faultOf, durationMs: roundMs });
      const afterMs = await server.cpuMs();
      const cpuMs = beforeMs === undefined || afterMs === undefined ? undefined : afterMs - beforeMs;
      return { name, who, answers, cpuMs, durationMs: roundMs };
    }

    progress.say('warming up');
    for (const each of [ours, bare]) await play(each, { name: '' }, durationMs / 6);
    const found: Played[] = [];
    for (const scenario of SCENARIOS) {
      progress.say(scenario.name);
      const { disturb, mend } = scenario;
      if (disturb !== undefined && mend !== undefined) {
        const startMs = performance.now();
        const answers = play(ours, scenario, durationMs);
        await sleep(durationMs / 3);
        await disturb(postgres);
        await sleep(durationMs / 3);
        await mend(postgres);
        const mendedAtMs = performance.now() - startMs;
        found.push({ ...(await answers), mendedAtMs });
        continue;
      }
      const rounds: Played[] = [];
      for (let index = 0; index < ROUNDS; index++) {
        const order = index % 2 === 0 ? [ours, bare] : [bare, ours];
        for (const each of order) rounds.push(await play(each, scenario, durationMs / ROUNDS));
      }
      found.push(...[ours, bare].map(({ who }) => together(rounds.filter((round) => round.who === who))));
    }
    progress.clear();
    return webhookReport(
      found,
      {
        ...{ conversations: CONVERSATIONS, concurrent: CONCURRENT, duration_s: durationMs / 1000 },
        ...{ hot_callers: HOT_CALLERS, rounds: ROUNDS },
      },
      postgres.version,
    );
  });
}

async function subject(cleanup: Cleanup, who: Who, starting: Promise<ServerProcess>): Promise<Subject> {
  const server = await starting;
  cleanup.add(() => server.stop());
  // Node 20 accepts one connection per turn of its event loop, so the first events of connections that are opened in the middle of such a
  // load wait for seconds, in any Node server. What stays open is therefore opened before.
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENT });
  cleanup.add(async () => agent.destroy());
  return { who, server, agent };
}

/** @returns each time all callers, beginning with the one who has not called for longest */
function callersInTurn(all: readonly string[]): () => readonly string[] {
  let first = 0;
  return () => {
    first = (first + Math.floor(all.length / 3)) % all.length;
    return [...all.slice(first), ...all.slice(0, first)];
  };
}

function bareFaultOf({ status }: Response): string | undefined {
  return status === 200 ? undefined : `status ${status}`;
}

/** @param rounds of one server in one scenario */
function together(rounds: readonly Played[]): Played {
  const [first] = rounds;
  if (first === undefined) throw new RangeError('There are no rounds.');
  const cpuMs = rounds.every((round) => round.cpuMs !== undefined)
    ? rounds.reduce((sum, round) => sum + (round.cpuMs ?? 0), 0)
    : undefined;
  return {
    ...first,
    answers: rounds.flatMap(({ answers }) => answers),
    durationMs: rounds.reduce((sum, round) => sum + round.durationMs, 0),
    cpuMs,
  };
}
