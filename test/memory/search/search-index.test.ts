import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../../src/memory/search/search-document.js';
import { callOf, fact, indexOf } from './documents.js';

/** A Wednesday. */
const NOW = new Date('2025-06-18T12:00:00Z');

/** Three calls of one caller, and what was learned from them. */
const CALLS: readonly SearchDocument[] = [
  ...callOf('march', '2025-03-04', [
    'Agent: Dental practice, how can I help?',
    'Sarah: Hi, this is Sarah Johnson, I broke a tooth on a nut and I need an appointment.',
    'Agent: Are you allergic to anything?',
    'Sarah: Yes, penicillin.',
    'Agent: And who is your insurance with?',
    'Sarah: With Northwind Mutual.',
    'Sarah: Could I come on Thursday morning?',
  ]),
  ...callOf('april', '2025-04-22', [
    'Agent: Hello again, what can I do for you?',
    'Sarah: I would like to move my cleaning to another day.',
    'Sarah: Yesterday my dog ran away, so I was out looking for him all day.',
    'Agent: I am sorry. Did you find him?',
    'Sarah: We found him at the lake near Millbrook, he had swum across.',
    'Tom: Tom speaking, her husband. My knee hurts too, but that is another doctor.',
  ]),
  ...callOf('june', '2025-06-10', [
    'Agent: Good morning.',
    'Sarah: Good morning. My new insurance sends the bills to the office now.',
    'Sarah: I bought an electric toothbrush, is that fine with the new crown?',
    'Agent: Of course.',
    'Sarah: And José will pick up the retainer.',
  ]),
  fact('allergy', 'is allergic to penicillin', { speaker: 'Sarah', conversationId: 'march' }),
  fact('mornings', 'prefers appointments in the morning', { speaker: 'Sarah', conversationId: 'march' }),
  fact('coffee-sarah', 'drinks coffee with milk', { speaker: 'Sarah', conversationId: 'april' }),
  fact('coffee-tom', 'drinks coffee with sugar', { speaker: 'Tom', conversationId: 'april' }),
  {
    kind: 'episode',
    id: 'episode-april',
    text: 'Moved the cleaning, asked about prices.',
    at: '2025-04-22T10:05:00.000Z',
    conversationId: 'april',
  },
];

describe('the first that is found', () => {
  test.each<[string, string, string]>([
    ['Which insurance does she have?', 'march/5', 'an answer, by the question before it'],
    ['What is she allergic to?', 'allergy', 'a fact comes before the turn that it was learned from'],
    ['What was bought?', 'june/2', 'irregular forms'],
    ['buying a toothbrush', 'june/2', 'stems'],
    ['When did the dog run away?', 'april/2', 'what says a time answers when'],
    ['Where was the dog found?', 'april/4', 'what names a place answers where'],
    ['Who picks up the retainer?', 'june/4', 'what names somebody answers who'],
    ['jose retainer', 'june/4', 'accents do not matter'],
    ['How does Tom drink his coffee?', 'coffee-tom', 'the one who is named'],
    ['How does Sarah drink her coffee?', 'coffee-sarah', 'the other one'],
    ['How does Thomas drink his coffee?', 'coffee-tom', 'by the name that Tom is short for'],
    ['What happened on 21 April?', 'april/2', 'what "yesterday" was'],
    ['What about last week?', 'june/1', 'a time alone'],
    ['What did she tell you last week about the new crown?', 'june/2', 'a time and words'],
    ['morning appointments', 'mornings', 'a fact of few words'],
    ['the call about the cleaning and its prices', 'episode-april', 'an episode'],
  ])('%j: %s (%s)', (text, id) => {
    expect(indexOf(CALLS).search({ text, now: NOW, limit: 5 })[0]?.document.id).toBe(id);
  });

  test('the time of the question narrows: the best of that week come before better words of other weeks', () => {
    const index = indexOf(CALLS);
    const ids = (text: string) => index.search({ text, now: NOW, limit: 1 }).map(({ document }) => document.id);
    expect(ids('insurance')).toEqual(['march/5']);
    expect(ids('insurance last week')).toEqual(['june/1']);
  });

  test('the time zone decides which day it was', () => {
    const late: SearchDocument = {
      kind: 'turn',
      id: 'late',
      text: 'The heating is off',
      at: '2025-06-16T23:30:00.000Z',
    };
    const other: SearchDocument = {
      kind: 'turn',
      id: 'other',
      text: 'The heating is on',
      at: '2025-06-12T10:00:00.000Z',
    };
    const found = (timeZone: string) =>
      indexOf([late, other], { timeZone }).search({ text: 'heating yesterday', now: NOW, limit: 1 })[0]?.signals.time;
    expect(found('Europe/Vienna')).toBe(1);
    expect(found('UTC')).toBe(0);
  });

  test('languages without spaces are searched too', () => {
    const index = indexOf([
      { kind: 'turn', id: 'dentist', text: '歯医者の予約を変更したいです', at: '2025-06-10T10:00:00.000Z' },
      { kind: 'turn', id: 'weather', text: '今日は天気がいいですね', at: '2025-06-10T10:00:00.000Z' },
    ]);
    expect(index.search({ text: '予約の変更', now: NOW, limit: 5 }).map(({ document }) => document.id)).toEqual([
      'dentist',
    ]);
  });
});

