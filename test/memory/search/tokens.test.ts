import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/memory/search/tokens.js';

describe('the words of a text', () => {
  test.each<[string, string[], string]>([
    ["It's Sarah's car, don't move it!", ['it', 'sarah', 'car', 'don', 'move', 'it'], 'tails of apostrophes are cut'],
    ["O'Brien’s place", ['obrien', 'place'], 'an apostrophe within a name is not'],
    ['José, Zoë and Jürgen', ['jose', 'zoe', 'and', 'jurgen'], 'accents do not matter'],
    ['Jose\u0301', ['jose'], 'accents that are characters of their own neither'],
    ['call 555-0100 at 9:30', ['call', '555', '0100', 'at', '9', '30'], 'numbers are words'],
    ['ПРИВЕТ, Анна', ['привет', 'анна'], 'other alphabets'],
    ['予約する', ['予約', '約す', 'する'], 'scripts without spaces are pairs of characters'],
    ['犬', ['犬'], 'one character of them is a word'],
    ['ﬁne', ['fine'], 'ligatures are what they stand for'],
    ['', [], 'nothing'],
    ['🙂 — …', [], 'no words'],
    ['\ud800 ok \udfff', ['ok'], 'halves of characters'],
  ])('%j: %j (%s)', (text, words) => {
    expect(tokenize(text).map(({ word }) => word)).toEqual(words);
  });

  test('they stand where they say, in order, and are short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const tokens = tokenize(text);
        for (const [index, { word, start, end }] of tokens.entries()) {
          expect(word).not.toBe('');
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(tokens[index - 1]?.start ?? 0);
        }
      }),
    );
  });

  test('a very long word is cut, and stands where it stood', () => {
    expect(tokenize('x'.repeat(100_000))).toEqual([{ word: 'x'.repeat(40), start: 0, end: 100_000 }]);
  });
});
