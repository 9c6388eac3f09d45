import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServingProcess, startServing } from '../support/command-line.js';
import { createServerDatabase, temporaryFolder } from '../support/databases.js';
import { faultOutcomes, turns } from '../support/fault-outcomes.js';
import { initializationEvent, type TelnyxSigner, telnyxSigner } from '../support/signing.js';

const API_KEY = 'api-key-of-the-busy-workspace';
const QUIET = ['quiet-one', 'quiet-two', 'quiet-three', 'quiet-four'];
const CONVERSATIONS = 30_000;
/** A server has code to compile in its first seconds, which is not what is asked here. */
const WARM_MS = 4_000;
/** More than the server has connections to the database. */
const BUSY_CLIENTS = 24;
const LASTS_MS = turns(8_000, 120_000);
/** By the clock of who asks: two cores are shared with the server, its database and all its clients. */
const CALL_MS = 1_500;
const REQUEST_MS = 3_000;

interface Tenant {
  readonly name: string;
  readonly key: string;
  readonly telnyx: TelnyxSigner;
}

describe('a workspace that asks for all it can get', () => {
  const outcomes = faultOutcomes('busy-workspace', 'A busy workspace beside quiet ones');
  let database: Awaited<ReturnType<typeof createServerDatabase>>;
  let server: ServingProcess;
  let busy: Tenant;
  let quiet: readonly Tenant[];

  beforeAll(async () => {
    database = await createServerDatabase();
    server = await startServing({
      DATABASE_URL: database.url,
      RINGBACK_DATA_DIR: await temporaryFolder(),
      RINGBACK_API_KEY: API_KEY,
      RINGBACK_SECRET_KEY: 'a secret key of more than 32 characters',
      RINGBACK_REQUESTS_PER_SECOND: '0',
      RINGBACK_ADDRESS_REQUESTS_PER_SECOND: '0',
    });
    busy = await makeTenant('busy');
    quiet = await Promise.all(QUIET.map(makeTenant));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `INSERT INTO conversations (workspace_id, id, name, metadata, created_at, last_message_at)
       SELECT w.id, gen_random_uuid(), repeat('aab', 120) || n, jsonb_build_object('text', repeat('aaaaa,', 100)), now(), now()
       FROM workspaces w, generate_series(1, $1::integer) n WHERE w.name = 'busy'`,
      [CONVERSATIONS],
    );
    await client.end();
  }, 120_000);
  afterAll(async () => {
    await server?.stop('SIGKILL');
    await database?.drop();
    outcomes.report();
  });

  async function send(method: string, path: string, headers: Record<string, string>, body?: string) {
    const startMs = performance.now();
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(30_000),
    });
    return { status: response.status, text: await response.text(), tookMs: performance.now() - startMs };
  }

  async function makeTenant(name: string): Promise<Tenant> {
    const operator = { authorization: `Bearer ${API_KEY}` };
    const post = async (path: string, body: object) => {
      const { status, text } = await send('POST', path, operator, JSON.stringify(body));
      if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
      return JSON.parse(text);
    };
    await post('/v1/workspaces', { name });
    const telnyx = telnyxSigner();
    await post(`/v1/workspaces/${name}/secrets`, { platform: 'telnyx', name: 'public_key', value: telnyx.publicKey });
    const { data } = await post('/v1/keys', { name: 'k', scopes: ['read', 'write', 'admin'], workspace: name });
    return { name, key: data.key, telnyx };
  }

  const listOf = (query: string) => `/v2/ai/conversations?${encodeURI(query).replaceAll('+', '%2B')}`;
  /** What reads every row of the workspace, or writes as fast as it is let. */
  const HEAVY: readonly ((turn: number) => readonly [string, string, string?])[] = [
    (turn) => [
      'GET',
      listOf(`or=(${Array.from({ length: 8 }, (_, n) => `name.imatch."(a|b|ab)*${turn}${n}$"`).join(',')})`),
    ],
    (turn) => ['GET', listOf(`metadata->text=imatch."((a|aa)+)+b${turn}"`)],
    (turn) => ['POST', '/v2/ai/conversations', JSON.stringify({ name: `busy ${turn}` })],
    (turn) => [
      'POST',
      '/v1/search',
      JSON.stringify({ query: 'street', user: { phone: `+1312555${1000 + (turn % 9000)}` } }),
    ],
    () => [
      'POST',
      '/v1/import',
      Array.from(
        { length: 300 },
        () => `${JSON.stringify({ type: 'conversation', id: randomUUID(), name: 'imported' })}\n`,
      ).join(''),
    ],
  ];

  const heavy = ([method, path, body]: readonly [string, string, string?]) =>
    send(method, path, { authorization: `Bearer ${busy.key}` }, body);

  test(
    'costs the others neither answers nor time: theirs come as if they were alone',
    async () => {
      let isOver = false;
      const beganMs = performance.now();
      const ofBusy: Record<number, number> = {};
      await Promise.all(HEAVY.map((make) => heavy(make(0))));
      const busyClient = async (_: unknown, index: number): Promise<void> => {
        for (let turn = index; !isOver; turn += 1) {
          const [method, path, body] = HEAVY[index % HEAVY.length]?.(turn) ?? ['GET', '/'];
          const { status } = await send(method, path, { authorization: `Bearer ${busy.key}` }, body);
          ofBusy[status] = (ofBusy[status] ?? 0) + 1;
        }
      };
      const faults: string[] = [];
      const slowest: Record<string, number> = {};
      let [tried, leaked] = [0, 0];
      const acknowledged: string[] = [];
      const quietClient = async ({ name, key, telnyx }: Tenant): Promise<void> => {
        const headers = { authorization: `Bearer ${key}` };
        while (!isOver) {
          const event = JSON.stringify(initializationEvent());
          const made = `of ${name} ${randomUUID()}`;
          for (const [what, limitMs, work] of [
            ['call', CALL_MS, () => send('POST', `/w/${name}/telnyx/dynamic-variables`, telnyx.headers(event), event)],
            ['create', REQUEST_MS, () => send('POST', '/v2/ai/conversations', headers, JSON.stringify({ name: made }))],
            ['list', REQUEST_MS, () => send('GET', listOf('order=created_at.desc&limit=3'), headers)],
          ] as const) {
            const { status, text, tookMs } = await work();
            if (performance.now() - beganMs < WARM_MS) continue;
            tried += 1;
            slowest[what] = Math.max(slowest[what] ?? 0, tookMs);
            if (status !== 200 || tookMs > limitMs)
              faults.push(`${name} ${what}: ${status} after ${Math.round(tookMs)} ms`);
            if (what === 'create' && status === 200) acknowledged.push(made);
            if (what !== 'list' || status !== 200) continue;
            const names = (JSON.parse(text) as { data: { name: string }[] }).data.map((row) => row.name);
            if (names.some((each) => !each.startsWith(`of ${name} `))) leaked += 1;
          }
        }
      };
      const clients = [...Array.from({ length: BUSY_CLIENTS }, busyClient), ...quiet.map(quietClient)];
      await new Promise((resolve) => setTimeout(resolve, WARM_MS + LASTS_MS));
      isOver = true;
      await Promise.all(clients);

      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      const { rows } = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM conversations WHERE name = ANY($1)`,
        [acknowledged],
      );
      await client.end();
      const lost = acknowledged.length - (rows[0]?.count ?? 0);
      const times = Object.entries(slowest).map(([what, ms]) => `${what} ${Math.round(ms)} ms`);
      outcomes.add({
        injected: `${BUSY_CLIENTS} clients of one workspace that search, write and import without a pause; requests of ${QUIET.length} others`,
        tried,
        survived: tried - faults.length,
        lost,
        leaked,
        note: `slowest of the others: ${times.join(', ')}; the busy one itself: ${Object.entries(ofBusy)
          .map(([status, count]) => `${status}: ${count}`)
          .join(', ')}`,
      });
      expect(faults).toEqual([]);
      expect([lost, leaked]).toEqual([0, 0]);
      expect(tried).toBeGreaterThan(20);
    },
    LASTS_MS + 90_000,
  );
});
