import type { AbsoluteTime, RelativeTime, TimeValue } from '../checked-query.js';
import { nearest } from '../did-you-mean.js';
import { shorten } from '../shorten.js';
import { type Fault, fault } from './fault.js';

/**
 * A date; or a date and a time of day behind `T` or a space, with an optional zone. A space and `hh:mm` is a zone whose
 * plus became a space on its way over HTTP (dialect: "Text to parameters").
 */
const ABSOLUTE =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d)(?::?(\d\d))?| (\d\d):(\d\d))?)?$/;
const RELATIVE = /^(now|today|yesterday|tomorrow)(?:([+-])(\d+)([smhdw]))?$/;

const ANCHORS = ['now', 'today', 'yesterday', 'tomorrow'] as const;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
const UNIT_MS = { s: SECOND_MS, m: MINUTE_MS, h: 60 * MINUTE_MS, d: DAY_MS, w: 7 * DAY_MS } as const;

/** What Postgres takes at most as a zone, and more than any place on earth is away from UTC. */
const ZONE_HOURS_MAX = 15;
const OFFSET_YEARS_MAX = 1000;
const OFFSET_MS_MAX = OFFSET_YEARS_MAX * 365.25 * DAY_MS;

/** How far away a time is, in words or almost: `10 days ago`, `-10d`, `now - 10d`. */
const DISTANCE = /^(?:now)? ?([+-])? ?(\d+) ?([smhdw])(?:ec|econd|in|inute|our|ay|eek)?s?(?: ago)?$/i;

const FORMS = 'Write 2025-04-15, 2025-04-15T13:07:28Z or now-10d.';

/** The right side of a condition on `created_at` or `last_message_at` (dialect: "Times"). */
export function readTime(text: string): TimeValue | Fault {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57 ? readAbsoluteTime(text) : readRelativeTime(text);
}

/** Whether a text is a relative time, such as `now-10d`. */
export function isRelativeTime(text: string): boolean {
  return RELATIVE.test(text);
}

function readAbsoluteTime(text: string): AbsoluteTime | Fault {
  const match = ABSOLUTE.exec(text);
  if (match === null) return notTime(text, undefined);
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year === 0) return notTime(text, 'Years are 0001 to 9999.');
  if (month < 1 || month > 12) return notTime(text, `There is no month ${match[2]}.`);
  if (day < 1 || day > daysOf(year, month)) {
    return notTime(text, `${match[1]}-${match[2]} has ${daysOf(year, month)} days.`);
  }
  if (match[4] === undefined) return { kind: 'time', iso: `${text}T00:00:00.000000Z` };

  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = match[6] === undefined ? 0 : Number(match[6]);
  if (hour > 23 || minute > 59 || second > 59) return notTime(text, 'A time of day is 00:00:00 to 23:59:59.');
  const zoneHours = Number(match[9] ?? match[11] ?? 0);
  const zoneMinutes = Number(match[10] ?? match[12] ?? 0);
  if (zoneHours > ZONE_HOURS_MAX || zoneMinutes > 59) {
    return notTime(text, `A zone is Z or -${ZONE_HOURS_MAX}:59 to +${ZONE_HOURS_MAX}:59.`);
  }

  const fraction = match[7] === undefined ? '000000' : microseconds(match[7]);
  const east = zoneHours * 60 + zoneMinutes;
  if (east === 0) {
    const date = text.slice(0, 10);
    return { kind: 'time', iso: `${date}T${match[4]}:${match[5]}:${match[6] ?? '00'}.${fraction}Z` };
  }
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, day);
  utc.setUTCHours(hour, minute + (match[8] === '-' ? east : -east), second);
  const utcYear = utc.getUTCFullYear();
  if (utcYear < 1 || utcYear > 9999) return notTime(text, 'Years are 0001 to 9999, in UTC too.');
  return { kind: 'time', iso: `${utc.toISOString().slice(0, 19)}.${fraction}Z` };
}

/**
 * The fraction of a second in six digits, which is what Postgres keeps. Rows are whole milliseconds, so what is cut off
 * matters only where the rest is a whole millisecond: there the time is a little later than that.
 */
function microseconds(digits: string): string {
  if (digits.length <= 6) return digits.padEnd(6, '0');
  const six = digits.slice(0, 6);
  return six.endsWith('000') && /[1-9]/.test(digits.slice(6)) ? `${six.slice(0, 5)}1` : six;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function readRelativeTime(text: string): RelativeTime | Fault {
  const match = RELATIVE.exec(text);
  if (match === null) return notTime(text, undefined);
  const anchor = match[1] as RelativeTime['anchor'];
  if (match[2] === undefined) return { kind: 'relative-time', anchor, offsetMs: 0 };
  const amountMs = Number(match[3]) * UNIT_MS[match[4] as keyof typeof UNIT_MS];
  if (amountMs > OFFSET_MS_MAX) {
    return fault(
      'RQ308',
      `"${shorten(text)}" is more than ${OFFSET_YEARS_MAX} years away.`,
      'For all of time, leave the condition out.',
    );
  }
  return { kind: 'relative-time', anchor, offsetMs: match[2] === '-' && amountMs > 0 ? -amountMs : amountMs };
}

function notTime(text: string, reason: string | undefined): Fault {
  const message = `"${shorten(text)}" is not a time.`;
  return fault(
    'RQ301',
    reason === undefined ? message : `${message} ${reason}`,
    reason === undefined ? hint(text) : FORMS,
  );
}

/** What to write instead of a text that has not the form of a time. */
function hint(text: string): string {
  if (/^[+-]?infinity$/i.test(text)) return 'For all of time, leave the condition out.';
  if (text === 'null') return 'A missing value is asked for by is.null.';
  if (/^\d{5,}-/.test(text)) return 'Years are 0001 to 9999.';
  const distance = DISTANCE.exec(text);
  if (distance !== null) return `Write now${distance[1] ?? '-'}${distance[2]}${distance[3]!.toLowerCase()}.`;
  if (/^[a-z]+[+-]\d+(?:mo|y)/.test(text)) return 'The units are s, m, h, d and w: a month is 30d, a year 365d.';
  if (/^[a-z]+(?:[+-]\d+[smhdw]){2}/.test(text)) return 'A relative time has one offset: now-26h.';
  const meant = /^[a-z]+$/i.test(text) ? nearest(text, ANCHORS) : undefined;
  return meant === undefined ? FORMS : `Did you mean "${meant}"?`;
}
