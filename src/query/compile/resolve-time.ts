import type { RelativeTime, TimeValue } from '../checked-query.js';

const DAY_MS = 86_400_000;
/** 0001-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z: the years that a query can speak of. */
const FIRST_MS = -62_135_596_800_000;
const LAST_MS = 253_402_300_799_999;

/** A time as ISO 8601 text in UTC. Relative ones are counted from `now`; days are UTC days. */
export function resolveTime(value: TimeValue, now: Date): string {
  if (value.kind === 'time') return value.iso;
  const atMs = anchorMs(value.anchor, now.getTime()) + value.offsetMs;
  return new Date(Math.min(Math.max(atMs, FIRST_MS), LAST_MS)).toISOString();
}

function anchorMs(anchor: RelativeTime['anchor'], nowMs: number): number {
  const todayMs = Math.floor(nowMs / DAY_MS) * DAY_MS;
  switch (anchor) {
    case 'now':
      return nowMs;
    case 'today':
      return todayMs;
    case 'yesterday':
      return todayMs - DAY_MS;
    case 'tomorrow':
      return todayMs + DAY_MS;
  }
}
