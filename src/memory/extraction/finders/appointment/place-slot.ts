import type { CivilDay } from '../../language/civil-day.js';
import { clockTime, type Habit } from '../../language/spoken-clocks.js';
import type { SpokenTime } from '../../language/spoken-times.js';
import type { ReadTurn } from '../../read-call.js';
import type { Held, Slot } from './diary.js';
import { SAME_TIME } from './talk-words.js';

export type Side = 'caller' | 'agent';

/** Where the talk stands when a time is said. */
export interface Situation {
  readonly diary: readonly Held[];
  /** What was last proposed and is not answered yet. */
  readonly pending: readonly Slot[];
  readonly pendingBy: Side;
  /** The day that is being spoken of. */
  readonly focus: CivilDay | undefined;
  /** A day that was only mentioned, and in which turn. */
  readonly aside: { readonly day: CivilDay; readonly turn: number } | undefined;
  /** Times at which the business opens. */
  readonly openings: readonly SpokenTime[];
  readonly start: { readonly day: CivilDay; readonly time: string };
  readonly habit: Habit;
}

/**
 * The slot that a spoken time means where the talk stands: "nine" is on the day that is being spoken of, "the Thursday" the one that
 * was offered.
 *
 * @param before day of the times before it in the same turn: "Monday at six or at eight"
 */
export function placeSlot(
  spoken: SpokenTime,
  turn: ReadTurn,
  side: Side,
  before: CivilDay | undefined,
  at: Situation,
): Slot {
  const words = { turn: turn.index, quote: spoken.text };
  const day = dayOf(spoken, at) ?? before;
  if (spoken.time === undefined || spoken.clock === undefined) {
    const sameDay = at.pending.filter((slot) => slot.day === day && at.pendingBy !== side);
    if (sameDay.length === 1) return { ...words, day, time: sameDay[0]?.time };
    const last = at.diary.at(-1)?.time ?? at.pending.at(-1)?.time;
    if (
      SAME_TIME.test(turn.text) ||
      (/\binstead\b|\bmake it\b/i.test(turn.text) && side === 'caller' && !/\bwhen|what time/i.test(turn.text))
    )
      return { ...words, day, time: last };
    return { ...words, day };
  }
  const { windowStart } = spoken;
  if (windowStart !== undefined) {
    const window = [...at.pending, ...at.diary].find(
      ({ time }) => time !== undefined && isSameClock(time, { ...spoken, clock: windowStart }),
    );
    if (window !== undefined) return { ...words, day: window.day, time: window.time };
  }
  for (const near of [at.pending, at.diary]) {
    const same = near.filter(
      (slot) => slot.time !== undefined && (day === undefined || slot.day === day) && isSameClock(slot.time, spoken),
    );
    const [only] = same;
    if (only !== undefined && (same.length === 1 || day !== undefined))
      return { ...words, day: day ?? only.day, time: isOpeningTime(spoken, at) ? timeOf(spoken, day, at) : only.time };
    if (near === at.pending && near.length > 0 && day === undefined && onlyPendingDay(at) !== undefined) break;
  }
  const aside = at.aside !== undefined && turn.index - at.aside.turn <= 3 ? at.aside.day : undefined;
  const placed = day ?? onlyPendingDay(at) ?? at.focus ?? at.diary.at(-1)?.day ?? aside;
  return { ...words, day: placed, time: timeOf(spoken, placed, at) };
}

/** Today, or on no day that was said, the next such time is meant; and a time at which they open is in the morning. */
function timeOf(spoken: SpokenTime, day: CivilDay | undefined, at: Situation): string | undefined {
  const { clock, time } = spoken;
  if (clock === undefined || time === undefined || clock.isSure || spoken.part !== undefined) return time;
  const [early = time, late = time] = [0, 12].map((half) =>
    clockTime({ ...clock, hour: (clock.hour % 12) + half, isSure: true }, undefined, at.habit),
  );
  if (isOpeningTime(spoken, at)) return early;
  if (day !== undefined && day !== at.start.day) return time;
  return early > at.start.time ? early : late > at.start.time ? late : time;
}

function isOpeningTime({ clock }: SpokenTime, at: Situation): boolean {
  return at.openings.some(
    (opening) => clock !== undefined && opening.clock?.hour === clock.hour && opening.clock.minute === clock.minute,
  );
}

/** A weekday or a number alone is the day that was proposed, if one was. */
function dayOf({ day, weekdayOnly, numberOnly }: SpokenTime, at: Situation): CivilDay | undefined {
  if (day === undefined) return day;
  const isNamed = (one: CivilDay | undefined): one is CivilDay =>
    one !== undefined &&
    ((weekdayOnly !== undefined && sameWeekday(one, day)) || (numberOnly === true && one.slice(8) === day.slice(8)));
  return [...at.diary, ...at.pending].map((slot) => slot.day).findLast(isNamed) ?? day;
}

function onlyPendingDay(at: Situation): CivilDay | undefined {
  const days = new Set(at.pending.map(({ day }) => day));
  return days.size === 1 ? [...days][0] : undefined;
}

function sameWeekday(left: CivilDay, right: CivilDay): boolean {
  return (Date.parse(left) - Date.parse(right)) % (7 * 86_400_000) === 0;
}

/** "Nine" is 09:00 and 21:00, "three pm" 15:00 alone. */
function isSameClock(time: string, { clock, time: spoken, part }: SpokenTime): boolean {
  if (clock === undefined) return false;
  if (clock.isSure || part !== undefined) return time === spoken;
  return [clock.hour % 12, (clock.hour % 12) + 12].some(
    (hour) => clockTime({ ...clock, hour, isSure: true }, undefined, 'business') === time,
  );
}
