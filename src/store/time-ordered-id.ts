import { randomBytes } from 'node:crypto';

const HEX = /(.{8})(.{4})(.{4})(.{4})(.{12})/;

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
    const bytes = idBytes(lastMs, counter);
    randomBytes(8).copy(bytes, 8);
    bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
    return textOf(bytes);
  };
}

/** Of all ids of a time the smallest: what is smaller is older. */
export function smallestIdAt(at: Date): string {
  return textOf(idBytes(at.getTime(), 0));
}

function idBytes(ms: number, counter: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(Math.max(0, ms), 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  return bytes;
}

function textOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(HEX, '$1-$2-$3-$4-$5');
}
