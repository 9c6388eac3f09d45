export type DayPart = 'morning' | 'afternoon' | 'evening';

/** A time of day as it was said. */
export interface Clock {
  /** 0 to 23; 1 to 12 where the half of the day was not said. */
  readonly hour: number;
  readonly minute: number;
  /** Whether the hour is sure: "3 pm", "14:30", "noon". */
  readonly isSure: boolean;
}

/** A stretch of a `TimeText`. */
export interface SpokenClock {
  readonly start: number;
  readonly end: number;
  readonly clock: Clock;
  /** The end of a window: "between nine and one". */
  readonly until?: Clock;
  /** "Ten to two" can be a window too: when it begins. */
  readonly windowStart?: Clock;
  readonly part?: DayPart;
  /**
   * `said`: it can be nothing but a time. `cued`: by the word before it ("at nine") or its shape ("nine thirty"). `bare`: a number
   * alone; whether it is a time is for the talk around it to say.
   */
  readonly form: 'said' | 'cued' | 'bare';
}

/** What hours are meant when nobody says which half of the day. */
export type Habit = 'business' | 'meal';

type Groups = Readonly<Record<string, string | undefined>>;

/** One time of day, its groups named with a suffix. */
const clockPattern = (suffix: string, isBareAllowed: boolean): string => {
  const hour = `(?<h${suffix}>0?[1-9]|1\\d|2[0-3])`;
  const half = `(?: (?<half${suffix}>am|pm))?`;
  const forms = [
    `(?<hh${suffix}>[01]?\\d|2[0-3]):(?<mm${suffix}>[0-5]\\d)(?: (?<mhalf${suffix}>am|pm))?`,
    `(?:a )?(?<past${suffix}>half|quarter|5|10|20|25)(?: minutes)? (?<way${suffix}>past|after|to|of|till|before) (?<ph${suffix}>1[0-2]|[1-9])(?: oclock)?(?: (?<phalf${suffix}>am|pm))?`,
    `half (?<british${suffix}>1[0-2]|[1-9])(?: (?<bhalf${suffix}>am|pm))?`,
    `(?:12 )?(?<noon${suffix}>noon|midday|midnight)`,
    `${hour} (?:(?<m${suffix}>[0-5]\\d)|hundred hours?)${half.replace('half', 'xhalf')}`,
    `${hour.replace('<h', '<oh')} (?:(?<oclock${suffix}>oclock)(?: (?<ohalf${suffix}>am|pm))?|(?<shalf${suffix}>am|pm))`,
    `(?<joined${suffix}>(?:[1-9]|1[0-2])(?:00|15|30|45)) (?<jhalf${suffix}>am|pm|oclock|hours)`,
    ...(isBareAllowed ? [`(?<bare${suffix}>1[0-2]|[1-9])`] : []),
  ];
  return `(?:${forms.join('|')})(?: ?ish)?`;
};

const PART =
  '(?:,? ?in the (?<part>morning|afternoon|evening)|,? at (?<night>night)|(?: on)? (?:tomorrow |this )?(?<bare_part>morning|afternoon|evening|tonight))';
const BEFORE = '(?<=^| )';
const AFTER = '(?=$| )';
/** Words after which a number is a time, if no unit follows it. */
const CUE =
  '(?<cue>at|around|about|by|from|until|till|before|after|say|between|maybe|make it|past|for|like|exactly|is|or|and)';
/** What makes the number before it no time of day. */
const NO_TIME_AFTER =
  "(?! at (?:about |around )?\\d)(?! to(?: [.,!?]|$))(?! (?:minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?|years?|seconds?|people|persons?|guests?|adults?|kids|children|child|of (?:us|them|you|those|these|the|my|our)|nights?|pounds?|dollars?|bucks|euros?|quid|rupees|cents?|pence|percent|%|£|\\$|€|hundred|thousand|million|times?|bed|beds|bedrooms?|rooms?|seats?|miles?|kilometres?|km|stops?|feet|foot|inch(?:es)?|square|doors?|cats?|dogs?|items?|cars?|tyres?|tires?|teeth|treatments?|sessions?|visits?|slots?|options?|copies|boxes|pieces|more|other|different|per|point|grand|k|o|double|treble|\\d{1,2})(?: |$)| (?:[a-z']+ ){0,2}(?:street|road|avenue|lane|drive|close|court|crescent|terrace|gardens|grove|boulevard|way|row|hill)(?: |$))";

