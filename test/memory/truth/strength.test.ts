import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factMemories } from '../../../src/memory/truth/current-facts.js';
import type { FactMemory } from '../../../src/memory/truth/memory.js';
import { strength } from '../../../src/memory/truth/strength.js';
import { saying } from './sayings.js';

const SAID = '2026-01-01';

/** A preference of full confidence that was said in so many calls. */
function preference(calls = 1, more: Partial<FactMemory> = {}): FactMemory {
  const rows = Array.from({ length: calls }, (_, call) =>
    saying(`${SAID} c${call} prefers mornings`, { confidence: 1 }),
  );
  return { ...(factMemories(rows)[0] as FactMemory), ...more };
}

const daysLater = (days: number) => new Date(Date.parse(`${SAID}T10:00:00Z`) + days * 86_400_000);
const retained = (fact: FactMemory, days: number) => (strength(fact, daysLater(days)) / 0.7 - 0.1) / 0.9;

describe('strength', () => {
  test('is the importance of the kind on the day it was said', () => {
    expect(strength(preference(), daysLater(0))).toBeCloseTo(0.7, 10);
  });

  test.each([
    [1, 0, 22.87],
    [2, 0, 45.75],
    [4, 0, 68.62],
    [1, 1, 34.31],
    [1, 7, 57.18],
  ])(
    'said in %i calls and recalled %i times, half of its retention is left after %f days',
    (calls, recallCount, days) => {
      expect(retained(preference(calls, { recallCount }), days)).toBeCloseTo(0.5, 3);
    },
  );

  test('begins anew with a recall', () => {
    const recalled = preference(1, { recalledAt: daysLater(50).toISOString() });
    expect(retained(recalled, 50)).toBeCloseTo(1, 10);
  });

  test('does not fade when pinned, and never falls to nothing otherwise', () => {
    expect(strength(preference(1, { pinned: true }), daysLater(10_000))).toBeCloseTo(0.7, 10);
    expect(strength(preference(), daysLater(100_000))).toBeCloseTo(0.07, 10);
  });

  test('falls with time, grows with recalls and calls, and stays between 0 and 1', () => {
    const counts = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(counts, counts, counts, fc.integer({ min: 1, max: 20 }), (days, more, recallCount, calls) => {
        const fact = preference(calls, { recallCount });
        const now = strength(fact, daysLater(days));
        expect(now).toBeGreaterThan(0);
        expect(now).toBeLessThanOrEqual(1);
        expect(strength(fact, daysLater(days + more))).toBeLessThanOrEqual(now);
        expect(strength({ ...fact, recallCount: recallCount + more }, daysLater(days))).toBeGreaterThanOrEqual(now);
        expect(strength(preference(calls + 1, { recallCount }), daysLater(days))).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});
