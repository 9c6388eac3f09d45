import { describe, expect, test } from 'vitest';
import type { Call } from '../../../src/memory/extraction/call.js';
import type { ExtractedFact, Extractor } from '../../../src/memory/extraction/extraction.js';
import { type Counts, precisionOf, recallOf, type ScoredFact, scoreTranscripts } from './score.js';
import { scoreExtractor } from './score-extractor.js';
import { mistakesOf, tableOf } from './score-report.js';
import type { Transcript } from './transcript.js';

const transcript: Transcript = {
  id: 'toy-01',
  domain: 'toy',
  call: { started_at: '2026-03-04T10:00:00+01:00', time_zone: 'Europe/Berlin', country: 'DE' },
  turns: [
    { speaker: 'agent', text: 'Who is it?' },
    { speaker: 'caller', text: 'Ann Lee, and my wife Zoe and my son Max send their love.' },
  ],
  expected: [
    { predicate: 'name', value: 'Ann Lee', turn: 1 },
    { predicate: 'family_member', value: 'wife Zoe', turn: 1, keywords: ['wife', 'zoe'] },
    { predicate: 'family_member', value: 'son Max', turn: 1, keywords: ['son', 'max'] },
    { predicate: 'open_item', value: '2026-03-05 ring back', turn: 0, by: 'agent', keywords: ['ring|call'] },
    { predicate: 'appointment', value: '2026-03-10T09:30 cleaning', turn: 0 },
    { predicate: 'appointment', value: '2026-03-10T09:30 polish', turn: 0 },
  ],
  allowed: [{ predicate: 'prefers', value: 'love', turn: 1 }],
  forbidden: [
    { predicate: 'name', value: 'Zoe', why: 'the wife' },
    { predicate: 'allergy', why: 'nothing is said of any' },
  ],
};

const none: Counts = { expected: 0, found: 0, wrong: 0, repeated: 0, allowed: 0, forbidden: 0, sameTurn: 0 };

function countsOf(facts: readonly ScoredFact[], predicate: string): Counts | undefined {
  return scoreTranscripts([{ transcript, facts }]).byPredicate.get(predicate);
}

describe('a fact counts', () => {
  test.each<[string, ScoredFact[], string, Partial<Counts>]>([
    ['as found', [{ predicate: 'name', value: 'ann lee', turn: 1 }], 'name', { expected: 1, found: 1, sameTurn: 1 }],
    ['as found on another turn', [{ predicate: 'name', value: 'Ann Lee', turn: 0 }], 'name', { expected: 1, found: 1 }],
    [
      'as repeated when it was found before',
      [
        { predicate: 'name', value: 'Ann Lee' },
        { predicate: 'name', value: 'ann lee.' },
      ],
      'name',
      { expected: 1, found: 1, repeated: 1 },
    ],
    [
      'for the next label when the first one that it matches is found',
      [
        { predicate: 'appointment', value: '2026-03-10T09:30' },
        { predicate: 'appointment', value: '2026-03-10T09:30' },
        { predicate: 'appointment', value: '2026-03-10T09:30' },
      ],
      'appointment',
      { expected: 2, found: 2, repeated: 1 },
    ],
    ['as allowed', [{ predicate: 'prefers', value: 'Love' }], 'prefers', { allowed: 1 }],
    ['as wrong', [{ predicate: 'prefers', value: 'hate' }], 'prefers', { wrong: 1 }],
    [
      'as wrong and forbidden',
      [{ predicate: 'name', value: 'Zoe Lee' }],
      'name',
      { expected: 1, wrong: 1, forbidden: 1 },
    ],
    ['as forbidden without a value', [{ predicate: 'allergy', value: 'nuts' }], 'allergy', { wrong: 1, forbidden: 1 }],
    [
      'as wrong when the other side promised it',
      [{ predicate: 'open_item', value: '2026-03-05 call back', by: 'caller' }],
      'open_item',
      { expected: 1, wrong: 1 },
    ],
    [
      'as wrong when the predicate is unknown, even one that objects inherit',
      [{ predicate: 'constructor', value: 'x' }],
      'constructor',
      { wrong: 1 },
    ],
  ])('%s', (_how, facts, predicate, counts) => {
    expect(countsOf(facts, predicate)).toEqual({ ...none, ...counts });
  });

  test.each<[string, ScoredFact]>([
    ['somebody else', { predicate: 'allergy', value: 'nuts', about: 'son Max' }],
    ['what is over', { predicate: 'allergy', value: 'nuts', validTo: '2020-01-01' }],
  ])('not at all when it is about %s', (_what, fact) => {
    expect(countsOf([fact], 'allergy')).toBeUndefined();
  });

  test('not at all when it is a note', () => {
    expect(countsOf([{ predicate: 'note', value: 'is polite' }], 'note')).toBeUndefined();
  });
});

