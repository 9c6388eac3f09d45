import type { Clock, DayPart } from './clock.js';
import { clockOf, partOf } from './clock-groups.js';
import { AT_CLOCK, BARE, MAY_END_TIME, RANGES, TIME_CUE } from './clock-patterns.js';

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

/** Every time of day that is said, in order. Numbers that are part of a day must have been blanked out of the text. */
export function findSpokenClocks(text: string): readonly SpokenClock[] {
  const found: SpokenClock[] = [];
  const taken = new Uint8Array(text.length);
  const keep = (clock: SpokenClock | undefined): void => {
    if (clock === undefined || taken.subarray(clock.start, clock.end).includes(1)) return;
    taken.fill(1, clock.start, clock.end);
    found.push(clock);
  };
  for (const pattern of RANGES) for (const match of text.matchAll(pattern)) keep(readRange(match));
  for (const match of text.matchAll(AT_CLOCK)) keep(readAtClock(match, text));
  for (const match of text.matchAll(BARE)) keep(readBare(match, text));
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
    if (windowStart === undefined || hours < 1 || hours > 5 || /(?:^| )at$/.test(wordsBefore(text, start)))
      return clock;
    return { ...clock, clock: windowStart, until };
  });
}

function readRange(match: RegExpExecArray): SpokenClock | undefined {
  const groups = match.groups ?? {};
  const part = (groups.from_part as DayPart | undefined) ?? partOf(groups);
  const [from, until] = [clockOf(groups, '1'), clockOf(groups, '2')];
  if (from === undefined || until === undefined) return undefined;
  // "Ten to two" is a time; "ten to noon" is none.
  if (/^(?:5|10|20) to /.test(match[0]) && groups.noon2 === undefined) return undefined;
  const start = match.index;
  return {
    start,
    end: start + match[0].length,
    clock: shareHalf(from, until, part),
    until,
    form: 'said',
    ...(part === undefined ? {} : { part }),
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
  const [start, end] = [match.index, match.index + match[0].length];
  const [before, after] = [wordsBefore(text, start), text.slice(end)];
  const clock = clockOf(groups, '');
  if (clock === undefined) return undefined;
  const part = partOf(groups);
  const isShapeOnly = groups.m !== undefined && groups.xhalf === undefined;
  const isHundred = groups.h !== undefined && groups.m === undefined;
  if ((isShapeOnly || isHundred) && (isInNumber(before, after, isHundred) || !MAY_END_TIME.test(after)))
    return undefined;
  // "Twenty of two" and "ten before nine" count other things.
  if (/^(?:of|before)$/.test(groups.way ?? '') && /^\d/.test(groups.past ?? '')) return undefined;
  if (isShapeOnly && PRICE_AFTER.test(after)) return undefined;
  if (isShapeOnly && part === undefined && clock.minute % 5 !== 0 && !LEAVES_AT.test(before)) return undefined;
  const form = isShapeOnly && part === undefined ? 'cued' : 'said';
  const isWindow = groups.way === 'to' && /^(?:5|10|20)$/.test(groups.past ?? '');
  const windowStart = isWindow ? { windowStart: { hour: Number(groups.past), minute: 0, isSure: false } } : {};
  return { start, end, clock, form, ...windowStart, ...(part === undefined ? {} : { part }) };
}

/** How many characters before a number can say what it is. */
const NEAR = 80;

const wordsBefore = (text: string, start: number): string => text.slice(Math.max(0, start - NEAR), start).trimEnd();

/** Whether "nine thirty" is a part of a longer number, or the number of something. */
function isInNumber(before: string, after: string, isHundred: boolean): boolean {
  return (
    /\d(?: ,)?$/.test(before) ||
    (/(?:^| )(?:oh?|double|treble|zero)$/.test(before) && !isHundred) ||
    /^ ?(?:, )?(?:\d\b(?= ?(?:$|[.,?!]|\d|oh?\b|double|treble|zero|nought|dash))|\d{3,}|double|treble|triple|dash)/.test(
      after,
    ) ||
    /(?:number|room|unit|flat|apartment|code|£|\$|€|suite|policy|reference|ending(?: in)?)$/.test(before)
  );
}

/** "One forty a night" is a price. */
const PRICE_AFTER =
  /^ (?:(?:a|an|per|each) (?:night|head|person|month|week|year|day|hour|go|session|visit|unit)|each|plus|per|for the (?:lot|two|pair|night))(?: |$)/;
/**
 * "Two twenty nine with breakfast" is a price: only trains leave at such minutes, and "at" says so. "I have a downstairs king at one
 * nineteen" is one too.
 */
const LEAVES_AT =
  /(?:^| )(?:by|(?<!\b(?:rooms?|king|queen|twin|double|single|suite|cabin|bed|rate|nights?|special|package|deal)(?: for [\w ]{1,20})? )at)$/;

function readBare(match: RegExpExecArray, text: string): SpokenClock | undefined {
  const groups = match.groups ?? {};
  const start = match.index;
  const before = wordsBefore(text, start);
  if (
    /(?:\d|\d(?:st|nd|rd|th)|£|\$|€|number|room|unit|flat|apartment|apt|house|plus|about like|point|oh|double|table for|party of|group of|for a table of|line|page|floor|option|press|step|route|platform|door|code|suite|building|block|gate|level|ending(?: in)?|zero)$/.test(
      before,
    )
  )
    return undefined;
  const part = partOf(groups);
  const clock: Clock = { hour: Number(groups.bare), minute: 0, isSure: false };
  const isSaid = part !== undefined || groups.ish !== undefined;
  const form = isSaid ? 'said' : TIME_CUE.test(before) ? 'cued' : 'bare';
  if (form === 'bare' && groups.bare === '1' && !/(?:^| )(?:or|do)$/.test(before)) return undefined;
  return { start, end: start + match[0].length, clock, form, ...(part === undefined ? {} : { part }) };
}
