import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createInitializationRecorder,
  type InitializationRecorder,
} from '../../src/assistants/initialization-recorder.js';
import { createApiKey } from '../../src/store/api-keys.js';
import { findCall } from '../../src/store/calls.js';
import { insertInitializations } from '../../src/store/initializations.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { startLearning } from '../support/learning.js';
import { saidAtVapi } from '../support/sarahs-call.js';
import { type TestApp, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';
import { silentLog } from '../support/silent-log.js';

const BUSINESS = '+14155550100';
const SARAH = 'sip:sarah@pbx.example.com';
const SARAH_ID = 'id:sip:sarah@pbx.example.com';

const NOBODY = {
  ...{ caller_known: 'false', caller_name: '', memory_context: '', memory_user_id: '', last_conversation_at: '' },
};

type Variables = Readonly<Record<string, string>>;

describeOnBothDatabases('when a call begins', (database) => {
  let server: TestApp;
  let recorder: InitializationRecorder;
  let workspaceId: number;
  let path: string;
  let key: string;

  beforeAll(async () => {
    recorder = createInitializationRecorder({
      write: (records) => insertInitializations(database(), records, 10_000),
      log: silentLog,
    });
    // Whoever asks waits for as long as a busy machine takes.
    server = await testApp(database(), { recorder, settings: { budgetMs: 20_000, recallMs: 20_000 } });
    await startLearning(server);
  });
  afterAll(async () => {
    await server?.jobs.stop(0);
    await recorder?.stop(0);
  });
  beforeEach(async () => {
    const { id, name } = await makeWorkspace(database());
    workspaceId = id;
    path = `/w/${name}`;
    const scopes = ['platform', 'read', 'write', 'admin'] as const;
    key = (await createApiKey(database().knex, { workspaceId, name: 'test', scopes: [...scopes] })).key;
    await settings({
      ...{ sip_domains: ['pbx.example.com'], trusted_parameters: ['memory_user_id'] },
      ...{ vapi_assistant: 'assistant-1', retell_agent: 'agent_1' },
    });
  });

  const api = (method: 'get' | 'post' | 'put' | 'patch' | 'delete', url: string) =>
    request(server.app)[method](url).set('authorization', `Bearer ${key}`);
  const settings = (changed: object) =>
    api('patch', `/v1/workspaces/${path.slice('/w/'.length)}`)
      .send({ settings: changed })
      .expect(200);
  const policy = (rest: string) =>
    api('put', '/v1/policies')
      .send({ source: `version: 1\npolicies:\n  - name: of-test\n${rest}` })
      .expect(200);

  const vapi = (message: object) => api('post', `${path}/vapi`).send({ message });
  const vapiCall = (call: object) => ({
    id: randomUUID(),
    type: 'inboundPhoneCall',
    assistantId: 'assistant-1',
    ...call,
  });
  const retellCall = (from_number: string) => ({
    ...{ call_id: `call_${randomUUID()}`, call_type: 'phone_call', agent_id: 'agent_1', direction: 'inbound' },
    ...{ from_number, to_number: BUSINESS },
  });
  const retellInbound = async (from_number: string) =>
    (
      await api('post', `${path}/retell/inbound`)
        .send({ event: 'call_inbound', call_inbound: { agent_id: 'agent_1', from_number, to_number: BUSINESS } })
        .expect(200)
    ).body.call_inbound;
  const telnyx = async (telnyx_end_user_target: string, payload: object = {}) => {
    const event = JSON.stringify(initializationEvent({ telnyx_end_user_target, ...payload }));
    const sent = api('post', `${path}/telnyx/dynamic-variables`).set('content-type', 'application/json');
    return (await sent.set(server.telnyx.headers(event)).send(event).expect(200)).body;
  };

  const WEB = { type: 'webCall', assistantOverrides: { metadata: { memory_user_id: 'cust_1' } } };

  const variablesOf = async (message: object): Promise<Variables> =>
    (await vapi({ type: 'assistant-request', ...message }).expect(200)).body.assistantOverrides.variableValues;
  const fromTheWeb = (): Promise<Variables> => variablesOf({ call: vapiCall(WEB) });

  /** What each platform is told of who calls from a SIP URI. */
  const TOLD: Readonly<Record<string, (uri: string) => Promise<Variables>>> = {
    Vapi: (sipUri) => variablesOf({ customer: { sipUri }, call: vapiCall({}) }),
    Retell: async (uri) => (await retellInbound(uri)).dynamic_variables,
    Telnyx: async (uri) => (await telnyx(uri)).dynamic_variables,
  };
  const PLATFORMS = Object.keys(TOLD);
  const told = (platform: string, uri: string): Promise<Variables> => (TOLD[platform] ?? (() => Promise.reject()))(uri);

  /** Somebody calls at Vapi, and says who they are. Resolves when that is learned. */
  async function learn(caller: { customer?: object; call?: object }): Promise<string> {
    const { call, ...rest } = caller;
    const id = randomUUID();
    await vapi({
      ...{ type: 'end-of-call-report', endedReason: 'customer-ended-call', artifact: { messages: saidAtVapi() } },
      ...{ ...rest, call: vapiCall({ ...call, id }) },
    }).expect(200);
    const callerId = (await findCall(database().knex, workspaceId, 'vapi', id))?.callerId;
    if (callerId == null) throw new Error('The call is nobody’s.');
    const facts = async (): Promise<unknown> => (await api('get', `/v1/callers/${callerId}/memories`).expect(200)).text;
    await expect.poll(facts, { timeout: 30_000 }).toContain('penicillin');
    return callerId;
  }

  describe.each(PLATFORMS)('at %s', (platform) => {
    test('whoever called by SIP before is known, in every spelling, and nobody else', async () => {
      expect(await told(platform, SARAH)).toEqual({ ...NOBODY, memory_user_id: SARAH_ID });
      await learn({ customer: { sipUri: SARAH } });
      for (const uri of [SARAH, 'sips:sarah@PBX.example.com:5061;transport=tls'])
        expect(await told(platform, uri)).toMatchObject({
          ...{ caller_known: 'true', caller_name: 'Sarah Johnson', memory_user_id: SARAH_ID },
          memory_context: expect.stringMatching(/morning/),
          last_conversation_at: expect.stringMatching(/^\d{4}-/),
        });
      expect(await told(platform, 'sip:tom@pbx.example.com')).toEqual({
        ...NOBODY,
        memory_user_id: 'id:sip:tom@pbx.example.com',
      });
      for (const uri of [
        ...['sip:sarah@example.com', 'sip:sarah@pbx.example.com.evil.example', 'sip:anonymous@pbx.example.com'],
        ...['sip:{{caller_name}}@pbx.example.com', 'anonymous', '+266696687'],
        // At Vapi and Retell it is taken out.
        ...(platform === 'Telnyx' ? ['sip:sarah@pbx.example.com;x=\u0000'] : []),
      ])
        expect(await told(platform, uri), uri).toEqual(NOBODY);
      await settings({ sip_domains: [] });
      expect(await told(platform, SARAH)).toEqual(NOBODY);
    }, 60_000);

    test('whoever calls by SIP is told of as the rules have it for who is not verified', async () => {
      await learn({ customer: { sipUri: SARAH } });
      const isToldOfHealth = async (): Promise<boolean> => {
        const { memory_context = '' } = await told(platform, SARAH);
        expect(memory_context).toMatch(/morning/);
        return memory_context.includes('penicillin');
      };
      expect(await isToldOfHealth()).toBe(platform !== 'Telnyx');
      await settings({ withhold_sensitive: true });
      expect(await isToldOfHealth()).toBe(false);
      await policy('    unverified: allow\n');
      expect(await isToldOfHealth()).toBe(true);
      await settings({ withhold_sensitive: null });
      await policy('    unverified: withhold_sensitive\n');
      expect(await isToldOfHealth()).toBe(false);
      await policy('    unverified: deny\n');
      expect(await told(platform, SARAH)).toEqual(NOBODY);
    }, 60_000);
  });

  describe('at Vapi, whom the operator names by a trusted id', () => {
    const KNOWN = {
      ...{ caller_known: 'true', caller_name: 'Sarah Johnson', memory_user_id: 'id:cust_1' },
      memory_context: expect.stringMatching(/morning.*penicillin|penicillin.*morning/),
    };

    test('is known without a number, and has all of it whatever is told to who is not verified', async () => {
      expect(await fromTheWeb()).toEqual({ ...NOBODY, memory_user_id: 'id:cust_1' });
      await learn({ call: WEB });
      expect(await fromTheWeb()).toMatchObject(KNOWN);
      await settings({ withhold_sensitive: true });
      for (const rule of ['deny', 'withhold_sensitive', 'allow']) {
        await policy(`    unverified: ${rule}\n`);
        expect(await fromTheWeb(), rule).toMatchObject(KNOWN);
      }
    }, 60_000);

    test('is nobody where the workspace does not trust the name', async () => {
      await learn({ call: WEB });
      await settings({ trusted_parameters: [] });
      expect(await fromTheWeb()).toEqual(NOBODY);
    }, 60_000);

    test('is told by that id alone where the number is not verified and a policy denies memory to it', async () => {
      const number = '+14155550142';
      await learn({ customer: { number } });
      const both = () => variablesOf({ customer: { number }, call: vapiCall({ ...WEB, type: 'inboundPhoneCall' }) });
      expect(await both()).toMatchObject({ caller_known: 'true', memory_user_id: 'id:cust_1' });
      await policy('    unverified: deny\n');
      expect(await both()).toEqual({ ...NOBODY, memory_user_id: 'id:cust_1' });
    }, 60_000);
  });

  test('two who have one telephone, and whom the operator tells apart, hear nothing of each other', async () => {
    const customer = { number: '+14155550142' };
    const named = (memory_user_id: string) => ({
      customer,
      call: { type: 'inboundPhoneCall', assistantOverrides: { metadata: { memory_user_id } } },
    });
    const begun = ({ call }: ReturnType<typeof named>) => variablesOf({ customer, call: vapiCall(call) });
    await policy('    dynamic_variables:\n      calls: "{{ caller.conversations }} by {{ caller.last_channel }}"\n');
    await learn(named('cust_1'));
    // Of the number, and nobody's: it has not ended.
    const metadata = { telnyx_end_user_target: customer.number, telnyx_conversation_channel: 'sms_chat' };
    await api('post', '/v2/ai/conversations').send({ metadata }).expect(200);
    expect(await begun(named('cust_1'))).toMatchObject({
      ...{ caller_known: 'true', caller_name: 'Sarah Johnson', last_conversation_at: expect.stringMatching(/^\d{4}-/) },
      ...{ calls: '1 by phone_call', memory_context: expect.stringMatching(/^1 earlier conversation, on /) },
    });
    expect(await begun(named('cust_2'))).toEqual({
      ...NOBODY,
      ...{ memory_user_id: 'id:cust_2', calls: '0 by' },
    });
    // As Vapi sends back what the beginning told.
    const { memory_user_id } = await begun(named('cust_2'));
    const later = { type: 'inboundPhoneCall', assistantOverrides: { variableValues: { memory_user_id } } };
    expect(await variablesOf({ customer, call: vapiCall(later) })).toMatchObject({
      caller_known: 'false',
      caller_name: '',
    });
    for (let call = 0; call < 2; call += 1) await learn(named('cust_2'));
    expect(await begun(named('cust_1'))).toMatchObject({ calls: '1 by phone_call' });
    expect(await begun(named('cust_2'))).toMatchObject({ calls: '2 by phone_call' });
  }, 60_000);

  test('what was told of one known by the number goes with them, also where an id came that nobody had yet', async () => {
    const customer = { number: '+14155550142' };
    const callerId = await learn({ customer });
    const call = { type: 'inboundPhoneCall', assistantOverrides: { metadata: { memory_user_id: 'cust_1' } } };
    expect(await variablesOf({ customer, call: vapiCall(call) })).toMatchObject({ caller_name: 'Sarah Johnson' });
    await recorder.flush();
    expect((await api('get', `/v1/callers/${callerId}/export`).expect(200)).text).toContain('"type":"initialization"');
    const { body } = await api('delete', `/v1/callers/${callerId}`).expect(200);
    expect(body.counts.initializations).toBe(1);
  }, 60_000);

  test('a query by the SIP URI goes to Telnyx, as the conversations have it', async () => {
    const target = 'sarah@pbx.example.com:5061;x=1&limit=1000';
    const { body } = await api('post', '/v2/ai/conversations')
      .send({ metadata: { telnyx_end_user_target: target, telnyx_conversation_channel: 'phone_call' } })
      .expect(200);
    await api('post', `/v2/ai/conversations/${body.id}/message`).send({ role: 'user', content: 'Hi.' }).expect(200);
    await api('post', '/v2/ai/conversations')
      .send({ metadata: { telnyx_end_user_target: 'sarah@pbx.example.com:5061' } })
      .expect(200);
    const answer = await telnyx(target);
    expect(answer.conversation.metadata).toEqual({ memory_user_id: SARAH_ID });
    expect(answer.dynamic_variables).toMatchObject({
      caller_known: 'true',
      memory_context: expect.stringMatching(/^1 earlier conversation, on .* by phone_call\./),
    });
    const { conversation_query } = answer.memory;
    expect(conversation_query).toBe(
      'metadata->telnyx_end_user_target=eq.sarah@pbx.example.com:5061;x=1%26limit=1000&limit=5&order=last_message_at.desc',
    );
    const listed = await api('get', `/v2/ai/conversations?${conversation_query}`).expect(200);
    expect(listed.body.data.map(({ id }: { id: string }) => id)).toEqual([body.id]);
    expect(await telnyx('sip:sarah@example.com')).toEqual({
      dynamic_variables: NOBODY,
      conversation: { metadata: {} },
    });
  }, 60_000);

  test('a SIP URI that a platform sends back is that, and nobody’s word', async () => {
    const callerId = await learn({ customer: { sipUri: SARAH } });
    const { metadata, dynamic_variables } = await retellInbound(SARAH);
    expect(metadata).toEqual({ memory_user_id: SARAH_ID });
    const call = { ...retellCall(SARAH), metadata, retell_llm_dynamic_variables: dynamic_variables };
    const search = async () =>
      (
        await api('post', `${path}/retell/search_memory`)
          .send({ name: 'search_memory', call, args: { query: 'allergic to penicillin' } })
          .expect(200)
      ).body;
    expect(await search()).toMatchObject({ known_caller: true, memory_user_id: SARAH_ID });
    const alone = await api('get', `${path}/retell/search_memory?query=penicillin`).set('x-memory-user', SARAH_ID);
    expect(alone.body).toMatchObject({ known_caller: true, memory_user_id: SARAH_ID });
    const variableValues = await told('Vapi', SARAH);
    const report = vapiCall({ assistantOverrides: { variableValues } });
    await vapi({ type: 'end-of-call-report', customer: { sipUri: SARAH }, call: report, artifact: { messages: [] } });
    await api('post', `${path}/retell/events`).send({ event: 'call_ended', call }).expect(204);
    expect((await findCall(database().knex, workspaceId, 'retell', call.call_id))?.callerId).toBe(callerId);
    expect((await findCall(database().knex, workspaceId, 'vapi', report.id))?.callerId).toBe(callerId);
    const { body } = await api('get', `/v1/callers/${callerId}`).expect(200);
    expect(body.data.identities).toMatchObject([{ kind: 'sip', value: SARAH }]);
    // And so do our own routes read it.
    const user = await api('post', '/v1/search').send({ sub_user_id: SARAH_ID, query: 'penicillin' }).expect(200);
    expect(user.body.results).not.toEqual([]);
    await policy('    unverified: deny\n');
    expect(await search()).toMatchObject({ known_caller: false, contextText: '' });
  }, 60_000);

  test.each<[string, string, { customer?: object; call?: object }, () => Promise<unknown>]>([
    ['by SIP at Vapi', 'vapi', { customer: { sipUri: SARAH } }, () => told('Vapi', SARAH)],
    ['by SIP at Retell', 'retell', { customer: { sipUri: SARAH } }, () => told('Retell', SARAH)],
    ['by SIP at Telnyx', 'telnyx', { customer: { sipUri: SARAH } }, () => told('Telnyx', SARAH)],
    ['by a trusted id', 'vapi', { call: WEB }, fromTheWeb],
  ])(
    'what was told of who called %s is recorded masked, is exported with the caller and goes with them',
    async (...row) => {
      const [, platform, caller, begin] = row;
      const callerId = await learn(caller);
      await begin();
      await recorder.flush();
      const { body } = await api('get', '/v1/initializations').expect(200);
      expect(body.data).toMatchObject([{ platform, policy: 'built-in', status: 'complete', redacted: true }]);
      const one = await api('get', `/v1/initializations/${body.data[0].id}`).expect(200);
      expect(one.body.data.answer.dynamic_variables).toMatchObject({
        ...{ caller_known: 'true', caller_name: '•••(13 characters)' },
        memory_user_id: platform === 'vapi' && caller.call !== undefined ? '•••(9 characters)' : '•••@pbx.example.com',
      });
      expect(one.text).not.toMatch(/sarah|cust_1|morning|penicillin/i);
      const exported = await api('get', `/v1/callers/${callerId}/export`).expect(200);
      expect(exported.text).toContain(`"type":"initialization"`);
      const erased = await api('delete', `/v1/callers/${callerId}`).expect(200);
      expect(erased.body.counts.initializations).toBe(1);
      expect((await api('get', '/v1/initializations').expect(200)).body.data).toEqual([]);
      expect(await begin()).toMatchObject({ caller_known: 'false', caller_name: '', memory_context: '' });
    },
    60_000,
  );
});
