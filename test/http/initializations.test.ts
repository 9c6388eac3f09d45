import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createInitializationRecorder,
  type InitializationRecorder,
} from '../../src/assistants/initialization-recorder.js';
import { createApiKey } from '../../src/store/api-keys.js';
import { insertInitializations } from '../../src/store/initializations.js';
import type { Workspace } from '../../src/store/workspaces.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { answering, type FaultyWebhook, faultyWebhook, type WebhookBehaviour } from '../support/faulty-webhook.js';
import { secretBoxFor } from '../support/secret-box.js';
import { type TestApp, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';
import { silentLog } from '../support/silent-log.js';

const FULL = `
version: 1
policies:
  - name: open
    match: { numbers: ["+13128670000"] }
    record: full
    dynamic_variables: { tier: gold, portal_token: tok-123456 }
`;

describeOnBothDatabases('initializations over HTTP', (database) => {
  let server: TestApp;
  let recorder: InitializationRecorder;
  let other: Workspace;
  let otherKey: string;

  beforeAll(async () => {
    recorder = createInitializationRecorder({
      write: (records) => insertInitializations(database(), records, 10_000),
      log: silentLog,
    });
    // Whoever asks waits for as long as a busy machine takes.
    server = await testApp(database(), { recorder, secretBox: await secretBoxFor(), settings: { budgetMs: 20_000 } });
    other = await makeWorkspace(database());
    otherKey = (await createApiKey(database().knex, { workspaceId: other.id, name: 'other', scopes: ['admin'] })).key;
  });
  afterAll(() => recorder.stop(0));

  const get = (path: string, key = server.keys.admin) =>
    request(server.app).get(`/v1/initializations${path}`).set('authorization', `Bearer ${key}`);

  async function call(payload: Record<string, unknown> = {}, app = server) {
    const body = JSON.stringify(initializationEvent(payload));
    const response = await request(app.app).post('/telnyx/dynamic-variables').set(app.telnyx.headers(body)).send(body);
    await recorder.flush();
    return response;
  }

  const latest = async (parameters = '') => (await get(`?limit=1${parameters}`).expect(200)).body.data[0];

  test('one that was answered is there, with who called masked', async () => {
    const { body: answer } = await call({ telnyx_end_user_target: '+13125550101', assistant_id: 'assistant-7' });
    expect(answer.dynamic_variables.memory_user_id).toBe('voice:+13125550101');
    const listed = await latest();
    expect(listed).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      recorded_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      direction: 'received',
      platform: 'telnyx',
      event_id: 'event_12345678-90ab-cdef-1234-567890abcdef',
      assistant_id: 'assistant-7',
      conversation_id: null,
      caller: '+1312•••0101',
      policy: 'built-in',
      status: 'complete',
      detail: null,
      duration_ms: expect.any(Number),
      left_out: [],
      redacted: true,
      parts: [{ part: 'caller_profile', status: 'ready', duration_ms: expect.any(Number) }],
    });
    const { body } = await get(`/${listed.id.toUpperCase()}`).expect(200);
    expect(body.data).toMatchObject({
      ...listed,
      request: { telnyx_end_user_target: '+1312•••0101', telnyx_agent_target: '+1312•••5309' },
      answer: {
        dynamic_variables: { caller_known: 'false', memory_user_id: 'voice:+1312•••0101' },
        memory: {
          conversation_query: 'metadata->telnyx_end_user_target=eq.+1312•••0101&limit=5&order=last_message_at.desc',
        },
      },
    });
    expect(JSON.stringify(body)).not.toMatch(/5550101|3125550/);
  });

  test('one whose parts were late says which', async () => {
    const slow = await testApp(database(), {
      recorder,
      settings: { budgetMs: 100, telnyxPublicKeys: [], allowUnsigned: true },
      wrap: (real) => ({
        ...real,
        run: (sql, bindings, options) =>
          sql.includes('telnyx_end_user_target') ? new Promise(() => {}) : real.run(sql, bindings, options),
      }),
    });
    const { headers } = await call({ telnyx_end_user_target: '+13125550102' }, slow);
    expect(headers['x-ringback-left-out']).toBe('caller_profile');
    expect(await latest()).toMatchObject({
      caller: '+1312•••0102',
      status: 'left-out',
      left_out: ['caller_profile'],
      parts: [{ part: 'caller_profile', status: 'late' }],
    });
  });

  test('one that failed is there as neutral', async () => {
    let calls = 0;
    const broken = await testApp(database(), {
      recorder,
      settings: { telnyxPublicKeys: [], allowUnsigned: true },
      now: () => {
        calls += 1;
        if (calls === 1) throw new Error('No time.');
        return new Date();
      },
    });
    const { status, body } = await call({ telnyx_end_user_target: '+13125550103' }, broken);
    expect(status).toBe(200);
    expect(body.dynamic_variables.memory_user_id).toBe('');
    expect(await latest()).toMatchObject({ status: 'neutral', caller: '+1312•••0103', policy: null, parts: [] });
  });

  test('one of a policy that says so is there in full, but for secrets', async () => {
    await request(server.app)
      .put('/v1/policies')
      .set('authorization', `Bearer ${server.keys.admin}`)
      .send({ source: FULL })
      .expect(200);
    await call({
      telnyx_agent_target: '+13128670000',
      telnyx_end_user_target: '+13125550104',
      authorization: 'Bearer abcdefgh12345',
    });
    const { id } = await latest();
    const { body } = await get(`/${id}`).expect(200);
    expect(body.data).toMatchObject({
      policy: 'open',
      redacted: false,
      caller: '+1312•••0104',
      request: { telnyx_end_user_target: '+13125550104', authorization: '[redacted]' },
      answer: { dynamic_variables: { tier: 'gold', portal_token: '[redacted]' } },
    });
    expect(body.data.steps).toContainEqual({ part: 'policy', detail: 'The policy "open" matches.' });
  });

  test('one that is refused is not there', async () => {
    const { id } = await latest();
    const body = JSON.stringify(initializationEvent());
    await request(server.app).post('/telnyx/dynamic-variables').send(body).expect(401);
    await recorder.flush();
    expect((await latest()).id).toBe(id);
  });

  test('one of an assistant that keeps no data is answered, and not there', async () => {
    const { body: assistant } = await request(server.app)
      .post('/v2/ai/assistants')
      .set('authorization', `Bearer ${server.keys.all}`)
      .send({ name: 'a', model: 'm', instructions: 'i', privacy_settings: { data_retention: false } })
      .expect(200);
    const { id } = await latest();
    await call({ assistant_id: assistant.id }).then(({ status }) => expect(status).toBe(200));
    expect((await latest()).id).toBe(id);
  });

  describe('of conversations that we start are there as sent', () => {
    let webhook: FaultyWebhook;
    beforeAll(async () => {
      webhook = await faultyWebhook();
    });
    afterAll(() => webhook.close());

    async function start(behaviour: WebhookBehaviour, fields: object = {}) {
      webhook.behave(behaviour);
      const { body: assistant } = await request(server.app)
        .post('/v2/ai/assistants')
        .set('authorization', `Bearer ${server.keys.all}`)
        .send({ name: 'a', model: 'm', instructions: 'i', dynamic_variables_webhook_timeout_ms: 300, ...fields })
        .expect(200);
      const { body: started } = await request(server.app)
        .post(`/v1/assistants/${assistant.id}/start`)
        .set('authorization', `Bearer ${server.keys.all}`)
        .send({
          telnyx_conversation_channel: 'phone_call',
          telnyx_agent_target: '+13128675309',
          telnyx_end_user_target: '+13125550108',
        })
        .expect(200);
      await recorder.flush();
      return { assistant, started };
    }

    test('with what the webhook answered', async () => {
      const { assistant, started } = await start(answering({ dynamic_variables: { tier: 'gold' } }), {
        dynamic_variables_webhook_url: webhook.url,
      });
      const listed = await latest();
      expect(listed).toMatchObject({
        direction: 'sent',
        status: 'complete',
        assistant_id: assistant.id,
        conversation_id: started.conversation_id,
        caller: '+1312•••0108',
        policy: null,
      });
      const { body } = await get(`/${listed.id}`).expect(200);
      expect(body.data.answer).toEqual({ dynamic_variables: { tier: '•••(4 characters)' } });
      expect(body.data.request.telnyx_end_user_target).toBe('+1312•••0108');
      expect(body.data.parts[0]).toMatchObject({ part: 'webhook', status: 'ready' });
    });

    test('and are answered while the settings that only the record needs are waited for', async () => {
      let goOn = (): void => {};
      const waiting = new Promise<void>((resolve) => (goOn = resolve));
      let isAsked = false;
      const raw = async (sql: string, bindings: never[]) => {
        if (/FROM workspaces WHERE id = \?$/.test(sql)) {
          isAsked = true;
          await waiting;
        }
        return database().knex.raw(sql, bindings);
      };
      const knex = new Proxy(database().knex, {
        get: (whole, name) => (name === 'raw' ? raw : Reflect.get(whole, name)),
      });
      const slow = await testApp({ ...database(), knex }, { recorder, secretBox: await secretBoxFor() });
      webhook.behave(answering({}));
      const { body: assistant } = await request(server.app)
        .post('/v2/ai/assistants')
        .set('authorization', `Bearer ${server.keys.all}`)
        .send({ name: 'a', model: 'm', instructions: 'i', dynamic_variables_webhook_url: webhook.url })
        .expect(200);
      const { body: started } = await request(slow.app)
        .post(`/v1/assistants/${assistant.id}/start`)
        .set('authorization', `Bearer ${slow.keys.all}`)
        .send({
          ...{ telnyx_conversation_channel: 'phone_call', telnyx_agent_target: '+13128675309' },
          telnyx_end_user_target: '+13125550108',
        })
        .expect(200);
      expect((await latest()).conversation_id).not.toBe(started.conversation_id);
      expect(isAsked).toBe(true);
      goOn();
      await recorder.flush();
      expect(await latest()).toMatchObject({ direction: 'sent', conversation_id: started.conversation_id });
    });

    test('with what was wrong with it', async () => {
      await start(answering({ tier: 'gold' }), { dynamic_variables_webhook_url: webhook.url });
      expect(await latest()).toMatchObject({
        status: 'invalid',
        detail: 'The answer is flat: variables have to be members of "dynamic_variables".',
        left_out: ['webhook'],
      });
      await start(() => {}, { dynamic_variables_webhook_url: webhook.url });
      expect(await latest()).toMatchObject({ status: 'timeout', detail: expect.any(String) });
      expect((await get(`/${(await latest()).id}`)).body.data.answer).toBeNull();
    });

    test('unless there is no webhook to ask, or the assistant keeps no data', async () => {
      const { id } = await latest();
      await start(answering({}));
      await start(answering({}), {
        dynamic_variables_webhook_url: webhook.url,
        privacy_settings: { data_retention: false },
      });
      expect((await latest()).id).toBe(id);
    });
  });

  test('the list goes on page by page', async () => {
    for (const target of ['+13125550105', '+13125550106', '+13125550107']) {
      await call({ telnyx_end_user_target: target, assistant_id: 'assistant-paged' });
    }
    const first = (await get('?limit=2&assistant_id=assistant-paged').expect(200)).body;
    expect(first.data.map(({ caller }: { caller: string }) => caller)).toEqual(['+1312•••0107', '+1312•••0106']);
    expect(first.meta).toEqual({ limit: 2, next_before: first.data[1].id });
    const second = (await get(`?limit=2&assistant_id=assistant-paged&before=${first.meta.next_before}`)).body;
    expect(second.data.map(({ caller }: { caller: string }) => caller)).toEqual(['+1312•••0105']);
    expect(second.meta).toEqual({ limit: 2, next_before: null });
    const since = encodeURIComponent(first.data[0].recorded_at);
    expect((await latest(`&since=${since}&assistant_id=assistant-paged`)).id).toBe(first.data[0].id);
    expect((await get('?since=2100-01-01T00:00:00Z').expect(200)).body.data).toEqual([]);
    expect((await get('?direction=sent&assistant_id=assistant-paged').expect(200)).body.data).toEqual([]);
    expect((await get('?status=timeout&assistant_id=assistant-paged').expect(200)).body.data).toEqual([]);
  });

  describe('belong to a workspace', () => {
    test('whose key sees them, and no other', async () => {
      const mine = await latest();
      expect((await get('', otherKey).expect(200)).body.data).toEqual([]);
      const { body } = await get(`/${mine.id}`, otherKey).expect(404);
      expect(body.errors[0].detail).toBe(`There is no initialization "${mine.id}".`);
      const refused = await get('?workspace=default', otherKey).expect(404);
      expect(refused.body.errors[0].detail).toBe('There is no workspace "default".');
    });

    test('that who administers the server may name', async () => {
      expect((await get(`?workspace=${other.name}`).expect(200)).body.data).toEqual([]);
      await get('?workspace=nobody').expect(404);
      await get(`?workspace=${other.name}`, server.adminToken).expect(200);
    });

    test('and need the scope admin', async () => {
      for (const key of [server.keys.read, server.keys.write, server.keys.platform]) {
        await get('', key).expect(403);
        await get('/01a1fd23-2d49-7000-818e-d80a276d0816', key).expect(403);
      }
      await request(server.app).get('/v1/initializations').expect(401);
    });
  });

  test.each([
    ['?limit=0', '"limit" has to be a whole number from 1 to 1000.'],
    ['?limit=x', '"limit" has to be a whole number from 1 to 1000.'],
    ['?before=x', '"before" has to be the id of an initialization.'],
    ['?since=yesterday', '"since" has to be a time with its offset, such as 2026-07-01T12:00:00Z.'],
    ['?assistant_id=a%00b', '"assistant_id" holds characters that no id has.'],
    ['?status=done', '"status" has to be one of "complete", "left-out", "neutral", "timeout", "error", "invalid".'],
    ['?direction=up', '"direction" has to be one of "received", "sent".'],
    [
      '?page=2',
      '"page" is no parameter of this address; there are "limit", "before", "since", "assistant_id", "status", "direction", "workspace".',
    ],
  ])('a query string that makes no sense is refused: %s', async (query, detail) => {
    const { body } = await get(query).expect(422);
    expect(body.errors.map((item: { detail: string }) => item.detail)).toEqual([detail]);
  });

  test.each(['nobody', '01a1fd23-2d49-7000-818e-d80a276d0816'])('an id that nobody has is a 404: %s', async (id) => {
    const { body } = await get(`/${id}`).expect(404);
    expect(body.errors[0].detail).toBe(`There is no initialization "${id}".`);
  });

  test('what became of records is measured', async () => {
    const { text } = await request(server.app)
      .get('/metrics')
      .set('authorization', `Bearer ${server.keys.admin}`)
      .expect(200);
    expect(text).toMatch(/ringback_initialization_records_total\{outcome="written"\} [1-9]\d*/);
    expect(text).toContain('ringback_initialization_records_total{outcome="overflowed"} 0');
  });
});

describeOnBothDatabases('an answer does not wait for its record', (database) => {
  test('with a database that writes none', async () => {
    const recorder = createInitializationRecorder({ write: () => new Promise(() => {}), log: silentLog });
    const server = await testApp(database(), { recorder });
    const body = JSON.stringify(initializationEvent({ telnyx_end_user_target: '+13125550101' }));
    const start = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        request(server.app).post('/telnyx/dynamic-variables').set(server.telnyx.headers(body)).send(body),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(recorder.counts()).toMatchObject({ written: 0, waiting: 20 });
    await recorder.stop(0);
  });
});
