import { addDays, addMonths, type CivilDay, civilDay, lastOfMonth, mondayOf, partsOf, weekdayOf } from './civil-day.js';

/** What spoken days are counted from. */
export interface DayReference {
  /** The day of the call, where the call's clock stands. */
  readonly today: CivilDay;
  /** Two letters: `10/3` is 10 March, but October 3 in the United States. */
  readonly country: string;
  /** The day that was last spoken of: "the day after", "the Thursday". */
  readonly anchor?: CivilDay | undefined;
  /** The day that was last named, whatever for: "my cousin's do is on the fourteenth" … "the Thursday before", "that Friday". */
  readonly named?: CivilDay | undefined;
  /** The Monday of the week that is being spoken of: "next week" … "I have Tuesday". */
  readonly week?: CivilDay | undefined;
}

/** A stretch of a `TimeText`. */
export interface SpokenDay {
  readonly start: number;
  readonly end: number;
  /** Absent for a stretch that names no single day: "next week". */
  readonly day?: CivilDay;
  /** The first day of a week or month that was named. */
  readonly period?: { readonly from: CivilDay; readonly kind: 'week' | 'month' };
  /** "end of the week", "early next month": a day would be a guess. */
  readonly vague?: boolean;
  /** The part of the day that is in the words: "tonight". */
  readonly part?: 'morning' | 'afternoon' | 'evening';
  /** Only a day of the week was said: its name. */
  readonly weekdayOnly?: string;
  /** Only the number of the day was said: "the 24th". */
  readonly numberOnly?: boolean;
  /** A day of the month was said with its weekday: "Tuesday the 27th". */
  readonly hasWeekday?: boolean;
  /** It named a week too ("next Tuesday"): what follows in the same breath is in that week. */
  readonly setsWeek?: boolean;
}

type Found = Omit<SpokenDay, 'start' | 'end'> | undefined;
type Groups = Readonly<Record<string, string | undefined>>;

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Countries that write the month first. */
const MONTH_FIRST: ReadonlySet<string> = new Set(['US', 'CA', 'PH', 'PR', 'GU', 'FM', 'PW', 'MH']);

const W = '(?<weekday>monday|tuesday|tues|wednesday|weds|thursday|thurs|thur|friday|saturday|sunday)';
const M =
  '(?<month>january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)';
const O =
  '(?<ordinal>\\d{1,2})(?:st|nd|rd|th)(?! (?:thing|available|floor|one|class|visit|time|opening|slot|appointment|option|choice)(?: |$))';
const D = '(?<number>\\d{1,2})(?! ?(?:am|pm|oclock|:|thousand|hundred|percent|%|people|of us))';
const NO_STREET = '(?! (?:street|st|road|rd|avenue|ave|lane|drive|close|court|way|place|terrace)(?: |$))';
const Y = '(?:(?: ,)? (?<year>(?:19|20)\\d\\d|(?:19|20) ?\\d\\d))?';
const COUNT = '(?<count>a|an|one|\\d{1,2})';
/** What may follow "the 10th" when it is a day: "the first floor" is none. */
const DAY_GOES_ON =
  "(?= (?:[.,;:?!-]|at|the|through|thru|same|a|an|instead|its|it's|he|she|they|there|there's|under|my|our|me|us|all|maybe|also|too|um|uh|er|ideally|hopefully|possibly|just|only|say|sometime|no|yep|sure|cheers|ta|lovely|thats|that's|could|i'd|id|im|ive|we're|we've|what|how|who|where|she's|he's|they're|they've|in|on|is|isn't|was|would|works?|will|if|or|and|please|for|then|between|from|till|until|to|after|before|around|about|any|morning|afternoon|evening|if|suits?|sounds?|looks?|that|it|we|i|i'm|i've|can|could|do|does|i'll|we'll|he'll|she'll|they'll|it'll|gets?|got|having|doing|yes|yeah|ok|okay|good|great|perfect|fine|so|but|because|as|not|instead|with|thanks|thank|now|right|which|when|might|should|has|have|are|you|your|let|(?!1(?: |$))[\\d:]+)(?: |$)|$)";

