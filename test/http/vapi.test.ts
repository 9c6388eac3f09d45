import { createHmac, randomUUID } from 'node:crypto';
import request from 'supertest';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createInitializationRecorder } from '../../src/assistants/initialization-recorder.js';
import { createApiKey } from '../../src/store/api-keys.js';
import { findCall } from '../../src/store/calls.js';
import { insertInitializations } from '../../src/store/initializations.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { listMessagesOf } from '../support/messages-of.js';
import { type PlayedMemories, playedMemories } from '../support/played-memories.js';
import { secretBoxFor } from '../support/secret-box.js';
import { type TestApp, testApp } from '../support/server.js';
import { silentLog } from '../support/silent-log.js';

const SECRET = 'vapi-secret-of-the-environment';
const SARAH = '+14155550142';
const BUSINESS = '+14155550100';
const LINES = ['Sarah Johnson: prefers morning slots before 11 AM', 'Sarah Johnson: gets anxious\nabout novocaine'];
const KNOWN =
  'Known about caller (Sarah Johnson): Sarah Johnson: prefers morning slots before 11 AM | Sarah Johnson: gets anxious about novocaine';
const NEUTRAL = {
  caller_known: 'false',
  caller_name: '',
  memory_context: '',
  memory_user_id: '',
  last_conversation_at: '',
};

const phone = (number: string | undefined = SARAH, changes: object = {}) => ({
  customer: number === undefined ? {} : { number },
  phoneNumber: { id: 'number-1', number: BUSINESS, twilioAuthToken: 'REDACT-ME' },
  call: { id: randomUUID(), type: 'inboundPhoneCall', assistantId: 'assistant-1', ...changes },
});
const web = (changes: object = {}) => ({ call: { id: randomUUID(), type: 'webCall', ...changes } });
const calls = (...names: string[]) => ({
  type: 'tool-calls',
  toolCallList: names.map((name, index) => ({
    id: `call_${index + 1}`,
    name,
    arguments: { phone: '+14155550199', query: 'mornings', text: 'I moved.' },
  })),
});
const report = (changes: object = {}) => ({
  type: 'end-of-call-report',
  endedReason: 'customer-ended-call',
  startedAt: '2026-03-02T15:00:00.000Z',
  endedAt: '2026-03-02T15:04:00.000Z',
  transcript: 'AI: How can I help?\nUser: I moved to 12 Oak Street.\n',
  ...changes,
});

