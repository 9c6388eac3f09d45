import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createRawServer, type Server as RawServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createOutbound, type OutboundOptions } from '../../src/outbound/create-outbound.js';
import { openSocket } from '../../src/outbound/open-socket.js';
import type { OutboundRequest } from '../../src/outbound/outbound.js';
import { certificate } from '../support/certificate.js';

const servers: (Server | RawServer)[] = [];
const sockets = new Set<Socket>();

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

async function listen<Kind extends Server | RawServer>(server: Kind, host = '127.0.0.1', port = 0): Promise<number> {
  servers.push(server);
  server.on('connection', (socket: Socket) =>
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => {})),
  );
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done));
  return (server.address() as AddressInfo).port;
}

const serve = (listener: RequestListener) => listen(createServer(listener));

/** A server that says what it likes, without HTTP's rules. */
const serveRaw = (speak: (socket: Socket) => void) =>
  listen(createRawServer((socket) => void socket.once('data', () => speak(socket))));

/** `hook.test` is this machine, and nobody else is known. */
const options: OutboundOptions = {
  allowPrivate: true,
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
};

function call(port: number, request: Partial<OutboundRequest> = {}, more: Partial<OutboundOptions> = {}) {
  const url = `http://hook.test:${port}/calls?token=abc`;
  const outbound = createOutbound({ ...options, ...more });
  return outbound.request({ method: 'GET', url, timeoutMs: 5000, answerBytesMax: 100_000, ...request });
}

describe('a request', () => {
  test('goes out with its own headers and with ours, and its answer comes back whole', async () => {
    let seen: unknown;
    const port = await serve((req, res) => {
      let body = '';
      req.setEncoding('utf8').on('data', (chunk) => {
        body += chunk;
      });
      req.on('end', () => {
        seen = { method: req.method, url: req.url, headers: req.headers, body };
        res.writeHead(
          201,
          [
            ['x-answer', 'a'],
            ['x-answer', 'b'],
            ['set-cookie', 'a=1'],
            ['set-cookie', 'b=2'],
          ].flat(),
        );
        res.end('größe');
      });
    });
    const answer = await call(port, {
      method: 'POST',
      body: '{"größe":1}',
      headers: {
        'Content-Type': 'application/json',
        Host: 'other.test',
        'Accept-Encoding': 'gzip',
        'X-Signature': 's',
        'content-length': '3',
      },
    });
    expect(seen).toEqual({
      method: 'POST',
      url: '/calls?token=abc',
      headers: {
        'user-agent': expect.stringMatching(/^ringback\/\d+\.\d+\.\d+$/),
        'content-type': 'application/json',
        'x-signature': 's',
        host: `hook.test:${port}`,
        connection: 'close',
        'accept-encoding': 'identity',
        'content-length': '13',
      },
      body: '{"größe":1}',
    });
    expect(answer).toMatchObject({ status: 201, headers: { 'x-answer': 'a, b', 'set-cookie': 'a=1, b=2' } });
    expect(answer.body.toString()).toBe('größe');
    expect(answer.durationMs).toBeGreaterThan(0);
    expect(answer.durationMs).toBeLessThan(5000);
  });

  test('goes where it was checked, and each one has a connection of its own', async (context) => {
    const hits: string[] = [];
    const server = (name: string) => createServer((_req, res) => res.end(String(hits.push(name))));
    const port = await listen(server('first'));
    // Not every system has it: macOS has one loopback address.
    await listen(server('second'), '127.0.0.2', port).catch(() => context.skip());
    const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.1'];
    let asked = 0;
    const outbound = createOutbound({
      allowPrivate: true,
      resolve: async () => [{ address: answers[asked++] ?? '', family: 4 }],
    });
    for (let time = 0; time < 3; time++) {
      await outbound.request({ method: 'GET', url: `http://hook.test:${port}/`, timeoutMs: 5000, answerBytesMax: 100 });
    }
    expect(hits).toEqual(['first', 'second', 'first']);
    expect(asked).toBe(3);
  });

  test('tries the next of its checked addresses where the first does not take it', async () => {
    const port = await serve((_req, res) => res.end('here'));
    const resolve = async () => ['127.0.0.3', '127.0.0.1'].map((address) => ({ address, family: 4 }));
    expect((await call(port, {}, { resolve })).body.toString()).toBe('here');
  });

  test('to an IPv6 address carries it in brackets', async (context) => {
    let host: string | undefined;
    const server = createServer((req, res) => {
      host = req.headers.host;
      res.end('six');
    });
    const port = await listen(server, '::1').catch(() => context.skip());
    expect((await call(port, { url: `http://[::1]:${port}/` })).body.toString()).toBe('six');
    expect(host).toBe(`[::1]:${port}`);
  });

  test('does not follow a redirect, whereto it may lead', async () => {
    let hits = 0;
    const port = await serve((_req, res) => {
      hits += 1;
      res.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end();
    });
    expect(await call(port)).toMatchObject({ status: 302, headers: { location: 'http://169.254.169.254/latest/' } });
    expect(hits).toBe(1);
  });

  test('takes what came compressed as it came', async () => {
    const port = await serve((_req, res) => res.writeHead(200, { 'content-encoding': 'gzip' }).end('not really'));
    expect((await call(port)).body.toString()).toBe('not really');
  });

  test('that names a proxy in the environment goes straight all the same', async () => {
    const port = await serve((_req, res) => res.end('straight'));
    process.env.HTTP_PROXY = process.env.http_proxy = 'http://127.0.0.1:1';
    try {
      expect((await call(port)).body.toString()).toBe('straight');
    } finally {
      delete process.env.HTTP_PROXY;
      delete process.env.http_proxy;
    }
  });

  test('200 at once are each answered with what they asked', async () => {
    const port = await serve((req, res) => setTimeout(() => res.end(req.url), 20));
    const asked = Array.from({ length: 200 }, (_, index) => `/${index}`);
    const answers = await Promise.all(asked.map((path) => call(port, { url: `http://hook.test:${port}${path}` })));
    expect(answers.map(({ body }) => body.toString())).toEqual(asked);
  });
});

