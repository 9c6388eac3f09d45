import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JobRecord } from '../../src/jobs/job-queue.js';
import type { Database } from '../../src/store/database.js';
import { DatabaseUnavailable } from '../../src/store/database-error.js';
import { fetchTelnyxConversation } from '../../src/transfer/fetch-telnyx-conversation.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';

const PATH = '/telnyx/events';

const GROUP = '0b7a2f5e-8f2d-4a41-9f3e-0c1b6a2d9e77';

/** `call.conversation.ended` in the shape of the SDK's types; `payload` replaces or adds fields. */
function ended(conversationId: string, payload: object = {}, id: string | undefined = randomUUID()): object {
  return {
    data: {
      record_type: 'event',
      event_type: 'call.conversation.ended',
      id,
      occurred_at: '2025-04-07T10:05:00.000Z',
      payload: {
        assistant_id: 'assistant-1',
        call_control_id: `v3:${conversationId}`,
        call_leg_id: 'leg-1',
        call_session_id: 'session-1',
        calling_party_type: 'pstn',
        client_state: 'aGk=',
        connection_id: '7',
        conversation_id: conversationId,
        duration_sec: 60,
        from: '+15551230001',
        to: '+13128675309',
        llm_model: 'a/model',
        reason: 'customer_disconnect',
        ...payload,
      },
    },
  };
}

/** As it came in production: no envelope, no id. */
function insightResult(conversationId: string, payload: object = {}): object {
  return {
    record_type: 'event',
    event_type: 'conversation_insight_result',
    payload: {
      conversation_id: conversationId,
      insight_group_id: GROUP,
      insight_id: null,
      insights_instructions: null,
      request_id: 'r-1',
      status: 'completed',
      user_id: 'u-1',
      metadata: { assistant_id: 'assistant-1', telnyx_conversation_channel: 'phone_call' },
      results: [{ insight_id: 'summary', result: 'Sarah moved to Denver.' }],
      ...payload,
    },
  };
}

/** As the documentation has it. */
function insightsCompleted(conversationId: string): object {
  return {
    event_type: 'conversation.insights.completed',
    conversation_id: conversationId,
    insights: [{ insight_id: 'summary', insight_name: 'Summary', result: 'Sarah moved to Denver.' }],
  };
}

/** As Call Control sends it: no conversation. */
function insightsGenerated(callControlId: string, results: unknown = [{ insight_id: 'score', result: { score: 7 } }]) {
  return {
    data: {
      record_type: 'event',
      id: randomUUID(),
      event_type: 'call.conversation_insights.generated',
      occurred_at: '2025-04-07T10:06:00.000Z',
      payload: { call_control_id: callControlId, call_leg_id: 'leg-1', insight_group_id: GROUP, results },
    },
  };
}

function send(server: TestApp, event: object | string, path = PATH) {
  const text = typeof event === 'string' ? event : JSON.stringify(event);
  return request(server.app)
    .post(path)
    .set('content-type', 'application/json')
    .set(server.telnyx.headers(text))
    .serialize((raw) => raw)
    .send(text);
}

const outcome = async (server: TestApp, event: object | string): Promise<string> =>
  (await send(server, event).expect(200)).body.data.outcome;

const api = (server: TestApp, method: 'get' | 'post' | 'delete', path: string) =>
  request(server.app)[method](`/v2/ai${path}`).set('authorization', `Bearer ${server.keys.all}`);

async function eventRows(database: Database, conversationId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await database.knex.raw(
    'SELECT event_type, body, conversation_id FROM events WHERE conversation_id = ? ORDER BY received_at',
    [conversationId],
  );
  return rows;
}

async function insightsOf(
  server: TestApp,
  conversationId: string,
): Promise<{ status: string; conversation_insights: object[] }[]> {
  return (await api(server, 'get', `/conversations/${conversationId}/conversations-insights`).expect(200)).body.data;
}

