import { expect, test } from 'vitest';
import { readLikePattern } from '../../../src/query/check/like-pattern.js';

const PATTERNS: readonly [string, string][] = [
  ['', ''],
  ['Voice', 'Voice'],
  ['Voice*', 'Voice%'],
  ['*a*b*', '%a%b%'],
  ['Voice%', 'Voice%'],
  ['a_b', 'a_b'],
  ['a\\*b', 'a\\*b'],
  ['\\%\\_\\\\', '\\%\\_\\\\'],
  ['\\a*', '\\a%'],
  ['\\\\*', '\\\\%'],
  ['*\\**', '%\\*%'],
  ['🙂*', '🙂%'],
];

test.each(PATTERNS)('"%s" is "%s" to Postgres', (pattern, expected) => {
  expect(readLikePattern(pattern)).toEqual({ kind: 'pattern', pattern: expected });
});

test.each(['\\', 'a\\', '*\\', '\\\\\\'])('"%s" escapes nothing', (pattern) => {
  expect(readLikePattern(pattern)).toMatchObject({
    code: 'RQ305',
    part: { start: pattern.length - 1, end: pattern.length },
  });
});

test('256 wildcards are enough', () => {
  expect(readLikePattern('*a%'.repeat(128))).toMatchObject({ kind: 'pattern' });
  expect(readLikePattern('*a%'.repeat(129))).toMatchObject({ code: 'RQ407' });
  expect(readLikePattern('\\%'.repeat(1000))).toMatchObject({ kind: 'pattern' });
});
