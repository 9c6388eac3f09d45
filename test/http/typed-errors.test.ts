import { request as httpRequest } from 'node:http';
import Telnyx from 'telnyx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListeningServer } from '../../src/http/listen.js';
import { DatabaseUnavailable } from '../../src/store/database-error.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { listening, type TestApp, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';

const NOBODY = '11111111-2222-4333-8444-555555555555';
const LARGE = 'x'.repeat(1024 * 1024);

/** Each refusal, with the error class that the official SDK makes of it and how often the SDK tries. */
describeOnBothDatabases('what is refused', (database) => {
  let server: TestApp;
  let socket: ListeningServer;
  let limited: TestApp;
  let limitedSocket: ListeningServer;
  let isGone = false;
  /** What a transaction waits for before it commits, and what it calls when it is there. */
  let held: Promise<void> | undefined;
  let arrived: () => void = () => {};

  beforeAll(async () => {
    server = await testApp(database(), {
      wrap: (real) => ({
        ...real,
        run: (sql, bindings, options) => (isGone ? Promise.reject(gone()) : real.run(sql, bindings, options)),
        knex: Object.assign(() => {}, {
          raw: (sql: string, bindings: unknown[]) =>
            isGone ? Promise.reject(gone()) : real.knex.raw(sql, bindings as never),
          transaction: async (work: (trx: unknown) => Promise<unknown>) => {
            if (isGone) throw gone();
            return real.knex.transaction(async (trx) => {
              const result = await work(trx);
              arrived();
              await held;
              return result;
            });
          },
        }) as never,
      }),
    });
    limited = await testApp(database(), { settings: { requestsPerSecond: 2 } });
    [socket, limitedSocket] = [await listening(server.app), await listening(limited.app)];
    // Known from now on, also while the database is gone.
    for (const apiKey of [server.keys.read, server.keys.all]) await sdk({ apiKey }).ai.conversations.list();
  });
  afterAll(async () => {
    await Promise.all([socket.stop(0), limitedSocket.stop(0)]);
  });

  const gone = () => new DatabaseUnavailable('The database does not answer: ECONNREFUSED.');
  const sdk = ({ apiKey = server.keys.all, maxRetries = 2, url = socket.url } = {}) =>
    new Telnyx({ apiKey, baseURL: `${url}/v2`, maxRetries });
  const requests = ({ logLines }: TestApp) => logLines.filter(({ msg }) => msg === 'request').length;
  const item = (code: string, title: string, detail: string, source?: object) => ({
    code,
    title,
    detail,
    ...(source === undefined ? {} : { source }),
    meta: { url: `https://developers.telnyx.com/docs/overview/errors/${code}` },
  });

  interface Refusal {
    readonly call: () => Promise<unknown>;
    readonly error: new (...args: never[]) => Error;
    readonly body: object;
    /** How many requests the SDK sends, which may send three. */
    readonly sent: number;
  }

  const refusals: Readonly<Record<string, Refusal>> = {
    '400 a header that is no key': {
      call: () => sdk().ai.conversations.create({ 'Idempotency-Key': 'a b' }),
      error: Telnyx.BadRequestError,
      body: item(
        '10015',
        'Bad Request',
        'The header "Idempotency-Key" has to be 1 to 255 letters, digits, hyphens and underscores.',
      ),
      sent: 1,
    },
    '400 a body that is no JSON': {
      call: () => sdk().post('/ai/conversations', { body: new TextEncoder().encode('{"name":') }),
      error: Telnyx.BadRequestError,
      body: item('10023', 'Invalid JSON', 'The body is not valid JSON.'),
      sent: 1,
    },
    '401 an unknown key': {
      call: () => sdk({ apiKey: 'KEY0123456789' }).ai.conversations.list(),
      error: Telnyx.AuthenticationError,
      body: item(
        '10009',
        'Authentication failed',
        'The required authentication headers were either invalid or not included in the request.',
      ),
      sent: 1,
    },
    '403 a key without the scope': {
      call: () => sdk({ apiKey: server.keys.read }).ai.assistants.create({ name: 'x', instructions: 'x' }),
      error: Telnyx.PermissionDeniedError,
      body: item('10010', 'Authorization failed', 'This API key does not have the scope "write".'),
      sent: 1,
    },
    '404 a conversation': {
      call: () => sdk().ai.conversations.retrieve(NOBODY),
      error: Telnyx.NotFoundError,
      body: item('10005', 'Resource not found', `There is no conversation "${NOBODY}".`),
      sent: 1,
    },
    '404 an assistant': {
      call: () => sdk().ai.assistants.delete('assistant-1'),
      error: Telnyx.NotFoundError,
      body: item('10005', 'Resource not found', 'There is no assistant "assistant-1".'),
      sent: 1,
    },
    '404 an address': {
      call: () => sdk().ai.assistants.versions.list('assistant-1'),
      error: Telnyx.NotFoundError,
      body: item('10005', 'Resource not found', 'There is nothing at this address.'),
      sent: 1,
    },
    '405 a method': {
      call: () => sdk().patch(`/ai/conversations/${NOBODY}`, { body: {} }),
      error: Telnyx.APIError,
      body: item(
        '10030',
        'Method not allowed',
        'PATCH is not possible here; this address takes GET, HEAD, PUT, DELETE.',
      ),
      sent: 1,
    },
    '413 a body': {
      call: () => sdk().ai.conversations.create({ name: LARGE }),
      error: Telnyx.APIError,
      body: item('10015', 'Bad Request', 'The body is larger than 1048576 bytes.'),
      sent: 1,
    },
    '415 a way of packing': {
      call: () => sdk().post('/ai/conversations', { body: {}, headers: { 'content-encoding': 'zstd' } }),
      error: Telnyx.APIError,
      body: item('10015', 'Bad Request', 'This content-encoding is not supported here.'),
      sent: 1,
    },
    '422 a field': {
      call: () => sdk().ai.conversations.create({ name: 'a\0' }),
      error: Telnyx.UnprocessableEntityError,
      body: item('10027', 'Unprocessable Entity', '"name" holds the character U+0000, which cannot be stored.', {
        pointer: '/name',
      }),
      sent: 1,
    },
    '422 a page': {
      call: () => sdk().ai.conversations.messages.list(NOBODY, { 'page[size]': 101 }) as Promise<unknown>,
      error: Telnyx.UnprocessableEntityError,
      body: item(
        '10033',
        'Value outside of range',
        '"page[size]" is "101"; it has to be a whole number from 1 to 100.',
        { parameter: 'page[size]' },
      ),
      sent: 1,
    },
    '422 another request with the same Idempotency-Key': {
      call: async () => {
        await sdk({ maxRetries: 0 }).ai.conversations.create({ name: 'one', 'Idempotency-Key': 'used' });
        return sdk().ai.conversations.create({ name: 'two', 'Idempotency-Key': 'used' });
      },
      error: Telnyx.UnprocessableEntityError,
      body: item(
        '10027',
        'Unprocessable Entity',
        'This Idempotency-Key belongs to a request with another method, path or body; a new request needs a new key.',
      ),
      sent: 2,
    },
    '503 without a database, reading': {
      call: () => withoutDatabase(() => sdk().ai.conversations.list()),
      error: Telnyx.InternalServerError,
      body: item('10037', 'Service unavailable', 'The database does not answer.'),
      sent: 3,
    },
    '503 without a database, writing with an Idempotency-Key': {
      call: () => withoutDatabase(() => sdk().ai.conversations.create({ 'Idempotency-Key': 'gone' })),
      error: Telnyx.InternalServerError,
      body: item('10037', 'Service unavailable', 'The database does not answer.'),
      sent: 3,
    },
    '503 without a database, writing': {
      call: () => withoutDatabase(() => sdk().ai.conversations.create({})),
      error: Telnyx.InternalServerError,
      body: item('10037', 'Service unavailable', 'The database does not answer.'),
      sent: 1,
    },
  };

  async function withoutDatabase(call: () => PromiseLike<unknown>): Promise<unknown> {
    isGone = true;
    try {
      return await call();
    } finally {
      isGone = false;
    }
  }

  test.each(Object.entries(refusals))('is %s', async (name, { call, error, body, sent }) => {
    const before = requests(server);
    const thrown = await call().then(
      () => expect.fail('It was not refused.'),
      (reason) => reason,
    );
    expect(thrown.error).toEqual({ errors: [body] });
    expect(thrown.status).toBe(Number(name.slice(0, 3)));
    expect(thrown).toBeInstanceOf(error);
    expect(thrown.headers.get('x-should-retry')).toBe(String(sent === 3));
    await expect.poll(() => requests(server) - before).toBe(sent);
  });

  describe('is 409 while a request with the same Idempotency-Key is under way', () => {
    /** A request that is under way until `release`. */
    async function begin(key: string) {
      let release: () => void = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      const isThere = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      const first = sdk({ maxRetries: 0 }).ai.conversations.create({ name: 'slow', 'Idempotency-Key': key });
      const answered = first.then((conversation) => conversation);
      await isThere;
      return {
        answered,
        release: () => {
          held = undefined;
          release();
        },
      };
    }

    test('which is tried three times', async () => {
      const { answered, release } = await begin('slow-1');
      const before = requests(server);
      const thrown = await sdk()
        .ai.conversations.create({ name: 'slow', 'Idempotency-Key': 'slow-1' })
        .catch((reason) => reason);
      release();
      expect(thrown).toBeInstanceOf(Telnyx.ConflictError);
      expect(thrown.error).toEqual({
        errors: [
          item(
            '10036',
            'Resource is being processed',
            'A request with this Idempotency-Key is under way; the same request gets its answer in a moment.',
          ),
        ],
      });
      await answered;
      expect(requests(server) - before).toBe(4);
    });

    test('which gets the first one’s answer by itself', async () => {
      const { answered, release } = await begin('slow-2');
      const second = sdk().ai.conversations.create({ name: 'slow', 'Idempotency-Key': 'slow-2' });
      setTimeout(release, 300);
      expect(await second).toEqual(await answered);
    });
  });

  describe('is 429 past the requests of a key', () => {
    const key = () => limited.keys.all;
    const list = (apiKey: string, path = '/v2/ai/conversations?limit=1') =>
      fetch(`${limitedSocket.url}${path}`, { headers: { authorization: `Bearer ${apiKey}` } });
    const newSecond = () => new Promise((resolve) => setTimeout(resolve, 1050));

    test('saying what is left, and when to come again', async () => {
      await newSecond();
      const answers = [];
      for (let count = 0; count < 3; count += 1) answers.push(await list(key()));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
      expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['1', '0', '0']);
      for (const { headers } of answers) {
        expect(headers.get('x-ratelimit-limit')).toBe('2');
        expect(headers.get('x-ratelimit-reset')).toBe('1');
      }
      const refused = answers[2] as Response;
      expect(refused.headers.get('retry-after')).toBe('1');
      expect(refused.headers.get('x-should-retry')).toBe('true');
      expect(await refused.json()).toEqual({
        errors: [item('10011', 'Too many requests', 'An API key may send 2 requests a second here.')],
      });
      // Another key has its own count, and so has nobody's.
      expect((await list(limited.keys.read)).status).toBe(200);
      expect((await list('KEY0')).headers.has('x-ratelimit-limit')).toBe(false);
      expect((await list(key(), '/health')).status).toBe(200);
    });

    test('as a RateLimitError, and by default tried again in time', async () => {
      await newSecond();
      const client = (maxRetries: number) => sdk({ apiKey: key(), url: limitedSocket.url, maxRetries });
      await client(0).ai.conversations.list();
      await client(0).ai.conversations.list();
      await expect(client(0).ai.conversations.list()).rejects.toBeInstanceOf(Telnyx.RateLimitError);
      const before = requests(limited);
      await client(2).ai.conversations.create({ name: 'in time' });
      await expect.poll(() => requests(limited) - before).toBe(2);
    });

    test('but not past those of a platform', async () => {
      const body = JSON.stringify(initializationEvent());
      const statuses = await Promise.all(
        Array.from({ length: 10 }, async () => {
          const headers = limited.telnyx.headers(body);
          const url = `${limitedSocket.url}/telnyx/dynamic-variables`;
          return (await fetch(url, { method: 'POST', headers, body })).status;
        }),
      );
      expect(new Set(statuses)).toEqual(new Set([200]));
    });
  });

  test('is 413 in the same format for a body that comes in chunks, without its length', async () => {
    const { status, headers, text } = await new Promise<{ status?: number; headers: object; text: string }>(
      (resolve, reject) => {
        const sent = httpRequest(
          `${socket.url}/v2/ai/conversations`,
          { method: 'POST', headers: { authorization: `Bearer ${server.keys.all}`, 'transfer-encoding': 'chunked' } },
          (response) => {
            let text = '';
            response.on('data', (chunk) => {
              text += chunk;
            });
            response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
          },
        );
        sent.on('error', reject);
        sent.write('{"name":"');
        for (let count = 0; count < 4; count += 1) sent.write(LARGE);
        sent.end('"}');
      },
    );
    expect(status).toBe(413);
    expect(headers).toMatchObject({ 'x-should-retry': 'false', 'content-type': 'application/json; charset=utf-8' });
    expect(JSON.parse(text)).toEqual({
      errors: [item('10015', 'Bad Request', 'The body is larger than 1048576 bytes.')],
    });
  });
});