describeOnBothDatabases("Telnyx's events", (database) => {
  let server: TestApp;
  beforeAll(async () => {
    server = await testApp(database());
  });
  afterAll(() => server.jobs.stop(0));

  const conversation = async (id: string) => (await api(server, 'get', `/conversations/${id}`).expect(200)).body.data;
  const endedAt = async (id: string) =>
    (await database().knex.raw('SELECT ended_at FROM conversations WHERE id = ?', [id])).rows[0].ended_at;

  describe('of an end, without an API key,', () => {
    test('make the conversation with what they know, and end it', async () => {
      const id = randomUUID();
      expect(await outcome(server, ended(id, { direction: 'incoming' }))).toBe('ended');
      expect(await conversation(id)).toEqual({
        id,
        created_at: '2025-04-07T10:04:00.000Z',
        last_message_at: '2025-04-07T10:04:00.000Z',
        metadata: {
          assistant_id: 'assistant-1',
          call_control_id: `v3:${id}`,
          call_leg_id: 'leg-1',
          call_session_id: 'session-1',
          duration_sec: 60,
          from: '+15551230001',
          to: '+13128675309',
          telnyx_agent_target: '+13128675309',
          telnyx_end_user_target: '+15551230001',
          telnyx_conversation_channel: 'phone_call',
        },
      });
      expect(await endedAt(id)).toBe('2025-04-07T10:05:00.000Z');
      expect(await insightsOf(server, id)).toMatchObject([{ status: 'pending' }]);
      expect(server.logLines).toContainEqual(
        expect.objectContaining({ msg: 'messages of Telnyx are not fetched', workspace: 'default' }),
      );
    });

    test.each([
      ['incoming', '+15551230001'],
      ['inbound', '+15551230001'],
      ['outgoing', '+13128675309'],
      ['outbound', '+13128675309'],
      [undefined, undefined],
      ['sideways', undefined],
    ])('tell the end user of a call that is %s only where that is certain', async (direction, target) => {
      const id = randomUUID();
      await outcome(server, ended(id, { direction }));
      expect((await conversation(id)).metadata.telnyx_end_user_target).toBe(target);
    });

    test('complete what is there, and overwrite nothing', async () => {
      const metadata = { from: 'kept', tier: 'gold', telnyx_conversation_channel: 'web_call' };
      const { body } = await api(server, 'post', '/conversations').send({ name: 'Mine', metadata }).expect(200);
      await api(server, 'post', `/conversations/${body.id}/message`).send({ role: 'user', content: 'Hi' }).expect(200);
      const before = await conversation(body.id);
      await outcome(server, ended(body.id));
      const after = await conversation(body.id);
      expect(after).toMatchObject({ ...before, metadata });
      expect(after.metadata).toMatchObject({ assistant_id: 'assistant-1', to: '+13128675309' });
    });

    test.each(['2b0e6d9c', 'conv_1', '', undefined, 7])('with the id %j are noted only', async (conversation_id) => {
      expect(await outcome(server, ended('', { conversation_id }))).toBe('noted');
    });

    test('are the same with and without their envelope', async () => {
      const id = randomUUID();
      const { data } = ended(id) as { data: object };
      expect(await outcome(server, data)).toBe('ended');
      expect((await conversation(id)).metadata.assistant_id).toBe('assistant-1');
    });
  });

  describe('delivered again', () => {
    test('count once, one after the other and at once', async () => {
      const id = randomUUID();
      const event = ended(id);
      const outcomes = await Promise.all(Array.from({ length: 6 }, () => outcome(server, event)));
      expect(outcomes.toSorted()).toEqual([...Array(5).fill('duplicate'), 'ended']);
      expect(await outcome(server, event)).toBe('duplicate');
      expect(await eventRows(database(), id)).toHaveLength(1);
      expect(await insightsOf(server, id)).toHaveLength(1);
    });

    test('count once without an id, by what they say', async () => {
      const id = randomUUID();
      expect(await outcome(server, insightResult(id))).toBe('insights');
      expect(await outcome(server, insightResult(id))).toBe('duplicate');
      expect(await insightsOf(server, id)).toHaveLength(1);
    });

    test('are the same event by their id, whatever else changed', async () => {
      const id = randomUUID();
      const event = ended(id, {}, 'event-7') as { data: object };
      await outcome(server, event);
      expect(await outcome(server, { ...event, meta: { attempt: 2 } })).toBe('duplicate');
    });
  });

  describe('of insights', () => {
    const result = { insight_id: 'summary', result: 'Sarah moved to Denver.' };

    test.each<[string, (id: string) => object]>([
      ['as production sends them', insightResult],
      ['as the documentation has them', insightsCompleted],
      ['in an envelope', (id) => ({ data: { id: randomUUID(), ...insightResult(id) } })],
    ])('%s make a completed run', async (_what, event) => {
      const id = randomUUID();
      expect(await outcome(server, event(id))).toBe('insights');
      expect(await insightsOf(server, id)).toMatchObject([{ status: 'completed', conversation_insights: [result] }]);
    });

    test('of Call Control find the conversation of the call', async () => {
      const id = randomUUID();
      await outcome(server, ended(id));
      expect(await outcome(server, insightsGenerated(`v3:${id}`))).toBe('insights');
      const runs = await insightsOf(server, id);
      const completed = runs.filter(({ status }) => status === 'completed');
      expect(completed).toMatchObject([{ conversation_insights: [{ insight_id: 'score', result: '{"score":7}' }] }]);
    });

    test('of Call Control wait for the end of their call', async () => {
      const id = randomUUID();
      expect(await outcome(server, insightsGenerated(`v3:${id}`))).toBe('kept');
      await outcome(server, ended(id));
      const completed = (await insightsOf(server, id)).filter(({ status }) => status === 'completed');
      expect(completed).toHaveLength(1);
      expect((await eventRows(database(), id)).map(({ event_type }) => event_type).toSorted()).toEqual([
        'call.conversation.ended',
        'call.conversation_insights.generated',
      ]);
    });

    test('told twice, by events of two kinds, are one run', async () => {
      const id = randomUUID();
      await outcome(server, ended(id));
      const results = [
        { insight_id: 'a', result: { score: 7 } },
        { insight_id: 'b', result: 'text' },
      ];
      await outcome(server, insightsGenerated(`v3:${id}`, results));
      const texts = [
        { insight_id: 'b', result: 'text' },
        { insight_id: 'a', result: '{ "score": 7 }' },
      ];
      await outcome(server, insightResult(id, { results: texts }));
      expect((await insightsOf(server, id)).filter(({ status }) => status === 'completed')).toHaveLength(1);
    });

    test('that failed are a failed run', async () => {
      const id = randomUUID();
      await outcome(server, insightResult(id, { status: 'failed', results: [] }));
      expect(await insightsOf(server, id)).toMatchObject([{ status: 'failed' }]);
    });

    test('come to the same in every order', async () => {
      const events = (id: string) => [
        ended(id, {}, `end-${id}`),
        insightResult(id),
        insightsGenerated(`v3:${id}`),
        insightsGenerated(`v3:${id}`, [{ insight_id: 'other', result: 'x' }]),
      ];
      const seen = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (order) => {
          const id = randomUUID();
          const all = events(id);
          for (const index of order) await outcome(server, all[index] as object);
          const runs = (await insightsOf(server, id)).map(({ status, conversation_insights }) => [
            status,
            conversation_insights,
          ]);
          const { metadata } = await conversation(id);
          seen.add(
            JSON.stringify([runs.map((run) => JSON.stringify(run)).toSorted(), Object.keys(metadata).toSorted()]),
          );
        }),
        { numRuns: 12 },
      );
      expect([...seen]).toHaveLength(1);
    });
  });

  describe('that are of no use', () => {
    test.each<[string, object | string]>([
      ['another kind', { data: { id: randomUUID(), event_type: 'call.hangup', payload: { from: '+15551230009' } } }],
      ['no kind', { data: { id: randomUUID() } }],
      ['an array', '[1,2]'],
      ['null', 'null'],
      ['no JSON', 'hello'],
      ['nothing', ''],
      ['nested without end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
      ['insights without results', { event_type: 'conversation_insight_result', payload: 7 }],
      ['a type with NUL', { event_type: 'x\0', id: 'y\0' }],
    ])('are answered 200, and nothing of them is kept: %s', async (_what, event) => {
      expect(await outcome(server, event)).toBe('noted');
      const { rows } = await database().knex.raw(`SELECT count(*) AS count FROM events WHERE body::text LIKE '%0009%'`);
      expect(rows[0].count).toBe(0);
    });

    test('whatever JSON they are', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.jsonValue({ maxDepth: 4 }),
          fc.constantFrom(
            'call.conversation.ended',
            'conversation_insight_result',
            'call.conversation_insights.generated',
          ),
          async (value, event_type) => {
            await send(server, JSON.stringify({ data: { event_type, payload: value } })).expect(200);
            await send(
              server,
              JSON.stringify({
                event_type,
                payload: {
                  conversation_id: randomUUID(),
                  call_control_id: value,
                  results: [{ insight_id: 'x', result: value }],
                  metadata: value,
                },
              }),
            ).expect(200);
          },
        ),
        { numRuns: 40 },
      );
    });
  });

  test('are kept without credentials, and without what cannot be stored', async () => {
    const id = randomUUID();
    const event = ended(id, {
      custom_headers: [{ name: 'X-Auth', value: 'Bearer abcdefghijklmnop' }],
      api_key: 'KEY0123',
      nested: { access_token: 't0p', Authorization: 'Basic dXNlcjpwYXNz', note: 'a\0b' },
      url: 'https://user:hunter2@example.com/x',
    });
    expect(await outcome(server, event)).toBe('ended');
    const text = JSON.stringify((await eventRows(database(), id))[0]);
    for (const secret of ['abcdefghijklmnop', 'KEY0123', 't0p', 'dXNlcjpwYXNz', 'hunter2']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('[redacted]');
    expect(text).toContain('a\uFFFDb');
  });

  test('say nothing of callers in the log', () => {
    const log = JSON.stringify(server.logLines);
    expect(log).not.toContain('Denver');
    expect(log).not.toContain('+1555123');
  });

  test('are counted', async () => {
    const { text } = await request(server.app).get('/metrics').expect(200);
    for (const outcome of ['ended', 'insights', 'kept', 'noted', 'duplicate']) {
      expect(text).toMatch(
        new RegExp(`ringback_webhooks_total\\{webhook="/telnyx/events",outcome="${outcome}"\\} [1-9]`),
      );
    }
  });

  test('are refused unsigned, too large and compressed', async () => {
    const text = JSON.stringify(ended(randomUUID()));
    await request(server.app).post(PATH).set('content-type', 'application/json').send(text).expect(401);
    await request(server.app)
      .post(PATH)
      .set(server.telnyx.headers(`${text} `))
      .send(text)
      .expect(401);
    await send(server, `"${'x'.repeat(5 * 1024 * 1024)}"`).expect(413);
    await send(server, text).set('content-encoding', 'gzip').expect(415);
    await send(server, text, `/w/other${PATH}`).expect(404);
    expect((await send(server, text, `/w/default${PATH}`).expect(200)).body.data.outcome).toBe('ended');
  });

  describe('of an assistant that retains no data', () => {
    const PRIVATE = 'assistant-private';
    beforeAll(async () => {
      await database().knex.raw(
        `INSERT INTO assistants (workspace_id, id, name, model, instructions, data_retention, created_at, updated_at)
         VALUES (?, ?, 'x', 'x', 'x', false, now(), now())`,
        [server.workspaceId, PRIVATE],
      );
    });

    test.each<[string, (id: string) => object]>([
      ['its end', (id) => ended(id, { assistant_id: PRIVATE })],
      ['its insights', (id) => insightResult(id, { metadata: { assistant_id: PRIVATE } })],
    ])('leave no more than that they were seen: %s', async (_what, event) => {
      const id = randomUUID();
      expect(await outcome(server, event(id))).toBe('noted');
      expect(await outcome(server, event(id))).toMatch(/^(noted|duplicate)$/);
      await api(server, 'get', `/conversations/${id}`).expect(404);
      const { rows } = await database().knex.raw('SELECT * FROM events');
      expect(JSON.stringify(rows)).not.toContain(id);
    });

    test('nor do insights of a call whose conversation is known', async () => {
      const metadata = { assistant_id: PRIVATE, call_control_id: 'v3:private' };
      const { body } = await api(server, 'post', '/conversations').send({ metadata }).expect(200);
      expect(await outcome(server, insightsGenerated('v3:private'))).toBe('noted');
      expect(await insightsOf(server, body.id)).toEqual([]);
    });
  });

  test('are answered 503 while they cannot be stored, and nothing of them is', async () => {
    const id = randomUUID();
    const event = ended(id);
    let isAway = true;
    const flaky = await testApp(database(), {
      wrap: (whole) =>
        new Proxy(whole, {
          get(target, name) {
            if (name !== 'knex') return Reflect.get(target, name);
            return new Proxy(target.knex, {
              get: (knex, member) =>
                member === 'transaction' && isAway
                  ? async (work: (trx: unknown) => Promise<unknown>) =>
                      target.knex.transaction(async (trx) => {
                        await work(trx);
                        throw new DatabaseUnavailable('The connection was lost.');
                      })
                  : Reflect.get(knex, member),
            });
          },
        }),
    });
    const response = await send(flaky, event).expect(503);
    expect(response.body.errors).toMatchObject([{ code: '10037', detail: 'The database does not answer.' }]);
    expect(await eventRows(database(), id)).toEqual([]);
    await api(server, 'get', `/conversations/${id}`).expect(404);
    isAway = false;
    expect(await outcome(flaky, event)).toBe('ended');
  });

  test('keep nothing of what they said when their conversation is deleted, and do not bring it back', async () => {
    const id = randomUUID();
    const end = ended(id);
    expect(await outcome(server, end)).toBe('ended');
    expect(await outcome(server, insightsCompleted(id))).toBe('insights');
    await api(server, 'delete', `/conversations/${id}`).expect(204);
    const rows = await eventRows(database(), id);
    expect(rows.map(({ event_type, body }) => [event_type, body])).toEqual([
      ['call.conversation.ended', null],
      ['conversation.insights.completed', null],
    ]);
    expect(await outcome(server, end)).toBe('duplicate');
    await api(server, 'get', `/conversations/${id}`).expect(404);
  });

  describe('of an end, with an API key,', () => {
    let telnyx: FakeTelnyx;
    let keyed: TestApp;
    beforeAll(async () => {
      telnyx = await fakeTelnyx();
      keyed = await testApp(database(), {
        settings: { telnyxApiKey: 'KEY1' },
        jobs: { settings: () => ({ retryDelaySeconds: 0.01, triesMax: 2 }) },
      });
      await keyed.startJobs({
        'fetch-telnyx-conversation': fetchTelnyxConversation({
          ...{ database: database(), jobs: keyed.jobs, now: () => new Date(), baseUrl: telnyx.url, backOffMs: 1 },
          log: { info() {}, warn() {}, error() {} },
          apiKeyOf: async () => telnyx.apiKey,
        }),
        'run-insights': async () => undefined,
      });
    });
    afterAll(async () => {
      await keyed.jobs.stop(0);
      telnyx.close();
    });

    async function fetched(id: string): Promise<JobRecord> {
      expect(await outcome(keyed, ended(id))).toBe('fetching');
      const find = async () =>
        (await keyed.jobs.list(keyed.workspaceId, { type: 'fetch-telnyx-conversation', limit: 1 }))[0];
      await expect.poll(async () => (await find())?.status, { timeout: 15_000 }).not.toBe('processing');
      return (await find()) as JobRecord;
    }
    const texts = async (id: string) =>
      (await api(keyed, 'get', `/conversations/${id}/messages`).expect(200)).body.data.map(
        ({ text }: { text: string }) => text,
      );

    test('fetch the messages first, and add nothing when they are fetched again', async () => {
      const id = randomUUID();
      telnyx.answers.set(id, [
        { role: 'assistant', text: 'Bye', sent_at: '2025-04-07T10:04:40.000Z', created_at: '2025-04-07T10:04:41.000Z' },
        { role: 'user', text: 'Hello?', sent_at: '2025-04-07T10:04:10.000Z', created_at: '2025-04-07T10:04:11.000Z' },
        { role: 'user', text: 'Hello?', sent_at: '2025-04-07T10:04:10.000Z', created_at: '2025-04-07T10:04:11.000Z' },
      ]);
      expect(await fetched(id)).toMatchObject({ status: 'completed', result: { messages: 3 } });
      expect(await texts(id)).toEqual(['Bye', 'Hello?', 'Hello?']);
      expect(await conversation(id)).toMatchObject({
        created_at: '2025-04-07T10:04:00.500Z',
        last_message_at: '2025-04-07T10:04:40.000Z',
        metadata: { telnyx_end_user_target: '+15551230001', called_tools: ['book'], from: '+15551230001' },
      });
      expect(await endedAt(id)).not.toBeNull();
      expect(await insightsOf(keyed, id)).toHaveLength(1);

      expect(await fetched(id)).toMatchObject({ status: 'completed', result: { messages: 0 } });
      expect(await texts(id)).toHaveLength(3);
      expect(await insightsOf(keyed, id)).toHaveLength(1);
    });

    test.each([
      [404, 'Telnyx has no such conversation (404): it was deleted there, or is of another account.'],
      [
        401,
        'Telnyx does not know this API key (401). Set TELNYX_API_KEY, or for another workspace: ringback workspaces secret set NAME telnyx api_key.',
      ],
      [
        403,
        'This Telnyx API key may not read conversations (403). Set TELNYX_API_KEY, or for another workspace: ringback workspaces secret set NAME telnyx api_key that may.',
      ],
    ])('end it anyway after a %i, and say why', async (status, error) => {
      const id = randomUUID();
      telnyx.answers.set(id, status);
      expect(await fetched(id)).toMatchObject({ status: 'failed', attempts: 1, error });
      expect(await endedAt(id)).not.toBeNull();
    });

    test('try again while Telnyx does not answer, and end it at last', async () => {
      const id = randomUUID();
      telnyx.answers.set(id, 503);
      const job = await fetched(id);
      expect(job).toMatchObject({ status: 'failed', error: 'Telnyx answered 503 again and again. Try again later.' });
      expect(job.attempts).toBeGreaterThan(1);
      expect(await endedAt(id)).not.toBeNull();
    });

    test('say so when the key has gone meanwhile', async () => {
      const id = randomUUID();
      telnyx.apiKey = undefined;
      expect(await fetched(id)).toMatchObject({
        status: 'failed',
        error: expect.stringContaining('There is no Telnyx API key any more.'),
      });
      expect(await endedAt(id)).not.toBeNull();
      telnyx.apiKey = 'KEY1';
    });

    test('bring nothing back that was deleted here', async () => {
      const id = randomUUID();
      telnyx.answers.set(id, [{ role: 'user', text: 'Hello?', sent_at: '2025-04-07T10:04:10.000Z' }]);
      telnyx.hold();
      expect(await outcome(keyed, ended(id))).toBe('fetching');
      await expect.poll(() => telnyx.asked.has(id), { timeout: 15_000 }).toBe(true);
      await api(keyed, 'delete', `/conversations/${id}`).expect(204);
      telnyx.release();
      await expect
        .poll(async () => {
          const jobs = await keyed.jobs.list(keyed.workspaceId, { type: 'fetch-telnyx-conversation', limit: 1 });
          return jobs[0]?.status;
        })
        .not.toBe('processing');
      await api(keyed, 'get', `/conversations/${id}`).expect(404);
    });
  });
});

