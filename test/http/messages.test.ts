import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';

const NOW = new Date('2025-04-15T13:07:28.764Z');

describeOnBothDatabases('messages', (database) => {
  let server: TestApp;
  beforeAll(async () => {
    server = await testApp(database(), { now: () => NOW });
  });

  const call = (method: 'get' | 'post', path: string) =>
    request(server.app)[method](`/v2/ai/conversations${path}`).set('authorization', `Bearer ${server.keys.all}`);
  const create = async (): Promise<string> => (await call('post', '').send({}).expect(200)).body.id;
  const add = (id: string, message: object) => call('post', `/${id}/message`).send(message);
  const list = async (id: string, query = '') => (await call('get', `/${id}/messages${query}`).expect(200)).body;
  const lastMessageAt = async (id: string) => (await call('get', `/${id}`)).body.data.last_message_at;

  test('are answered as the list gives them', async () => {
    const id = await create();
    const { body } = await add(id, { role: 'user', content: 'Is ten still free?', name: 'Sarah' }).expect(200);
    expect(body).toEqual({
      data: {
        id: expect.any(String),
        role: 'user',
        text: 'Is ten still free?',
        name: 'Sarah',
        sent_at: '2025-04-15T13:07:28.764Z',
        created_at: '2025-04-15T13:07:28.764Z',
      },
    });
    expect(await list(id)).toEqual({
      data: [body.data],
      meta: { page_number: 1, page_size: 20, total_pages: 1, total_results: 1 },
    });
  });

  test('that call tools have no text, and keep what they call', async () => {
    const id = await create();
    const tool_calls = [{ id: 'call_1', type: 'function', function: { name: 'book', arguments: '{"at":"10:00"}' } }];
    const { body } = await add(id, { role: 'assistant', content: null, tool_calls, tool_choice: 'auto' }).expect(200);
    expect(body.data).toMatchObject({ role: 'assistant', text: null, tool_calls, tool_choice: 'auto' });
    const answer = await add(id, { role: 'tool', content: '{"ok":true}', tool_call_id: 'call_1' }).expect(200);
    expect(answer.body.data).toMatchObject({ role: 'tool', text: '{"ok":true}', tool_call_id: 'call_1' });
  });

  test.each<[object, string | null]>([
    [{ role: 'user' }, ''],
    [{ role: 'user', content: null }, ''],
    [{ role: 'assistant', content: '', tool_calls: [{}] }, ''],
    [{ role: 'assistant', tool_calls: [] }, ''],
    [{ role: 'assistant', tool_calls: [{}] }, null],
    [{ role: 'system', content: 'Be brief.', name: null, metadata: null, sent_at: null, unknown: 1 }, 'Be brief.'],
  ])('%j has the text %j', async (message, text) => {
    expect((await add(await create(), message).expect(200)).body.data.text).toBe(text);
  });

  test('keep metadata of every kind', async () => {
    const metadata = { n: 1, s: 'x', b: true, list: ['a', 1, false] };
    expect((await add(await create(), { role: 'user', metadata }).expect(200)).body.data.metadata).toEqual(metadata);
  });

  test('move last_message_at to the latest that was sent, not after now', async () => {
    const id = await create();
    expect(await lastMessageAt(id)).toBe('2025-04-15T13:07:28.764Z');
    await add(id, { role: 'user', sent_at: '2025-04-10T10:00:00+02:00' }).expect(200);
    expect(await lastMessageAt(id)).toBe('2025-04-10T08:00:00.000Z');
    await add(id, { role: 'user', sent_at: '2025-04-12' }).expect(200);
    await add(id, { role: 'user', sent_at: '2025-04-11T00:00:00.123456Z' }).expect(200);
    expect(await lastMessageAt(id)).toBe('2025-04-12T00:00:00.000Z');
    await add(id, { role: 'user', sent_at: '2031-01-01T00:00:00Z' }).expect(200);
    expect(await lastMessageAt(id)).toBe('2025-04-15T13:07:28.764Z');
    const { data } = await list(id);
    expect(data.map((message: { sent_at: string }) => message.sent_at)).toEqual([
      '2031-01-01T00:00:00.000Z',
      '2025-04-12T00:00:00.000Z',
      '2025-04-11T00:00:00.123Z',
      '2025-04-10T08:00:00.000Z',
    ]);
  });

  test('come in pages, newest first', async () => {
    const id = await create();
    for (let second = 0; second < 7; second += 1) {
      await add(id, { role: 'user', content: `${second}`, sent_at: `2025-04-01T10:00:0${second}Z` }).expect(200);
    }
    const pages = ['?page[size]=3', '?page%5Bnumber%5D=2&page%5Bsize%5D=3', '?page[number]=3&page[size]=3'];
    const read = await Promise.all(pages.map((page) => list(id, page)));
    expect(read.map((page) => page.data.map((message: { text: string }) => message.text))).toEqual([
      ['6', '5', '4'],
      ['3', '2', '1'],
      ['0'],
    ]);
    expect(read[1].meta).toEqual({ page_number: 2, page_size: 3, total_pages: 3, total_results: 7 });
    expect(await list(id, '?page[number]=9')).toEqual({
      data: [],
      meta: { page_number: 9, page_size: 20, total_pages: 1, total_results: 7 },
    });
  });

  test('of a conversation without any are an empty page', async () => {
    expect(await list(await create(), '?page[size]=100&order=created_at.asc')).toEqual({
      data: [],
      meta: { page_number: 1, page_size: 100, total_pages: 0, total_results: 0 },
    });
  });

  test.each([
    ['page[size]=200', 'page[size]', '"page[size]" is "200"; it has to be a whole number from 1 to 100.'],
    ['page[size]=0', 'page[size]', '"page[size]" is "0"; it has to be a whole number from 1 to 100.'],
    ['page[size]=', 'page[size]', '"page[size]" is ""; it has to be a whole number from 1 to 100.'],
    ['page[size]=ten', 'page[size]', '"page[size]" is "ten"; it has to be a whole number from 1 to 100.'],
    ['page[number]=0', 'page[number]', '"page[number]" is "0"; it has to be a whole number from 1 to 1000000000.'],
    ['page[number]=-1', 'page[number]', '"page[number]" is "-1"; it has to be a whole number from 1 to 1000000000.'],
    [
      'page[number]=99999999999999999999',
      'page[number]',
      '"page[number]" is "99999999999999999999"; it has to be a whole number from 1 to 1000000000.',
    ],
  ])('%s is refused', async (query, parameter, detail) => {
    const { body } = await call('get', `/${await create()}/messages?${query}`).expect(422);
    expect(body.errors).toEqual([
      {
        code: '10033',
        title: 'Value outside of range',
        detail,
        source: { parameter },
        meta: { url: 'https://developers.telnyx.com/docs/overview/errors/10033' },
      },
    ]);
  });

  describe('are refused, and nothing is stored, for', () => {
    test.each<[string, object, string, string, string]>([
      ['no role', { content: 'x' }, '10004', '/role', '"role" is missing.'],
      [
        'a role of our own',
        { role: 'human' },
        '10032',
        '/role',
        '"role" has to be one of "user", "assistant", "tool", "system".',
      ],
      [
        'a role that is no text',
        { role: 5 },
        '10032',
        '/role',
        '"role" has to be one of "user", "assistant", "tool", "system".',
      ],
      [
        'content that is no text',
        { role: 'user', content: ['x'] },
        '10027',
        '/content',
        '"content" has to be a string.',
      ],
      [
        'NUL',
        { role: 'user', content: 'a\0' },
        '10027',
        '/content',
        '"content" holds the character U+0000, which cannot be stored.',
      ],
      [
        'a time that is none',
        { role: 'user', sent_at: 'yesterday' },
        '10027',
        '/sent_at',
        '"sent_at" has to be a date and time such as 2025-04-15T13:07:28.764Z.',
      ],
      [
        'a day that is none',
        { role: 'user', sent_at: '2025-02-30T10:00:00Z' },
        '10027',
        '/sent_at',
        '"sent_at" has to be a date and time such as 2025-04-15T13:07:28.764Z.',
      ],
      [
        'tool calls that are no array',
        { role: 'assistant', tool_calls: {} },
        '10027',
        '/tool_calls',
        '"tool_calls" has to be an array.',
      ],
      [
        'a tool call that is no object',
        { role: 'assistant', tool_calls: ['book'] },
        '10027',
        '/tool_calls/0',
        '"tool_calls.0" has to be a JSON object.',
      ],
      [
        'half a character in a tool call',
        { role: 'assistant', tool_calls: [{ a: '\udc00' }] },
        '10027',
        '/tool_calls/0/a',
        '"tool_calls.0.a" holds U+DC00, which is half of a character and cannot be stored.',
      ],
      [
        'a tool choice of a wrong kind',
        { role: 'assistant', tool_choice: 5 },
        '10027',
        '/tool_choice',
        '"tool_choice" has to be a string or a JSON object.',
      ],
    ])('%s', async (_what, message, code, pointer, detail) => {
      const id = await create();
      const { body } = await add(id, message).expect(422);
      expect(body.errors).toMatchObject([{ code, detail, source: { pointer } }]);
      expect((await list(id)).data).toEqual([]);
    });
  });
});
