import { addMonths, civilDay, partsOf } from '../../language/civil-day.js';
import { withDigits } from '../../language/number-words.js';
import { plainText } from '../../language/plain-text.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { readBirthDate } from './read-birth-date.js';
import { localDay, relativeDay } from './relative-day.js';

/** "My fortieth", "I turned thirty", "I'm turning sixty", "I'll be fifty", "the big four oh" is left. */
const NUMBER = '(\\d{2,3})';
const WHEN =
  '(?:today|tomorrow|yesterday|(?:next|last|this|on|on the) \\w+day|on (?:the )?(?:\\d|[a-z]+ \\d)|the day (?:before|after))';
const AGE = new RegExp(
  [
    `\\bmy ${NUMBER}(?:st|nd|rd|th)(?: birthday)?(?! (?:time|visit|appointment|anniversary|order|call|wedding|week|year|day))\\b`,
    `\\bi(?:'m| am|'ve| have|'ll| will)?(?: just| only)? (?:turn(?:ed|ing)?|hit(?:ting)?|be turning|completed|completing)(?: the big)? ${NUMBER}\\b`,
    `\\b(?:birthday|b-day)\\b[^.!?]{0,40}\\b(?:turn(?:ed|ing)?|i'?ll be|i will be|i'?m|i was|i am) ${NUMBER}\\b`,
    `\\bi(?:'?m| am|'?ll be| will be| was) ${NUMBER} (?=${WHEN})`,
  ].join('|'),
);
/** Whose birthday it is, if not the caller's. */
const SOMEBODY =
  /\b(?:his|her|their|(?:wife|husband|partner|son|daughter|child|kid|baby|mother|father|mum|mom|dad|brother|sister|dog|cat|friend|boss|gran|nan|grandmother|grandfather|niece|nephew)(?:'s|s)?)\b/;
const PAST = /\b(?:turned|completed|had|yesterday|last (?:week|month|weekend|\w+day)|birthday was|ago)\b/;
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
  const before = digits.slice(Math.max(0, match.index - 60), match.index + match[0].length).replace(/^.*[.!?;]/, '');
  if (SOMEBODY.test(before)) return undefined;
  const said = match[0];
  const others = call.turns.slice(Math.max(0, turn.index - 2), turn.index).reverse();
  const day =
    dayBeside(call, turn, said) ??
    dayIn(turn.text.replace(/\bmy \S+/i, 'my'), call) ??
    (/\bbirthday\b/i.test(turn.text) ? dayOfMonth(turn.text, call) : undefined) ??
    others.map(({ text }) => dayOf(text, call)).find((found) => found !== undefined);
  if (day === undefined) return undefined;
  const today = localDay(call);
  const [year, rest] = [Number(today.slice(0, 4)), day.slice(2)];
  const isOver = PAST.test(digits);
  const isThisYear = isOver ? rest <= today.slice(5) : rest >= today.slice(5);
  const occurs = isThisYear ? year : isOver ? year - 1 : year + 1;
  return civilDay(occurs - age, Number(rest.slice(0, 2)), Number(rest.slice(3)));
}

/** The day that is said nearest to the age: "I'll be fifty-five on the Sunday, the twenty-fourth", "it's the day before". */
function dayBeside(call: ReadCall, turn: ReadTurn, said: string): string | undefined {
  const today = localDay(call);
  const anchor = call.turns
    .slice(Math.max(0, turn.index - TOPIC_TURNS), turn.index)
    .flatMap((one) => call.spokenTimes(one).map(({ day }) => day))
    .findLast((day) => day !== undefined && day > today);
  // Where the number is in the text, one only knows by the words around it.
  const [word = ''] = said.split(NUMBERS);
  const at = turn.plain.indexOf(word.trim());
  const days = call
    .spokenTimes(turn, { anchor, named: anchor })
    .filter(({ day, vague, start }) => day !== undefined && vague !== true && Math.abs(start - at) <= BESIDE);
  const [nearest] = [...days].sort((left, right) => Math.abs(left.start - at) - Math.abs(right.start - at));
  return nearest?.day === undefined ? undefined : `--${nearest.day.slice(5)}`;
}

const TOPIC_TURNS = 6;
/** How far a day may stand from the age that it belongs to, in characters. */
const BESIDE = 50;
const NUMBERS = /\d+/;

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
  if (day === undefined) return undefined;
  const today = localDay(call);
  // A month that has no such day is passed over.
  const coming = [0, 1, 2]
    .map((months) => {
      const [year, month] = partsOf(addMonths(`${today.slice(0, 8)}01`, months));
      return civilDay(year, month, Number(day));
    })
    .find((one) => one !== undefined && one >= today);
  return coming && `--${coming.slice(5)}`;
}
