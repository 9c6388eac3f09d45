import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { databaseName, readServerFile, removeServerFile, writeServerFile } from '../../src/store/server-file.js';
import { temporaryFolder } from '../support/databases.js';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const FILE = { url: 'http://127.0.0.1:8787', admin_token: 'secret', pid: 7, database: 'embedded' };

it('is read as it was written, by its owner only, and leaves nothing else', async () => {
  const dataDir = join(folder, 'new');
  await writeServerFile(dataDir, FILE);
  await writeServerFile(dataDir, FILE);
  expect(await readServerFile(dataDir)).toEqual(FILE);
  expect((await stat(join(dataDir, 'server.json'))).mode & 0o777).toBe(0o600);
  expect(await readdir(dataDir)).toEqual(['server.json']);
  await removeServerFile(dataDir);
  await removeServerFile(dataDir);
  expect(await readServerFile(dataDir)).toBeUndefined();
});

it.each([
  ['half of it', '{"url":"http://'],
  ['another shape', '{"url":1,"admin_token":"x","pid":1,"database":"embedded"}'],
  ['no word of the database', '{"url":"http://127.0.0.1:8787","admin_token":"x","pid":1}'],
  ['nothing', ''],
])('counts as missing with %s in it', async (_name, text) => {
  await writeFile(join(folder, 'server.json'), text);
  expect(await readServerFile(folder)).toBeUndefined();
});

it('names a database without giving away its password', () => {
  expect(databaseName(undefined)).toBe('embedded');
  const name = databaseName('postgres://user:password@host/a');
  expect(name).toMatch(/^[0-9a-f]{64}$/);
  expect(databaseName('postgres://user:password@host/b')).not.toBe(name);
});
