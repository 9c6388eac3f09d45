import { connect, createServer, type Server } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../bench/support/random.js';
import { createOutbound } from '../../src/outbound/create-outbound.js';
import { faultOutcomes, turns } from '../support/fault-outcomes.js';

const outcomes = faultOutcomes('abuse-outbound', 'URLs that lead where they must not (SSRF)');
afterAll(() => outcomes.report());

const ALWAYS = { timeoutMs: 3_000, answerBytesMax: 1_000 } as const;
/** Cloud metadata, loopback, private and shared networks, nobody's. */
const FORBIDDEN = [
  '169.254.169.254',
  '127.0.0.1',
  '10.1.2.3',
  '172.16.9.9',
  '192.168.0.1',
  '100.100.100.200',
  '0.0.0.0',
  '169.254.170.2',
  '100.64.0.9',
];
const FORBIDDEN_SIX = [
  '::1',
  '::',
  'fd00:ec2::254',
  'fe80::1',
  'fc00::7',
  'ff02::1',
  '64:ff9b::a9fe:a9fe',
  '2002:a9fe:a9fe::1',
  '::ffff:0:169.254.169.254',
];

/** Nothing is sent: whoever opens a socket has failed. */
function watched(resolve: (hostname: string) => Promise<readonly { address: string; family: number }[]>) {
  const opened: string[] = [];
  const outbound = createOutbound({
    allowPrivate: false,
    resolve,
    openSocket: ({ hostname, addresses }) => {
      opened.push(`${hostname} ${addresses.map(({ address }) => address).join(' ')}`);
      throw new Error('A socket was opened.');
    },
  });
  return { outbound, opened };
}

