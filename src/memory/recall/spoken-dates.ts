import { MONTHS, WEEKDAYS } from '../search/calendar.js';

/** What the clock on the wall of a place shows at a moment: `2026-03-10T09:30`. */
export type LocalTime = (at: Date) => string;

/**
 * Making one is slow (tens of microseconds): to be kept.
 *
 * @param timeZone of IANA's names
 * @throws RangeError for a zone that is not known
 */
export function createLocalTime(timeZone: string): LocalTime {
  // Swedish dates are written as ISO 8601 has them.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
    hourCycle: 'h23',
  });
  return (at) => format.format(at).replace(' ', 'T');
}

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/;

/**
 * A local day or time in words, to be said: `Friday 13 March at 9:30`. The year is said where it is not this one.
 *
 * @param local `2026-03-13` or `2026-03-13T09:30`
 * @param now local, too
 * @returns undefined for what is no day of the calendar
 */
export function inWords(local: string, now: string): string | undefined {
  const [, year = '', month = '', date = '', hour, minute = ''] = LOCAL.exec(local) ?? [];
  const day = new Date(`${year}-${month}-${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.getUTCDate() !== Number(date)) return undefined;
  const monthName = MONTHS[Number(month) - 1] ?? '';
  const parts = [capital(WEEKDAYS[day.getUTCDay()] ?? ''), String(Number(date)), capital(monthName)];
  if (year !== now.slice(0, 4)) parts.push(year);
  if (hour !== undefined) parts.push(`at ${Number(hour)}:${minute}`);
  return parts.join(' ');
}

const BIRTHDAY = /^(?:(\d{4})|-)-(\d\d)-(\d\d)$/;

/**
 * The value of a birthday in words: `3 June 1984`.
 *
 * @param value `1984-06-03`, or `--06-03` without a year
 * @returns undefined for what is no day of the calendar
 */
export function birthdayInWords(value: string): string | undefined {
  // A leap year has every day.
  const [, year, month = '', date = ''] = BIRTHDAY.exec(value) ?? [];
  const day = new Date(`${year ?? '2000'}-${month}-${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.getUTCDate() !== Number(date)) return undefined;
  const parts = [String(Number(date)), capital(MONTHS[Number(month) - 1] ?? '')];
  return [...parts, ...(year === undefined ? [] : [year])].join(' ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
