import { describe, expect, test } from 'vitest';
import { createLocalDay, type DaySpan, dateWords, dayOf } from '../../../src/memory/search/calendar.js';
import { readTimeExpressions } from '../../../src/memory/search/time-expressions.js';

/** A Wednesday. */
const TODAY = day('2025-06-18');

function day(date: string): number {
  return Date.parse(date) / 86_400_000;
}

function span(text: string): DaySpan {
  const [from, to = from] = text.split('..') as [string, string?];
  return { from: day(from), to: day(to) };
}

describe('on Wednesday, 18 June 2025', () => {
  test.each([
    ['what did I say yesterday', 'yesterday', '2025-06-17'],
    ['the day before yesterday', 'the day before yesterday', '2025-06-16'],
    ['Tomorrow at nine', 'Tomorrow', '2025-06-19'],
    ['last night', 'last night', '2025-06-17'],
    ['this morning', 'this morning', '2025-06-18'],
    ['the other day', 'the other day', '2025-06-11..2025-06-17'],
    ['last week', 'last week', '2025-06-09..2025-06-15'],
    ['this week', 'this week', '2025-06-16..2025-06-22'],
    ['next week', 'next week', '2025-06-23..2025-06-29'],
    ['last weekend', 'last weekend', '2025-06-14..2025-06-15'],
    ['last month', 'last month', '2025-05-01..2025-05-31'],
    ['next year', 'next year', '2026-01-01..2026-12-31'],
    ['last summer', 'last summer', '2024-06-01..2024-08-31'],
    ['this summer', 'this summer', '2025-06-01..2025-08-31'],
    ['last winter', 'last winter', '2024-12-01..2025-02-28'],
    ['next fall', 'next fall', '2025-09-01..2025-11-30'],
    ['last Tuesday', 'last Tuesday', '2025-06-17'],
    ['last Wednesday', 'last Wednesday', '2025-06-11'],
    ['next Wednesday', 'next Wednesday', '2025-06-25'],
    ['this Friday', 'this Friday', '2025-06-20'],
    ['on Monday', 'on Monday', '2025-06-16'],
    ['three days ago', 'three days ago', '2025-06-15'],
    ['a couple of weeks ago', 'a couple of weeks ago', '2025-06-01..2025-06-07'],
    ['2 months ago', '2 months ago', '2025-04-01..2025-04-30'],
    ['a year ago', 'a year ago', '2024-01-01..2024-12-31'],
    ['in two days', 'in two days', '2025-06-20'],
    ['the last three days', 'the last three days', '2025-06-15..2025-06-18'],
    ['on 7 May', '7 May', '2025-05-07'],
    ['on the 7th of May, 2023', '7th of May, 2023', '2023-05-07'],
    ['May 7, 2023', 'May 7, 2023', '2023-05-07'],
    ['December 24th', 'December 24th', '2024-12-24'],
    ['in May 2023', 'May 2023', '2023-05-01..2023-05-31'],
    ['in May', 'in May', '2025-05-01..2025-05-31'],
    ['August', 'August', '2024-08-01..2024-08-31'],
    ['last July', 'last July', '2024-07-01..2024-07-31'],
    ['in 2022', '2022', '2022-01-01..2022-12-31'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['30 February 2025', 'February 2025', '2025-02-01..2025-02-28'],
    ['2025-13-01', '2025', '2025-01-01..2025-12-31'],
  ])('%j: %j is %s', (text, words, expected) => {
    const found = readTimeExpressions(text, TODAY);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([words]);
    expect(found[0]).toMatchObject(span(expected));
  });

  test.each([
    'May I ask who is calling?',
    'They march on',
    'room 2300',
    'call 20255501',
    'Sundays and holidays',
    'no time at all',
    '',
  ])('%j says no time', (text) => {
    expect(readTimeExpressions(text, TODAY)).toEqual([]);
  });

  test('of a very long text, only the beginning is read', () => {
    expect(readTimeExpressions('2020 '.repeat(100_000), TODAY)).toHaveLength(32);
    expect(readTimeExpressions(`${'x'.repeat(5_000)} yesterday`, TODAY)).toEqual([]);
  });

  test('several, in the order of the text', () => {
    const text = 'Not yesterday, on June 3rd or in 2021';
    expect(
      readTimeExpressions(text, TODAY).map(({ start, end, relative }) => [text.slice(start, end), relative]),
    ).toEqual([
      ['yesterday', true],
      ['June 3rd', false],
      ['2021', false],
    ]);
  });
});

test.each<[string, string[]]>([
  ['2025-06-18', ['2025', 'june', 'wednesday', '18']],
  ['2025-06-01..2025-06-30', ['2025', 'june']],
  ['2025-01-01..2025-12-31', ['2025']],
  ['2024-12-30..2025-01-05', []],
])('the words of %s are %j', (text, words) => {
  expect(dateWords(span(text))).toEqual(words);
});

test.each([
  ['2025-06-18T23:30:00.000Z', 'UTC', [2025, 5, 18]],
  ['2025-06-18T23:30:00.000Z', 'Europe/Vienna', [2025, 5, 19]],
  ['2025-06-18T03:30:00.000Z', 'America/New_York', [2025, 5, 17]],
  ['1999-12-31T12:00:00.000Z', 'Pacific/Auckland', [2000, 0, 1]],
] as const)('%s in %s is %j', (at, timeZone, [year, month, date]) => {
  expect(createLocalDay(timeZone)(Date.parse(at))).toBe(dayOf(year, month, date));
});

test('no moment is no day', () => {
  expect(createLocalDay('UTC')(Number.NaN)).toBeUndefined();
  expect(createLocalDay('UTC')(Infinity)).toBeUndefined();
});
