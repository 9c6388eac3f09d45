import { createServer as createHttpServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { RingbackClient, type RingbackClientOptions } from '../../src/client/index.js';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

async function listeningAt(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undo.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serving = (listener: RequestListener): Promise<string> => listeningAt(createHttpServer(listener));

const answering = (status: number, body: string, headers: Record<string, string> = {}): Promise<string> =>
  serving((_req, res) => void res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body));

const errors = (code: string, detail: string) => JSON.stringify({ errors: [{ code, title: 'T', detail }] });

const ADDED = JSON.stringify({
  ...{ status: 'accepted', job_id: null, caller_id: 'c', conversation_id: 'v', sub_user_id: 'id:a' },
});

/** Reads the body first: what is answered is of one whole request. */
const afterBody =
  (answer: RequestListener): RequestListener =>
  (req, res) => {
    req.resume().on('end', () => answer(req, res));
  };

function clientOf(baseUrl: string, options: Partial<RingbackClientOptions> = {}): RingbackClient {
  return new RingbackClient({ baseUrl, apiKey: 'rb_test', ...options });
}

const USER = { id: 'a' } as const;
const TIMEOUT_MS = 150;
/** Timers of a busy machine. */
const SLACK_MS = 250;

const BROKEN: readonly (readonly [string, string, () => Promise<string>])[] = [
  ['accepts and never answers', 'late', () => listeningAt(createTcpServer(() => {}))],
  [
    'begins its answer and stops',
    'late',
    () => serving((_req, res) => void res.writeHead(200, { 'content-length': '1000' }).write('{"results":')),
  ],
  [
    'drips its answer',
    'late',
    () =>
      serving((_req, res) => {
        const timer = setInterval(() => res.write(' '), 20);
        res.on('close', () => clearInterval(timer));
      }),
  ],
  ['hangs up', 'unreachable', () => serving((req) => void req.socket.destroy())],
  [
    'hangs up in its answer',
    'unreachable',
    () =>
      serving((_req, res) => {
        res.writeHead(200, { 'content-length': '1000' }).write('{');
        setTimeout(() => res.destroy(), 20);
      }),
  ],
  ['is not there', 'unreachable', async () => 'http://127.0.0.1:9'],
  ['speaks no HTTP', 'unreachable', () => listeningAt(createTcpServer((socket) => void socket.end('220 smtp\r\n')))],
  ['answers no JSON', 'unreadable', () => answering(200, '<html>It works!</html>')],
  ['answers other JSON', 'unreadable', () => answering(200, '{"hello":"world"}')],
  ['answers null', 'unreadable', () => answering(200, 'null')],
  [
    'answers results of another kind',
    'unreadable',
    () => answering(200, '{"results":[{"kind":"x"}],"context_text":"","complete":true}'),
  ],
  ['answers nothing', 'unreadable', () => answering(200, '')],
  ['points elsewhere', 'unreadable', () => answering(308, '', { location: 'http://127.0.0.1:9/' })],
  ['is another program', 'unreadable', () => answering(404, '<html>Not Found</html>')],
  ['fails', 'unavailable', () => answering(500, errors('10007', 'Something went wrong.'))],
  ['stands behind a proxy that has lost it', 'unavailable', () => answering(502, '<html>Bad Gateway</html>')],
  ['is busy', 'rate_limited', () => answering(429, errors('10011', 'Too many.'), { 'retry-after': '1' })],
];

describe('a live call, with a server that', () => {
  test.each(BROKEN)('%s, is answered with nothing, for the reason "%s"', async (_, reason, start) => {
    const client = clientOf(await start());
    const startMs = performance.now();
    const [found, recalled] = await Promise.all([
      client.searchMemory('the dog', { user: USER, timeoutMs: TIMEOUT_MS }),
      client.recall({ user: USER, timeoutMs: TIMEOUT_MS }),
    ]);
    expect(performance.now() - startMs).toBeLessThan(TIMEOUT_MS + SLACK_MS);
    expect(found).toEqual({ contextText: '', results: [], complete: false, reason });
    expect(recalled).toEqual({
      ...{ status: 'late', callerId: null, name: '', summary: '', lines: [], facts: {} },
      ...{ recallText: '', lastEpisode: null, complete: false, reason },
    });
  });

  test('never ends its answer, is answered with nothing before that fills the memory', async () => {
    const piece = Buffer.alloc(1024 * 1024, ' ');
    const url = await serving((_req, res) => {
      const more = (): void => {
        while (res.write(piece));
      };
      res.on('drain', more);
      more();
    });
    const found = await clientOf(url).searchMemory('the dog', { user: USER, timeoutMs: 20_000 });
    expect(found).toMatchObject({ results: [], reason: 'unreadable' });
  });

  test('is asked by a fetch that knows nothing of aborting, is answered in time all the same', async () => {
    const client = clientOf('http://127.0.0.1:9', { fetch: () => new Promise(() => {}) });
    const startMs = performance.now();
    expect(await client.recall({ user: USER, timeoutMs: 50 })).toMatchObject({ status: 'late', reason: 'late' });
    expect(performance.now() - startMs).toBeLessThan(50 + SLACK_MS);
  });

  test('does not have its key sent to where another one points', async () => {
    const seen: unknown[] = [];
    const other = await serving((req, res) => {
      seen.push(req.headers.authorization);
      res.end('{}');
    });
    const client = clientOf(await answering(307, '', { location: other }));
    await client.searchMemory('x', { user: USER });
    await expect(client.job('j')).rejects.toMatchObject({ code: 'unreadable' });
    expect(seen).toEqual([]);
  });

  test('tells the server to answer a little before the time is over', async () => {
    const asked: unknown[] = [];
    const url = await serving((req, res) => {
      let text = '';
      req.on('data', (part) => {
        text += part;
      });
      req.on('end', () => {
        asked.push(JSON.parse(text));
        res.end('{"results":[],"context_text":"","complete":true}');
      });
    });
    const client = clientOf(url);
    await client.searchMemory('x', { user: USER, timeoutMs: 250 });
    await client.searchMemory('x', { user: 'voice:+13125550142', timeoutMs: 60_000, kinds: ['turn'], limit: 3 });
    expect(asked).toEqual([
      { user: { id: 'a' }, query: 'x', timeout_ms: 225 },
      { sub_user_id: 'voice:+13125550142', query: 'x', timeout_ms: 10_000, kinds: ['turn'], limit: 3 },
    ]);
  });
});

describe('what is added', () => {
  const save = (client: RingbackClient, timeoutMs = 5_000) =>
    client.saveResponse({ userText: 'Hi.', assistantText: 'Hello.', user: USER, timeoutMs });

  test('is sent with one key until it is acknowledged, whatever the failures before', async () => {
    const keys: unknown[] = [];
    const failures: RequestListener[] = [
      (req) => void req.socket.destroy(),
      (_req, res) => void res.writeHead(503, { 'x-should-retry': 'false' }).end(errors('10037', 'Away.')),
      (_req, res) => void res.writeHead(409, { 'x-should-retry': 'true' }).end(errors('10036', 'Under way.')),
      (_req, res) => void res.writeHead(502).end('<html>'),
      (_req, res) => void res.writeHead(202).end(ADDED),
    ];
    const url = await serving(
      afterBody((req, res) => {
        keys.push(req.headers['idempotency-key']);
        failures.shift()?.(req, res);
      }),
    );
    expect(await save(clientOf(url))).toEqual({ jobId: null, callerId: 'c', conversationId: 'v', subUserId: 'id:a' });
    expect(keys).toHaveLength(5);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('gives up when time is over, and says why', async () => {
    const { url, requests } = await counting((_req, res) => void res.writeHead(503).end(errors('10037', 'Away.')));
    const startMs = performance.now();
    await expect(save(clientOf(url), 600)).rejects.toMatchObject({ status: 503, code: 'unavailable', detail: 'Away.' });
    expect(performance.now() - startMs).toBeLessThan(600 + SLACK_MS);
    expect(requests()).toBeGreaterThan(1);
    const hanging = await counting(() => {});
    await expect(save(clientOf(hanging.url, { timeoutMs: 1_600 }), 1_600)).rejects.toMatchObject({
      ...{ status: 0, code: 'late' },
    });
    // One that hangs does not take all the time: others may have recovered by then.
    expect(hanging.requests()).toBeGreaterThan(1);
    await expect(save(clientOf('http://127.0.0.1:9'), 200)).rejects.toMatchObject({
      ...{ status: 0, code: 'unreachable', message: 'The server at http://127.0.0.1:9 cannot be reached.' },
    });
  });

  test('is not sent again when it is refused, or to what is not Ringback', async () => {
    for (const [status, headers, body, code] of [
      [422, {}, errors('10027', 'Wrong.'), '10027'],
      [401, {}, errors('10009', 'No.'), '10009'],
      [429, { 'x-should-retry': 'false' }, errors('10011', 'The month is used up.'), '10011'],
      [409, { 'x-should-retry': 'false' }, errors('10027', 'It was erased.'), '10027'],
      [404, {}, '<html>', 'unreadable'],
    ] as const) {
      const { url, requests } = await counting((_req, res) => void res.writeHead(status, headers).end(body));
      await expect(save(clientOf(url))).rejects.toMatchObject({ status, code });
      expect(requests()).toBe(1);
    }
  });

  test('waits as long as the server asks for', async () => {
    const atMs: number[] = [];
    const url = await serving(
      afterBody((_req, res) => {
        atMs.push(performance.now());
        if (atMs.length > 1) res.writeHead(202).end(ADDED);
        else res.writeHead(503, { 'retry-after': '1' }).end(errors('10037', 'Away.'));
      }),
    );
    await save(clientOf(url));
    expect((atMs[1] as number) - (atMs[0] as number)).toBeGreaterThan(950);
  });

  async function counting(answer: RequestListener): Promise<{ url: string; requests(): number }> {
    let requests = 0;
    const url = await serving(
      afterBody((req, res) => {
        requests += 1;
        answer(req, res);
      }),
    );
    return { url, requests: () => requests };
  }
});

test('a job that does not end in time is waited for no longer', async () => {
  const at = '2026-03-01T10:00:00.000Z';
  const job = { job_id: 'j', type: 'extract-memory', status: 'processing', attempts: 1, result: null, error: null };
  const client = clientOf(await answering(200, JSON.stringify({ ...job, created_at: at, updated_at: at })));
  await expect(client.waitForJob('j', { timeoutMs: 300 })).rejects.toMatchObject({
    ...{ code: 'late', detail: 'The job j is still under way after 300 ms.' },
  });
});

test.each<[string, Partial<RingbackClientOptions>, string]>([
  ['no URL', { baseUrl: 'localhost' }, '"baseUrl" has to be an http or https URL such as http://127.0.0.1:8787.'],
  [
    'a URL with a password',
    { baseUrl: 'http://a:b@127.0.0.1' },
    '"baseUrl" has to be an http or https URL such as http://127.0.0.1:8787.',
  ],
  ['no key', { apiKey: '' }, '"apiKey" has to be an API key.'],
  ['a key with a line break', { apiKey: 'rb_1\n' }, '"apiKey" has to be an API key.'],
  ['no time', { timeoutMs: 0 }, '"timeoutMs" has to be a number of milliseconds above 0.'],
])('a client is not made with %s', (_, options, message) => {
  expect(() => clientOf('http://127.0.0.1:9', options)).toThrow(new TypeError(message));
});

test('what cannot be sent is said at once', async () => {
  const client = clientOf('http://127.0.0.1:9');
  await expect(client.saveResponse({ userText: ' ', assistantText: '', user: USER })).rejects.toThrow(
    new TypeError('"userText" and "assistantText" are both empty.'),
  );
  await expect(client.addCall({ user: USER, transcript: 'Caller: x', idempotencyKey: 'a b' })).rejects.toThrow(
    new TypeError('"idempotencyKey" has to be 1 to 255 letters, digits, hyphens and underscores.'),
  );
  await expect(client.recall({ user: USER, timeoutMs: Number.NaN })).rejects.toThrow(TypeError);
});
