import type { CivilDay } from '../../language/civil-day.js';
import { isSame, type Slot, stampOf } from './slot.js';

/** An appointment that both sides know of. */
export interface Held extends Slot {
  readonly day: CivilDay;
  /** It was there before the call. */
  readonly wasBooked: boolean;
  /** `2026-03-10T09:30` of the one it takes the place of. */
  readonly replaces?: string | undefined;
}

/** An appointment of the caller's elsewhere: nothing that this call is about. */
export interface Engagement extends Held {
  readonly purpose: string;
}

/** How a slot gets into the diary. */
export interface Entry {
  /** The one from before the call is being moved. */
  readonly isMove: boolean;
  /** "Also", "a second one": it stands beside what is there. */
  readonly isMore: boolean;
  /** It was proposed after what is there was agreed, and nobody went back on that. */
  readonly isBeside: boolean;
  /** The caller has trouble with what is there. */
  readonly isReopened: boolean;
  /** The one that is cancelled: nothing takes its place. */
  readonly without?: Held | undefined;
}

/** Puts an agreed slot into the diary: beside what is there, in its place, or as the part of it that was missing. */
export function agreeOn(
  diary: readonly Held[],
  slot: Slot,
  { isMove, isMore, isBeside, isReopened, without }: Entry,
): readonly Held[] {
  if (slot.day === undefined) return diary;
  const agreed: Held = { ...slot, day: slot.day, wasBooked: false };
  if (diary.some((held) => held.day === slot.day && held.time === slot.time)) return diary;
  const sameDay = diary.find((held) => held.day === slot.day && (held.time === undefined || slot.time === undefined));
  if (sameDay !== undefined && !isMore) {
    const whole: Held =
      slot.time === undefined ? sameDay : { ...agreed, wasBooked: sameDay.wasBooked, replaces: sameDay.replaces };
    return diary.map((held) => (held === sameDay ? whole : held));
  }
  const isOther = slot.time !== undefined && diary.every(({ day, time }) => day !== slot.day && time !== undefined);
  if (isMore || (isBeside && isOther && !isMove)) return [...diary, agreed];
  const others = diary.filter((held) => without === undefined || !isTheCancelled(held, without));
  const old = (isMove ? others.find(({ wasBooked }) => wasBooked) : undefined) ?? others.at(-1);
  if (old === undefined) return [...diary, agreed];
  // A day that is only mentioned does not undo an hour.
  if (old.time !== undefined && slot.time === undefined && !isReopened) return diary;
  const replaces = old.wasBooked && isMove ? stampOf(old) : old.replaces;
  return diary.map((held) => (held === old ? { ...agreed, replaces } : held));
}

/** Whether an appointment is the one that is cancelled, of which at first often only the day was said. */
const isTheCancelled = (held: Held, { day, time }: Held): boolean =>
  held.day === day && (time === undefined || held.time === time);

/** Notes an appointment that is said to be in the diary already. */
export function noteBooked(diary: readonly Held[], slot: Slot): readonly Held[] {
  if (slot.day === undefined) return diary;
  const booked: Held = { ...slot, day: slot.day, wasBooked: true };
  const same = diary.find(
    ({ day, time }) => day === slot.day && (time === slot.time || time === undefined || slot.time === undefined),
  );
  if (same === undefined) return [...diary, booked];
  return diary.map((held) =>
    held === same && held.time === undefined ? { ...held, time: slot.time, turn: slot.turn, quote: slot.quote } : held,
  );
}

/** The business says more of what the caller said is booked: "Thursday at three, yes". */
export function withTime(held: Held, slot: Slot | undefined): Held {
  const isSaid = held.wasBooked && held.time === undefined && slot?.time !== undefined && held.day === slot.day;
  return isSaid ? { ...held, time: slot.time, turn: slot.turn, quote: slot.quote } : held;
}

/** Whether a slot says nothing that the diary does not have. */
export function isKnown(diary: readonly Held[], slot: Slot): boolean {
  return diary.some((held) => isSame(held, slot) && (held.time !== undefined || slot.time === undefined));
}