describe('time is limited', () => {
  const late = { name: 'OutboundFailed', reason: 'timeout', message: 'hook.test gave no whole answer within 150 ms.' };
  const header = 'HTTP/1.1 200 OK\r\ncontent-length: 90000\r\n\r\n';

  test.each<[string, (socket: Socket) => void]>([
    ['for a server that never answers', () => {}],
    ['for headers that drip', (socket) => drip(socket, 'HTTP/1.1 200 OK\r\n', 'x')],
    ['for informational answers without an end', (socket) => drip(socket, '', 'HTTP/1.1 103 Early Hints\r\n\r\n')],
    ['for a body that drips', (socket) => drip(socket, header, 'x')],
    ['for a body that stops', (socket) => void socket.write(`${header}x`)],
  ])('%s', async (_what, speak) => {
    const port = await serveRaw(speak);
    const startMs = performance.now();
    await expect(call(port, { timeoutMs: 150 })).rejects.toMatchObject(late);
    expect(performance.now() - startMs).toBeLessThan(1000);
    await expect.poll(() => sockets.size).toBe(0);
  });

  test('for a name service that never answers, and nothing is sent when it does', async () => {
    let answer = () => {};
    const port = await serve((_req, res) => res.end());
    let connections = 0;
    const pending = call(
      port,
      { timeoutMs: 150 },
      {
        resolve: () =>
          new Promise((resolve) => {
            answer = () => resolve([{ address: '127.0.0.1', family: 4 }]);
          }),
        openSocket: (target) => {
          connections += 1;
          return openSocket(target);
        },
      },
    );
    await expect(pending).rejects.toMatchObject(late);
    answer();
    await sleep(20);
    expect(connections).toBe(0);
  });

  test('for a TLS handshake that never comes', async () => {
    const port = await listen(createRawServer(() => {}));
    await expect(call(port, { url: `https://hook.test:${port}/`, timeoutMs: 150 })).rejects.toMatchObject(late);
  });

  test('and may be longer than a timer can count', async () => {
    const port = await serve((_req, res) => setTimeout(() => res.end('there'), 30));
    expect((await call(port, { timeoutMs: 2 ** 40 })).body.toString()).toBe('there');
  });
});

describe('size is limited', () => {
  test('a body that is announced too long is not read', async () => {
    const port = await serve((_req, res) => res.writeHead(200, { 'content-length': '100001' }).write('x'));
    const message = 'hook.test answered with more than 100000 bytes.';
    await expect(call(port)).rejects.toMatchObject({ name: 'OutboundFailed', reason: 'too-large', message });
    await expect.poll(() => sockets.size).toBe(0);
  });

  test('of 100 MB only the first are taken', async () => {
    let sent = 0;
    const port = await serve((_req, res) => {
      const chunk = Buffer.alloc(65_536, 'x');
      const more = () => {
        while (sent < 100_000_000 && !res.destroyed) {
          sent += chunk.length;
          if (!res.write(chunk)) return void res.once('drain', more);
        }
        res.end();
      };
      more();
    });
    await expect(call(port)).rejects.toMatchObject({ reason: 'too-large' });
    await expect.poll(() => sockets.size).toBe(0);
    // What the two kernels hold between them may have been sent, and no more.
    expect(sent).toBeLessThan(30_000_000);
  });

  test('a body of exactly the limit is whole', async () => {
    const port = await serve((_req, res) => res.end(Buffer.alloc(100_000)));
    expect((await call(port)).body).toHaveLength(100_000);
  });

  test('headers too', async () => {
    const port = await serveRaw((socket) =>
      drip(socket, 'HTTP/1.1 200 OK\r\n', `x-filler: ${'x'.repeat(1000)}\r\n`, 1),
    );
    const message = 'hook.test answered with more than 16384 bytes of headers.';
    await expect(call(port)).rejects.toMatchObject({ reason: 'too-large', message });
  });
});

