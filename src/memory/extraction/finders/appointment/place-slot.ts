import { type CivilDay, mondayOf } from '../../language/civil-day.js';
import { clockTime, minutesOf } from '../../language/clock.js';
import type { SpokenTime } from '../../language/spoken-times.js';
import type { Held } from './diary.js';
import type { Slot } from './slot.js';
import { type Heard, openTo, type Talk } from './talk.js';
import { SAME_TIME } from './talk-words.js';

/**
 * The slot that a spoken time means where the talk stands: "nine" is on the day that is being spoken of, "the Thursday" the one that
 * was offered.
 *
 * @param before day of the times before it in the same turn: "Monday at six or at eight"
 */
export function placeSlot(talk: Talk, spoken: SpokenTime, { turn, side }: Heard, before: CivilDay | undefined): Slot {
  const { diary, table, topic } = talk;
  const pending = table.slots;
  // Nobody is woken in the afternoon, and the taxi of the same turn comes after that.
  const isWakeUp = /\bwake[- ]?up\b/i.test(turn.text);
  const words = { turn: turn.index, quote: spoken.text };
  const isSaidBefore = before !== undefined && spoken.weekdayOnly !== undefined && spoken.day !== undefined;
  const day = isSaidBefore && sameWeekday(before, spoken.day) ? before : (dayOf(talk, spoken) ?? before);
  if (spoken.time === undefined || spoken.clock === undefined) {
    const sameDay = openTo(talk, side).filter((slot) => slot.day === day);
    if (sameDay.length === 1) return { ...words, day, time: sameDay[0]?.time };
    // "Friday at twenty past eleven?" – "This Friday?"
    const sameName = openTo(talk, side).filter(
      (slot) => slot.day !== undefined && day !== undefined && sameWeekday(slot.day, day),
    );
    if (sameName.length === 1 && spoken.part === undefined) return { ...words, day, time: sameName[0]?.time };
    const last = diary.at(-1)?.time ?? pending.at(-1)?.time ?? talk.offered.at(-1)?.time;
    if (
      SAME_TIME.test(turn.text) ||
      (/\binstead\b|\bmake it\b/i.test(turn.text) && side === 'caller' && !/\bwhen|what time/i.test(turn.text))
    )
      return { ...words, day, time: last };
    return { ...words, day };
  }
  const { windowStart } = spoken;
  if (windowStart !== undefined) {
    const window = [...pending, ...diary].find(
      ({ time }) => time !== undefined && isSameClock(time, { ...spoken, clock: windowStart }),
    );
    const begins = topic.windows.find((time) => isSameClock(time, { ...spoken, clock: windowStart }));
    if (window === undefined && begins !== undefined) return { ...words, day, time: begins };
    if (window !== undefined) return { ...words, day: window.day, time: window.time };
  }
  // "Ah go on, half eight then": what was offered before comes back.
  const earlier = pending.length === 0 && day === undefined ? talk.offered : [];
  for (const near of [pending, diary, earlier]) {
    const same = near.filter(
      (slot) => slot.time !== undefined && (day === undefined || slot.day === day) && isSameClock(slot.time, spoken),
    );
    const [only] = same;
    if (only !== undefined && (same.length === 1 || day !== undefined))
      return {
        ...words,
        day: day ?? only.day,
        time: isOpeningTime(talk, spoken) ? timeOf(talk, spoken, day, isWakeUp) : only.time,
      };
    if (near === pending && near.length > 0 && day === undefined && onlyPendingDay(talk) !== undefined) break;
  }
  const aside = topic.aside !== undefined && turn.index - topic.aside.turn <= 3 ? topic.aside.day : undefined;
  const placed = day ?? onlyPendingDay(talk) ?? topic.focus ?? diary.at(-1)?.day ?? aside;
  return {
    ...words,
    day: placed,
    time: nearOffered(talk, spoken, placed, side) ?? timeOf(talk, spoken, placed, isWakeUp),
  };
}

