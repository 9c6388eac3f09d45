import { describe, expect, test } from 'vitest';
import { readRegularExpression } from '../../../src/query/check/regular-expression.js';

describe('patterns that are read', () => {
  test.each([
    '',
    '^Voice',
    'call$',
    '^\\+?1[0-9]{10}$',
    '(abc|ABC)+',
    'a||b',
    '()',
    '(|a)',
    '[]a]',
    '[^]a-]',
    '[a-]',
    '[-a]',
    '[--/]',
    '[+--]',
    '[a\\-z]',
    '[\\d\\s_]',
    '[^\\W]',
    '[[:alpha:][:digit:]]',
    '[[.a.]-[.z.]]',
    '[[=a=]]',
    'a]b}',
    'a{,2}',
    'a{x',
    '{',
    'a{2}',
    'a{2,}?',
    'a{0,255}?',
    'a*?b+?c??',
    '\\d{4}-\\d\\d',
    '\\mfoo\\M',
    '[[:<:]]foo[[:>:]]',
    '\\yfoo\\Y',
    '\\Aa\\Z',
    '\\x41\\u00e9\\U0001F642\\012\\cA',
    '(?i)abc',
    '***:(?n)^a$',
    '***=a(b',
    '(?q)a(b',
    '(?#a note)abc',
    '(?:ab)+',
    'foo(?=bar)',
    '(?<!a)b',
    '^(?=.*a)(?=.*b).*',
    'é+🙂*日',
    '.'.repeat(256),
    '🙂'.repeat(256),
    '(a?){100}',
    '\\w{1,64}@\\w{1,255}',
  ])('%s', (pattern) => {
    expect(readRegularExpression(pattern)).toMatchObject({ kind: 'regular-expression' });
  });
});

/** Each row: a pattern, the culprit in it, and the message up to "in the regular expression". */
const MALFORMED: readonly [string, string, string][] = [
  ['*a', '*', '"*" has nothing to repeat'],
  ['a|*', '*', '"*" has nothing to repeat'],
  ['(+)', '+', '"+" has nothing to repeat'],
  ['^*', '*', '"*" has nothing to repeat'],
  ['\\y?', '?', '"?" has nothing to repeat'],
  ['(?=a)*', '*', '"*" has nothing to repeat'],
  ['a**', '*', '"*" has nothing to repeat'],
  ['a*?+', '+', '"+" has nothing to repeat'],
  ['a{2}{3}', '{', '"{" has nothing to repeat'],
  ['(?#x)*', '*', '"*" has nothing to repeat'],
  ['(a', '(', '"(" is never closed'],
  ['a(b(c)', '(', '"(" is never closed'],
  ['a)', ')', '")" closes nothing'],
  ['a|b)c', ')', '")" closes nothing'],
  ['x[a', '[', '"[" is never closed'],
  ['[]', '[', '"[" is never closed'],
  ['[a-', '[', '"[" is never closed'],
  ['[[', '[', '"[" is never closed'],
  ['[z-a]', 'z-a', 'The range "z-a" runs backwards'],
  ['[a-\\d]', 'a-\\d', '"a-\\d" is no range'],
  ['[\\d-z]', '-', '"-" has no beginning of its range'],
  ['[a-c-e]', '-', '"-" has no beginning of its range'],
  ['[\\y]', '\\y', '"\\y" cannot stand in brackets'],
  ['[[:foo:]]', '[:foo:]', '"[:foo:]" is no class of characters'],
  ['[[:alpha]]', '[:alpha]]', '"[:alpha]]" is no class of characters'],
  ['[[.space.]]', '[.s', '"[.s" names no character'],
  ['a{2,1}', '{2,1}', '"{2,1}" is no repetition'],
  ['a{256}', '{256}', '"{256}" is no repetition'],
  ['a{2', '{2', '"{2" is no repetition'],
  ['a{2 }', '{2 }', '"{2 }" is no repetition'],
  ['a\\', '\\', 'The backslash at the end escapes nothing'],
  ['\\q', '\\q', '"\\q" is no escape'],
  ['\\b', '\\b', '"\\b" is a backspace'],
  ['\\c1', '\\c', '"\\c" is followed by no letter'],
  ['\\u12', '\\u12', '"\\u12" is no character'],
  ['\\x', '\\x', '"\\x" is no character'],
  ['\\ud83d', '\\ud83d', '"\\ud83d" is no character'],
  ['\\0', '\\0', '"\\0" is no character'],
  ['\\U00110000', '\\U00110000', '"\\U00110000" is no character'],
  ['a(?i)', '(?i', '"(?i" begins no group'],
  ['(?<name>a)', '(?<', '"(?<" begins no group'],
  ['(?', '(?', '"(?" begins no group'],
  ['(?x)a', '(?x)', '"(?x)" sets no option that is known'],
  ['(?i', '(?i', '"(?i" sets no option that is known'],
  ['***a', '***', '"***" is no director'],
  ['a(?#b', '(?#', 'The comment "(?#" is never closed'],
];

test.each(MALFORMED)('%s is malformed', (pattern, culprit, what) => {
  const read = readRegularExpression(pattern);
  if (read.kind !== 'fault') throw new Error('It was read.');
  expect(read.code).toBe('RQ306');
  expect(read.message).toBe(`${what} in the regular expression "${pattern}".`);
  expect(pattern.slice(read.part?.start, read.part?.end)).toBe(culprit);
  expect(read.hint).toMatch(/.\.$/);
});

const TOO_COMPLEX: readonly [string, string][] = [
  ['(a)\\1', '"\\1" refers back to a group'],
  ['(?=.*x)y', '"*" looks as far as it likes'],
  ['a(?!b+)', '"+" looks as far as it likes'],
  ['(?n)^(?=.*x)y', '"*" looks as far as it likes'],
  ['^a(?=.*x)', '"*" looks as far as it likes'],
  ['(^(?=.*x))', '"*" looks as far as it likes'],
  ['(?=(?=a))', '"(?=" stands inside another lookaround'],
  ['(^|a)*', '"*" repeats a place such as ^, $ or \\y'],
  ['(\\ya?){3}', '"{3}" repeats a place such as ^, $ or \\y'],
  ['^'.repeat(17), 'More than 16 places such as ^, $ and \\y stand'],
  [`${'('.repeat(17)}a${')'.repeat(17)}`, 'More than 16 levels of parentheses stand'],
  ['(a{255}){9}', 'What is repeated is too large'],
  ['((a?){255}){4}', 'What is repeated is too large'],
  ['((a|b|c)*){255}', 'What is repeated is too large'],
  ['.{255}|'.repeat(8), 'What is repeated is too large'],
];

test.each(TOO_COMPLEX)('%s is too complex', (pattern, what) => {
  expect(readRegularExpression(pattern)).toMatchObject({
    code: 'RQ407',
    message: `${what} in the regular expression "${pattern}".`,
  });
});

test.each(['a'.repeat(257), '🙂'.repeat(257)])('256 characters are enough', (pattern) => {
  expect(readRegularExpression(pattern)).toMatchObject({ code: 'RQ406' });
});