describe('of two turns that are alike but for one thing, the first is', () => {
  const turn = (id: string, text: string, date: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
    kind: 'turn',
    id,
    text,
    at: `${date}T10:00:00.000Z`,
    ...more,
  });

  // What is newer comes first among equals: the signal has to win against that.
  test.each<[string, string, SearchDocument, SearchDocument]>([
    [
      'the one that says a time, when a time is asked for',
      'When was the boiler fixed?',
      turn('first', 'boiler fixed two days ago', '2025-03-01'),
      turn('second', 'boiler fixed two weird ways', '2025-03-02'),
    ],
    [
      'the one that names somebody, when a name is asked for',
      'Who fixed the boiler?',
      turn('first', 'boiler fixed by Miller', '2025-03-01'),
      turn('second', 'boiler fixed by miller', '2025-03-02'),
    ],
    [
      'the one of that weekday',
      'boiler Thursday',
      turn('first', 'the boiler', '2025-03-06'),
      turn('second', 'the boiler', '2025-03-07'),
    ],
    [
      'the one that spoke of that weekday as yesterday',
      'boiler Thursday',
      turn('first', 'yesterday the boiler', '2025-03-07'),
      turn('second', 'yesterday the boiler', '2025-03-08'),
    ],
    [
      'the one of that day, whatever it is called',
      'boiler number 3',
      turn('first', 'the boiler on the 3rd floor', '2025-03-07'),
      turn('second', 'the boiler on the 5th floor', '2025-03-08'),
    ],
    [
      'the one that is no question',
      'broken boiler',
      turn('first', 'broken boiler.', '2025-03-01'),
      turn('second', 'broken boiler?', '2025-03-02'),
    ],
  ])('%s', (_, text, first, second) => {
    const found = indexOf([first, second]).search({ text, now: NOW, limit: 2 });
    expect(found.map(({ document }) => document.id)).toEqual(['first', 'second']);
    expect(found[0]?.score).toBeGreaterThan(found[1]?.score as number);
  });

  test('the one that answers a question', () => {
    const [ask, tell] = ['Which boiler is broken?', 'The boiler is broken.'];
    const asked = callOf('asked', '2025-03-01', [`Agent: ${ask}`, 'Sarah: The boiler in the cellar.']);
    const told = callOf('told', '2025-03-02', [`Agent: ${tell}`, 'Sarah: The boiler in the cellar.']);
    const found = indexOf([...asked, ...told]).search({ text: 'boiler broken', now: NOW, limit: 2 });
    expect(found.map(({ document }) => document.id)).toEqual(['asked/1', 'told/1']);
  });
});

