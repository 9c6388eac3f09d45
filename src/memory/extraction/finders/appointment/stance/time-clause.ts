import type { SpokenTime } from '../../../language/spoken-times.js';
import type { ReadTurn } from '../../../read-call.js';

/** How many characters around a time say what it is for. */
const NEAR = 240;
/** Words that a clause ends with. */
const BREAK =
  /\b(?:but|so|because|cause|cos|cuz|though|although|otherwise|however|instead|then|well|okay|ok|yes|yeah|and (?:i|we|can|could|then)|can(?!')|could(?!n't)|(?:how|what) (?:a|')?bout|do you|have you|is there|maybe|perhaps|let's|i can(?!')|i could(?!n't)|we can(?!')|we could(?!n't)|i have|i've|we have|we've|there's|or)\b|[,;:–—]/gi;

/** A spoken time with the words around it that can say what it is there for. Apostrophes are straight. */
export interface TimeClause {
  readonly spoken: SpokenTime;
  readonly speaker: ReadTurn['speaker'];
  /** Something is spoken of already that the caller comes for. */
  readonly isBeside: boolean;
  /** Its sentence, as far as that is near. */
  readonly whole: string;
  /** The sentence before it, with other times in it. */
  readonly head: string;
  /** What stands between it and the time before it, in its sentence. */
  readonly lead: string;
  /** The last clause of that. */
  readonly near: string;
  /** What follows it, up to the next time or the end of the sentence. */
  readonly trail: string;
  /** The same, without a "not" that belongs to the next time. */
  readonly own: string;
}

/**
 * @param before where the time before it ends in the turn
 * @param after where the next one starts
 * @param isBeside something is spoken of already that the caller comes for
 */
export function timeClause(
  spoken: SpokenTime,
  turn: ReadTurn,
  before: number,
  after: number,
  isBeside = false,
): TimeClause {
  const text = turn.text.replaceAll('’', "'");
  const sentence = turn.sentences.findLast(({ start }) => start <= spoken.start) ?? { text, start: 0 };
  const end = Math.max(sentence.start + sentence.text.length, spoken.end);
  // A sentence without an end may be a whole turn: only what is near counts.
  const from = Math.max(sentence.start, spoken.start - NEAR);
  const until = Math.min(end, spoken.end + NEAR);
  const lead = text.slice(Math.max(before, from), spoken.start);
  const trail = text.slice(spoken.end, Math.min(after, until));
  return {
    spoken,
    speaker: turn.speaker,
    isBeside,
    whole: text.slice(from, until),
    head: text.slice(from, spoken.start),
    lead,
    near: lead.slice(lastBreak(lead)),
    trail,
    // "Nine, not five": what stands before the next time belongs to that one.
    own: after < end ? trail.replace(/\b(?:and )?(?:not|no|can't do|can't)\s*$/i, '') : trail,
  };
}

function lastBreak(lead: string): number {
  let end = 0;
  for (const match of lead.matchAll(BREAK)) end = match.index + match[0].length;
  return end;
}
