import { describe, expect, test } from 'vitest';
import { type Condition, type Field, type Filter, NOWHERE, type Query } from '../../../src/query/ast.js';
import type { ProblemCode } from '../../../src/query/catalogue.js';
import { check } from '../../../src/query/check/check.js';
import { parse } from '../../../src/query/parse.js';
import { type Problem, QueryError } from '../../../src/query/problem.js';

function problemsOf(query: Query, text?: string): readonly Problem[] {
  try {
    check(query, text);
  } catch (error) {
    if (error instanceof QueryError) return error.problems;
    throw error;
  }
  return [];
}

/** Each row: a query, the code, the culprit that is pointed at, the message and the hint. */
type Mistake = readonly [query: string, code: ProblemCode, culprit: string, message: string, hint: string];

const FORMS = 'Write 2025-04-15, 2025-04-15T13:07:28Z or now-10d.';
const ALL_QUANTIFIED =
  'It goes with eq, gt, gte, lt, lte, like, ilike, match, imatch. One of several values is written in.(a,b).';

const MISTAKES: Readonly<Record<string, readonly Mistake[]>> = {
  fields: [
    ['nmae=eq.a', 'RQ201', 'nmae', 'Unknown field "nmae".', 'Did you mean "name"?'],
    [
      'assistant_id=eq.a',
      'RQ201',
      'assistant_id',
      'Unknown field "assistant_id".',
      'A metadata value is asked for by its path: metadata->assistant_id=eq.…',
    ],
    [
      'or=(tier.eq.a)',
      'RQ201',
      'tier',
      'Unknown field "tier".',
      'A metadata value is asked for by its path: metadata->tier.eq.…',
    ],
    [
      'order=tier',
      'RQ201',
      'tier',
      'Unknown field "tier".',
      'A metadata value is asked for by its path: metadata->tier',
    ],
    ['metadata.a.b=eq.a', 'RQ201', 'metadata.a.b', 'Unknown field "metadata.a.b".', 'Write metadata->a->b=eq.…'],
    ['nmae->x=eq.a', 'RQ201', 'nmae', 'Unknown field "nmae".', 'Did you mean "name"?'],
    [
      'name->x->0=eq.a',
      'RQ201',
      'name->x->0',
      'Unknown field "name->x->0": only metadata has values inside.',
      'Write name, or metadata->x->0.',
    ],
  ],
  operators: [
    [
      'created_at=like.2025*',
      'RQ203',
      'like',
      '"like" is not defined for "created_at".',
      '"created_at" has eq, neq, gt, gte, lt, lte, in, is, isdistinct.',
    ],
    [
      'or=(not.and(metadata.not.gt.5))',
      'RQ203',
      'gt',
      '"gt" is not defined for "metadata".',
      '"metadata" has eq, neq, cs, cd, is, isdistinct. A value inside it has them all: metadata->key.',
    ],
    ['metadata->x=neq(any).{a}', 'RQ204', 'any', '"neq" does not take "(any)".', ALL_QUANTIFIED],
    ['name=fts(all).{a}', 'RQ204', 'all', '"fts" does not take "(all)".', ALL_QUANTIFIED],
    [
      'name=is.true',
      'RQ203',
      'true',
      '"is.true" is not defined for "name", which is never true or false.',
      '"name" has is.null and is.not_null; a value inside metadata has is.true too: metadata->key.',
    ],
    ['name=is.nul', 'RQ303', 'nul', '"is" does not know "nul".', 'Did you mean "null"?'],
    ['name=is.not.null', 'RQ303', 'not.null', '"is" does not know "not.null".', 'Did you mean "not_null"?'],
    ['name=is.tru', 'RQ303', 'tru', '"is" does not know "tru".', 'It takes null, not_null here.'],
    ['metadata->x=is.tru', 'RQ303', 'tru', '"is" does not know "tru".', 'Did you mean "true"?'],
    [
      'metadata->x=is.5',
      'RQ303',
      '5',
      '"is" does not know "5".',
      'It takes null, not_null, true, false, unknown here.',
    ],
    ['name=fts(englsh).a', 'RQ208', 'englsh', 'Unknown text-search configuration "englsh".', 'Did you mean "english"?'],
  ],
  'times and ids': [
    ['created_at=eq.soon', 'RQ301', 'soon', '"soon" is not a time.', FORMS],
    ['created_at=gte.yesteday', 'RQ301', 'yesteday', '"yesteday" is not a time.', 'Did you mean "yesterday"?'],
    ['created_at=gte.10 days ago', 'RQ301', '10 days ago', '"10 days ago" is not a time.', 'Write now-10d.'],
    ['created_at=gte.-7d', 'RQ301', '-7d', '"-7d" is not a time.', 'Write now-7d.'],
    ['created_at=gte.now - 2 hours', 'RQ301', 'now - 2 hours', '"now - 2 hours" is not a time.', 'Write now-2h.'],
    [
      'created_at=gte.now-1d-2h',
      'RQ301',
      'now-1d-2h',
      '"now-1d-2h" is not a time.',
      'A relative time has one offset: now-26h.',
    ],
    [
      'created_at=gte.now-6mo',
      'RQ301',
      'now-6mo',
      '"now-6mo" is not a time.',
      'The units are s, m, h, d and w: a month is 30d, a year 365d.',
    ],
    [
      'created_at=lt.infinity',
      'RQ301',
      'infinity',
      '"infinity" is not a time.',
      'For all of time, leave the condition out.',
    ],
    ['created_at=eq.null', 'RQ301', 'null', '"null" is not a time.', 'A missing value is asked for by is.null.'],
    ['created_at=eq.2025-02-29', 'RQ301', '2025-02-29', '"2025-02-29" is not a time. 2025-02 has 28 days.', FORMS],
    ['created_at=eq.2025-13-01', 'RQ301', '2025-13-01', '"2025-13-01" is not a time. There is no month 13.', FORMS],
    ['created_at=eq.12025-01-01', 'RQ301', '12025-01-01', '"12025-01-01" is not a time.', 'Years are 0001 to 9999.'],
    [
      'created_at=gte.2025-01-01,lt.2025-02-01',
      'RQ301',
      '2025-01-01,lt.2025-02-01',
      '"2025-01-01,lt.2025-02-01" is not a time.',
      'Several conditions on one field are written and=(created_at.gte.2025-01-01,created_at.lt.2025-02-01).',
    ],
    ['created_at=in.(now,soon)', 'RQ301', 'soon', '"soon" is not a time.', FORMS],
    [
      'created_at=gt.now-400000d',
      'RQ308',
      'now-400000d',
      '"now-400000d" is more than 1000 years away.',
      'For all of time, leave the condition out.',
    ],
    [
      'metadata->since=gte.now-10d',
      'RQ309',
      'now-10d',
      '"now-10d" is a time, and "metadata->since" is compared as text.',
      'Ask for a time of the conversation: last_message_at=gte.now-10d.',
    ],
    [
      'metadata->since=lt(any).{5,today}',
      'RQ309',
      'today',
      '"today" is a time, and "metadata->since" is compared as text.',
      'Ask for a time of the conversation: last_message_at=lt.today.',
    ],
    [
      'id=gt.123',
      'RQ302',
      '123',
      '"123" is not a UUID.',
      'Write one such as 6f1c2b1e-8a52-4c55-9d3e-0b8f6a4f7c11; eq, neq and in take any text.',
    ],
  ],
  JSON: [
    [
      'metadata->x=eq.["a"]',
      'RQ304',
      '["a"]',
      '"["a"]" is JSON, and only strings, numbers and booleans are equal to anything.',
      'Write metadata->x=cs.["a"] for what contains it.',
    ],
    [
      'metadata->x=neq.{"a":1}',
      'RQ304',
      '{"a":1}',
      '"{"a":1}" is JSON, and only strings, numbers and booleans are equal to anything.',
      'Write metadata->x=not.cs.{"a":1} for what does not contain it.',
    ],
    [
      'metadata=eq.gold',
      'RQ304',
      'gold',
      '"gold" is not JSON.',
      'metadata is compared as a whole: write metadata=eq.{"key":"value"}, or name a value inside it: metadata->key.',
    ],
    [
      'metadata=cs.{a}',
      'RQ304',
      '{a}',
      '"{a}" is not JSON.',
      'metadata is an object: write metadata=cs.{"key":"value"}, or name the array, metadata->key=cs.{a}.',
    ],
    ['metadata=cs.a', 'RQ304', 'a', '"a" is not JSON.', 'Write metadata=cs.{"key":"value"}.'],
    [
      'metadata=cs.5',
      'RQ304',
      '5',
      '"cs" compares arrays and objects, and "5" is neither.',
      'Write an object: metadata=cs.{"key":5}.',
    ],
    [
      'metadata->x=cs."gold"',
      'RQ304',
      '"gold"',
      '"cs" compares arrays and objects, and ""gold"" is neither.',
      'Write metadata->x=eq.gold for the value itself, or metadata->x=cs.["gold"] for arrays.',
    ],
    [
      'metadata->x=ov.null',
      'RQ304',
      'null',
      '"ov" compares arrays, and "null" is neither.',
      'Write metadata->x=is.null for the value itself, or metadata->x=ov.[null] for arrays.',
    ],
    [
      'metadata->x=ov.{}',
      'RQ304',
      '{}',
      '"ov" compares arrays, and "{}" is an object.',
      'Write metadata->x=ov.["a","b"] or metadata->x=ov.{a,b}; for objects there is cs.',
    ],
    [
      'metadata->x=cs.["a"',
      'RQ304',
      '["a"',
      '"["a"" is neither JSON nor an array literal.',
      'Write ["a","b"], {a,b} or {"key":"value"}.',
    ],
    [
      'metadata->x=cs.[1,1e100]',
      'RQ304',
      '1e100',
      'The number "1e100" is too large or too long.',
      'A number has at most 60 characters, and two digits of exponent.',
    ],
    [
      'metadata->x=cs.["a\\u0000"]',
      'RQ311',
      '\\u0000',
      '"\\u0000" is a NUL character.',
      'Postgres cannot store it: leave it out.',
    ],
    [
      'metadata->x=cs.["\\ude42"]',
      'RQ311',
      '\\ude42',
      '"\\ude42" is half a character.',
      'Postgres cannot store it: leave it out.',
    ],
    [
      `metadata->x=cs.${'['.repeat(17)}${']'.repeat(17)}`,
      'RQ304',
      '[',
      'The JSON is nested more than 16 levels deep.',
      'Compare a value nearer to the top.',
    ],
    [
      `metadata->x=ov.{${'a,'.repeat(500)}a}`,
      'RQ404',
      `{${'a,'.repeat(500)}a}`,
      'A list has at most 500 elements.',
      'Ask several queries.',
    ],
    [
      `metadata->x=ov.[${'1,'.repeat(500)}1]`,
      'RQ404',
      `[${'1,'.repeat(500)}1]`,
      'A list has at most 500 elements.',
      'Ask several queries.',
    ],
  ],
  patterns: [
    [
      'name=like.50\\',
      'RQ305',
      '\\',
      'The pattern "50\\" ends in a backslash that escapes nothing.',
      'A literal backslash is written \\\\.',
    ],
    [
      `name=like.${'a*'.repeat(257)}`,
      'RQ407',
      'a*'.repeat(257),
      'A pattern has at most 256 wildcards.',
      'Ask for a shorter piece of the text.',
    ],
    [
      `name=match.${'a'.repeat(257)}`,
      'RQ406',
      'a'.repeat(257),
      'A regular expression has at most 256 characters.',
      'Use like for long texts.',
    ],
    [
      'name=match.^(a',
      'RQ306',
      '(',
      '"(" is never closed in the regular expression "^(a".',
      'Close it with ")"; a literal "(" is written \\(.',
    ],
    [
      `name=plfts.${'a '.repeat(513)}`,
      'RQ406',
      'a '.repeat(513),
      'A text search has at most 1024 bytes.',
      'Search for fewer words.',
    ],
    [
      'name=fts.voice call',
      'RQ307',
      'call',
      '"call" stands where an operator must in the text search "voice call".',
      'Join words with & or |, or use plfts or wfts, which take plain text.',
    ],
  ],
  'what to answer with': [
    ['limit=0', 'RQ308', 'limit=0', '"limit=0" is out of range.', 'A limit is a whole number from 1 to 1000.'],
    ['limit=1001', 'RQ308', 'limit=1001', '"limit=1001" is out of range.', 'A limit is a whole number from 1 to 1000.'],
    [
      'order=id,metadata.desc',
      'RQ206',
      'metadata',
      '"metadata" cannot be ordered by.',
      'Order by a value inside it: metadata->key.',
    ],
    [
      'select=name,metadata->a->name',
      'RQ207',
      'metadata->a->name',
      '"name" is selected twice.',
      'Give one of them another name: another_name:name.',
    ],
    ['select=*,*', 'RQ207', '*', '"id" is selected twice.', 'Give one of them another name: another_name:id.'],
    [
      `order=${'id,'.repeat(101).slice(0, -1)}`,
      'RQ404',
      'id',
      'An order has at most 100 fields.',
      'Order by fewer fields.',
    ],
    [
      `select=${Array.from({ length: 201 }, (_, index) => `a${index}:id`).join(',')}`,
      'RQ404',
      'a200:id',
      'select has at most 200 fields.',
      'Select metadata itself for all of its values.',
    ],
  ],
};

