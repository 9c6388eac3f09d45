import { deepStrictEqual } from 'node:assert';
import type { Request } from 'autocannon';
import { withCleanup } from '../support/cleanup.js';
import { type Dataset, loadConversations, pickKnown } from '../support/conversations.js';
import { makeLoad } from '../support/make-load.js';
import { startPostgres } from '../support/postgres-server.js';
import { API_KEY, startProduct } from '../support/product.js';
import { createProgress, type Progress } from '../support/progress.js';
import { createRandom } from '../support/random.js';
import type { Report } from '../support/report.js';
import { type ServerProcess, startServer } from '../support/server-process.js';
import { median, rounded } from '../support/statistics.js';
import { createTelnyxSigner, initializationBody, type TelnyxSigner } from '../support/telnyx-signer.js';

const CONVERSATIONS = 10_000;
const CONNECTIONS = 50;
const REQUESTS = 200;
const RATIO_MIN = 0.85;

/** A route, and the requests that are sent to it; made anew for each round, since a signature is good for five minutes. */
interface Route {
  readonly name: string;
  readonly requests: () => readonly Request[];
}

interface Servers {
  readonly ours: ServerProcess;
  readonly handWritten: ServerProcess;
}

interface Rounds {
  readonly count: number;
  readonly durationS: number;
}

interface Round {
  readonly answersPerSecond: number;
  /** What one answer cost the server's process. Absent where the operating system does not tell. */
  readonly cpuMicroseconds?: number;
}

type Pair = { readonly [server in keyof Servers]: Round };

/**
 * The two hot routes beside ones that were written by hand: each server in a process of its own, on the same database, under the same
 * load in turn. The ratio is the median of those of neighbouring rounds.
 */
export async function routesBenchmark({ quick }: { readonly quick: boolean }): Promise<Report> {
  const rounds = quick ? { count: 2, durationS: 2 } : { count: 7, durationS: 5 };
  const progress = createProgress('routes');
  return withCleanup(async (cleanup) => {
    progress.say('starting Postgres');
    const postgres = await startPostgres();
    cleanup.add(() => postgres.remove());
    const url = postgres.urlOf('postgres');
    const dataset = await loadConversations(url, { conversations: CONVERSATIONS, workspaces: 1 }, progress.say);

    const signer = createTelnyxSigner();
    const ours = await startProduct(url, signer.publicKey);
    cleanup.add(() => ours.stop());
    const handWritten = await startServer(new URL('hand-written-server.js', import.meta.url), [], {
      DATABASE_URL: url,
      RINGBACK_API_KEY: API_KEY,
      TELNYX_PUBLIC_KEY: signer.publicKey,
      WORKSPACE_ID: `${dataset.workspaceIds[0]}`,
    });
    cleanup.add(() => handWritten.stop());

    const servers = { ours, handWritten };
    const measured = [];
    for (const route of routesOn(dataset, signer)) {
      await expectSameAnswers(servers, route);
      measured.push({ name: route.name, pairs: await measure(servers, route, rounds, progress) });
    }
    progress.clear();
    return report(measured, rounds, postgres.version);
  });
}

function report(
  measured: readonly { name: string; pairs: readonly Pair[] }[],
  { count, durationS }: Rounds,
  postgresVersion: string,
): Report {
  const rows = measured.map(({ name, pairs }) => {
    const ratios = pairs.map(({ ours, handWritten }) => ours.answersPerSecond / handWritten.answersPerSecond);
    return {
      name,
      ours: middleOf(pairs.map(({ ours }) => ours)),
      handWritten: middleOf(pairs.map(({ handWritten }) => handWritten)),
      ratio: median(ratios),
      least: Math.min(...ratios),
      most: Math.max(...ratios),
    };
  });
  return {
    name: 'routes',
    title: 'Two routes of the server beside an Express + pg server with hand-written SQL that does the same checks.',
    settings: { conversations: CONVERSATIONS, connections: CONNECTIONS, rounds: count, round_s: durationS, pool: 10 },
    postgresVersion,
    tables: [
      {
        title: `Answers per second, ${CONNECTIONS} connections, medians of ${count} rounds of ${durationS} s each`,
        columns: ['route', 'ours', 'hand-written', 'ratio', 'least', 'most', 'CPU µs each', 'hand-written CPU µs'],
        rows: rows.map((row) => [
          row.name,
          Math.round(row.ours.answersPerSecond),
          Math.round(row.handWritten.answersPerSecond),
          rounded(row.ratio, 3),
          rounded(row.least, 3),
          rounded(row.most, 3),
          wholeOrNull(row.ours.cpuMicroseconds),
          wholeOrNull(row.handWritten.cpuMicroseconds),
        ]),
      },
    ],
    targets: rows.map(({ name, ratio }) => ({
      what: `${name}: at least ${RATIO_MIN} of the hand-written throughput`,
      found: rounded(ratio, 3),
      met: ratio >= RATIO_MIN,
    })),
  };
}

