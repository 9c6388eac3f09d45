import type { ReadCall } from '../read-call.js';

const OTHERS =
  /\b(?:son|daughter|wife|husband|child|children|kids?|baby|he|she|they|dog|cat|puppy|kitten|guests?|party|anyone|anybody|group|pet|his|her|them|him|everyone|mother|father|mum|mom|dad|partner)\b/;

/** "does Moose have allergies", "is Stavros allergic": a subject that is not the caller. */
const OTHER_SUBJECT = /\b(?:does|is|has) (?!there\b|that\b|it\b|this\b|anything\b)[a-z]+/;

const SPOKEN_OF =
  /\b(?:my|our|the) (?:[a-z]+ )?(?:son|daughter|dog|cat|puppy|kitten|baby|horse|rabbit|parrot|wife|husband|mum|mom|dad|pet|hamster|kid|child)\b(?!'s? (?:e-?mail|phone|number|name|car|address|birthday|account))|\b(?:he's|she's|his|her)\b/;

/**
 * Whether a question ("Any allergies?") is about the caller: it names nobody else, and where it names nobody at all, nobody else
 * was spoken of shortly before.
 *
 * @param index of the caller's turn that answers
 * @param asked plain text of the question
 */
export function isAskedOfCaller(call: ReadCall, index: number, asked: string): boolean {
  if (OTHERS.test(asked) || OTHER_SUBJECT.test(asked)) return false;
  if (/\b(?:you|your|yourself)\b/.test(asked)) return true;
  return !call.turns.slice(Math.max(0, index - 5), index).some(({ plain }) => SPOKEN_OF.test(plain));
}
