import { readFile } from 'node:fs/promises';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ListeningServer, listen } from '../../src/http/listen.js';
import { type ServingProcess, startServing } from '../support/command-line.js';
import { openTestDatabase, type TestDatabase, temporaryFolder } from '../support/databases.js';
import { faultOutcomes, turns } from '../support/fault-outcomes.js';
import { listening, type TestApp, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';
import { rawRequest } from './raw-connection.js';

const HEAD_MS = 600;
const BODY_MS = 1_000;
const CONNECTIONS_MAX = 200;
const CONNECTIONS = 10_000;
const outcomes = faultOutcomes('abuse-http', 'HTTP that is made to harm');

let opened: TestDatabase;
let server: TestApp;
let socket: ListeningServer;
beforeAll(async () => {
  opened = await openTestDatabase('server');
  server = await testApp(opened.database);
  const limits = { headMs: HEAD_MS, bodyMs: BODY_MS, connectionsMax: CONNECTIONS_MAX };
  socket = await listen(server.app, '127.0.0.1', 0, limits);
});
afterAll(async () => {
  await socket?.stop(0);
  await opened?.remove();
  outcomes.report();
});

const key = () => `authorization: Bearer ${server.keys.all}\r\n`;
const SECOND = 'GET /smuggled HTTP/1.1\r\nhost: x\r\n\r\n';

describe('requests that two readers could tell apart differently', () => {
  const post = (headers: string, body: string, line = 'POST /v2/ai/conversations HTTP/1.1') =>
    `${line}\r\nhost: x\r\n${key()}${headers}\r\n${body}`;

  /** Each is refused, and what stands behind it is never taken for a request of its own. */
  const ambiguous: Readonly<Record<string, () => string>> = {
    'both lengths': () => post('content-length: 5\r\ntransfer-encoding: chunked\r\n', `0\r\n\r\n${SECOND}`),
    'both lengths, the other way round': () =>
      post('transfer-encoding: chunked\r\ncontent-length: 4\r\n', `5c\r\n${SECOND}\r\n0\r\n\r\n`),
    'two lengths': () => post('content-length: 2\r\ncontent-length: 44\r\n', `{}${SECOND}`),
    'two lengths in one header': () => post('content-length: 2, 44\r\n', `{}${SECOND}`),
    'a length with a sign': () => post('content-length: +2\r\n', `{}${SECOND}`),
    'a length in hexadecimal': () => post('content-length: 0x2\r\n', `{}${SECOND}`),
    'a length below zero': () => post('content-length: -1\r\n', `{}${SECOND}`),
    'a length that is none': () => post('content-length: two\r\n', `{}${SECOND}`),
    'a length that overflows': () => post('content-length: 18446744073709551618\r\n', `{}${SECOND}`),
    'a length with spaces inside': () => post('content-length: 1 2\r\n', `{}${SECOND}`),
    'a header with a space before its colon': () =>
      post('transfer-encoding : chunked\r\ncontent-length: 2\r\n', `{}${SECOND}`),
    'a header with a tab before its colon': () => post('content-length\t: 44\r\n', `{}${SECOND}`),
    'an unknown transfer encoding': () => post('transfer-encoding: xchunked\r\n', `0\r\n\r\n${SECOND}`),
    'chunked that is not last': () => post('transfer-encoding: chunked, identity\r\n', `0\r\n\r\n${SECOND}`),
    'a header folded over two lines': () =>
      post(
        'x: a\r\n transfer-encoding: chunked\r\ncontent-length: 2\r\n\r\n'.replace(/\r\n\r\n$/, '\r\n'),
        `{}${SECOND}`,
      ),
    'lines that end with a lone line feed': () =>
      `POST /v2/ai/conversations HTTP/1.1\nhost: x\n${key().replace('\r', '')}content-length: 2\n\n{}${SECOND}`,
    'a header that ends with a lone carriage return': () =>
      post('x: a\rtransfer-encoding: chunked\r\ncontent-length: 2\r\n', `{}${SECOND}`),
    'a NUL in a header': () => post('x: a\0b\r\ncontent-length: 2\r\n', `{}${SECOND}`),
    'a chunk with a size that overflows': () =>
      post('transfer-encoding: chunked\r\n', `fffffffffffffffff\r\n{}\r\n0\r\n\r\n${SECOND}`),
    'a chunk with a size that is none': () => post('transfer-encoding: chunked\r\n', `zz\r\n{}\r\n0\r\n\r\n${SECOND}`),
    'a chunk that is longer than it says': () =>
      post('transfer-encoding: chunked\r\n', `2\r\n{}{}\r\n0\r\n\r\n${SECOND}`),
    'a chunk that ends with a lone line feed': () => post('transfer-encoding: chunked\r\n', `2\n{}\n0\n\n${SECOND}`),
    'another version of HTTP': () => post('content-length: 2\r\n', `{}${SECOND}`, 'POST /v2/ai/conversations HTTP/9.1'),
    'no version of HTTP': () => post('content-length: 2\r\n', `{}${SECOND}`, 'POST /v2/ai/conversations'),
    'spaces in the line': () => post('content-length: 2\r\n', `{}${SECOND}`, 'POST /v2/ai /conversations HTTP/1.1'),
    'no host': () => `POST /v2/ai/conversations HTTP/1.1\r\n${key()}content-length: 2\r\n\r\n{}${SECOND}`,
  };
  const survived: string[] = [];
  const refused = Object.keys(ambiguous);
  afterAll(() =>
    outcomes.add({
      injected: 'smuggled requests: two lengths, chunks and headers out of order',
      tried: refused.length,
      survived: survived.length,
      lost: 0,
      leaked: 0,
      note: 'each refused with 400, its connection closed, nothing behind it read',
    }),
  );

  test.each(refused)('%s: refused, and the connection is closed', async (name) => {
    const before = server.logLines.length;
    const answer = await rawRequest(socket.port, [ambiguous[name]?.() ?? '']);
    expect(answer.statuses).toEqual([400]);
    expect(answer.closed).toBe(true);
    expect(answer.text).not.toContain('There is nothing at this address.');
    // Where the head was good, its route had begun; it was cut off, and nothing was stored.
    const answered = server.logLines.slice(before).filter(({ aborted, status }) => status === 200 && aborted !== true);
    expect(answered).toEqual([]);
    expect(await opened.database.run('SELECT count(*) AS count FROM conversations', [])).toEqual([{ count: 0 }]);
    survived.push(name);
  });

  test('two good ones behind each other are two', async () => {
    const one = post('content-length: 2\r\n', '{}');
    const chunked = post('transfer-encoding: chunked\r\n', '1\r\n{\r\n1;x=y\r\n}\r\n0\r\n\r\n');
    expect((await rawRequest(socket.port, [one + chunked + SECOND])).statuses).toEqual([200, 200, 404]);
  });
});

describe('clients that take their time', () => {
  const slowly = (pieces: readonly string[], everyMs: number) =>
    rawRequest(socket.port, pieces, { everyMs, quietMs: 15_000, timeoutMs: 15_000 });

  test('to say nothing, or a head or a body byte by byte: they are closed in time, and others notice nothing', async () => {
    const head = 'GET /v2/ai/conversations HTTP/1.1\r\nhost: x\r\n';
    const drip = Array.from({ length: 300 }, (_, index) => `x-${index}: a\r\n`);
    const body = `POST /v2/ai/conversations HTTP/1.1\r\nhost: x\r\n${key()}content-length: 1000\r\n\r\n{"name":"`;
    const letters = Array.from({ length: 300 }, () => 'a');
    const startMs = performance.now();
    const clients = [
      ...Array.from({ length: 20 }, () => slowly([], 50)),
      ...Array.from({ length: 20 }, () => slowly([head, ...drip], 50)),
      ...Array.from({ length: 20 }, () => slowly([body, ...letters], 50)),
    ];
    let others = 0;
    let slowestMs = 0;
    while (performance.now() - startMs < 1_500) {
      const beforeMs = performance.now();
      const response = await fetch(`${socket.url}/health`);
      await response.text();
      slowestMs = Math.max(slowestMs, performance.now() - beforeMs);
      others += 1;
      await sleep(10);
    }
    const answers = await Promise.all(clients);
    outcomes.add({
      injected: 'slow heads and bodies, byte by byte',
      tried: answers.length,
      survived: answers.filter(({ closed }) => closed).length,
      lost: 0,
      leaked: answers.filter(({ closed }) => !closed).length,
      note: `${others} other requests meanwhile, the slowest ${Math.round(slowestMs)} ms`,
    });
    expect(answers.map(({ closed }) => closed)).toEqual(answers.map(() => true));
    expect(
      answers
        .slice(0, 40)
        .flatMap(({ statuses }) => statuses)
        .every((status) => status === 408),
    ).toBe(true);
    expect(answers.slice(40).map(({ statuses }) => statuses)).toEqual(answers.slice(40).map(() => [408]));
    expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThan(5_000);
    expect(slowestMs).toBeLessThan(1_000);
  });
});

describe('floods', () => {
  test('of headers: what is too large is refused, and what is too many is not looked at', async () => {
    const line = 'GET /v2/ai/conversations?limit=1 HTTP/1.1\r\nhost: x\r\n';
    const many = (count: number) => Array.from({ length: count }, (_, index) => `x-${index}: a\r\n`).join('');
    const floods = {
      'one header of 70 KB': `${line}${key()}x: ${'a'.repeat(70_000)}\r\n\r\n`,
      'ten thousand headers': `${line}${key()}${many(10_000)}\r\n`,
      'a URL of 70 KB': `GET /v2/ai/conversations?name=eq.${'a'.repeat(70_000)} HTTP/1.1\r\nhost: x\r\n${key()}\r\n`,
    };
    for (const [name, text] of Object.entries(floods)) {
      const answer = await rawRequest(socket.port, [text]);
      expect([name, answer.statuses, answer.closed]).toEqual([name, [431], true]);
    }
    expect((await rawRequest(socket.port, [`${line}${key()}${many(190)}\r\n`])).statuses).toEqual([200]);
    const tooMany = await rawRequest(socket.port, [`${line}${key()}${many(300)}\r\n`]);
    expect([tooMany.statuses, tooMany.closed]).toEqual([[431], true]);
    expect(tooMany.text).toContain('The request has more than 200 headers.');
    outcomes.add({
      injected: 'floods of headers',
      tried: 5,
      survived: 5,
      lost: 0,
      leaked: 0,
      note: '431 past 64 KiB, and past 200 headers',
    });
  });

  test('of connections, past what is allowed: closed at once, and the others go on', async () => {
    const held = await openConnections(socket.port, CONNECTIONS_MAX + 50);
    await sleep(200);
    const isOpen = held.filter((each) => !each.destroyed).length;
    expect(isOpen).toBeLessThanOrEqual(CONNECTIONS_MAX);
    expect(isOpen).toBeGreaterThan(CONNECTIONS_MAX - 10);
    // Those that say nothing go by themselves, and make room.
    await expect
      .poll(
        () =>
          fetch(`${socket.url}/health`).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 5_000 },
      )
      .toBe(200);
    for (const each of held) each.destroy();
    outcomes.add({
      injected: 'more connections than are allowed',
      tried: held.length,
      survived: held.length,
      lost: 0,
      leaked: Math.max(0, isOpen - CONNECTIONS_MAX),
      note: `${isOpen} were open at once, of ${CONNECTIONS_MAX} allowed; the others were closed at once`,
    });
  });

  test('of ten thousand connections: the server answers on, in bounded memory, and lets go of them', async () => {
    // One descriptor here, and one there; both have to have them.
    const limit = await openFilesMax();
    const count = Math.min(CONNECTIONS, limit - 300);
    const serving = await startServing({ RINGBACK_DATA_DIR: join(await temporaryFolder(), 'data') });
    try {
      const port = Number(new URL(serving.url).port);
      const beforeMb = await memoryMb(serving);
      const held = await openConnections(port, count);
      let slowestMs = 0;
      for (let turn = 0; turn < 20; turn += 1) {
        const startMs = performance.now();
        expect(
          (await rawRequest(port, ['GET /health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'])).statuses,
        ).toEqual([200]);
        slowestMs = Math.max(slowestMs, performance.now() - startMs);
      }
      const openMb = await memoryMb(serving);
      // Nothing was said on them: their time for a head is over.
      await expect
        .poll(() => held.filter((each) => !each.destroyed).length, { timeout: 25_000, interval: 500 })
        .toBe(0);
      outcomes.add({
        injected: `${count.toLocaleString('en')} open connections that say nothing`,
        tried: count,
        survived: count,
        lost: 0,
        leaked: held.filter((each) => !each.destroyed).length,
        note: `${Math.round(openMb - beforeMb)} MB more memory; others answered within ${Math.round(slowestMs)} ms${count < CONNECTIONS ? `; this machine allows ${limit} open files` : ''}`,
      });
      expect(slowestMs).toBeLessThan(2_000);
      expect(openMb - beforeMb).toBeLessThan(400);
    } finally {
      await serving.stop('SIGKILL');
    }
  });
});

