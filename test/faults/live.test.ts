import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRateLimits } from '../../src/http/rate-limits.js';
import { runInsightsHandler } from '../../src/insights/run-insights.js';
import { createLanguageModel } from '../../src/models/openai-model.js';
import { openDatabase } from '../../src/store/database.js';
import { createServerDatabase, openTestDatabase, type TestDatabase } from '../support/databases.js';
import { faultOutcomes } from '../support/fault-outcomes.js';
import {
  completion,
  failure,
  json,
  type ModelEndpoint,
  type Reply,
  startModelEndpoint,
} from '../support/model-endpoint.js';
import { type TestApp, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';
import { silentLog } from '../support/silent-log.js';

const outcomes = faultOutcomes('live', 'A server that goes on while something around it does not');
afterAll(() => outcomes.report());

describe('requests while the database is slow, locked or used up', () => {
  const CLIENTS = 30;
  let database: Awaited<ReturnType<typeof createServerDatabase>>;
  let opened: Awaited<ReturnType<typeof openDatabase>>;
  let server: TestApp;
  beforeAll(async () => {
    database = await createServerDatabase();
    opened = await openDatabase(
      { url: database.url, dataDir: '', statementTimeoutMs: 1_500, connectTimeoutMs: 1_000, poolMax: 5 },
      silentLog,
    );
    server = await testApp(opened);
  });
  afterAll(async () => {
    await opened?.close();
    await database?.drop();
  });

  async function onDatabase<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => {});
    }
  }

  interface Injected {
    readonly name: string;
    /** @returns what ends it */
    readonly inject: () => Promise<() => Promise<unknown>>;
  }

  const lock = (statement: string) => async () => {
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => {});
    await client.connect();
    await client.query('BEGIN');
    await client.query(statement);
    return () => client.end();
  };

  test.each<Injected>([
    { name: 'table of conversations locked', inject: lock('LOCK TABLE conversations IN ACCESS EXCLUSIVE MODE') },
    {
      name: 'every conversation locked by somebody who writes',
      inject: lock('SELECT 1 FROM conversations FOR UPDATE'),
    },
    {
      name: 'pool exhausted by statements that take as long as they may',
      inject: async () => {
        const held = Array.from({ length: 5 }, () => opened.run('SELECT pg_sleep(30)', []).catch(() => []));
        await sleep(50);
        return () => Promise.all(held);
      },
    },
    {
      name: 'every statement slow (a trigger that sleeps)',
      inject: async () => {
        await onDatabase(async (client) => {
          await client.query(
            `CREATE OR REPLACE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(3); RETURN NEW; END $$`,
          );
          await client.query(
            'CREATE TRIGGER slow BEFORE INSERT OR UPDATE ON conversations FOR EACH ROW EXECUTE FUNCTION slow()',
          );
        });
        return () => onDatabase((client) => client.query('DROP TRIGGER slow ON conversations'));
      },
    },
  ])(
    '$name: each is answered in time, nothing is stored that was refused, and it is over when it is over',
    async ({ name, inject }) => {
      const auth = { authorization: `Bearer ${server.keys.all}` };
      await request(server.app).post('/v2/ai/conversations').set(auth).send({ name: 'before' }).expect(200);
      const mend = await inject();
      const answers: { name: string; status: number; tookMs: number }[] = [];
      try {
        await Promise.all(
          Array.from({ length: CLIENTS }, async (_, index) => {
            const made = `${randomUUID()}`;
            const startMs = performance.now();
            const isCall = index % 3 === 0;
            const body = JSON.stringify(isCall ? initializationEvent() : { name: made });
            const { status } = await request(server.app)
              .post(isCall ? '/telnyx/dynamic-variables' : '/v2/ai/conversations')
              .set(
                isCall
                  ? { ...server.telnyx.headers(body), 'content-type': 'application/json' }
                  : { ...auth, 'content-type': 'application/json' },
              )
              .send(body);
            answers.push({ name: isCall ? '' : made, status, tookMs: performance.now() - startMs });
          }),
        );
      } finally {
        await mend();
      }
      const calls = answers.filter((each) => each.name === '');
      const writes = answers.filter((each) => each.name !== '');
      expect(calls.map(({ status }) => status)).toEqual(calls.map(() => 200));
      expect(Math.max(...calls.map(({ tookMs }) => tookMs))).toBeLessThan(1_500);
      expect(writes.map(({ status }) => status).filter((status) => status !== 200 && status !== 503)).toEqual([]);
      // The wait for a connection and the limit of a statement, twice: for the key that was not seen lately, and the work.
      expect(Math.max(...writes.map(({ tookMs }) => tookMs))).toBeLessThan(7_000);
      const stored = await opened.run('SELECT name FROM conversations WHERE name = ANY($1)', [
        writes.map((each) => each.name),
      ]);
      const names = new Set(stored.map((row) => row.name));
      const lost = writes.filter((each) => each.status === 200 && !names.has(each.name)).length;
      const leaked = writes.filter((each) => each.status !== 200 && names.has(each.name)).length;
      await expect
        .poll(async () => (await request(server.app).post('/v2/ai/conversations').set(auth).send({})).status, {
          timeout: 10_000,
        })
        .toBe(200);
      const open = await onDatabase(async (client) => {
        const { rows } = await client.query(
          `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
        );
        return Number(rows[0]?.count);
      });
      outcomes.add({
        injected: name,
        tried: CLIENTS,
        survived: CLIENTS - lost - leaked,
        lost,
        leaked: leaked + open,
        note: `${calls.length} calls answered within ${Math.round(Math.max(...calls.map(({ tookMs }) => tookMs)))} ms; ${writes.filter(({ status }) => status === 503).length} writes refused (503), none of them stored`,
      });
      expect([lost, leaked, open]).toEqual([0, 0, 0]);
    },
    60_000,
  );
});

describe('a clock that jumps', () => {
  test('an hour forth and a day back: limits, budgets and keys go by a clock that does not; signatures by the one that does', async () => {
    const opened = await openTestDatabase('server');
    try {
      let offsetMs = 0;
      const server = await testApp(opened.database, { now: () => new Date(Date.now() + offsetMs) });
      const auth = { authorization: `Bearer ${server.keys.all}` };
      const body = JSON.stringify(initializationEvent());
      let tried = 0;
      const times: string[] = [];
      for (const jumpMs of [0, 3_600_000, -86_400_000, 400 * 86_400_000, 0]) {
        offsetMs = jumpMs;
        const at = Math.floor((Date.now() + offsetMs) / 1000);
        tried += 3;
        const made = await request(server.app)
          .post('/v2/ai/conversations')
          .set(auth)
          .send({ name: `${jumpMs}` })
          .expect(200);
        times.push(made.body.created_at);
        await request(server.app)
          .post('/telnyx/dynamic-variables')
          .set({ ...server.telnyx.headers(body, at), 'content-type': 'application/json' })
          .send(body)
          .expect(200);
        // By the clock of before it is out of the window.
        const stale = at + (jumpMs === 0 ? 4_000 : -4_000);
        await request(server.app)
          .post('/telnyx/dynamic-variables')
          .set({ ...server.telnyx.headers(body, stale), 'content-type': 'application/json' })
          .send(body)
          .expect(401);
        // A message is never counted later than it came, nor is one lost that came before its conversation.
        await request(server.app)
          .post(`/v2/ai/conversations/${made.body.id}/message`)
          .set(auth)
          .send({ role: 'user', content: 'x' })
          .expect(200);
      }
      const listed = await request(server.app)
        .get('/v2/ai/conversations?order=created_at.asc&limit=100')
        .set(auth)
        .expect(200);
      expect(listed.body.data).toHaveLength(times.length);
      // The limits ask no wall clock: whoever sets it back is not let in again, nor kept out.
      let now = 5_000;
      const limits = createRateLimits({ requestsPerSecond: 1 }, () => now);
      const res = { setHeader: () => {} } as never;
      limits.admitKey(res, 'k');
      expect(() => limits.admitKey(res, 'k')).toThrow('An API key may send 1 request a second here.');
      now += 1_000;
      limits.admitKey(res, 'k');
      outcomes.add({
        injected: 'the clock jumps: an hour forth, a day back, a year forth',
        tried,
        survived: tried,
        lost: times.length - listed.body.data.length,
        leaked: 0,
        note: '',
      });
    } finally {
      await opened.remove();
    }
  });
});

describe('an event loop that is blocked', () => {
  test('for a second and a half, with calls under way: each is answered, late by no more than that', async () => {
    const opened = await openTestDatabase('server');
    try {
      const server = await testApp(opened.database);
      const body = JSON.stringify(initializationEvent());
      const call = () => {
        const startMs = performance.now();
        return request(server.app)
          .post('/telnyx/dynamic-variables')
          .set({ ...server.telnyx.headers(body), 'content-type': 'application/json' })
          .send(body)
          .then(({ status, body: answer }) => ({ status, answer, tookMs: performance.now() - startMs }));
      };
      await Promise.all(Array.from({ length: 10 }, call));
      const calls = Array.from({ length: 60 }, call);
      await sleep(15);
      const blockedUntilMs = performance.now() + 1_500;
      while (performance.now() < blockedUntilMs);
      const answers = await Promise.all(calls);
      const slowestMs = Math.max(...answers.map(({ tookMs }) => tookMs));
      outcomes.add({
        injected: 'event loop blocked for 1.5 s with 60 calls under way',
        tried: answers.length,
        survived: answers.filter(({ status, answer }) => status === 200 && answer.dynamic_variables !== undefined)
          .length,
        lost: 0,
        leaked: 0,
        note: `slowest ${Math.round(slowestMs)} ms`,
      });
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      expect(slowestMs).toBeLessThan(1_500 + 1_500);
      expect((await call()).tookMs).toBeLessThan(700);
    } finally {
      await opened.remove();
    }
  });
});

describe('a model endpoint', () => {
  const garbage: Reply = (res) => {
    res.writeHead(200, { 'content-type': 'application/json' });
    res.write(Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x22]));
    res.end('}}}<html>');
  };
  const streams: Reply = (res) => {
    res.writeHead(200, { 'content-type': 'text/event-stream' });
    const timer = setInterval(
      () => res.write('data: {"choices":[{"delta":{"content":"\\ud800"}}]}\n\n'.repeat(100)),
      1,
    );
    res.on('close', () => clearInterval(timer));
  };
  const hangs: Reply = () => {};
  const dies: Reply = (res) => void res.socket?.destroy();
  const dripsForEver: Reply = (res) => {
    res.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => res.write(' '), 20);
    res.on('close', () => clearInterval(timer));
  };

  let opened: TestDatabase;
  let server: TestApp;
  let endpoint: ModelEndpoint | undefined;
  let handler: ReturnType<typeof runInsightsHandler> | undefined;
  beforeAll(async () => {
    opened = await openTestDatabase('server');
    server = await testApp(opened.database, { jobs: { settings: () => ({ retryDelaySeconds: 0.05, triesMax: 2 }) } });
    await server.startJobs({
      'run-insights': (payload, context) => {
        if (handler === undefined) throw new Error('No test runs.');
        return handler(payload, context);
      },
    });
  });
  afterAll(async () => {
    await server?.jobs.stop(0);
    await opened?.remove();
  });

  const cases: readonly (readonly [string, Reply, boolean])[] = [
    ['hangs', hangs, false],
    ['hangs up', dies, false],
    ['streams garbage', garbage, false],
    ['streams events without an end', streams, false],
    ['drips spaces for ever', dripsForEver, false],
    ['answers 500', failure(500), false],
    ['answers 429', failure(429, 'rate_limit_exceeded', { 'retry-after': '1' }), false],
    ['answers 429 with a day to wait', failure(429, 'rate_limit_exceeded', { 'retry-after': '86400' }), false],
    ['answers 200 with another JSON', json(200, { hello: [] }), false],
    ['answers', completion('A summary.'), true],
  ];

  test.each(cases)(
    'that %s: the job ends in its time, and calls notice nothing',
    async (name, reply, works) => {
      endpoint = await startModelEndpoint(reply);
      const model = createLanguageModel({ baseUrl: endpoint.baseUrl, model: 'm' }, { firstWaitMs: 10 });
      const impatient = {
        complete: (asked: Parameters<typeof model.complete>[0]) => model.complete({ ...asked, timeoutMs: 600 }),
      };
      handler = runInsightsHandler({
        changes: { publish: () => {} },
        database: opened.database,
        jobs: server.jobs,
        now: () => new Date(),
        model: impatient as typeof model,
      });
      const auth = { authorization: `Bearer ${server.keys.all}` };
      const made = await request(server.app).post('/v2/ai/conversations').set(auth).send({}).expect(200);
      await request(server.app)
        .post(`/v2/ai/conversations/${made.body.id}/message`)
        .set(auth)
        .send({ role: 'user', content: 'My name is Nora Quist.' })
        .expect(200);
      await request(server.app).post(`/v1/conversations/${made.body.id}/end`).set(auth).expect(200);

      const body = JSON.stringify(initializationEvent());
      let calls = 0;
      let slowestMs = 0;
      const statusOf = async () => {
        const rows = await opened.database.run('SELECT status FROM conversation_insights WHERE conversation_id = $1', [
          made.body.id,
        ]);
        return rows[0]?.status;
      };
      const startMs = performance.now();
      while (!['completed', 'failed'].includes(String(await statusOf())) && performance.now() - startMs < 15_000) {
        const beforeMs = performance.now();
        await request(server.app)
          .post('/telnyx/dynamic-variables')
          .set({ ...server.telnyx.headers(body), 'content-type': 'application/json' })
          .send(body)
          .expect(200);
        slowestMs = Math.max(slowestMs, performance.now() - beforeMs);
        calls += 1;
        await sleep(20);
      }
      const status = await statusOf();
      await expect.poll(() => endpoint?.openRequests(), { timeout: 3_000 }).toBe(0);
      outcomes.add({
        injected: `model endpoint that ${name}`,
        tried: calls + 1,
        survived: calls + 1,
        lost: 0,
        leaked: endpoint.openRequests(),
        note: `insights ${status} after ${Math.round(performance.now() - startMs)} ms, asked ${endpoint.asked.length} times; calls meanwhile within ${Math.round(slowestMs)} ms`,
      });
      // Where the model does not help, the summary is the one that needs none.
      const [result] = await opened.database.run('SELECT result FROM insight_results WHERE conversation_id = $1', [
        made.body.id,
      ]);
      expect([status, result?.result]).toEqual([
        'completed',
        works ? 'A summary.' : expect.stringContaining('Nora Quist'),
      ]);
      expect(slowestMs).toBeLessThan(800);
      // Nothing of what a model, or a caller, said is in the log.
      expect(JSON.stringify(server.logLines)).not.toMatch(/SECRET-INPUT|Nora Quist/);
      await endpoint.close();
    },
    40_000,
  );
});
