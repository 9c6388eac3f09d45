import { readAnswer } from '../../language/assent.js';
import type { CivilDay } from '../../language/civil-day.js';
import type { SpokenTime } from '../../language/spoken-times.js';
import { withApostrophes } from '../../language/with-apostrophes.js';
import { placeSlot } from './place-slot.js';
import { distinct, type Slot } from './slot.js';
import type { Mention } from './stance/stance.js';
import type { Heard, Talk } from './talk.js';
import { ASKED_BOOKED, SAME_TIME } from './talk-words.js';

/** Something else is wanted in its place. */
const PROPOSES_ELSE =
  /\b(?:instead|move|change|resched\w*|could (?:i|we|you)|can (?:i|we|you) (?:come|have|do|get)|book|how about|what about|rather|have you|do you have)\b/i;

/** What a turn does about times. */
export interface Acts extends Heard {
  /** What was said, with the signs in its short forms. */
  readonly said: string;
  readonly mentions: readonly Mention[];
  /** Times that are turned down. */
  readonly refused: readonly SpokenTime[];
  /** What is said to be in the diary. */
  readonly booked: readonly Slot[];
  /** What is proposed, asked for or chosen. */
  readonly named: readonly Slot[];
  /** How it answers the turn before. */
  readonly answer: 'yes' | 'no' | 'partly' | 'neither';
}

/** Reads what a turn does about the times that it names. */
export function actsOf(talk: Talk, heard: Heard, mentions: readonly Mention[]): Acts {
  const booked: Slot[] = [];
  const named: Slot[] = [];
  let day: CivilDay | undefined;
  let time: string | undefined;
  const isSameTime = SAME_TIME.test(heard.turn.text);
  const isOff = isCalledOff(talk, heard);
  const isAllBooked = isToldBooked(talk, heard) || isOff;
  // "It's about Saturday at nine, I can't come": what cannot be kept is what is there.
  const isKept = (spoken: SpokenTime): boolean => isOff && talk.diary.length === 0 && spoken.day !== undefined;
  let retracted: Mention | undefined;
  for (const [index, mention] of mentions.entries()) {
    if (isRetracted(heard, mention.spoken, mentions[index + 1]?.spoken)) {
      retracted = mention;
      continue;
    }
    const { spoken } = mention;
    const said = mention.stance === 'slot' && retracted?.stance === 'booked' ? 'booked' : mention.stance;
    const stance = said === 'aside' && wasFor(talk, heard, spoken) ? 'booked' : said;
    // "Thursday at five I have a lesson. She could come at half four": the day is still meant.
    if (stance === 'refused' && spoken.time !== undefined) day = spoken.day ?? day;
    if ((stance === 'refused' && !isKept(spoken)) || stance === 'aside' || isGivenUp(heard, spoken)) continue;
    const placed = placeSlot(talk, spoken, heard, day);
    const slot = { ...placed, time: placed.time ?? (isSameTime ? time : undefined) };
    time = slot.time ?? time;
    day = slot.day ?? day;
    if (slot.day !== undefined && slot.day < talk.setting.start.day) continue;
    (stance === 'booked' || isAllBooked ? booked : named).push(slot);
  }
  return {
    ...heard,
    said: withApostrophes(heard.turn.text),
    mentions,
    refused: mentions.filter(({ stance }) => stance === 'refused').map(({ spoken }) => spoken),
    booked: distinct(booked),
    named: distinct(named),
    answer: answerOf(talk, heard),
  };
}

/** "Tomorrow... no, Wednesday": what stands between a slip of the tongue and the right one. */
const SLIPS =
  /^[\s.,…–-]*(?:no|nope|sorry|wait|actually|i mean|or rather|rather|make (?:that|it)|i tell a lie|scratch that|correction)\b[\s,.]*(?:(?:no|sorry|wait|i tell a lie|i (?:mean|meant)|it's|its|it is|that's|make (?:it|that)|the|on|at|for)[\s,.]+)*$/i;

function isRetracted({ turn }: Heard, spoken: SpokenTime, next: SpokenTime | undefined): boolean {
  if (next === undefined || !SLIPS.test(turn.text.slice(spoken.end, next.start))) return false;
  return spoken.day === undefined ? next.time !== undefined : next.day !== undefined;
}

/** "Saturday, so Saturday night. No, you know what, just cancel it all." */
const isGivenUp = ({ turn, side }: Heard, { end }: SpokenTime): boolean =>
  side === 'caller' &&
  /\b(?:no|nah|actually|you know what)\b[^.?!]*\bcancel (?:it|the|everything)\b/i.test(turn.text.slice(end));

/** "It was for tonight, half eight", "it was fixed for this Friday, at the clinic by nine": so one speaks of what cannot be kept. */
const WAS_FOR = /\b(?:it|that|this|mine|ours|table|appointment|booking) was (?:\w+ )?for [^.?!]*$/i;

function wasFor({ setting, topic }: Talk, { turn }: Heard, { start, day }: SpokenTime): boolean {
  return WAS_FOR.test(turn.text.slice(0, start)) && (day ?? topic.aside?.day ?? '') >= setting.start.day;
}

/** How a turn answers the one before, if the other side said that. */
export function answerOf({ before }: Talk, { turn, side }: Heard): Acts['answer'] {
  return before !== undefined && before.speaker !== side ? readAnswer(withApostrophes(turn.text)).kind : 'neither';
}

/** The business is asked what is in the diary. */
function isToldBooked({ before, table }: Talk, { side }: Heard): boolean {
  return side === 'agent' && before?.speaker === 'caller' && ASKED_BOOKED.test(before.text) && table.slots.length === 0;
}

/** "Cancel Monday's, please. It was three o'clock." "The meeting on the ninth. I have to cancel this." */
function isCalledOff({ cancelling }: Talk, { turn, side }: Heard): boolean {
  return side === 'caller' && cancelling?.asked === turn.index && !PROPOSES_ELSE.test(turn.text);
}
