import type { Entry } from './entry.js';

/** From when and until when (not included) a document holds, in milliseconds since 1970. */
function validity(entry: Entry, successor: Entry | undefined): readonly [fromMs: number, toMs: number] {
  const { validFrom, validTo } = entry.document;
  const fromMs = momentOf(validFrom) ?? entry.atMs;
  // A fact that was replaced without saying when held until its successor did.
  const end = successor === undefined ? undefined : (momentOf(successor.document.validFrom) ?? successor.atMs);
  return [fromMs, momentOf(validTo) ?? end ?? Infinity];
}

/** Whether a document was true (a fact) or known (a turn, an episode) at a moment. */
export function heldAt(entry: Entry, successor: Entry | undefined, moment: number): boolean {
  const [fromMs, toMs] = validity(entry, entry.document.kind === 'fact' ? successor : undefined);
  return entry.document.kind === 'fact' ? !(moment < fromMs) && moment < toMs : !(entry.atMs > moment);
}

/** Whether a fact is no longer true: replaced by another one, or ended. */
export function isPast({ document }: Entry, nowMs: number): boolean {
  if (document.kind !== 'fact') return false;
  return document.supersededBy !== undefined || (momentOf(document.validTo) ?? Infinity) <= nowMs;
}

/** Undefined for no time. */
function momentOf(time: string | undefined): number | undefined {
  const ms = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(ms) ? undefined : ms;
}
