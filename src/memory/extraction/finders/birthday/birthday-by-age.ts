import { withDigits } from '../../language/number-words.js';
import { plainText } from '../../language/plain-text.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { readBirthDate } from './read-birth-date.js';
import { localDay, relativeDay } from './relative-day.js';

/** "My fortieth", "I turned thirty", "I'm turning sixty", "I'll be fifty", "the big four oh" is left. */
const AGE =
  /\bmy (\d{2,3})(?:st|nd|rd|th)(?: birthday)?(?! (?:time|visit|appointment|anniversary|order|call|wedding|week|year|day))\b|\bi(?:'m| am|'ve| have|'ll| will)?(?: just| only)? (?:turn(?:ed|ing)?|hit(?:ting)?|be turning)(?: the big)? (\d{2,3})\b|\b(?:birthday|b-day)\b[^.!?]{0,40}\b(?:turn(?:ed|ing)?|i'll be|i will be|i'm|i was|i am) (\d{2,3})\b|\bi(?:'m|m| am|'ll be) (\d{2,3}) (?=today|tomorrow|next \w+day|on \w+day|this \w+day)/;
const PAST = /\b(?:turned|had|yesterday|last (?:week|month|weekend|\w+day)|birthday was|ago)\b/;
const AGE_MIN = 16;
const AGE_MAX = 110;

/**
 * The day of birth of a caller who says how old the next or last birthday makes them: "I had a birthday yesterday, turned thirty" is
 * `1996-12-13`. The day may be in the turns just before.
 */
export function birthdayByAge(call: ReadCall, turn: ReadTurn): string | undefined {
  const digits = withDigits(turn.plain).text;
  const match = AGE.exec(digits);
  const age = Number(match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4]);
  if (!match || !(age >= AGE_MIN && age <= AGE_MAX)) return undefined;
  const others = call.turns.slice(Math.max(0, turn.index - 2), turn.index).reverse();
  const day =
    dayIn(turn.text.replace(/\bmy \S+/i, 'my'), call) ??
    (/\bbirthday\b/i.test(turn.text) ? dayOfMonth(turn.text, call) : undefined) ??
    others.map(({ text }) => dayOf(text, call)).find((found) => found !== undefined);
  if (day === undefined) return undefined;
  const today = localDay(call);
  const [year, rest] = [Number(today.slice(0, 4)), day.slice(2)];
  const isOver = PAST.test(digits);
  const isThisYear = isOver ? rest <= today.slice(5) : rest >= today.slice(5);
  const occurs = isThisYear ? year : isOver ? year - 1 : year + 1;
  return `${occurs - age}-${rest}`;
}

/** The day that a turn speaks of, without a year: `--12-17`. */
export const dayOf = (text: string, call: ReadCall): string | undefined => {
  const date = readBirthDate(text, call.country, call.startedAt);
  return (date && `--${date.slice(-5)}`) ?? dayOfMonth(text, call) ?? relativeDay(plainText(text), call);
};

function dayIn(text: string, call: ReadCall): string | undefined {
  const date = readBirthDate(text, call.country, call.startedAt);
  return date === undefined ? relativeDay(plainText(text), call) : `--${date.slice(-5)}`;
}

/** "The 27th": the next one. */
function dayOfMonth(text: string, call: ReadCall): string | undefined {
  const day = /\b(\d{1,2})(?:st|nd|rd|th)\b/.exec(withDigits(text).text)?.[1];
  if (day === undefined || Number(day) > 31) return undefined;
  const today = localDay(call);
  const month = Number(today.slice(5, 7)) + (Number(day) < Number(today.slice(8)) ? 1 : 0);
  return `--${String(month > 12 ? 1 : month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