describe('what is found', () => {
  test("an agent's turn is never found, though its words count for the turns beside it", () => {
    const index = indexOf(CALLS);
    const hits = index.search({
      text: 'Are you allergic to anything? Dental practice, Good morning',
      now: NOW,
      limit: 100,
    });
    expect(hits.length).toBeGreaterThan(3);
    expect(hits.filter(({ document }) => document.contextOnly === true)).toEqual([]);
    expect(hits.map(({ document }) => document.id)).toContain('march/3');
  });

  test('only the kinds that are asked for', () => {
    const kinds = (wanted: SearchDocument['kind'][]) =>
      new Set(
        indexOf(CALLS)
          .search({ text: 'dog cleaning allergic morning', now: NOW, limit: 100, kinds: wanted })
          .map(({ document }) => document.kind),
      );
    expect(kinds(['fact'])).toEqual(new Set(['fact']));
    expect(kinds(['fact', 'episode'])).toEqual(new Set(['fact', 'episode']));
    expect(kinds([])).toEqual(new Set());
  });

  test('the words that matched stand where the answer says', () => {
    const [hit] = indexOf(CALLS).search({ text: 'Did she buy toothbrushes?', now: NOW, limit: 1 });
    expect(hit?.matches.map(({ start, end }) => hit.document.text.slice(start, end))).toEqual(['bought', 'toothbrush']);
  });

  test('scores fall from 1 towards 0, and their signals are told', () => {
    const hits = indexOf(CALLS).search({ text: "Sarah's insurance in March", now: NOW, limit: 100 });
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((left, right) => right - left));
    expect(scores[0]).toBeLessThanOrEqual(1);
    expect(scores.at(-1)).toBeGreaterThanOrEqual(0);
    expect(hits[0]?.signals).toMatchObject({ speaker: 0.4, conversation: 0.3, time: 0.3, vectors: 0 });
  });

  test('the best of hundreds are found among all of them', () => {
    const turns = Array.from({ length: 500 }, (_, number): SearchDocument => {
      const text = `${'boiler '.repeat(1 + ((number * 7) % 13))}${'pipe '.repeat((number * 11) % 17)}`;
      return { kind: 'turn', id: `${number}`, text, at: new Date(Date.UTC(2025, 0, 1) + number).toISOString() };
    });
    const index = indexOf(turns);
    const all = index.search({ text: 'boiler', now: NOW, limit: 1_000 });
    expect(all).toHaveLength(500);
    for (const limit of [1, 3, 40])
      expect(index.search({ text: 'boiler', now: NOW, limit })).toEqual(all.slice(0, limit));
  });

  test.each([0, -1, Number.NaN])('none with a limit of %s', (limit) => {
    expect(indexOf(CALLS).search({ text: 'insurance', now: NOW, limit })).toEqual([]);
  });

  test.each(['', 'the of and', '???', 'xylophone'])('nothing for %j', (text) => {
    expect(indexOf(CALLS).search({ text, now: NOW, limit: 5 })).toEqual([]);
  });

  test('equals come the newer first, then by id, in whatever order they were added', () => {
    const turns = ['2025-01-01', '2025-03-01', '2025-02-01', '2025-03-01'].map(
      (date, number): SearchDocument => ({
        kind: 'turn',
        id: `${number}`,
        text: 'the boiler',
        at: `${date}T00:00:00.000Z`,
      }),
    );
    const ids = (documents: readonly SearchDocument[]) =>
      indexOf(documents)
        .search({ text: 'boiler', now: NOW, limit: 9 })
        .map(({ document }) => document.id);
    expect(ids(turns)).toEqual(['1', '3', '2', '0']);
    expect(ids(turns.toReversed())).toEqual(['1', '3', '2', '0']);
  });
});

describe('vectors', () => {
  // As from a model that knows that a pet is a dog.
  const vectors = new Map([
    ['We found the dog', [1, 0.1]],
    ['The invoice is late', [0, 1]],
    ['pet', [2, 0]],
    ['pet invoice', [1, 0]],
  ]);
  const turns = ['We found the dog', 'The invoice is late'].map(
    (text, number): SearchDocument => ({ kind: 'turn', id: `${number}`, text, at: '2025-06-10T10:00:00.000Z' }),
  );
  const index = indexOf(turns, { vectors });
  const idsOf = (text: string) =>
    index.search({ text, now: NOW, limit: 5 }, vectors.get(text)).map(({ document }) => document.id);

  test('find what shares no word', () => {
    expect(idsOf('pet')).toEqual(['0']);
  });

  test('count for less than words', () => {
    expect(idsOf('pet invoice')).toEqual(['1', '0']);
  });

  test('that are missing, of another length or of no direction are left out', () => {
    const strange = new Map([
      ['We found the dog', [1, 2, 3]],
      ['The invoice is late', [0, 0]],
      ['invoice', [1, 0]],
    ]);
    const index = indexOf(turns, { vectors: strange });
    const found = index.search({ text: 'invoice', now: NOW, limit: 5 }, strange.get('invoice'));
    expect(found.map(({ document, signals }) => [document.id, signals.vectors])).toEqual([['1', 0]]);
  });
});

test('a time zone that is not known is an error', () => {
  expect(() => indexOf([], { timeZone: 'Mars/Olympus' })).toThrow(RangeError);
});
