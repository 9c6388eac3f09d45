import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../support/databases.js';
import { ADMIN_TOKEN, type TestApp, testApp } from '../support/server.js';

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

describeOnBothDatabases('a key', (database) => {
  let server: TestApp;
  beforeAll(async () => {
    server = await testApp(database());
  });

  const list = (authorization?: string) => {
    const get = request(server.app).get('/v2/ai/conversations');
    return authorization === undefined ? get : get.set('authorization', authorization);
  };

  test.each<[string, string | undefined]>([
    ['is missing', undefined],
    ['is empty', ''],
    ['is only a scheme', 'Bearer'],
    ['is only a scheme and a space', 'Bearer '],
    ['has another scheme', 'Basic dXNlcjpwYXNz'],
    ['has no scheme', 'KEY0123456789'],
    ['is of nobody', 'Bearer rb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['is very long', `Bearer ${'x'.repeat(5000)}`],
    ['is almost the admin token', `Bearer ${ADMIN_TOKEN.slice(0, -1)}`],
  ])('that %s is answered with 401', async (_what, authorization) => {
    const response = await list(authorization);
    expect(response.status).toBe(401);
    expect(response.body).toEqual(UNAUTHENTICATED);
    expect(response.headers['x-should-retry']).toBe('false');
  });

  test.each(['Bearer', 'bearer', 'BEARER  '])('is taken with the scheme "%s"', async (scheme) => {
    await list(`${scheme} ${server.keys.read}`).expect(200);
  });

  test('in the query string is none', async () => {
    await request(server.app).get(`/v2/ai/conversations?api_key=${server.keys.read}`).expect(401);
  });

  describe('opens by its scope', () => {
    const id = '11111111-2222-4333-8444-555555555555';
    test.each<['get' | 'post' | 'put' | 'delete', string, number, number, number, number]>([
      //                                                      read write admin platform
      ['get', '/v2/ai/conversations', 200, 403, 200, 403],
      ['get', `/v2/ai/conversations/${id}`, 404, 403, 404, 403],
      ['get', `/v2/ai/conversations/${id}/messages`, 404, 403, 404, 403],
      ['post', '/v2/ai/conversations', 403, 200, 200, 403],
      ['put', `/v2/ai/conversations/${id}`, 403, 404, 404, 403],
      ['delete', `/v2/ai/conversations/${id}`, 403, 404, 404, 403],
      ['post', `/v2/ai/conversations/${id}/message`, 403, 404, 404, 403],
      ['get', '/v1/explain?conversation_query=', 403, 403, 200, 403],
    ])('%s %s', async (method, path, read, write, admin, platform) => {
      const statusOf = async (key: string) =>
        (
          await request(server.app)
            [method](path)
            .set('authorization', `Bearer ${key}`)
            .send(method === 'get' ? undefined : { role: 'user' })
        ).status;
      const { keys } = server;
      expect(await Promise.all([keys.read, keys.write, keys.admin, keys.platform].map(statusOf))).toEqual([
        read,
        write,
        admin,
        platform,
      ]);
    });

    test('and says which one is missing', async () => {
      const { body } = await list(`Bearer ${server.keys.write}`).expect(403);
      expect(body.errors).toEqual([
        {
          code: '10010',
          title: 'Authorization failed',
          detail: 'This API key does not have the scope "read".',
          meta: { url: 'https://developers.telnyx.com/docs/overview/errors/10010' },
        },
      ]);
    });
  });

  test('of the running server is admin of the default workspace', async () => {
    await list(`Bearer ${ADMIN_TOKEN}`).expect(200);
    await request(server.app)
      .post('/ai/conversations')
      .set('authorization', `Bearer ${ADMIN_TOKEN}`)
      .send({})
      .expect(200);
  });
});
