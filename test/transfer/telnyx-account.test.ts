import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openTelnyxAccount, type TelnyxAccountOptions } from '../../src/transfer/telnyx-account.js';

const ID = '11111111-2222-4333-8444-555555555555';

/** Answers each request with the next of these; the last one again and again. */
interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

describe('a Telnyx account', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function telnyx(
    answer: (req: IncomingMessage, count: number) => Answer,
    options: Partial<TelnyxAccountOptions> = {},
  ) {
    const requests: { url: string; atMs: number; authorization: string | undefined }[] = [];
    const server = createServer((req: IncomingMessage, res: ServerResponse) => {
      requests.push({ url: req.url ?? '', atMs: performance.now(), authorization: req.headers.authorization });
      const { status = 200, headers = {}, body = {} } = answer(req, requests.length);
      res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const account = await openTelnyxAccount({ apiKey: 'KEY1', baseUrl: `http://127.0.0.1:${port}/v2`, ...options });
    return { account, requests };
  }

  const inTurn =
    (...answers: readonly Answer[]) =>
    (_req: IncomingMessage, count: number): Answer =>
      answers[Math.min(count, answers.length) - 1] as Answer;

  const EMPTY = { body: { data: [], meta: { page_number: 1, page_size: 100, total_pages: 1, total_results: 0 } } };

  function pageOf(number: number, texts: readonly string[], total: number, size: number): Answer {
    const meta = { page_number: number, page_size: size, total_pages: Math.ceil(total / size), total_results: total };
    return { body: { data: texts.map((text) => ({ role: 'user', text })), meta } };
  }

  test('is asked with its key, the documented parameters and nothing of the environment', async () => {
    process.env.TELNYX_CLIENT_ID = 'another';
    process.env.TELNYX_CLIENT_SECRET = 'way in';
    try {
      const { account, requests } = await telnyx(() => EMPTY);
      await account.listConversations({ createdSince: '2025-04-01T10:00:00.004Z', limit: 7 });
      await account.listMessages(ID);
      expect(requests).toMatchObject([
        {
          url: '/v2/ai/conversations?order=created_at.asc&limit=7&created_at=gte.2025-04-01T10%3A00%3A00.004Z',
          authorization: 'Bearer KEY1',
        },
        { url: `/v2/ai/conversations/${ID}/messages?page%5Bnumber%5D=1&page%5Bsize%5D=100` },
      ]);
    } finally {
      delete process.env.TELNYX_CLIENT_ID;
      delete process.env.TELNYX_CLIENT_SECRET;
    }
  });

  test.each<[string, Record<string, string>, number]>([
    ['retry-after in seconds', { 'retry-after': '0.3' }, 300],
    ['retry-after-ms', { 'retry-after-ms': '250' }, 250],
    ["Telnyx's own header", { 'x-ratelimit-reset': '0.2' }, 200],
  ])('is given the time it asks for by %s', async (_what, headers, waitMs) => {
    const waits: number[] = [];
    const limited = { status: 429, headers, body: { errors: [{ code: '10011' }] } };
    const { account, requests } = await telnyx(inTurn(limited, limited, EMPTY), { onWait: (ms) => waits.push(ms) });
    expect(await account.listConversations({ limit: 1 })).toEqual([]);
    expect(waits).toEqual([waitMs, waitMs]);
    const [first, second] = requests.map(({ atMs }) => atMs) as [number, number];
    expect(second - first).toBeGreaterThanOrEqual(waitMs - 5);
  });

  test('is given a date', async () => {
    const waits: number[] = [];
    const date = new Date(Date.now() + 2_000).toUTCString();
    const { account } = await telnyx(inTurn({ status: 429, headers: { 'retry-after': date } }, EMPTY), {
      onWait: (ms) => waits.push(ms),
    });
    await account.listConversations({ limit: 1 });
    expect(waits[0]).toBeGreaterThan(0);
    expect(waits[0]).toBeLessThanOrEqual(2_000);
  });

  test('is left in peace by all requests while one was told to wait', async () => {
    const { account, requests } = await telnyx((_req, count) =>
      count === 1 ? { status: 429, headers: { 'retry-after-ms': '300' } } : EMPTY,
    );
    const first = account.listConversations({ limit: 1 });
    await expect.poll(() => requests.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([first, account.listConversations({ limit: 2 }), account.listMessages(ID)]);
    const [one, ...others] = requests.map(({ atMs }) => atMs) as [number, ...number[]];
    for (const atMs of others) expect(atMs - one).toBeGreaterThanOrEqual(290);
  });

  test('may fail for a moment', async () => {
    const { account, requests } = await telnyx(inTurn({ status: 503, headers: { 'retry-after-ms': '1' } }, EMPTY));
    expect(await account.listConversations({ limit: 1 })).toEqual([]);
    expect(requests).toHaveLength(2);
  });

  test('that goes on failing is told of plainly', async () => {
    const { account, requests } = await telnyx(() => ({ status: 500, headers: { 'retry-after-ms': '1' } }));
    await expect(account.listConversations({ limit: 1 })).rejects.toMatchObject({
      name: 'TelnyxUnavailable',
      message: 'Telnyx answered 500 again and again. Try again later.',
    });
    expect(requests).toHaveLength(6);
  });

  test('is not asked again where it says that this is useless', async () => {
    const { account, requests } = await telnyx(() => ({ status: 500, headers: { 'x-should-retry': 'false' } }));
    await expect(account.listConversations({ limit: 1 })).rejects.toMatchObject({ name: 'TelnyxRefused', status: 500 });
    expect(requests).toHaveLength(1);
  });

  test.each([
    [401, 'Telnyx does not know this API key (401). Check TELNYX_API_KEY.'],
    [403, 'This Telnyx API key may not read conversations (403).'],
    [404, 'Telnyx has nothing at this address (404).'],
    [422, 'Telnyx refuses the request (422).'],
  ])('refuses with %i once, and what it said stays there', async (status, message) => {
    const { account, requests } = await telnyx(() => ({ status, body: { errors: [{ detail: 'KEY1 of Sarah' }] } }));
    await expect(account.listMessages(ID)).rejects.toMatchObject({ name: 'TelnyxRefused', status, message });
    expect(requests).toHaveLength(1);
  });

  test('that is not one is told of', async () => {
    const { account } = await telnyx(() => ({ body: { hello: 'world' } }));
    const message = 'The answer is not that of a Telnyx API: check the base URL, which ends in /v2.';
    await expect(account.listConversations({ limit: 1 })).rejects.toThrow(message);
    await expect(account.listMessages(ID)).rejects.toThrow(message);
  });

  test('that nobody listens for is told of', async () => {
    const { account } = await telnyx(() => EMPTY, { backOffMs: 1 });
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    await expect(account.listConversations({ limit: 1 })).rejects.toMatchObject({
      name: 'TelnyxUnavailable',
      message: 'Telnyx cannot be reached. Try again later.',
    });
  });

  test('gives all pages of messages in their order', async () => {
    const texts = Array.from({ length: 5 }, (_, index) => `message ${index}`);
    const { account, requests } = await telnyx(({ url }) => {
      const number = Number(new URL(url ?? '', 'http://x').searchParams.get('page[number]'));
      return pageOf(number, texts.slice((number - 1) * 2, number * 2), 5, 2);
    });
    expect((await account.listMessages(ID)).map((message) => (message as { text: string }).text)).toEqual(texts);
    expect(requests).toHaveLength(3);
  });

  test('is read anew where a message arrived between two pages', async () => {
    let texts = ['b', 'a'];
    const { account } = await telnyx(({ url }, count) => {
      // Newest first: what comes moves the rest by one.
      if (count === 2) texts = ['c', ...texts];
      const number = Number(new URL(url ?? '', 'http://x').searchParams.get('page[number]'));
      return pageOf(number, texts.slice(number - 1, number), texts.length, 1);
    });
    expect((await account.listMessages(ID)).map((message) => (message as { text: string }).text)).toEqual([
      'c',
      'b',
      'a',
    ]);
  });

  test('ends at once when it is interrupted, in the middle of a wait', async () => {
    const controller = new AbortController();
    const { account } = await telnyx(() => ({ status: 429, headers: { 'retry-after': '200' } }), {
      signal: controller.signal,
      onWait: () => setTimeout(() => controller.abort(), 20),
    });
    const startMs = performance.now();
    await expect(account.listConversations({ limit: 1 })).rejects.toMatchObject({ name: 'AbortError' });
    expect(performance.now() - startMs).toBeLessThan(2_000);
  });
});
