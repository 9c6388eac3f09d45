import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListeningServer } from '../../src/http/listen.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { rawGet } from '../support/raw-get.js';
import { listening, type TestApp, testApp } from '../support/server.js';

interface Listed {
  readonly name?: string;
}

describeOnBothDatabases('the list of conversations', (database) => {
  let server: TestApp;
  let socket: ListeningServer;

  beforeAll(async () => {
    server = await testApp(database());
    socket = await listening(server.app);
    const at = (day: number) => `2025-04-${String(day).padStart(2, '0')}T10:00:00.000Z`;
    await add('Voice 1', at(1), { telnyx_end_user_target: '+13128675309', assistant_id: 'assistant-123', tier: 1 });
    await add('Voice 2', at(2), { telnyx_end_user_target: '+13128675309', telnyx_conversation_channel: 'phone_call' });
    await add('Text 3', at(3), { telnyx_end_user_target: '+442079460958', call_control_id: 'v3:123' });
    await add('John Doe', at(4), { telnyx_agent_target: '+13128675309', customer: { id: 'a&b=c d' } });
    await add(undefined, at(5), { telnyx_end_user_target: '(312) 867-5309' });
  });

  async function add(name: string | undefined, at: string, metadata: object): Promise<void> {
    const call = (path: string, body: object) =>
      request(server.app)
        .post(`/v2/ai/conversations${path}`)
        .set('authorization', `Bearer ${server.keys.all}`)
        .send(body)
        .expect(200);
    const { body } = await call('', { ...(name === undefined ? {} : { name }), metadata });
    await call(`/${body.id}/message`, { role: 'user', content: 'hi', sent_at: at });
  }

  afterAll(() => socket.stop(0));

  /** The query string goes out as it is written here. */
  async function list(query: string, status = 200, prefix = '/v2') {
    const authorization = `Bearer ${server.keys.read}`;
    const response = await rawGet(socket.url, `${prefix}/ai/conversations${query}`, { authorization });
    expect(response.status).toBe(status);
    return response;
  }

  test('has whole conversations, the latest first', async () => {
    const { body } = await list('');
    expect(body.data.map(({ name }: Listed) => name)).toEqual([undefined, 'John Doe', 'Text 3', 'Voice 2', 'Voice 1']);
    expect(Object.keys(body)).toEqual(['data']);
    expect(body.data[4]).toEqual({
      id: expect.any(String),
      name: 'Voice 1',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      last_message_at: '2025-04-01T10:00:00.000Z',
      metadata: { telnyx_end_user_target: '+13128675309', assistant_id: 'assistant-123', tier: 1 },
    });
    expect(Object.hasOwn(body.data[0], 'name')).toBe(false);
  });

  describe('finds what the query says, as it is sent', () => {
    test.each<[string, readonly (string | undefined)[]]>([
      ['?metadata->telnyx_end_user_target=eq.+13128675309', ['Voice 2', 'Voice 1']],
      ['?metadata-%3Etelnyx_end_user_target=eq.%2B13128675309', ['Voice 2', 'Voice 1']],
      ['?metadata-%3Etelnyx_end_user_target=eq.%2013128675309', ['Voice 2', 'Voice 1']],
      ['?metadata->>telnyx_end_user_target=eq.+13128675309&limit=1', ['Voice 2']],
      ['?metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc', ['Voice 2', 'Voice 1']],
      ['?metadata->telnyx_end_user_target=eq.+13128675309&order=last_message_at.asc', ['Voice 1', 'Voice 2']],
      ['?metadata->telnyx_end_user_target=eq.%28312%29%20867-5309', [undefined]],
      ['?metadata->call_control_id=eq.v3:123', ['Text 3']],
      ['?metadata->call_control_id=eq.v3%3A123', ['Text 3']],
      ['?metadata->assistant_id=eq.assistant-123', ['Voice 1']],
      ['?name=like.Voice%', ['Voice 2', 'Voice 1']],
      ['?name=like.Voice%25', ['Voice 2', 'Voice 1']],
      ['?name=eq.John+Doe', ['John Doe']],
      ['?name=eq.John%20Doe', ['John Doe']],
      ['?id=eq.123', []],
      ['?last_message_at=gte.2025-04-04', [undefined, 'John Doe']],
      ['?last_message_at=gte.2025-04-04T10:00:00%2B00:00', [undefined, 'John Doe']],
      ['?last_message_at=lte.2025-04-02&limit=10', ['Voice 1']],
      ['?or=(metadata->tier.eq.1,name.eq.Text%203)', ['Text 3', 'Voice 1']],
      ['?metadata->customer->id=eq.a%26b=c%20d', ['John Doe']],
      ['?page[size]=2&page[number]=2', ['Text 3', 'Voice 2']],
      ['?page%5Bsize%5D=2&page%5Bnumber%5D=3', ['Voice 1']],
      ['?limit=1&offset=1', ['John Doe']],
    ])('%s', async (query, names) => {
      const { body } = await list(query);
      expect(body.data.map(({ name }: Listed) => name)).toEqual(names);
      expect((await list(query, 200, '')).body).toEqual(body);
    });
  });

  test('with select has what was selected, also where it is null', async () => {
    const { body } = await list('?select=name,tier:metadata->tier,metadata->>telnyx_end_user_target&limit=2');
    expect(body.data).toEqual([
      { name: null, tier: null, telnyx_end_user_target: '(312) 867-5309' },
      { name: 'John Doe', tier: null, telnyx_end_user_target: null },
    ]);
  });

  describe('is refused, with the place of every problem, for', () => {
    test.each<[string, readonly object[]]>([
      [
        '?assistant_id=abc',
        [{ code: 'RQ201', title: 'Unknown field', parameter: 'assistant_id', location: { start: 0, end: 12 } }],
      ],
      [
        '?limit=5&metadata->a=equals.5',
        [{ code: 'RQ202', title: 'Unknown operator', parameter: 'metadata->a', location: { start: 20, end: 26 } }],
      ],
      [
        '?metadata-%3Ea=equals.5',
        [{ code: 'RQ202', title: 'Unknown operator', parameter: 'metadata->a', location: { start: 14, end: 20 } }],
      ],
      [
        '?created_at=gte.soon&limit=5',
        [{ code: 'RQ301', title: 'Not a time', parameter: 'created_at', location: { start: 15, end: 19 } }],
      ],
      [
        '?created_at=gte.soon&last_message_at=lt.later',
        [
          { code: 'RQ301', title: 'Not a time', parameter: 'created_at', location: { start: 15, end: 19 } },
          { code: 'RQ301', title: 'Not a time', parameter: 'last_message_at', location: { start: 39, end: 44 } },
        ],
      ],
      [
        '?order=metadata.desc',
        [{ code: 'RQ206', title: 'Field cannot be ordered by', parameter: 'order', location: { start: 6, end: 14 } }],
      ],
    ])('%s', async (query, problems) => {
      const response = await list(query, 422);
      const errors: {
        code: string;
        title: string;
        detail: string;
        source: { parameter: string };
        meta: { location: object; hint?: string };
      }[] = response.body.errors;
      expect(
        errors.map(({ code, title, source, meta }) => ({
          code,
          title,
          parameter: source.parameter,
          location: meta.location,
        })),
      ).toEqual(problems);
      for (const { detail, meta } of errors) {
        expect(detail).toMatch(/^\S.*\.$/);
        if (meta.hint !== undefined) expect(meta.hint).toMatch(/^\S.*\S$/);
      }
      expect(response.headers['x-should-retry']).toBe('false');
    });

    test('more than ten problems: ten of them', async () => {
      const query = Array.from({ length: 15 }, (_, index) => `metadata->k${index}=equals.5`).join('&');
      expect((await list(`?${query}`, 422)).body.errors).toHaveLength(10);
    });

    test('a text that is too long', async () => {
      const { body } = await list(`?name=eq.${'x'.repeat(16 * 1024)}`, 422);
      expect(body.errors).toMatchObject([{ code: 'RQ401', title: 'Text too long' }]);
    });

    test('nothing that a client may send as a header or a bracket', async () => {
      const { body } = await list('?metadata[assistant_id]=eq.a1', 422);
      expect(body.errors).toMatchObject([{ source: { parameter: 'metadata[assistant_id]' } }]);
    });
  });
});
