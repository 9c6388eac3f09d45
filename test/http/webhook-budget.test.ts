import type { Server } from 'node:http';
import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.js';
import type { Database } from '../../src/store/database.js';
import { DatabaseUnavailable } from '../../src/store/database-error.js';
import { ensureDefaultWorkspace } from '../../src/store/workspaces.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { type TestApp, type TestAppOptions, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';

const EVENT = JSON.stringify(initializationEvent({ telnyx_end_user_target: '+15551230001' }));

/** Nothing is looked up for somebody who cannot be told apart. */
const ANONYMOUS = JSON.stringify(initializationEvent({ telnyx_end_user_target: 'anonymous' }));

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

interface AppOptions extends Pick<TestAppOptions, 'lookUpsMax'> {
  readonly budgetMs?: number;
}

/** A question about the caller; others, about the workspace, are asked once for all of its calls. */
const isLookUp = (sql: string) => sql.includes('telnyx_end_user_target');

describeOnBothDatabases('the budget of an initialization', (database) => {
  const BUDGET_MS = 300;

  /**
   * An app whose look-ups go through `run`. It knows its workspace already: only what is known of the caller is still asked for, so that a
   * busy machine does not spend the budget before.
   */
  async function appWith(run: (real: Run) => Run, { budgetMs = BUDGET_MS, ...options }: AppOptions = {}) {
    let isReady = false;
    const server = await testApp(database(), {
      ...options,
      settings: { budgetMs },
      wrap: (real) => {
        const replaced = run(real.run);
        return { ...real, run: (...question) => (isReady ? replaced : real.run)(...question) };
      },
    });
    while (!isReady) {
      const { response } = await send(server, ANONYMOUS);
      isReady = response.headers['x-ringback-left-out'] === undefined;
    }
    const { length } = server.logLines;
    return { ...server, linesSince: () => server.logLines.slice(length) };
  }

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
      // What fails does so at once: however busy the machine is, it is not taken for late.
      const budgetMs = reason === 'failed' ? 10_000 : BUDGET_MS;
      const server = await appWith(run, { budgetMs });
      const { response, ms } = await send(server);
      expect(response.status).toBe(200);
      expect(response.body).toEqual(WITHOUT_HISTORY);
      expect(response.headers['x-ringback-left-out']).toBe('caller_profile');
      // With room for a machine that is busy: without the budget one that hangs would be waited for for ever.
      expect(ms).toBeLessThan(budgetMs + 10_000);

      expect(server.linesSince()).toMatchObject([
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
    expect(server.linesSince().filter(({ msg }) => msg === 'left out').length).toBeLessThanOrEqual(3);
    expect(server.linesSince().filter(({ left_out }) => left_out === 'caller_profile')).toHaveLength(101);
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
    expect(server.linesSince()).toMatchObject([
      { msg: 'left out', reason: 'late', started: false },
      { msg: 'request' },
    ]);
    listening.close();
  });

  test('is not spent on a caller without an identity', async () => {
    let asked = 0;
    const server = await appWith((real) => (...parameters) => {
      if (isLookUp(parameters[0])) asked += 1;
      return real(...parameters);
    });
    const { response } = await send(server, ANONYMOUS);
    expect(response.headers).not.toHaveProperty('x-ringback-left-out');
    expect(asked).toBe(0);
  });

  test('is not spent twice on who asks: an API key and its workspace, both unknown and slow', async () => {
    const workspace = await makeWorkspace(database());
    const scopes = ['platform'] as const;
    const { key } = await createApiKey(database().knex, { workspaceId: workspace.id, name: 'slow', scopes });
    // Each is ready within the limit of 400 ms, and both together are not.
    const SLOW_MS = 300;
    const answered: string[] = [];
    const slowly = async <Result>(what: string, ask: () => Promise<Result>): Promise<Result> => {
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      const result = await ask();
      answered.push(what);
      return result;
    };
    const slowKeys = (knex: Database['knex']) =>
      new Proxy(knex, {
        get: (target, name) =>
          name === 'raw'
            ? (...statement: Parameters<typeof knex.raw>) => slowly('key', async () => target.raw(...statement))
            : Reflect.get(target, name),
      });
    const server = await testApp(database(), {
      settings: { budgetMs: 10_000 },
      wrap: (real) => ({
        ...real,
        knex: slowKeys(real.knex),
        run: (...question) => slowly('workspace', () => real.run(...question)),
      }),
    });
    answered.splice(0);
    const response = await request(server.app)
      .post(`/w/${workspace.name}/telnyx/dynamic-variables`)
      .set('authorization', `Bearer ${key}`)
      .send(EVENT);
    const answeredByThen = [...answered];
    expect(response.status).toBe(200);
    expect(response.headers['x-ringback-left-out']).toBe('workspace');
    expect(response.body).toEqual({
      dynamic_variables: { ...WITHOUT_HISTORY.dynamic_variables, memory_user_id: '' },
      conversation: { metadata: {} },
    });
    // With a limit for each of them, both would have been waited for.
    expect(answeredByThen).not.toContain('workspace');
    await expect.poll(() => answered).toEqual(['key', 'workspace']);
  });
});
