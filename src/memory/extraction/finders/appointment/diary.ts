import type { CivilDay } from '../../language/civil-day.js';

/** A day and time that is spoken of; at first often only one of the two. */
export interface Slot {
  readonly day?: CivilDay | undefined;
  /** `09:30`. */
  readonly time?: string | undefined;
  /** Where its words are. */
  readonly turn: number;
  readonly quote: string;
}

/** An appointment that both sides know of. */
export interface Held extends Slot {
  readonly day: CivilDay;
  /** It was there before the call. */
  readonly wasBooked: boolean;
  /** `2026-03-10T09:30` of the one it takes the place of. */
  readonly replaces?: string | undefined;
}

/** A slot as the value of a fact begins: `2026-03-10T09:30`. */
export function stampOf({ day, time }: Slot): string {
  return time === undefined ? (day ?? '') : `${day}T${time}`;
}

/** How a slot gets into the diary. */
export interface Entry {
  /** The one from before the call is being moved. */
  readonly isMove: boolean;
  /** "Also", "a second one": it stands beside what is there. */
  readonly isMore: boolean;
}

/** Puts an agreed slot into the diary: beside what is there, in its place, or as the part of it that was missing. */
export function agreeOn(diary: readonly Held[], slot: Slot, { isMove, isMore }: Entry): readonly Held[] {
  if (slot.day === undefined) return diary;
  const agreed: Held = { ...slot, day: slot.day, wasBooked: false };
  if (diary.some((held) => held.day === slot.day && held.time === slot.time)) return diary;
  const sameDay = diary.find((held) => held.day === slot.day && (held.time === undefined || slot.time === undefined));
  if (sameDay !== undefined && !isMore) {
    const whole: Held =
      slot.time === undefined ? sameDay : { ...agreed, wasBooked: sameDay.wasBooked, replaces: sameDay.replaces };
    return diary.map((held) => (held === sameDay ? whole : held));
  }
  if (isMore) return [...diary, agreed];
  const old = (isMove ? diary.find(({ wasBooked }) => wasBooked) : undefined) ?? diary.at(-1);
  if (old === undefined) return [agreed];
  const replaces = old.wasBooked && isMove ? stampOf(old) : old.replaces;
  return diary.map((held) => (held === old ? { ...agreed, replaces } : held));
}

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

/** Whether two slots can be one: nothing that both say differs, and they share something. */
export function isSame(left: Slot, right: Slot): boolean {
  if (left.day !== undefined && right.day !== undefined && left.day !== right.day) return false;
  if (left.time !== undefined && right.time !== undefined && left.time !== right.time) return false;
  return (left.day !== undefined && left.day === right.day) || (left.time !== undefined && left.time === right.time);
}

/** The business says more of what the caller said is booked: "Thursday at three, yes". */
export function withTime(held: Held, slot: Slot | undefined): Held {
  const isSaid = held.wasBooked && held.time === undefined && slot?.time !== undefined && held.day === slot.day;
  return isSaid ? { ...held, time: slot.time, turn: slot.turn, quote: slot.quote } : held;
}

/** Each slot once; a day and a time that were said apart are one. */
export function distinct(slots: readonly Slot[]): readonly Slot[] {
  const kept: Slot[] = [];
  for (const slot of slots) {
    const at = kept.findIndex((one) => isSame(one, slot));
    const same = kept[at];
    if (same === undefined) kept.push(slot);
    else if (same.time === undefined && slot.time !== undefined) kept[at] = { ...slot, day: slot.day ?? same.day };
    else if (same.day === undefined && slot.day !== undefined) kept[at] = { ...slot, time: same.time };
  }
  return kept;
}
