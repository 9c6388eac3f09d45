import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { DatabaseTimeout, DatabaseUnavailable } from '../../src/store/database-error.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { type TestApp, testApp } from '../support/server.js';

/** What a failing statement says; none of it may leave. */
const SECRET = 'select * from "conversations" where name = +13128675309';

describeOnBothDatabases('a request', (database) => {
  let server: TestApp;
  let failure: Error | undefined;

  beforeAll(async () => {
    server = await testApp(database(), {
      wrap: (real) => ({
        ...real,
        run: (sql, bindings, options) =>
          failure === undefined ? real.run(sql, bindings, options) : Promise.reject(failure),
      }),
    });
  });

  const call = (method: 'get' | 'post' | 'put' | 'delete' | 'patch' | 'options', path: string) =>
    request(server.app)[method](path).set('authorization', `Bearer ${server.keys.all}`);
  const post = () => call('post', '/v2/ai/conversations').set('content-type', 'application/json');

  function item(code: string, title: string, detail: string): object {
    return { code, title, detail, meta: { url: `https://developers.telnyx.com/docs/overview/errors/${code}` } };
  }

  describe('to no known address is 404', () => {
    const nothing = { errors: [item('10005', 'Resource not found', 'There is nothing at this address.')] };
    test.each([
      '/',
      '/v2',
      '/v2/ai',
      '/v3/ai/conversations',
      '/v2/ai/conversations/a/b/c',
      '/v2/ai/conversations/%E0%A4%A',
      '/v2/ai/conversations/%E0/messages',
      '/favicon.ico',
      '/../../etc/passwd',
    ])('%s', async (path) => {
      const response = await call('get', path);
      expect(response.body).toEqual(nothing);
      expect(response.status).toBe(404);
    });
  });

  test.each([
    ['patch', '/v2/ai/conversations', 'PATCH', 'GET, HEAD, POST'],
    ['delete', '/ai/conversations', 'DELETE', 'GET, HEAD, POST'],
    ['post', '/v2/ai/conversations/x', 'POST', 'GET, HEAD, PUT, DELETE'],
    ['get', '/v2/ai/conversations/x/message', 'GET', 'POST'],
    ['get', '/telnyx/dynamic-variables', 'GET', 'POST'],
    ['post', '/health', 'POST', 'GET, HEAD'],
  ] as const)('%s %s is 405 and says what is possible', async (method, path, name, allowed) => {
    const response = await call(method, path);
    expect(response.status).toBe(405);
    expect(response.headers.allow).toBe(allowed);
    const detail = `${name} is not possible here; this address takes ${allowed}.`;
    expect(response.body).toEqual({ errors: [item('10030', 'Method not allowed', detail)] });
  });

  describe('whose body', () => {
    test.each([
      ['is no JSON', '{"name":', 'The body is not valid JSON.'],
      ['is a form', 'name=x&metadata=y', 'The body is not valid JSON.'],
      ['has a comma too many', '{"name":"x",}', 'The body is not valid JSON.'],
      ['is two values', '{}{}', 'The body is not valid JSON.'],
    ])('%s is 400', async (_what, text, detail) => {
      const response = await post().send(text);
      expect(response.status).toBe(400);
      expect(response.body).toEqual({ errors: [item('10023', 'Invalid JSON', detail)] });
      expect(response.headers['x-should-retry']).toBe('false');
    });

    test('is not UTF-8 is 400', async () => {
      const { body } = await post()
        .serialize((bytes) => bytes)
        .send(Buffer.from([0x7b, 0xff, 0x7d]) as unknown as string)
        .expect(400);
      expect(body).toEqual({ errors: [item('10023', 'Invalid JSON', 'The body is not UTF-8.')] });
    });

    test('has a byte order mark is read', async () => {
      await post().send('\ufeff{"name":"bom"}').expect(200);
    });

    test('is one megabyte is read, and refused for what it holds', async () => {
      const { body } = await post()
        .send(`{"name":"${'x'.repeat(1024 * 1024 - 11)}"}`)
        .expect(422);
      expect(body.errors).toMatchObject([{ detail: '"name" has 1048565 characters; 512 are allowed.' }]);
    });

    test('is one byte more is 413', async () => {
      const response = await post().send(`{"name":"${'x'.repeat(1024 * 1024 - 10)}"}`);
      expect(response.status).toBe(413);
      expect(response.body).toEqual({
        errors: [item('10015', 'Bad Request', 'The body is larger than 1048576 bytes.')],
      });
    });

    test('is compressed is read, within the same limit', async () => {
      const send = (text: string) =>
        post()
          .set('content-encoding', 'gzip')
          .serialize((bytes) => bytes)
          .send(gzipSync(text) as unknown as string);
      expect((await send('{"name":"zip"}').expect(200)).body.name).toBe('zip');
      await send(`{"name":"${'x'.repeat(2 * 1024 * 1024)}"}`).expect(413);
    });

    test('is compressed in another way is 415', async () => {
      const { body } = await post().set('content-encoding', 'zstd').send('{}').expect(415);
      expect(body).toEqual({
        errors: [item('10015', 'Bad Request', 'This content-encoding is not supported here.')],
      });
    });

    test('is broken gzip is 400', async () => {
      const { body } = await post().set('content-encoding', 'gzip').send('{}').expect(400);
      expect(body).toEqual({ errors: [item('10015', 'Bad Request', 'The body cannot be read.')] });
    });
  });

  describe('when the database', () => {
    async function listWhile(error: Error) {
      failure = error;
      try {
        return await call('get', '/v2/ai/conversations?name=eq.x');
      } finally {
        failure = undefined;
      }
    }

    test('is not there is 503, to be sent again', async () => {
      const response = await listWhile(new DatabaseUnavailable(`The database does not answer: ${SECRET}.`));
      expect(response.status).toBe(503);
      expect(response.body).toEqual({
        errors: [item('10037', 'Service unavailable', 'The database does not answer.')],
      });
      expect(response.headers['x-should-retry']).toBe('true');
      expect(response.headers['retry-after']).toBe('1');
    });

    test('takes too long is 503, and not to be sent again', async () => {
      const response = await listWhile(new DatabaseTimeout(`slow: ${SECRET}`));
      expect(response.status).toBe(503);
      expect(response.body).toEqual({
        errors: [item('10037', 'Service unavailable', 'The database took too long over this request.')],
      });
      expect(response.headers['x-should-retry']).toBe('false');
    });

    test('says something that nobody expected is 500, without a word of it', async () => {
      const before = server.logLines.length;
      const response = await listWhile(Object.assign(new Error(SECRET), { code: '42601', detail: SECRET }));
      expect(response.status).toBe(500);
      const detail = 'Something went wrong inside the server; its log has more.';
      expect(response.body).toEqual({ errors: [item('10007', 'Unexpected error', detail)] });
      expect(response.headers['x-should-retry']).toBe('false');

      const logged = server.logLines.slice(before);
      expect(logged[0]).toMatchObject({
        msg: 'request failed',
        route: '/v2/ai/conversations',
        request_id: response.headers['x-request-id'],
        error: { name: 'Error', code: '42601', frames: expect.arrayContaining([expect.stringMatching(/^at /)]) },
      });
      expect(JSON.stringify(logged)).not.toContain('3128675309');
    });
  });
});
