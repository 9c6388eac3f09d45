/** A day of a calendar, without a place: days since 1 January 1970. */
export type Day = number;

/** Whole days, the last one included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

const DAY_MS = 86_400_000;

export const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
] as const;

/** In the order of `Date.getUTCDay`. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** @param month from 0; what is outside of a year counts into its neighbours */
export function dayOf(year: number, month: number, date: number): Day {
  return Date.UTC(year, month, date) / DAY_MS;
}

export function yearOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** From 0. */
export function monthOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCMonth();
}

/** The day of the month, from 1. */
export function dateOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCDate();
}

/** From 0, Sunday. 1 January 1970 was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** @param month from 0, see `dayOf` */
export function monthSpan(year: number, month: number): DaySpan {
  return { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 1) - 1 };
}

export function yearSpan(year: number): DaySpan {
  return { from: dayOf(year, 0, 1), to: dayOf(year, 11, 31) };
}

export function overlap(left: DaySpan, right: DaySpan): boolean {
  return left.from <= right.to && right.from <= left.to;
}

/** What the calendar on the wall of a place shows at a moment (milliseconds since 1970). Undefined for no moment (NaN). */
export type LocalDay = (atMs: number) => Day | undefined;

/**
 * @param timeZone of IANA's names (`Europe/Vienna`)
 * @throws RangeError for a zone that is not known
 */
export function createLocalDay(timeZone: string): LocalDay {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const read = (atMs: number): Day => {
    const [month = 1, date = 1, year = 1970] = format.format(atMs).split('/').map(Number);
    return dayOf(year, month - 1, date);
  };
  // Turns of a call are minutes apart.
  const remembered = new Map<number, Day>();
  return (atMs) => {
    if (!Number.isFinite(new Date(atMs).getTime())) return undefined;
    // Since 1972 no zone is off by less than a quarter of an hour.
    if (atMs < EXACT_UNTIL_MS) return read(atMs);
    const quarter = Math.floor(atMs / QUARTER_MS);
    let day = remembered.get(quarter);
    if (day === undefined) {
      day = read(atMs);
      if (remembered.size >= REMEMBERED_MAX) remembered.clear();
      remembered.set(quarter, day);
    }
    return day;
  };
}

const QUARTER_MS = 15 * 60_000;
const EXACT_UNTIL_MS = Date.UTC(1973, 0, 1);
const REMEMBERED_MAX = 10_000;

/** The words of a span's date: a day has its year, month, weekday and number, a longer span what all its days share. */
export function dateWords({ from, to }: DaySpan): string[] {
  if (yearOf(from) !== yearOf(to)) return [];
  const year = String(yearOf(from));
  if (monthOf(from) !== monthOf(to)) return [year];
  const month = MONTHS[monthOf(from)] as string;
  return from === to ? [year, month, WEEKDAYS[weekdayOf(from)] as string, String(dateOf(from))] : [year, month];
}
