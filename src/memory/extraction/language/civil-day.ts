/** A day of the calendar, `2026-03-10`: no zone, so adding days never meets a change of the clocks. */
export type CivilDay = string;

const DAY_MS = 86_400_000;

/** @returns undefined when there is no such day, e.g. 30 February */
export function civilDay(year: number, month: number, dayOfMonth: number): CivilDay | undefined {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const isSame = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return isSame && year >= 1000 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined;
}

export function addDays(day: CivilDay, days: number): CivilDay {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day some months on; the month's last day where it has no such day. */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const [year, month, dayOfMonth] = partsOf(day);
  const index = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return civilDay(inYear, inMonth, dayOfMonth) ?? lastOfMonth(inYear, inMonth);
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: CivilDay): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/** The Monday of a day's week. */
export function mondayOf(day: CivilDay): CivilDay {
  return addDays(day, -weekdayOf(day));
}

export function lastOfMonth(year: number, month: number): CivilDay {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** @returns year, month (from 1), day of the month */
export function partsOf(day: CivilDay): readonly [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/**
 * What a clock and a calendar on the wall show.
 *
 * @param at ISO 8601 with an offset, or milliseconds since 1970
 * @param timeZone IANA
 */
export function wallClock(at: string | number, timeZone: string): { readonly day: CivilDay; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(new Date(at));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}
