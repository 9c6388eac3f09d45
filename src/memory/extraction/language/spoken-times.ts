import { type CivilDay, weekdayOf } from './civil-day.js';
import { type Clock, clockTime, type DayPart, type Habit, minutesOf } from './clock.js';
import { findSpokenClocks, type SpokenClock } from './spoken-clocks.js';
import type { DayReference, SpokenDay } from './spoken-day.js';
import { findSpokenDays } from './spoken-days.js';
import { timeText } from './time-text.js';

/** What spoken times are counted from. */
export interface TimeReference extends DayReference {
  /** The time on the call's clock when it starts, `14:05`: for "in an hour". */
  readonly now: string;
  /** What "at seven" means when nobody says which half of the day; business hours (7 to 18:59) by default. */
  readonly habit?: Habit | undefined;
  /** The part of the day that is being spoken of: "have you anything in the evening?" … "at seven". */
  readonly part?: DayPart | undefined;
}

/** A day, a time of day or both, as they were said in one breath. */
export interface SpokenTime {
  /** Stretch of the original text: `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `2026-03-10`. */
  readonly day?: CivilDay;
  /** `09:30`; of a window of hours its start. */
  readonly time?: string;
  /** The end of a window. */
  readonly until?: string;
  readonly clock?: Clock;
  /** "Ten to two" can be a window too: when it begins. */
  readonly windowStart?: Clock;
  readonly part?: DayPart;
  /** A week or month that was named without a day. */
  readonly period?: { readonly from: CivilDay; readonly kind: 'week' | 'month' };
  /** "End of the month": `day` is a guess, or absent. */
  readonly vague?: boolean;
  /** Only a day of the week was said: its name. */
  readonly weekdayOnly?: string;
  /** Only the number of the day was said: "the 24th". */
  readonly numberOnly?: boolean;
  readonly setsWeek?: boolean;
  /** How sure it is that the time is one: see `SpokenClock`. Absent without a time. */
  readonly form?: SpokenClock['form'];
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly day?: SpokenDay;
  readonly clock?: SpokenClock;
  readonly part?: DayPart;
}

/** How much of a turn is read: twenty minutes of talk. What is longer was not said. */
export const READ_MAX = 20_000;

/** In a `TimeText`: without any of these nobody says when, and most turns have none. */
const MAY_SAY_WHEN =
  /\d|day|tues|weds|thur|week|fortnight|month|year|tomorrow|night|morning|afternoon|evening|arvo|noon|hour|minute|mins|lunchtime|christmas|halloween|valentine/;

/** Words that may stand between the day and the time of one appointment. */
const JOINT =
  /^ ?(?:(?:[,-]|at|on|for|after|around|about|say|from|the|in|so|some ?time|its|it's|that's|and|maybe|then|please|is|would be|any ?time|sometime|1st thing|later|early|late|between|roughly|approximately|is fine|fine|good|is good|okay|ok|yes|yeah|great|perfect|exactly|let's say|which is|that is|same time|same window|a|just) ?){0,3}$/;
/** In a `TimeText` "first thing" is `1st thing`. */
const PARTS =
  /(?<=^| )(?<!(?:good|per|each|opening|wedding|dance|a|one|\d) )(?:(?:1st thing )?(?:in|on) the (?:early |late )?|1st thing |early |late |mid |all )?(?<part>morning|afternoon|arvo|evening|night|lunchtime|1st thing)(?= |$)(?! (?:nurse|shifts?|work|worker|porter|dut(?:y|ies)|guard|bus|owl|person|people|school|stand|gown|tea|meal|class(?:es)?|prayers?|sickness|coffee|paper|dress|course|watchman|manager|off work|market)(?: |$))/g;
const DISTANCE =
  /(?<=^| )in (?:about )?(?<count>an|1|\d{1,2}|half an) (?<unit>hours?|minutes?|mins)(?:'?s?'? time)?(?= |$)/g;

/**
 * Days and times of day in spoken English: "half nine on Tuesday week", "the eleventh at quarter to four", "between nine and
 * one tomorrow". What is only said to be past, rejected or a birthday is found too: what it is for, the finders say.
 */
export function findSpokenTimes(original: string, reference: TimeReference): readonly SpokenTime[] {
  const read = timeText(original.slice(0, READ_MAX));
  if (!MAY_SAY_WHEN.test(read.text)) return [];
  const days = findSpokenDays(read.text, reference);
  const free = blanked(read.text, days);
  const clocks = findSpokenClocks(free);
  const rest = blanked(free, clocks);
  const pieces: Piece[] = [
    ...days.map((day) => ({
      start: day.start,
      end: day.end,
      day,
      ...(day.part === undefined ? {} : { part: day.part }),
    })),
    ...clocks.map((clock) => ({
      start: clock.start,
      end: clock.end,
      clock,
      ...(clock.part === undefined ? {} : { part: clock.part }),
    })),
    ...[...rest.matchAll(PARTS)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      ...partNamed(match.groups?.part),
    })),
    ...[...rest.matchAll(DISTANCE)].map((match) => fromNow(match, reference)),
  ].sort((left, right) => left.start - right.start);
  return joinPieces(pieces, read.text).map((joined) =>
    spokenTime(joined, original, read.original(joined.start, joined.end), reference),
  );
}

