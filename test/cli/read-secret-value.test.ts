import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSecretValue, type SecretInput } from '../../src/cli/read-secret-value.js';
import { temporaryFolder } from '../support/databases.js';

let folder: string;
let asked: string;
const question = { write: (text: string) => (asked += text) };

beforeEach(async () => {
  folder = await temporaryFolder();
  asked = '';
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('piped in', () => {
  test.each([
    ['a line', ['KEY0123\n'], 'KEY0123'],
    ['no end of line', ['KEY0123'], 'KEY0123'],
    ['pieces', ['KEY', '01', '23\r\n'], 'KEY0123'],
  ])('it may be %s', async (_what, pieces, expected) => {
    const input = Readable.from(pieces.map((piece) => Buffer.from(piece)));
    expect(await readSecretValue('?', { input, question })).toBe(expected);
    expect(asked).toBe('');
  });

  test.each(['', '\n', ' \t\n'])('%j is none', async (text) => {
    const input = Readable.from([Buffer.from(text)]);
    await expect(readSecretValue('?', { input, question })).rejects.toThrow('No secret was given.');
  });

  test('a flood is none', async () => {
    const input = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(1024, 'x')));
    await expect(readSecretValue('?', { input, question })).rejects.toThrow(
      'More than 65536 bytes were piped in: that is no secret.',
    );
  });
});

describe('from a file', () => {
  test('it is what the file holds', async () => {
    const path = join(folder, 'secret');
    await writeFile(path, 'KEY0123\n');
    const input = new PassThrough();
    expect(await readSecretValue('?', { path, input, question })).toBe('KEY0123');
  });

  test('a file that is not there is one line', async () => {
    const path = join(folder, 'missing');
    const input = new PassThrough();
    await expect(readSecretValue('?', { path, input, question })).rejects.toThrow(
      `${path} cannot be read: there is no such file.`,
    );
  });
});

describe('typed at a terminal', () => {
  /** A terminal, and whether it shows what is typed. */
  function terminal() {
    const modes: boolean[] = [];
    const input: SecretInput = Object.assign(new PassThrough(), {
      isTTY: true,
      setRawMode: (isRaw: boolean) => modes.push(isRaw),
    });
    return { input, modes, type: (text: string) => (input as unknown as PassThrough).write(text) };
  }

  test.each([
    ['a line', 'KEY0123\r', 'KEY0123'],
    ['a mistake', 'KEX\u007fY0123\r', 'KEY0123'],
    ['a line begun anew', 'nonsense\u0015KEY0123\n', 'KEY0123'],
    ['an end of input', 'KEY0123\u0004', 'KEY0123'],
  ])('it is not shown: %s', async (_what, typed, expected) => {
    const { input, modes, type } = terminal();
    const reading = readSecretValue('telnyx api_key: ', { input, question });
    for (const character of typed) type(character);
    expect(await reading).toBe(expected);
    expect(asked).toBe('telnyx api_key: \n');
    expect(modes).toEqual([true, false]);
  });

  test('nothing is asked while the terminal would still show the answer', async () => {
    const { input, modes, type } = terminal();
    const modesWhenAsked: boolean[][] = [];
    const reading = readSecretValue('?', { input, question: { write: () => modesWhenAsked.push([...modes]) } });
    type('KEY0123\r');
    await reading;
    expect(modesWhenAsked[0]).toEqual([true]);
  });

  test('Ctrl-C gives up, and the terminal shows again what is typed', async () => {
    const { input, modes, type } = terminal();
    const reading = readSecretValue('?', { input, question });
    type('KEY\u0003');
    await expect(reading).rejects.toThrow('Interrupted.');
    expect(modes).toEqual([true, false]);
  });
});
