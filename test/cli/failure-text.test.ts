import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureText } from '../../src/cli/failure-text.js';
import { SchemaUnknown } from '../../src/store/migrate.js';

test('a database of another version is one plain line', () => {
  expect(failureText(new SchemaUnknown('The database is of a newer version of ringback.'))).toBe(
    'ringback: The database is of a newer version of ringback.',
  );
});

test.each([
  ['permission denied for schema public', 'permission denied for schema public'],
  ['CREATE TABLE x (\n  a text - b\n) - must be owner of schema calls', 'must be owner of schema calls'],
])('a right that the user of the database lacks is one plain line: %j', (message, reason) => {
  expect(failureText(Object.assign(new Error(message), { code: '42501' }))).toBe(
    `ringback: The user of the database lacks a right: ${reason}. It has to own ringback's schema and what is in it; docs/growing.md shows how.`,
  );
});

test.each([
  [{ address: '203.0.113.9' }, '203.0.113.9'],
  [{ address: '203.0.113.9', port: 80 }, '203.0.113.9:80'],
  [{ hostname: 'nowhere.example' }, 'nowhere.example'],
])('an address that is not of this machine is one plain line: %j', (where, shown) => {
  const error = Object.assign(new Error('of the system'), { code: 'EADDRNOTAVAIL', syscall: 'listen', ...where });
  expect(failureText(error)).toBe(`ringback: ${shown} is no address of this machine: set HOST to one.`);
});

test('a fault of ours shows where it is', () => {
  expect(failureText(new TypeError('x is not a function'))).toMatch(
    /^ringback: this should not have happened; please report it\.\nTypeError: x is not a function\n {4}at /,
  );
});

describe('a data directory that cannot be made is one plain line', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringback-failure-'));
    await writeFile(join(folder, 'file'), '');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each([
    ['file', 'is in the way: it is no directory'],
    ['file/data', 'cannot be made: part of its path is no directory'],
  ])('%s', async (name, reason) => {
    const path = join(folder, name);
    const error: unknown = await mkdir(path, { recursive: true }).catch((thrown: unknown) => thrown);
    expect(failureText(error)).toBe(
      `ringback: ${path} ${reason}. Mend that, or set RINGBACK_DATA_DIR to another directory.`,
    );
  });

  test('a copy that has no room left names the file that is written, not the one of the build', () => {
    const copied = {
      code: 'ENOSPC',
      syscall: 'copyfile',
      path: '/app/dist/embedded-template/2690',
      dest: '/srv/data/2690',
    };
    expect(failureText(Object.assign(new Error('ENOSPC: of the system'), copied))).toBe(
      'ringback: /srv/data/2690 has no room left on its disk. Mend that, or set RINGBACK_DATA_DIR to another directory.',
    );
  });

  test.each([
    ['EACCES', 'may not be used by this user'],
    ['EROFS', 'is on a file system that takes no writing'],
    ['ENOSPC', 'has no room left on its disk'],
  ])('%s', (code, reason) => {
    const error = Object.assign(new Error(`${code}: of the system`), { code, syscall: 'mkdir', path: '/srv/data' });
    expect(failureText(error)).toBe(
      `ringback: /srv/data ${reason}. Mend that, or set RINGBACK_DATA_DIR to another directory.`,
    );
  });
});
