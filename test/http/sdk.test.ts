import Telnyx from 'telnyx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListeningServer } from '../../src/http/listen.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { listening, type TestApp, testApp } from '../support/server.js';

/** The official SDK, pointed at us by its base URL alone. */
describeOnBothDatabases('the official SDK', (database) => {
  let server: TestApp;
  let socket: ListeningServer;
  let client: Telnyx;

  beforeAll(async () => {
    server = await testApp(database());
    socket = await listening(server.app);
    client = new Telnyx({ apiKey: server.keys.all, baseURL: `${socket.url}/v2`, maxRetries: 0 });
  });
  afterAll(() => socket.stop(0));

  const nobody = '11111111-2222-4333-8444-555555555555';

  test('creates, retrieves, updates and deletes', async () => {
    const metadata = { telnyx_end_user_target: '+13125550100', assistant_id: 'assistant-1' };
    const created = await client.ai.conversations.create({ name: 'Voice', metadata });
    expect(created).toMatchObject({ id: expect.any(String), name: 'Voice', metadata });
    expect(new Date(created.created_at).toISOString()).toBe(created.created_at);

    expect((await client.ai.conversations.retrieve(created.id)).data).toEqual(created);
    const updated = await client.ai.conversations.update(created.id, { metadata: { group: 'vip' } });
    expect(updated.data).toEqual({ ...created, metadata: { group: 'vip' } });

    // 204 gives null; a 200 without a body would throw here.
    await expect(client.ai.conversations.delete(created.id)).resolves.toBeNull();
    await expect(client.ai.conversations.retrieve(created.id)).rejects.toBeInstanceOf(Telnyx.NotFoundError);
  });

  test('creates with nothing at all, and with an idempotency key', async () => {
    expect((await client.ai.conversations.create({})).metadata).toEqual({});
    expect((await client.ai.conversations.create({ name: 'k', 'Idempotency-Key': 'abc-1' })).name).toBe('k');
  });

  test('adds messages and reads them page by page', async () => {
    const { id } = await client.ai.conversations.create({});
    for (let minute = 10; minute < 35; minute += 1) {
      await client.ai.conversations.addMessage(id, {
        role: minute % 2 === 0 ? 'user' : 'assistant',
        content: `message ${minute}`,
        sent_at: `2025-04-01T10:${minute}:00Z`,
      });
    }
    const texts: string[] = [];
    for await (const message of client.ai.conversations.messages.list(id, { 'page[size]': 10 })) {
      texts.push(message.text);
    }
    expect(texts).toEqual(Array.from({ length: 25 }, (_, index) => `message ${34 - index}`));

    const page = await client.ai.conversations.messages.list(id, { 'page[number]': 3, 'page[size]': 10 });
    expect(page.data).toHaveLength(5);
    expect(page.meta).toEqual({ page_number: 3, page_size: 10, total_pages: 3, total_results: 25 });
    expect((await client.ai.conversations.retrieve(id)).data?.last_message_at).toBe('2025-04-01T10:34:00.000Z');

    const { id: empty } = await client.ai.conversations.create({});
    for await (const message of client.ai.conversations.messages.list(empty)) {
      throw new Error(`a message out of nothing: ${message.text}`);
    }
  });

  describe('lists', () => {
    beforeAll(async () => {
      for (const [name, target, sentAt] of [
        ['Voice 1', '+13128675309', '2025-04-01T10:00:00Z'],
        ['Voice 2', '+13128675309', '2025-05-01T10:00:00Z'],
        ['Other 3', '+13128675308', '2025-06-01T10:00:00Z'],
        ['Two words', '13128675309', '2025-06-02T10:00:00Z'],
      ] as const) {
        const { id } = await client.ai.conversations.create({
          name,
          metadata: { telnyx_end_user_target: target, telnyx_conversation_channel: 'phone_call', suite: 'list' },
        });
        await client.ai.conversations.addMessage(id, { role: 'user', content: 'hi', sent_at: sentAt });
      }
    });

    const namesOf = ({ data }: { data: readonly { name?: string }[] }) => data.map(({ name }) => name);

    test.each<[Telnyx.AI.ConversationListParams, readonly string[]]>([
      [{ 'metadata->telnyx_end_user_target': 'eq.+13128675309' }, ['Voice 2', 'Voice 1']],
      [{ 'metadata->telnyx_end_user_target': 'eq.13128675309' }, ['Two words']],
      [{ 'metadata->telnyx_end_user_target': 'eq.+13128675309', limit: 1 }, ['Voice 2']],
      [{ 'metadata->telnyx_end_user_target': 'eq.+13128675309', order: 'last_message_at.asc' }, ['Voice 1', 'Voice 2']],
      [{ name: 'like.Voice%', order: 'name.asc' }, ['Voice 1', 'Voice 2']],
      [{ name: 'eq.Two words' }, ['Two words']],
      [
        { last_message_at: 'lte.2025-06-01', 'metadata->telnyx_conversation_channel': 'eq.phone_call' },
        ['Voice 2', 'Voice 1'],
      ],
      [{ or: '(name.eq.Voice 1,last_message_at.gte.2025-06-02)', name: 'neq.k' }, ['Two words', 'Voice 1']],
      [{ id: 'eq.123' }, []],
    ])('by typed filters: %j', async (filters, names) => {
      expect(namesOf(await client.ai.conversations.list(filters))).toEqual(names);
    });

    test.each<[string, readonly string[]]>([
      ['metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc', ['Voice 2', 'Voice 1']],
      ['metadata->telnyx_end_user_target=eq.%2B13128675309&limit=5', ['Voice 2', 'Voice 1']],
      ['metadata->telnyx_end_user_target=in.(+13128675309,%2B13128675308)', ['Other 3', 'Voice 2', 'Voice 1']],
      ['and=(metadata->suite.eq.list,metadata->telnyx_end_user_target.eq.+13128675308)', ['Other 3']],
      ['metadata->suite=eq.list&name=eq.Two+words', ['Two words']],
    ])('by a query in the path: %s', async (query, names) => {
      const listed = await client.get(`/ai/conversations?${query}`);
      expect(namesOf(listed as { data: { name?: string }[] })).toEqual(names);
    });

    test('by any metadata key as an extra parameter', async () => {
      const listed = await client.ai.conversations.list({}, { query: { 'metadata->suite': 'eq.list', limit: 2 } });
      expect(namesOf(listed)).toEqual(['Two words', 'Other 3']);
    });

    test('without /v2 in its base URL too', async () => {
      const bare = new Telnyx({ apiKey: server.keys.read, baseURL: socket.url, maxRetries: 0 });
      expect(namesOf(await bare.ai.conversations.list({ name: 'eq.Voice 1' }))).toEqual(['Voice 1']);
    });
  });

  describe('gets its own errors', () => {
    test('of a wrong key', async () => {
      const stranger = new Telnyx({ apiKey: 'KEY0000000000000000', baseURL: `${socket.url}/v2` });
      const error = await stranger.ai.conversations.list().catch((thrown) => thrown);
      expect(error).toBeInstanceOf(Telnyx.AuthenticationError);
      expect(error.error.errors[0]).toMatchObject({ code: '10009', title: 'Authentication failed' });
    });

    test('of a conversation that is not there', async () => {
      const calls = [
        () => client.ai.conversations.retrieve(nobody),
        () => client.ai.conversations.retrieve('not-a-uuid'),
        () => client.ai.conversations.update(nobody, { metadata: {} }),
        () => client.ai.conversations.delete(nobody),
        () => client.ai.conversations.addMessage(nobody, { role: 'user' }),
        () => client.ai.conversations.messages.list(nobody),
        () => client.ai.conversations.retrieve('a/b c'),
      ];
      for (const call of calls) await expect(call()).rejects.toBeInstanceOf(Telnyx.NotFoundError);
    });

    test('of a query that cannot be read', async () => {
      const error = await client.ai.conversations.list({ name: 'equals.Sarah' }).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(Telnyx.UnprocessableEntityError);
      expect(error.error.errors[0]).toMatchObject({ code: 'RQ202', source: { parameter: 'name' } });
    });

    test('of a key without the scope', async () => {
      const reader = new Telnyx({ apiKey: server.keys.read, baseURL: `${socket.url}/v2` });
      await expect(reader.ai.conversations.create({})).rejects.toBeInstanceOf(Telnyx.PermissionDeniedError);
    });

    test('at once, where a second try would be useless', async () => {
      const before = server.logLines.length;
      const stubborn = new Telnyx({ apiKey: server.keys.all, baseURL: `${socket.url}/v2`, maxRetries: 3 });
      await stubborn.ai.conversations.list({ name: 'equals.Sarah' }).catch(() => {});
      expect(server.logLines.slice(before)).toHaveLength(1);
    });
  });
});
