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
