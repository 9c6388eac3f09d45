import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NotedInitialization } from '../../src/assistants/records/initialization-record.js';
import { signRetell } from '../../src/platforms/retell/signature.js';
import { createApiKey } from '../../src/store/api-keys.js';
import { findCall } from '../../src/store/calls.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { listMessagesOf } from '../support/messages-of.js';
import { type PlayedMemories, playedMemories } from '../support/played-memories.js';
import { secretBoxFor } from '../support/secret-box.js';
import { type TestApp, testApp } from '../support/server.js';

const KEY = 'key_retell_of_the_environment_0123456789';
const SARAH = '+14155550142';
const BUSINESS = '+14155550100';
const LINES = ['Sarah Johnson: prefers morning slots before 11 AM', 'Sarah Johnson: has a dog'];
const NOTHING = { contextText: '', known_caller: false, caller_name: '', memory_user_id: '', results: [] };
const NEUTRAL = {
  caller_known: 'false',
  caller_name: '',
  memory_context: '',
  memory_user_id: '',
  last_conversation_at: '',
};

const START = Date.parse('2026-03-02T15:00:00.000Z');
const callOf = (changes: object = {}) => ({
  ...{ call_id: `call_${randomUUID()}`, call_type: 'phone_call', agent_id: 'agent_1', direction: 'inbound' },
  ...{ from_number: SARAH, to_number: BUSINESS, start_timestamp: START, end_timestamp: START + 60_000 },
  ...changes,
});
const said = {
  transcript_object: [
    { role: 'agent', content: 'How can I help?', words: [{ word: 'How', start: 1, end: 2 }] },
    { role: 'user', content: 'I moved to 12 Oak Street.', words: [{ word: 'I', start: 4, end: 5 }] },
  ],
};
const TURNS = ['assistant: How can I help?', 'user: I moved to 12 Oak Street.'];

