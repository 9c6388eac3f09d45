import type { Entry } from './entry.js';

/** No turn there. */
export const NONE = -1;

/** The turns of each conversation in their order, and which one stands beside which. */
export class TurnOrder {
  readonly #slots = new Map<string, number[]>();
  readonly #previous: number[] = [];
  readonly #next: number[] = [];
  readonly #entryAt: (slot: number) => Entry;

  constructor(entryAt: (slot: number) => Entry) {
    this.#entryAt = entryAt;
  }

  /** The slot of the turn before, or NONE. */
  previous(slot: number): number {
    return slot === NONE ? NONE : (this.#previous[slot] ?? NONE);
  }

  next(slot: number): number {
    return slot === NONE ? NONE : (this.#next[slot] ?? NONE);
  }

  add(slot: number, { document }: Entry): void {
    this.#previous[slot] = NONE;
    this.#next[slot] = NONE;
    if (document.kind !== 'turn' || document.conversationId === undefined) return;
    const slots = this.#slots.get(document.conversationId) ?? [];
    this.#slots.set(document.conversationId, slots);
    const at = this.#placeOf(slot, slots);
    slots.splice(at, 0, slot);
    this.#link(slots[at - 1] ?? NONE, slot);
    this.#link(slot, slots[at + 1] ?? NONE);
  }

  remove(slot: number, { document }: Entry): void {
    const slots = document.kind === 'turn' ? this.#slots.get(document.conversationId ?? '') : undefined;
    if (document.conversationId === undefined || slots === undefined) return;
    const at = this.#placeOf(slot, slots);
    slots.splice(at, 1);
    this.#link(slots[at - 1] ?? NONE, slots[at] ?? NONE);
    if (slots.length === 0) this.#slots.delete(document.conversationId);
  }

  #link(before: number, after: number): void {
    if (before !== NONE) this.#next[before] = after;
    if (after !== NONE) this.#previous[after] = before;
  }

  /** Where a slot stands, or would stand: turns come mostly at the end, so it is asked first. */
  #placeOf(slot: number, slots: readonly number[]): number {
    const entry = this.#entryAt(slot);
    const isBefore = (index: number): boolean => inTurnOrder(this.#entryAt(slots[index] as number), entry) < 0;
    let [low, high] = [0, slots.length];
    if (high > 0 && isBefore(high - 1)) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** By position; turns without one come after those that have one, by time, then by id. */
function inTurnOrder(left: Entry, right: Entry): number {
  const byPosition = compare(positionOf(left), positionOf(right));
  if (byPosition !== 0) return byPosition;
  return compare(left.atMs || 0, right.atMs || 0) || compare(left.document.id, right.document.id);
}

function positionOf({ document: { position } }: Entry): number {
  return position === undefined || Number.isNaN(position) ? Infinity : position;
}

function compare<Value extends number | string>(left: Value, right: Value): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