describe('a forbidden address', () => {
  test('is refused in every spelling, without a look-up and without a packet', async () => {
    const random = createRandom(11);
    const asked: string[] = [];
    const { outbound, opened } = watched(async (hostname) => {
      asked.push(hostname);
      // A name, after all: it leads where it was to lead.
      return [{ address: '169.254.169.254', family: 4 }];
    });
    const count = turns(4_000, 100_000);
    const answered: string[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      const url = `${random.pick(['http', 'https', 'HTTP'])}://${random.pick(['', '', '', 'a@', 'a:b@', 'example.com@', '%61@'])}${spelling()}${random.pick(['', '', ':80', ':8080', ':65535', ':'])}${random.pick(['', '/', '/latest/meta-data', '?x', '#y', '/%2e%2e/'])}`;
      await outbound.request({ method: 'GET', url, ...ALWAYS }).then(
        () => answered.push(url),
        (error: Error) => {
          if (error.name !== 'OutboundRefused' && error.name !== 'OutboundFailed')
            answered.push(`${url}: ${error.name} ${error.message}`);
        },
      );
    }
    outcomes.add({
      injected: 'forbidden addresses in every spelling',
      tried: count,
      survived: count - answered.length,
      lost: 0,
      leaked: opened.length,
      note: `decimal, octal, hexadecimal, short, mapped, escaped, full-width, with users; no socket opened`,
    });
    expect(opened).toEqual([]);
    expect(answered).toEqual([]);

    function spelling(): string {
      if (random.below(3) === 0) {
        const address = random.pick(FORBIDDEN_SIX);
        return random.pick([
          `[${address}]`,
          `[${address.toUpperCase()}]`,
          `[0:0:0:0:0:ffff:${hexPair(random.pick(FORBIDDEN))}]`,
          `[::ffff:${random.pick(FORBIDDEN)}]`,
          `[::${random.pick(FORBIDDEN)}]`,
          `[${address}%25eth0]`,
        ]);
      }
      const bytes = random.pick(FORBIDDEN).split('.').map(Number) as [number, number, number, number];
      const [a, b, c, d] = bytes;
      const number = ((a * 256 + b) * 256 + c) * 256 + d;
      const piece = (byte: number) =>
        random.pick([
          `${byte}`,
          `0${byte.toString(8)}`,
          `0x${byte.toString(16)}`,
          `00${byte.toString(8)}`,
          `0X${byte.toString(16).toUpperCase()}`,
        ]);
      return random.pick([
        bytes.map(piece).join('.'),
        `${number}`,
        `0x${number.toString(16)}`,
        `0${number.toString(8)}`,
        `${a}.${b * 65_536 + c * 256 + d}`,
        `${a}.${b}.${c * 256 + d}`,
        `${bytes.join('.')}.`,
        bytes.join('.').replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
        bytes.join('。'),
        encodeURIComponent(bytes.join('.')).replace(/./, (first) => `%${first.charCodeAt(0).toString(16)}`),
        'localhost',
        'LOCALHOST.',
        'metadata.google.internal',
        'instance-data',
      ]);
    }
  }, 300_000);

  test('behind a name is refused, also when the name has a good one beside it, or changes between two look-ups', async () => {
    let look = 0;
    const PUBLIC = { address: '93.184.216.34', family: 4 };
    const answers = [
      [PUBLIC, { address: '169.254.169.254', family: 4 }],
      [{ address: '::ffff:127.0.0.1', family: 6 }],
      [{ address: '127.0.0.1', family: 4 }],
      [{ address: '64:ff9b::7f00:1', family: 6 }, PUBLIC],
      [{ address: '10.0.0.1', family: 4 }, PUBLIC],
    ];
    const { outbound, opened } = watched(async () => answers[look++ % answers.length] ?? []);
    let refused = 0;
    for (let turn = 0; turn < 500; turn += 1) {
      await outbound.request({ method: 'POST', url: 'http://hook.test/', ...ALWAYS }).catch((error: Error) => {
        if (error.name === 'OutboundRefused') refused += 1;
      });
    }
    expect([refused, look, opened]).toEqual([500, 500, []]);

    // The name is good when it is checked, and bad a moment later: the connection goes where it was checked, or nowhere.
    let sent = 0;
    const target = await listeningOn(() => {
      sent += 1;
    });
    let isFirst = true;
    const rebinding = createOutbound({
      allowPrivate: false,
      resolve: async () => {
        const address = isFirst ? '93.184.216.34' : '127.0.0.1';
        isFirst = false;
        return [{ address, family: 4 }];
      },
      openSocket: ({ addresses, port }) => {
        // In the place of the network: what was checked is what is connected to.
        expect(addresses).toEqual([{ address: '93.184.216.34', family: 4 }]);
        return connect({ port, host: '127.0.0.1', lookup: () => {} });
      },
    });
    await expect(
      rebinding.request({ method: 'GET', url: `http://hook.test:${target.port}/`, timeoutMs: 200, answerBytesMax: 10 }),
    ).rejects.toThrow();
    await expect(
      rebinding.request({ method: 'GET', url: `http://hook.test:${target.port}/`, ...ALWAYS }),
    ).rejects.toMatchObject({ name: 'OutboundRefused' });
    target.server.close();
    outcomes.add({
      injected: 'names that lead to forbidden addresses, beside good ones, or a moment later (rebinding)',
      tried: 502,
      survived: refused + 2,
      lost: 0,
      leaked: opened.length,
      note: 'one look-up for each request; what was checked is what is connected to',
    });
    expect(sent).toBeLessThanOrEqual(1);
  });

  test('in a redirect is not followed', async () => {
    let hits = 0;
    const target = await listeningOn((socket) => {
      hits += 1;
      socket.end(
        'HTTP/1.1 307 Temporary Redirect\r\nlocation: http://169.254.169.254/latest/meta-data\r\ncontent-length: 0\r\n\r\n',
      );
    });
    const outbound = createOutbound({ allowPrivate: true });
    for (const status of [1, 2, 3]) {
      const answer = await outbound.request({
        method: 'POST',
        url: `http://127.0.0.1:${target.port}/${status}`,
        body: '{}',
        ...ALWAYS,
      });
      expect(answer.status).toBe(307);
    }
    target.server.close();
    outcomes.add({
      injected: 'redirects to cloud metadata',
      tried: 3,
      survived: 3,
      lost: 0,
      leaked: hits - 3,
      note: 'given back, not followed',
    });
    expect(hits).toBe(3);
  });
});

function hexPair(address: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

async function listeningOn(
  onSocket: (socket: import('node:net').Socket) => void,
): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}
