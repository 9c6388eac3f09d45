import { describe, expect, test } from 'vitest';
import { textSearchFault } from '../../../src/query/check/text-search.js';

describe('text searches that are read', () => {
  test.each([
    '',
    '  ',
    'coffee',
    'coffee & tea | !milk',
    'coffee&!(tea|milk)',
    'a <-> b <2> c<16384>d',
    "'new york' & 'it''s'",
    "o'brien",
    'appoint:*',
    'a:AB & b:*c',
    'caf\u00e9 | \u65e5\u672c | 12 | a.b@c.com | +1312 | x_1 | b-c',
    '!!!!!!!!a',
    `${'('.repeat(16)}a${')'.repeat(16)}`,
    ' ( a ) ',
  ])('%s', (text) => {
    expect(textSearchFault('fts', text)).toBeUndefined();
  });
});

/** Each row: a text, the culprit in it, and the message up to "in the text search". */
const MALFORMED: readonly [string, string, string][] = [
  ['voice call', 'call', '"call" stands where an operator must'],
  ["a 'b'", "'", '"\'" stands where an operator must'],
  ['a !b', '!', '"!" stands where an operator must'],
  ['a(b)', '(', '"(" stands where an operator must'],
  ['& a', '&', '"&" stands where a word must'],
  ['a & | b', '|', '"|" stands where a word must'],
  ['()', ')', '")" stands where a word must'],
  ['a & \u00a0', '\u00a0', '"\u00a0" stands where a word must'],
  ['a)', ')', '")" closes nothing'],
  ['(a | b', '(', '"(" is never closed'],
  ['a < b', '<', '"<" begins no operator'],
  ['a <16385> b', '<16385>', 'The distance "<16385>" is too large'],
  ['a*', '*', '"*" cannot stand in a word'],
  ['a:x', ':', '":" cannot stand in a word'],
  ['http://a.b', ':', '":" cannot stand in a word'],
  ['a\\b', '\\', '"\\" cannot stand in a word'],
  ["''", "'", 'The quoted text is empty, not closed, or holds a backslash'],
  ["'a", "'", 'The quoted text is empty, not closed, or holds a backslash'],
  ["'a\\'", "'", 'The quoted text is empty, not closed, or holds a backslash'],
  ['!!!!!!!!!a', '!', 'More than 8 "!" stand before one word'],
  [`${'('.repeat(17)}a${')'.repeat(17)}`, '(', 'More than 16 levels of parentheses'],
];

test.each(MALFORMED)('%s is malformed', (text, culprit, what) => {
  const found = textSearchFault('fts', text);
  expect(found).toMatchObject({ code: 'RQ307', message: `${what} in the text search "${text}".` });
  expect(text.slice(found?.part?.start, found?.part?.end)).toBe(culprit);
});

test.each(['a &', 'a | !', 'a <-> '])('"%s" ends too early', (text) => {
  expect(textSearchFault('fts', text)?.message).toBe(`The text search "${text}" ends where a word must stand.`);
});

test('the beginning of a word has a sign of its own', () => {
  expect(textSearchFault('fts', 'a & appoint*')?.hint).toBe('The beginning of a word is written appoint:*.');
});

describe('plain text', () => {
  test.each(['plfts', 'phfts', 'wfts'] as const)('is anything to %s', (operator) => {
    for (const text of ['', "it's (a) <test> & more \\ '", '"a b" or -c', '- - -']) {
      expect(textSearchFault(operator, text)).toBeUndefined();
    }
  });

  test('but a chain of minus signs overflows a stack of Postgres', () => {
    expect(textSearchFault('wfts', '- "-'.repeat(4))).toBeUndefined();
    expect(textSearchFault('wfts', `${'- '.repeat(9)}a`)).toMatchObject({
      code: 'RQ307',
      message: '"- - - - - - - - - a" has more than 8 minus signs before one word.',
    });
    expect(textSearchFault('wfts', '-a '.repeat(50))).toBeUndefined();
  });

  test('of 1024 bytes is enough', () => {
    expect(textSearchFault('plfts', 'é'.repeat(512))).toBeUndefined();
    expect(textSearchFault('plfts', 'é'.repeat(513))).toMatchObject({ code: 'RQ406' });
  });
});
