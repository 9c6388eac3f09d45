import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';
import { initializationEvent, telnyxSigner } from '../support/signing.js';

const PATH = '/telnyx/dynamic-variables';

const NEUTRAL = {
  dynamic_variables: {
    caller_known: 'false',
    caller_name: '',
    memory_context: '',
    memory_user_id: '',
    last_conversation_at: '',
  },
  conversation: { metadata: {} },
};

const UNAUTHENTICATED = {
  errors: [
    {
      code: '10009',
      title: 'Authentication failed',
      detail: 'The required authentication headers were either invalid or not included in the request.',
      meta: { url: 'https://developers.telnyx.com/docs/overview/errors/10009' },
    },
  ],
};

const NOT_CONFIGURED = {
  errors: [
    {
      code: '10005',
      title: 'Resource not found',
      detail: 'Telnyx is not configured for this workspace.',
      meta: { url: 'https://developers.telnyx.com/docs/overview/errors/10005' },
    },
  ],
};

describeOnBothDatabases('the dynamic-variables webhook', (database) => {
  let server: TestApp;
  beforeAll(async () => {
    server = await testApp(database());
    // A caller with seven conversations on seven days; others with numbers that look much the same.
    for (let day = 1; day <= 7; day += 1) {
      await converse(`Call ${day}`, { telnyx_end_user_target: '+15551230001' }, `2025-04-0${day}T10:00:00Z`);
    }
    await converse('One', { telnyx_end_user_target: '+15551230002', telnyx_conversation_channel: 'sms_chat' });
    await converse('Bare', { telnyx_end_user_target: '15551230001' }, '2025-04-09T10:00:00Z');
    await converse('Spelled', { telnyx_end_user_target: '(555) 123-0003' }, '2025-04-09T10:00:00Z');
    await converse('Agent', { telnyx_agent_target: '+15551230001' }, '2025-04-09T10:00:00Z');
    await converse('Anonymous', { telnyx_end_user_target: 'anonymous' }, '2025-04-09T10:00:00Z');
  });

  const api = (method: 'get' | 'post', path: string) =>
    request(server.app)[method](`/v2/ai/conversations${path}`).set('authorization', `Bearer ${server.keys.all}`);

  async function converse(name: string, metadata: object, sent_at = '2025-04-10T13:07:28Z'): Promise<string> {
    const { body } = await api('post', '').send({ name, metadata }).expect(200);
    await api('post', `/${body.id}/message`).send({ role: 'user', content: 'hi', sent_at }).expect(200);
    return body.id;
  }

  /** Sends a body as Telnyx would, with some headers replaced (or left out: undefined). */
  function send(
    body: string | Buffer | object,
    headers: Record<string, string | undefined> = {},
    { app, telnyx }: TestApp = server,
    path = PATH,
  ) {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const sent = request(app)
      .post(path)
      .set('content-type', 'application/json')
      .serialize((raw) => raw);
    for (const [name, value] of Object.entries({ ...telnyx.headers(bytes), ...headers })) {
      if (value !== undefined) sent.set(name, value);
    }
    return sent.send(bytes as unknown as string);
  }

  const from = (telnyx_end_user_target: unknown, payload: object = {}) =>
    send(initializationEvent({ telnyx_end_user_target, ...payload }));

  describe('gives memory and variables', () => {
    test('to a caller who has been there before', async () => {
      const response = await from('+15551230001').expect(200);
      expect(response.body).toEqual({
        dynamic_variables: {
          caller_known: 'true',
          caller_name: '',
          memory_context: '7 earlier conversations; the last one on 7 April 2025.',
          memory_user_id: 'voice:+15551230001',
          last_conversation_at: '2025-04-07T10:00:00.000Z',
        },
        memory: {
          conversation_query: 'metadata->telnyx_end_user_target=eq.+15551230001&limit=5&order=last_message_at.desc',
        },
        conversation: { metadata: { memory_user_id: 'voice:+15551230001' } },
      });
      expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(response.headers).not.toHaveProperty('x-ringback-left-out');
    });

    test('and that very query finds the last five conversations', async () => {
      const { body } = await from('+15551230001').expect(200);
      const { body: listed } = await api('get', `?${body.memory.conversation_query}`).expect(200);
      expect(listed.data.map(({ name }: { name: string }) => name)).toEqual([
        'Call 7',
        'Call 6',
        'Call 5',
        'Call 4',
        'Call 3',
      ]);
    });

    test('to one who was there once, by the channel', async () => {
      const { body } = await from('+15551230002').expect(200);
      expect(body.dynamic_variables.memory_context).toBe('1 earlier conversation, on 10 April 2025 by sms_chat.');
    });

    test('to one who is new', async () => {
      const { body } = await from('+15559999999').expect(200);
      expect(body).toEqual({
        ...NEUTRAL,
        dynamic_variables: { ...NEUTRAL.dynamic_variables, memory_user_id: 'voice:+15559999999' },
        memory: {
          conversation_query: 'metadata->telnyx_end_user_target=eq.+15559999999&limit=5&order=last_message_at.desc',
        },
        conversation: { metadata: { memory_user_id: 'voice:+15559999999' } },
      });
    });

    test('without the conversation that begins', async () => {
      const id = await converse('Now', { telnyx_end_user_target: '+15551230004' });
      const { body } = await from('+15551230004', { telnyx_conversation_id: id }).expect(200);
      expect(body.dynamic_variables.caller_known).toBe('false');
      const shouted = await from('+15551230004', { telnyx_conversation_id: id.toUpperCase() }).expect(200);
      expect(shouted.body.dynamic_variables.caller_known).toBe('false');
    });

    test.each(['not-a-uuid', '', 'a\0b', '\ud800', 7])('also where the id of the one that begins is %j', async (id) => {
      const { body, headers } = await from('+15551230002', { telnyx_conversation_id: id }).expect(200);
      expect(body.dynamic_variables.caller_known).toBe('true');
      expect(headers).not.toHaveProperty('x-ringback-left-out');
    });

    test('again when the event comes again, and stores nothing', async () => {
      const count = async () => (await database().knex.raw('SELECT count(*) FROM conversations')).rows[0].count;
      const before = await count();
      const event = initializationEvent({ telnyx_end_user_target: '+15551230001' });
      const answers = await Promise.all([send(event), send(event), send(event)]);
      for (const { status, body } of answers) expect([status, body]).toEqual([200, answers[0]?.body]);
      expect(await count()).toBe(before);
    });

    test('at the address of the default workspace', async () => {
      const event = initializationEvent({ telnyx_end_user_target: '+15551230001' });
      const { body } = await send(event, {}, server, `/w/default${PATH}`).expect(200);
      expect(body.dynamic_variables.caller_known).toBe('true');
    });

    test('by what other workspaces do not have', async () => {
      await database().knex.raw(
        `WITH w AS (INSERT INTO workspaces (name) VALUES ('others') RETURNING id)
         INSERT INTO conversations (workspace_id, id, metadata, created_at, last_message_at)
         SELECT id, gen_random_uuid(), '{"telnyx_end_user_target":"+15551230005"}', now(), now() FROM w`,
      );
      expect((await from('+15551230005').expect(200)).body.dynamic_variables.caller_known).toBe('false');
    });
  });

  describe('never lets a caller id widen memory', () => {
    test.each<[unknown, string]>([
      ['+15551230001&limit=1000', 'a parameter'],
      ['+15551230001&or=(id.neq.1)', 'a tree'],
      ['*', 'a wildcard'],
      ['%', 'a wildcard'],
      ['eq.+15551230001', 'an operator'],
      ['neq.x', 'an operator'],
      [')', 'a bracket'],
      ['{{telnyx_end_user_target}}', 'a placeholder'],
      ['+1555123000\u0000', 'NUL'],
      ['+15551230001\r\nx', 'a line break'],
      ['\ud83d', 'half a character'],
      ["'; drop table conversations; --", 'SQL'],
      ['anonymous', 'a word'],
      ['Restricted', 'a word'],
      ['+266696687', 'a withheld number'],
      ['+86282452253', 'a withheld number'],
      ['sip:+15551230001@example.com', 'a SIP URI'],
      ['52e31a6342bc6dcd@sip.telnyx.com', 'a portal test'],
      ['', 'nothing'],
      [null, 'null'],
      [15551230001, 'a number'],
      [{ eq: '+15551230001' }, 'an object'],
      [['+15551230001'], 'an array'],
      [undefined, 'absence'],
      [`+${'1'.repeat(100_000)}`, 'a flood'],
    ])('%#: %j', async (target) => {
      expect((await from(target).expect(200)).body).toEqual(NEUTRAL);
    });

    test.each([
      ['15551230001', ['Bare']],
      ['(555) 123-0003', ['Spelled']],
      ['555-123-0001', []],
      ['+1 555 123 0001', []],
      [' +15551230001', []],
    ])('%j has memory of its own spelling only', async (target, names) => {
      const { body } = await from(target).expect(200);
      const { body: listed } = await api('get', `?${body.memory.conversation_query}`).expect(200);
      expect(listed.data.map(({ name }: { name: string }) => name)).toEqual(names);
      expect(body.dynamic_variables.memory_user_id).toMatch(/^voice:\+1555123000[13]$/);
      expect(body.dynamic_variables.caller_known).toBe(String(names.length > 0));
    });
  });

  describe('answers neutrally when a signed body is', () => {
    test.each<[string, string]>([
      ['empty', ''],
      ['no JSON', 'hello'],
      ['half of an event', JSON.stringify(initializationEvent()).slice(0, 100)],
      ['null', 'null'],
      ['an array', '[1,2]'],
      ['an empty object', '{}'],
      ['an event without data', '{"event_type":"assistant.initialization"}'],
      ['an event without a payload', '{"data":{"event_type":"assistant.initialization"}}'],
      ['an event of another kind', '{"data":{"event_type":"call.hangup","payload":{"call_control_id":"v3:1"}}}'],
      ['nested without end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ])('%s', async (_what, text) => {
      expect((await send(text).expect(200)).body).toEqual(NEUTRAL);
    });

    test('not UTF-8', async () => {
      expect((await send(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])).expect(200)).body).toEqual(NEUTRAL);
    });

    test('and reads a signed event whatever its content-type says', async () => {
      const event = initializationEvent({ telnyx_end_user_target: '+15551230001' });
      const { body } = await send(event, { 'content-type': 'text/plain' }).expect(200);
      expect(body.dynamic_variables.caller_known).toBe('true');
    });

    test('and reads one with SIP headers and other new keys', async () => {
      const { body } = await from('+15551230001', { eva_call_id: '7', x: { y: [] }, telnyx_new: 1 }).expect(200);
      expect(body.dynamic_variables.caller_known).toBe('true');
    });
  });

  describe('refuses, always with the same 401,', () => {
    const event = JSON.stringify(initializationEvent());
    const seconds = Math.floor(Date.now() / 1000);
    const stranger = telnyxSigner();
    test.each<[string, string, (s: TestApp) => Record<string, string | undefined>]>([
      [
        'a request without headers',
        event,
        () => ({ 'telnyx-signature-ed25519': undefined, 'telnyx-timestamp': undefined }),
      ],
      ['one without its signature', event, () => ({ 'telnyx-signature-ed25519': undefined })],
      ['one without its timestamp', event, () => ({ 'telnyx-timestamp': undefined })],
      ['a forged signature', event, () => ({ 'telnyx-signature-ed25519': Buffer.alloc(64, 7).toString('base64') })],
      ['the signature of another key', event, () => stranger.headers(event)],
      ['the signature of another body', event, ({ telnyx }) => telnyx.headers(`${event} `)],
      [
        'a body that was written anew',
        JSON.stringify(JSON.parse(event), null, 2),
        ({ telnyx }) => telnyx.headers(event),
      ],
      ['a request of six minutes ago', event, ({ telnyx }) => telnyx.headers(event, seconds - 360)],
      // Seconds are counted when the file is read: on a slow machine the test runs minutes later.
      ['a request of the future', event, ({ telnyx }) => telnyx.headers(event, seconds + 900)],
      ['a timestamp in milliseconds', event, ({ telnyx }) => telnyx.headers(event, Date.now())],
      ['a timestamp that was changed', event, () => ({ 'telnyx-timestamp': `${seconds - 1}` })],
      ['base64 of URLs', event, ({ telnyx }) => urlSafe(telnyx.headers(event))],
    ])('%s', async (_what, body, headers) => {
      const before = server.logLines.length;
      const response = await send(body, headers(server));
      expect(response.status).toBe(401);
      expect(response.body).toEqual(UNAUTHENTICATED);
      expect(server.logLines.slice(before)[0]).toMatchObject({
        msg: 'telnyx signature refused',
        reason: expect.stringMatching(/^(missing|malformed|outside|signature)-/),
      });
    });

    test('a key of the API in the place of a signature', async () => {
      const headers = { authorization: `Bearer ${server.keys.all}`, 'telnyx-signature-ed25519': undefined };
      expect((await send(event, headers).expect(401)).body).toEqual(UNAUTHENTICATED);
    });
  });

  test('refuses a body over five megabytes', async () => {
    const { body } = await send(`"${'x'.repeat(5 * 1024 * 1024)}"`).expect(413);
    expect(body.errors).toMatchObject([{ detail: 'The body is larger than 5242880 bytes.' }]);
  });

  test('refuses a compressed body: the signature is of what was sent', async () => {
    await send(initializationEvent(), { 'content-encoding': 'gzip' }).expect(415);
  });

  describe('does not exist', () => {
    test('without a public key', async () => {
      const bare = await testApp(database(), { settings: { telnyxPublicKeys: [] } });
      const response = await send(initializationEvent(), {}, bare);
      expect([response.status, response.body]).toEqual([404, NOT_CONFIGURED]);
      // Whoever runs the server is told what to do.
      expect(bare.logLines[0]).toMatchObject({
        msg: 'telnyx webhook answered 404',
        reason: 'no public key: ringback workspaces secret set default telnyx public_key, or TELNYX_PUBLIC_KEY',
      });
    });

    test.each(['other', 'DEFAULT', 'default%20', '..%2Fdefault'])('in the workspace %s', async (workspace) => {
      const before = server.logLines.length;
      const response = await send(initializationEvent(), {}, server, `/w/${workspace}${PATH}`);
      expect([response.status, response.body]).toEqual([404, NOT_CONFIGURED]);
      expect(server.logLines[before]).toMatchObject({ reason: 'there is no such workspace' });
    });
  });

  describe('with RINGBACK_ALLOW_UNSIGNED', () => {
    const unsigned = { 'telnyx-signature-ed25519': undefined, 'telnyx-timestamp': undefined };

    test('and no public key answers local requests without a signature', async () => {
      const open = await testApp(database(), { settings: { telnyxPublicKeys: [], allowUnsigned: true } });
      const event = initializationEvent({ telnyx_end_user_target: '+15551230001' });
      const { body } = await send(event, unsigned, open).expect(200);
      expect(body.dynamic_variables.memory_user_id).toBe('voice:+15551230001');
    });

    test.each([
      ['x-forwarded-for', '203.0.113.7'],
      ['x-forwarded-for', '127.0.0.1'],
      ['forwarded', 'for=203.0.113.7'],
      ['x-real-ip', '203.0.113.7'],
      ['via', '1.1 proxy'],
      ['cf-connecting-ip', '203.0.113.7'],
    ])('does not answer what a proxy handed on: %s: %s', async (name, value) => {
      const open = await testApp(database(), {
        settings: { telnyxPublicKeys: [], allowUnsigned: true, trustProxy: true },
      });
      const headers = { ...unsigned, [name]: value };
      const response = await send(initializationEvent(), headers, open);
      expect([response.status, response.body]).toEqual([404, NOT_CONFIGURED]);
    });

    test('and a public key still asks for a signature', async () => {
      const strict = await testApp(database(), { settings: { allowUnsigned: true } });
      const response = await send(initializationEvent(), unsigned, strict);
      expect([response.status, response.body]).toEqual([401, UNAUTHENTICATED]);
    });
  });
});

function urlSafe(headers: Record<string, string>): Record<string, string> {
  const signature = headers['telnyx-signature-ed25519'] ?? '';
  return { ...headers, 'telnyx-signature-ed25519': `-_${signature.slice(2)}` };
}
