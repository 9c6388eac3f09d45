import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../../src/memory/search/search-document.js';
import { fact, indexOf } from './documents.js';
import { REPLACED_FACTS } from './replaced-facts.js';

const NOW = new Date('2025-06-18T12:00:00Z');
const REPLACED_AT = '2025-03-01T10:00:00.000Z';

/** All of one caller: a hundred facts that were replaced, and what replaced them. */
const FACTS: readonly SearchDocument[] = REPLACED_FACTS.flatMap(({ before, after }, number) => [
  fact(`before-${number}`, before, { validTo: REPLACED_AT, supersededBy: `after-${number}` }),
  fact(`after-${number}`, after, { at: REPLACED_AT, validFrom: REPLACED_AT }),
]);

describe('a hundred facts that were replaced', () => {
  const index = indexOf(FACTS);
  const found = REPLACED_FACTS.map(({ question }, number) => {
    const ids = index.search({ text: question, now: NOW, limit: 200 }).map(({ document }) => document.id);
    return { question, ids, before: ids.indexOf(`before-${number}`), after: ids.indexOf(`after-${number}`) };
  });

  test('are a hundred different ones', () => {
    expect(REPLACED_FACTS).toHaveLength(100);
    for (const key of ['question', 'before', 'after'] as const) {
      expect(new Set(REPLACED_FACTS.map((replaced) => replaced[key])).size).toBe(100);
    }
  });

  test('the new one is above the old one, at least 95 times', () => {
    const below = found.filter(({ before, after }) => after < 0 || (before >= 0 && before < after));
    expect(below.map(({ question }) => question).length).toBeLessThanOrEqual(5);
  });

  test('the new one is the first of all that are true, at least 95 times', () => {
    const elsewhere = found.filter(({ after }) => after !== 0);
    expect(elsewhere.map(({ question }) => question).length, JSON.stringify(elsewhere)).toBeLessThanOrEqual(5);
  });

  test('the old one is still found, at least 95 times', () => {
    expect(found.filter(({ before }) => before > 0).length).toBeGreaterThanOrEqual(95);
  });

  test('as of the time before, the old one is found and the new one is not', () => {
    for (const [number, { question }] of REPLACED_FACTS.entries()) {
      const asOf = new Date('2025-02-01T00:00:00Z');
      const ids = index.search({ text: question, now: NOW, limit: 200, asOf }).map(({ document }) => document.id);
      expect(ids.filter((id) => id.startsWith('after'))).toEqual([]);
      expect(ids.slice(0, 3), question).toContain(`before-${number}`);
    }
  });
});

describe('chains of replacements', () => {
  const chain = [
    fact('first', 'lives in Linz', { supersededBy: 'second' }),
    fact('second', 'moved to Graz', { at: '2025-02-01T00:00:00.000Z', supersededBy: 'third' }),
    fact('third', 'new flat near the harbour of Trieste', { at: '2025-03-01T00:00:00.000Z' }),
  ];
  const ids = (documents: readonly SearchDocument[], text: string, asOf?: string) =>
    indexOf(documents)
      .search({ text, now: NOW, limit: 9, asOf: asOf === undefined ? undefined : new Date(asOf) })
      .map(({ document }) => document.id);

  test('the last one answers what the first one answered, without a word of the question', () => {
    expect(ids(chain, 'Where does she live?')).toEqual(['third', 'first']);
  });

  test.each([
    ['2024-12-01T00:00:00Z', []],
    ['2025-01-15T00:00:00Z', ['first']],
    ['2025-02-15T00:00:00Z', ['second']],
    ['2025-04-01T00:00:00Z', ['third']],
  ])('as of %s: %j', (asOf, expected) => {
    expect(ids(chain, 'lives moved flat', asOf)).toEqual(expected);
  });

  test('a fact that ended by itself is below those that are true', () => {
    const ended = fact('ended', 'wears braces', { validTo: '2025-02-01T00:00:00.000Z' });
    expect(ids([ended, fact('true', 'has braces in blue and a retainer for the night')], 'braces')).toEqual([
      'true',
      'ended',
    ]);
  });

  test('a fact that will end is true until then', () => {
    const ending = fact('ending', 'wears braces', { validTo: '2026-02-01T00:00:00.000Z' });
    expect(ids([ending, fact('true', 'has braces in blue and a retainer for the night')], 'braces')[0]).toBe('ending');
  });

  test('a replacement that was deleted leaves the old one below', () => {
    expect(
      ids(
        [fact('old', 'wears braces', { supersededBy: 'gone' }), fact('other', 'braces of a sister, in blue')],
        'braces',
      ),
    ).toEqual(['other', 'old']);
  });

  test('facts that replaced each other end nowhere', () => {
    const circle = [fact('a', 'wears braces', { supersededBy: 'b' }), fact('b', 'had braces', { supersededBy: 'a' })];
    expect(ids(circle, 'braces')).toHaveLength(2);
  });

  test('turns and episodes of later are not known yet', () => {
    const turn: SearchDocument = { kind: 'turn', id: 'turn', text: 'braces', at: '2025-03-01T00:00:00.000Z' };
    expect(ids([turn], 'braces', '2025-02-28T00:00:00Z')).toEqual([]);
    expect(ids([turn], 'braces', '2025-03-01T00:00:00Z')).toEqual(['turn']);
  });
});
