import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSecretBox } from '../../src/store/open-secret-box.js';
import type { SecretBox } from '../../src/store/secret-box.js';
import { temporaryFolder } from '../support/databases.js';

const KEY = 'a secret key of more than 32 characters';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function boxWith(secretKey?: string): Promise<SecretBox> {
  const box = await openSecretBox('embedded', folder, secretKey);
  if (box === undefined) throw new Error('There is no box.');
  return box;
}

const text = fc.string({ unit: 'grapheme' });

describe('a secret box', () => {
  it('gives back what was sealed, to the same key and context only', async () => {
    const box = await boxWith(KEY);
    const same = await boxWith(KEY);
    const other = await boxWith(`${KEY}.`);
    fc.assert(
      fc.property(text, text, text, (secret, context, otherContext) => {
        const sealed = box.seal(secret, context);
        expect(same.open(sealed, context)).toBe(secret);
        expect(other.open(sealed, context)).toBeUndefined();
        if (otherContext !== context) expect(box.open(sealed, otherContext)).toBeUndefined();
      }),
    );
  });

  it('does not open what was changed in any byte, cut short or made longer', async () => {
    const box = await boxWith(KEY);
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 255 }), (secret, place, flip) => {
        const sealed = box.seal(secret, 'context');
        const changed = Buffer.from(sealed);
        const at = place % sealed.length;
        changed[at] = sealed[at]! ^ flip;
        expect(box.open(changed, 'context')).toBeUndefined();
        expect(box.open(sealed.subarray(0, at), 'context')).toBeUndefined();
        expect(box.open(Buffer.concat([sealed, Buffer.of(flip)]), 'context')).toBeUndefined();
      }),
    );
  });

  it('seals the same text to other bytes each time, and shows none of it', async () => {
    const box = await boxWith(KEY);
    const [one, two] = [box.seal('KEY0123456789abcdef', 'x'), box.seal('KEY0123456789abcdef', 'x')];
    expect(one.equals(two)).toBe(false);
    expect(one.includes('KEY0')).toBe(false);
  });

  it('has one fingerprint for one text and key', async () => {
    const box = await boxWith(KEY);
    const other = await boxWith(`${KEY}.`);
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(box.fingerprint(a).equals(box.fingerprint(b))).toBe(a === b);
        expect(other.fingerprint(a).equals(box.fingerprint(a))).toBe(false);
      }),
    );
    expect(box.fingerprint('x')).toHaveLength(32);
  });
});

describe('without RINGBACK_SECRET_KEY', () => {
  it('there is no box beside a database on a server', async () => {
    expect(await openSecretBox('server', folder, undefined)).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
  });

  it('the key that an embedded database left opens the same secrets beside a server', async () => {
    const sealed = (await boxWith()).seal('text', 'context');
    expect((await openSecretBox('server', folder, undefined))?.open(sealed, 'context')).toBe('text');
  });

  it('the key is a file of its owner, made when it is first needed', async () => {
    const box = await boxWith();
    expect(await readdir(folder)).toEqual([]);
    const sealed = box.seal('text', 'context');
    expect(await readdir(folder)).toEqual(['secret.key']);
    const path = join(folder, 'secret.key');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).toMatch(/^[A-Za-z0-9_-]{43}\n$/);
    expect((await boxWith()).open(sealed, 'context')).toBe('text');
  });

  it('boxes that were opened before there was a key agree on one', async () => {
    const boxes = await Promise.all(Array.from({ length: 5 }, () => boxWith()));
    const sealed = boxes.map((box, index) => box.seal(`text ${index}`, 'context'));
    for (const box of boxes) {
      expect(sealed.map((bytes) => box.open(bytes, 'context'))).toEqual(
        [0, 1, 2, 3, 4].map((index) => `text ${index}`),
      );
    }
  });

  const wayOut = 'or set RINGBACK_SECRET_KEY (32 characters or more) to a key that takes its place.';

  it.each([0o640, 0o604, 0o620, 0o666])('a file of mode %o is refused', async (mode) => {
    (await boxWith()).seal('text', 'context');
    const path = join(folder, 'secret.key');
    await chmod(path, mode);
    await expect(boxWith()).rejects.toThrow(
      `The key file ${path} may be read or written by others. Run "chmod 600 ${path}", ${wayOut}`,
    );
    // The key of the environment is not affected.
    expect((await boxWith(KEY)).open((await boxWith(KEY)).seal('x', 'y'), 'y')).toBe('x');
  });

  it.each([
    ['nothing', ''],
    ['a short key', 'abc\n'],
    ['a long key', `${'a'.repeat(44)}\n`],
    ['other characters', `${'ä'.repeat(43)}\n`],
    ['a second line', `${'a'.repeat(43)}\n\n`],
  ])('a file with %s is refused, and what it holds is not told', async (_what, content) => {
    const path = join(folder, 'secret.key');
    await writeFile(path, content, { mode: 0o600 });
    await expect(boxWith()).rejects.toThrow(
      `The key file ${path} holds something else than a key. Put back the file that was there, ${wayOut}`,
    );
  });

  it('a directory in its place is refused', async () => {
    const path = join(folder, 'secret.key');
    await mkdir(path);
    await expect(boxWith()).rejects.toThrow(`The key file ${path} is no file. Move it away, ${wayOut}`);
  });
});