describe.each(Object.entries(MISTAKES))('mistakes in %s', (_, mistakes) => {
  test.each(mistakes)('%s', (text, code, culprit, message, hint) => {
    const problems = problemsOf(parse(text), text);
    expect(problems).toEqual([{ code, message, hint, location: expect.anything() }]);
    const { start, end } = problems[0]!.location;
    expect(text.slice(start, end)).toBe(culprit);
  });
});

test('an out-of-range page is called what it was called', () => {
  const text = 'page[size]=5000';
  const limit = { kind: 'number', value: 5000, location: { start: 0, end: text.length } } as const;
  expect(problemsOf({ kind: 'query', where: [], limit }, text)[0]?.message).toBe('"page[size]=5000" is out of range.');
  expect(problemsOf({ kind: 'query', where: [], limit })[0]?.message).toBe('"limit=5000" is out of range.');
});

test('a part of a value that was written with escapes is not pointed at, but the value is', () => {
  const text = 'name=match.%28a';
  const [problem] = problemsOf(parse(text), text);
  expect(text.slice(problem!.location.start, problem!.location.end)).toBe('%28a');
});

test('every problem of a query is reported', () => {
  const text = 'nmae=eq.a&or=(id.like.a,created_at.in.(soon,later))&limit=0&order=metadata,x&select=id,id';
  expect(
    problemsOf(parse(text), text).map(({ code, location }) => [code, text.slice(location.start, location.end)]),
  ).toEqual([
    ['RQ201', 'nmae'],
    ['RQ203', 'like'],
    ['RQ301', 'soon'],
    ['RQ301', 'later'],
    ['RQ308', 'limit=0'],
    ['RQ206', 'metadata'],
    ['RQ201', 'x'],
    ['RQ207', 'id'],
  ]);
});

