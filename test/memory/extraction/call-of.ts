import type { Call } from '../../../src/memory/extraction/call.js';
import { type ReadCall, readCall } from '../../../src/memory/extraction/read-call.js';

const SPEAKERS = { a: 'agent', c: 'caller', o: 'other' } as const;

/**
 * A call in one line: `a: who's calling? | c: Sarah Johnson | o: it's her husband`. A line without a speaker is the caller's, in
 * answer to nothing.
 */
export function callOf(lines: string, more: Partial<Call> = {}): ReadCall {
  const turns = lines.split(/\s*\|\s*/).map((line) => {
    const said = /^([aco]): ?(.*)$/s.exec(line);
    return { speaker: SPEAKERS[(said?.[1] ?? 'c') as 'a' | 'c' | 'o'], text: said?.[2] ?? line };
  });
  return readCall({
    turns,
    startedAt: '2026-03-04T14:12:00.000Z',
    timeZone: 'America/New_York',
    country: 'US',
    ...more,
  });
}
