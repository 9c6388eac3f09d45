import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '../../src/store/database.js';
import { ringback, startServing } from '../support/command-line.js';
import { createServerDatabase, temporaryFolder } from '../support/databases.js';
import { contentOf, fillDatabase } from '../support/filled-database.js';
import { silentLog } from '../support/silent-log.js';

const DONE = /^Backed up \d+ rows of \d+ tables to \S+, [\d.]+ MB\.\n$/;
const SECRETS = /^Workspaces keep secrets: without \S+, which is not in the backup, nobody can open them\.\n$/;

let folder: string;
let dataDir: string;
let file: string;
/** Of the data directory when the backup was taken. */
let content: Readonly<Record<string, readonly string[]>>;
const drops: (() => Promise<void>)[] = [];

async function serverDatabase(content: 'migrated' | 'empty' = 'empty'): Promise<string> {
  const { url, drop } = await createServerDatabase(content);
  drops.push(drop);
  return url;
}

const contentAt = async (place: { url: string } | { dataDir: string }) => {
  const database = await openDatabase({ dataDir: '', ...place }, silentLog);
  try {
    return await contentOf(database);
  } finally {
    await database.close();
  }
};

beforeAll(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder, 'data');
  const database = await openDatabase({ dataDir, templateDir: inject('embeddedTemplate') }, silentLog);
  await fillDatabase(database);
  content = await contentOf(database);
  await database.close();
  file = join(folder, 'first.backup');
  const { code, stdout, stderr } = await ringback(['--data-dir', dataDir, 'backup', file]);
  expect(stderr).toMatch(SECRETS);
  expect(stdout).toMatch(DONE);
  expect(code).toBe(0);
});

afterAll(async () => {
  for (const drop of drops) await drop();
  await rm(folder, { recursive: true, force: true });
});

describe('ringback backup', () => {
  test('leaves one file, for the eyes of its owner', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['data', 'first.backup']);
    const [first = ''] = gunzipSync(await readFile(file))
      .toString()
      .split('\n');
    expect(JSON.parse(first)).toMatchObject({ format: 'ringback-backup', version: 1, has_secrets: true });
  });

  test('writes to standard output, and nothing else with it', async () => {
    const url = await serverDatabase('migrated');
    const { code, stdout, stderr } = await ringback(['backup', '-'], { DATABASE_URL: url, RINGBACK_DATA_DIR: folder });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.length).toBeGreaterThan(100);
  });

  test.each([
    ['backup', ['a.backup'], /^Usage: ringback backup \[options\] <file>/],
    ['restore', ['a.backup'], /^Usage: ringback restore \[options\] <file>/],
    ['move', ['a', 'b'], /^Usage: ringback move \[options\] <from> <to>/],
  ])('%s --help says what it does', async (command, _, usage) => {
    const { code, stdout } = await ringback([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(usage);
  });

  test('tells why its file cannot be written', async () => {
    const file = join(folder, 'none', 'x.backup');
    expect(await ringback(['--data-dir', dataDir, 'backup', file])).toMatchObject({
      code: 1,
      stderr: `ringback: ${file} cannot be written: its folder does not exist.\n`,
    });
  });

  test('of a directory without a database says so, and makes none', async () => {
    const none = join(folder, 'none');
    const failed = await ringback(['--data-dir', none, 'backup', join(folder, 'x.backup')]);
    expect(failed).toEqual({
      code: 1,
      stdout: '',
      stderr: `ringback: There is no database in the data directory ${none}.\n`,
    });
    await expect(stat(none)).rejects.toThrow('ENOENT');
  });

  test('of a data directory that a server has says who has it; of a server, it works beside it', async () => {
    const server = await startServing({ RINGBACK_DATA_DIR: dataDir });
    const failed = await ringback(['--data-dir', dataDir, 'backup', join(folder, 'x.backup')]);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toBe(
      `ringback: The data directory ${dataDir} is in use by the process ${server.process.pid}. Stop that first, or set RINGBACK_DATA_DIR to another directory.\n`,
    );
    expect(await server.stop()).toBe(0);

    const environment = { DATABASE_URL: await serverDatabase(), RINGBACK_DATA_DIR: join(folder, 'beside') };
    const other = await startServing(environment);
    const path = join(folder, 'beside.backup');
    expect(await ringback(['backup', path], environment)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(DONE),
    });
    // And a restore does not.
    const refused = await ringback(['restore', path, '--replace'], environment);
    expect(refused).toEqual({
      code: 1,
      stdout: '',
      stderr: 'ringback: A ringback server is connected to this database. Stop it first; start it again afterwards.\n',
    });
    expect(await other.stop()).toBe(0);
    await rm(path);
  });
});

