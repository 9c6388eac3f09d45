import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  newDatabaseNotice,
  ringback,
  ringbackInterrupted,
  type ServingProcess,
  startServing,
} from '../support/command-line.js';

const API_KEY = 'a-key-for-the-command-line-tests';

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ringback-cli-'));
});

afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

describe('help', () => {
  test.each([[[]], [['serve']], [['query']], [['explain']], [['lint']], [['demo']]])(
    'ringback %s --help says what it does',
    async (command) => {
      const { code, stdout } = await ringback([...command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`Usage: ringback ${command[0] ?? '[options] [command]'}`);
    },
  );

  test('an unknown command is an error that points to the help', async () => {
    const { code, stderr } = await ringback(['qerry', 'limit=1']);
    expect(code).toBe(1);
    expect(stderr).toBe(
      "error: unknown command 'qerry'\n(Did you mean query?)\n(ringback --help shows what there is)\n",
    );
  });
});

test.each([
  [['query'], "error: missing required argument 'text'\n(ringback query --help shows what there is)\n"],
  [['lint', '--jsn', 'limit=1'], "error: unknown option '--jsn'\n(ringback lint --help shows what there is)\n"],
  [
    ['keys', 'crate', 'x'],
    "error: unknown command 'crate'\n(Did you mean create?)\n(ringback keys --help shows what there is)\n",
  ],
  [
    ['simulate', 'call'],
    "error: required option '--to <url>' not specified\n(ringback simulate call --help shows what there is)\n",
  ],
])('%j points to the help of the command that was meant', async (args, stderr) => {
  expect(await ringback(args)).toEqual({ code: 1, stdout: '', stderr });
});

test('a command that finds no database says that it makes one, once', async () => {
  const folder = join(dataDir, 'elsewhere');
  const first = await ringback(['--data-dir', folder, 'query', 'limit=5']);
  expect(first).toEqual({
    code: 0,
    stdout: 'No conversation matches.\n',
    stderr: newDatabaseNotice(folder),
  });
  expect((await ringback(['--data-dir', folder, 'query', 'limit=5'])).stderr).toBe('');
});

describe('lint', () => {
  test('a good query has no warnings', async () => {
    const { code, stdout } = await ringback([
      'lint',
      'metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc',
    ]);
    expect(stdout).toBe(
      'canonical: metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc\nNo warnings.\n',
    );
    expect(code).toBe(0);
  });

  test('a warning has a caret, and the exit code tells', async () => {
    const { code, stdout } = await ringback(['lint', 'name=eq.null&limit=5']);
    expect(code).toBe(1);
    expect(stdout).toContain(
      ['RQW101 "null" is that text here, not a missing value.', '  name=eq.null&limit=5', '          ^^^^'].join('\n'),
    );
  });

  test('placeholders are read as they stand in a policy', async () => {
    const { stdout } = await ringback(['lint', 'metadata->telnyx_end_user_target=eq.{{caller}}&limit=5']);
    expect(stdout).toContain('canonical: metadata->telnyx_end_user_target=eq.{{caller}}&limit=5\n');
  });
});

describe('errors', () => {
  test('a query that cannot be read is shown with its caret', async () => {
    const { code, stdout, stderr } = await ringback(['query', 'name=eqq.Voice']);
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: 'RQ202 Unknown operator "eqq".\n  name=eqq.Voice\n       ^^^\n  Did you mean "eq"?\n',
    });
  });

  test('a wrong environment value is one line', async () => {
    const { code, stderr } = await ringback(['query', 'limit=1'], { RINGBACK_BUDGET_MS: 'soon' });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'ringback: RINGBACK_BUDGET_MS is "soon": it must be a whole number from 1 to 10000.\n',
    });
  });

  test('a port that is in use is one line', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const { port } = blocker.address() as AddressInfo;
    const busyDir = await mkdtemp(join(tmpdir(), 'ringback-cli-busy-'));
    const { code, stderr } = await ringback(['--data-dir', busyDir, 'serve', '--port', String(port)], {
      LOG_LEVEL: 'silent',
    });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `ringback: 127.0.0.1:${port} is in use: stop what listens there, or set PORT to another.\n`,
    });
    await new Promise((resolve) => blocker.close(resolve));
    await rm(busyDir, { recursive: true, force: true });
  });
});

