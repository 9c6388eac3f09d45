import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describeOnBothDatabases('a conversation', (database) => {
  let server: TestApp;
  beforeAll(async () => {
    server = await testApp(database());
  });

  const call = (method: 'get' | 'post' | 'put' | 'delete', path: string, key = server.keys.all) =>
    request(server.app)[method](`/v2/ai/conversations${path}`).set('authorization', `Bearer ${key}`);
  const create = async (body: object) => (await call('post', '').send(body).expect(200)).body;
  const nobody = '11111111-2222-4333-8444-555555555555';
  const refusal = (id: string) => ({
    errors: [
      {
        code: '10005',
        title: 'Resource not found',
        detail: `There is no conversation ${JSON.stringify(id)}.`,
        meta: { url: 'https://developers.telnyx.com/docs/overview/errors/10005' },
      },
    ],
  });

  test('is created bare, and retrieved in data', async () => {
    const metadata = { telnyx_end_user_target: '+13128675309', assistant_id: 'assistant-123', verified: false };
    const created = await create({ name: 'Voice call', metadata });
    expect(created).toEqual({
      id: expect.stringMatching(UUID),
      name: 'Voice call',
      created_at: expect.stringMatching(ISO),
      last_message_at: created.created_at,
      metadata,
    });
    const { body } = await call('get', `/${created.id}`).expect(200);
    expect(body).toEqual({ data: created });
  });

  test.each<[string, string]>([
    ['an empty object', '{}'],
    ['nothing', ''],
    ['a name that is null', '{"name":null}'],
    ['fields that Telnyx may add', '{"messages":[],"x":{"y":1}}'],
  ])('without name and metadata is made of %s', async (_what, text) => {
    const { body } = await call('post', '').set('content-type', 'application/json').send(text).expect(200);
    expect(body).toEqual({
      id: expect.stringMatching(UUID),
      created_at: expect.stringMatching(ISO),
      last_message_at: body.created_at,
      metadata: {},
    });
  });

  test('keeps an empty name', async () => {
    const { id, name } = await create({ name: '' });
    expect(name).toBe('');
    expect((await call('get', `/${id}`)).body.data.name).toBe('');
  });

  test('keeps any JSON in its metadata as it was', async () => {
    const text =
      '{"metadata":{"flag":true,"none":null,"n":-1.5e-3,"big":9007199254740991,"tools":["a",1,{"b":[]}],"é ":"\\u0001☎","__proto__":{"x":1},"":""}}';
    const { body } = await call('post', '').set('content-type', 'application/json').send(text).expect(200);
    const { text: read } = await call('get', `/${body.id}`).expect(200);
    expect(JSON.parse(read).data.metadata).toEqual(JSON.parse(text).metadata);
    expect(read).toContain('"__proto__":{"x":1}');
  });

  test('is read whatever type its body says it is', async () => {
    const made = await call('post', '').set('content-type', 'text/plain').send('{"name":"curl"}').expect(200);
    expect(made.body.name).toBe('curl');
  });

  test('is the same under /ai, without /v2', async () => {
    const created = await create({ name: 'both' });
    const { body } = await request(server.app)
      .get(`/ai/conversations/${created.id}`)
      .set('authorization', `bearer ${server.keys.read}`)
      .expect(200);
    expect(body).toEqual({ data: created });
  });

  test('gets new metadata in the place of the old', async () => {
    const created = await create({ name: 'n', metadata: { a: 1, b: 2 } });
    const { body } = await call('put', `/${created.id}`)
      .send({ metadata: { c: [3] }, name: 'ignored' })
      .expect(200);
    expect(body).toEqual({ data: { ...created, metadata: { c: [3] } } });
    expect((await call('get', `/${created.id}`)).body).toEqual(body);
    const unchanged = await call('put', `/${created.id}`).send({}).expect(200);
    expect(unchanged.body).toEqual(body);
  });

  test('is deleted with a 204, and then gone', async () => {
    const { id } = await create({});
    const gone = await call('delete', `/${id}`).expect(204);
    expect(gone.text).toBe('');
    expect((await call('get', `/${id}`).expect(404)).body).toEqual(refusal(id));
    expect((await call('delete', `/${id}`).expect(404)).body).toEqual(refusal(id));
  });

  test('is found by its id in capitals', async () => {
    const created = await create({});
    expect((await call('get', `/${created.id.toUpperCase()}`).expect(200)).body.data.id).toBe(created.id);
  });

  describe.each([
    ['get', ''],
    ['put', ''],
    ['delete', ''],
    ['get', '/messages'],
    ['post', '/message'],
  ] as const)('%s …%s is 404', (method, suffix) => {
    test.each([nobody, 'abc', '123', `${nobody}x`, 'a"b', '٣'])('of %j', async (id) => {
      const response = await call(method, `/${encodeURIComponent(id)}${suffix}`).send(
        method === 'get' ? undefined : { role: 'user', metadata: {} },
      );
      expect(response.status).toBe(404);
      expect(response.body).toEqual(refusal(id));
      expect(response.headers['x-should-retry']).toBe('false');
    });
  });

  test('of another workspace does not exist', async () => {
    const { rows } = await database().knex.raw("INSERT INTO workspaces (name) VALUES ('other') RETURNING id");
    const id = randomUUID();
    await database().knex.raw(
      'INSERT INTO conversations (workspace_id, id, metadata, created_at, last_message_at) VALUES (?, ?, ?, now(), now())',
      [rows[0].id, id, '{}'],
    );
    expect((await call('get', `/${id}`).expect(404)).body).toEqual(refusal(id));
    expect(
      (
        await call('put', `/${id}`)
          .send({ metadata: { a: 1 } })
          .expect(404)
      ).body,
    ).toEqual(refusal(id));
    expect((await call('post', `/${id}/message`).send({ role: 'user' }).expect(404)).body).toEqual(refusal(id));
    expect((await call('get', `/${id}/messages`).expect(404)).body).toEqual(refusal(id));
    expect((await call('delete', `/${id}`).expect(404)).body).toEqual(refusal(id));
    expect((await call('get', `?id=eq.${id}`).expect(200)).body).toEqual({ data: [] });
  });

  describe('is refused with 422, and nothing is stored, for', () => {
    const unprocessable = (pointer: string, detail: string) => ['10027', 'Unprocessable Entity', pointer, detail];
    test.each<[string, string, readonly string[]]>([
      ['an array', '[]', unprocessable('', 'The body has to be an object.')],
      ['null', 'null', unprocessable('', 'The body has to be an object.')],
      ['a number', '5', unprocessable('', 'The body has to be an object.')],
      ['a name that is no text', '{"name":5}', unprocessable('/name', '"name" has to be a string.')],
      ['metadata in an array', '{"metadata":[]}', unprocessable('/metadata', '"metadata" has to be a JSON object.')],
      ['metadata in text', '{"metadata":"{}"}', unprocessable('/metadata', '"metadata" has to be a JSON object.')],
      ['metadata of null', '{"metadata":null}', unprocessable('/metadata', '"metadata" has to be a JSON object.')],
      [
        'NUL in a name',
        '{"name":"a\\u0000b"}',
        unprocessable('/name', '"name" holds the character U+0000, which cannot be stored.'),
      ],
      [
        'NUL in metadata',
        '{"metadata":{"a":{"b/c":["x","\\u0000"]}}}',
        unprocessable('/metadata/a/b~1c/1', '"metadata.a.b/c.1" holds the character U+0000, which cannot be stored.'),
      ],
      [
        'half a character',
        '{"metadata":{"a":"\\ud83d"}}',
        unprocessable('/metadata/a', '"metadata.a" holds U+D83D, which is half of a character and cannot be stored.'),
      ],
      [
        'a number past its digits',
        '{"metadata":{"n":9007199254740993}}',
        unprocessable(
          '/metadata/n',
          '"metadata.n" is 9007199254740992, beyond ±9007199254740991, where whole numbers lose digits; write it as a string.',
        ),
      ],
      [
        'a number past all bounds',
        '{"metadata":{"n":1e999}}',
        unprocessable('/metadata/n', '"metadata.n" is a number that JSON cannot hold.'),
      ],
      [
        'a standard key that is too long',
        `{"metadata":{"assistant_id":"${'x'.repeat(513)}"}}`,
        unprocessable('/metadata/assistant_id', '"metadata.assistant_id" has 513 characters; 512 are allowed.'),
      ],
      [
        'metadata that is too large',
        `{"metadata":{"a":"${'x'.repeat(65536)}"}}`,
        unprocessable('/metadata', '"metadata" takes 65544 bytes as JSON; 65536 are allowed.'),
      ],
      [
        'metadata that is too deep',
        `{"metadata":${'{"a":'.repeat(40)}1${'}'.repeat(40)}}`,
        unprocessable(`/metadata${'/a'.repeat(32)}`, `"metadata${'.a'.repeat(32)}" is nested deeper than 32 levels.`),
      ],
    ])('%s', async (_what, text, [code, title, pointer, detail]) => {
      const before = await count();
      const response = await call('post', '').set('content-type', 'application/json').send(text);
      expect(response.body).toEqual({
        errors: [
          {
            code,
            title,
            detail,
            source: { pointer },
            meta: { url: `https://developers.telnyx.com/docs/overview/errors/${code}` },
          },
        ],
      });
      expect(response.status).toBe(422);
      expect(await count()).toBe(before);
    });

    test('several faults at once, each with its place', async () => {
      const { body } = await call('post', '')
        .send({ name: '\0', metadata: { a: '\0', b: '\ud800' } })
        .expect(422);
      expect(body.errors.map((error: { source: object }) => error.source)).toEqual([
        { pointer: '/name' },
        { pointer: '/metadata/a' },
        { pointer: '/metadata/b' },
      ]);
    });
  });

  async function count(): Promise<number> {
    const { rows } = await database().knex.raw('SELECT count(*) FROM conversations');
    return rows[0].count;
  }
});
