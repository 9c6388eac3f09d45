import { isAskedOfCaller } from '../../language/asked-of-caller.js';
import { readAnswer } from '../../language/assent.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import { CONDITION, MEDICINE, NO_CONDITION_AFTER } from './conditions.js';
import type { NamedCondition } from './diagnoses.js';

/** "It's a slipped disc": about the caller where nobody else is spoken of. */
const IT_IS = new RegExp(
  `\\b(?:it's|its|it is|they (?:say|think) it's|turns out it's|the doctor (?:says|thinks) it's|reckons? it's)(?: just| only| actually| a| an| the| my| bit of| really)* (${CONDITION})(?=$|[ ,.!?])(?! (?:related|free|proof|or\\b))`,
  'g',
);
const SOMEBODY_ELSE =
  /\b(?:he|she|his|her|him|hers|son|daughter|wife|husband|mum|mom|mother|father|dad|dog|cat|puppy|kitten|baby|kid|kids|child|brother|sister|partner|friend|grandson|granddaughter|nan|gran|horse|rabbit|parrot|pet)\b|\b(?:mother|father)-in-law\b/;
const ASKS_WHAT_IS_WRONG =
  /\b(?:what's wrong|the (?:problem|matter|trouble)|how's (?:the|your)|how is (?:the|your)|what seems|what brings|reason|where does it hurt|symptoms|diagnos)/;
/** "It's asthma now, not COPD", where nothing is said of anybody else, and the caller speaks of own health. */
export function namedIn(call: ReadCall, turn: ReadTurn): readonly NamedCondition[] {
  const { plain } = turn;
  const question = call.turns[turn.index - 1]?.plain ?? '';
  const isOwn =
    ASKS_WHAT_IS_WRONG.test(question) ||
    /\b(?:i've got|i have|my (?:back|knee|hip|shoulder|neck|inhalers?|tablets|chest|breathing))\b/.test(plain);
  const isOthers = [plain, question].some((text) => SOMEBODY_ELSE.test(text)) || !isAskedOfCaller(call, turn.index, '');
  if (!isOwn || isOthers) return [];
  return Array.from(plain.matchAll(IT_IS))
    .filter(
      (match) =>
        !/\bMs$/.test(turn.text.slice(match.index, match.index + match[0].length)) &&
        !/\b(?:if|whether|not|thought|said|like|maybe|hope|sure) (?:[a-z]+ )?$/.test(plain.slice(0, match.index)),
    )
    .map((match) => ({
      value: (match[1] ?? '').replace(/^an? /, ''),
      quote: turn.text.slice(match.index, match.index + match[0].length),
    }));
}

const ASKS_FOR_CONDITIONS =
  /\b(?:(?:medical|health|existing|underlying) (?:conditions?|issues?|problems?|history|concerns?)|conditions? (?:i|we) should|any conditions|health (?:changes|questions)|changes (?:in|to) (?:your )?(?:health|medical)|any injuries|on any medications?|taking any(?:thing|\b.*medic)|any medication|injuries or|medically|special needs|accessibility|mobility)\b/;

const ANSWER = new RegExp(
  `^(?:(?:yes|yeah|yep|well|just|only|um+|uh+|er+m?|oh|so|a|an|bit of|the|my|bad|mild|some|it's|there's|i suppose|i guess|nothing (?:much|serious|major)|apart from|other than|except|besides|beyond)[ ,]+)*(${CONDITION}|${MEDICINE}|blood pressure|bp|high sugar|sugar|pressure|thyroid|cholesterol)(?=$|[ ,.!?])`,
);
const IS_MEDICINE = new RegExp(`^${MEDICINE}$`);

/** "Any medical conditions?" "Just asthma." "Are you pregnant?" "I am, fifteen weeks." */
export function answeredIn(call: ReadCall, turn: ReadTurn): NamedCondition | undefined {
  const question = call.turns[turn.index - 1];
  if (question?.speaker !== 'agent') return undefined;
  const asked = question.plain.slice(-300);
  const answer = readAnswer(turn.text);
  if (answer.kind === 'no') return undefined;
  const said = turn.plain;
  if (/\bpregnan/.test(asked) && !/\b(?:wife|daughter|partner|she|dog|cat)\b/.test(asked)) {
    const weeks = /\bi am,? (?:about |nearly |just |only )?((?:\d+|[a-z]+(?:[ -][a-z]+)?) (?:weeks?|months?))\b/.exec(
      said,
    );
    if (weeks)
      return { value: `${weeks[1]} pregnant`, quote: turn.text.slice(weeks.index, weeks.index + weeks[0].length) };
  }
  if (!ASKS_FOR_CONDITIONS.test(asked) || !isAskedOfCaller(call, turn.index, asked)) return undefined;
  const direct = ANSWER.exec(said);
  const name = direct?.[1];
  if (!direct || name === undefined || NO_CONDITION_AFTER.test(said.slice(direct[0].length)) || isPast(said))
    return undefined;
  const value = IS_MEDICINE.test(name) ? `on ${name}` : name;
  return { value, quote: turn.text.slice(direct[0].length - name.length, direct[0].length) };
}

const isPast = (said: string): boolean =>
  /\b(?:years ago|as a kid|as a child|used to|not any ?more|my (?:son|daughter|wife|husband|mum|mom|dad)|runs in)\b/.test(
    said,
  );
