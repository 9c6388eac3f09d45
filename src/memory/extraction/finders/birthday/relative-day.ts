import { addDays, type CivilDay, wallClock } from '../../language/civil-day.js';
import { comingWeekday, inWeek } from '../../language/weekdays.js';
import type { ReadCall } from '../../read-call.js';

/** The day of the call where the caller is: `2026-03-04`. */
export const localDay = ({ startedAt, timeZone }: ReadCall): CivilDay => wallClock(startedAt, timeZone).day;

/** How many days from today. */
const COUNTED: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);
const DAY =
  /\b(?:(?<counted>today|tomorrow|yesterday)|(?:(?<which>next|this past|this|on|last|past) )?(?<weekday>sunday|monday|tuesday|wednesday|thursday|friday|saturday))\b(?<gone> just gone| gone| past)?/;

/** "Today's my birthday", "next Friday's my birthday": a day without a year, `--03-06`. */
export function relativeDay(plain: string, call: ReadCall): string | undefined {
  const groups = DAY.exec(plain)?.groups;
  if (groups === undefined) return undefined;
  const { counted, which = '', weekday, gone } = groups;
  const today = localDay(call);
  const coming = which === 'next' ? inWeek(today, 1, weekday) : comingWeekday(today, weekday);
  // "This Sunday just gone".
  const isPast = gone !== undefined || /last|past/.test(which);
  const day = counted === undefined ? addDays(coming, isPast ? -7 : 0) : addDays(today, COUNTED.get(counted) ?? 0);
  return `--${day.slice(5)}`;
}
