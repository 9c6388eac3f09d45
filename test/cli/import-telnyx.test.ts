import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListeningServer } from '../../src/http/listen.js';
import { loadConversations } from '../../src/transfer/load-conversations.js';
import type { TransferLine } from '../../src/transfer/transfer-line.js';
import { newDatabaseNotice, ringback, startServing } from '../support/command-line.js';
import { openTestDatabase, type TestDatabase, temporaryFolder } from '../support/databases.js';
import { interpose } from '../support/interpose.js';
import { listening, type TestApp, testApp } from '../support/server.js';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const CONVERSATIONS = 40;

function* account(): Generator<TransferLine> {
  for (let index = 0; index < CONVERSATIONS; index += 1) {
    const time = new Date(Date.parse('2025-03-01T08:00:00Z') + index * 86_400_000).toISOString();
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    yield { type: 'conversation', id, name: `Call ${index}`, created_at: time };
    yield { type: 'message', conversation_id: id, role: 'user', text: 'Hello', sent_at: time };
    yield { type: 'message', conversation_id: id, role: 'assistant', text: 'Hi', sent_at: time };
  }
}

const SUMMARY = 'Imported: 40 conversations, 80 messages (2025-03-01 to 2025-04-09)';

describe('ringback import telnyx', () => {
  let telnyxDatabase: TestDatabase;
  let telnyx: TestApp;
  let socket: ListeningServer;
  const folders: string[] = [];

  beforeAll(async () => {
    telnyxDatabase = await openTestDatabase('server');
    telnyx = await testApp(telnyxDatabase.database);
    socket = await listening(telnyx.app);
    await loadConversations(telnyxDatabase.database, telnyx.workspaceId, account());
  });
  afterAll(async () => {
    await socket.stop(0);
    await telnyx.jobs.stop(0);
    await telnyxDatabase.remove();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  async function environment(
    baseUrl = `${socket.url}/v2`,
  ): Promise<{ RINGBACK_DATA_DIR: string; TELNYX_BASE_URL: string }> {
    const folder = await temporaryFolder();
    folders.push(folder);
    return { RINGBACK_DATA_DIR: folder, TELNYX_BASE_URL: baseUrl };
  }

  /** With something on standard input, and a signal when something was asked of Telnyx. */
  function run(args: readonly string[], env: Record<string, string>, input = '') {
    const child = spawn(process.execPath, [MAIN, 'import', 'telnyx', ...args], {
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    child.stdin.end(input);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
      child.once('close', (code) => resolve({ code, output })),
    );
    return { child, ended };
  }

  test('--help says what it does, and that the key is no argument', async () => {
    const { code, stdout } = await ringback(['import', 'telnyx', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Import all conversations and messages of a Telnyx account.');
    expect(stdout).toContain('it is never an argument');
  });

  test('brings everything without a server, and again nothing', async () => {
    const env = { ...(await environment()), TELNYX_API_KEY: telnyx.keys.read };
    expect(await ringback(['import', 'telnyx'], env)).toEqual({
      code: 0,
      stdout: `${SUMMARY}; 40 conversations have their insights run.\n`,
      stderr: newDatabaseNotice(env.RINGBACK_DATA_DIR),
    });
    expect((await ringback(['import', 'telnyx'], env)).stdout).toBe(
      'Imported: 0 conversations, 0 messages (2025-03-01 to 2025-04-09); 40 conversations were there; 80 messages were there.\n',
    );
  });

  test('asks for the key where there is none', async () => {
    const env = await environment();
    const { code, output } = await run(['--no-extract'], env, `${telnyx.keys.read}\n`).ended;
    expect([code, output]).toEqual([0, `${newDatabaseNotice(env.RINGBACK_DATA_DIR)}${SUMMARY}.\n`]);
    const refused = await run(['--no-extract'], env, '').ended;
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('"api_key" is missing');
  });

  test('counts with --dry-run, and begins with --since', async () => {
    const env = { ...(await environment()), TELNYX_API_KEY: telnyx.keys.read };
    expect((await ringback(['import', 'telnyx', '--dry-run'], env)).stdout).toBe(
      'The account has 40 conversations (2025-03-01 to 2025-04-09). Nothing was stored.\n',
    );
    const { stdout } = await ringback(['import', 'telnyx', '--since', '2025-04-01', '--no-extract'], env);
    expect(stdout).toBe('Imported: 9 conversations, 18 messages (2025-04-01 to 2025-04-09).\n');
  });

  test('works beside a running server', async () => {
    const env = { ...(await environment()), RINGBACK_API_KEY: 'a-key-for-the-import-tests' };
    const server = await startServing(env);
    try {
      const { code, stdout } = await ringback(['import', 'telnyx'], { ...env, TELNYX_API_KEY: telnyx.keys.read });
      expect([code, stdout]).toEqual([0, `${SUMMARY}; 40 conversations have their insights run.\n`]);
      const response = await fetch(`${server.url}/v2/ai/conversations?limit=100`, {
        headers: { authorization: 'Bearer a-key-for-the-import-tests' },
      });
      expect(((await response.json()) as { data: unknown[] }).data).toHaveLength(CONVERSATIONS);
    } finally {
      await server.stop();
    }
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly by %s, and says how to go on', async (signal) => {
    let interrupt: (() => void) | undefined;
    const proxy = await interpose(socket.url, (_req, count) => {
      if (count === 20) interrupt?.();
      return undefined;
    });
    try {
      const env = { ...(await environment(`${proxy.url}/v2`)), TELNYX_API_KEY: telnyx.keys.read };
      const { child, ended } = run(['--concurrency', '1'], env);
      interrupt = () => child.kill(signal);
      const { code, output } = await ended;
      expect(code).toBe(signal === 'SIGINT' ? 130 : 143);
      expect(output).toContain('Interrupted.');
      expect(output).toContain('Run the same command again: it goes on from there.');
      interrupt = undefined;
      const again = await run([], env).ended;
      expect(again.code).toBe(0);
      expect((await ringback(['query', 'limit=100', '--json'], env)).stdout.match(/"id":/g)).toHaveLength(
        CONVERSATIONS,
      );
    } finally {
      proxy.close();
    }
  });

  test('says what is wrong', async () => {
    const env = { ...(await environment()), TELNYX_API_KEY: 'KEY-nobody-knows' };
    const wrongKey = await ringback(['import', 'telnyx'], env);
    expect([wrongKey.code, wrongKey.stderr]).toEqual([
      1,
      `${newDatabaseNotice(env.RINGBACK_DATA_DIR)}ringback: Telnyx does not know this API key (401). Check TELNYX_API_KEY.\n`,
    ]);
    const nowhere = await ringback(['import', 'telnyx', '--workspace', 'nowhere'], env);
    expect([nowhere.code, nowhere.stderr]).toEqual([1, 'ringback: There is no workspace "nowhere".\n']);
    const date = await ringback(['import', 'telnyx', '--since', 'yesterday'], env);
    expect([date.code, date.stderr]).toEqual([1, 'ringback: "since" has to be a date such as 2025-04-01.\n']);
  });
});