test('but no more than ten', () => {
  expect(problemsOf(parse(`created_at=in.(${'soon,'.repeat(50)}later)`))).toHaveLength(10);
});

test('without a text, the printed query is what the error shows', () => {
  expect(() => check(parse('name=eq.a b&id=like.a'))).toThrow(
    expect.objectContaining({ name: 'QueryError', text: 'name=eq.a%20b&id=like.a' }),
  );
});

describe('regular expressions of one query together', () => {
  test('are at most 32', () => {
    const patterns = Array.from({ length: 33 }, (_, index) => `a${index}`);
    const text = `name=match(any).{${patterns.join(',')}}`;
    const [problem, ...rest] = problemsOf(parse(text), text);
    expect(rest).toEqual([]);
    expect(problem).toEqual({
      code: 'RQ407',
      message: 'The query holds more than 32 regular expressions.',
      hint: 'Join them with "|", or ask several queries.',
      location: { start: text.length - 4, end: text.length - 1 },
    });
  });

  test('are not too large', () => {
    const text = 'name=match.(a?){190}&name=match.(b?){190}&name=match.(c?){190}';
    expect(problemsOf(parse(text), text)).toEqual([
      {
        code: 'RQ407',
        message: 'The regular expressions of the query are too large together.',
        hint: 'Ask for fewer repetitions, or use * or +.',
        location: { start: text.length - 9, end: text.length },
      },
    ]);
  });
});

