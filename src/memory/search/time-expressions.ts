import {
  type Day,
  type DaySpan,
  dateOf,
  dayOf,
  MONTHS,
  monthOf,
  monthSpan,
  WEEKDAYS,
  weekdayOf,
  yearOf,
  yearSpan,
} from './calendar.js';

/** Words of a text that say when. */
export interface TimeExpression extends DaySpan {
  /** UTF-16 positions in the text. */
  readonly start: number;
  readonly end: number;
  /** Counted from the day it was said ("last week"), not from the calendar ("May 2023"). */
  readonly relative: boolean;
}

type Reading = (match: readonly (string | undefined)[], today: Day) => DaySpan | undefined;

interface Pattern {
  readonly form: RegExp;
  readonly relative: boolean;
  readonly read: Reading;
}

const MONTH = `(${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;
const WEEKDAY = `(${WEEKDAYS.join('|')})`;
const COUNT =
  '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple(?: of)?|a few|several)';
const DATE = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '((?:19|20)\\d\\d)';
const SEASONS = ['winter', 'spring', 'summer', 'fall', 'autumn'];

const COUNTS: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12, 'a couple': 2, 'a couple of': 2, 'a few': 3, several: 4 },
};

/** The first that fits a place is the one; nothing is read twice. */
const PATTERNS: readonly Pattern[] = [
  absolute(`${YEAR}-(\\d\\d)-(\\d\\d)`, ([, year, month, date]) => one(dateIn(Number(year), Number(month) - 1, date))),
  absolute(`${DATE}(?: of)? ${MONTH}\\b\\.?(?:,? ${YEAR})?`, ([, date, month, year], today) =>
    dateOfYear(month, date, year, today),
  ),
  absolute(`${MONTH}\\.? (?:the )?${DATE}(?!\\d|:|\\s?[ap]m)(?:,? ${YEAR})?`, ([, month, date, year], today) =>
    dateOfYear(month, date, year, today),
  ),
  absolute(`${MONTH}\\.?(?: of)?,? ${YEAR}`, ([, month, year]) => monthSpan(Number(year), monthNamed(month))),
  // "May" and "march" alone are more often other words.
  absolute(
    `(?:in|of|since|by|during|until|before|after|for|from|(?:early|late|mid)-?) (?:early |late |mid-?)?${MONTH}`,
    ([, month], today) => latestMonth(monthNamed(month), today),
  ),
  relative(`(last|this|next|past) ${MONTH}`, ([, which, month], today) => {
    const latest = latestMonth(monthNamed(month), today);
    return which === 'next' && latest.to < today ? monthSpan(yearOf(latest.from) + 1, monthOf(latest.from)) : latest;
  }),
  absolute('(january|february|april|june|july|august|september|october|november|december)', ([, month], today) =>
    latestMonth(monthNamed(month), today),
  ),
  relative('the day before yesterday', (_, today) => one(today - 2)),
  relative('the day after tomorrow', (_, today) => one(today + 2)),
  relative('yesterday|last night', (_, today) => one(today - 1)),
  relative('today|tonight|this (?:morning|afternoon|evening)', (_, today) => one(today)),
  relative('tomorrow', (_, today) => one(today + 1)),
  relative('the other day', (_, today) => ({ from: today - 7, to: today - 1 })),
  relative(
    `(last|past|previous|this|next|coming) (week|weekend|month|year|${SEASONS.join('|')})`,
    ([, which, unit], today) => neighbour(which ?? '', unit ?? '', today),
  ),
  relative(`(?:the )?(?:past|last) ${COUNT} (day|week|month|year)s?`, ([, count, unit], today) => ({
    from: back(countOf(count), unit ?? '', today).from,
    to: today,
  })),
  relative(`${COUNT} (day|week|month|year)s? (?:ago|back|earlier)`, ([, count, unit], today) =>
    back(countOf(count), unit ?? '', today),
  ),
  relative(`in ${COUNT} (day|week|month|year)s?(?! of)`, ([, count, unit], today) =>
    back(-countOf(count), unit ?? '', today),
  ),
  relative(`(last|past|this|next|coming) ${WEEKDAY}`, ([, which, weekday], today) =>
    which === 'last' || which === 'past' ? one(lastWeekday(weekday, today)) : one(lastWeekday(weekday, today + 8)),
  ),
  relative(`on ${WEEKDAY}`, ([, weekday], today) => one(lastWeekday(weekday, today))),
  absolute(YEAR, ([, year]) => yearSpan(Number(year))),
];

/** Without one of these no pattern fits: most texts say nothing of when. */
const ANY_TIME =
  /\d|day|night|week|month|year|ago|back|earlier|morning|afternoon|evening|tomorrow|winter|spring|summer|fall|autumn|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;

/** What a very long text says later is not read, and no more than so many expressions: each is compared with all others. */
const CHARACTERS_MAX = 4_000;
const EXPRESSIONS_MAX = 32;

/**
 * The expressions of a text that say when, as days, in the text's order. English. What is open (a month without its year, a
 * weekday) is the latest one up to `today`: people ask for what was.
 */
export function readTimeExpressions(text: string, today: Day): TimeExpression[] {
  const found: TimeExpression[] = [];
  const cut = text.slice(0, CHARACTERS_MAX);
  if (!ANY_TIME.test(cut)) return found;
  for (const { form, relative, read } of PATTERNS) {
    for (const match of cut.matchAll(form)) {
      if (found.length === EXPRESSIONS_MAX) break;
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const span = read(
        match.map((part) => part?.toLowerCase()),
        today,
      );
      if (span !== undefined) found.push({ from: span.from, to: span.to, start, end, relative });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

function absolute(form: string, read: Reading): Pattern {
  return { form: new RegExp(`(?<![\\p{L}\\p{N}])(?:${form})(?![\\p{L}\\p{N}])`, 'giu'), relative: false, read };
}

function relative(form: string, read: Reading): Pattern {
  return { ...absolute(form, read), relative: true };
}

function one(day: Day | undefined): DaySpan | undefined {
  return day === undefined ? undefined : { from: day, to: day };
}

/** Undefined for a date that the month does not have. */
function dateIn(year: number, month: number, date: string | undefined): Day | undefined {
  const day = dayOf(year, month, Number(date));
  return monthOf(day) === month && dateOf(day) === Number(date) ? day : undefined;
}

function dateOfYear(month: string | undefined, date: string | undefined, year: string | undefined, today: Day) {
  const number = monthNamed(month);
  if (year !== undefined) return one(dateIn(Number(year), number, date));
  const thisYear = dateIn(yearOf(today), number, date);
  return one(thisYear !== undefined && thisYear <= today ? thisYear : dateIn(yearOf(today) - 1, number, date));
}

function monthNamed(name: string | undefined): number {
  return MONTHS.findIndex((month) => month.startsWith((name ?? '').slice(0, 3)));
}

function latestMonth(month: number, today: Day): DaySpan {
  return monthSpan(month <= monthOf(today) ? yearOf(today) : yearOf(today) - 1, month);
}

function countOf(text: string | undefined): number {
  return COUNTS[text ?? ''] ?? Number(text);
}

/** The latest such weekday before `today`. */
function lastWeekday(name: string | undefined, today: Day): Day {
  const weekday = (WEEKDAYS as readonly (string | undefined)[]).indexOf(name);
  return today - ((weekdayOf(today) - weekday + 6) % 7) - 1;
}

/** The day, the week around it, the month or the year that is so many back. */
function back(count: number, unit: string, today: Day): DaySpan {
  if (unit === 'day') return { from: today - count, to: today - count };
  if (unit === 'week') return { from: today - 7 * count - 3, to: today - 7 * count + 3 };
  if (unit === 'month') return monthSpan(yearOf(today), monthOf(today) - count);
  return yearSpan(yearOf(today) - count);
}

function neighbour(which: string, unit: string, today: Day): DaySpan {
  const step = which === 'this' ? 0 : which === 'next' || which === 'coming' ? 1 : -1;
  const monday = today - ((weekdayOf(today) + 6) % 7);
  if (unit === 'week') return { from: monday + 7 * step, to: monday + 7 * step + 6 };
  if (unit === 'weekend') return { from: monday + 7 * step + 5, to: monday + 7 * step + 6 };
  if (unit === 'month') return monthSpan(yearOf(today), monthOf(today) + step);
  if (unit === 'year') return yearSpan(yearOf(today) + step);
  return season(unit, step, today);
}

/** Seasons of the northern half: summer is June to August. */
function season(name: string, step: number, today: Day): DaySpan {
  const month = name === 'autumn' ? 8 : SEASONS.indexOf(name) * 3 - 1;
  const inYear = (year: number): DaySpan => ({ from: dayOf(year, month, 1), to: dayOf(year, month + 3, 1) - 1 });
  const year = yearOf(today);
  const candidates = [year - 2, year - 1, year, year + 1, year + 2].map(inYear);
  if (step > 0) return candidates.find(({ from }) => from > today) as DaySpan;
  if (step < 0) return candidates.findLast(({ to }) => to < today) as DaySpan;
  return candidates.find(({ to }) => to >= today) as DaySpan;
}
