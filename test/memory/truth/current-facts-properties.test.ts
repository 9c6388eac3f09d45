import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PREDICATE_NAMES, PREDICATES } from '../../../src/memory/predicates.js';
import { factMemories, factMemoriesAsOf, holdsAt } from '../../../src/memory/truth/current-facts.js';
import type { FactMemory } from '../../../src/memory/truth/memory.js';
import type { StoredFact } from '../../../src/store/caller-memory.js';
import { saying } from './sayings.js';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  name: ['Sarah', 'Sarah Johnson', 'Tom', 'Tom Berg', 'Johnson', ''],
  birthday: ['1984-06-03', '--06-03', '1990-01-01'],
  appointment: [
    '2026-03-10T09:30 cleaning',
    '2026-03-10',
    'cancelled 2026-03-10T09:30',
    '2026-03-11T08:00 x',
    'cancelled',
  ],
};
const ANY_VALUES = ['red', 'the red', 'red wine', 'blue', 'green tea'];

const time = fc
  .integer({ min: 0, max: 40 })
  .map((day) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString());

const row = fc.constantFrom(...PREDICATE_NAMES).chain((predicate) => {
  const value = fc.constantFrom(...(VALUES[predicate] ?? ANY_VALUES));
  return fc.record({
    predicate: fc.constant(predicate),
    value,
    callerId: fc.constantFrom('a', 'b'),
    conversationId: fc.constantFrom('c1', 'c2', 'c3', 'c4', null),
    about: fc.option(fc.constantFrom('daughter Emma', 'Tom'), { freq: 5 }),
    replaces: fc.option(value, { freq: 3 }),
    validFrom: fc.option(time, { freq: 4 }),
    validTo: fc.option(time, { freq: 5 }),
    saidAt: time,
    recordedAt: time,
    pinned: fc.boolean(),
  });
});

const rows: fc.Arbitrary<readonly StoredFact[]> = fc
  .array(row, { maxLength: 30 })
  .map((all) =>
    all.map((one, index) => ({ ...saying('2026-01-01 c x y'), ...one, id: `fact-${String(index).padStart(2, '0')}` })),
  );

const group = ({ predicate, person }: FactMemory) =>
  `${predicate} ${person.kind === 'other' ? person.name.toLowerCase() : ''}`;

describe('weighed facts', () => {
  test('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(
        rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(factMemories(shuffled)).toEqual(factMemories(all));
        },
      ),
    );
  });

  test('do not depend on when rows arrived, where they were said at different times', () => {
    fc.assert(
      fc.property(rows, fc.array(time, { minLength: 30, maxLength: 30 }), (all, arrivals) => {
        const said = all.map((one, index) => ({ ...one, saidAt: new Date(Date.UTC(2026, 0, 1, index)).toISOString() }));
        const later = said.map((one, index) => ({ ...one, recordedAt: arrivals[index] ?? one.recordedAt }));
        const withoutArrival = (memories: readonly FactMemory[]) => memories.map(({ recordedAt: _, ...rest }) => rest);
        expect(withoutArrival(factMemories(later))).toEqual(withoutArrival(factMemories(said)));
      }),
    );
  });

  test('every row is in one memory, and every memory has its rows as evidence', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const memories = factMemories(all);
        expect(memories.flatMap(({ factIds }) => factIds).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        for (const { id, factIds, evidence } of memories) {
          expect(factIds[0]).toBe(id);
          expect(evidence.map(({ factId }) => factId)).toEqual(factIds.toReversed());
        }
      }),
    );
  });

  test('of one person, a predicate with one value has at most one without an end', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const holding = factMemories(all).filter(
          ({ validTo, predicate }) => validTo === undefined && PREDICATES[predicate].values === 'one',
        );
        expect(new Set(holding.map(group)).size).toBe(holding.length);
      }),
    );
  });

  test('what was replaced has ended, by a memory that is there, and chains come to an end', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const memories = new Map(factMemories(all).map((memory) => [memory.id, memory]));
        for (const memory of memories.values()) {
          if (memory.validTo !== undefined) expect(memory.validTo >= memory.validFrom).toBe(true);
          let at: FactMemory | undefined = memory;
          for (let steps = 0; at?.supersededBy !== undefined; steps += 1) {
            expect(at.validTo).toBeDefined();
            expect(steps).toBeLessThan(memories.size);
            at = memories.get(at.supersededBy);
            expect(at).toBeDefined();
          }
        }
      }),
    );
  });

  test('as of a moment, nothing that was learned later counts', () => {
    fc.assert(
      fc.property(rows, time, (all, moment) => {
        const at = new Date(moment);
        const known = factMemoriesAsOf(all, at);
        const earlier = factMemories(all.filter(({ recordedAt }) => recordedAt <= moment));
        expect(known).toEqual(earlier.filter((memory) => holdsAt(memory, at)));
        expect(known.every(({ recordedAt }) => recordedAt <= moment)).toBe(true);
      }),
    );
  });

  test('five thousand facts are weighed without stopping the process for long', () => {
    const names = Array.from({ length: 1_000 }, (_, n) => saying(`2026-01-01 c${n} name Person${n} Family${n}`));
    const bookings = Array.from({ length: 4_000 }, (_, n) =>
      saying(`2026-02-01 d${n} appointment 2026-03-10T09:${String(n % 60).padStart(2, '0')} visit ${n}`, {
        replaces: '2026-03-11',
      }),
    );
    const startMs = performance.now();
    factMemories([...names, ...bookings]);
    expect(performance.now() - startMs).toBeLessThan(1_500);
  });
});
