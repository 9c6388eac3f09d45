import { describe, expect, test } from 'vitest';
import type { LabelledFact } from './transcript.js';
import { matchesFact, matchesForbidden } from './value-matches.js';

const cleaning: LabelledFact = {
  predicate: 'appointment',
  value: '2026-03-10T09:30 cleaning',
  turn: 0,
  keywords: ['clean'],
};
const quote: LabelledFact = {
  predicate: 'open_item',
  value: '2026-03-13 send the quote',
  turn: 0,
  by: 'agent',
  keywords: ['quote|estimate'],
};
const name: LabelledFact = { predicate: 'name', value: 'Walt Jankowski', turn: 0, accept: ['Walter Jankowski'] };
const wife: LabelledFact = { predicate: 'family_member', value: 'wife Anna', turn: 0, keywords: ['wife', 'anna'] };

describe('an extracted fact is the labelled one', () => {
  test.each<[string, string, 'caller' | 'agent' | undefined, LabelledFact, boolean]>([
    ['name', ' walt  jankowski.', undefined, name, true],
    ['name', 'Walter Jankowski', undefined, name, true],
    ['name', 'Walt', undefined, name, false],
    ['city', 'Walt Jankowski', undefined, name, false],
    ['appointment', '2026-03-10T09:30 teeth cleaned', undefined, cleaning, true],
    ['appointment', '2026-03-10T09:30', undefined, cleaning, false],
    ['appointment', '2026-03-10T09:00 cleaning', undefined, cleaning, false],
    ['appointment', '2026-03-10 cleaning', undefined, cleaning, false],
    ['appointment', 'cancelled 2026-03-10T09:30 cleaning', undefined, cleaning, false],
    ['appointment', '2026-03-10T09:30 whatever', undefined, { ...cleaning, keywords: undefined }, true],
    ['open_item', '2026-03-13T12:00 an estimate by noon', 'agent', quote, true],
    ['open_item', '2026-03-14 send the quote', 'agent', quote, false],
    ['open_item', 'send the quote', 'agent', quote, false],
    ['open_item', '2026-03-13 send the quote', 'caller', quote, false],
    ['family_member', 'Anna, my wife', undefined, wife, true],
    ['family_member', 'wife', undefined, wife, false],
  ])('%s %j by %s', (predicate, value, by, labelled, is) => {
    expect(matchesFact({ predicate, value, by }, labelled)).toBe(is);
  });
});

describe('an extracted fact is a forbidden one', () => {
  test.each<[string, string, string | undefined, boolean]>([
    ['name', 'Sarah Johnson', 'sarah', true],
    ['name', 'Sarahi Johnson', 'Sarah', false],
    ['allergy', 'anything', undefined, true],
    ['condition', 'anything', undefined, true],
    ['phone', '+14155550118', '+14155550118', true],
    ['appointment', '2026-03-10T09:30 cleaning', '2026-03-10', true],
    ['appointment', 'cancelled 2026-03-10T09:30', '2026-03-10', false],
    ['appointment', 'cancelled 2026-03-10T09:30', 'cancelled', true],
  ])('%s %j: %j', (predicate, value, forbidden, is) => {
    const entry = { predicate: predicate as LabelledFact['predicate'], value: forbidden, why: 'said so' };
    expect(matchesForbidden({ predicate, value }, entry)).toBe(is);
    expect(matchesForbidden({ predicate: 'note', value }, entry)).toBe(false);
  });
});
