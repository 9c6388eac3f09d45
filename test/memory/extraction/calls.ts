import type { Call } from '../../../src/memory/extraction/call.js';
import { type ReadCall, readCall } from '../../../src/memory/extraction/read-call.js';

/** A call on 4 March 2026, of lines that begin with who speaks: "agent: any allergies?" A line without that is the caller's. */
export function callOf(...lines: readonly string[]): Call {
  const turns = lines.map((line) => {
    const [, speaker, text] = /^(?:(agent|caller|other): )?([\s\S]*)$/.exec(line) ?? [];
    return { speaker: (speaker ?? 'caller') as 'agent' | 'caller' | 'other', text: text ?? '' };
  });
  return { turns, startedAt: '2026-03-04T10:00:00.000Z', timeZone: 'Europe/London', country: 'GB' };
}

export const readOf = (...lines: readonly string[]): ReadCall => readCall(callOf(...lines));
