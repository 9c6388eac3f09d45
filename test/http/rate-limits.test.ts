import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../support/databases.js';
import { type TestApp, type TestAppOptions, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';

const TOO_MANY = (detail: string) => ({
  errors: [
    {
      code: '10011',
      title: 'Too many requests',
      detail,
      meta: { url: 'https://developers.telnyx.com/docs/overview/errors/10011' },
    },
  ],
});

const NOBODYS = 'rb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

describeOnBothDatabases('requests are limited', (database) => {
  const serverWith = (settings: TestAppOptions['settings'] = {}): Promise<TestApp> =>
    testApp(database(), { settings: { trustProxy: 'loopback', ...settings } });

  /** As a proxy hands it on. */
  const list = ({ app }: TestApp, key: string, address = '203.0.113.7') =>
    request(app).get('/v2/ai/conversations').set('authorization', `Bearer ${key}`).set('x-forwarded-for', address);

  const statuses = async (count: number, send: (index: number) => PromiseLike<{ status: number }>) => {
    const found: number[] = [];
    for (let index = 0; index < count; index += 1) found.push((await send(index)).status);
    return found;
  };

  /** Begins early in a second of the clock that counts, so that what follows is in one window. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 1_050));

  describe('of each key', () => {
    let server: TestApp;
    beforeAll(async () => {
      server = await serverWith({ requestsPerSecond: 3 });
    });

    test("and Telnyx's headers say what is left", async () => {
      const { keys } = server;
      const answers = [];
      for (let turn = 0; turn < 5; turn += 1) answers.push(await list(server, keys.read));
      expect(answers.map(({ status, headers }) => [status, headers['x-ratelimit-remaining']])).toEqual([
        [200, '2'],
        [200, '1'],
        [200, '0'],
        [429, '0'],
        [429, '0'],
      ]);
      expect(answers[3]?.headers).toMatchObject({
        'x-ratelimit-limit': '3',
        'x-ratelimit-reset': '1',
        'retry-after': '1',
        'x-should-retry': 'true',
      });
      expect(answers[3]?.body).toEqual(TOO_MANY('An API key may send 3 requests a second here.'));
      // Another key has its own; and a second later there are as many again.
      await list(server, keys.all).expect(200);
      await settle();
      await list(server, keys.read).expect(200);
    });
  });

  describe('of each address', () => {
    let server: TestApp;
    beforeAll(async () => {
      server = await serverWith({ addressRequestsPerSecond: 3 });
    });

    test('with keys, without, and at addresses that are nothing', async () => {
      const { app, keys } = server;
      const at = { 'x-forwarded-for': '203.0.113.9' };
      await list(server, keys.read, '203.0.113.9').expect(200);
      await request(app).get('/nothing').set(at).expect(404);
      await request(app).get('/health').set(at).expect(200);
      const refused = await list(server, keys.all, '203.0.113.9').expect(429);
      expect(refused.body).toEqual(TOO_MANY('An address may send 3 requests a second here.'));
      expect(refused.headers).toMatchObject({
        'x-ratelimit-limit': '3',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '1',
        'retry-after': '1',
      });
      await list(server, keys.read, '203.0.113.10').expect(200);
    });

    test('whoever has an IPv6 network has one address', async () => {
      const send = (index: number) => list(server, server.keys.read, `2001:db8:7:7::${index + 1}`);
      expect(await statuses(5, send)).toEqual([200, 200, 200, 429, 429]);
    });

    test('but a header that no trusted proxy wrote changes nothing', async () => {
      const direct = await serverWith({ addressRequestsPerSecond: 3, trustProxy: false });
      const send = (index: number) => list(direct, direct.keys.read, `198.51.100.${index}`);
      expect(await statuses(5, send)).toEqual([200, 200, 200, 429, 429]);
    });
  });

  describe('of each address without a valid key, and harder', () => {
    test('known keys go on; keys that are not known are not even looked up', async () => {
      const server = await serverWith({ failedKeysPerMinute: 3 });
      const { keys } = server;
      await list(server, keys.read).expect(200);
      const guess = (index: number) => list(server, `${NOBODYS.slice(0, -2)}${10 + index}`);
      expect(await statuses(5, guess)).toEqual([401, 401, 401, 429, 429]);
      const refused = await guess(9);
      expect(refused.body).toEqual(TOO_MANY('This address sent too many requests without a valid key or signature.'));
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
      expect(refused.headers).toMatchObject({
        'x-ratelimit-limit': '3',
        'x-ratelimit-remaining': '0',
        'x-should-retry': 'false',
      });
      expect(refused.headers['x-ratelimit-reset']).toBe(refused.headers['retry-after']);
      // Without any key, too.
      expect((await request(server.app).get('/v2/ai/conversations').set('x-forwarded-for', '203.0.113.7')).status).toBe(
        429,
      );
      await list(server, keys.read).expect(200);
      await list(server, keys.write).expect(429);
      await list(server, server.adminToken).expect(200);
      // Elsewhere nobody notices.
      await list(server, keys.write, '203.0.113.8').expect(403);
    });

    test('a valid signature is never held up, however many forged ones come from its address', async () => {
      const server = await serverWith({
        failedKeysPerMinute: 3,
        addressRequestsPerSecond: 3,
        requestsPerSecond: 3,
      });
      const body = JSON.stringify(initializationEvent());
      const send = (headers: Record<string, string>) =>
        request(server.app)
          .post('/telnyx/dynamic-variables')
          .set({ ...headers, 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' })
          .send(body);
      const forged = () => send({ ...server.telnyx.headers(`${body} `) });
      expect(await statuses(6, forged)).toEqual([401, 401, 401, 429, 429, 429]);
      expect(await statuses(20, () => send(server.telnyx.headers(body)))).toEqual(
        Array.from({ length: 20 }, () => 200),
      );
      // With the key of a platform the same.
      const unsigned = await serverWith({ requestsPerSecond: 3, addressRequestsPerSecond: 3, telnyxPublicKeys: [] });
      const withKey = () => {
        const headers = { authorization: `Bearer ${unsigned.keys.platform}`, 'content-type': 'application/json' };
        return request(unsigned.app).post('/telnyx/dynamic-variables').set(headers).send(body);
      };
      expect(new Set(await statuses(20, withKey))).toEqual(new Set([200]));
    });
  });

  test('not at all where no limit is set', async () => {
    const server = await serverWith();
    expect(new Set(await statuses(100, () => list(server, NOBODYS)))).toEqual(new Set([401]));
    const answer = await list(server, server.keys.read).expect(200);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
  });
});
