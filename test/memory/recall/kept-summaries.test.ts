import { expect, test } from 'vitest';
import { callerView } from '../../../src/memory/recall/caller-view.js';
import { createKeptSummaries } from '../../../src/memory/recall/kept-summaries.js';
import { createLocalTime } from '../../../src/memory/recall/spoken-dates.js';
import { summarizeCaller } from '../../../src/memory/recall/summarize-caller.js';
import { saying } from '../truth/sayings.js';

const NOW = new Date('2026-03-09T14:00:00Z');
const UTC = createLocalTime('UTC');

function knowledgeOf(pet: string) {
  const facts = [saying(`2026-03-01 call pet ${pet}`, { statement: `has a ${pet}` })];
  const stored = {
    callerId: 'c',
    callerIds: ['c'],
    identities: [],
    scope: 'workspace',
    episodes: [],
    patterns: [],
  } as const;
  return callerView({ ...stored, facts }, undefined).knowledge;
}

const options = { now: NOW, localTime: UTC, withholdSensitive: false, charactersMax: 900 };

test('a summary is made once for what is known, and is what it would be', () => {
  const summarize = createKeptSummaries();
  const knowledge = knowledgeOf('dog called Rex');
  const first = summarize(knowledge, options);
  expect(first).toEqual(summarizeCaller(knowledge, options));
  expect(first.summary).toBe('has a dog called Rex');
  expect(summarize(knowledge, { ...options, now: new Date(NOW.getTime() + 9_000) })).toBe(first);
});

test.each([
  ['ten seconds later', { now: new Date(NOW.getTime() + 10_000) }],
  ['in the next minute', { now: new Date(NOW.getTime() - 1) }],
  ['with another budget', { charactersMax: 700 }],
  ['without what is sensitive', { withholdSensitive: true }],
  ['in another time zone', { localTime: createLocalTime('America/New_York') }],
])('it is made anew %s', (_name, other) => {
  const summarize = createKeptSummaries();
  const knowledge = knowledgeOf('dog called Rex');
  expect(summarize(knowledge, { ...options, ...other })).not.toBe(summarize(knowledge, options));
});

test('what is known otherwise has another one', () => {
  const summarize = createKeptSummaries();
  summarize(knowledgeOf('dog called Rex'), options);
  expect(summarize(knowledgeOf('cat called Tom'), options).summary).toBe('has a cat called Tom');
});