describe('requests without end', () => {
  const PER_SECOND = 50;
  const WITHOUT_KEY = turns(1_500, 20_000);
  const CALLS = turns(200, 2_000);

  test('of an address without a key, and of one key: held up by 429, while signed calls from the same address are all answered', async () => {
    const limited = await testApp(opened.database, {
      settings: { requestsPerSecond: PER_SECOND, addressRequestsPerSecond: PER_SECOND, failedKeysPerMinute: 60 },
    });
    const flooded = await listening(limited.app);
    const agent = new Agent({ keepAlive: true, maxSockets: 32 });
    const send = (method: string, path: string, headers: Record<string, string>, body = '') =>
      new Promise<{ status: number; headers: IncomingHttpHeaders }>((resolve, reject) => {
        const sent = request(
          {
            host: '127.0.0.1',
            port: flooded.port,
            method,
            path,
            agent,
            headers: { ...headers, 'content-length': Buffer.byteLength(body) },
          },
          (response) => {
            response.resume();
            response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
          },
        );
        sent.on('error', reject);
        sent.end(body);
      });
    const statuses: Record<string, Record<number, number>> = { guessed: {}, key: {}, signed: {} };
    const withoutHeaders: string[] = [];
    const many = async (kind: string, count: number, one: (turn: number) => ReturnType<typeof send>): Promise<void> => {
      let begun = 0;
      const work = async (): Promise<void> => {
        while (begun < count) {
          begun += 1;
          const { status, headers } = await one(begun);
          const counts = statuses[kind] ?? {};
          counts[status] = (counts[status] ?? 0) + 1;
          if (status === 429 && headers['retry-after'] === undefined) withoutHeaders.push(kind);
        }
      };
      await Promise.all(Array.from({ length: 8 }, work));
    };
    const startMs = performance.now();
    try {
      await Promise.all([
        many('guessed', WITHOUT_KEY, (turn) =>
          send('GET', '/v2/ai/conversations?limit=1', { authorization: `Bearer guess-${turn}-${'x'.repeat(40)}` }),
        ),
        many('key', WITHOUT_KEY, () =>
          send('GET', '/v2/ai/conversations?limit=1', { authorization: `Bearer ${limited.keys.read}` }),
        ),
        many('signed', CALLS, () => {
          const body = JSON.stringify(initializationEvent());
          const headers = { ...limited.telnyx.headers(body), 'content-type': 'application/json' };
          return send('POST', '/telnyx/dynamic-variables', headers, body);
        }),
      ]);
    } finally {
      agent.destroy();
      await flooded.stop(0);
    }
    const seconds = Math.ceil((performance.now() - startMs) / 1000);
    const of = (kind: string, status: number) => statuses[kind]?.[status] ?? 0;
    const said = (kind: string) =>
      Object.entries(statuses[kind] ?? {})
        .map(([status, count]) => `${status}: ${count}`)
        .join(', ');
    outcomes.add({
      injected: 'requests without end: guessed keys, and one good key, past their limits',
      tried: 2 * WITHOUT_KEY,
      survived: of('guessed', 401) + of('guessed', 429) + of('key', 200) + of('key', 429),
      lost: 0,
      leaked: of('guessed', 200),
      note: `guessed ${said('guessed')}; good ${said('key')}; within ${seconds} s`,
    });
    outcomes.add({
      injected: 'signed calls from the same address meanwhile',
      tried: CALLS,
      survived: of('signed', 200),
      lost: CALLS - of('signed', 200),
      leaked: 0,
      note: 'none held up',
    });
    expect(withoutHeaders).toEqual([]);
    expect(statuses.signed).toEqual({ 200: CALLS });
    expect(of('guessed', 401) + of('guessed', 429)).toBe(WITHOUT_KEY);
    expect(of('key', 200) + of('key', 429)).toBe(WITHOUT_KEY);
    // What a second allows, and a second's worth saved up before.
    expect(of('key', 200)).toBeLessThanOrEqual(PER_SECOND * (seconds + 2));
    expect(of('key', 429)).toBeGreaterThan(0);
    expect(of('guessed', 401)).toBeLessThanOrEqual(60 + 2 * PER_SECOND);
  }, 300_000);
});

/** Connected, and not yet told that it is closed. */
async function openConnections(port: number, count: number): Promise<readonly Socket[]> {
  const sockets: Socket[] = [];
  const one = () =>
    new Promise<void>((resolve) => {
      const made = connect(port, '127.0.0.1', resolve);
      made.on('error', () => resolve());
      made.on('data', () => {});
      made.on('end', () => made.destroy());
      sockets.push(made);
    });
  for (let begun = 0; begun < count; begun += 200) {
    await Promise.all(Array.from({ length: Math.min(200, count - begun) }, one));
  }
  return sockets;
}

async function openFilesMax(): Promise<number> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '');
  return Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? 1_024);
}

async function memoryMb({ process: { pid } }: ServingProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}
