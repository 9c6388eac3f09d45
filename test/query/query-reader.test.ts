import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Query } from '../../src/query/ast.js';
import { check } from '../../src/query/check/check.js';
import type { CheckedQuery } from '../../src/query/checked-query.js';
import { parse, parseHttp } from '../../src/query/parse.js';
import { QueryError } from '../../src/query/problem.js';
import { createQueryParser, createQueryReader } from '../../src/query/query-reader.js';
import { outlineOf } from '../../src/query/text-outline.js';

/** What a reading comes to: the checked query without its places, or the problems with theirs. */
function outcome(read: () => CheckedQuery | Query): unknown {
  try {
    return JSON.parse(JSON.stringify(read(), (key, value) => (/location$/i.test(key) ? undefined : value)));
  } catch (error) {
    if (error instanceof QueryError) return error.problems;
    throw error;
  }
}

describe('an outline is a text without its plain values', () => {
  const _ = '\u0001';
  test.each([
    [
      'metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc',
      `metadata->telnyx_end_user_target=eq.${_}&limit=5&order=last_message_at.desc`,
      ['+13128675309'],
    ],
    ['metadata-%3Ea=eq.%2B1312', `metadata-%3Ea=eq.${_}`, ['+1312']],
    ['created_at=gte.2025-04-01T10:00:00.5Z', `created_at=gte.${_}`, ['2025-04-01T10:00:00.5Z']],
    ['name=like.Voice* of (Sarah)', `name=like.${_}`, ['Voice* of (Sarah)']],
    ['name=eq.John+Doe', 'name=eq.John+Doe', []],
    ['name=in.(a,"b",c)', `name=in.(${_},"b",${_})`, ['a', 'c']],
    ['name=eq(any).{a,b}', `name=eq(any).{${_},${_}}`, ['a', 'b']],
    [
      'or=(name.eq.a,not.and(id.eq.b,name.not.in.(c,d)))',
      `or=(name.eq.${_},not.and(id.eq.${_},name.not.in.(${_},${_})))`,
      ['a', 'b', 'c', 'd'],
    ],
    ['name=eq.{{x}}', 'name=eq.{{x}}', []],
  ])('%s', (text, outline, values) => {
    expect(outlineOf(text)).toMatchObject({ text: outline, values });
  });

  test.each([['a\u0001b'], ['x'.repeat(1821)]])('and some texts have none', (text) => {
    expect(outlineOf(text)).toBeUndefined();
  });
});

/** Values of every kind that an outline cuts, and some that it must not. */
const value = fc.oneof(
  fc.constantFrom(
    '+13128675309',
    '%2B13128675309',
    '+5',
    'a',
    '5',
    '-5e3',
    '05',
    'true',
    'null',
    'now',
    'today-10d',
    'now+90m',
  ),
  fc.constantFrom(
    '2025-04-01',
    '2025-04-01T10%3A00%3A00Z',
    'not',
    'eq',
    'eq.a',
    'in',
    'a.b',
    'v3:1',
    'a@b.c',
    'sip:+1312@x',
  ),
  fc.constantFrom(
    '',
    ' ',
    'a b',
    '%20',
    '%26',
    '%',
    '{{x}}',
    '{a',
    '"',
    '"a"',
    '\\',
    '*',
    '(',
    ')',
    ',',
    '(a,b)',
    '%41',
    'é',
    '\ud800',
    '\0',
  ),
  fc.stringMatching(/^[\w:@.+,()"{}%*-]{0,8}$/),
);
const pattern = fc.constantFrom(
  'name=eq.$',
  'name=not.eq.$',
  'name=like.$*',
  'name=match.^$',
  'name=is.$',
  'name=fts.$',
  'name=in.($,$)',
  'name=eq(any).{$,"$"}',
  'metadata->k=eq.$',
  'metadata->k=gt.$',
  'metadata->k=cs.{$}',
  'metadata->k=cs.["$"]',
  'metadata->$=eq.$',
  'metadata=cs.{"a":"$"}',
  'id=eq.$',
  'id=gt.$',
  'created_at=gte.$',
  'last_message_at=lt.$',
  'or=(name.eq.$,id.eq.$)',
  'not.and=(name.in.($,$),metadata->k.eq.$)',
  'or=(name.like.$*,name.not.is.$)',
  'limit=$',
  'order=$',
  'select=$',
  'order=name.$',
  'select=a:$',
  '$=eq.$',
  'name=$.$',
  'page[size]=$',
);
const text = fc
  .tuple(fc.array(pattern, { minLength: 1, maxLength: 3 }), fc.array(value, { minLength: 12, maxLength: 12 }))
  .map(([patterns, values]) => {
    let used = 0;
    return patterns.join('&').replace(/\$/g, () => values[used++ % values.length]!);
  });

test('a reader finds in any text what the grammar finds, seen before or not', () => {
  const reader = createQueryReader({ outlinesMax: 64 });
  fc.assert(
    fc.property(text, (sample) => {
      expect(outcome(() => reader.read(sample))).toEqual(outcome(() => check(parse(sample), sample)));
      expect(outcome(() => reader.readHttp(sample))).toEqual(outcome(() => check(parseHttp(sample), sample)));
    }),
    { numRuns: 5_000 },
  );
});

test('a parser finds in any text what the grammar finds, seen before or not', () => {
  const read = createQueryParser({ outlinesMax: 64 });
  fc.assert(
    fc.property(text, (sample) => {
      expect(outcome(() => read(sample))).toEqual(outcome(() => parse(sample)));
    }),
    { numRuns: 5_000 },
  );
});

test('a problem in a text whose outline was seen is told with its own words and place', () => {
  const reader = createQueryReader();
  reader.read('limit=1&created_at=gte.2025-01-01');
  expect(outcome(() => reader.read('limit=1&created_at=gte.soon'))).toMatchObject([
    { code: 'RQ301', location: { start: 23, end: 27 } },
  ]);
});
