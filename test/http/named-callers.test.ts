import request from 'supertest';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createApiKey } from '../../src/store/api-keys.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';

const CALL = 'c5a1f9de-0000-4000-8000-000000000001';

describeOnBothDatabases('what an answer names a caller by', (database) => {
  let server: TestApp;
  let key: string;
  beforeAll(async () => {
    // A search on a busy machine is waited for.
    server = await testApp(database(), { settings: { recallMs: 20_000 } });
  });
  beforeEach(async () => {
    const { id: workspaceId, name } = await makeWorkspace(database());
    key = (await createApiKey(database().knex, { workspaceId, name: 'k', scopes: ['read', 'write', 'admin'] })).key;
    await api('patch', `/v1/workspaces/${name}`)
      .send({ settings: { sip_domains: ['pbx.example.com'] } })
      .expect(200);
  });

  const api = (method: 'get' | 'post' | 'patch', path: string) =>
    request(server.app)[method](path).set('authorization', `Bearer ${key}`);

  async function add(who: object, said: string): Promise<{ caller_id: string; sub_user_id: string }> {
    return (
      await api('post', '/v1/add')
        .send({ ...who, transcript: `Caller: ${said}` })
        .expect(202)
    ).body;
  }

  const found = async (who: object): Promise<readonly string[]> =>
    (
      await api('post', '/v1/search')
        .send({ ...who, query: 'submarine' })
        .expect(200)
    ).body.results.map(({ text }: { text: string }) => text);

  test.each<[what: string, user: object, name: string]>([
    ['a number', { phone: '(312) 555-0142' }, 'voice:+13125550142'],
    ['an id', { id: 'cust_1' }, 'id:cust_1'],
    ['an id and an e-mail address', { id: 'cust_1', email: 'sarah@example.com' }, 'id:cust_1'],
    ['an id that is an e-mail address', { id: 'sarah@example.com' }, 'id:sarah@example.com'],
    ['an e-mail address', { email: 'Sarah@example.com' }, 'email:sarah@example.com'],
    ['a SIP URI of a carrier', { phone: 'sarah@pbx.example.com' }, 'id:sip:sarah@pbx.example.com'],
    ['a SIP URI for an id', { id: 'sip:sarah@pbx.example.com' }, 'id:sip:sarah@pbx.example.com'],
    [
      'an id that is written like a name of an e-mail address',
      { id: 'id:email:sarah@example.com' },
      'id:email:sarah@example.com',
    ],
    ['a call', { sub_user_id: `call:${CALL}` }, `call:${CALL}`],
    ['an id as long as the longest of a platform', { id: 'x'.repeat(512) }, `id:${'x'.repeat(512)}`],
  ])('who is known by %s reaches the same one', async (_, user, name) => {
    const { caller_id, sub_user_id } = await add({ user }, 'I own a submarine.');
    expect(sub_user_id).toBe(name);
    const caller = await api('get', `/v1/callers/${caller_id}`).expect(200);
    expect(caller.body.data.sub_user_id).toBe(name);
    const listed = await api('get', `/v1/callers?identity=${encodeURIComponent(name)}`).expect(200);
    expect(listed.body.data).toMatchObject([{ id: caller_id }]);
    for (const who of [{ sub_user_id: name }, { user_id: name }, { user: { id: name } }]) {
      expect(await found(who)).toContain('I own a submarine.');
      expect(await add(who, 'It is yellow.')).toMatchObject({ caller_id, sub_user_id: name });
    }
    const merged = await api('post', '/v1/merge_user').send({ from: name, into: name }).expect(200);
    expect(merged.body.caller_id).toBe(caller_id);
  });

  test('is nobody else’s who has the same telephone', async () => {
    const phone = '+13125550142';
    const sarah = await add({ user: { id: 'cust_1', phone } }, 'I own a submarine.');
    const tom = await add({ user: { id: 'cust_2', phone } }, 'I own a windmill.');
    expect([sarah.sub_user_id, tom.sub_user_id]).toEqual(['voice:+13125550142', 'id:cust_2']);
    expect(await found({ sub_user_id: tom.sub_user_id })).toEqual([]);
    expect(await found({ sub_user_id: sarah.sub_user_id })).toEqual(['I own a submarine.']);
  });
});