/** A piece joins the one before it when only small words stand between them and it brings what that one lacks. */
function joinPieces(pieces: readonly Piece[], text: string): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, piece.start);
    if (
      last !== undefined &&
      JOINT.test(between) &&
      complements(last, piece, between, text.slice(piece.start, piece.end))
    ) {
      const day = piece.day !== undefined && last.day?.weekdayOnly !== undefined ? { day: piece.day } : {};
      joined[joined.length - 1] = { ...piece, ...last, ...day, start: last.start, end: piece.end };
    } else joined.push(piece);
  }
  return joined;
}

function complements(last: Piece, piece: Piece, between: string, words: string): boolean {
  // "I've two on the Tuesday" counts.
  if (last.clock?.form === 'bare' && / on $/.test(between) && words.startsWith('the ')) return false;
  if (last.clock !== undefined && piece.clock !== undefined) return false;
  if (last.part !== undefined && piece.part !== undefined && last.part !== piece.part) return false;
  // "Tuesday and nine" is an enumeration, and "Tuesday for six" a number of people.
  if (/ and /.test(between) || (/ for /.test(between) && piece.clock?.form === 'bare')) return false;
  // "Wednesdays is at four" says the time of one of them.
  if (last.day?.vague && last.day.day === undefined && !/^ ?(?:at )?$/.test(between)) return false;
  if (piece.clock?.form === 'bare' && / on the $/.test(between)) return false;
  // "Lunch is at one so Saturday" goes on to something else.
  if (last.clock !== undefined && / so $/.test(between)) return false;
  if (last.clock?.form === 'bare' && / on the $/.test(between)) return false;
  if (last.day !== undefined && piece.day !== undefined) return isSameDay(last.day, piece.day);
  return true;
}

/** "Tomorrow, the eleventh", "August fifth is a Wednesday": one day, said twice. */
function isSameDay(left: SpokenDay, right: SpokenDay): boolean {
  if (
    left.day !== undefined &&
    left.weekdayOnly === undefined &&
    right.weekdayOnly !== undefined &&
    right.day !== undefined
  ) {
    return weekdayOf(left.day) === weekdayOf(right.day);
  }
  // "The Friday, that's the twentieth" is none of the Fridays before.
  if (left.weekdayOnly !== undefined && right.numberOnly && left.day !== undefined && right.day !== undefined)
    return weekdayOf(left.day) === weekdayOf(right.day);
  return left.day !== undefined && left.day === right.day;
}

function spokenTime(
  piece: Piece,
  original: string,
  at: { start: number; end: number },
  reference: TimeReference,
): SpokenTime {
  const { day, clock } = piece;
  const habit = reference.habit ?? 'business';
  const carried = isHourOf(reference.part, clock?.clock.hour ?? 0) ? reference.part : undefined;
  const part = piece.part ?? (clock === undefined ? undefined : carried);
  return {
    ...at,
    text: original.slice(at.start, at.end),
    ...(day?.day === undefined ? {} : { day: day.day }),
    ...(day?.period === undefined ? {} : { period: day.period }),
    ...(day?.vague ? { vague: true } : {}),
    ...(day?.weekdayOnly === undefined ? {} : { weekdayOnly: day.weekdayOnly }),
    ...(day?.numberOnly ? { numberOnly: true } : {}),
    ...(day?.setsWeek ? { setsWeek: true } : {}),
    ...(piece.part === undefined ? {} : { part: piece.part }),
    ...(clock === undefined
      ? {}
      : {
          clock: clock.clock,
          form: day?.day !== undefined && clock.form === 'bare' ? 'cued' : clock.form,
          time: clockTime(clock.clock, part, habit),
          ...(clock.windowStart === undefined ? {} : { windowStart: clock.windowStart }),
          ...(clock.until === undefined ? {} : { until: clockTime(clock.until, undefined, habit) }),
        }),
  };
}

/** Whether an hour can be meant in a part of the day that was spoken of before: "in the morning" makes no four out of four. */
function isHourOf(part: DayPart | undefined, hour: number): boolean {
  if (part === 'morning') return hour >= 6 && hour < 12;
  return part !== 'evening' || hour < 10;
}

function fromNow(match: RegExpExecArray, { today, now }: TimeReference): Piece {
  const { count, unit } = match.groups ?? {};
  const each = unit?.startsWith('hour') ? 60 : 1;
  const minutes = count === 'half an' ? 30 : (count === 'an' ? 1 : Number(count)) * each;
  const [start, end] = [match.index, match.index + match[0].length];
  const total = minutesOf(now) + minutes;
  if (total >= 24 * 60) return { start, end };
  return { start, end, day: { start, end, day: today, vague: true } };
}

function partNamed(word: string | undefined): { part?: DayPart } {
  if (word === 'night') return { part: 'evening' };
  if (word === '1st thing') return { part: 'morning' };
  if (word === 'lunchtime' || word === 'arvo') return { part: 'afternoon' };
  return { part: word as DayPart };
}

/** A text with underscores for what was read, in the order of the text. */
function blanked(text: string, stretches: readonly { readonly start: number; readonly end: number }[]): string {
  let done = '';
  for (const { start, end } of stretches) done += `${text.slice(done.length, start)}${'_'.repeat(end - start)}`;
  return done + text.slice(done.length);
}
