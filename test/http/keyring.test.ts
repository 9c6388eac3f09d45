import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { createKeyring, hasScope, type KeyOwner, type Keyring } from '../../src/http/keyring.js';

const reader: KeyOwner = { workspaceId: 1, workspaceName: 'default', scopes: ['read'] };
const admin: KeyOwner = { workspaceId: 1, workspaceName: 'default', scopes: ['admin'] };

/** A database of keys that can be stopped, and a clock that is set by hand. */
let keys: Map<string, KeyOwner>;
let asked: string[];
let database: 'up' | 'down' | 'hanging';
let nowMs: number;
let counts: Record<string, number>;
let keyring: Keyring;

beforeEach(() => {
  keys = new Map([['reader-key-000000', reader]]);
  asked = [];
  database = 'up';
  nowMs = 1_000_000;
  counts = {};
  keyring = createKeyring({
    async find(key) {
      asked.push(key);
      if (database === 'down') throw new Error('down');
      if (database === 'hanging') await new Promise(() => {});
      await sleep(1);
      return keys.get(key);
    },
    standing: [{ key: 'admin-token-000000', principal: admin }],
    nowMs: () => nowMs,
    count: (result) => {
      counts[result] = (counts[result] ?? 0) + 1;
    },
  });
});

test('a key is asked for once, and again when ten seconds are over', async () => {
  expect(await keyring.principalOf('reader-key-000000')).toEqual(reader);
  expect(await keyring.principalOf('reader-key-000000')).toEqual(reader);
  nowMs += 9_999;
  expect(await keyring.principalOf('reader-key-000000')).toEqual(reader);
  expect(asked).toHaveLength(1);
  nowMs += 1;
  expect(await keyring.principalOf('reader-key-000000')).toEqual(reader);
  expect(asked).toHaveLength(2);
  expect(counts).toEqual({ miss: 2, hit: 2 });
});

test('a hundred requests with one key ask once', async () => {
  const found = await Promise.all(Array.from({ length: 100 }, () => keyring.principalOf('reader-key-000000')));
  expect(found).toEqual(Array(100).fill(reader));
  expect(asked).toHaveLength(1);
});

test('a flood of keys that nobody owns asks for four at once, and others get their turn', async () => {
  let current = 0;
  let most = 0;
  const patient = createKeyring({
    async find(key) {
      current += 1;
      most = Math.max(most, current);
      await sleep(5);
      current -= 1;
      return keys.get(key);
    },
    standing: [],
    nowMs: () => nowMs,
    count: () => {},
  });
  const guesses = Array.from({ length: 40 }, (_, index) => patient.principalOf(`guess-${index}-000000000`));
  expect(await patient.principalOf('reader-key-000000')).toEqual(reader);
  expect(await Promise.all(guesses)).toEqual(Array(40).fill(undefined));
  expect(most).toBe(4);
});

test('a revoked key ends within ten seconds', async () => {
  await keyring.principalOf('reader-key-000000');
  keys.clear();
  nowMs += 10_000;
  expect(await keyring.principalOf('reader-key-000000')).toBeUndefined();
});

test('a key that nobody owns is remembered for two seconds', async () => {
  expect(await keyring.principalOf('new-key-000000000')).toBeUndefined();
  keys.set('new-key-000000000', reader);
  nowMs += 1_999;
  expect(await keyring.principalOf('new-key-000000000')).toBeUndefined();
  expect(asked).toHaveLength(1);
  nowMs += 1;
  expect(await keyring.principalOf('new-key-000000000')).toEqual(reader);
});

test('after forget() everything is asked anew', async () => {
  await keyring.principalOf('new-key-000000000');
  keys.set('new-key-000000000', reader);
  keyring.forget();
  expect(await keyring.principalOf('new-key-000000000')).toEqual(reader);
});

test('unknown keys do not fill the memory', async () => {
  await Promise.all(Array.from({ length: 1_500 }, (_, index) => keyring.principalOf(`guess-${index}-000000000`)));
  asked = [];
  // The first five hundred have made room for the last thousand.
  await keyring.principalOf('guess-1499-000000000');
  expect(asked).toHaveLength(0);
  await keyring.principalOf('guess-0-000000000');
  expect(asked).toHaveLength(1);
});

describe('while the database is', () => {
  test('down, a key that was good is good for a day', async () => {
    await keyring.principalOf('reader-key-000000');
    database = 'down';
    nowMs += 10_000;
    expect(await keyring.principalOf('reader-key-000000')).toEqual(reader);
    expect(counts).toEqual({ miss: 1, stale: 1 });
    // It is not asked for every request.
    expect(await keyring.principalOf('reader-key-000000')).toEqual(reader);
    expect(asked).toHaveLength(2);
    nowMs += 24 * 60 * 60 * 1000;
    await expect(keyring.principalOf('reader-key-000000')).rejects.toThrow('down');
    await expect(keyring.principalOf('reader-key-000000')).rejects.toThrow('down');
  });

  test('down, a key that was never seen cannot be judged', async () => {
    database = 'down';
    await expect(keyring.principalOf('reader-key-000000')).rejects.toThrow('down');
    expect(counts).toEqual({ failed: 1 });
    database = 'up';
    expect(await keyring.principalOf('reader-key-000000')).toEqual(reader);
  });

  test('hanging, a known key costs a quarter of a second, once', async () => {
    await keyring.principalOf('reader-key-000000');
    database = 'hanging';
    nowMs += 10_000;
    const start = performance.now();
    expect(await keyring.principalOf('reader-key-000000')).toEqual(reader);
    expect(performance.now() - start).toBeLessThan(600);
    const again = performance.now();
    expect(await keyring.principalOf('reader-key-000000')).toEqual(reader);
    expect(performance.now() - again).toBeLessThan(50);
  });

  test('hanging, a flood of wrong keys asks for four of them, and leaves known keys alone', async () => {
    await keyring.principalOf('reader-key-000000');
    database = 'hanging';
    asked = [];
    const guess = (index: number) => keyring.principalOf(`guess-${index % 10}-000000000`);
    const guesses = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => guess(index)));
    for (const outcome of guesses) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'Not ready within 2000 ms.' } });
    }
    expect(asked).toHaveLength(4);
    // One that hangs is not asked for anew.
    await expect(guess(0)).rejects.toThrow('Not ready within 2000 ms.');
    expect(asked).toHaveLength(4);
    database = 'up';
    nowMs += 10_000;
    expect(await keyring.principalOf('reader-key-000000')).toEqual(reader);
  });

  test('down, the standing keys hold', async () => {
    database = 'down';
    expect(await keyring.principalOf('admin-token-000000')).toEqual(admin);
    expect(asked).toEqual([]);
  });
});

test('admin holds every scope, the others only themselves', () => {
  expect((['read', 'write', 'admin', 'platform'] as const).map((scope) => hasScope(admin, scope))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect((['read', 'write', 'admin', 'platform'] as const).map((scope) => hasScope(reader, scope))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
