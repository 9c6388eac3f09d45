import { addMonths, type CivilDay, civilDay, partsOf, weekdayOf } from './civil-day.js';
import { monthDayOf } from './holidays.js';
import type { DayReference, FoundDay, Groups } from './spoken-day.js';
import { weekdayIndex } from './weekdays.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Countries that write the month first. */
export const MONTH_FIRST: ReadonlySet<string> = new Set(['US', 'CA', 'PH', 'PR', 'GU', 'FM', 'PW', 'MH']);

/** The next day that has this number, in the month that was said, or else in the one that is being spoken of. */
export function readDayOfMonth(groups: Groups, { today, month, anchor = month }: DayReference): FoundDay {
  const dayOfMonth = Number(groups.ordinal ?? groups.number);
  const [year, thisMonth] = partsOf(today);
  if (dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  if (groups.month !== undefined) {
    const inMonth = MONTHS.indexOf(groups.month.slice(0, 3)) + 1;
    if (groups.year !== undefined) return asDay(civilDay(Number(groups.year.replace(' ', '')), inMonth, dayOfMonth));
    const day = civilDay(year, inMonth, dayOfMonth);
    if (day === undefined) return asDay(civilDay(year + 1, inMonth, dayOfMonth));
    return asDay(
      day >= today || Date.parse(today) - Date.parse(day) < 45 * 86_400_000
        ? day
        : civilDay(year + 1, inMonth, dayOfMonth),
    );
  }
  if (groups.which !== undefined) {
    const [inYear, inMonth] = partsOf(groups.which === 'next' ? addMonths(`${today.slice(0, 8)}01`, 1) : today);
    return asDay(civilDay(inYear, inMonth, dayOfMonth));
  }
  const from = anchor !== undefined && anchor > today ? partsOf(anchor) : ([year, thisMonth] as const);
  // "Saturday the twelfth" is on a Saturday, in whatever month.
  const months = groups.weekday === undefined ? 3 : 12;
  const days = [...Array(months).keys()].map((months) => {
    const index = from[0] * 12 + from[1] - 1 + months;
    return civilDay(Math.floor(index / 12), (index % 12) + 1, dayOfMonth);
  });
  const coming = days.filter((day): day is CivilDay => day !== undefined && day >= today);
  const weekday = groups.weekday;
  // "Saturday the thirty-first" is the next one, whatever month was spoken of.
  const near = civilDay(year, thisMonth, dayOfMonth);
  if (weekday !== undefined && near !== undefined && near >= today && weekdayOf(near) === weekdayIndex(weekday))
    return { day: near, hasWeekday: true };
  const matching = weekday === undefined ? undefined : coming.find((day) => weekdayOf(day) === weekdayIndex(weekday));
  return { ...asDay(matching ?? coming[0]), ...(weekday === undefined ? { numberOnly: true } : { hasWeekday: true }) };
}

/** "Tuesday twenty-seven": only where the next such day is a Tuesday; else it is no day of the month. */
export function onWeekday(groups: Groups, reference: DayReference): FoundDay {
  const found = readDayOfMonth(groups, reference);
  return found?.day !== undefined && weekdayOf(found.day) === weekdayIndex(groups.weekday) ? found : undefined;
}

/** `10/3`: which of the two is the month, the country says. */
export function readNumeric({ slashed = '' }: Groups, { today, country }: DayReference): FoundDay {
  const [first = 0, second = 0, third] = slashed.split('/').map(Number);
  const isMonthFirst = second > 12 || (MONTH_FIRST.has(country) && first <= 12);
  const [dayOfMonth, inMonth] = isMonthFirst ? [second, first] : [first, second];
  if (third !== undefined) return asDay(civilDay(third < 100 ? 2000 + third : third, inMonth, dayOfMonth));
  const year = Number(today.slice(0, 4));
  const day = civilDay(year, inMonth, dayOfMonth);
  return asDay(day !== undefined && day < today ? civilDay(year + 1, inMonth, dayOfMonth) : day);
}

/** "Christmas Eve", "Boxing Day": the next one. */
export function readHoliday({ holiday = '' }: Groups, { today }: DayReference): FoundDay {
  const monthDay = monthDayOf(holiday);
  if (monthDay === undefined) return undefined;
  const year = Number(today.slice(0, 4));
  const day = `${year}-${monthDay}`;
  return asDay(day >= today ? day : `${year + 1}-${monthDay}`);
}

const asDay = (day: CivilDay | undefined): FoundDay => (day === undefined ? undefined : { day });
