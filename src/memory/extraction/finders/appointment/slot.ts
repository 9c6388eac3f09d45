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

/** A slot as the value of a fact begins: `2026-03-10T09:30`. */
export function stampOf({ day, time }: Slot): string {
  return time === undefined ? (day ?? '') : `${day}T${time}`;
}

/** Whether two slots can be one: nothing that both say differs, and they share something. */
export function isSame(left: Slot, right: Slot): boolean {
  if (left.day !== undefined && right.day !== undefined && left.day !== right.day) return false;
  if (left.time !== undefined && right.time !== undefined && left.time !== right.time) return false;
  return (left.day !== undefined && left.day === right.day) || (left.time !== undefined && left.time === right.time);
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
