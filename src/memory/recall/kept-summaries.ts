import type { CallerKnowledge, CallerSummary, SummaryOptions } from './caller-summary.js';
import { summarizeCaller } from './summarize-caller.js';

/** So long a summary is told again as it was: every search of a call has one, and strength fades by days. */
const KEPT_MS = 10_000;

interface Kept {
  readonly atMs: number;
  readonly localTime: SummaryOptions['localTime'];
  readonly summary: CallerSummary;
}

/**
 * `summarizeCaller`, made once in some seconds for the same knowledge: that is another object as soon as something is learned of the
 * caller. What was made at another minute is made anew, since what is due may be over.
 */
export function createKeptSummaries(): typeof summarizeCaller {
  const kept = new WeakMap<CallerKnowledge, Map<string, Kept>>();
  return (knowledge, options) => {
    const { charactersMax, localTime, now, withholdSensitive } = options;
    const nowMs = now.getTime();
    const key = `${charactersMax} ${withholdSensitive} ${Math.floor(nowMs / 60_000)}`;
    const of = kept.get(knowledge) ?? new Map<string, Kept>();
    const known = of.get(key);
    if (known?.localTime === localTime && Math.abs(nowMs - known.atMs) < KEPT_MS) return known.summary;
    const summary = summarizeCaller(knowledge, options);
    // Of other minutes nothing is needed any more.
    for (const [other, { atMs }] of of) if (Math.abs(nowMs - atMs) >= KEPT_MS) of.delete(other);
    of.set(key, { atMs: nowMs, localTime, summary });
    kept.set(knowledge, of);
    return summary;
  };
}
