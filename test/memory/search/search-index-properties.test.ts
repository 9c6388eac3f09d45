import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../../src/memory/search/search-document.js';
import type { SearchIndex } from '../../../src/memory/search/search-index.js';
import { indexOf } from './documents.js';

const NOW = new Date('2025-06-18T12:00:00Z');
const WORDS = [
  'boiler',
  'leaks',
  'leaking',
  'went',
  'go',
  'yesterday',
  'May',
  'the',
  'Sarah',
  'José',
  '予約',
  'Why?',
  '7th',
  'last week',
];
const QUESTIONS = ['When did the boiler leak?', 'Who went last week?', 'Sarah in May', '予約', 'go 7'];

const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(' '));
const time = fc.integer({ min: 0, max: 200 }).map((day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString());
const id = fc.integer({ min: 0, max: 12 }).map(String);
const document: fc.Arbitrary<SearchDocument> = fc.record({
  kind: fc.constantFrom('turn', 'turn', 'fact', 'episode'),
  id,
  text,
  at: time,
  speaker: fc.constantFrom(undefined, 'Sarah', 'José'),
  conversationId: fc.constantFrom(undefined, 'a', 'b'),
  position: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(undefined, Number.NaN, Infinity, -0)),
  contextOnly: fc.constantFrom(undefined, undefined, true),
  validFrom: fc.option(time, { nil: undefined }),
  validTo: fc.option(time, { nil: undefined }),
  supersededBy: fc.option(id, { nil: undefined }),
});

type Step = { readonly add: SearchDocument } | { readonly remove: Pick<SearchDocument, 'kind' | 'id'> };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: document.map((add) => ({ add })) },
  { weight: 1, arbitrary: document.map(({ kind, id }) => ({ remove: { kind, id } })) },
);

function answers(index: SearchIndex) {
  return QUESTIONS.map((question) => index.search({ text: question, now: NOW, limit: 50 }));
}

describe('an index that documents come to and go from', () => {
  test('is the same as one that is made of what is left, in any order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const left = new Map<string, SearchDocument>();
        const index = indexOf([]);
        for (const taken of steps) {
          const { kind, id } = 'add' in taken ? taken.add : taken.remove;
          const key = `${kind} ${id}`;
          if ('add' in taken) {
            index.add(taken.add);
            left.set(key, taken.add);
          } else {
            expect(index.remove(taken.remove)).toBe(left.delete(key));
          }
        }
        const rebuilt = indexOf([...left.values()].toReversed());
        expect(index.size).toBe(left.size);
        expect(answers(index)).toEqual(answers(rebuilt));
        expect(index.bytes).toBe(rebuilt.bytes);
      }),
    );
  });

  test('is empty once all are gone, and then weighs nothing', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 30 }), (documents) => {
        const index = indexOf(documents);
        for (const { kind, id } of documents) index.remove({ kind, id });
        expect(index.size).toBe(0);
        expect(index.bytes).toBe(0);
        expect(answers(index)).toEqual(QUESTIONS.map(() => []));
      }),
    );
  });

  test('weighs more with each document', () => {
    const index = indexOf([]);
    let before = index.bytes;
    for (let number = 0; number < 50; number += 1) {
      index.add({ kind: 'turn', id: `${number}`, text: `the boiler leaks ${number}`, at: NOW.toISOString() });
      expect(index.bytes).toBeGreaterThan(before + 100);
      before = index.bytes;
    }
  });
});

describe('an answer', () => {
  test('is bounded, in order, of documents that are there, each once, and marks parts of its text', () => {
    fc.assert(
      fc.property(
        fc.array(document, { maxLength: 40 }),
        text,
        fc.integer({ min: 1, max: 20 }),
        (documents, question, limit) => {
          const index = indexOf(documents);
          const hits = index.search({ text: question, now: NOW, limit });
          expect(hits.length).toBeLessThanOrEqual(limit);
          expect(new Set(hits.map(({ document: { kind, id } }) => `${kind} ${id}`)).size).toBe(hits.length);
          for (const [place, { document: found, score, matches }] of hits.entries()) {
            expect(index.has(found)).toBe(true);
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(hits[place - 1]?.score ?? 1);
            for (const { start, end } of matches) expect(found.text.slice(start, end)).not.toBe('');
          }
        },
      ),
    );
  });

  test('of fewer is the beginning of the answer of more', () => {
    fc.assert(
      fc.property(
        fc.array(document, { maxLength: 60 }),
        text,
        fc.integer({ min: 1, max: 10 }),
        (documents, question, limit) => {
          const index = indexOf(documents);
          const all = index.search({ text: question, now: NOW, limit: 1_000 });
          expect(index.search({ text: question, now: NOW, limit })).toEqual(all.slice(0, limit));
        },
      ),
    );
  });
});

test('no text, time or number throws', () => {
  const wild = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          kind: fc.constantFrom('turn' as const, 'fact' as const, 'episode' as const),
          id: wild,
          text: wild,
          at: wild,
          speaker: wild,
          conversationId: wild,
          position: fc.double(),
          validFrom: wild,
          validTo: wild,
          supersededBy: wild,
        }),
        { maxLength: 10 },
      ),
      wild,
      fc.double(),
      fc.date({ noInvalidDate: false }),
      (documents, question, limit, now) => {
        const index = indexOf(documents);
        expect(index.search({ text: question, now, limit }).length).toBeLessThanOrEqual(index.size);
        for (const { kind, id } of documents) index.remove({ kind, id });
        expect(index.size).toBe(0);
      },
    ),
    { numRuns: 300 },
  );
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is a word like any other', (word) => {
  const index = indexOf([
    { kind: 'turn', id: word, text: `say ${word}`, at: NOW.toISOString(), conversationId: word, speaker: word },
  ]);
  expect(index.search({ text: word, now: NOW, limit: 1 })).toHaveLength(1);
});
