import { beforeEach, expect, test } from 'vitest';
import { type ConfirmedCache, createConfirmedCache } from '../../src/http/confirmed-cache.js';

let nowMs: number;
let counts: string[];
let cache: ConfirmedCache<string>;

beforeEach(() => {
  nowMs = 1_000_000;
  counts = [];
  cache = createConfirmedCache({
    nowMs: () => nowMs,
    count: (result) => counts.push(result),
    confirmMs: 20,
    lookUpMs: 50,
  });
});

/** A question that is answered when the test says so. */
function question() {
  let answer: (value: string | undefined) => void = () => {};
  const answered = new Promise<string | undefined>((resolve) => {
    answer = resolve;
  });
  return { load: () => answered, answer };
}

const down = () => Promise.reject(new Error('down'));

test('what was asked before it was forgotten is not kept', async () => {
  const { load, answer } = question();
  const before = cache.get('id', load);
  cache.forget();
  answer('earlier');
  expect(await before).toBe('earlier');
  expect(await cache.get('id', async () => 'later')).toBe('later');
  expect(await cache.get('id', down)).toBe('later');
});

test('who asks after it was forgotten does not get the answer to an earlier question', async () => {
  const { load, answer } = question();
  const before = cache.get('id', load);
  cache.forget();
  const after = cache.get('id', async () => undefined);
  answer('revoked meanwhile');
  expect(await before).toBe('revoked meanwhile');
  expect(await after).toBeUndefined();
  expect(await cache.get('id', async () => 'asked too soon')).toBeUndefined();
});

test('what is presumed holds until the database was asked, and as long as it does not answer', async () => {
  cache.presume('id', 'presumed');
  expect(await cache.get('id', down)).toBe('presumed');
  // Not asked again at once.
  expect(await cache.get('id', async () => 'loaded')).toBe('presumed');
  nowMs += 365 * 24 * 60 * 60 * 1000;
  expect(await cache.get('id', down)).toBe('presumed');
  nowMs += 1_000;
  expect(await cache.get('id', async () => 'loaded')).toBe('loaded');
  expect(counts).toEqual(['stale', 'hit', 'stale', 'miss']);
});

test('what is presumed is gone once the database says so', async () => {
  cache.presume('id', 'presumed');
  expect(await cache.get('id', async () => undefined)).toBeUndefined();
  expect(await cache.get('id', async () => 'asked too soon')).toBeUndefined();
});

test('what is presumed is what holds after all was forgotten', async () => {
  cache.presume('id', 'presumed');
  await cache.get('id', async () => 'loaded');
  cache.forget();
  cache.presume('id', 'presumed');
  expect(await cache.get('id', down)).toBe('presumed');
});

test('an id that is not known waits so long and no longer', async () => {
  const { load } = question();
  await expect(cache.get('id', load)).rejects.toThrow('Not ready within 50 ms.');
  expect(counts).toEqual(['failed']);
});
