import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.js';
import { ringback, startServing } from '../support/command-line.js';
import { createServerDatabase } from '../support/databases.js';
import { silentLog } from '../support/silent-log.js';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

const ID = '11111111-1111-4111-8111-111111111111';
const LINES = [
  { type: 'ringback_export', version: 1 },
  {
    type: 'conversation',
    id: ID,
    metadata: { tier: 'gold' },
    created_at: '2025-01-01T00:00:00.000Z',
    last_message_at: '2025-01-01T00:00:05.000Z',
    ended_at: null,
  },
  ...[1, 2, 3].map((number) => ({
    type: 'message',
    conversation_id: ID,
    id: `0000000${number}-0000-4000-8000-000000000000`,
    role: 'user',
    text: `message ${number}`,
    sent_at: `2025-01-01T00:00:0${number + 2}.000Z`,
    created_at: `2025-01-01T00:00:0${number + 2}.000Z`,
  })),
];
const TEXT = LINES.map((line) => `${JSON.stringify(line)}\n`).join('');

let folder: string;
let database: Awaited<ReturnType<typeof createServerDatabase>>;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-transfer-'));
  database = await createServerDatabase();
  environment = { DATABASE_URL: database.url, RINGBACK_DATA_DIR: join(folder, 'data') };
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('ringback import jsonl and export jsonl', () => {
  test.each([[['import', 'jsonl']], [['export', 'jsonl']]])('ringback %s --help says what it does', async (command) => {
    const { code, stdout } = await ringback([...command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: ringback ${command.join(' ')} [options] [file]`);
  });

  test('bring a file in and write the same one, packed or not', async () => {
    const file = join(folder, 'in.jsonl.gz');
    await writeFile(file, gzipSync(TEXT));
    const imported = await ringback(['import', 'jsonl', file], environment);
    expect(imported).toMatchObject({ code: 0, stdout: 'Imported: 1 conversations, 3 messages.\n' });
    const again = await ringback(['import', 'jsonl', file], environment);
    expect(again.stdout).toBe(
      'Imported: 0 conversations, 0 messages; 1 conversations were there; 3 messages were there.\n',
    );

    const [plain, packed] = [join(folder, 'out.jsonl'), join(folder, 'out.jsonl.gz')];
    expect(await ringback(['export', 'jsonl', plain], environment)).toMatchObject({
      code: 0,
      stdout: `Exported 4 lines to ${plain}.\n`,
    });
    expect(await readFile(plain, 'utf8')).toBe(TEXT);
    expect((await stat(plain)).mode & 0o777).toBe(0o600);
    await ringback(['export', 'jsonl', packed], environment);
    expect(gunzipSync(await readFile(packed)).toString()).toBe(TEXT);
    expect(await ringback(['export', 'jsonl'], environment)).toMatchObject({ code: 0, stdout: TEXT });
    const filtered = await ringback(['export', 'jsonl', '-', '--query', 'metadata->tier=eq.silver'], environment);
    expect(filtered.stdout).toBe(TEXT.slice(0, TEXT.indexOf('\n') + 1));
  });

  test('go through a running server, and beside it', async () => {
    const own = { RINGBACK_DATA_DIR: join(folder, 'embedded') };
    const server = await startServing(own);
    try {
      const file = join(folder, 'server.jsonl');
      await writeFile(file, TEXT);
      expect(await ringback(['import', 'jsonl', file], own)).toMatchObject({
        code: 0,
        stdout: 'Imported: 1 conversations, 3 messages.\n',
      });
    } finally {
      await server.stop();
    }
    expect((await ringback(['export', 'jsonl'], own)).stdout).toBe(TEXT);
  });

  test.each([
    [
      'a bad line',
      `${TEXT}{"type":"message","role":"bot"}`,
      [],
      'ringback: Line 6: "role" has to be one of "user", "assistant", "tool", "system".\n',
    ],
    ['another workspace', TEXT, ['--workspace', 'nobody'], 'ringback: There is no workspace "nobody".\n'],
  ])('tell of %s', async (_, text, options, stderr) => {
    const file = join(folder, 'bad.jsonl');
    await writeFile(file, text);
    expect(await ringback(['import', 'jsonl', file, ...options], environment)).toMatchObject({ code: 1, stderr });
  });

  test('skip bad lines where that is asked for', async () => {
    const file = join(folder, 'skip.jsonl');
    await writeFile(file, `${TEXT}nonsense\n`);
    const { code, stdout, stderr } = await ringback(
      ['import', 'jsonl', file, '--on-error', 'skip', '--dry-run'],
      environment,
    );
    expect(code).toBe(0);
    expect(stderr).toBe(
      'Line 6 skipped: The line is no JSON: each line is one whole object, with no comma behind it.\n',
    );
    expect(stdout).toBe('Good lines, nothing stored: 1 conversations, 3 messages; 1 lines cannot be stored.\n');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'end in order at %s, with whole batches stored',
    async (signal) => {
      const { url, drop } = await createServerDatabase();
      const store = await openDatabase({ url, dataDir: '' }, silentLog);
      try {
        const child = spawn(process.execPath, [MAIN, 'import', 'jsonl', '-'], {
          env: { PATH: process.env.PATH, DATABASE_URL: url, RINGBACK_DATA_DIR: join(folder, signal) },
        });
        const ended = once(child, 'close');
        let stderr = '';
        child.stderr.setEncoding('utf8').on('data', (text: string) => {
          stderr += text;
        });
        child.stdin.on('error', () => {});
        // Its input stays open: there is more to come.
        for (let number = 0; number < 12_000; number += 1)
          child.stdin.write(`{"type":"conversation","name":"${number}"}\n`);
        const count = async () =>
          (await store.run('SELECT count(*)::integer AS count FROM conversations', []))[0]?.count;
        await expect.poll(count, { timeout: 30_000 }).toBe(10_000);
        child.kill(signal);
        expect((await ended)[0]).toBe(signal === 'SIGINT' ? 130 : 143);
        // Not every batch is told of.
        expect(stderr).toMatch(
          /^Stored so far, at least: (5|10),000 conversations, 0 messages\.\nInterrupted\. Run the same command again to import the rest\.\n$/,
        );
        expect(await count()).toBe(10_000);
      } finally {
        await store.close();
        await drop();
      }
    },
    60_000,
  );

  test('tell of a file that is not there, and of a query that is none', async () => {
    const missing = join(folder, 'missing.jsonl');
    expect(await ringback(['import', 'jsonl', missing], environment)).toMatchObject({
      code: 1,
      stderr: `ringback: ${missing} cannot be read: there is no such file.\n`,
    });
    expect(await ringback(['import', 'jsonl', folder], environment)).toMatchObject({
      code: 1,
      stderr: `ringback: ${folder} cannot be read: it is a folder.\n`,
    });
    const { code, stderr } = await ringback(['export', 'jsonl', '-', '--query', 'limit=5'], environment);
    expect([code, stderr]).toEqual([1, 'ringback: An export takes the filters of a query alone: leave out "limit".\n']);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test.each([
    ['none/calls.jsonl', 'its folder does not exist'],
    ['file/calls.jsonl', 'part of its path is no folder'],
    ['taken', 'it is a folder'],
  ])('tell why an export cannot be written to %s', async (name, reason) => {
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'taken'), { recursive: true });
    const file = `${folder}/${name}`;
    expect(await ringback(['export', 'jsonl', file], environment)).toEqual({
      code: 1,
      stdout: '',
      stderr: `ringback: ${file} cannot be written: ${reason}.\n`,
    });
  });

  test('take a file of any size in little memory', async () => {
    const file = join(folder, 'large.jsonl');
    const stream = createWriteStream(file);
    const text = 'word '.repeat(8_000);
    stream.write('{"type":"conversation","name":"large"}\n');
    for (let number = 0; number < 5_000; number += 1) {
      if (!stream.write(`${JSON.stringify({ type: 'message', role: 'user', text: `${number} ${text}` })}\n`))
        await once(stream, 'drain');
    }
    stream.end();
    await once(stream, 'close');
    expect((await stat(file)).size).toBeGreaterThan(200e6);
    const bounded = { ...environment, NODE_OPTIONS: '--max-old-space-size=96' };
    const { code, stdout, stderr } = await ringback(['import', 'jsonl', file], bounded);
    expect([code, stdout], stderr).toEqual([0, 'Imported: 1 conversations, 5,000 messages.\n']);
    const out = join(folder, 'large-out.jsonl');
    const exported = await ringback(['export', 'jsonl', out], bounded);
    expect(exported.code, exported.stderr).toBe(0);
    expect((await stat(out)).size).toBeGreaterThan(200e6);
  }, 120_000);
});
