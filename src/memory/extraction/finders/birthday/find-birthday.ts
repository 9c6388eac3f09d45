import type { Finder } from '../../finder.js';
import { topicsAsked } from '../../language/asked-topics.js';
import { answeringTurn, questionBefore, readAnswer } from '../../language/assent.js';
import { withDigits } from '../../language/number-words.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { RELATION } from '../family/family-words.js';
import { birthdayByAge, dayOf } from './birthday-by-age.js';
import { readBirthDate } from './read-birth-date.js';
import { relativeDay } from './relative-day.js';

const SOMEBODY =
  /\b(?:his|her|their|its (?=birth|date)|him|he|she|(?:wife|husband|partner|son|daughter|child|kid|baby|mother|father|mum|mom|dad|brother|sister|dog|cat|pet|puppy|kitten|driver|friend|boss|patient|puppy|gran|nan|grandmother|grandfather|niece|nephew)(?:'s|s)?)\b/;
const OWN =
  /\b(?:(?:my|ma|me) (?:birthday|birth ?date|date of birth|d\.? ?o\.? ?b)\b|(?:^|[.,;]\s*|and |it's |the )(?:date of birth|birth ?date|dob|d o b)\b|(?:i had|i've had|i've got|i have) (?:a|my) birthday\b|years (?:young|old)\b|i was born\b|i'm born\b|born (?:on|in)\b|is my birthday|'s my birthday|thats my birthday)/;
/** Whom a call may be for who is not the caller. */
const PERSON = `(?:${RELATION}|friend|boss|neighbou?r|client|patient|tenant|carer)(?![\\w-])`;
const FOR_ANOTHER = new RegExp(
  `\\b(?:for|about|behalf of|regarding|get|book|bring|take|register|add|see) (?:\\w+ )?(?:my|our) (?:\\w+ )?${PERSON}|\\b(?:my|our) (?:\\w+ )?${PERSON} (?:needs?|wants|has|is having|is due|would like|requires?) |\\b(?:i'm|im|i am|this is) (?:his|her|their|\\w+'s) (?:\\w+ )?${PERSON}`,
);
/** It is asked of the caller, whomever the call is for. */
const YOURS =
  /\byour (?:own )?(?:\w+ (?:\w+ )?and )?(?:date of birth|birth ?day|birth ?date|d\.? ?o\.? ?b)|\byou(?:'re)? born/;
/** "His date of birth is", "she was born": whose day it is, is said. */
const THEIR_BIRTH =
  /\b(?:his|her|their|(?!(?:what|that|it|today|tomorrow|when|here)'s)\w+'s) (?:date of birth|birth ?date|birth ?day|d\.? ?o\.? ?b)|\b(?:he|she) (?:was|is|were) (?:born|turning)|\b(?:he|she)(?:'s| is|'ll be)? (?:turns|turning|born|\d+|just turned)/;
const ANOTHERS_BIRTHDAY =
  /\b(?:party|turning|turns|my (?:son|daughter|wife|husband|mum|mom|mother|dad|father|partner|friend|brother|sister|boss|gran|nan)(?:'s)?)\b/;

/** The caller's day of birth: what the caller says of it, answers, or agrees to. */
export const findBirthday: Finder = (call) => {
  let found: { value: string; turn: number; quote: string } | undefined;
  for (const turn of call.turns) {
    if (turn.speaker === 'agent') {
      const value = agreed(call, turn);
      if (value) found = { value, turn: turn.index, quote: turn.text };
      continue;
    }
    if (turn.speaker !== 'caller') continue;
    const value =
      answered(call, turn) ??
      birthdayByAge(call, turn) ??
      withYearAsked(call, turn, said(call, turn)) ??
      spokenOf(call, turn);
    if (value && !value.startsWith('--') && Number(value.slice(0, 4)) > Number(call.startedAt.slice(0, 4)) - YOUNGEST)
      continue;
    if (value && (!found || !value.startsWith('--') || found.value.startsWith('--') || isDenial(turn))) {
      const isYearKept = value.startsWith('--') && found && !found.value.startsWith('--');
      found = {
        value: isYearKept ? `${found?.value.slice(0, 4)}-${value.slice(2)}` : value,
        turn: turn.index,
        quote: turn.text,
      };
    }
  }
  if (!found) return [];
  return [
    {
      predicate: 'birthday',
      value: found.value,
      statement: `was born on ${found.value}`,
      turn: found.turn,
      quote: found.quote,
      confidence: 0.9,
    },
  ];
};

function isDenial(turn: ReadTurn): boolean {
  return /^\s*(?:no|sorry|wait|actually)\b/i.test(turn.text);
}

/** "What's your date of birth?" – "oh six seventeen ninety". */
function answered(call: ReadCall, turn: ReadTurn): string | undefined {
  const question = questionBefore(call, turn.index);
  if (!question || !topicsAsked(question.text).has('birthday')) return undefined;
  const asked = question.plain;
  const { plain } = turn;
  const isYours = YOURS.test(asked) || hasBirthday(call, turn.index) || IS_OWN.test(withDigits(plain).text);
  if (SOMEBODY.test(asked.replace(/\b(?:mr|mrs)\b.*/, '')) && !isYours) return undefined;
  if (
    THEIR_BIRTH.test(plain) ||
    (THEIR_BIRTH.test(asked) && !isYours) ||
    (!isYours && isAboutAnother(call, turn.index))
  )
    return undefined;
  if (ANOTHERS_BIRTHDAY.test(plain) && /\b(?:his|hers?|theirs?)\b/.test(plain)) return undefined;
  return withYearOf(readBirthDate(turn.text, call.country, call.startedAt), question, call);
}

/** A date of birth that puts right what the business has just read out. */
function withYearAsked(call: ReadCall, turn: ReadTurn, value: string | undefined): string | undefined {
  const question = questionBefore(call, turn.index);
  return question && topicsAsked(question.text).has('birthday') ? withYearOf(value, question, call) : value;
}

/** "Second of March forty-nine?" – "The third of February": the year is right. */
function withYearOf(value: string | undefined, question: ReadTurn, call: ReadCall): string | undefined {
  const read = value?.startsWith('--') ? readBirthDate(question.text, call.country, call.startedAt) : undefined;
  return read === undefined || read.startsWith('--') ? value : `${read.slice(0, 4)}-${value?.slice(2)}`;
}

/** "I'm the second of September". */
const IS_OWN =
  /\b(?:i'm|im|i am|mine's|mine is) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)\b|[a-z]+ \d{1,2}(?:st|nd|rd|th)?\b)/;

/** The caller speaks of a birthday of their own. */
const hasBirthday = (call: ReadCall, index: number): boolean =>
  call.turns
    .slice(Math.max(0, index - 3), index)
    .some(({ speaker, plain }) => speaker === 'caller' && /\b(?:my|ma|me) birthday\b/.test(plain));

/** The caller has said that the call is for somebody else ("I'm ringing about my husband Stavros"), and has not said that it is not. */
const isAboutAnother = (call: ReadCall, index: number): boolean =>
  call.turns.slice(0, index).some(({ speaker, plain }) => speaker === 'caller' && FOR_ANOTHER.test(plain));

/** "My birthday's the third of June", "I was born on …". */
function said(call: ReadCall, turn: ReadTurn): string | undefined {
  for (const [index, { text, plain }] of turn.sentences.entries()) {
    const cue = OWN.exec(plain);
    if (!cue || (/\?$/.test(plain) && QUESTION.test(plain))) continue;
    const before = plain.slice(0, cue.index);
    if (/\b(?:if|when|until|before|after|not|wasn't)\s*$/.test(before)) continue;
    if (SOMEBODY.test(before) && !/\bmy (?:birthday|date)/.test(cue[0])) continue;
    const isAfter = /(?:is|'s|thats) my birthday/.test(cue[0]);
    const part = isAfter ? before : text.slice(cue.index);
    const value =
      readBirthDate(part, call.country, call.startedAt) ??
      (isAfter ? relativeDay(before, call) : relativeDay(plain.slice(cue.index), call));
    if (value) return value;
    // "Thursday the seventeenth?" – "That's my birthday."
    const offered =
      /\b(?:that's|thats|it's|its|that is) (?:actually |also )?my birthday\b/.test(plain) &&
      turn.sentences[0]?.text === text;
    const question = offered ? questionBefore(call, turn.index) : undefined;
    const day = question && dayOf(question.text, call);
    if (day !== undefined) return `--${day.slice(-5)}`;
    const next = turn.sentences[index + 1];
    const late = next && plain.length < 40 ? readBirthDate(next.text, call.country, call.startedAt) : undefined;
    if (late) return late;
  }
  return undefined;
}

/** "Your date of birth is still the third of June?" – "yes". */
function agreed(call: ReadCall, turn: ReadTurn): string | undefined {
  const { plain } = turn;
  if (!/\b(?:your )?(?:date of birth|birth ?day|birth ?date|dob|born)\b/.test(plain) || SOMEBODY.test(plain))
    return undefined;
  const answer = answeringTurn(call, turn.index);
  if (answer?.speaker !== 'caller' || readAnswer(answer.text).kind !== 'yes') return undefined;
  if (!YOURS.test(plain) && isAboutAnother(call, turn.index)) return undefined;
  return readBirthDate(turn.text, call.country, call.startedAt);
}

/** A date with a year of birth shortly after the caller's day of birth was spoken of: "that's backwards, it's the fourth of June, nineteen seventy nine". */
function spokenOf(call: ReadCall, turn: ReadTurn): string | undefined {
  const before = call.turns.slice(Math.max(0, turn.index - 3), turn.index);
  const isTopic = before.some(({ plain }) => {
    return /\b(?:date of birth|birth ?date|birth ?day|d\.? ?o\.? ?b|born)\b/.test(plain) && !SOMEBODY.test(plain);
  });
  const { plain } = turn;
  if (!isTopic || isAboutAnother(call, turn.index) || SOMEBODY.test(plain)) return undefined;
  const value = readBirthDate(turn.text, call.country, call.startedAt);
  const read = before.at(-1);
  if (value?.startsWith('--') && read?.speaker === 'agent' && CORRECTED.test(plain)) {
    const whole = withYearOf(value, read, call);
    if (whole !== value) return whole;
  }
  const year = Number(value?.slice(0, 4));
  return year > 0 && year <= Number(call.startedAt.slice(0, 4)) - YOUNGEST ? value : undefined;
}

const CORRECTED =
  /\b(?:no|not|wrong|inverse|backwards|reversed?|other way|swapped|same year|actually|should be|it's|it is)\b/;
const QUESTION =
  /\b(?:is|was|isn't|do|did|don't|have|what|when|which|know|remember)\b[^.!]*\bmy\b|\bmy (?:birthday|date of birth|dob)[\s,]*(?:right|correct|is it|there)?\?$/;

/** Who calls is hardly younger, and dates of appointments and moves are later. */
const YOUNGEST = 12;