interface FakeTelnyx {
  readonly url: string;
  apiKey: string | undefined;
  /** By conversation: its messages as Telnyx lists them, or the status of the refusal. */
  readonly answers: Map<string, readonly object[] | number>;
  /** The conversations that were asked for. */
  readonly asked: ReadonlySet<string>;
  hold(): void;
  release(): void;
  close(): void;
}

/** Telnyx's two operations that a fetch needs. */
async function fakeTelnyx(): Promise<FakeTelnyx> {
  const answers = new Map<string, readonly object[] | number>();
  const asked = new Set<string>();
  let gate = Promise.resolve();
  let open = () => {};
  const server: Server = createServer(async (req, res) => {
    const [, id = '', rest = ''] = /\/conversations\/([^/?]+)(\/messages)?/.exec(req.url ?? '') ?? [];
    asked.add(id);
    await gate;
    const answer = answers.get(id) ?? 404;
    if (typeof answer === 'number') return res.writeHead(answer, { 'content-type': 'application/json' }).end('{}');
    const meta = { page_number: 1, page_size: 100, total_pages: 1, total_results: answer.length };
    const conversation = {
      id,
      name: '',
      created_at: '2025-04-07T10:04:00.500Z',
      last_message_at: '2025-04-07T10:04:40.000Z',
      metadata: { telnyx_end_user_target: '+15551230001', called_tools: ['book'], from: 'other' },
    };
    return res
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(rest === '' ? { data: conversation } : { data: answer, meta }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
    apiKey: 'KEY1',
    answers,
    asked,
    hold() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
    close() {
      open();
      server.closeAllConnections();
      server.close();
    },
  };
}
