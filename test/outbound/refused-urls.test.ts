import type { LookupAddress } from 'node:dns';
import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createOutbound } from '../../src/outbound/create-outbound.js';
import { type OutboundFailed, OutboundRefused } from '../../src/outbound/outbound.js';

/** A way out that looks nothing up and connects to nothing, and counts both. */
function watchedOutbound(names: Readonly<Record<string, readonly string[]>> = {}, allowPrivate = false) {
  const asked: string[] = [];
  const connected: (readonly LookupAddress[])[] = [];
  const outbound = createOutbound({
    allowPrivate,
    resolve: async (hostname) => {
      asked.push(hostname);
      const addresses = names[hostname];
      if (addresses === undefined)
        throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' });
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
    openSocket: ({ addresses }): Socket => {
      connected.push(addresses);
      throw Object.assign(new Error('no connections in this test'), { code: 'ECONNREFUSED' });
    },
  });
  const call = (url: string, headers: Record<string, string> = {}) =>
    outbound
      .request({ method: 'POST', url, headers, body: '{}', timeoutMs: 5000, answerBytesMax: 1000 })
      .then(() => expect.fail('it was called'))
      .catch((error: OutboundRefused | OutboundFailed) => error);
  return { asked, connected, call };
}

const WAY_OUT = 'only public addresses are called. Set RINGBACK_ALLOW_PRIVATE_URLS=1 to call it all the same.';
const NEVER = 'such addresses are never called.';

describe('a URL that may not be called is refused without a look-up and without a packet', () => {
  test.each([
    ['http://127.0.0.1/', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['https://127.0.0.1:8443/secret?token=abc', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['http://127.1/', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['http://0x7f.1', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['http://0177.0.0.1', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['http://2130706433', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['http://0x7f000001/', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['http://127.0.0.1./', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['http://%31%32%37.0.0.1/', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['http://①②⑦.⓪.⓪.①/', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['http://127。0。0。1/', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['http:\\\\127.0.0.1\\x', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['  http://127.0.0.1/\n', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['ht\ntp://127.0.\t0.1/', `127.0.0.1 is a loopback address: ${WAY_OUT}`],
    ['http://0/', `0.0.0.0 is an unspecified address: ${WAY_OUT}`],
    ['http://10.0.0.1/', `10.0.0.1 is a private address: ${WAY_OUT}`],
    ['http://192.168.0.1:5432', `192.168.0.1 is a private address: ${WAY_OUT}`],
    ['http://100.64.0.1', `100.64.0.1 is a private address: ${WAY_OUT}`],
    ['http://[::1]/', `[::1] is a loopback address: ${WAY_OUT}`],
    ['http://[::]:80/', `[::] is an unspecified address: ${WAY_OUT}`],
    ['http://[::ffff:127.0.0.1]/', `[::ffff:7f00:1] is a loopback address: ${WAY_OUT}`],
    ['http://[0:0:0:0:0:ffff:7f00:1]/', `[::ffff:7f00:1] is a loopback address: ${WAY_OUT}`],
    ['http://[64:ff9b::10.0.0.1]/', `[64:ff9b::a00:1] is a private address: ${WAY_OUT}`],
    ['http://[fd00::1]/', `[fd00::1] is a private address: ${WAY_OUT}`],
    ['http://169.254.169.254/latest/meta-data/', `169.254.169.254 is a cloud metadata service: ${NEVER}`],
    ['http://0xa9fea9fe/', `169.254.169.254 is a cloud metadata service: ${NEVER}`],
    ['http://[fd00:ec2::254]/', `[fd00:ec2::254] is a cloud metadata service: ${NEVER}`],
    ['http://[fe80::1]/', `[fe80::1] is a link-local address: ${NEVER}`],
    ['http://[fe80::1%25eth0]/', 'The URL cannot be read: it must be like https://hooks.example.com/calls.'],
    ['http://256.256.256.256/', 'The URL cannot be read: it must be like https://hooks.example.com/calls.'],
    ['http://exa mple.com/', 'The URL cannot be read: it must be like https://hooks.example.com/calls.'],
    ['//hook.test/', 'The URL cannot be read: it must be like https://hooks.example.com/calls.'],
    ['', 'The URL cannot be read: it must be like https://hooks.example.com/calls.'],
    ['file:///etc/passwd', 'A file: URL cannot be called: it must begin with https:// or http://.'],
    ['ftp://hook.test/', 'A ftp: URL cannot be called: it must begin with https:// or http://.'],
    ['javascript:alert(1)', 'A javascript: URL cannot be called: it must begin with https:// or http://.'],
    ['unix:/var/run/docker.sock', 'A unix: URL cannot be called: it must begin with https:// or http://.'],
    ['https://user@hook.test/', 'The URL to hook.test holds a user name or a password: send them in a header.'],
    ['https://:pass@hook.test/', 'The URL to hook.test holds a user name or a password: send them in a header.'],
    ['http://hook.test@127.0.0.1/', 'The URL to 127.0.0.1 holds a user name or a password: send them in a header.'],
    [`http://hook.test/${'x'.repeat(8200)}`, 'The URL has 8217 characters: 8192 are allowed.'],
    [`http://${'a.'.repeat(200)}test/`, 'The URL’s host name has 404 characters: 253 are allowed.'.replace('’', "'")],
  ])('%j', async (url, message) => {
    const { asked, connected, call } = watchedOutbound();
    const error = await call(url);
    expect(error).toBeInstanceOf(OutboundRefused);
    expect(error.message).toBe(message);
    expect({ asked, connected }).toEqual({ asked: [], connected: [] });
  });
});

describe('a name is looked up once and refused without a packet', () => {
  test.each([
    ['that leads to a private address', ['10.1.2.3'], `hook.test leads to a private address: ${WAY_OUT}`],
    [
      'of which one address of several is private',
      ['93.184.216.34', '10.1.2.3'],
      `hook.test leads to a private address: ${WAY_OUT}`,
    ],
    [
      'of which the last IPv6 address is loopback',
      ['93.184.216.34', '::1'],
      `hook.test leads to a loopback address: ${WAY_OUT}`,
    ],
    ['that leads to metadata', ['169.254.169.254'], `hook.test leads to a cloud metadata service: ${NEVER}`],
    ['whose link-local address has a zone', ['fe80::1%eth0'], `hook.test leads to a link-local address: ${NEVER}`],
    ['that leads to no address at all', ['not an address'], `hook.test leads to no IP address: ${NEVER}`],
  ])('%s', async (_how, addresses, message) => {
    const { asked, connected, call } = watchedOutbound({ 'hook.test': addresses });
    const error = await call('https://hook.test/secret-path?token=abc');
    expect(error).toBeInstanceOf(OutboundRefused);
    expect(error.message).toBe(message);
    expect({ asked, connected }).toEqual({ asked: ['hook.test'], connected: [] });
  });

  test.each(['http://localhost/', 'http://LOCALHOST:80/', 'http://%6cocalhost/', 'http://ｌocalhost/'])(
    '%s asks for localhost',
    async (url) => {
      const { asked, call } = watchedOutbound({ localhost: ['127.0.0.1', '::1'] });
      expect((await call(url)).message).toBe(`localhost leads to a loopback address: ${WAY_OUT}`);
      expect(asked).toEqual(['localhost']);
    },
  );

  test('localhost with a final dot is that name', async () => {
    const { call } = watchedOutbound({ 'localhost.': ['127.0.0.1'] });
    expect((await call('http://localhost./')).message).toBe(`localhost. leads to a loopback address: ${WAY_OUT}`);
  });

  test('that nobody knows', async () => {
    const { connected, call } = watchedOutbound();
    const error = await call('https://nobody.test/path?token=abc');
    expect(error).toMatchObject({ name: 'OutboundFailed', reason: 'unreachable' });
    expect(error.message).toBe('nobody.test is not known to the name service (ENOTFOUND).');
    expect(connected).toEqual([]);
  });

  test('without any address', async () => {
    const { call } = watchedOutbound({ 'hook.test': [] });
    expect((await call('https://hook.test/')).message).toBe('hook.test has no address.');
  });
});

describe('where private addresses are allowed', () => {
  test.each(['http://127.0.0.1/', 'http://10.0.0.1/', 'http://[::1]/', 'http://[fd00::1]/', 'http://100.64.0.1/'])(
    '%s is called',
    async (url) => {
      const { connected, call } = watchedOutbound({}, true);
      expect(await call(url)).not.toBeInstanceOf(OutboundRefused);
      expect(connected).toHaveLength(1);
    },
  );

  test.each([
    'http://169.254.169.254/',
    'http://169.254.1.1/',
    'http://[fd00:ec2::254]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fe80::1]/',
    'http://224.0.0.1/',
  ])('%s is not', async (url) => {
    const { connected, call } = watchedOutbound({}, true);
    const error = await call(url);
    expect(error).toBeInstanceOf(OutboundRefused);
    expect(error.message).toContain(NEVER);
    expect(connected).toEqual([]);
  });
});

test('a name that changes its address between requests is checked anew, and connected where it was checked', async () => {
  const answers = [['93.184.216.34'], ['127.0.0.1']];
  const names = new Proxy({}, { get: () => answers.shift() });
  const { asked, connected, call } = watchedOutbound(names);
  expect((await call('https://hook.test/')).name).toBe('OutboundFailed');
  expect(connected).toEqual([[{ address: '93.184.216.34', family: 4 }]]);
  expect((await call('https://hook.test/')).message).toBe(`hook.test leads to a loopback address: ${WAY_OUT}`);
  expect(connected).toHaveLength(1);
  expect(asked).toEqual(['hook.test', 'hook.test']);
});

test.each([
  [{ 'x-key': 'a\r\nhost: other' }, '"x-key"'],
  [{ 'bad name': 'a' }, '"bad name"'],
  [{ 'x-emoji': '☎' }, '"x-emoji"'],
])('a header that HTTP cannot carry is refused without a packet: %j', async (headers, name) => {
  const { connected, call } = watchedOutbound();
  const error = await call('https://93.184.216.34/', headers);
  expect(error).toBeInstanceOf(OutboundRefused);
  expect(error.message).toBe(`The request to 93.184.216.34 has a header ${name} that HTTP cannot carry.`);
  expect(connected).toEqual([]);
});