const AT_CLOCK = new RegExp(
  `${BEFORE}(?:(?:in the (?<lead>morning|afternoon|evening)|(?<lead_bare>morning|afternoon|evening))(?:,? (?:at|around|about|say))? )?${clockPattern('', false)}${AFTER}(?: ?${PART}${AFTER})?`,
  'g',
);
const BARE = new RegExp(
  `${BEFORE}(?:(?:in the (?<lead>morning|afternoon|evening)|(?<lead_bare>morning|afternoon|evening)),? (?:at|around|about) )?(?<bare>1[0-2]|[1-9])(?<ish> ish)?${AFTER}${NO_TIME_AFTER}(?: ?${PART}${AFTER})?`,
  'g',
);
const RANGES = [
  new RegExp(
    `${BEFORE}(?:anywhere |any time |anytime |sometime )?(?:between|from) (?<from>${clockPattern('1', true)}) (?:in the (?<from_part>morning|afternoon|evening) )?(?:and|to|till|until|-) (?<to>${clockPattern('2', true)})${AFTER}(?! (?:weeks|days|people|years|nights|minutes))(?: ?${PART}${AFTER})?`,
    'g',
  ),
  new RegExp(
    `${BEFORE}(?<from>${clockPattern('1', true)}) (?:to|till|until|-) (?<to>${clockPattern('2', false)})${AFTER}(?: ?${PART}${AFTER})?`,
    'g',
  ),
  new RegExp(
    `${BEFORE}(?<from>${clockPattern('1', true)}) (?:to|till|until|-) (?<to>(?<bare2>1[0-2]|[1-9]))${AFTER}${NO_TIME_AFTER}(?: ?${PART}${AFTER})?`,
    'g',
  ),
];
const CUED = new RegExp(`(?:^| )${CUE}(?: (?:about|around|like|say))?$`);
const STRONG_CUE =
  /(?:^| )(?:at|around|by|until|till|before|after|make it|about|from|say)(?: (?:about|around|like|say))?$/;

/** Every time of day that is said, in order. Numbers that are part of a day must have been blanked out of the text. */
export function findSpokenClocks(text: string): readonly SpokenClock[] {
  const found: SpokenClock[] = [];
  const isFree = (start: number, end: number): boolean => !found.some((one) => one.start < end && start < one.end);
  for (const pattern of RANGES) {
    for (const match of text.matchAll(pattern)) {
      const range = readRange(match);
      if (range !== undefined && isFree(range.start, range.end)) found.push(range);
    }
  }
  for (const match of text.matchAll(AT_CLOCK)) {
    const clock = readAtClock(match, text);
    if (clock !== undefined && isFree(clock.start, clock.end)) found.push(clock);
  }
  for (const match of text.matchAll(BARE)) {
    const clock = readBare(match, text);
    if (clock !== undefined && isFree(clock.start, clock.end)) found.push(clock);
  }
  return asWindows(
    found.sort((left, right) => left.start - right.start),
    text,
  );
}

/** "Tuesday between eight and ten or Wednesday ten to twelve": beside another window it is one too. */
function asWindows(clocks: readonly SpokenClock[], text: string): readonly SpokenClock[] {
  if (clocks.every(({ until }) => until === undefined)) return clocks;
  return clocks.map((clock) => {
    const { windowStart, start } = clock;
    const until: Clock = { hour: (clock.clock.hour % 12) + 1, minute: 0, isSure: false };
    const hours = windowStart === undefined ? 0 : (until.hour - windowStart.hour + 12) % 12;
    if (windowStart === undefined || hours < 1 || hours > 5 || /(?:^| )at $/.test(text.slice(0, start))) return clock;
    return { ...clock, clock: windowStart, until };
  });
}

/**
 * The time as 24 hours, `15:00`.
 *
 * @param part what part of the day is spoken of, if one is
 */