describeOnBothDatabases('the routes of Vapi', (database) => {
  let server: TestApp;
  let memories: PlayedMemories;
  beforeAll(async () => {
    memories = playedMemories({
      [`phone:${SARAH}`]: { name: 'Sarah Johnson', lines: LINES },
      'external_id:cust_1': { name: 'Sam', lines: ['Sam: has a dog'] },
      'phone:+14155550199': { name: 'Somebody Else', lines: ['Somebody Else: has a secret'] },
    });
    server = await testApp(database(), { memories, settings: { vapiSecret: SECRET }, secretBox: await secretBoxFor() });
  });

  const send = (
    path: string,
    message: object | undefined,
    headers: Record<string, string> = { 'x-vapi-secret': SECRET },
    of = server,
  ) =>
    request(of.app)
      .post(path)
      .set(headers)
      .send(message === undefined ? {} : { message });
  const setting = (settings: object, workspace = 'default') =>
    request(server.app)
      .patch(`/v1/workspaces/${workspace}`)
      .set('authorization', `Bearer ${server.keys.admin}`)
      .send({ settings })
      .expect(200);
  const turnsOf = (callId: string) => listMessagesOf(database(), server.workspaceId, 'vapi', callId);

  describe('let in', () => {
    const recall = (headers: Record<string, string>, path = '/v1/voice/vapi/recall') =>
      send(path, { ...phone(), ...calls('recall_caller') }, headers);

    test.each<[what: string, headers: () => Record<string, string>, status: number]>([
      ['the secret in its header', () => ({ 'x-vapi-secret': SECRET }), 200],
      ['the secret as a Bearer token', () => ({ authorization: `Bearer ${SECRET}` }), 200],
      ['a key of the scope platform', () => ({ authorization: `Bearer ${server.keys.platform}` }), 200],
      ['another secret', () => ({ 'x-vapi-secret': `${SECRET}x` }), 401],
      ['nothing', () => ({}), 401],
      ['a key of another scope', () => ({ authorization: `Bearer ${server.keys.read}` }), 403],
      ['a key that is none', () => ({ authorization: 'Bearer rb_nobody-has-this-key' }), 401],
    ])('with %s: or not', async (_what, headers, status) => {
      const { body } = await recall(headers()).expect(status);
      if (status !== 401) return;
      expect(body.errors).toEqual([
        {
          code: '10009',
          title: 'Authentication failed',
          detail: 'The required authentication headers were either invalid or not included in the request.',
          meta: expect.any(Object),
        },
      ]);
    });

    describe('of a workspace of its own', () => {
      let name: string;
      let key: string;
      beforeEach(async () => {
        const made = await makeWorkspace(database());
        name = made.name;
        key = (await createApiKey(database().knex, { workspaceId: made.id, name: 'test', scopes: ['platform'] })).key;
      });
      const keep = (secret: string, value: string) =>
        request(server.app)
          .post(`/v1/workspaces/${name}/secrets`)
          .set('authorization', `Bearer ${server.keys.admin}`)
          .send({ platform: 'vapi', name: secret, value })
          .expect(201);
      const path = () => `/w/${name}/v1/voice/vapi/recall`;

      test('by its key, by path or not; without anything configured it is not there', async () => {
        await recall({ authorization: `Bearer ${key}` }).expect(200);
        await recall({ authorization: `Bearer ${key}` }, path()).expect(200);
        const { body } = await recall({}, path()).expect(404);
        expect(body.errors[0].detail).toBe('Vapi is not configured for this workspace.');
        await recall({ authorization: `Bearer ${server.keys.platform}` }, path()).expect(404);
        await recall({ 'x-vapi-secret': SECRET }, path()).expect(404);
        await recall({}, '/w/nobody/v1/voice/vapi/recall').expect(404);
      });

      test('by its own secret, and not by that of another one', async () => {
        const own = `vapi-secret-${randomUUID()}`;
        await keep('secret', own);
        await recall({ 'x-vapi-secret': own }, path()).expect(200);
        await recall({ 'x-vapi-secret': SECRET }, path()).expect(401);
        await recall({ 'x-vapi-secret': own }).expect(401);
      });

      test('by a signature only, where it has an HMAC secret: neither key nor secret replaces it', async () => {
        const [hmac, own] = [`hmac-${randomUUID()}`, `vapi-secret-${randomUUID()}`];
        await keep('hmac_secret', hmac);
        await keep('secret', own);
        const text = JSON.stringify({ message: { ...phone(), ...calls('recall_caller') } });
        const signed = (body: string, headers: Record<string, string>) =>
          request(server.app)
            .post(path())
            .set({ 'content-type': 'application/json', ...headers })
            .send(body);
        const at = String(Date.now());
        const signature = createHmac('sha256', hmac).update(`${at}.${text}`).digest('hex');
        const headers = { 'x-timestamp': at, 'x-signature': signature };
        await signed(text, headers).expect(200);
        await signed(text, { ...headers, authorization: `Bearer ${key}` }).expect(200);
        await signed(text.replace('recall_caller', 'remember'), headers).expect(401);
        await signed(text, { authorization: `Bearer ${key}` }).expect(401);
        await signed(text, { 'x-vapi-secret': own }).expect(401);
        const late = String(Date.now() - 400_000);
        const old = createHmac('sha256', hmac).update(`${late}.${text}`).digest('hex');
        await signed(text, { 'x-timestamp': late, 'x-signature': old }).expect(401);

        await setting(
          { vapi_hmac: { signature_header: 'X-Sig', include_timestamp: false, signature_prefix: 'sha256=' } },
          name,
        );
        await signed(text, headers).expect(401);
        const plain = createHmac('sha256', hmac).update(text).digest('hex');
        await signed(text, { 'x-sig': `sha256=${plain}` }).expect(200);
      });

      test('with calls of its own assistants and numbers only, where it lists them', async () => {
        await setting({ assistants: ['assistant-2'], numbers: [BUSINESS] }, name);
        const of = (changes: object) =>
          send(path(), { ...phone(SARAH, changes), ...calls('recall_caller') }, { authorization: `Bearer ${key}` });
        await of({ assistantId: 'assistant-2' }).expect(200);
        await of({ assistantId: 'assistant-3' }).expect(404);
      });
    });
  });

  describe('a recall', () => {
    const recalled = async (message: object, path = '/v1/voice/vapi/recall') =>
      (await send(path, message).expect(200)).body;

    test.each<[who: string, message: object, result: string]>([
      ['a caller who is known', phone(), KNOWN],
      ['a new one', phone('+14155550177'), 'New caller — no prior context.'],
      ['one who withholds the number', phone('anonymous'), 'New caller — no prior context.'],
      ['one on the web', web(), 'Web caller — no phone number yet.'],
      ['one who is called', { ...phone(SARAH, { type: 'outboundPhoneCall' }) }, KNOWN],
      ["nobody, for the business's own number", phone(BUSINESS), 'New caller — no prior context.'],
      [
        'nobody, for what is not trusted',
        web({ assistantOverrides: { variableValues: { memory_user_id: 'cust_1' } } }),
        'Web caller — no phone number yet.',
      ],
    ])('tells of %s, whatever number the model gives', async (_who, message, result) => {
      expect(await recalled({ ...message, ...calls('recall_caller') })).toEqual({
        results: [{ toolCallId: 'call_1', name: 'recall_caller', result }],
      });
    });

    test('tells of whom the operator says, where the workspace trusts that', async () => {
      await setting({ trusted_parameters: ['memory_user_id'] });
      const overrides = { assistantOverrides: { metadata: { memory_user_id: 'cust_1' } } };
      await expect
        .poll(async () => (await recalled({ ...web(overrides), ...calls('recall_caller') })).results[0].result, {
          timeout: 15_000,
        })
        .toBe('Known about caller (Sam): Sam: has a dog');
      await setting({ trusted_parameters: null });
    });

    test('tells nothing to callers who are not verified, where a policy denies it', async () => {
      const { id, name } = await makeWorkspace(database());
      const { key } = await createApiKey(database().knex, {
        workspaceId: id,
        name: 'test',
        scopes: ['platform', 'admin'],
      });
      const headers = { authorization: `Bearer ${key}` };
      const ask = async (message: object) =>
        (
          await send(`/w/${name}/vapi`, { ...message, ...calls('recall_caller', 'search_memory') }, headers).expect(200)
        ).body.results.map(({ result }: { result: string }) => result);
      expect((await ask(phone()))[0]).toBe(KNOWN);
      const source = 'version: 1\npolicies:\n  - name: strict\n    unverified: deny\n';
      await request(server.app).put('/v1/policies').set(headers).send({ source }).expect(200);
      await expect
        .poll(async () => (await ask(phone()))[0], { timeout: 15_000 })
        .toBe('New caller — no prior context.');
      expect((await ask(phone()))[1]).toBe('Nothing about that is known of this caller.');
      // The number that was dialled is the right one.
      expect((await ask(phone(SARAH, { type: 'outboundPhoneCall' })))[0]).toBe(KNOWN);
    });

    test('is counted, and neutral beyond the month’s limit', async () => {
      const { id, name } = await makeWorkspace(database());
      const { key } = await createApiKey(database().knex, {
        workspaceId: id,
        name: 'test',
        scopes: ['platform', 'admin'],
      });
      const headers = { authorization: `Bearer ${key}` };
      await setting({ searches_per_month: 1 }, name);
      const ask = async () =>
        (await send(`/w/${name}/vapi`, { ...phone(), ...calls('recall_caller') }, headers).expect(200)).body.results[0]
          .result;
      expect([await ask(), await ask()]).toEqual([KNOWN, 'No notes about the caller are available right now.']);
      await send(`/w/${name}/vapi`, { ...phone(), ...report() }, headers).expect(200);
      const { body } = await request(server.app).get('/v1/usage').set(headers).expect(200);
      expect(JSON.stringify(body)).toMatch(/"searches":1\b/);
      expect(JSON.stringify(body)).toMatch(/"adds":1\b/);
    });

    test('is what every tool of another name gets at that address, and each one once', async () => {
      const { results } = await recalled({ ...phone(), ...calls('who_is_this', 'recall_caller') });
      expect(results.map(({ result }: { result: string }) => result)).toEqual([KNOWN, KNOWN]);
    });

    test.each(['status-update', 'end-of-call-report', 'conversation-update', 'assistant-request', ''])(
      'is none of a message of the type %j',
      async (type) => {
        expect(await recalled({ ...phone(), type })).toEqual({ status: 'ignored' });
      },
    );

    test('is ignored for what is no JSON', async () => {
      const { body } = await request(server.app)
        .post('/v1/voice/vapi/recall')
        .set('x-vapi-secret', SECRET)
        .send('{"message":')
        .expect(200);
      expect(body).toEqual({ status: 'ignored' });
    });

    test('is answered in time when memory is not', async () => {
      const slow = await testApp(database(), {
        memories: playedMemories({}, 5_000),
        settings: { vapiSecret: SECRET, recallMs: 50 },
      });
      const startMs = performance.now();
      const { body, headers } = await send(
        '/v1/voice/vapi/recall',
        { ...phone(), ...calls('recall_caller', 'search_memory') },
        undefined,
        slow,
      ).expect(200);
      expect(performance.now() - startMs).toBeLessThan(1_000);
      expect(headers['x-ringback-left-out']?.split(',').sort()).toEqual(['recall_caller', 'search_memory']);
      expect(body.results.map(({ result }: { result: string }) => result)).toEqual(
        Array(2).fill('No notes about the caller are available right now.'),
      );
    });

    test('says so in a header where not all was searched yet', async () => {
      const halfway = await testApp(database(), {
        memories: { ...memories, search: async (asked) => ({ ...(await memories.search(asked)), complete: false }) },
        settings: { vapiSecret: SECRET },
      });
      const ask = (of: TestApp) => send('/vapi', { ...phone(), ...calls('search_memory') }, undefined, of).expect(200);
      const [whole, part] = [await ask(server), await ask(halfway)];
      expect(part.body).toEqual(whole.body);
      expect(whole.headers).not.toHaveProperty('x-ringback-left-out');
      expect(part.headers).toHaveProperty('x-ringback-left-out', 'search_memory');
      const documents = { ...phone(), type: 'knowledge-base-request', messages: [{ role: 'user', message: 'x' }] };
      const { headers } = await send('/vapi', documents, undefined, halfway).expect(200);
      expect(headers).toHaveProperty('x-ringback-left-out', 'search');
    });
  });

  describe('one server URL', () => {
    const vapi = async (message: object, status = 200) => (await send('/vapi', message).expect(status)).body;

    test('answers tools side by side, an unknown one politely', async () => {
      const message = { ...phone(), ...calls('recall_caller', 'search_memory', 'book_flight', 'remember') };
      const { results } = await vapi(message);
      expect(results).toEqual([
        { toolCallId: 'call_1', name: 'recall_caller', result: KNOWN },
        { toolCallId: 'call_2', name: 'search_memory', result: LINES.join(' ').replace('\n', ' ') },
        {
          ...{ toolCallId: 'call_3', name: 'book_flight' },
          result:
            'There is no tool "book_flight" here; there are recall_caller, search_memory, remember. Go on without it.',
        },
        { toolCallId: 'call_4', name: 'remember', result: 'Noted.' },
      ]);
      expect(memories.asked).toContain('mornings');
      // What is not kept in time is kept a moment later.
      await expect.poll(() => turnsOf(message.call.id)).toEqual(['user: I moved.']);
    });

    test('answers them one after the other where the workspace has one slot', async () => {
      const patient = await testApp(database(), { memories, settings: { recallMs: 10_000 } });
      const { id, name } = await makeWorkspace(database());
      const { key } = await createApiKey(database().knex, { workspaceId: id, name: 'test', scopes: ['platform'] });
      await setting({ max_concurrent: 1 }, name);
      const message = { ...phone(), ...calls('remember', 'recall_caller', 'remember') };
      const { body } = await send(`/w/${name}/vapi`, message, { authorization: `Bearer ${key}` }, patient).expect(200);
      expect(body.results.map(({ result }: { result: string }) => result)).toEqual(['Noted.', KNOWN, 'Noted.']);
      await expect
        .poll(() => listMessagesOf(database(), id, 'vapi', message.call.id))
        .toEqual(['user: I moved.', 'user: I moved.']);
    });

    test('answers a legacy function call', async () => {
      expect(
        await vapi({ ...phone(), type: 'function-call', functionCall: { name: 'recall_caller', parameters: {} } }),
      ).toEqual({ result: KNOWN });
    });

    test('names the configured assistant, by number or for all, with the variables of the policies', async () => {
      expect(await vapi({ ...phone(), type: 'assistant-request' })).toEqual({
        error: 'Sorry, nobody can take this call at the moment. Please try again later.',
      });
      await setting({ vapi_assistant: 'assistant-all', vapi_assistants: { '(415) 555-0111': 'assistant-111' } });
      await expect
        .poll(async () => (await vapi({ ...phone('+14155550177'), type: 'assistant-request' })).assistantId, {
          timeout: 15_000,
        })
        .toBe('assistant-all');
      const answer = await vapi({
        ...phone('+14155550177'),
        type: 'assistant-request',
        phoneNumber: { number: '+14155550111' },
      });
      expect(answer).toEqual({
        assistantId: 'assistant-111',
        assistantOverrides: { variableValues: { ...NEUTRAL, memory_user_id: 'voice:+14155550177' } },
      });
      expect(await vapi({ ...phone('anonymous'), type: 'assistant-request' })).toMatchObject({
        assistantOverrides: { variableValues: NEUTRAL },
      });
    });

    test('has what it told when a call began recorded, with who called masked', async () => {
      const recorder = createInitializationRecorder({
        write: (records) => insertInitializations(database(), records, 10_000),
        log: silentLog,
      });
      const recorded = await testApp(database(), { memories, recorder });
      const { id, name } = await makeWorkspace(database());
      const { key } = await createApiKey(database().knex, {
        workspaceId: id,
        name: 'test',
        scopes: ['platform', 'admin'],
      });
      await setting({ vapi_assistant: 'assistant-all' }, name);
      const message = { ...phone('+14155550177'), type: 'assistant-request' };
      await send(`/w/${name}/vapi`, message, { authorization: `Bearer ${key}` }, recorded).expect(200);
      await recorder.stop(5_000);
      const listed = await request(recorded.app)
        .get('/v1/initializations')
        .set('authorization', `Bearer ${key}`)
        .expect(200);
      expect(listed.body.data).toMatchObject([
        {
          ...{
            direction: 'received',
            platform: 'vapi',
            event_id: message.call.id,
            assistant_id: message.call.assistantId,
          },
          ...{ caller: '+1415•••0177', policy: 'built-in', status: 'complete', redacted: true, left_out: [] },
        },
      ]);
    });

    test('gives documents for what the caller said last', async () => {
      const messagesOpenAIFormatted = [{ role: 'user', content: 'What about novocaine?' }];
      const { documents } = await vapi({ ...phone(), type: 'knowledge-base-request', messagesOpenAIFormatted });
      expect(documents[0]).toEqual({ content: LINES[0], similarity: 1, uuid: 'fact-0' });
      expect(memories.asked).toContain('What about novocaine?');
      expect(await vapi({ ...web(), type: 'knowledge-base-request' })).toEqual({ documents: [] });
    });

    test.each<[what: string, number: string, message: object]>([
      ['assistant-request', '+14155550181', { type: 'assistant-request' }],
      ['recall_caller', '+14155550182', calls('recall_caller')],
    ])('warms who will be asked about, at the %s', async (_what, number, message) => {
      await vapi({ ...phone(number), ...message });
      expect(memories.warmed).toContain(`phone:${number}`);
    });

    test('remembers that a call has begun, and warms the caller', async () => {
      const message = { ...phone(), type: 'status-update', status: 'in-progress' };
      expect(await vapi(message)).toEqual({ status: 'ok' });
      expect(memories.warmed).toContain(`phone:${SARAH}`);
      await expect
        .poll(() => findCall(database().knex, server.workspaceId, 'vapi', message.call.id))
        .toMatchObject({ callId: message.call.id, reportedAt: null });
    });

    test('erases a call that was deleted, and takes no report of it any more', async () => {
      const message = { ...phone(), ...report() };
      await vapi(message);
      expect(await vapi({ ...message, type: 'call.deleted' })).toEqual({ status: 'ok' });
      expect(await findCall(database().knex, server.workspaceId, 'vapi', message.call.id)).toBeUndefined();
      expect((await vapi(message)).status).toBe('ignored');
      // One whose report is yet to come.
      const other = { ...phone(), ...report() };
      await vapi({ ...other, type: 'call.deleted' });
      expect((await vapi(other)).status).toBe('ignored');
    });

    test.each([
      ...[
        'conversation-update',
        'hang',
        'model-output',
        'phone-call-control',
        'speech-update',
        'transfer-destination-request',
      ],
      ...[
        'handoff-destination-request',
        'transfer-update',
        'transcript',
        'user-interrupted',
        'language-change-detected',
        'voice-input',
      ],
      ...[
        'voice-request',
        'call.endpointing.request',
        'chat.created',
        'chat.deleted',
        'session.created',
        'session.updated',
      ],
      ...[
        'session.deleted',
        'call.delete.failed',
        'call.artifact.upload',
        'campaign.predial',
        'assistant.started',
        'function-call',
        'x',
      ],
    ])('takes %s', async (type) => {
      expect(await vapi({ ...phone(), type })).toEqual({ status: 'ignored' });
    });
  });

  describe('a report', () => {
    const save = (message: object, status: number) => send('/v1/voice/vapi/save', message).expect(status);

    test('is kept once, with a job that learns from it, however often it is told', async () => {
      const message = { ...phone(), ...report() };
      const { body } = await save(message, 202);
      expect(body).toEqual({ status: 'accepted', job_id: expect.any(String), sub_user_id: `voice:${SARAH}` });
      for (const _ of [1, 2]) {
        expect((await save(message, 200)).body).toEqual({
          status: 'duplicate',
          job_id: null,
          sub_user_id: `voice:${SARAH}`,
        });
      }
      expect(await turnsOf(message.call.id)).toEqual(['assistant: How can I help?', 'user: I moved to 12 Oak Street.']);
      const job = await request(server.app)
        .get(`/v1/jobs/${body.job_id}`)
        .set('authorization', `Bearer ${server.keys.all}`);
      expect(job.body.data ?? job.body).toMatchObject({ type: 'extract-memory' });
    });

    test('is found by conversation_query, as calls of every platform are', async () => {
      const number = '+14155550155';
      const message = { ...phone(number), ...report() };
      await save(message, 202);
      const { body } = await request(server.app)
        .get(`/v2/ai/conversations?metadata->telnyx_end_user_target=eq.${encodeURIComponent(number)}`)
        .set('authorization', `Bearer ${server.keys.all}`)
        .expect(200);
      expect(body.data.map(({ metadata }: { metadata: object }) => metadata)).toEqual([
        expect.objectContaining({
          telnyx_end_user_target: number,
          telnyx_agent_target: BUSINESS,
          telnyx_conversation_channel: 'phone_call',
          assistant_id: 'assistant-1',
        }),
      ]);
    });

    test('holds a turn that was recorded during the call once', async () => {
      const message = phone();
      const toolCallList = [{ id: 'call_1', name: 'remember', arguments: { text: 'I moved to 12 Oak Street now.' } }];
      await send('/vapi', { ...message, type: 'tool-calls', toolCallList }).expect(200);
      await expect.poll(() => turnsOf(message.call.id)).toHaveLength(1);
      await save({ ...message, ...report() }, 202);
      expect(await turnsOf(message.call.id)).toEqual(['assistant: How can I help?', 'user: I moved to 12 Oak Street.']);
    });

    test('that comes before what was recorded is not added to by it', async () => {
      const message = phone();
      await save({ ...message, ...report() }, 202);
      const toolCallList = [{ id: 'call_1', name: 'remember', arguments: { text: 'I moved to 12 Oak Street now.' } }];
      await send('/vapi', { ...message, type: 'tool-calls', toolCallList }).expect(200);
      expect(await turnsOf(message.call.id)).toEqual(['assistant: How can I help?', 'user: I moved to 12 Oak Street.']);
    });

    test('of somebody who cannot be known again is that call’s alone', async () => {
      const message = { ...web(), ...report() };
      expect((await save(message, 202)).body.sub_user_id).toBe(`call:${message.call.id}`);
    });

    test('of which nothing is to be kept leaves nothing', async () => {
      const message = { ...phone(), ...report({ assistant: { compliancePlan: { pciEnabled: true } } }) };
      expect((await save(message, 200)).body).toEqual({
        status: 'ignored',
        job_id: null,
        sub_user_id: `voice:${SARAH}`,
      });
      expect(await findCall(database().knex, server.workspaceId, 'vapi', message.call.id)).toBeUndefined();
    });

    test('of which nothing is to be kept has no turn from during the call either', async () => {
      const message = { ...phone(), ...calls('remember'), assistant: { compliancePlan: { pciEnabled: true } } };
      const { body } = await send('/vapi', message).expect(200);
      expect(body.results[0].result).toBe('Noted.');
      await send('/vapi', { ...message, type: 'status-update', status: 'in-progress' }).expect(200);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await findCall(database().knex, server.workspaceId, 'vapi', message.call.id)).toBeUndefined();
    });

    test('without an id, and anything else, is ignored', async () => {
      for (const message of [report(), { ...phone(), type: 'status-update' }, {}]) {
        expect((await save(message, 200)).body).toEqual({ status: 'ignored' });
      }
    });

    test('may have nine megabytes and not eleven', async () => {
      const padding = (megabytes: number) => ({
        ...phone(),
        ...report({ artifact: { logs: 'x'.repeat(megabytes * 1024 * 1024) } }),
      });
      await save(padding(9), 202);
      await save(padding(11), 413);
    });

    test('leaves no credential anywhere', async () => {
      const message = { ...phone(), ...report() };
      await save(message, 202);
      const rows = await database().run(
        `SELECT (SELECT coalesce(string_agg(to_jsonb(e)::text, ''), '') FROM events e) || (SELECT coalesce(string_agg(to_jsonb(c)::text, ''), '') FROM conversations c) AS texts`,
        [],
      );
      expect(JSON.stringify(rows)).not.toContain('REDACT-ME');
      expect(JSON.stringify(server.logLines)).not.toContain('REDACT-ME');
      expect(JSON.stringify(server.logLines)).not.toContain('Oak Street');
    });
  });
});
