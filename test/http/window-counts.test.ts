import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../src/http/client-address.js';
import { createWindowCounts } from '../../src/http/window-counts.js';

describe('counts in windows', () => {
  it('begin with the first event of a key, and anew when the window is over', () => {
    let now = 100;
    const counts = createWindowCounts({ windowMs: 1_000, keysMax: 10, nowMs: () => now });
    expect(counts.look('a')).toEqual({ count: 0, resetMs: 1_000 });
    expect(counts.add('a')).toEqual({ count: 1, resetMs: 1_000 });
    now += 400;
    expect(counts.add('a')).toEqual({ count: 2, resetMs: 600 });
    expect(counts.add('b')).toEqual({ count: 1, resetMs: 1_000 });
    now += 599;
    expect(counts.look('a')).toEqual({ count: 2, resetMs: 1 });
    now += 1;
    expect(counts.look('a')).toEqual({ count: 0, resetMs: 1_000 });
    expect(counts.add('a')).toEqual({ count: 1, resetMs: 1_000 });
    expect(counts.look('b')).toEqual({ count: 1, resetMs: 400 });
  });

  it('forget the key whose window began first when there are too many', () => {
    const counts = createWindowCounts({ windowMs: 1_000, keysMax: 3, nowMs: () => 0 });
    for (const key of ['a', 'b', 'c', 'a', 'd']) counts.add(key);
    expect(['a', 'b', 'c', 'd'].map((key) => counts.look(key).count)).toEqual([0, 1, 1, 1]);
  });

  it('are those of a model without bounds, while there are fewer keys than the bound', () => {
    const step = fc.record({ key: fc.constantFrom('a', 'b', 'c'), afterMs: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = 0;
        const counts = createWindowCounts({ windowMs: 100, keysMax: 3, nowMs: () => now });
        const model = new Map<string, { startMs: number; count: number }>();
        for (const { key, afterMs } of steps) {
          now += afterMs;
          const before = model.get(key);
          const isOver = before === undefined || now >= before.startMs + 100;
          const state = isOver ? { startMs: now, count: 1 } : { ...before, count: before.count + 1 };
          model.set(key, state);
          expect(counts.add(key)).toEqual({ count: state.count, resetMs: state.startMs + 100 - now });
        }
      }),
    );
  });
});

describe('the address that a request is counted for', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['no:address', 'unknown'],
    [undefined, 'unknown'],
  ])('%s is %s', (ip, address) => {
    expect(clientAddress({ ip })).toBe(address);
  });
});
