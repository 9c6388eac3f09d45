import type { Server } from 'node:http';
import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.js';
import type { Database } from '../../src/store/database.js';
import { DatabaseUnavailable } from '../../src/store/database-error.js';
import { ensureDefaultWorkspace } from '../../src/store/workspaces.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';

const EVENT = JSON.stringify(initializationEvent({ telnyx_end_user_target: '+15551230001' }));

/** Complete but for what needs the database. */
const WITHOUT_HISTORY = {
  dynamic_variables: {
    caller_known: 'false',
    caller_name: '',
    memory_context: '',
    memory_user_id: 'voice:+15551230001',
    last_conversation_at: '',
  },
  memory: {
    conversation_query: 'metadata->telnyx_end_user_target=eq.+15551230001&limit=5&order=last_message_at.desc',
  },
  conversation: { metadata: { memory_user_id: 'voice:+15551230001' } },
};

type Run = Database['run'];

/** A question about the caller; others, about the workspace, are asked once for all of its calls. */
const isLookUp = (sql: string) => sql.includes('telnyx_end_user_target');

describeOnBothDatabases('the budget of an initialization', (database) => {
  const BUDGET_MS = 300;

  /** An app whose look-ups go through `run`. */
  const appWith = (run: (real: Run) => Run, options = {}) =>
    testApp(database(), {
      ...options,
      settings: { budgetMs: BUDGET_MS },
      wrap: (real) => ({ ...real, run: run(real.run) }),
    });

  async function send({ app, telnyx }: Pick<TestApp, 'telnyx'> & { app: TestApp['app'] | Server }, body = EVENT) {
    const start = performance.now();
    const response = await request(app).post('/telnyx/dynamic-variables').set(telnyx.headers(body)).send(body);
    return { response, ms: performance.now() - start };
  }

  beforeAll(async () => {
    await ensureDefaultWorkspace(database().knex);
    await database().knex.raw(
      `INSERT INTO conversations (workspace_id, id, metadata, created_at, last_message_at)
       SELECT id, gen_random_uuid(), '{"telnyx_end_user_target":"+15551230001"}', now(), now() FROM workspaces`,
    );
  });

  test('is not needed by a database that answers', async () => {
    const { response } = await send(await testApp(database(), { settings: { budgetMs: 10_000 } }));
    expect(response.body.dynamic_variables.caller_known).toBe('true');
    expect(response.headers).not.toHaveProperty('x-ringback-left-out');
  });

  describe.each<[string, string, (real: Run) => Run]>([
    ['hangs', 'late', () => () => new Promise(() => {})],
    ['is slow', 'late', (real) => (_sql, _bindings, options) => real('SELECT pg_sleep(1)', [], options)],
    ['is down', 'failed', () => () => Promise.reject(new DatabaseUnavailable('The database does not answer: gone.'))],
    [
      'throws',
      'failed',
      () => () => {
        throw new TypeError('run is broken');
      },
    ],
    ['answers nonsense', 'failed', () => async () => [null as never]],
  ])('is kept when the database %s', (_how, reason, run) => {
    test('by an answer that is whole but for what is known of the caller', async () => {
      const server = await appWith(run);
      const { response, ms } = await send(server);
      expect(response.status).toBe(200);
      expect(response.body).toEqual(WITHOUT_HISTORY);
      expect(response.headers['x-ringback-left-out']).toBe('caller_profile');
      expect(ms).toBeLessThan(BUDGET_MS + 3_000);

      expect(server.logLines).toMatchObject([
        { msg: 'left out', part: 'caller_profile', reason },
        { msg: 'request', request_id: response.headers['x-request-id'], left_out: 'caller_profile' },
      ]);
      expect(JSON.stringify(server.logLines)).not.toContain('5551230001');
      const { text } = await request(server.app).get('/metrics');
      expect(text).toContain(`ringback_left_out_total{part="caller_profile",reason="${reason}"} 1`);
      expect(text).toContain('ringback_webhooks_total{webhook="/telnyx/dynamic-variables",outcome="left-out"} 1');
    });
  });

  test('is kept for a hundred calls at once, and the database is asked no more than it has slots', async () => {
    let asked = 0;
    const server = await appWith(
      () => (sql) => {
        if (isLookUp(sql)) asked += 1;
        return new Promise(() => {});
      },
      { lookUpsMax: 4 },
    );
    const app = server.app.listen(0);
    const answers = await Promise.all(Array.from({ length: 100 }, () => send({ ...server, app })));
    app.close();
    expect(answers.map(({ response }) => response.status)).toEqual(Array(100).fill(200));
    // With room for a machine that is busy: without the budget they would wait for ever.
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(BUDGET_MS + 10_000);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(4);
    const { response } = await send(server);
    expect(response.body).toEqual(WITHOUT_HISTORY);
    // One warning, and a word in the line of each request.
    expect(server.logLines.filter(({ msg }) => msg === 'left out').length).toBeLessThanOrEqual(3);
    expect(server.logLines.filter(({ left_out }) => left_out === 'caller_profile')).toHaveLength(101);
  });

  test('counts from when the request arrived, not from when its body did', async () => {
    const server = await appWith(() => () => new Promise(() => {}));
    const listening = server.app.listen(0);
    const address = listening.address();
    const { port } = typeof address === 'object' && address !== null ? address : { port: 0 };
    const half = EVENT.length >> 1;
    const body = new ReadableStream({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode(EVENT.slice(0, half)));
        await new Promise((resolve) => setTimeout(resolve, 2 * BUDGET_MS));
        controller.enqueue(new TextEncoder().encode(EVENT.slice(half)));
        controller.close();
      },
    });
    const response = await fetch(`http://127.0.0.1:${port}/telnyx/dynamic-variables`, {
      method: 'POST',
      headers: server.telnyx.headers(EVENT),
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await response.json()).toEqual(WITHOUT_HISTORY);
    // Late as it was, it did not begin a look-up.
    expect(server.logLines).toMatchObject([{ msg: 'left out', reason: 'late', started: false }, { msg: 'request' }]);
    listening.close();
  });

  test('is not spent on a caller without an identity', async () => {
    let asked = 0;
    const server = await appWith((real) => (...parameters) => {
      if (isLookUp(parameters[0])) asked += 1;
      return real(...parameters);
    });
    const { response } = await send(
      server,
      JSON.stringify(initializationEvent({ telnyx_end_user_target: 'anonymous' })),
    );
    expect(response.headers).not.toHaveProperty('x-ringback-left-out');
    expect(asked).toBe(0);
  });

  test('is not spent twice on who asks: an API key and its workspace, both unknown and slow', async () => {
    const workspace = await makeWorkspace(database());
    const scopes = ['platform'] as const;
    const { key } = await createApiKey(database().knex, { workspaceId: workspace.id, name: 'slow', scopes });
    const slowly = (knex: Database['knex']) =>
      new Proxy(knex, {
        get: (target, name) =>
          name === 'raw'
            ? async (...statement: Parameters<typeof knex.raw>) => {
                await new Promise((resolve) => setTimeout(resolve, 300));
                return target.raw(...statement);
              }
            : Reflect.get(target, name),
      });
    const server = await testApp(database(), {
      wrap: (real) => ({ ...real, knex: slowly(real.knex), run: () => new Promise(() => {}) }),
    });
    const start = performance.now();
    const response = await request(server.app)
      .post(`/w/${workspace.name}/telnyx/dynamic-variables`)
      .set('authorization', `Bearer ${key}`)
      .send(EVENT);
    expect(response.status).toBe(200);
    expect(response.headers['x-ringback-left-out']).toBe('workspace');
    expect(response.body).toEqual({
      dynamic_variables: { ...WITHOUT_HISTORY.dynamic_variables, memory_user_id: '' },
      conversation: { metadata: {} },
    });
    // One after the other they would take 700 ms.
    expect(performance.now() - start).toBeLessThan(650);
  });
});
