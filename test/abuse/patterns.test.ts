import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.js';
import { openDatabase } from '../../src/store/database.js';
import { ensureDefaultWorkspace } from '../../src/store/workspaces.js';
import { type ServingProcess, startServing } from '../support/command-line.js';
import { createServerDatabase, temporaryFolder } from '../support/databases.js';
import { faultOutcomes } from '../support/fault-outcomes.js';
import { initializationEvent, telnyxSigner } from '../support/signing.js';
import { silentLog } from '../support/silent-log.js';

const CONVERSATIONS = 30_000;
/** More of them at once than the server has connections. */
const HEAVY = 24;
const TIME_LIMIT_MS = 10_000;

/** What takes Postgres long over each row, and is within the language's limits. */
const EXPLODING = [
  `or=(${Array.from({ length: 60 }, (_, n) => `name.imatch."(a|b|ab)*${n}(.*a){9}$"`).join(',')})`,
  `name=match."(x+x+)+y"`,
  `name=match."^(([a-z])+.)+[A-Z]([a-z])+$"`,
  Array.from({ length: 90 }, (_, n) => `name=not.ilike.*${'a*'.repeat(40)}${n}*`).join('&'),
  `metadata->text=match(any).{${Array.from({ length: 40 }, (_, n) => `"(.*,){11}P${n}"`).join(',')}}`,
  `or=(${Array.from({ length: 90 }, (_, n) => `name.wfts."a b c d e f g ${n}"`).join(',')})`,
  `name=imatch."(a{1,30}){1,8}$"`,
  `metadata->text=imatch."((a|aa)+)+b"`,
];

/** Text search without an index, ninety times over each row: what was found to take Postgres longest. */
function slowest(number: number): string {
  const terms = Array.from({ length: 90 }, (_, n) => `name.wfts."a b c d e f g ${number} ${n}"`);
  return `or=(${terms.join(',')})`;
}

describe('patterns that explode', () => {
  const outcomes = faultOutcomes('abuse-patterns', 'Patterns and regular expressions that explode');
  const telnyx = telnyxSigner();
  let database: Awaited<ReturnType<typeof createServerDatabase>>;
  let serving: ServingProcess;
  let keys: { attacker: string; other: string };

  beforeAll(async () => {
    database = await createServerDatabase();
    const opened = await openDatabase({ url: database.url, dataDir: '', statementTimeoutMs: 60_000 }, silentLog);
    const workspace = await ensureDefaultWorkspace(opened.knex);
    const keyOf = async (scopes: readonly ('read' | 'write')[]) =>
      (await createApiKey(opened.knex, { workspaceId: workspace.id, name: 'k', scopes })).key;
    keys = { attacker: await keyOf(['read']), other: await keyOf(['read', 'write']) };
    await opened.knex.raw(
      `INSERT INTO conversations (workspace_id, id, name, metadata, created_at, last_message_at)
       SELECT ?, gen_random_uuid(), repeat('aab', 120) || n, jsonb_build_object('text', repeat('aaaaa,', 100)), now(), now()
       FROM generate_series(1, ?::integer) n`,
      [workspace.id, CONVERSATIONS],
    );
    await opened.close();
    serving = await startServing({
      DATABASE_URL: database.url,
      RINGBACK_DATA_DIR: await temporaryFolder(),
      TELNYX_PUBLIC_KEY: telnyx.publicKey,
      RINGBACK_API_KEY: 'api-key-of-the-patterns',
    });
  }, 120_000);
  afterAll(async () => {
    await serving?.stop('SIGKILL');
    await database?.drop();
    outcomes.report();
  });

  const list = async (key: string, query: string): Promise<{ status: number; tookMs: number; text: string }> => {
    const startMs = performance.now();
    const response = await fetch(`${serving.url}/v2/ai/conversations?${encodeURI(query).replaceAll('+', '%2B')}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const text = await response.text();
    return { status: response.status, tookMs: performance.now() - startMs, text };
  };

  test('are refused, or cut by the time limit, and hurt nobody else', async () => {
    const startMs = performance.now();
    let isOver = false;
    const heavy = Array.from({ length: HEAVY }, (_, index) => list(keys.attacker, EXPLODING[index] ?? slowest(index)));
    const ended = Promise.all(heavy).then((answers) => {
      isOver = true;
      return answers;
    });
    ended.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 500));

    const others: { what: string; status: number; tookMs: number }[] = [];
    while (!isOver && performance.now() - startMs < 3 * TIME_LIMIT_MS) {
      const body = JSON.stringify(initializationEvent());
      for (const [what, send] of [
        ['create', () => post('/v2/ai/conversations', '{"name":"other"}', { authorization: `Bearer ${keys.other}` })],
        [
          'retrieve',
          () =>
            fetch(`${serving.url}/v2/ai/conversations/11111111-2222-4333-8444-555555555555`, {
              headers: { authorization: `Bearer ${keys.other}` },
            }),
        ],
        ['webhook', () => post('/telnyx/dynamic-variables', body, telnyx.headers(body))],
      ] as const) {
        const beforeMs = performance.now();
        const response = await send();
        await response.text();
        others.push({ what, status: response.status, tookMs: performance.now() - beforeMs });
      }
    }
    const answers = await ended;
    const late = answers.filter(({ tookMs }) => tookMs > TIME_LIMIT_MS + 3_000);
    const statuses = [...new Set(answers.map(({ status }) => status))].sort();
    const hurt = others.filter(
      ({ status, tookMs, what }) => tookMs > 3_000 || status !== (what === 'retrieve' ? 404 : 200),
    );
    const slowestMs = Math.max(...others.map(({ tookMs }) => tookMs));
    outcomes.add({
      injected: `${HEAVY} exploding patterns at once over ${CONVERSATIONS.toLocaleString('en')} conversations`,
      tried: HEAVY,
      survived: HEAVY - late.length,
      lost: 0,
      leaked: await backendsAt(),
      note: `answered ${statuses.join(', ')}; slowest ${Math.round(Math.max(...answers.map(({ tookMs }) => tookMs)))} ms`,
    });
    outcomes.add({
      injected: 'other requests meanwhile',
      tried: others.length,
      survived: others.length - hurt.length,
      lost: 0,
      leaked: 0,
      note: `slowest ${Math.round(slowestMs)} ms`,
    });
    expect(statuses.filter((status) => ![200, 422, 503].includes(status))).toEqual([]);
    expect(late).toEqual([]);
    // Some of them did explode, or nothing was shown.
    expect(answers.filter(({ status }) => status === 503).length).toBeGreaterThan(10);
    expect(others.length).toBeGreaterThan(10);
    expect(hurt).toEqual([]);
    await expect.poll(backendsAt, { timeout: 5_000 }).toBe(0);
  }, 120_000);

  const post = (path: string, body: string, headers: Record<string, string>) =>
    fetch(`${serving.url}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });

  /** Statements that go on although nobody waits for them. */
  async function backendsAt(): Promise<number> {
    const opened = await openDatabase({ url: database.url, dataDir: '' }, silentLog);
    try {
      const [row] = await opened.run(
        `SELECT count(*)::integer AS count FROM pg_stat_activity
         WHERE datname = current_database() AND state = 'active' AND query LIKE '%from "conversations"%'
           AND pid <> pg_backend_pid()`,
        [],
      );
      return Number(row?.count);
    } finally {
      await opened.close();
    }
  }
});
