import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, readlink, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWholeFile } from '../../src/cli/write-whole-file.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-whole-file-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (file: string) =>
  writeWholeFile(file, (into) => new Promise((resolve) => into.end('what is written', resolve)));

test('a file takes its name when it is complete, also in the place of one', async () => {
  const file = join(folder, 'a.backup');
  await write(file);
  await write(file);
  expect(await readFile(file, 'utf8')).toBe('what is written');
  expect(await readdir(folder)).toEqual(['a.backup']);
});

test('a link stays one, and what it leads to is written: /dev/stdout leads to the file that a shell opened', async () => {
  const [file, link] = [join(folder, 'a.backup'), join(folder, 'stdout')];
  await write(file);
  await symlink(file, link);
  await writeWholeFile(link, (into) => new Promise((resolve) => into.end('what is written anew', resolve)));
  expect(await readlink(link)).toBe(file);
  expect(await readFile(file, 'utf8')).toBe('what is written anew');
  expect((await readdir(folder)).toSorted()).toEqual(['a.backup', 'stdout']);
});

test('a device, a pipe or a socket is not replaced', async () => {
  const pipe = join(folder, 'pipe');
  await promisify(execFile)('mkfifo', [pipe]);
  await expect(write(pipe)).rejects.toMatchObject({
    name: 'CommandFailed',
    message: `${pipe} cannot be written: it is no ordinary file (- is standard output).`,
  });
  expect((await stat(pipe)).isFIFO()).toBe(true);
  expect(await readdir(folder)).toEqual(['pipe']);
});