export function clockTime({ hour, minute, isSure }: Clock, part: DayPart | undefined, habit: Habit): string {
  return `${`${isSure ? hour : guessHour(hour, part, habit)}`.padStart(2, '0')}:${`${minute}`.padStart(2, '0')}`;
}

function guessHour(hour: number, part: DayPart | undefined, habit: Habit): number {
  const twelve = hour % 12;
  if (part === 'morning') return hour;
  if (part === 'afternoon' && (hour === 12 || hour <= 7)) return twelve + 12;
  if (part === 'evening' && hour >= 4 && hour < 12) return twelve + 12;
  if (hour === 12) return 12;
  const firstMorningHour = habit === 'meal' ? 11 : 7;
  return hour >= firstMorningHour ? hour : hour + 12;
}

function readRange(match: RegExpExecArray): SpokenClock | undefined {
  const groups = match.groups ?? {};
  const part = partOf(groups);
  const [from, until] = [clockOf(groups, '1'), clockOf(groups, '2')];
  if (from === undefined || until === undefined) return undefined;
  // "Ten to two" is a time; "ten to noon" is none.
  if (/^(?:5|10|20) to /.test(match[0]) && groups.noon2 === undefined) return undefined;
  const start = match.index;
  const fromPart = groups.from_part as DayPart | undefined;
  const shared = shareHalf(from, until, fromPart ?? part);
  const isPart = fromPart ?? part;
  return {
    start,
    end: start + match[0].length,
    clock: shared,
    until,
    form: 'said',
    ...(isPart === undefined ? {} : { part: isPart }),
  };
}

/** "Two to four pm": the first hour is in the half that makes the window short. */
function shareHalf(from: Clock, until: Clock, part: DayPart | undefined): Clock {
  if (from.isSure || !until.isSure || part !== undefined) return from;
  const candidates = [from.hour % 12, (from.hour % 12) + 12].filter(
    (hour) => hour * 60 + from.minute < until.hour * 60 + until.minute,
  );
  const hour = candidates.at(-1);
  return hour === undefined ? from : { hour, minute: from.minute, isSure: true };
}

function readAtClock(match: RegExpExecArray, text: string): SpokenClock | undefined {
  const groups = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const clock = clockOf(groups, '');
  if (clock === undefined) return undefined;
  const part = partOf(groups);
  const isShapeOnly = groups.m !== undefined && groups.xhalf === undefined;
  if (isShapeOnly || (groups.h !== undefined && groups.m === undefined)) {
    const isInNumber =
      /\d(?: ,)?$/.test(text.slice(0, start).trimEnd()) ||
      (/(?:^| )(?:oh?|double|treble|zero)$/.test(text.slice(0, start).trimEnd()) && !match[0].includes('hundred')) ||
      /^ ?(?:, )?(?:\d\b(?= ?(?:$|[.,?!]|\d|oh?\b|double|treble|zero|nought|dash))|\d{3,}|double|treble|triple|dash)/.test(
        text.slice(end),
      );
    if (isInNumber || !new RegExp(`^${NO_TIME_AFTER}`).test(text.slice(end))) return undefined;
    if (
      /(?:number|room|unit|flat|apartment|code|£|\$|€|suite|policy|reference|ending(?: in)?)$/.test(
        text.slice(0, start).trimEnd(),
      )
    )
      return undefined;
  }
  if (
    groups.past !== undefined &&
    /^(?:of|after|before)$/.test(groups.way ?? '') &&
    groups.past !== 'quarter' &&
    groups.past !== 'half'
  ) {
    if (groups.way === 'of' || groups.way === 'before') return undefined;
  }
  // "One forty a night" is a price.
  if (
    isShapeOnly &&
    /^ (?:(?:a|an|per|each) (?:night|head|person|month|week|year|day|hour|go|session|visit|unit)|each|plus|per|for the (?:lot|two|pair|night))(?: |$)/.test(
      text.slice(end),
    )
  )
    return undefined;
  // "Two twenty nine with breakfast" is a price: only trains leave at such minutes, and "at" says so.
  if (
    isShapeOnly &&
    part === undefined &&
    clock.minute % 5 !== 0 &&
    (!/(?:^| )(?:at|by)$/.test(text.slice(0, start).trimEnd()) || PRICED.test(text.slice(0, start)))
  )
    return undefined;
  const form = isShapeOnly && part === undefined ? 'cued' : 'said';
  const isWindow = groups.way === 'to' && /^(?:5|10|20)$/.test(groups.past ?? '');
  const windowStart = isWindow ? { windowStart: { hour: Number(groups.past), minute: 0, isSure: false } } : {};
  return { start, end, clock, form, ...windowStart, ...(part === undefined ? {} : { part }) };
}

