import { describe, expect, test } from 'vitest';
import { measure } from '../../bench/retrieval/measures.js';
import { parseLocomo, readLocomo } from '../../bench/retrieval/read-locomo.js';

describe('the measures of retrieval', () => {
  const found = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'];
  const discount = (place: number) => 1 / Math.log2(place + 1);

  test.each<[string[], number[]]>([
    [['a'], [1, 1, 1, 1, 1]],
    [['b'], [0, 1, 1, 1, discount(2)]],
    [['f'], [0, 0, 1, 1, discount(6)]],
    [['k'], [0, 0, 0, 0, 0]],
    [
      ['a', 'x'],
      [0.5, 0.5, 0.5, 0, 1 / (1 + discount(2))],
    ],
    [
      ['c', 'j'],
      [0, 0.5, 1, 1, (discount(3) + discount(10)) / (1 + discount(2))],
    ],
  ])('of gold %j', (gold, [recall1, recall5, recall10, all10, ndcg10]) => {
    const measures = measure([{ category: 1, gold, found }]);
    expect(measures).toMatchObject({ questions: 1, recall1, recall5, recall10, all10 });
    expect(measures.ndcg10).toBeCloseTo(ndcg10 as number, 12);
  });

  test('are means over questions', () => {
    const measures = measure([
      { category: 1, gold: ['a'], found },
      { category: 1, gold: ['z'], found },
    ]);
    expect(measures).toEqual({ questions: 2, recall1: 0.5, recall5: 0.5, recall10: 0.5, all10: 0.5, ndcg10: 0.5 });
  });
});

describe('a LoCoMo file', () => {
  const turn = (id: string) => ({ speaker: 'Ann', dia_id: id, text: 'words' });
  const file = (evidence: string[], change: object = {}) =>
    JSON.stringify([
      {
        sample_id: 'conv-1',
        conversation: {
          speaker_a: 'Ann',
          session_1_date_time: '12:05 am on 3 May, 2023',
          session_1: [turn('D1:1'), { ...turn('D1:2'), blip_caption: 'a photo' }],
          session_2_date_time: '7:48 pm on 21 May, 2023',
          session_2: [turn('D2:1'), turn('D2:26')],
          session_3_date_time: '1:00 pm on 22 May, 2023',
          ...change,
        },
        qa: [{ question: 'what', category: 4, evidence }],
      },
    ]);

  test('is turns with their times and captions', () => {
    expect(
      parseLocomo(file(['D1:1']), 'f')[0]?.turns.map(({ id, at, position, caption }) => [id, at, position, caption]),
    ).toEqual([
      ['D1:1', '2023-05-03T00:05:00.000Z', 0, undefined],
      ['D1:2', '2023-05-03T00:05:00.000Z', 1, 'a photo'],
      ['D2:1', '2023-05-21T19:48:00.000Z', 0, undefined],
      ['D2:26', '2023-05-21T19:48:00.000Z', 1, undefined],
    ]);
  });

  test.each<[string[], string[] | undefined]>([
    [
      ['D1:1', 'D2:1'],
      ['D1:1', 'D2:1'],
    ],
    [['D1:1; D2:1'], ['D1:1', 'D2:1']],
    [['D1:1 D1:2,D1:1'], ['D1:1', 'D1:2']],
    [
      ['D:2:26', 'D1:01'],
      ['D2:26', 'D1:1'],
    ],
    [['D9:9', 'D1:1'], ['D1:1']],
    [['D', ''], undefined],
    [[], undefined],
  ])('the gold of %j is %j', (evidence, gold) => {
    expect(parseLocomo(file(evidence), 'f')[0]?.questions[0]?.gold).toEqual(gold);
  });

  test.each([
    ['{', 'f is no LoCoMo file: it is not JSON.'],
    ['{}', 'f is no LoCoMo file: at the top, Invalid input: expected array, received object.'],
    ['[{}]', 'f is no LoCoMo file: at 0.sample_id, Invalid input: expected string, received undefined.'],
    [file([], { session_1: 7 }), 'f: conv-1: session_1 is no list of turns.'],
    [file([], { session_2_date_time: 'soon' }), 'f: conv-1: session_2_date_time is no date and time.'],
  ])('%s is none', (text, message) => {
    expect(() => parseLocomo(text, 'f')).toThrow(message);
  });

  test('that is not there', async () => {
    await expect(readLocomo('/nowhere/locomo.json')).rejects.toThrow('There is no file /nowhere/locomo.json.');
  });
});