describe('ringback restore', () => {
  test('goes into a new data directory, with which a server starts', async () => {
    const restored = join(folder, 'restored');
    const { code, stdout } = await ringback(['--data-dir', restored, 'restore', file]);
    expect(stdout).toMatch(/^Restored \d+ rows of \d+ tables, taken at \S+ of Postgres 18\.\d+\.\n$/);
    expect(code).toBe(0);
    expect(await contentAt({ dataDir: restored })).toEqual(content);
    const server = await startServing({ RINGBACK_DATA_DIR: restored });
    expect(await server.stop()).toBe(0);
  });

  test('refuses a database that is not empty, unless it is told to replace it', async () => {
    const url = await serverDatabase();
    const environment = { DATABASE_URL: url, RINGBACK_DATA_DIR: join(folder, 'other') };
    expect(await ringback(['restore', file], environment)).toMatchObject({ code: 0 });
    const again = await ringback(['restore', file], environment);
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(
      /^ringback: The database is not empty: .+ replace everything in this one with --replace\.\n$/,
    );
    expect(await ringback(['restore', file, '--replace'], environment)).toMatchObject({ code: 0 });
    expect(await contentAt({ url })).toEqual(content);
  });

  test('--check reads the file and restores nothing', async () => {
    const empty = join(folder, 'unused');
    const { code, stdout, stderr } = await ringback(['--data-dir', empty, 'restore', file, '--check']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^The backup is whole: \d+ rows of \d+ tables, taken at \S+ of Postgres 18\.\d+\.\n$/);
    await expect(stat(empty)).rejects.toThrow('ENOENT');
  });

  test('says what is wrong with a file, and leaves no trace of it', async () => {
    const packed = await readFile(file);
    const bad: readonly [string, Buffer, string][] = [
      ['cut', packed.subarray(0, packed.length - 200), 'The backup is cut off: its end is missing.'],
      ['text', Buffer.from('hello'), 'The file is no backup of ringback.'],
      ['other', gzipSync('{"type":"ringback_export","version":1}\n'), 'The file is no backup of ringback.'],
      ['empty', gzipSync(''), 'The file is empty.'],
    ];
    await mkdir(join(folder, 'bad'));
    for (const [name, content, message] of bad) {
      const path = join(folder, 'bad', name);
      await writeFile(path, content);
      const checked = await ringback(['restore', path, '--check']);
      expect([name, checked.stderr]).toEqual([name, `ringback: ${message}\n`]);
      expect(checked.code).toBe(1);
    }
    const missing = await ringback(['restore', join(folder, 'bad', 'none')]);
    expect(missing.stderr).toBe(`ringback: There is no file ${join(folder, 'bad', 'none')}.\n`);
    const into = join(folder, 'bad', 'data');
    expect(await ringback(['--data-dir', into, 'restore', join(folder, 'bad', 'text')])).toMatchObject({ code: 1 });
    await expect(stat(into)).rejects.toThrow('ENOENT');
  });
});

describe('ringback move', () => {
  test('takes a data directory to a server, and back into another', async () => {
    const url = await serverDatabase();
    const there = await ringback(['move', dataDir, 'DATABASE_URL'], { DATABASE_URL: url });
    expect(there.stdout).toMatch(
      /^Moved \d+ rows of \d+ tables from \S+ to DATABASE_URL\. What was in \S+ is there still\.\n$/,
    );
    expect(there.code).toBe(0);
    const back = join(folder, 'back');
    expect(await ringback(['move', 'OLD', back], { OLD: url })).toMatchObject({ code: 0 });
    expect(await contentAt({ dataDir: back })).toEqual(await contentAt({ dataDir }));
  });

  test.each([
    [
      ['postgres://someone:hidden@db/x', 'y'],
      'A password in an argument can be seen by others on this machine: put the URL into a variable, and give its name.',
    ],
    [['OLD', 'NEW'], 'The variable OLD is not set. For a data directory of that name, write ./OLD.'],
    [['HOME', 'y'], 'The variable HOME has to hold a URL like postgres://user:password@host:5432/database.'],
    [['x', './x'], 'Both are the same database.'],
  ])('%j is refused', async (places, message) => {
    expect(await ringback(['move', ...places])).toEqual({ code: 1, stdout: '', stderr: `ringback: ${message}\n` });
  });
});
