import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPublicKey, refuseSignature } from '../../src/platforms/telnyx/signature.js';
import { ringback, type ServingProcess, startServing } from '../support/command-line.js';
import { temporaryFolder } from '../support/databases.js';

/** A webhook of somebody else's, with what it was sent. */
interface PlayedWebhook {
  readonly url: string;
  readonly requests: { readonly headers: IncomingMessage['headers']; readonly body: string; readonly port?: number }[];
  answer: (res: ServerResponse, index: number) => void;
  close(): Promise<void>;
}

async function playWebhook(): Promise<PlayedWebhook> {
  const played: PlayedWebhook = {
    url: '',
    requests: [],
    answer: (res) => res.end('{}'),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const server: Server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const port = req.socket.remotePort;
      played.requests.push({
        headers: req.headers,
        body: Buffer.concat(chunks).toString(),
        ...(port === undefined ? {} : { port }),
      });
      played.answer(res, played.requests.length - 1);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(played, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` });
}

describe('ringback simulate call', () => {
  let webhook: PlayedWebhook;
  let environment: Record<string, string>;
  let dataDir: string;
  let publicKey: string;
  beforeAll(async () => {
    webhook = await playWebhook();
    dataDir = await temporaryFolder();
    environment = { RINGBACK_DATA_DIR: dataDir };
    publicKey = (await ringback(['simulate', 'key'], environment)).stdout.trim();
  });
  afterAll(() => webhook.close());

  async function simulate(args: readonly string[], answer?: PlayedWebhook['answer'], to = webhook.url) {
    webhook.requests.length = 0;
    webhook.answer = answer ?? ((res) => res.end('{}'));
    return ringback(['simulate', 'call', '--to', to, '--from', '+13125550101', ...args], environment);
  }
  const figures = async (args: readonly string[], answer?: PlayedWebhook['answer'], to?: string) => {
    const { code, stdout } = await simulate([...args, '--json'], answer, to);
    return { code, ...JSON.parse(stdout) };
  };
  const json =
    (value: unknown): PlayedWebhook['answer'] =>
    (res) =>
      res.end(JSON.stringify(value));

  test('sends one signed event in the documented shape, and prints the answer', async () => {
    const answer = { dynamic_variables: { full_name: 'Rachel' } };
    const { code, stdout, stderr } = await simulate(
      ['--assistant', 'assistant-7', '--field', 'eva_call_id=abc', '--field', 'x=a=b', '--verified', 'true'],
      json(answer),
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^200 after \d+\.\d ms \(budget 1000 ms\)\n/);
    expect(stdout).toContain(JSON.stringify(answer, null, 2));
    expect(stdout).toMatch(/\nNothing is wrong with it\.\n$/);
    expect(stderr).toBe(`Signed with ${join(dataDir, 'simulate-key.pem')}, public key ${publicKey}\n`);
    const [request] = webhook.requests;
    const event = JSON.parse(request?.body ?? '');
    expect(event).toEqual({
      data: {
        record_type: 'event',
        id: expect.stringMatching(/^event_[0-9a-f-]{36}$/),
        event_type: 'assistant.initialization',
        occurred_at: expect.stringMatching(/Z$/),
        payload: {
          telnyx_conversation_channel: 'phone_call',
          telnyx_agent_target: '+13128675309',
          telnyx_end_user_target: '+13125550101',
          telnyx_end_user_target_verified: true,
          call_control_id: expect.stringMatching(/^v3:[\w-]{32}$/),
          telnyx_conversation_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          assistant_id: 'assistant-7',
          eva_call_id: 'abc',
          x: 'a=b',
        },
      },
    });
    const key = readPublicKey(publicKey);
    const signed = {
      signature: request?.headers['telnyx-signature-ed25519'] as string,
      timestamp: request?.headers['telnyx-timestamp'] as string,
      rawBody: Buffer.from(request?.body ?? ''),
    };
    expect(refuseSignature(signed, key === undefined ? [] : [key], Date.now())).toBeUndefined();
  });

  test('says nothing of what it was told not to say, and of no call on other channels', async () => {
    await simulate(['--verified', 'unknown', '--channel', 'web_chat', '--agent', 'sip:a@b.example']);
    const { payload } = JSON.parse(webhook.requests[0]?.body ?? '').data;
    expect(Object.keys(payload).sort()).toEqual([
      'telnyx_agent_target',
      'telnyx_conversation_channel',
      'telnyx_conversation_id',
      'telnyx_end_user_target',
    ]);
    expect(payload).toMatchObject({ telnyx_conversation_channel: 'web_chat', telnyx_agent_target: 'sip:a@b.example' });
  });

  test('plays many callers, each call with ids of its own, over connections that are kept', async () => {
    const { code, outcomes, count } = await figures(['--count', '40', '--callers', '8', '--concurrency', '4']);
    expect({ code, count, ok: outcomes.ok }).toEqual({ code: 0, count: 40, ok: 40 });
    const payloads = webhook.requests.map(({ body }) => JSON.parse(body).data);
    expect(new Set(payloads.map(({ id }) => id)).size).toBe(40);
    expect(new Set(payloads.map(({ payload }) => payload.call_control_id)).size).toBe(40);
    expect([...new Set(payloads.map(({ payload }) => payload.telnyx_end_user_target))].sort()).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((last) => `+1312555010${last}`),
    );
    expect(new Set(webhook.requests.map(({ port }) => port)).size).toBeLessThanOrEqual(4);
  });

  test('keeps to its rate, whatever becomes of the calls', async () => {
    const slow: PlayedWebhook['answer'] = (res) => setTimeout(() => res.end('{}'), 300);
    const {
      elapsed_ms: elapsedMs,
      latency_ms: latency,
      outcomes,
    } = await figures(['--count', '50', '--rate', '100'], slow);
    expect(outcomes.ok).toBe(50);
    expect(elapsedMs).toBeGreaterThan(49 * 10 + 250);
    expect(elapsedMs).toBeLessThan(3_000);
    expect(latency.p50).toBeGreaterThanOrEqual(290);
    expect(latency.max).toBeGreaterThanOrEqual(latency.p99);
    expect(latency.p99).toBeGreaterThanOrEqual(latency.p50);
  });

  test('counts the wait of calls that had to wait for others as theirs', async () => {
    const slow: PlayedWebhook['answer'] = (res) => setTimeout(() => res.end('{}'), 100);
    const options = ['--count', '10', '--rate', '1000', '--concurrency', '1', '--budget-ms', '450'];
    const { code, outcomes, latency_ms: latency } = await figures(options, slow);
    expect(code).toBe(1);
    expect(outcomes.late).toBeGreaterThanOrEqual(5);
    expect(outcomes.ok).toBeGreaterThanOrEqual(1);
    expect(latency.max).toBeGreaterThan(900);
  });

  describe('tells apart', () => {
    test.each<[string, PlayedWebhook['answer'], Record<string, number>, string[]]>([
      [
        'an answer after the budget',
        (res) => setTimeout(() => res.end('{}'), 300),
        { late: 1 },
        ['It took longer than the budget of 200 ms.'],
      ],
      ['no answer in time', () => {}, { timeout: 1 }, ['No answer within 600 ms.']],
      [
        'half an answer in time',
        (res) => {
          res.writeHead(200, { 'content-length': '100' });
          res.write('{');
        },
        { timeout: 1 },
        ['No answer within 600 ms.'],
      ],
      ['an error', (res) => res.writeHead(500).end('{}'), { error_status: 1 }, ['It answered 500.']],
      [
        'a redirect',
        (res) => res.writeHead(302, { location: '/elsewhere' }).end(),
        { error_status: 1 },
        ['It answered 302: redirects are not followed.'],
      ],
      [
        'a connection that breaks',
        (res) => res.destroy(),
        { unreachable: 1 },
        ['The webhook cannot be reached: ECONNRESET.'],
      ],
      ['an empty answer', (res) => res.end(), { wrong_shape: 1 }, ['The answer is empty.']],
      ['what is no JSON', (res) => res.end('<html>'), { wrong_shape: 1 }, ['The answer is no JSON.']],
      [
        'too much',
        (res) => res.end(JSON.stringify({ message: 'x'.repeat(2_000_000) })),
        { wrong_shape: 1 },
        ['The answer is larger than a million bytes.'],
      ],
      [
        'a flat answer',
        (res) => res.end('{"full_name":"Rachel"}'),
        { wrong_shape: 1 },
        ['The answer is flat: Telnyx ignores variables outside "dynamic_variables".'],
      ],
      [
        'variables that are no strings',
        (res) => res.end('{"dynamic_variables":{"visits":3,"tier":null}}'),
        { wrong_shape: 1 },
        [
          'dynamic_variables.visits: It is a number; variables have to be strings.',
          'dynamic_variables.tier: It is null; variables have to be strings.',
        ],
      ],
    ])('%s', async (_, answer, outcomes, problems) => {
      const run = await figures(['--budget-ms', '200', '--timeout-ms', '600'], answer);
      expect(run.code).toBe(1);
      expect(run.outcomes).toMatchObject({ ok: 0, ...outcomes });
      expect(run.problems.map(({ detail }: { detail: string }) => detail).sort()).toEqual([...problems].sort());
    });

    test('a memory query that cannot be read, from one that is likely wrong', async () => {
      const wrong = await simulate([], json({ memory: { conversation_query: 'name=eqq.x' } }));
      expect(wrong.code).toBe(1);
      expect(wrong.stdout).toMatch(/\nwrong: memory\.conversation_query: RQ202 Unknown operator "eqq"\.\n/);
      const odd = await simulate([], json({ memory: { conversation_query: 'name=eq.x' } }));
      expect(odd.code).toBe(0);
      expect(odd.stdout).toMatch(/\nworth a look: memory\.conversation_query: RQW102 No limit is written/);
    });

    test('many calls, by what became of each', async () => {
      const { code, stdout } = await simulate(['--count', '12'], (res, index) => {
        if (index % 4 === 1) return void res.writeHead(503).end();
        if (index % 4 === 2) res.setHeader('x-ringback-left-out', 'caller_profile');
        res.end(index % 4 === 3 ? '[]' : '{}');
      });
      expect(code).toBe(1);
      const [head, ...lines] = stdout.trimEnd().split('\n');
      expect(head).toMatch(/^12 calls in \d+\.\d s, \d+\.\d per second$/);
      expect(lines[0]).toBe('  ok                  6');
      expect(lines[1]).toBe('  error status        3');
      expect(lines[2]).toBe('  wrong shape         3');
      expect(lines[3]).toMatch(/^latency {2}p50 .* ms {2}p95 .* ms {2}p99 .* ms {2}max .* ms {2}\(budget 1000 ms\)$/);
      expect(lines.slice(4)).toEqual([
        'left out  caller_profile: 3',
        'wrong',
        '  3 × It answered 503.',
        '  3 × The answer is an array; it has to be an object.',
      ]);
    });
  });

  test('parts that were left out are told, and are no fault', async () => {
    const { code, stdout } = await simulate([], (res) => {
      res.setHeader('x-ringback-left-out', 'lookups.crm');
      res.end('{}');
    });
    expect(code).toBe(0);
    expect(stdout).toContain('\nleft out: lookups.crm\n');
  });

  test('nothing that a webhook says can move the cursor', async () => {
    const { stdout } = await simulate([], (res) => res.writeHead(500).end('\u001b[2Jgone'));
    expect(stdout).toContain('\uFFFD[2Jgone');
    expect(stdout).not.toContain('\u001b');
  });

  test('a webhook that is not there', async () => {
    const { code, outcomes, latency_ms: latency } = await figures(['--count', '3'], undefined, 'http://127.0.0.1:9/x');
    expect({ code, outcomes, latency }).toMatchObject({ code: 1, outcomes: { unreachable: 3 }, latency: null });
  });

  describe('its key', () => {
    test('is made once, for its owner alone, and then stays', async () => {
      const file = join(await temporaryFolder(), 'deeper', 'key.pem');
      const first = await simulate(['--key-file', file]);
      const made = /^Made the key (.*)\. Set TELNYX_PUBLIC_KEY=(\S+) where the webhook runs\.\n$/.exec(first.stderr);
      expect(made?.[1]).toBe(file);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const second = await simulate(['--key-file', file]);
      expect(second.stderr).toBe(`Signed with ${file}, public key ${made?.[2]}\n`);
      expect((await ringback(['simulate', 'key', '--key-file', file], environment)).stdout).toBe(`${made?.[2]}\n`);
      expect(second.stdout + second.stderr).not.toContain((await readFile(file, 'utf8')).split('\n')[1]);
    });

    test('is not taken from a file that holds another thing, which stays as it is', async () => {
      const file = join(await temporaryFolder(), 'key.pem');
      await writeFile(file, 'my diary');
      expect(await simulate(['--key-file', file])).toMatchObject({
        code: 1,
        stderr: `ringback: The key file ${file} holds no Ed25519 private key in PEM. Name another one with --key-file.\n`,
      });
      expect(await readFile(file, 'utf8')).toBe('my diary');
      const folder = join(await temporaryFolder(), 'folder');
      await mkdir(folder);
      expect((await simulate(['--key-file', folder])).stderr).toBe(
        `ringback: The key file ${folder} cannot be read: EISDIR.\n`,
      );
    });

    test('can be that of a workspace', async () => {
      const own = { RINGBACK_DATA_DIR: await temporaryFolder() };
      const { stdout } = await ringback(['keys', 'webhook'], own);
      webhook.answer = (res) => res.end('{}');
      const args = ['simulate', 'call', '--to', webhook.url, '--from', 'x', '--workspace'];
      expect(await ringback([...args, 'default'], own)).toMatchObject({
        code: 0,
        stderr: `Signed with the webhook key of the workspace default, public key ${stdout.trim()}\n`,
      });
      expect(await ringback([...args, 'nobody'], own)).toMatchObject({
        code: 1,
        stderr: 'ringback: There is no workspace "nobody".\n',
      });
    });
  });

  describe('refuses', () => {
    test.each([
      [['--to', 'ftp://x'], '--to is "ftp://x"; it has to be the address of a webhook, https://….'],
      [
        ['--from', 'anonymous', '--callers', '2'],
        '--callers needs a --from that is a phone number: the others follow it.',
      ],
      [
        ['--key-file', 'x', '--workspace', 'default'],
        '--key-file and --workspace both name a key to sign with: give one of them.',
      ],
    ])('%j', async (args, reason) => {
      expect(await simulate(args)).toMatchObject({ code: 1, stderr: `ringback: ${reason}\n`, stdout: '' });
      expect(webhook.requests).toEqual([]);
    });

    test.each([
      [['--count', '0'], 'It has to be a whole number from 1 to 10000000.'],
      [['--rate', '0'], 'It has to be a number of calls per second, above 0.'],
      [['--field', 'x'], 'It has to be key=value.'],
      [['--verified', 'maybe'], 'Allowed choices are true, false, unknown.'],
    ])('%j, before anything is sent', async (args, reason) => {
      const { code, stderr } = await simulate(args);
      expect(code).toBe(1);
      expect(stderr).toContain(reason);
      expect(webhook.requests).toEqual([]);
    });
  });

  describe('against a server of ours', () => {
    let server: ServingProcess;
    let own: Record<string, string>;
    let to: string;
    beforeAll(async () => {
      own = { RINGBACK_DATA_DIR: await temporaryFolder() };
      const { stdout } = await ringback(['simulate', 'key'], own);
      server = await startServing({ ...own, TELNYX_PUBLIC_KEY: stdout.trim() });
      to = `${server.url}/telnyx/dynamic-variables`;
    });
    afterAll(() => server?.stop());

    const run = (...args: string[]) =>
      ringback(['simulate', 'call', '--to', to, '--from', '+13125550101', ...args], own);

    test('with the right key nothing is wrong, one by one and many at once', async () => {
      const { code, stdout } = await run();
      expect(code).toBe(0);
      expect(stdout).toContain('"memory_user_id": "voice:+13125550101"');
      expect(stdout).toMatch(/\nNothing is wrong with it\.\n$/);
      const many = await run(
        '--count',
        '100',
        '--callers',
        '20',
        '--concurrency',
        '5',
        '--timeout-ms',
        '10000',
        '--json',
      );
      expect(JSON.parse(many.stdout).outcomes).toMatchObject({
        timeout: 0,
        error_status: 0,
        wrong_shape: 0,
        unreachable: 0,
      });
    });

    test('with another key it is told where to set it', async () => {
      const file = join(await temporaryFolder(), 'other.pem');
      const { code, stdout, stderr } = await run('--key-file', file);
      expect(code).toBe(1);
      expect(stdout).toContain('\nwrong: It answered 401.\n');
      expect(stderr).toMatch(/\nIs TELNYX_PUBLIC_KEY=\S{44} set where the webhook runs, and is this its address\?\n$/);
    });

    test("a workspace's key is said to be out of reach while the server has the database", async () => {
      expect(await run('--workspace', 'default')).toMatchObject({
        code: 1,
        stderr:
          'ringback: The key of a workspace is in the database that the running server has open: sign with --key-file instead.\n',
      });
    });

    test('what it did can be looked into: tail, and show', async () => {
      const assistant = `assistant-${randomUUID()}`;
      await run('--assistant', assistant);
      // Written a moment after the answer.
      await new Promise((resolve) => setTimeout(resolve, 700));
      const tail = await ringback(['initializations', 'tail', '--no-follow', '--lines', '1'], own);
      expect(tail.code).toBe(0);
      const line =
        /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} {2}received {2}\+1312•••0101 +(\S+) +built-in +complete +\d+\.\d ms {2}(\S+)\n$/;
      const [, shownAssistant, id] = line.exec(tail.stdout) ?? [];
      expect(shownAssistant).toBe(assistant);
      const show = await ringback(['initializations', 'show', id as string], own);
      expect(show.code).toBe(0);
      expect(show.stdout).toMatch(/\ncaller +\+1312•••0101\n/);
      expect(show.stdout).toMatch(/\nrequest \(personal data masked\)\n {2}\{\n/);
      expect(show.stdout).not.toContain('5550101');
      const asJson = JSON.parse((await ringback(['initializations', 'show', id as string, '--json'], own)).stdout);
      expect(asJson).toMatchObject({ id, status: 'complete', assistant_id: assistant });
      const lines = await ringback(['initializations', 'tail', '--no-follow', '--lines', '2', '--json'], own);
      expect(
        lines.stdout
          .trimEnd()
          .split('\n')
          .map((text) => JSON.parse(text).id)
          .at(-1),
      ).toBe(id);
    });

    test('an initialization that is none', async () => {
      expect(await ringback(['initializations', 'show', 'nobody'], own)).toMatchObject({
        code: 1,
        stderr: 'ringback: There is no initialization "nobody".\n',
      });
    });
  });
});
