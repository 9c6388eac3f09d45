import { expect, test } from 'vitest';
import { townNamed } from '../../../src/memory/extraction/language/towns.js';
import { knownGivenName } from '../../../src/memory/extraction/names/known-given-name.js';

test.each([
  ['waxahachie', 'US', 'Waxahachie'],
  ['Penarth', 'GB', 'Penarth'],
  ['port harcourt', 'NG', 'Port Harcourt'],
  ['nashik', 'IN', 'Nashik'],
  ['Saint-Malo', 'FR', 'Saint-Malo'],
  ['Nowhereville', 'US', undefined],
  ['appointment', 'US', undefined],
])('%s in %s is %s', (text, country, name) => expect(townNamed(text, country)?.name).toBe(name));

test('of several towns of one name the one in the country counts', () => {
  expect(townNamed('Boston', 'GB')?.country).toBe('GB');
  expect(townNamed('Boston', 'US')?.population).toBeGreaterThan(500_000);
});

test.each([
  ['Sarah', 'frequent'],
  ['HETAL', 'rare'],
  ['Zoë', 'frequent'],
  ['kowalski', undefined],
  ['appointment', undefined],
])('%s is a %s given name', (word, known) => expect(knownGivenName(word)).toBe(known));
