import { randomUUID } from 'node:crypto';

/** Makes UUIDs (version 7, RFC 9562) that sort by their time, and of one millisecond by their order. */
export type MakeTimeOrderedId = (at: Date) => string;

const COUNTER_MAX = 0xfff;

/** A clock that is set back by so much was wrong before, and is right now. */
const SET_BACK_MS = 10_000;

/** One of them per process: what two of them make in the same millisecond has no order. */
export function createTimeOrderedIds(): MakeTimeOrderedId {
  let lastMs = Number.NEGATIVE_INFINITY;
  let counter = 0;
  return (at) => {
    const ms = at.getTime();
    if (ms > lastMs || ms < lastMs - SET_BACK_MS) {
      lastMs = ms;
      counter = 0;
    } else if (counter < COUNTER_MAX) {
      counter += 1;
    } else {
      // As the RFC has it: a millisecond that is used up borrows from the next one.
      lastMs += 1;
      counter = 0;
    }
    // Node keeps random bytes for many of these in stock; the variant, from the 20th character on, is the same for all versions.
    return `${timeText(lastMs, counter)}-${randomUUID().slice(19)}`;
  };
}

/** Of all ids of a time the smallest: what is smaller is older. */
export function smallestIdAt(at: Date): string {
  return `${timeText(at.getTime(), 0)}-0000-000000000000`;
}

/** The time, the version and the counter: `019…-…-7…`. */
function timeText(ms: number, counter: number): string {
  const hex = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${counter.toString(16).padStart(3, '0')}`;
}
