import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.js';
import { findCall } from '../../src/store/calls.js';
import { recordEvent } from '../../src/store/events.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';

const SARAH = 'sip:sarah@pbx.example.com';

interface Tenant {
  readonly workspaceId: number;
  readonly name: string;
  readonly key: string;
}

describeOnBothDatabases('callers who are known by a SIP URI', (database) => {
  let server: TestApp;
  let one: Tenant;
  let other: Tenant;
  beforeAll(async () => {
    // Whoever asks waits for as long as a busy machine takes.
    server = await testApp(database(), { settings: { budgetMs: 20_000, recallMs: 20_000 } });
  });
  beforeEach(async () => {
    one = await tenant();
    other = await tenant();
  });

  async function tenant(): Promise<Tenant> {
    const { id: workspaceId, name } = await makeWorkspace(database());
    const scopes = ['platform', 'read', 'write', 'admin'] as const;
    const { key } = await createApiKey(database().knex, { workspaceId, name: 'test', scopes: [...scopes] });
    return { workspaceId, name, key };
  }

  const settings = ({ name }: Tenant, sip_domains: readonly string[]) =>
    request(server.app)
      .patch(`/v1/workspaces/${name}`)
      .set('authorization', `Bearer ${server.keys.admin}`)
      .send({ settings: { sip_domains, vapi_assistant: 'assistant-1' } });

  const vapi = ({ name, key }: Tenant, message: object) =>
    request(server.app).post(`/w/${name}/vapi`).set('authorization', `Bearer ${key}`).send({ message }).expect(200);

  /** @returns whose call it is */
  async function report(of: Tenant, sipUri: string, said: string): Promise<string | null | undefined> {
    const id = randomUUID();
    await vapi(of, {
      ...{ type: 'end-of-call-report', endedReason: 'customer-ended-call', customer: { sipUri } },
      call: { id, type: 'inboundPhoneCall', assistantId: 'assistant-1' },
      artifact: { messages: [{ role: 'user', message: said, secondsFromStart: 1 }] },
    });
    return (await findCall(database().knex, of.workspaceId, 'vapi', id))?.callerId;
  }

  const search = ({ key }: Tenant, phone: string) =>
    request(server.app)
      .post('/v1/search')
      .set('authorization', `Bearer ${key}`)
      .send({ user: { phone }, query: 'submarine windmill' });

  const found = async (of: Tenant, phone: string): Promise<readonly string[]> =>
    (await search(of, phone).expect(200)).body.results.map(({ text }: { text: string }) => text);

  async function variables(of: Tenant, sipUri: string): Promise<Record<string, string>> {
    const { body } = await vapi(of, {
      ...{ type: 'assistant-request', customer: { sipUri } },
      call: { id: randomUUID(), type: 'inboundPhoneCall', assistantId: 'assistant-1' },
    });
    return body.assistantOverrides.variableValues;
  }

  test('are each workspace’s own, also where two declare the same domain', async () => {
    for (const each of [one, other]) await settings(each, ['PBX.example.com']).expect(200);
    const callers = [await report(one, SARAH, 'I own a submarine.'), await report(other, SARAH, 'I own a windmill.')];
    expect(new Set(callers).size).toBe(2);
    expect(await found(one, SARAH)).toEqual(['I own a submarine.']);
    expect(await found(other, SARAH)).toEqual(['I own a windmill.']);
  });

  test('are the same caller in every spelling of it', async () => {
    await settings(one, ['pbx.example.com']).expect(200);
    const caller = await report(one, SARAH, 'I own a submarine.');
    expect(await report(one, 'sips:sarah@PBX.EXAMPLE.COM:5061;transport=tls', 'I own a windmill.')).toBe(caller);
    expect(await found(one, 'sarah@pbx.example.com')).toHaveLength(2);
  });

  test('are nobody’s where the workspace does not declare the domain, though another one does', async () => {
    await settings(one, []).expect(200);
    await settings(other, ['pbx.example.com']).expect(200);
    const callers = [await report(one, SARAH, 'I own a submarine.'), await report(one, SARAH, 'I own a windmill.')];
    expect(new Set(callers).size).toBe(2);
    expect(await variables(one, SARAH)).toMatchObject({
      caller_known: 'false',
      memory_context: '',
      memory_user_id: '',
    });
    expect(await found(other, SARAH)).toEqual([]);
    const { body } = await search(one, SARAH).expect(422);
    expect(body.errors).toMatchObject([
      {
        detail:
          '"user.phone" has to be a phone number of one person such as +13128675309, or a SIP URI of a domain that the workspace declares ("sip_domains").',
        source: { pointer: '/user/phone' },
      },
    ]);
  });

  test('are no longer known when their domain is not declared any more', async () => {
    await settings(one, ['pbx.example.com']).expect(200);
    const before = await report(one, SARAH, 'I own a submarine.');
    await settings(one, ['example.com']).expect(200);
    expect(await report(one, SARAH, 'I own a windmill.')).not.toBe(before);
    await search(one, SARAH).expect(422);
  });

  describe('and are erased', () => {
    const api = (method: 'get' | 'post' | 'delete', url: string) =>
      request(server.app)[method](url).set('authorization', `Bearer ${one.key}`);
    const begun = async (telnyx_end_user_target: string): Promise<string> =>
      (await api('post', '/v2/ai/conversations').send({ metadata: { telnyx_end_user_target } }).expect(200)).body.id;
    const erase = (callerId: string | null | undefined) => api('delete', `/v1/callers/${callerId}`).expect(200);
    beforeEach(() => settings(one, ['pbx.example.com']).expect(200));

    test('go with what waits under the spelling of Telnyx, which has no scheme', async () => {
      const caller = await report(one, SARAH, 'I own a submarine.');
      const [theirs, others] = [await begun('sarah@pbx.example.com'), await begun('mysarah@pbx.example.com')];
      const tell = (eventKey: string, from: string) =>
        recordEvent(database().knex, one.workspaceId, {
          ...{ platform: 'telnyx', eventKey, eventType: 'call.conversation_insights.generated' },
          ...{ body: { payload: { from } }, receivedAt: new Date() },
        });
      for (const from of ['sarah@pbx.example.com', 'sips:sarah@pbx.example.com:5061', 'mysarah@pbx.example.com'])
        await tell(from, from);
      const { body } = await erase(caller);
      expect(body.counts).toMatchObject({ conversations: 2, events: 3 });
      await api('get', `/v2/ai/conversations/${theirs}`).expect(404);
      await api('get', `/v2/ai/conversations/${others}`).expect(200);
      const { knex } = database();
      const left = await knex('events')
        .where({ workspace_id: one.workspaceId })
        .whereNotNull('body')
        .pluck('event_key');
      expect(left).toEqual(['mysarah@pbx.example.com']);
    });

    test('leave what waits for the owner of a line from which they called, too', async () => {
      await report(one, SARAH, 'I own a submarine.');
      const waiting = await begun('sarah@pbx.example.com');
      const user = { id: 'guest-1' };
      const { body: guest } = await api('post', '/v1/add').send({ user, transcript: 'Caller: Hello.' }).expect(202);
      const metadata = { telnyx_end_user_target: 'sarah@pbx.example.com' };
      await database().knex('conversations').where({ id: guest.conversation_id }).update({ metadata });
      await erase(guest.caller_id);
      await api('get', `/v2/ai/conversations/${guest.conversation_id}`).expect(404);
      await api('get', `/v2/ai/conversations/${waiting}`).expect(200);
    });
  });

  test.each([
    [
      'anonymous.invalid',
      '"settings.sip_domains.0" stands for everybody who withholds a SIP URI: it is nobody\'s own.',
    ],
    ['pbx', '"settings.sip_domains.0" has to be a domain such as pbx.example.com.'],
    ['sip:pbx.example.com', '"settings.sip_domains.0" has to be a domain such as pbx.example.com.'],
  ])('cannot be those of %j', async (domain, detail) => {
    const { body } = await settings(one, [domain]).expect(422);
    expect(body.errors).toMatchObject([{ detail, source: { pointer: '/settings/sip_domains/0' } }]);
  });
});
