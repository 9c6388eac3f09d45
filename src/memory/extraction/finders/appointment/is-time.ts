import type { SpokenTime } from '../../language/spoken-times.js';
import type { ReadTurn } from '../../read-call.js';
import { COUNTED, COUNTED_ALONE, TAKEN_AFTER } from './talk-words.js';

// Whether a number is a time of day: "nine", "could do one", "make it ten".

const OFFERS_NUMBER =
  /\b(?:have|'ve|do|got|offer|manage|make|take|say)(?:\.\.\.|,| only| just| a| an| the)* $|\bor (?:a |an )?$/i;
const ENDS_NUMBER = /^(?:\s*$|\s*[.,?!]|\s+(?:or|and|with|then|please|that|in|if|but|free|available)\b)/i;
/** "I've two written down". */
const HAS_SO_MANY = /\b(?:have|'ve|got|only|all|of|the|those|these|my|for|that|with|just|still|another) $/i;
const LEADS_TO_TIME =
  /(?:^|\b(?:at|say|maybe|around|about|make it|or|ok|okay|yes|yeah|no|nah|um|uh|er|well|so|then|oh|hmm)|[,.!?…-])\s*$/i;

/** Where a number is said. */
export interface NumberPlace {
  readonly turn: ReadTurn;
  /** What the other side has asked last. */
  readonly asked: string;
  /** It was asked when to come. */
  readonly isAsked: boolean;
  /** The turn is about when to come. */
  readonly isAbout: boolean;
}

/** So few words are an answer. */
const SHORT_WORDS = 8;

/** Whether a number is a time of day where it is said. */
export function isTime(spoken: SpokenTime, last: SpokenTime | undefined, at: NumberPlace): boolean {
  if (spoken.time === undefined || spoken.form === undefined) return false;
  if (spoken.day !== undefined || spoken.form === 'said') return true;
  if (COUNTED.test(at.asked) && !/\b(?:what time|when)\b/i.test(at.asked)) return false;
  if (spoken.form === 'cued') return true;
  if (COUNTED_ALONE.test(at.asked)) return false;
  const between = at.turn.text.slice(last?.end ?? 0, spoken.start);
  if (last?.time !== undefined && /^,? ?(?:or|and|to)(?: (?:at|maybe))? $/i.test(between)) return true;
  const after = at.turn.text.slice(spoken.end);
  // "I have... ten with Bree or eleven with Paz", "could do one".
  if (at.isAbout && OFFERS_NUMBER.test(at.turn.text.slice(0, spoken.start)) && ENDS_NUMBER.test(after)) return true;
  return (
    (at.isAsked && (isAnswer(at.turn, spoken) || TAKEN_AFTER.test(after))) ||
    (at.isAbout &&
      /\b(?:in|down|you|it|there|here) for $|\b(?:push|move|change|bring|put|shift|make)\b[\w' ]{0,30}\b(?:to|for|it) $/i.test(
        between,
      ))
  );
}

/** "Nine", "make it ten", "yes ten please": a short answer is a time, and not "the six on your list". */
function isAnswer(turn: ReadTurn, { start, end }: SpokenTime): boolean {
  // "Eleven. They sleep at one."
  const isFirst = turn.sentences.some((sentence) => sentence.start === start);
  if (isFirst && /^(?:\s*$|\s*[.,?!]| (?:then|please)\b)/i.test(turn.text.slice(end))) return true;
  if (
    !isShort(turn.text) ||
    /^ \p{L}+s\b(?!')/u.test(
      turn.text
        .slice(end)
        .replace(/^ (?:is|as|suits|works|sounds|was|yes|thats|thanks|cheers|this|its|has|does)\b/i, ''),
    )
  )
    return false;
  const before = turn.text.slice(0, start);
  if (LEADS_TO_TIME.test(before)) return true;
  return ENDS_NUMBER.test(turn.text.slice(end)) && !HAS_SO_MANY.test(before);
}

/** Whether a text is so short as an answer is. */
export const isShort = (text: string): boolean => text.split(/\s+/, SHORT_WORDS + 1).length <= SHORT_WORDS;
