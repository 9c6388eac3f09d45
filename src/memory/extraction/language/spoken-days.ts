import { type CivilDay, civilDay, mondayOf, partsOf, weekdayOf } from './civil-day.js';
import { DAY_RULES } from './day-rules.js';
import type { DayReference, SpokenDay } from './spoken-day.js';
import { inWeek, plainWeekday, weekdayIndex } from './weekdays.js';

/** So near one another two days are spoken of together. */
const NEAR = 40;

/** Every day that is named, in order, none inside another. */
export function findSpokenDays(text: string, reference: DayReference): readonly SpokenDay[] {
  const found = DAY_RULES.flatMap(({ pattern, read }) => [...text.matchAll(pattern)].map((match) => ({ match, read })));
  found.sort(({ match: left }, { match: right }) => left.index - right.index || right[0].length - left[0].length);
  const kept: SpokenDay[] = [];
  let { named } = reference;
  for (const { match, read } of found) {
    if (match.index < (kept.at(-1)?.end ?? 0)) continue;
    const day = read(match.groups ?? {}, { ...reference, named });
    if (day === undefined) continue;
    kept.push({ ...day, start: match.index, end: match.index + match[0].length });
    if (day.vague !== true && day.weekdayOnly === undefined) named = day.day ?? named;
  }
  return inSpokenWeeks(inSpokenMonths(kept, text), reference);
}

/** "The fifth or the twelfth of April": both are in April. */
function inSpokenMonths(days: readonly SpokenDay[], text: string): readonly SpokenDay[] {
  return days.map((day, index) => {
    const next = days[index + 1];
    if (
      !day.numberOnly ||
      day.day === undefined ||
      next?.day === undefined ||
      next.numberOnly ||
      next.weekdayOnly !== undefined
    )
      return day;
    if (!/^ (?:to|or|and|till|until|-|and on)(?: the)? $/.test(text.slice(day.end, next.start))) return day;
    const [year, month] = partsOf(next.day);
    return { ...day, ...asDay(civilDay(year, month, partsOf(day.day)[2])) };
  });
}

/** "Next Tuesday or Thursday": both are in the week that the first one names. */
function inSpokenWeeks(days: readonly SpokenDay[], reference: DayReference): readonly SpokenDay[] {
  let spoken = reference.week;
  return days.map((day, index) => {
    const next = days[index + 1];
    // "Wednesday or Thursday next week".
    if (day.weekdayOnly !== undefined && next?.setsWeek && next.day !== undefined && next.start - day.end <= 8) {
      return { ...day, day: plainWeekday(day.weekdayOnly, { ...reference, week: mondayOf(next.day) }) };
    }
    if (day.period?.kind === 'week') spoken = day.period.from;
    if (day.setsWeek && day.day !== undefined) spoken = mondayOf(day.day);
    if (day.weekdayOnly === undefined) return day;
    const before = days[index - 1];
    // "Tuesday the twenty-seventh I have five. Wednesday I have six."
    if (before !== undefined && isLaterThatWeek(before, day)) {
      return { ...day, day: inWeek(before.day ?? '', 0, day.weekdayOnly) };
    }
    if (spoken === undefined) return day;
    return { ...day, day: plainWeekday(day.weekdayOnly, { ...reference, week: spoken }) };
  });
}

function isLaterThatWeek(named: SpokenDay, { start, weekdayOnly }: SpokenDay): boolean {
  const isNear = named.day !== undefined && named.hasWeekday === true && start - named.end <= NEAR;
  return isNear && weekdayIndex(weekdayOnly) > weekdayOf(named.day);
}

const asDay = (day: CivilDay | undefined): { readonly day?: CivilDay } => (day === undefined ? {} : { day });