describe('a connection that fails says how', () => {
  const unreachable = (message: string) => ({ name: 'OutboundFailed', reason: 'unreachable', message });
  const broken = unreachable('hook.test closed the connection before its answer was whole (ECONNRESET).');

  test.each<[string, (socket: Socket) => void]>([
    ['reset before an answer', (socket) => socket.resetAndDestroy()],
    ['ended before an answer', (socket) => socket.end()],
    ['ended amid the headers', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-le')],
    ['ended amid the body', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc')],
    ['ended amid a chunk', (socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nab')],
    [
      'switched to another protocol',
      (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: other\r\nconnection: upgrade\r\n\r\n'),
    ],
  ])('%s', async (_how, speak) => {
    await expect(call(await serveRaw(speak))).rejects.toMatchObject(broken);
  });

  test('refused', async () => {
    const server = createRawServer();
    const port = await listen(server);
    await new Promise((done) => server.close(done));
    const message = 'hook.test refused the connection (ECONNREFUSED).';
    await expect(call(port)).rejects.toMatchObject(unreachable(message));
  });

  test('not HTTP, and nothing of what was said is in the error', async () => {
    const port = await serveRaw((socket) => socket.end('220 secret-banner\r\n'));
    const error = await call(port).catch((failed: unknown) => failed);
    expect(error).toMatchObject({
      reason: 'unreachable',
      message: expect.stringContaining('hook.test did not answer in HTTP (HPE_'),
    });
    expect(JSON.stringify(Object.getOwnPropertyNames(error))).not.toContain('rawPacket');
    expect((error as Error).cause).toBeUndefined();
  });

  test('given up by its caller, before or during', async () => {
    const port = await serve(() => {});
    const givenUp = { name: 'OutboundFailed', reason: 'aborted', message: 'The request to hook.test was given up.' };
    await expect(call(port, { signal: AbortSignal.abort() })).rejects.toMatchObject(givenUp);
    const controller = new AbortController();
    const pending = call(port, { signal: controller.signal });
    await expect.poll(() => sockets.size).toBe(1);
    controller.abort();
    await expect(pending).rejects.toMatchObject(givenUp);
    await expect.poll(() => sockets.size).toBe(0);
  });
});

describe('over TLS', () => {
  async function secureServer() {
    const seen: (string | undefined)[] = [];
    const port = await listen(
      createSecureServer(certificate, (req, res) => {
        seen.push(req.headers.host, (req.socket as Socket & { servername?: string }).servername);
        res.end('secure');
      }),
    );
    return { seen, port };
  }
  const trusting: Partial<OutboundOptions> = { openSocket: (target) => openSocket(target, certificate.cert) };

  test('a server that the machine does not trust gets no request', async () => {
    const { seen, port } = await secureServer();
    await expect(call(port, { url: `https://hook.test:${port}/` })).rejects.toMatchObject({
      reason: 'unreachable',
      message: 'hook.test showed a certificate that is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT).',
    });
    expect(seen).toEqual([]);
  });

  test('a server with a trusted certificate for another name gets no request', async () => {
    const { seen, port } = await secureServer();
    await expect(call(port, { url: `https://other.test:${port}/` }, trusting)).rejects.toMatchObject({
      reason: 'unreachable',
      message: 'other.test showed a certificate that is not trusted (ERR_TLS_CERT_ALTNAME_INVALID).',
    });
    expect(seen).toEqual([]);
  });

  test.each([
    ['its name', 'hook.test', 'hook.test'],
    ['its name with a final dot, which is not part of it', 'hook.test.', 'hook.test'],
    ['its address, which is no server name', '127.0.0.1', false],
  ])('a server is asked for by %s', async (_how, host, servername) => {
    const { seen, port } = await secureServer();
    const answer = await call(port, { url: `https://${host}:${port}/` }, trusting);
    expect(answer.body.toString()).toBe('secure');
    expect(seen).toEqual([`${host}:${port}`, servername]);
  });

  test('a server that speaks none is said to', async () => {
    const port = await serveRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await expect(call(port, { url: `https://hook.test:${port}/` })).rejects.toMatchObject({
      reason: 'unreachable',
      message: expect.stringMatching(/^hook\.test did not agree on TLS \([A-Z_]+\)\.$/),
    });
  });
});

/** Writes the start, then a piece again and again until the other side has had enough. */
function drip(socket: Socket, start: string, piece: string, everyMs = 10): void {
  socket.write(start);
  const timer = setInterval(() => socket.write(piece), everyMs);
  socket.on('close', () => clearInterval(timer));
}
