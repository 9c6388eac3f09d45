import { describe, expect, test } from 'vitest';
import { PREDICATE_NAMES, type Predicate } from '../../../src/memory/predicates.js';
import { CallerIndex } from '../../../src/memory/recall/caller-index.js';
import { factDocument } from '../../../src/memory/recall/search-documents.js';
import type { FactMemory } from '../../../src/memory/truth/memory.js';

const NOW = new Date('2026-03-09T14:00:00Z');

/** What a call leaves of each kind, in words that do not name the kind. */
const STATEMENTS: Readonly<Partial<Record<Predicate, readonly [value: string, statement: string]>>> = {
  name: ['Sarah Johnson', 'is called Sarah Johnson'],
  email: ['sarah@example.com', 'can be written to at sarah@example.com'],
  address: ['12 Bridge Road', 'moved to 12 Bridge Road'],
  city: ['Graz', 'moved to Graz'],
  employer: ['Northwind', 'is with Northwind'],
  birthday: ['1984-06-03', 'is 42 on 3 June'],
  phone: ['+13125550100', 'can be reached at +13125550100'],
  prefers: ['mornings', 'would rather come before eleven'],
  dislikes: ['loud music', 'hates loud music'],
  allergy: ['penicillin', 'is allergic to penicillin'],
  condition: ['diabetes', 'has diabetes'],
  family_member: ['wife Anna', 'has a wife called Anna'],
  pet: ['dog Rex', 'has a dog called Rex'],
};

describe('a fact is found by what its kind is called', () => {
  test.each<[Predicate, string]>([
    ['name', 'What is the name on file?'],
    ['email', 'Do we have an email?'],
    ['address', 'What is the address?'],
    ['address', 'Where does she live?'],
    ['city', 'In which city does she live?'],
    ['employer', 'Where does she work?'],
    ['birthday', 'When was she born?'],
    ['phone', 'Is there another phone number?'],
    ['prefers', 'Any preferences?'],
    ['dislikes', 'What does she dislike?'],
    ['allergy', 'Is there an allergy to note?'],
    ['allergy', 'Any allergies?'],
    ['condition', 'Any health conditions?'],
    ['family_member', 'Who is in the family?'],
    ['pet', 'Which pet does she have?'],
  ])('%s: %j', async (predicate, text) => {
    const index = new CallerIndex('UTC');
    await index.update(Object.entries(STATEMENTS).map(([kind, said]) => factDocument(factOf(kind, ...said), 'Sarah')));
    const hits = index.search({ text, now: NOW, limit: 3 });
    expect(hits.map(({ found }) => ('fact' in found ? found.fact.predicate : ''))).toContain(predicate);
  });

  test('and every kind has its row here, but for those that name themselves', () => {
    const named: readonly Predicate[] = ['appointment', 'open_item', 'note'];
    expect(new Set([...Object.keys(STATEMENTS), ...named])).toEqual(new Set(PREDICATE_NAMES));
  });

  test('its text, and what is marked in it, stay as they are', async () => {
    const index = new CallerIndex('UTC');
    await index.update([factDocument(factOf('allergy', 'penicillin', 'is allergic to penicillin'), 'Sarah')]);
    const [first] = index.search({ text: 'Is there an allergy to penicillin?', now: NOW, limit: 1 });
    expect(first?.hit.document.text).toBe('is allergic to penicillin');
    expect(first?.hit.matches).toEqual([{ start: 15, end: 25 }]);
  });
});

function factOf(predicate: string, value: string, statement: string): FactMemory {
  return {
    id: predicate,
    ...{ predicate: predicate as Predicate, value, statement, person: { kind: 'caller' } },
    ...{ saidAt: '2026-03-01T10:00:00.000Z', validFrom: '2026-03-01T10:00:00.000Z', sensitive: false, pinned: false },
    evidence: [{ conversationId: 'call', messageId: null, quote: null }],
  } as unknown as FactMemory;
}
