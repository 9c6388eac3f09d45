import { addDays, addMonths, type CivilDay, civilDay, lastOfMonth, mondayOf, partsOf } from './civil-day.js';
import { COUNT, DAY_GOES_ON, ENDS_THERE, MONTH, NO_STREET, NUMBER, ORDINAL, WEEKDAY, YEAR } from './day-words.js';
import { onWeekday, readDayOfMonth, readHoliday, readNumeric } from './days-of-month.js';
import { HOLIDAY } from './holidays.js';
import type { DayReference, FoundDay, Groups } from './spoken-day.js';
import { comingWeekday, inWeek, plainWeekday } from './weekdays.js';

/** A form of words for a day. */
export interface DayRule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, reference: DayReference) => FoundDay;
}

const rule = (source: string, read: DayRule['read']): DayRule => ({
  pattern: new RegExp(`(?<= |^)(?:${source})(?= |$)`, 'g'),
  read,
});

/** Every form of words that names a day. Where two begin at the same word, the longer one holds. */
export const DAY_RULES: readonly DayRule[] = [
  // Days of a month.
  rule(`(?:${WEEKDAY}(?: ,)? )?(?:the )?${ORDINAL} (?:of )?${MONTH}${NO_STREET}${YEAR}`, readDayOfMonth),
  rule(`(?:${WEEKDAY}(?: ,)? )?(?:the )?${NUMBER} (?:of )?${MONTH}${NO_STREET}${YEAR}`, readDayOfMonth),
  rule(`(?:${WEEKDAY}(?: ,)? )?${MONTH} (?:the )?(?:${ORDINAL}|${NUMBER})${YEAR}`, readDayOfMonth),
  rule(
    `(?:(?:this |next |this coming |the )?${WEEKDAY}(?: ,)? )?(?:the )?${ORDINAL} of (?<which>this|next|the) month`,
    readDayOfMonth,
  ),
  rule(`(?:this |next |this coming |on the |the )?${WEEKDAY}(?: ,)? (?:the )?${ORDINAL}`, readDayOfMonth),
  rule(`(?:this |next |on )?${WEEKDAY} the ${NUMBER}`, readDayOfMonth),
  rule(
    `${WEEKDAY} (?<number>1[3-9]|2\\d|3[01])(?! (?:\\d|hundred|people|of us|guests|adults|percent|%)|:)`,
    (groups, reference) => (groups.weekday === undefined ? undefined : onWeekday(groups, reference)),
  ),
  rule(`the ${ORDINAL}${DAY_GOES_ON}`, readDayOfMonth),
  rule(`${ORDINAL}(?= (?:at|same|between|from|around|morning|afternoon|evening) )`, readDayOfMonth),
  rule(
    `(?<=(?:^| )(?:to|on|for|by|until|till|from|before|after|say|maybe|is|about) )${ORDINAL}${DAY_GOES_ON}`,
    readDayOfMonth,
  ),
  rule(
    `(?<=(?:^|[.!?] ))(?!(?:1st|2nd|3rd) )${ORDINAL}(?= (?:[.,!?]|is|it is|works?|then|suits?)(?: |$)|$)`,
    readDayOfMonth,
  ),
  rule('(?<iso>\\d{4}-\\d{2}-\\d{2})', ({ iso }) => asDay(civilDay(...partsOf(iso!)))),
  rule('(?<slashed>\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?)', readNumeric),
  rule(`(?<holiday>${HOLIDAY})`, readHoliday),
  rule(`${ORDINAL}(?= is an? (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: |$))`, readDayOfMonth),
  // Days of a week.
  rule(`(?:the )?${WEEKDAY} after next`, ({ weekday }, { today }) => asWeekday(inWeek(today, 1, weekday, 7))),
  rule(`(?:on )?${WEEKDAY} (?:the )?week after next`, ({ weekday }, { today }) => asWeekday(inWeek(today, 2, weekday))),
  rule(`(?:the )?week after next (?:on )?(?:the )?${WEEKDAY}`, ({ weekday }, { today }) =>
    asWeekday(inWeek(today, 2, weekday)),
  ),
  rule(`${WEEKDAY} (?:of |the )?(?:next|following) week`, ({ weekday }, { today }) =>
    asWeekday(inWeek(today, 1, weekday)),
  ),
  rule(`next week(?: ,)? (?:on |maybe |say |perhaps )?(?:the )?${WEEKDAY}`, ({ weekday }, { today }) =>
    asWeekday(inWeek(today, 1, weekday)),
  ),
  rule(`${WEEKDAY} (?:of )?this week`, ({ weekday }, { today }) => asWeekday(inWeek(today, 0, weekday))),
  rule(`(?:later )?this week(?: ,)? (?:on )?${WEEKDAY}`, ({ weekday }, { today }) =>
    asWeekday(inWeek(today, 0, weekday)),
  ),
  rule(`next ${WEEKDAY}`, ({ weekday }, { today }) => asWeekday(inWeek(today, 1, weekday))),
  rule(`(?:this |the )?(?:coming|very next|next coming) ${WEEKDAY}`, ({ weekday }, { today }) =>
    asDay(comingWeekday(today, weekday)),
  ),
  rule(`that (?:same )?${WEEKDAY}`, ({ weekday }, { today, anchor, named }) => {
    const spoken = named ?? anchor;
    return spoken === undefined || spoken <= today ? undefined : asWeekday(inWeek(spoken, 0, weekday));
  }),
  rule(`the ${WEEKDAY} before${ENDS_THERE}`, ({ weekday }, { today, anchor, named }) => {
    const spoken = named ?? anchor;
    return spoken === undefined || spoken <= today
      ? undefined
      : asWeekday(addDays(comingWeekday(addDays(spoken, -1), weekday), -7));
  }),
  rule(`the ${WEEKDAY} after${ENDS_THERE}`, ({ weekday }, { today, anchor, named }) => {
    const spoken = named ?? anchor;
    return spoken === undefined || spoken <= today ? undefined : asWeekday(comingWeekday(spoken, weekday));
  }),
  rule(`this ${WEEKDAY}`, ({ weekday }, { today }) => asDay(comingWeekday(addDays(today, -1), weekday))),
  rule(`(?:the following|the next) ${WEEKDAY}`, ({ weekday }, { today, anchor }) =>
    asDay(comingWeekday(anchor ?? today, weekday)),
  ),
  rule(`last ${WEEKDAY}`, ({ weekday }, { today }) => asDay(addDays(comingWeekday(today, weekday), -7))),
  rule(`${WEEKDAY} (?:last|gone|past)(?: week)?`, ({ weekday }, { today }) =>
    asDay(addDays(comingWeekday(today, weekday), -7)),
  ),
  rule(`${WEEKDAY} week`, ({ weekday }, { today }) => asDay(addDays(comingWeekday(today, weekday), 7))),
  rule(`${WEEKDAY} fortnight`, ({ weekday }, { today }) => asDay(addDays(comingWeekday(today, weekday), 14))),
  rule(
    `${COUNT} (?<unit>weeks?|fortnight) (?:on|from|this|next|from this|after|come) (?:this |next )?${WEEKDAY}`,
    ({ count, unit, weekday }, { today }) =>
      asDay(addDays(comingWeekday(today, weekday), countOf(count) * (unit === 'fortnight' ? 14 : 7))),
  ),
  rule(`${WEEKDAY} in ${COUNT} (?<unit>weeks?|fortnight)(?:'?s?'?)?(?: time)?`, ({ count, unit, weekday }, { today }) =>
    asDay(inWeek(today, countOf(count) * (unit === 'fortnight' ? 2 : 1), weekday)),
  ),
  // "Monday to Wednesday", "Tuesdays": what is so in each week.
  rule(
    `${WEEKDAY} (?:to|through|thru|till|until|-) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?! (?:the )?\\d)`,
    () => ({ vague: true }),
  ),
  rule(`(?:on |every |each )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:every|each) ${WEEKDAY})`, () => ({
    vague: true,
  })),
  // "On the 25th. That's a Friday": it says no other day.
  rule(`(?:that|that is|which is|that would be) an? ${WEEKDAY}${ENDS_THERE}`, () => ({ vague: true })),
  rule(`(?<the>the )?${WEEKDAY}`, ({ the, weekday }, reference) => ({
    ...asDay(plainWeekday(weekday, the === undefined ? reference : besideNamed(reference))),
    weekdayOnly: weekday ?? '',
  })),
  // Counted from today.
  rule(
    'today week|a week today|(?:in )?(?:a|one|1) week from (?:today|now)|this (?:day|time) next week',
    (_, { today }) => asDay(addDays(today, 7)),
  ),
  rule('tomorrow week|a week (?:from )?tomorrow', (_, { today }) => asDay(addDays(today, 8))),
  rule(
    '(?:the )?same (?:day|time|slot)(?: on)?(?: the)? (?:following|next) week|(?:the )?same (?:day|time|slot)(?: the)? week after|a week later',
    (_, { today, anchor }) => asDay(addDays(anchor ?? today, 7)),
  ),
  rule('day after(?= (?:is|works?|suits?|then|[.?!])|$)', (_, { today, anchor }) =>
    asDay(addDays(anchor === undefined || anchor < today ? addDays(today, 1) : anchor, 1)),
  ),
  rule('(?:the )?day after tomorrow', (_, { today }) => asDay(addDays(today, 2))),
  rule('(?:the )?day before yesterday', (_, { today }) => asDay(addDays(today, -2))),
  rule('yesterday', (_, { today }) => asDay(addDays(today, -1))),
  rule('last night', (_, { today }) => asDay(addDays(today, -1))),
  rule('tomorrow', (_, { today }) => asDay(addDays(today, 1))),
  rule('today', (_, { today }) => asDay(today)),
  rule('(?:later )?this (?<part>morning|afternoon|arvo|evening)', ({ part }, { today }) => ({
    day: today,
    part: part === 'arvo' ? 'afternoon' : (part as 'morning'),
  })),
  rule('tonight', (_, { today }) => ({ day: today, part: 'evening' })),
  rule(
    `(?:(?:in|within) )?${COUNT} (?<unit>days?|weeks?|fortnight|months?)(?:' time| time| from (?:now|today)| today)`,
    readDistance,
  ),
  rule(`in (?:exactly )?${COUNT} (?<unit>days?|weeks?|fortnight|months?)`, readDistance),
  rule(`${COUNT} (?<unit>days?|weeks?|fortnight|months?|years?) ago`, (groups, reference) => {
    const distance = readDistance(
      { ...groups, unit: groups.unit?.startsWith('year') ? 'months' : groups.unit },
      reference,
    );
    return distance?.day === undefined
      ? undefined
      : asDay(addDays(reference.today, (Date.parse(reference.today) - Date.parse(distance.day)) / 86_400_000));
  }),
  rule(
    'that (?:same )?(?:day|(?<part>morning|afternoon|evening))(?! (?:is|was) (?:over|gone))',
    ({ part }, { named }) =>
      named === undefined ? undefined : { day: named, ...(part === undefined ? {} : { part: part as 'morning' }) },
  ),
  rule('the (?:day after|next day|following day)', (_, { anchor }) =>
    anchor === undefined ? undefined : asDay(addDays(anchor, 1)),
  ),
  rule('the day before', (_, { anchor }) => (anchor === undefined ? undefined : asDay(addDays(anchor, -1)))),
  // No single day.
  rule(
    '(?:(?:early|late|later|the start of|the beginning of|sometime|some time|middle of|the end of|end of) )?next week',
    (_, { today }) => week(addDays(mondayOf(today), 7)),
  ),
  rule('(?:the )?week after next', (_, { today }) => week(addDays(mondayOf(today), 14))),
  rule('the (?:week after|following week)', (_, { today, anchor, week: spoken }) =>
    week(addDays(mondayOf(spoken ?? anchor ?? today), 7)),
  ),
  rule('(?:later )?this week', (_, { today }) => week(mondayOf(today))),
  rule(
    '(?:the )?week (?:of|beginning|commencing|starting) (?:monday )?(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)?(?: [a-z]+)?',
    () => ({ vague: true }),
  ),
  rule('(?:the )?end of (?:the|this) week', (_, { today }) => ({ day: inWeek(today, 0, 'friday'), vague: true })),
  rule('(?:the )?end of (?:the|this) month', (_, { today }) => ({ day: endOfMonth(today), vague: true })),
  rule('(?:the )?end of next month', (_, { today }) => ({ day: endOfMonth(addMonths(today, 1)), vague: true })),
  rule('(?:early |late |sometime )?next month', (_, { today }) => month(addMonths(today, 1))),
  rule('(?:this|next|the|at the) weekend', () => ({ vague: true })),
  // "The first weekend in September": the fourth is in September.
  rule(
    `(?:(?:1st|2nd|3rd|4th|last|1) )?(?:weekend|week|night|day|sometime|early|mid|late|end) (?:(?:in|of|of next) )?${MONTH}(?! \\d)`,
    ({ month: name }, reference) => {
      const first = readDayOfMonth({ ordinal: '1', month: name }, reference)?.day;
      return first === undefined ? undefined : month(first);
    },
  ),
];

/** "Friday the fourth of September" … "the Friday": in that week. */
function besideNamed(reference: DayReference): DayReference {
  return { ...reference, anchor: reference.anchor ?? reference.named };
}

function asWeekday(day: CivilDay): FoundDay {
  return { day, setsWeek: true };
}

function asDay(day: CivilDay | undefined): FoundDay {
  return day === undefined ? undefined : { day };
}

function week(from: CivilDay): FoundDay {
  return { period: { from, kind: 'week' } };
}

function month(day: CivilDay): FoundDay {
  return { period: { from: `${day.slice(0, 8)}01`, kind: 'month' } };
}

function endOfMonth(day: CivilDay): CivilDay {
  const [year, inMonth] = partsOf(day);
  return lastOfMonth(year, inMonth);
}

function countOf(count: string | undefined): number {
  return /^\d+$/.test(count ?? '') ? Number(count) : 1;
}

function readDistance({ count, unit = '' }: Groups, { today }: DayReference): FoundDay {
  const times = countOf(count);
  if (unit.startsWith('month')) return asDay(addMonths(today, times));
  return asDay(addDays(today, times * (unit.startsWith('day') ? 1 : unit === 'fortnight' ? 14 : 7)));
}