describe('over all calls', () => {
  const facts: ScoredFact[] = [
    { predicate: 'name', value: 'Zoe', turn: 1 },
    { predicate: 'family_member', value: 'wife Zoe', turn: 1 },
    { predicate: 'family_member', value: 'daughter Mia', turn: 1 },
  ];
  const score = scoreTranscripts([
    { transcript, facts },
    { transcript: { ...transcript, id: 'toy-02' }, facts: [] },
  ]);

  test('the counts are the sums of the predicates', () => {
    expect(score.all).toEqual({ ...none, expected: 12, found: 1, wrong: 2, forbidden: 1, sameTurn: 1 });
    expect([precisionOf(score.all), recallOf(score.all)]).toEqual([1 / 3, 1 / 12]);
  });

  test('what nobody extracted or expected is neither imprecise nor missed', () => {
    expect([precisionOf(none), recallOf(none)]).toEqual([1, 1]);
  });

  test('each call has its own labels to find', () => {
    expect(score.missed.filter(({ call }) => call === 'toy-02')).toHaveLength(6);
  });

  test('the mistakes name the call, the turn, and why', () => {
    const first = mistakesOf(score)
      .split('\n')
      .filter((line) => line.startsWith('toy-01'));
    expect(first).toEqual([
      'toy-01 missed turn 1 name: "Ann Lee"',
      'toy-01 missed turn 1 family_member: "son Max"',
      'toy-01 missed turn 0 open_item by agent: "2026-03-05 ring back"',
      'toy-01 missed turn 0 appointment: "2026-03-10T09:30 cleaning"',
      'toy-01 missed turn 0 appointment: "2026-03-10T09:30 polish"',
      'toy-01 WRONG  turn 1 name: "Zoe" – the wife',
      'toy-01 WRONG  turn 1 family_member: "daughter Mia"',
    ]);
  });

  test('the table has a line for each predicate and one for all, and no word of a call', () => {
    const cells = tableOf(score)
      .split('\n')
      .map((line) => line.split(/\s+/));
    expect(cells).toEqual([
      [
        'predicate',
        'expected',
        'found',
        'wrong',
        'repeated',
        'allowed',
        'forbidden',
        'sameTurn',
        'precision',
        'recall',
      ],
      ['appointment', '4', '0', '0', '0', '0', '0', '0', '1.000', '0.000'],
      ['family_member', '4', '1', '1', '0', '0', '0', '1', '0.500', '0.250'],
      ['name', '2', '0', '1', '0', '0', '1', '0', '0.000', '0.000'],
      ['open_item', '2', '0', '0', '0', '0', '0', '0', '1.000', '0.000'],
      ['all', '12', '1', '2', '0', '0', '1', '1', '0.333', '0.083'],
    ]);
  });
});

test('an extractor is handed each call as it would be at work, and what it finds is scored', async () => {
  const seen: Call[] = [];
  const toy: Extractor = {
    async extract(call) {
      seen.push(call);
      const name = /[A-Z]\w+ [A-Z]\w+/.exec(call.turns[1]?.text ?? '')?.[0] ?? '';
      const fact: ExtractedFact = {
        predicate: 'name',
        value: name,
        statement: `is ${name}`,
        turn: 1,
        quote: name,
        confidence: 1,
      };
      return { facts: [fact], entities: [], procedures: [], extractor: 'built-in' };
    },
  };
  const score = await scoreExtractor(toy, [
    { ...transcript, call: { ...transcript.call, caller_number: '+4930901820001' } },
  ]);
  expect(score.all).toEqual({ ...none, expected: 6, found: 1, sameTurn: 1 });
  expect(seen).toEqual([
    {
      turns: transcript.turns,
      startedAt: '2026-03-04T09:00:00.000Z',
      timeZone: 'Europe/Berlin',
      country: 'DE',
      callerNumber: '+4930901820001',
    },
  ]);
});
