import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ServingProcess, startServing } from '../support/command-line.js';
import { temporaryFolder } from '../support/databases.js';
import { faultOutcomes, turns } from '../support/fault-outcomes.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { initializationEvent, telnyxSigner } from '../support/signing.js';

const KEY = 'the API key of both servers';
const HEADERS = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
const CLIENTS = 6;
const CANCELLED_BY_RECOVERY = '40001';
const FAULT_MS = turns(4_000, 60_000);
const LAG_MS = 1_000;

/** Two servers that read from a standby, which fails in one way after the other. */
describe('reads beside a standby', () => {
  const outcomes = faultOutcomes('standbys', 'A standby for reads that lags, hangs or dies, under two servers');
  const telnyx = telnyxSigner();
  let primary: PostgresServer;
  let standby: PostgresServer;
  let servers: readonly ServingProcess[] = [];

  beforeAll(async () => {
    primary = await startPostgres({ settings: ['wal_keep_size=256MB'] });
    standby = await primary.makeStandby();
    servers = await Promise.all(
      [0, 1].map(async () =>
        startServing({
          DATABASE_URL: primary.url,
          DATABASE_READ_URL: standby.url,
          RINGBACK_READ_LAG_MS: `${LAG_MS}`,
          RINGBACK_API_KEY: KEY,
          RINGBACK_DATA_DIR: await temporaryFolder(),
          TELNYX_PUBLIC_KEY: telnyx.publicKey,
          LOG_LEVEL: 'warn',
        }),
      ),
    );
  }, 120_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop('SIGKILL')));
    await standby?.remove();
    await primary?.remove();
    outcomes.report();
  });

  async function on<Row extends pg.QueryResultRow>(server: PostgresServer, sql: string): Promise<readonly Row[]> {
    const client = new pg.Client({ connectionString: server.url });
    client.on('error', () => {});
    try {
      await client.connect();
      return (await client.query<Row>(sql)).rows;
    } catch (error) {
      // A standby that catches up cancels what reads rows that are about to go, the beginning of a session too.
      if ((error as { code?: unknown }).code !== CANCELLED_BY_RECOVERY) throw error;
      return on(server, sql);
    } finally {
      await client.end().catch(() => {});
    }
  }

  const scans = async (): Promise<number> => {
    const [row] = await on<{ scans: number }>(
      standby,
      `SELECT (seq_scan + coalesce(idx_scan, 0))::integer AS scans FROM pg_stat_user_tables WHERE relname = 'conversations'`,
    );
    return row?.scans ?? 0;
  };

  /** Until lists that nobody has written to lately are read there. */
  async function untilItServes(): Promise<void> {
    const before = await scans();
    await vi.waitFor(
      async () => {
        for (const { url } of servers)
          await (await fetch(`${url}/v2/ai/conversations?name=eq.nobody`, { headers: HEADERS })).text();
        expect(await scans()).toBeGreaterThan(before);
      },
      { timeout: 30_000, interval: 200 },
    );
  }

  const FAULTS: readonly { readonly name: string; readonly inject: () => Promise<() => Promise<unknown>> }[] = [
    { name: 'nothing', inject: async () => async () => {} },
    {
      name: 'the standby lags: it replays nothing',
      inject: async () => {
        await on(standby, 'SELECT pg_wal_replay_pause()');
        return () => on(standby, 'SELECT pg_wal_replay_resume()');
      },
    },
    {
      name: 'the standby hangs',
      inject: async () => {
        await standby.pause();
        return () => standby.resume();
      },
    },
    {
      name: 'the standby is killed (kill -9)',
      inject: async () => {
        await standby.stop('kill');
        return () => standby.start();
      },
    },
  ];

  test.each(FAULTS)(
    '$name: everybody reads what they wrote, calls are answered in time, and it is over when it is over',
    async ({ name, inject }) => {
      await untilItServes();
      const faults: string[] = [];
      let [tried, lost, slowestMs, slowestCallMs] = [0, 0, 0, 0];
      let isOver = false;
      const client = async (_: unknown, index: number): Promise<void> => {
        const url = servers[index % servers.length]?.url as string;
        const api = async (method: string, path: string, body?: object) => {
          const startMs = performance.now();
          const response = await fetch(`${url}${path}`, {
            method,
            headers: HEADERS,
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            signal: AbortSignal.timeout(15_000),
          });
          const text = await response.text();
          tried += 1;
          slowestMs = Math.max(slowestMs, performance.now() - startMs);
          if (response.status !== 200) faults.push(`${method} ${path}: ${response.status}`);
          // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies freely
          return (response.status === 200 ? JSON.parse(text) : {}) as any;
        };
        while (!isOver) {
          const made = await api('POST', '/v2/ai/conversations', { name: randomUUID(), metadata: { turn: 'first' } });
          const path = `/v2/ai/conversations?id=eq.${made.id}`;
          // Read-your-writes: at once, by the same server.
          const found = await api('GET', path);
          if (found.data?.length !== 1) lost += 1;
          await api('PUT', `/v2/ai/conversations/${made.id}`, { metadata: { turn: 'second' } });
          const again = await api('GET', path);
          if (again.data?.[0]?.metadata.turn !== 'second') lost += 1;
          const event = JSON.stringify(initializationEvent());
          const startMs = performance.now();
          const call = await fetch(`${url}/telnyx/dynamic-variables`, {
            method: 'POST',
            headers: { ...telnyx.headers(event), 'content-type': 'application/json' },
            body: event,
          });
          await call.text();
          tried += 1;
          slowestCallMs = Math.max(slowestCallMs, performance.now() - startMs);
          if (call.status !== 200) faults.push(`call: ${call.status}`);
        }
      };
      const clients = Promise.all(Array.from({ length: CLIENTS }, client));
      await sleep(300);
      const mend = await inject();
      await sleep(FAULT_MS);
      isOver = true;
      try {
        await clients;
      } finally {
        await mend();
      }
      outcomes.add({
        injected: name,
        tried,
        survived: tried - faults.length,
        lost,
        leaked: 0,
        note: `each list is asked for what was just written; slowest request ${Math.round(slowestMs)} ms, slowest call ${Math.round(slowestCallMs)} ms`,
      });
      expect(faults).toEqual([]);
      expect(lost).toBe(0);
      expect(slowestCallMs).toBeLessThan(2_000);
      expect(tried).toBeGreaterThan(50);
      await untilItServes();
    },
    FAULT_MS + 90_000,
  );
});
