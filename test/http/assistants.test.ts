import request from 'supertest';
import Telnyx from 'telnyx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListeningServer } from '../../src/http/listen.js';
import { createApiKey } from '../../src/store/api-keys.js';
import { createAssistant, deleteAssistant } from '../../src/store/assistants.js';
import { retainsData } from '../../src/store/data-retention.js';
import { createInsightGroup } from '../../src/store/insight-groups.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';
import { listening, type TestApp, testApp } from '../support/server.js';

const NOW = new Date('2025-04-15T13:07:28.764Z');

describeOnBothDatabases('assistants', (database) => {
  let server: TestApp;
  let socket: ListeningServer;
  let client: Telnyx;
  let clock = NOW;

  beforeAll(async () => {
    server = await testApp(database(), { now: () => clock });
    socket = await listening(server.app);
    client = new Telnyx({ apiKey: server.keys.all, baseURL: `${socket.url}/v2`, maxRetries: 0 });
  });
  afterAll(() => socket.stop(0));

  const minimal = { name: 'Front desk', instructions: 'Be brief.' };
  const call = (method: 'get' | 'post' | 'delete', path = '', key = server.keys.all) =>
    request(server.app)[method](`/v2/ai/assistants${path}`).set('authorization', `Bearer ${key}`);
  const create = async (fields: object = {}) =>
    (
      await call('post')
        .send({ ...minimal, ...fields })
        .expect(200)
    ).body;

  test('need a name and instructions, and have defaults for the rest', async () => {
    expect(await client.ai.assistants.create(minimal)).toEqual({
      id: expect.stringMatching(/^assistant-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/),
      ...minimal,
      model: '',
      created_at: '2025-04-15T13:07:28.764Z',
      dynamic_variables: {},
      dynamic_variables_webhook_timeout_ms: 1500,
      privacy_settings: { data_retention: true },
    });
  });

  test('come back as they were sent, with fields that mean nothing here', async () => {
    const group = await createInsightGroup(database().knex, server.workspaceId, { name: 'g', createdAt: NOW });
    const fields = {
      ...minimal,
      model: 'Qwen/Qwen3-235B-A22B',
      greeting: 'Hello {{first_name}} 😀',
      description: '',
      dynamic_variables: { first_name: 'there', visits: 3, nested: { a: [null, 1.5] } },
      dynamic_variables_webhook_url: 'https://memory.example.com/telnyx/dynamic-variables?x={{y}}',
      dynamic_variables_webhook_timeout_ms: 8000,
      insight_settings: { insight_group_id: group.id },
      privacy_settings: { data_retention: false, in_transit_data_locality: true },
      tags: ['desk'],
      telephony_settings: { default_texml_app_id: '1', supports_unauthenticated_web_calls: false },
      tools: [{ type: 'hangup', hangup: { description: 'Ends the call' } }],
    };
    const created = await client.ai.assistants.create(fields as Telnyx.AI.AssistantCreateParams);
    expect(created).toEqual({ id: created.id, created_at: created.created_at, ...fields });
    expect(await client.ai.assistants.retrieve(created.id)).toEqual(created);
    // Sent back as it was answered, nothing changes.
    expect(await client.ai.assistants.update(created.id, created as object)).toEqual(created);
  });

  test('change where an update says so, and only there', async () => {
    const group = await createInsightGroup(database().knex, server.workspaceId, { name: 'g', createdAt: NOW });
    const before = await create({
      greeting: 'Hello',
      tags: ['a'],
      voice_settings: { voice: 'Telnyx.KokoroTTS.af' },
      insight_settings: { insight_group_id: group.id },
      privacy_settings: { data_retention: false },
    });
    expect(await client.ai.assistants.update(before.id, {})).toEqual(before);
    const changes = {
      name: 'Back desk',
      tags: ['b'],
      promote_to_main: true,
      privacy_settings: {},
      insight_settings: {},
    };
    const expected = { ...before, name: 'Back desk', tags: ['b'] };
    expect(await client.ai.assistants.update(before.id, changes)).toEqual(expected);

    const cleared = {
      greeting: null,
      insight_settings: { insight_group_id: null },
      dynamic_variables_webhook_url: '',
      privacy_settings: { data_retention: true },
    };
    const { greeting, insight_settings, ...rest } = expected;
    expect((await call('post', `/${before.id}`).send(cleared).expect(200)).body).toEqual({
      ...rest,
      privacy_settings: { data_retention: true },
    });
  });

  test('are listed newest first, and not once they are deleted', async () => {
    const { key, id: strangers } = await stranger();
    const times = ['2025-05-01T00:00:00.000Z', '2025-05-03T00:00:00.000Z', '2025-05-02T00:00:00.000Z'];
    const ids: string[] = [];
    for (const time of times) {
      clock = new Date(time);
      ids.push((await call('post', '', key).send(minimal).expect(200)).body.id);
    }
    clock = NOW;
    const theirs = new Telnyx({ apiKey: key, baseURL: socket.url, maxRetries: 0 });
    const listed = async () => (await theirs.ai.assistants.list()).data.map(({ id }) => id);
    expect(await listed()).toEqual([ids[1], ids[2], ids[0]]);
    expect(await theirs.ai.assistants.delete(ids[2] as string)).toEqual({
      id: ids[2],
      object: 'assistant.deleted',
      deleted: true,
    });
    expect(await listed()).toEqual([ids[1], ids[0]]);

    // Nobody else's: not read, not changed, not deleted, not listed.
    const id = ids[0] as string;
    await expect(client.ai.assistants.retrieve(id)).rejects.toBeInstanceOf(Telnyx.NotFoundError);
    await expect(client.ai.assistants.update(id, { name: 'x' })).rejects.toBeInstanceOf(Telnyx.NotFoundError);
    await expect(client.ai.assistants.delete(id)).rejects.toBeInstanceOf(Telnyx.NotFoundError);
    expect((await client.ai.assistants.list()).data.map((assistant) => assistant.id)).not.toContain(id);
    // An equal id is another assistant.
    await createAssistant(database().knex, server.workspaceId, {
      ...minimal,
      id,
      createdAt: NOW,
      dataRetention: false,
    });
    expect((await theirs.ai.assistants.retrieve(id)).privacy_settings).toEqual({ data_retention: true });
    expect(await retainsData(database().knex, strangers, { assistantId: id })).toBe(true);
    expect(await retainsData(database().knex, server.workspaceId, { assistantId: id })).toBe(false);
  });

  async function stranger() {
    const { id } = await makeWorkspace(database());
    const { key } = await createApiKey(database().knex, { workspaceId: id, name: 's', scopes: ['read', 'write'] });
    return { id, key };
  }

  test('leave nothing of what they were when they are deleted', async () => {
    const { id } = await create({ instructions: 'The safe is behind the clock.', tags: ['clock'], greeting: 'clock' });
    await call('delete', `/${id}`).expect(200);
    for (const again of [call('get', `/${id}`), call('post', `/${id}`).send({}), call('delete', `/${id}`)]) {
      const { body } = await again.expect(404);
      expect(body.errors).toMatchObject([{ code: '10005', detail: `There is no assistant "${id}".` }]);
    }
    const { rows } = await database().knex.raw('SELECT * FROM assistants WHERE id = ?', [id]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('clock');
  });

  test.each(['nobody', 'a%00b', '%F0%9F%98%80', 'a%2Fb', "x'--"])('named %s are not there', async (id) => {
    await call('get', `/${id}`).expect(404);
    await call('post', `/${id}`).send({}).expect(404);
    await call('delete', `/${id}`).expect(404);
  });

  test('are made once with an idempotency key', async () => {
    const params = { ...minimal, 'Idempotency-Key': 'assistant-1' };
    expect(await client.ai.assistants.create(params)).toEqual(await client.ai.assistants.create(params));
  });

  test('take a key with the scope', async () => {
    await call('get', '', server.keys.read).expect(200);
    await call('post', '', server.keys.read).send(minimal).expect(403);
    await call('get', '', server.keys.platform).expect(403);
    await request(server.app).get('/ai/assistants').expect(401);
  });

  const URL_WANTED = 'has to be an http or https URL, or empty.';
  const TIMEOUT = '"dynamic_variables_webhook_timeout_ms" has to be a whole number from 1 to 10000.';
  let deep: unknown = 1;
  for (let level = 0; level < 33; level += 1) deep = [deep];
  const refusals: readonly [fields: object, pointer: string, detail: string][] = [
    [{ name: undefined }, '/name', '"name" is missing.'],
    [{ instructions: null }, '/instructions', '"instructions" has to be a string.'],
    [{ name: 'x'.repeat(513) }, '/name', '"name" has 513 characters; 512 are allowed.'],
    [{ greeting: 'a\0' }, '/greeting', '"greeting" holds the character U+0000, which cannot be stored.'],
    [
      { instructions: '\ud800' },
      '/instructions',
      '"instructions" holds U+D800, which is half of a character and cannot be stored.',
    ],
    [{ dynamic_variables_webhook_timeout_ms: 0 }, '/dynamic_variables_webhook_timeout_ms', TIMEOUT],
    [{ dynamic_variables_webhook_timeout_ms: 10001 }, '/dynamic_variables_webhook_timeout_ms', TIMEOUT],
    [{ dynamic_variables_webhook_timeout_ms: 1.5 }, '/dynamic_variables_webhook_timeout_ms', TIMEOUT],
    [
      { dynamic_variables_webhook_url: 'ftp://x' },
      '/dynamic_variables_webhook_url',
      `"dynamic_variables_webhook_url" ${URL_WANTED}`,
    ],
    [
      { dynamic_variables_webhook_url: 'https://' },
      '/dynamic_variables_webhook_url',
      `"dynamic_variables_webhook_url" ${URL_WANTED}`,
    ],
    [
      { dynamic_variables_webhook_url: 'javascript:1' },
      '/dynamic_variables_webhook_url',
      `"dynamic_variables_webhook_url" ${URL_WANTED}`,
    ],
    [
      { dynamic_variables_webhook_url: `https://x/${'y'.repeat(2040)}` },
      '/dynamic_variables_webhook_url',
      '"dynamic_variables_webhook_url" has 2050 characters; 2048 are allowed.',
    ],
    [{ dynamic_variables: [] }, '/dynamic_variables', '"dynamic_variables" has to be a JSON object.'],
    [
      { dynamic_variables: { a: 'x'.repeat(65536) } },
      '/dynamic_variables',
      '"dynamic_variables" takes 65544 bytes as JSON; 65536 are allowed.',
    ],
    [
      { privacy_settings: { data_retention: 'no' } },
      '/privacy_settings/data_retention',
      '"privacy_settings.data_retention" has to be a boolean.',
    ],
    [{ privacy_settings: [] }, '/privacy_settings', '"privacy_settings" has to be an object.'],
    [{ tools: deep }, `/tools${'/0'.repeat(32)}`, `"tools${'.0'.repeat(32)}" is nested deeper than 32 levels.`],
    [{ 'x/y': '\0' }, '/x~1y', '"x/y" holds the character U+0000, which cannot be stored.'],
    [{ 'x\0': 1 }, '', 'The body has a field whose name holds the character U+0000, which cannot be stored.'],
    [
      { insight_settings: { insight_group_id: 'group' } },
      '/insight_settings/insight_group_id',
      '"insight_settings.insight_group_id" is "group"; there is no such insight group.',
    ],
    [
      { insight_settings: { insight_group_id: '11111111-2222-4333-8444-555555555555' } },
      '/insight_settings/insight_group_id',
      '"insight_settings.insight_group_id" is "11111111-2222-4333-8444-555555555555"; there is no such insight group.',
    ],
  ];
  test.each(refusals.map(([fields, pointer, detail]) => [detail, pointer, fields] as const))(
    'are refused: %s',
    async (detail, pointer, fields) => {
      const { body } = await call('post')
        .send({ ...minimal, ...fields })
        .expect(422);
      expect(body.errors).toMatchObject([{ detail, source: { pointer } }]);
      if ('name' in fields && fields.name === undefined) return;
      const { id } = await create();
      expect((await call('post', `/${id}`).send(fields).expect(422)).body).toEqual(body);
    },
  );

  test('are refused for another workspace’s insight group', async () => {
    const group = await createInsightGroup(database().knex, (await stranger()).id, { name: 'g', createdAt: NOW });
    await call('post')
      .send({ ...minimal, insight_settings: { insight_group_id: group.id } })
      .expect(422);
  });

  describe('that keep no data', () => {
    const conversations = (method: 'get' | 'post', path: string) =>
      request(server.app)[method](`/v2/ai/conversations${path}`).set('authorization', `Bearer ${server.keys.all}`);
    const converse = async (assistantId: string): Promise<string> =>
      (
        await conversations('post', '')
          .send({ metadata: { assistant_id: assistantId } })
          .expect(200)
      ).body.id;
    const message = {
      role: 'user',
      content: 'The PIN is 4711.',
      metadata: { pin: 4711 },
      tool_calls: [],
      name: 'Sarah',
    };
    const add = (id: string) =>
      conversations('post', `/${id}/message`)
        .set('idempotency-key', 'message-without-trace')
        .send({ ...message, sent_at: '2031-01-01T00:00:00Z' });

    test.each(['there', 'deleted'])('(%s) have messages answered as usual, and stored nowhere', async (state) => {
      const { id: assistantId } = await create({ privacy_settings: { data_retention: false } });
      const id = await converse(assistantId);
      if (state === 'deleted') await deleteAssistant(database().knex, server.workspaceId, assistantId, NOW);
      clock = new Date(NOW.getTime() + 60_000);
      for (let time = 0; time < 2; time += 1) {
        const { body } = await add(id).expect(200);
        expect(body.data).toEqual({
          id: expect.any(String),
          role: 'user',
          text: 'The PIN is 4711.',
          name: 'Sarah',
          metadata: { pin: 4711 },
          tool_calls: [],
          sent_at: '2031-01-01T00:00:00.000Z',
          created_at: clock.toISOString(),
        });
      }
      const { body: listed } = await conversations('get', `/${id}/messages`).expect(200);
      expect(listed).toMatchObject({ data: [], meta: { total_pages: 0, total_results: 0 } });
      const { body: conversation } = await conversations('get', `/${id}`).expect(200);
      expect(conversation.data.last_message_at).toBe(clock.toISOString());
      clock = NOW;

      const { rows: tables } = await database().knex.raw(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
      );
      expect(tables.length).toBeGreaterThan(10);
      for (const { name } of tables) {
        const { rows } = await database().knex.raw(`SELECT count(*) FROM ?? AS t WHERE t::text LIKE '%4711%'`, [name]);
        expect([name, rows[0].count]).toEqual([name, 0]);
      }
    });

    test('are told from others by assistant and by conversation', async () => {
      const { id: keeps } = await create();
      const { id: keepsNot } = await create({ privacy_settings: { data_retention: false } });
      const retains = (owner: Parameters<typeof retainsData>[2]) =>
        retainsData(database().knex, server.workspaceId, owner);
      expect(await retains({ assistantId: keeps })).toBe(true);
      expect(await retains({ assistantId: keepsNot })).toBe(false);
      expect(await retains({ conversationId: await converse(keeps) })).toBe(true);
      expect(await retains({ conversationId: await converse(keepsNot) })).toBe(false);
      expect(await retains({ conversationId: await converse(keeps), assistantId: keepsNot })).toBe(false);
      expect(await retains({ conversationId: await converse(keepsNot), assistantId: keeps })).toBe(false);
      for (const unknown of ['x', 'a\0b', '11111111-2222-4333-8444-555555555555']) {
        expect(await retains({ conversationId: unknown, assistantId: unknown })).toBe(true);
      }
      expect(await retains({})).toBe(true);
    });

    test('may begin to, and stop: what was stored until then stays', async () => {
      const { id: assistantId } = await create();
      const id = await converse(assistantId);
      const total = async () => (await conversations('get', `/${id}/messages`)).body.meta.total_results;
      const addPlain = () => conversations('post', `/${id}/message`).send({ role: 'user', content: 'x' }).expect(200);
      await addPlain();
      await client.ai.assistants.update(assistantId, { privacy_settings: { data_retention: false } });
      await addPlain();
      expect(await total()).toBe(1);
      await client.ai.assistants.update(assistantId, { privacy_settings: { data_retention: true } });
      await addPlain();
      expect(await total()).toBe(2);
    });
  });
});