describeOnBothDatabases('the routes of Retell', (database) => {
  let server: TestApp;
  let memories: PlayedMemories;
  beforeAll(async () => {
    memories = playedMemories({
      [`phone:${SARAH}`]: { name: 'Sarah Johnson', lines: LINES },
      'external_id:cust_1': { name: 'Sam', lines: ['Sam: has a cat'] },
      [`phone:${BUSINESS}`]: { name: 'The Business', lines: ['everybody'] },
    });
    server = await testApp(database(), { memories, settings: { retellApiKey: KEY }, secretBox: await secretBoxFor() });
  });

  /** Sends a body as Retell does; `headers` replace or add, undefined leaves out. */
  function post(path: string, body: object | string, headers: Record<string, string | undefined> = {}, of = server) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const sent = request(of.app).post(path).set('content-type', 'application/json');
    for (const [name, value] of Object.entries({ ...signRetell(KEY, text, new Date()), ...headers })) {
      if (value !== undefined) sent.set(name, value);
    }
    return sent.send(text);
  }
  const turnsOf = (callId: string) => listMessagesOf(database(), server.workspaceId, 'retell', callId);
  const key = () => ({ authorization: `Bearer ${server.keys.platform}` });

  describe('let in', () => {
    const body = { call: callOf(), args: { query: 'x' } };

    test.each<[what: string, headers: () => Record<string, string | undefined>, status: number]>([
      ['the signature', () => ({}), 200],
      ['signature and key', () => key(), 200],
      ['no signature', () => ({ 'x-retell-signature': undefined }), 401],
      ['a key in the place of the signature', () => ({ 'x-retell-signature': undefined, ...key() }), 401],
      ['a signature of something else', () => signRetell(KEY, 'x', new Date()), 401],
      ['a signature by another key', () => signRetell('other', JSON.stringify(body), new Date()), 401],
      ['an old signature', () => signRetell(KEY, JSON.stringify(body), new Date(Date.now() - 301_000)), 401],
      ['a key of another scope', () => ({ authorization: `Bearer ${server.keys.write}` }), 403],
    ])('with %s: or not', async (_what, headers, status) => {
      for (const path of ['/retell/search_memory', '/retell/record_turn'])
        await post(path, body, headers()).expect(status);
    });

    test('of a workspace of its own by its own API key, or where it has none by a key of ours', async () => {
      const { id, name } = await makeWorkspace(database());
      const own = (await createApiKey(database().knex, { workspaceId: id, name: 'test', scopes: ['platform'] })).key;
      const path = `/w/${name}/retell/search_memory`;
      const { body: refusal } = await post(path, body).expect(404);
      expect(refusal.errors[0].detail).toBe('Retell is not configured for this workspace.');
      await post(path, body, { 'x-retell-signature': undefined, authorization: `Bearer ${own}` }).expect(200);
      const value = `key_${randomUUID()}`;
      await request(server.app)
        .post(`/v1/workspaces/${name}/secrets`)
        .set('authorization', `Bearer ${server.keys.admin}`)
        .send({ platform: 'retell', name: 'api_key', value })
        .expect(201);
      await post(path, body, { authorization: `Bearer ${own}` }).expect(401);
      await post(path, body, signRetell(value, JSON.stringify(body), new Date())).expect(200);
      await post('/retell/search_memory', body, signRetell(value, JSON.stringify(body), new Date())).expect(401);
    });
  });

  describe('search_memory', () => {
    const search = async (body: object, headers: Record<string, string | undefined> = {}) =>
      (await post('/retell/search_memory', body, headers).expect(200)).body;

    test('gives what was found, as a text and in fields', async () => {
      expect(await search({ name: 'search_memory', call: callOf(), args: { query: 'mornings' } })).toEqual({
        contextText: LINES.join('\n'),
        known_caller: true,
        caller_name: 'Sarah Johnson',
        memory_user_id: `voice:${SARAH}`,
        results: LINES.map((text) => ({ text, kind: 'fact', at: '2026-11-01T10:00:00.000Z' })),
      });
    });

    test('gives what is known where nothing is asked', async () => {
      expect((await search({ call: callOf(), args: {} })).contextText).toBe(
        `Known about caller (Sarah Johnson): ${LINES.join(' | ')}`,
      );
    });

    test.each<[whose: string, body: object, name: string]>([
      [
        'of whom is called',
        { call: callOf({ direction: 'outbound', from_number: BUSINESS, to_number: SARAH }), args: {} },
        'Sarah Johnson',
      ],
      ['of whom the operator names', { call: callOf({ metadata: { memory_user_id: 'cust_1' } }), args: {} }, 'Sam'],
      ['of nobody who withholds the number', { call: callOf({ from_number: 'anonymous' }), args: {} }, ''],
      ['of nobody on the web', { call: { call_id: 'call_web', call_type: 'web_call' }, args: {} }, ''],
      [
        'of nobody whom the model names',
        { call: { call_type: 'web_call' }, args: { query: 'x', phone: SARAH, memory_user_id: 'cust_1' } },
        '',
      ],
      ['of nobody, with arguments alone', { query: 'x', call: callOf(), memory_user_id: 'cust_1' }, ''],
    ])('is %s', async (_whose, body, name) => {
      const { caller_name, known_caller } = await search(body);
      expect({ caller_name, known_caller }).toEqual({ caller_name: name, known_caller: name !== '' });
    });

    test('is of whom headers name beside an API key, and only then', async () => {
      const headers = { 'x-memory-user': 'cust_1' };
      expect((await search({ query: 'x' }, { ...headers, ...key() })).caller_name).toBe('Sam');
      expect(await search({ query: 'x' }, headers)).toEqual(NOTHING);
    });

    test('answers GET, whose signature is over nothing', async () => {
      const get = (query: string, headers: Record<string, string> = {}) =>
        request(server.app)
          .get(`/retell/search_memory?${query}`)
          .set({ ...signRetell(KEY, '', new Date()), ...headers });
      expect((await get('query=dog&memory_user_id=cust_1', key()).expect(200)).body.caller_name).toBe('Sam');
      expect((await get('query=dog&memory_user_id=cust_1').expect(200)).body).toEqual(NOTHING);
      await request(server.app).get('/retell/search_memory?query=dog').expect(401);
    });

    test('has less than 15,000 characters', async () => {
      const lines = Array.from({ length: 10 }, (_, index) => `${index} "${'\\'.repeat(2_000)}`);
      const played = playedMemories({ [`phone:${SARAH}`]: { name: 'Sarah', lines } });
      const large = await testApp(database(), { memories: played, settings: { retellApiKey: KEY } });
      const { text, body } = await post(
        '/retell/search_memory',
        { call: callOf(), args: { query: 'x' } },
        {},
        large,
      ).expect(200);
      expect(text.length).toBeLessThan(15_000);
      expect(body.caller_name).toBe('Sarah');
    });

    test('is in time when memory is not', async () => {
      const slow = await testApp(database(), {
        memories: playedMemories({}, 5_000),
        settings: { retellApiKey: KEY, recallMs: 50 },
      });
      const startMs = performance.now();
      const asked = post('/retell/search_memory', { call: callOf(), args: { query: 'x' } }, {}, slow);
      const { body, headers } = await asked.expect(200);
      expect(performance.now() - startMs).toBeLessThan(1_000);
      expect(body).toEqual(NOTHING);
      expect(headers).toHaveProperty('x-ringback-left-out', 'search');
    });

    test('says so in a header where not all was searched yet', async () => {
      const halfway = await testApp(database(), {
        memories: { ...memories, search: async (asked) => ({ ...(await memories.search(asked)), complete: false }) },
        settings: { retellApiKey: KEY },
      });
      const ask = (of: TestApp) =>
        post('/retell/search_memory', { call: callOf(), args: { query: 'x' } }, {}, of).expect(200);
      const [whole, part] = [await ask(server), await ask(halfway)];
      expect(part.body).toEqual(whole.body);
      expect(whole.headers).not.toHaveProperty('x-ringback-left-out');
      expect(part.headers).toHaveProperty('x-ringback-left-out', 'search');
    });

    test('finds nothing in what is no JSON', async () => {
      expect((await post('/retell/search_memory', '{"call":').expect(200)).body).toEqual(NOTHING);
    });
  });

  describe('record_turn', () => {
    const args = { user_text: 'I moved to 12 Oak Street.', assistant_text: 'Noted.' };

    test('keeps a turn once, however often it is sent, and not beside the same turn of the report', async () => {
      const call = callOf();
      for (const _ of [1, 2]) {
        expect((await post('/retell/record_turn', { name: 'record_turn', call, args }).expect(200)).body).toEqual({
          status: 'ok',
        });
      }
      await expect.poll(() => turnsOf(call.call_id)).toEqual(['user: I moved to 12 Oak Street.', 'assistant: Noted.']);
      await post('/retell/events', { event: 'call_ended', call: { ...call, ...said } }).expect(204);
      expect((await turnsOf(call.call_id)).filter((turn) => turn.includes('Oak'))).toHaveLength(1);
    });

    test.each<[what: string, body: object]>([
      ['of no call', { user_text: 'I moved.' }],
      ['without a text', { call: callOf({ call_id: 'call_silent' }), args: { user_text: ' ' } }],
      [
        'of a call of which nothing is to be kept',
        { call: callOf({ call_id: 'call_silent', data_storage_setting: 'basic_attributes_only' }), args },
      ],
      [
        'of a call whose personal data is taken out later',
        { call: callOf({ call_id: 'call_silent', data_storage_setting: 'everything_except_pii' }), args },
      ],
    ])('takes a turn %s, and keeps none', async (_what, body) => {
      expect((await post('/retell/record_turn', body).expect(200)).body).toEqual({ status: 'ok' });
      expect(await turnsOf('call_silent')).toEqual([]);
    });
  });

  describe('the inbound webhook', () => {
    const inbound = { agent_id: 'agent_1', from_number: '+14155550177', to_number: BUSINESS };
    const ask = async (body: object) => (await post('/retell/inbound', body).expect(200)).body;
    const setting = (settings: object) =>
      request(server.app)
        .patch('/v1/workspaces/default')
        .set('authorization', `Bearer ${server.keys.admin}`)
        .send({ settings })
        .expect(200);

    test('gives every variable as a text, and who it is for the rest of the call', async () => {
      const memory_user_id = 'voice:+14155550177';
      expect(await ask({ event: 'call_inbound', call_inbound: { ...inbound, call_id: 'call_1' } })).toEqual({
        call_inbound: { dynamic_variables: { ...NEUTRAL, memory_user_id }, metadata: { memory_user_id } },
      });
      expect(memories.warmed).toContain('phone:+14155550177');
    });

    test('has what it told recorded', async () => {
      const noted: NotedInitialization[] = [];
      const counts = () => ({ written: 0, waiting: 0, overflowed: 0, failed: 0 });
      const recorder = { note: (one: NotedInitialization) => void noted.push(one), flush: async () => {}, counts };
      const recorded = await testApp(database(), { memories, recorder });
      const { body } = await request(recorded.app)
        .post('/retell/inbound')
        .set('authorization', `Bearer ${recorded.keys.all}`)
        .send({ event: 'call_inbound', call_inbound: { ...inbound, call_id: 'call_1' } })
        .expect(200);
      expect(noted).toMatchObject([
        {
          ...{ direction: 'received', platform: 'retell', status: 'complete', record: 'redacted', policy: 'built-in' },
          event: { eventId: 'call_1', assistantId: 'agent_1', endUserTarget: '+14155550177' },
          answer: { dynamic_variables: body.call_inbound.dynamic_variables },
        },
      ]);
    });

    test('is answered for SMS, for withheld numbers and for nothing', async () => {
      expect(await ask({ event: 'chat_inbound', chat_inbound: { ...inbound, chat_id: 'chat_1' } })).toMatchObject({
        chat_inbound: { metadata: { memory_user_id: 'voice:+14155550177' } },
      });
      const neutral = { call_inbound: { dynamic_variables: NEUTRAL, metadata: {} } };
      expect(await ask({ event: 'call_inbound', call_inbound: { ...inbound, from_number: 'anonymous' } })).toEqual(
        neutral,
      );
      expect(await ask({})).toEqual(neutral);
    });

    test('names the agent that is configured, by number or for all', async () => {
      await setting({ retell_agent: 'agent_all', retell_agents: { '+14155550111': 'agent_111' } });
      const agentOf = async (to_number: string) =>
        (await ask({ event: 'call_inbound', call_inbound: { ...inbound, to_number } })).call_inbound.override_agent_id;
      await expect.poll(() => agentOf(BUSINESS), { timeout: 15_000 }).toBe('agent_all');
      expect(await agentOf('+14155550111')).toBe('agent_111');
      await setting({ retell_agent: null, retell_agents: null });
    });
  });

  describe('events', () => {
    const tell = (event: string, call: object | undefined, status = 204) =>
      post('/retell/events', { event, call }).expect(status);

    test('of a whole call are one conversation, however often each is told, in whatever order', async () => {
      const call = callOf();
      const ended = { ...call, ...said, call_status: 'ended', disconnection_reason: 'user_hangup' };
      await tell('call_ended', ended);
      await tell('call_started', call);
      for (const event of ['call_ended', 'call_ended', 'call_analyzed', 'call_analyzed']) {
        await tell(event, { ...ended, call_analysis: { call_summary: 'x' } });
      }
      expect(await turnsOf(call.call_id)).toEqual(TURNS);
      const found = await findCall(database().knex, server.workspaceId, 'retell', call.call_id);
      expect(found).toMatchObject({
        startedAt: '2026-03-02T15:00:00.000Z',
        endedAt: '2026-03-02T15:01:00.000Z',
        agentId: 'agent_1',
      });
    });

    test('of the beginning alone leave a call whose report is yet to come', async () => {
      const call = callOf({ end_timestamp: undefined });
      await tell('call_started', call);
      expect(await findCall(database().knex, server.workspaceId, 'retell', call.call_id)).toMatchObject({
        reportedAt: null,
      });
      expect(memories.warmed).toContain(`phone:${SARAH}`);
    });

    test('are kept scrubbed where personal data is taken out', async () => {
      const call = { ...callOf({ data_storage_setting: 'everything_except_pii' }), ...said };
      await tell('call_started', call);
      await tell('call_ended', call);
      expect(await turnsOf(call.call_id)).toEqual([]);
      const scrubbed_transcript_with_tool_calls = [{ role: 'user', content: 'I moved to [address].' }];
      await tell('call_analyzed', { ...call, scrubbed_transcript_with_tool_calls });
      expect(await turnsOf(call.call_id)).toEqual(['user: I moved to [address].']);
    });

    test('leave nothing where nothing is to be kept', async () => {
      const call = { ...callOf({ data_storage_setting: 'basic_attributes_only' }), ...said };
      for (const event of ['call_started', 'call_ended', 'call_analyzed']) await tell(event, call);
      expect(await findCall(database().knex, server.workspaceId, 'retell', call.call_id)).toBeUndefined();
    });

    test('have the person that the call was transferred to as nobody’s words', async () => {
      const call = callOf();
      const transcript_object = [
        ...said.transcript_object,
        { role: 'transfer_target', content: 'This is Bob.', words: [] },
      ];
      await tell('call_ended', { ...call, transcript_object });
      const [row] = await database().run(
        `SELECT metadata->>'speaker' AS speaker FROM messages WHERE workspace_id = $1 AND text = 'This is Bob.'`,
        [server.workspaceId],
      );
      expect(row).toEqual({ speaker: 'other' });
    });

    test('of a chat are its conversation', async () => {
      const chat = {
        chat_id: `chat_${randomUUID()}`,
        chat_type: 'sms_chat',
        metadata: { memory_user_id: `voice:${SARAH}` },
      };
      const message_with_tool_calls = [{ role: 'user', content: 'I moved.', created_timestamp: START }];
      await post('/retell/events', { event: 'chat_started', chat }).expect(204);
      await post('/retell/events', { event: 'chat_ended', chat: { ...chat, message_with_tool_calls } }).expect(204);
      await post('/retell/events', { event: 'chat_analyzed', chat: { ...chat, message_with_tool_calls } }).expect(204);
      expect(await turnsOf(chat.chat_id)).toEqual(['user: I moved.']);
    });

    test.each([
      'transcript_updated',
      'transfer_started',
      'transfer_bridged',
      'transfer_cancelled',
      'transfer_ended',
      'agent_promoted',
      '',
    ])('take %j', async (event) => {
      await tell(event, { ...callOf(), ...said });
    });

    test('take the tests of a dashboard, which are about nothing', async () => {
      await post('/retell/events', {}).expect(204);
      await post('/retell/events', '').expect(204);
      await tell('call_ended', undefined);
    });

    let lists: { name: string; own: string };
    beforeEach(async () => {
      const { id, name } = await makeWorkspace(database());
      lists = {
        name,
        own: (await createApiKey(database().knex, { workspaceId: id, name: 'test', scopes: ['platform'] })).key,
      };
    });

    test('of others’ agents are refused where a workspace lists its own', async () => {
      await request(server.app)
        .patch(`/v1/workspaces/${lists.name}`)
        .set('authorization', `Bearer ${server.keys.admin}`)
        .send({ settings: { agents: ['agent_2'] } })
        .expect(200);
      const headers = { 'x-retell-signature': undefined, authorization: `Bearer ${lists.own}` };
      const path = `/w/${lists.name}/retell/events`;
      await post(path, { event: 'call_ended', call: { ...callOf({ agent_id: 'agent_2' }), ...said } }, headers).expect(
        204,
      );
      await post(path, { event: 'call_ended', call: { ...callOf(), ...said } }, headers).expect(404);
    });
  });

  test('count in the metrics what was answered, and what was refused', async () => {
    const fresh = await testApp(database(), { memories, settings: { retellApiKey: KEY } });
    await post('/retell/search_memory', { call: callOf(), args: { query: 'x' } }, {}, fresh).expect(200);
    await post('/retell/record_turn', { call: callOf(), args: {} }, {}, fresh).expect(200);
    await post('/retell/inbound', { event: 'call_inbound', call_inbound: {} }, {}, fresh).expect(200);
    await post('/retell/events', {}, {}, fresh).expect(204);
    await post('/retell/events', {}, { 'x-retell-signature': undefined }, fresh).expect(401);
    const { text } = await request(fresh.app)
      .get('/metrics')
      .set('authorization', `Bearer ${fresh.keys.read}`)
      .expect(200);
    expect(text.split('\n').filter((line) => line.startsWith('ringback_webhooks_total'))).toEqual([
      'ringback_webhooks_total{webhook="/retell/search_memory",outcome="answered"} 1',
      'ringback_webhooks_total{webhook="/retell/record_turn",outcome="answered"} 1',
      'ringback_webhooks_total{webhook="/retell/inbound",outcome="answered"} 1',
      'ringback_webhooks_total{webhook="/retell/events",outcome="answered"} 1',
      'ringback_webhooks_total{webhook="/retell/events",outcome="refused"} 1',
    ]);
  });
});