/** "I have a downstairs king at one nineteen." */
const PRICED =
  /\b(?:rooms?|king|queen|twin|double|single|suite|cabin|bed|rate|nights?|special|package|deal)(?: for [\w ]{1,20})? at $/;

function readBare(match: RegExpExecArray, text: string): SpokenClock | undefined {
  const groups = match.groups ?? {};
  const start = match.index;
  const before = text.slice(0, start).trimEnd();
  if (
    /(?:\d|\d(?:st|nd|rd|th)|£|\$|€|number|room|unit|flat|apartment|apt|house|plus|about like|point|oh|double|table for|party of|group of|for a table of|line|page|floor|option|press|step|route|platform|door|code|suite|building|block|gate|level|ending(?: in)?|zero)$/.test(
      before,
    )
  )
    return undefined;
  const part = partOf(groups);
  const clock: Clock = { hour: Number(groups.bare), minute: 0, isSure: false };
  const isSaid = part !== undefined || groups.ish !== undefined;
  const form = isSaid ? 'said' : STRONG_CUE.test(before) ? 'cued' : 'bare';
  if (form === 'bare' && groups.bare === '1' && !/(?:^| )(?:or|do)$/.test(before)) return undefined;
  if (form === 'bare' && /(?:^| )for$/.test(before) && !CUED.test(before)) return undefined;
  return { start, end: start + match[0].length, clock, form, ...(part === undefined ? {} : { part }) };
}

function clockOf(groups: Groups, suffix: string): Clock | undefined {
  const get = (name: string): string | undefined => groups[`${name}${suffix}`];
  const noon = get('noon');
  if (noon !== undefined) return { hour: noon === 'midnight' ? 0 : 12, minute: 0, isSure: true };
  const [past, past_hour] = [get('past'), get('ph')];
  if (past !== undefined && past_hour !== undefined) {
    const minutes = past === 'half' ? 30 : past === 'quarter' ? 15 : Number(past);
    const isTo = /^(?:to|till|of|before)$/.test(get('way') ?? '');
    if (isTo && past === 'half') return undefined;
    const hour = Number(past_hour);
    const before = hour === 1 ? 12 : hour - 1;
    return withHalf(isTo ? before : hour, isTo ? 60 - minutes : minutes, get('phalf'));
  }
  const joined = get('joined');
  if (joined !== undefined) return withHalf(Number(joined.slice(0, -2)), Number(joined.slice(-2)), get('jhalf'));
  const shapes: readonly (readonly [string | undefined, string | undefined, string | undefined])[] = [
    [get('hh'), get('mm'), get('mhalf')],
    [get('british'), '30', get('bhalf')],
    [get('h'), get('m') ?? '0', get('xhalf')],
    [get('oh'), '0', get('ohalf') ?? get('shalf')],
    [get('bare'), '0', undefined],
  ];
  for (const [hour, minute, half] of shapes) {
    if (hour !== undefined) return withHalf(Number(hour), Number(minute), half, hour.startsWith('0'));
  }
  return undefined;
}

function withHalf(hour: number, minute: number, half: string | undefined, isSure = false): Clock | undefined {
  if (hour > 23 || minute > 59) return undefined;
  if (half === 'am' || half === 'pm') {
    if (hour > 12) return { hour, minute, isSure: true };
    return { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute, isSure: true };
  }
  return { hour, minute, isSure: isSure || hour > 12 || hour === 0 };
}

function partOf(groups: Groups): DayPart | undefined {
  const word = groups.part ?? groups.bare_part ?? groups.lead ?? groups.lead_bare ?? groups.night;
  return word === undefined ? undefined : word === 'night' || word === 'tonight' ? 'evening' : (word as DayPart);
}
