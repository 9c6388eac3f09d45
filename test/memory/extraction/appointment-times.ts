import { findAppointments } from '../../../src/memory/extraction/finders/appointment/appointment.js';
import { readCall } from '../../../src/memory/extraction/read-call.js';

/** When the appointments of a call on Monday, 2 March 2026, 14:05 in London are, without what they are for. `A:` is the business, `C:` the caller. */
export function timesOf(talk: readonly string[]): string[] {
  const turns = talk.map((line) => ({
    speaker: line.startsWith('A:') ? ('agent' as const) : ('caller' as const),
    text: line.slice(3),
  }));
  const call = readCall({ turns, startedAt: '2026-03-02T14:05:00.000Z', timeZone: 'Europe/London', country: 'GB' });
  return findAppointments(call).map(({ value }) => /^(?:cancelled )?\S+/.exec(value)?.[0] ?? '');
}