/** "Monday at half nine?" – "Let's say ten": in the half of the day that was spoken of. */
function nearOffered(
  talk: Talk,
  spoken: SpokenTime,
  day: CivilDay | undefined,
  side: Heard['side'],
): string | undefined {
  const { clock, part } = spoken;
  const [offered, ...more] = openTo(talk, side);
  if (spoken.day !== undefined) return undefined;
  if (talk.setting.habit === 'meal' || clock === undefined || clock.isSure || part !== undefined) return undefined;
  if (offered?.time === undefined || more.length > 0 || offered.day !== day) return undefined;
  const from = minutesOf(offered.time);
  return [0, 12]
    .map((half) => clockTime({ ...clock, hour: (clock.hour % 12) + half, isSure: true }, undefined, 'business'))
    .find((time) => Math.abs(minutesOf(time) - from) <= NEAR_MINUTES);
}

/** So far from what was offered is what is asked for in its place without a word about the half of the day. */
const NEAR_MINUTES = 180;

/** Today, or on no day that was said, the next such time is meant; and a time at which they open is in the morning. */
function timeOf(
  { setting, topic }: Talk,
  spoken: SpokenTime,
  day: CivilDay | undefined,
  isWakeUp: boolean,
): string | undefined {
  const { clock, time } = spoken;
  if (clock === undefined || time === undefined || clock.isSure || spoken.part !== undefined) return time;
  const [early = time, late = time] = [0, 12].map((half) =>
    clockTime({ ...clock, hour: (clock.hour % 12) + half, isSure: true }, undefined, setting.habit),
  );
  if (isOpeningTime({ topic }, spoken)) return early;
  if (isWakeUp && clock.hour >= 4) return early;
  if (day !== undefined && day !== setting.start.day) return time;
  return early > setting.start.time ? early : late > setting.start.time ? late : time;
}

function isOpeningTime({ topic }: Pick<Talk, 'topic'>, { clock }: SpokenTime): boolean {
  return topic.openings.some(
    (opening) => clock !== undefined && opening.clock?.hour === clock.hour && opening.clock.minute === clock.minute,
  );
}

/** A weekday or a number alone is the day that was proposed, if one was. */
function dayOf(
  { diary, table, topic, isMove }: Talk,
  { day, weekdayOnly, numberOnly }: SpokenTime,
): CivilDay | undefined {
  if (day === undefined) return day;
  const isNamed = (one: CivilDay | undefined): one is CivilDay =>
    one !== undefined &&
    ((weekdayOnly !== undefined && sameWeekday(one, day)) || (numberOnly === true && one.slice(8) === day.slice(8)));
  // "Next week instead" – "Tuesday at three": not the Tuesday that is in the diary.
  const isLeft = (held: Held): boolean =>
    isMove && held.wasBooked && topic.week === mondayOf(day) && mondayOf(held.day) !== topic.week;
  const known = [...diary.filter((held) => !isLeft(held)), ...table.slots].map((slot) => slot.day);
  return known.findLast(isNamed) ?? day;
}

function onlyPendingDay({ table }: Talk): CivilDay | undefined {
  const days = new Set(table.slots.map(({ day }) => day));
  return days.size === 1 ? [...days][0] : undefined;
}

function sameWeekday(left: CivilDay, right: CivilDay): boolean {
  return (Date.parse(left) - Date.parse(right)) % (7 * 86_400_000) === 0;
}

const PART_SAID = /morning|noon|afternoon|arvo|evening|night|\b[ap]\.? ?m\b/i;

/** "Nine" is 09:00 and 21:00, "three pm" 15:00 alone. */
function isSameClock(time: string, { clock, time: spoken, part, text }: SpokenTime): boolean {
  if (clock === undefined) return false;
  if (clock.isSure || (part !== undefined && PART_SAID.test(text))) return time === spoken;
  return [clock.hour % 12, (clock.hour % 12) + 12].some(
    (hour) => clockTime({ ...clock, hour, isSure: true }, undefined, 'business') === time,
  );
}