/** "The Thursday before": nothing follows that it is before. */
const ENDS_THERE =
  '(?= (?:[.,;:?!-]|that|then|or|and|at|would|could|can|is|works?|suits?|if|please|maybe|instead|for|with)(?: |$)|$)';

/** So near one another two days are spoken of together. */
const NEAR = 40;

interface DayRule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, reference: DayReference) => Found;
}

const rule = (source: string, read: DayRule['read']): DayRule => ({
  pattern: new RegExp(`(?<= |^)${source}(?= |$)`, 'g'),
  read,
});

const RULES: readonly DayRule[] = [
  // Days of a month.
  rule(`(?:${W}(?: ,)? )?(?:the )?${O} (?:of )?${M}${NO_STREET}${Y}`, readDayOfMonth),
  rule(`(?:${W}(?: ,)? )?(?:the )?${D} (?:of )?${M}${NO_STREET}${Y}`, readDayOfMonth),
  rule(`(?:${W}(?: ,)? )?${M} (?:the )?(?:${O}|${D})${Y}`, readDayOfMonth),
  rule(
    `(?:(?:this |next |this coming |the )?${W}(?: ,)? )?(?:the )?${O} of (?<which>this|next|the) month`,
    readDayOfMonth,
  ),
  rule(`(?:this |next |this coming |on the |the )?${W}(?: ,)? (?:the )?${O}`, readDayOfMonth),
  rule(`(?:this |next |on )?${W} the ${D}`, readDayOfMonth),
  rule(
    `${W} (?<number>1[3-9]|2\\d|3[01])(?! (?:\\d|hundred|people|of us|guests|adults|percent|%)|:)`,
    (groups, reference) => (groups.weekday === undefined ? undefined : onWeekday(groups, reference)),
  ),
  rule(`the ${O}${DAY_GOES_ON}`, readDayOfMonth),
  rule(`${O}(?= (?:at|same|between|from|around|morning|afternoon|evening) )`, readDayOfMonth),
  rule(
    `(?<=(?:^| )(?:to|on|for|by|until|till|from|before|after|say|maybe|is|about) )${O}${DAY_GOES_ON}`,
    readDayOfMonth,
  ),
  rule(`(?<=(?:^|[.!?] ))(?!(?:1st|2nd|3rd) )${O}(?= (?:[.,!?]|is|it is|works?|then|suits?)(?: |$)|$)`, readDayOfMonth),
  rule('(?<iso>\\d{4}-\\d{2}-\\d{2})', ({ iso }) => asDay(civilDay(...partsOf(iso!)))),
  rule('(?<slashed>\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?)', readNumeric),
  rule(
    "(?<holiday>christmas eve|christmas day|boxing day|new year'?s eve|new year'?s day|valentine'?s day|halloween|(?:st|saint) patrick'?s day)",
    readHoliday,
  ),
  rule(`${O}(?= is an? (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: |$))`, readDayOfMonth),
  // Days of a week.
  rule(`(?:the )?${W} after next`, ({ weekday }, { today }) => asWeekday(inWeek(today, 1, weekday, 7))),
  rule(`(?:on )?${W} (?:the )?week after next`, ({ weekday }, { today }) => asWeekday(inWeek(today, 2, weekday))),
  rule(`(?:the )?week after next (?:on )?(?:the )?${W}`, ({ weekday }, { today }) =>
    asWeekday(inWeek(today, 2, weekday)),
  ),
  rule(`${W} (?:of |the )?(?:next|following) week`, ({ weekday }, { today }) => asWeekday(inWeek(today, 1, weekday))),
  rule(`next week(?: ,)? (?:on |maybe |say |perhaps )?(?:the )?${W}`, ({ weekday }, { today }) =>
    asWeekday(inWeek(today, 1, weekday)),
  ),
  rule(`${W} (?:of )?this week`, ({ weekday }, { today }) => asWeekday(inWeek(today, 0, weekday))),
  rule(`(?:later )?this week(?: ,)? (?:on )?${W}`, ({ weekday }, { today }) => asWeekday(inWeek(today, 0, weekday))),
  rule(`next ${W}`, ({ weekday }, { today }) => asWeekday(inWeek(today, 1, weekday))),
  rule(`(?:this |the )?(?:coming|very next|next coming) ${W}`, ({ weekday }, { today }) =>
    asDay(comingWeekday(today, weekday)),
  ),
  rule(`that (?:same )?${W}`, ({ weekday }, { today, anchor, named }) => {
    const spoken = named ?? anchor;
    return spoken === undefined || spoken <= today ? undefined : asWeekday(inWeek(spoken, 0, weekday));
  }),
  rule(`the ${W} before${ENDS_THERE}`, ({ weekday }, { today, anchor, named }) => {
    const spoken = named ?? anchor;
    return spoken === undefined || spoken <= today
      ? undefined
      : asWeekday(addDays(comingWeekday(addDays(spoken, -1), weekday), -7));
  }),
  rule(`the ${W} after${ENDS_THERE}`, ({ weekday }, { today, anchor, named }) => {
    const spoken = named ?? anchor;
    return spoken === undefined || spoken <= today ? undefined : asWeekday(comingWeekday(spoken, weekday));
  }),
  rule(`this ${W}`, ({ weekday }, { today }) => asDay(comingWeekday(addDays(today, -1), weekday))),
  rule(`(?:the following|the next) ${W}`, ({ weekday }, { today, anchor }) =>
    asDay(comingWeekday(anchor ?? today, weekday)),
  ),
  rule(`last ${W}`, ({ weekday }, { today }) => asDay(addDays(comingWeekday(today, weekday), -7))),
  rule(`${W} (?:last|gone|past)(?: week)?`, ({ weekday }, { today }) =>
    asDay(addDays(comingWeekday(today, weekday), -7)),
  ),
  rule(`${W} week`, ({ weekday }, { today }) => asDay(addDays(comingWeekday(today, weekday), 7))),
  rule(`${W} fortnight`, ({ weekday }, { today }) => asDay(addDays(comingWeekday(today, weekday), 14))),
  rule(
    `${COUNT} (?<unit>weeks?|fortnight) (?:on|from|this|next|from this|after|come) (?:this |next )?${W}`,
    ({ count, unit, weekday }, { today }) =>
      asDay(addDays(comingWeekday(today, weekday), countOf(count) * (unit === 'fortnight' ? 14 : 7))),
  ),
  rule(`${W} in ${COUNT} (?<unit>weeks?|fortnight)(?:'?s?'?)?(?: time)?`, ({ count, unit, weekday }, { today }) =>
    asDay(inWeek(today, countOf(count) * (unit === 'fortnight' ? 2 : 1), weekday)),
  ),
  // "Monday to Wednesday", "Tuesdays": what is so in each week.
  rule(
    `${W} (?:to|through|thru|till|until|-) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?! (?:the )?\\d)`,
    () => ({ vague: true }),
  ),
  rule(`(?:on |every |each )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:every|each) ${W})`, () => ({
    vague: true,
  })),
  rule(`(?:the )?${W}`, ({ weekday }, reference) => ({
    ...asDay(plainWeekday(weekday, reference)),
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
  rule('(?:later )?this (?<part>morning|afternoon|evening)', ({ part }, { today }) => ({
    day: today,
    part: part as 'morning',
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
];

/** Every day that is named, in order, none inside another. */
export function findSpokenDays(text: string, reference: DayReference): readonly SpokenDay[] {
  const found = RULES.flatMap(({ pattern, read }) => [...text.matchAll(pattern)].map((match) => ({ match, read })));
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

function asWeekday(day: CivilDay): Found {
  return { day, setsWeek: true };
}

function asDay(day: CivilDay | undefined): Found {
  return day === undefined ? undefined : { day };
}

function week(from: CivilDay): Found {
  return { period: { from, kind: 'week' } };
}

function month(day: CivilDay): Found {
  return { period: { from: `${day.slice(0, 8)}01`, kind: 'month' } };
}

function endOfMonth(day: CivilDay): CivilDay {
  const [year, inMonth] = partsOf(day);
  return lastOfMonth(year, inMonth);
}

function weekdayIndex(name: string | undefined): number {
  return WEEKDAYS.findIndex((weekday) => weekday.startsWith((name ?? '').slice(0, 3)));
}

/** The first such weekday after a day. */
function comingWeekday(after: CivilDay, name: string | undefined): CivilDay {
  return addDays(after, ((weekdayIndex(name) - weekdayOf(after) + 6) % 7) + 1);
}

function inWeek(today: CivilDay, weeks: number, name: string | undefined, more = 0): CivilDay {
  return addDays(mondayOf(today), weeks * 7 + more + weekdayIndex(name));
}

/** Whether a weekday beside another day is in that one's week. Tomorrow people call by that name, not by its weekday. */
function isNextTime(anchor: CivilDay, coming: CivilDay, today: CivilDay): boolean {
  return anchor > addDays(today, 7) || (coming === addDays(today, 1) && mondayOf(anchor) > mondayOf(today));
}

/** A weekday alone is the coming one, unless another week is being spoken of. */
function plainWeekday(name: string | undefined, { today, anchor, week: spoken }: DayReference): CivilDay {
  const coming = comingWeekday(today, name);
  const monday = spoken ?? (anchor !== undefined && isNextTime(anchor, coming, today) ? mondayOf(anchor) : undefined);
  if (monday === undefined) return coming;
  const there = addDays(monday, weekdayIndex(name));
  return there > today ? there : coming;
}

function countOf(count: string | undefined): number {
  return /^\d+$/.test(count ?? '') ? Number(count) : 1;
}

function readDistance({ count, unit = '' }: Groups, { today }: DayReference): Found {
  const times = countOf(count);
  if (unit.startsWith('month')) return asDay(addMonths(today, times));
  return asDay(addDays(today, times * (unit.startsWith('day') ? 1 : unit === 'fortnight' ? 14 : 7)));
}

/** The next day that has this number, in the month that was said, or else in the one that is being spoken of. */
function readDayOfMonth(groups: Groups, { today, anchor }: DayReference): Found {
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
function onWeekday(groups: Groups, reference: DayReference): Found {
  const found = readDayOfMonth(groups, reference);
  return found?.day !== undefined && weekdayOf(found.day) === weekdayIndex(groups.weekday) ? found : undefined;
}

function readNumeric({ slashed = '' }: Groups, { today, country }: DayReference): Found {
  const [first = 0, second = 0, third] = slashed.split('/').map(Number);
  const isMonthFirst = second > 12 || (MONTH_FIRST.has(country) && first <= 12);
  const [dayOfMonth, inMonth] = isMonthFirst ? [second, first] : [first, second];
  if (third !== undefined) return asDay(civilDay(third < 100 ? 2000 + third : third, inMonth, dayOfMonth));
  const year = Number(today.slice(0, 4));
  const day = civilDay(year, inMonth, dayOfMonth);
  return asDay(day !== undefined && day < today ? civilDay(year + 1, inMonth, dayOfMonth) : day);
}

function readHoliday({ holiday = '' }: Groups, { today }: DayReference): Found {
  const days: readonly (readonly [RegExp, string])[] = [
    [/christmas eve/, '12-24'],
    [/christmas day/, '12-25'],
    [/boxing/, '12-26'],
    [/eve$/, '12-31'],
    [/new year/, '01-01'],
    [/valentine/, '02-14'],
    [/halloween/, '10-31'],
    [/patrick/, '03-17'],
  ];
  const monthDay = days.find(([pattern]) => pattern.test(holiday))?.[1];
  const year = Number(today.slice(0, 4));
  const day = `${year}-${monthDay}`;
  return asDay(day >= today ? day : `${year + 1}-${monthDay}`);
}