function middleOf(rounds: readonly Round[]): { answersPerSecond: number; cpuMicroseconds: number | undefined } {
  const cpu = rounds.flatMap(({ cpuMicroseconds }) => cpuMicroseconds ?? []);
  return {
    answersPerSecond: median(rounds.map(({ answersPerSecond }) => answersPerSecond)),
    cpuMicroseconds: cpu.length > 0 ? median(cpu) : undefined,
  };
}

function wholeOrNull(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value);
}

function routesOn(dataset: Dataset, signer: TelnyxSigner): readonly Route[] {
  const random = createRandom(3);
  const phones = Array.from({ length: REQUESTS }, () => pickKnown(dataset, random).phone);
  return [
    {
      name: 'GET /v2/ai/conversations',
      requests: () =>
        phones.map((phone) => ({
          method: 'GET',
          path: `/v2/ai/conversations?metadata-%3Etelnyx_end_user_target=eq.${encodeURIComponent(phone)}&limit=5&order=last_message_at.desc`,
          headers: { authorization: `Bearer ${API_KEY}` },
        })),
    },
    {
      name: 'POST /telnyx/dynamic-variables',
      requests: () =>
        phones.map((phone, index) => {
          const body = initializationBody(index, phone);
          return { method: 'POST', path: '/telnyx/dynamic-variables', headers: signer.headers(body), body };
        }),
    },
  ];
}

/** What is compared has to be the same work. */
async function expectSameAnswers(servers: Servers, { name, requests }: Route): Promise<void> {
  for (const { method, path, headers, body } of requests().slice(0, 20)) {
    const answers = [servers.ours, servers.handWritten].map(async ({ url }) => {
      const response = await fetch(url + path, {
        method,
        headers: { ...headers },
        ...(body === undefined ? {} : { body }),
      });
      return { status: response.status, body: await response.json() };
    });
    const [ours, handWritten] = await Promise.all(answers);
    deepStrictEqual(ours, handWritten, `${name}: the two servers answer differently`);
    deepStrictEqual(ours?.status, 200, `${name}: not answered with 200`);
  }
}

/** In the order A B B A: what drifts, drifts for both. */
async function measure(servers: Servers, route: Route, rounds: Rounds, progress: Progress): Promise<Pair[]> {
  const round = async (who: keyof Servers): Promise<Round> => {
    const { url, cpuMs } = servers[who];
    const request = { url, connections: CONNECTIONS, durationS: rounds.durationS, requests: route.requests() };
    const beforeMs = await cpuMs();
    const { answers, answersPerSecond } = await makeLoad(request);
    const afterMs = await cpuMs();
    if (beforeMs === undefined || afterMs === undefined) return { answersPerSecond };
    return { answersPerSecond, cpuMicroseconds: ((afterMs - beforeMs) * 1000) / answers };
  };
  progress.say(`${route.name}, warming up`);
  await round('ours');
  await round('handWritten');
  const pairs: Pair[] = [];
  for (let index = 0; index < rounds.count; index++) {
    progress.say(`${route.name}, round ${index + 1} of ${rounds.count}`);
    const found: Partial<Record<keyof Servers, Round>> = {};
    const order = index % 2 === 0 ? (['ours', 'handWritten'] as const) : (['handWritten', 'ours'] as const);
    for (const who of order) found[who] = await round(who);
    pairs.push(found as Pair);
  }
  return pairs;
}