describe('the query commands', () => {
  test('open the data directory themselves when no server runs', async () => {
    const { code, stdout } = await ringback(['--data-dir', dataDir, 'query', 'limit=1']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No conversation matches.\n' });
  });

  describe('beside a running server', () => {
    let server: ServingProcess;

    beforeAll(async () => {
      server = await startServing({ RINGBACK_DATA_DIR: dataDir, RINGBACK_API_KEY: API_KEY, LOG_LEVEL: 'silent' });
      for (const [name, target] of [
        ['Dental booking', '+13128675309'],
        ['Ünïcode & plus +1', '+13128675309'],
        ['A stranger', '+15551234567'],
      ]) {
        const response = await fetch(`${server.url}/v2/ai/conversations`, {
          method: 'POST',
          headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' },
          body: JSON.stringify({ name, metadata: { telnyx_end_user_target: target } }),
        });
        expect(response.status).toBe(200);
      }
    });

    afterAll(() => server.stop());

    test('go through its API', async () => {
      const { code, stdout } = await ringback([
        '--data-dir',
        dataDir,
        'query',
        '--json',
        'metadata->telnyx_end_user_target=eq.+13128675309&order=created_at.asc',
      ]);
      expect(code).toBe(0);
      expect((JSON.parse(stdout) as { name: string }[]).map(({ name }) => name)).toEqual([
        'Dental booking',
        'Ünïcode & plus +1',
      ]);
    });

    test('send what needs escapes so that it arrives as it was meant', async () => {
      const { stdout } = await ringback([
        '--data-dir',
        dataDir,
        'query',
        '--json',
        'name=eq.Ünïcode %26 plus +1&select=name',
      ]);
      expect(JSON.parse(stdout)).toEqual([{ name: 'Ünïcode & plus +1' }]);
    });

    test('show a table', async () => {
      const { stdout } = await ringback([
        '--data-dir',
        dataDir,
        'query',
        'select=name,target:metadata->>telnyx_end_user_target&order=name.desc&limit=2',
      ]);
      expect(stdout).toBe(
        [
          '┌───────────────────┬──────────────┐',
          '│ name              │ target       │',
          '├───────────────────┼──────────────┤',
          '│ Ünïcode & plus +1 │ +13128675309 │',
          '│ Dental booking    │ +13128675309 │',
          '└───────────────────┴──────────────┘',
          '2 conversations',
          '',
        ].join('\n'),
      );
    });

    test('explain names the index', async () => {
      const { code, stdout } = await ringback([
        '--data-dir',
        dataDir,
        'explain',
        'metadata->telnyx_end_user_target=eq.+13128675309&limit=5',
      ]);
      expect(code).toBe(0);
      expect(stdout).toContain('canonical\n  metadata->telnyx_end_user_target=eq.+13128675309&limit=5\n');
      expect(stdout).toContain(`(metadata->>'telnyx_end_user_target') = $2::text`);
      expect(stdout).toContain('$2 = "+13128675309"');
      expect(stdout).toContain('metadata->telnyx_end_user_target: conversations_telnyx_end_user_target\n');
    });

    test('explain warns where no index serves', async () => {
      const { stdout } = await ringback(['--data-dir', dataDir, 'explain', 'metadata->tier=not.eq.gold']);
      expect(stdout).toContain("warnings\n  No index serves this query's conditions (metadata->tier)");
    });

    test('a second server is told that the directory is in use, and the first goes on', async () => {
      const { code, stderr } = await ringback(['--data-dir', dataDir, 'serve', '--port', '0']);
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /^ringback: The data directory \S+ is in use by the process \d+\. Stop that first, or set RINGBACK_DATA_DIR to another directory\.\n$/,
      );
      expect((await fetch(`${server.url}/ready`)).status).toBe(200);
    });

    test('server.json opens doors, so only its owner may read it', async () => {
      const path = join(dataDir, 'server.json');
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ url: server.url, pid: server.process.pid });
    });
  });

  test('after a server was killed the directory opens again, with everything in it', async () => {
    const server = await startServing({ RINGBACK_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
    await server.stop('SIGKILL');
    const { code, stdout } = await ringback(['--data-dir', dataDir, 'query', '--json', 'select=name&order=name.asc']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      { name: 'A stranger' },
      { name: 'Dental booking' },
      { name: 'Ünïcode & plus +1' },
    ]);
  });
});

test('the demo plays the main job to its end', async () => {
  const { code, stdout, stderr } = await ringback(['demo']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('"caller_known": "true"');
  const found = stdout.slice(stdout.indexOf('5. '), stdout.indexOf('6. '));
  expect(found.match(/Call \d/g)).toEqual(['Call 6', 'Call 5', 'Call 4', 'Call 3', 'Call 2']);
  expect(stdout).toContain('6. A forged event gets nothing:\n   POST /telnyx/dynamic-variables  ->  401\n');
});

test('the demo of calls plays a caller who is known on three platforms after one call', async () => {
  const { code, stdout, stderr } = await ringback(['demo', 'calls']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const part = (number: number) => `\n${stdout}`.split(/\n\d\. /)[number];
  expect(part(1)).toContain('"New caller — no prior context."');
  expect(part(3)).toMatch(/name +Sarah Johnson/);
  expect(part(3)).toMatch(/allergy +penicillin {3}"I'm allergic to penicillin"/);
  expect(part(4)).toContain('"caller_name": "Sarah Johnson"');
  expect(part(5)).toContain('penicillin');
  expect(part(6)).toMatch(/"memory_context": ".*penicillin/);
  const last = part(7);
  expect(last).toContain('"Known about caller (Sarah Johnson): Sarah Johnson: ');
  expect(last).toContain('penicillin');
});

test('the demo has two stories', async () => {
  const { code, stderr } = await ringback(['demo', 'nothing']);
  expect(code).not.toBe(0);
  expect(stderr).toContain('Allowed choices are conversations, calls.');
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('the demo leaves nothing behind when %s ends it', async (signal, expected) => {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-cli-demo-'));
  const { code, stdout, stderr } = await ringbackInterrupted(['demo'], { TMPDIR: folder }, signal);
  expect({ code, stderr }).toEqual({ code: expected, stderr: '' });
  expect(stdout).not.toContain('6. ');
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});
