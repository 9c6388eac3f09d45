import { expect, test } from 'vitest';
import { porter2 } from '../../../src/memory/search/porter2.js';
import type { SearchDocument } from '../../../src/memory/search/search-document.js';
import { tokenize } from '../../../src/memory/search/tokens.js';
import { indexOf } from './documents.js';

const NOW = new Date('2025-06-18T12:00:00Z');
const DOCUMENTS = 5_000;
const QUESTIONS = [
  'word1 word20 word300',
  'When did word7 and word40 go?',
  'word2 word5 word9 in May',
  'word999 last week',
];

test('an index of 5,000 turns answers in a small part of the time that reading them all takes', () => {
  const turns = Array.from({ length: DOCUMENTS }, (_, number) => turnOf(number));
  const index = indexOf(turns);
  const ours: number[] = [];
  const naive: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    for (const text of QUESTIONS) {
      // The middle of neighbours: whatever else the machine does hits both.
      ours.push(timeOf(() => expect(index.search({ text, now: NOW, limit: 10 })).not.toEqual([])));
      if (round % 4 === 0) naive.push(timeOf(() => readAll(turns, text)));
    }
  }
  expect(middle(naive) / middle(ours)).toBeGreaterThan(15);
});

/** Twenty words each; low numbers are in many turns, high ones in few. */
function turnOf(number: number): SearchDocument {
  const words = Array.from(
    { length: 20 },
    (_, place) => `word${((number * 31 + place * 17) % 1_009) % (1 + ((number + place) % 1_009))}`,
  );
  return {
    kind: 'turn',
    id: `${number}`,
    text: `I ${words.join(' ')}.`,
    at: new Date(Date.UTC(2025, 0, 1) + number * 3_600_000).toISOString(),
    speaker: 'Sarah',
    conversationId: `${number >> 4}`,
    position: number % 16,
  };
}

/** The least that a search without an index has to do: read each text, and count the question's stems. */
function readAll(turns: readonly SearchDocument[], question: string): SearchDocument[] {
  const terms = new Set(tokenize(question).map(({ word }) => porter2(word)));
  return turns
    .map((turn) => ({ turn, found: tokenize(turn.text).filter(({ word }) => terms.has(porter2(word))).length }))
    .sort((left, right) => right.found - left.found)
    .slice(0, 10)
    .map(({ turn }) => turn);
}

function timeOf(work: () => unknown): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

function middle(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] as number;
}
