import type { ReadCall } from '../../read-call.js';
import type { Held } from './diary.js';

// A day alone is when one arrives for the night, or when the business says no hour. Of any other appointment it is only half of what is
// booked, and often a wrong guess.

/** So one speaks of where one sleeps. */
const STAY =
  /\b(?:nights?|check(?:ing)?[- ]?in|arriv(?:ing|al)|(?:double|twin|single|queen|king|family) (?:rooms?|bed(?:room)?s?)|suites?|stay(?:ing|s)? (?:with|at|for)|rooms? (?:from|for)|kennels?|boarding)\b/i;
/** What comes at some time of the day. */
const COMES = /\b(?:deliver(?:y|ies|ed|ing)?|rental|hire)\b/i;
/** The business will not say an hour. */
const NO_HOUR =
  /\b(?:in the (?:mornings?|afternoons?|evenings?)|(?:\w+day|only|that) (?:mornings?|afternoons?|evenings?)|(?:an|the) (?:hour|exact time|time) (?:yet|till|until)|(?:won't|can't|cannot) (?:commit|say|give)|no (?:set|fixed|exact) times?|no time needed|any ?time)\b/i;

/** Whether an appointment on a day without an hour is one. */
export function isSureWithoutHour({ turns }: ReadCall, held: Held, diary: readonly Held[]): boolean {
  // What is said after an hour was agreed on is seldom another appointment.
  if (diary.slice(0, diary.indexOf(held)).some(({ time }) => time !== undefined)) return false;
  if (turns.some(({ text }) => STAY.test(text))) return true;
  if (diary.some(({ time }) => time !== undefined)) return false;
  const near = turns.slice(Math.max(0, held.turn - 1), held.turn + 4);
  if (near.some(({ text }) => COMES.test(text))) return true;
  return !held.wasBooked && near.some(({ speaker, text }) => speaker === 'agent' && NO_HOUR.test(text));
}