describe('limits of a query that was built in code', () => {
  const name: Field = { kind: 'field', column: 'name', path: [], location: NOWHERE };
  const is = (text: string, field = name): Condition => ({
    kind: 'condition',
    negated: false,
    field,
    operator: 'eq',
    operatorLocation: NOWHERE,
    operand: { kind: 'text', text, location: NOWHERE },
    location: NOWHERE,
  });
  const list = (elements: readonly string[]): Condition => ({
    ...is(''),
    operator: 'in',
    operand: {
      kind: 'list',
      elements: elements.map((text) => ({ kind: 'text', text, location: NOWHERE })),
      location: NOWHERE,
    },
  });
  const nested = (levels: number): Filter =>
    levels === 0
      ? is('a')
      : { kind: 'group', negated: false, conjunction: 'or', members: [nested(levels - 1)], location: NOWHERE };
  const path = (keys: readonly string[]): Field => ({
    ...name,
    column: 'metadata',
    path: keys.map((key) => ({ kind: 'key', key })),
  });
  const query = (...where: Filter[]): Query => ({ kind: 'query', where });

  const QUERIES: readonly [string, Query, readonly (readonly [ProblemCode, string])[]][] = [
    ['100 conditions', query(...Array(100).fill(is('a'))), []],
    ['102 conditions', query(...Array(102).fill(is('a'))), [['RQ402', 'More than 100 conditions.']]],
    ['16 levels', query(nested(16)), []],
    ['17 levels', query(nested(17)), [['RQ403', 'More than 16 levels of brackets.']]],
    ['10000 levels', query(nested(5000)), [['RQ403', 'More than 16 levels of brackets.']]],
    ['500 elements', query(list(Array(500).fill('a'))), []],
    ['501 elements', query(list(Array(501).fill('a'))), [['RQ404', 'A list has at most 500 elements.']]],
    ['8 steps', query(is('a', path([...'abcdefgh']))), []],
    ['9 steps', query(is('a', path([...'abcdefghi']))), [['RQ405', 'A path has at most 8 steps.']]],
    ['16384 characters', query(is('a'.repeat(16384))), []],
    [
      'more characters',
      query(is('a'.repeat(16384)), is('b'), is('c')),
      [['RQ401', 'The query holds more than 16384 characters of keys and values.']],
    ],
    ['a NUL', query(is('a\0')), [['RQ311', 'The text holds a NUL character.']]],
    ['half a character', query(is('\ud83d')), [['RQ311', 'The text holds a lone surrogate, U+D83D.']]],
    ['a NUL in a key', query(is('a', path(['\0']))), [['RQ311', 'The text holds a NUL character.']]],
    [
      'a NUL in an alias',
      { ...query(), select: [{ kind: 'select', alias: '\0', field: name, as: 'json', location: NOWHERE }] },
      [['RQ311', 'The text holds a NUL character.']],
    ],
    [
      'an index past four bytes',
      query(is('a', { ...path([]), path: [{ kind: 'index', index: 2 ** 31 }] })),
      [['RQ308', '"2147483648" is too large for an array index.']],
    ],
    [
      'a fraction of a row',
      { ...query(), limit: { kind: 'number', value: 1.5, location: NOWHERE } },
      [['RQ308', '"limit=1.5" is out of range.']],
    ],
    [
      'an offset that is no exact number',
      { ...query(), offset: { kind: 'number', value: 2 ** 53, location: NOWHERE } },
      [['RQ308', '"offset=9007199254740992" is out of range.']],
    ],
  ];

  test.each(QUERIES)('%s', (_, built, expected) => {
    expect(problemsOf(built, '').map(({ code, message }) => [code, message])).toEqual(expected);
  });
});
