import { addDays, type CivilDay, mondayOf, weekdayOf } from './civil-day.js';
import type { DayReference } from './spoken-day.js';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** 0 is Monday, by its name or how it begins. */
export function weekdayIndex(name: string | undefined): number {
  return WEEKDAYS.findIndex((weekday) => weekday.startsWith((name ?? '').slice(0, 3)));
}

/** The first such weekday after a day. */
export function comingWeekday(after: CivilDay, name: string | undefined): CivilDay {
  return addDays(after, ((weekdayIndex(name) - weekdayOf(after) + 6) % 7) + 1);
}

/** A weekday some weeks on, and some days more. */
export function inWeek(today: CivilDay, weeks: number, name: string | undefined, more = 0): CivilDay {
  return addDays(mondayOf(today), weeks * 7 + more + weekdayIndex(name));
}

/** Whether a weekday beside another day is in that one's week. Tomorrow people call by that name, not by its weekday. */
function isNextTime(anchor: CivilDay, coming: CivilDay, today: CivilDay): boolean {
  return anchor > addDays(today, 7) || (coming === addDays(today, 1) && mondayOf(anchor) > mondayOf(today));
}

/** A weekday alone is the coming one, unless another week is being spoken of. */
export function plainWeekday(name: string | undefined, { today, anchor, week: spoken }: DayReference): CivilDay {
  const coming = comingWeekday(today, name);
  const monday = spoken ?? (anchor !== undefined && isNextTime(anchor, coming, today) ? mondayOf(anchor) : undefined);
  if (monday === undefined) return coming;
  const there = addDays(monday, weekdayIndex(name));
  return there > today ? there : coming;
}
