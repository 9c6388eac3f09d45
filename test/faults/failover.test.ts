import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ServingProcess, startServing } from '../support/command-line.js';
import { temporaryFolder } from '../support/databases.js';
import { faultOutcomes } from '../support/fault-outcomes.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';

const KEY = 'the API key of both servers';
const CLIENTS = 8;

const outcomes = faultOutcomes('failover', 'The primary dies under load, and the standby is promoted');
let primary: PostgresServer;
let standby: PostgresServer;
const servers: ServingProcess[] = [];

/** Both hosts in one URL, the way libpq has it. */
const bothOf = (one: PostgresServer, other: PostgresServer): string =>
  `postgres://postgres@${new URL(one.url).host},${new URL(other.url).host}/postgres?target_session_attrs=read-write`;

async function on<Row extends pg.QueryResultRow>(server: PostgresServer, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  primary = await startPostgres({ settings: ['wal_keep_size=256MB', 'synchronous_commit=on'] });
  standby = await primary.makeStandby();
  // From here on nothing is committed that the standby does not have.
  await on(primary, `ALTER SYSTEM SET synchronous_standby_names = '*'`);
  await on(primary, 'SELECT pg_reload_conf()');
  await vi.waitFor(
    async () =>
      expect(await on(primary, 'SELECT sync_state FROM pg_stat_replication')).toEqual([{ sync_state: 'sync' }]),
    { timeout: 20_000, interval: 100 },
  );
  const environment = async () => ({
    DATABASE_URL: bothOf(primary, standby),
    DATABASE_READ_URL: bothOf(standby, primary),
    RINGBACK_API_KEY: KEY,
    RINGBACK_DATA_DIR: await temporaryFolder(),
    LOG_LEVEL: 'warn',
  });
  servers.push(...(await Promise.all([startServing(await environment()), startServing(await environment())])));
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await standby?.remove();
  await primary?.remove();
  outcomes.report();
});

/** @returns the id of what was made; a message's answer has it in `data` */
async function post(url: string, body: object): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  const answer = (await response.json()) as { id?: string; data?: { id?: string } };
  const id = answer.id ?? answer.data?.id;
  if (response.status !== 200 || id === undefined) throw new Error(`answered ${response.status}`);
  return id;
}

test('while all is well, lists are read from the standby', async () => {
  const scans = async (): Promise<number> => {
    const [row] = await on<{ scans: number }>(
      standby,
      `SELECT (seq_scan + coalesce(idx_scan, 0))::integer AS scans FROM pg_stat_user_tables WHERE relname = 'conversations'`,
    );
    return row?.scans ?? 0;
  };
  const before = await scans();
  await vi.waitFor(
    async () => {
      for (const { url } of servers) {
        const path = '/v2/ai/conversations?metadata-%3Etelnyx_end_user_target=eq.%2B15559999999';
        const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${KEY}` } });
        expect(response.status).toBe(200);
      }
      expect(await scans()).toBeGreaterThan(before);
    },
    { timeout: 20_000, interval: 200 },
  );
});

// Once: a primary dies only once.
test('a primary that dies under load: both servers go on with the standby by themselves, and nothing that was acknowledged is lost', {
  retry: 0,
  timeout: 120_000,
}, async () => {
  const counts = { tried: 0, acknowledged: 0, refused: 0 };
  const conversations = new Set<string>();
  const messages = new Set<string>();
  let isOver = false;
  let promotedAtMs = Number.POSITIVE_INFINITY;
  let [lastFailureMs, acknowledgedAfter] = [0, 0];

  async function write(index: number): Promise<void> {
    const base = `${servers[index % servers.length]?.url}/v2/ai/conversations`;
    while (!isOver) {
      counts.tried += 1;
      try {
        const id = await post(base, { metadata: { telnyx_end_user_target: `+1555000${1000 + index}` } });
        conversations.add(id);
        counts.acknowledged += 1;
        counts.tried += 1;
        messages.add(await post(`${base}/${id}/message`, { role: 'user', content: 'hello' }));
        counts.acknowledged += 1;
        if (performance.now() > promotedAtMs) acknowledgedAfter += 1;
      } catch {
        counts.refused += 1;
        lastFailureMs = performance.now();
        await sleep(50);
      }
    }
  }

  const writing = Promise.all(Array.from({ length: CLIENTS }, (_, index) => write(index)));
  await vi.waitFor(() => expect(messages.size).toBeGreaterThan(200), { timeout: 30_000, interval: 50 });
  await primary.stop('immediate');
  await sleep(500);
  const atPromotion = messages.size;
  await standby.promote();
  promotedAtMs = performance.now();
  await vi.waitFor(() => expect(acknowledgedAfter).toBeGreaterThan(200), { timeout: 30_000, interval: 50 });
  isOver = true;
  await writing;

  const stored = new Set((await on<{ id: string }>(standby, 'SELECT id FROM conversations')).map(({ id }) => id));
  const storedMessages = new Set((await on<{ id: string }>(standby, 'SELECT id FROM messages')).map(({ id }) => id));
  const lost =
    [...conversations].filter((id) => !stored.has(id)).length +
    [...messages].filter((id) => !storedMessages.has(id)).length;
  const backAfterMs = Math.round(Math.max(0, lastFailureMs - promotedAtMs));
  outcomes.add({
    injected: `the primary killed under ${CLIENTS} writers of two servers, the standby promoted half a second later`,
    tried: counts.tried,
    survived: counts.tried,
    lost,
    leaked: 0,
    note: `${counts.acknowledged} acknowledged, ${counts.refused} refused; the last refusal came ${backAfterMs} ms after the promotion`,
  });
  expect(lost).toBe(0);
  expect(counts.acknowledged + counts.refused).toBe(counts.tried);
  expect(counts.refused).toBeGreaterThan(0);
  expect(messages.size).toBeGreaterThan(atPromotion);
  expect(backAfterMs).toBeLessThan(5_000);

  // Jobs and the feed of changes have found it, too; and reads.
  for (const { url } of servers) {
    const headers = { authorization: `Bearer ${KEY}` };
    expect((await fetch(`${url}/ready`, { headers })).status).toBe(200);
    const [id] = conversations;
    const ended = await fetch(`${url}/v1/conversations/${id}/end`, { method: 'POST', headers });
    expect(ended.status).toBe(200);
    const list = (await (await fetch(`${url}/v2/ai/conversations?id=eq.${id}`, { headers })).json()) as {
      data: unknown[];
    };
    expect(list.data).toHaveLength(1);
  }
  await vi.waitFor(
    async () => {
      const [row] = await on<{ feeds: number }>(
        standby,
        `SELECT count(*)::integer AS feeds FROM pg_stat_activity WHERE application_name = 'ringback changes'`,
      );
      expect(row?.feeds).toBe(servers.length);
    },
    { timeout: 10_000, interval: 100 },
  );
  await vi.waitFor(
    async () =>
      expect(await on(standby, 'SELECT DISTINCT state::text AS state FROM jobs')).toEqual([{ state: 'completed' }]),
    { timeout: 20_000, interval: 200 },
  );
});
