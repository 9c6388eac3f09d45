import { addDays, type CivilDay } from '../../language/civil-day.js';
import type { SpokenTime } from '../../language/spoken-times.js';
import type { ReadTurn } from '../../read-call.js';
import { agreeOn, type Held, noteBooked } from './diary.js';
import { AGENT_RETHINKS, RETHINKS, TAKES_BACK } from './going-back.js';
import { mattersIn } from './purpose.js';
import { isSame, type Slot } from './slot.js';
import type { Beside, Heard, Talk } from './talk.js';
import { MORE } from './talk-words.js';

/** Nobody comes back to what was offered before so many other times. */
const OFFERED_MAX = 60;

/**
 * One side puts slots on the table, in the place of what is there.
 *
 * @param isTold they were only told, and not asked for
 */
export function propose(talk: Talk, slots: readonly Slot[], { turn, side }: Heard, isTold = false): Talk {
  return {
    ...talk,
    table: { slots, by: side, isTold, beside: talk.table.beside ?? besideOf(talk, { turn, side }) },
    offered: side === 'agent' ? [...talk.offered, ...slots].slice(-OFFERED_MAX) : talk.offered,
    topic: { ...talk.topic, focus: focusOf(slots, side) ?? talk.topic.focus },
  };
}

/** "Thursday or Friday. Thursday I've ten past ten": the one with a time is spoken of; else the last. */
function focusOf(slots: readonly Slot[], side: Heard['side']): CivilDay | undefined {
  const timed = slots.filter(({ day, time }) => day !== undefined && time !== undefined);
  const [only] = timed;
  return timed.length === 1 && side === 'agent' ? only?.day : slots.findLast(({ day }) => day !== undefined)?.day;
}

/** Whether something is named since the last agreement that nobody spoke of before: "and the lash lift". */
function isOtherMatter(turns: readonly ReadTurn[], agreedIn: number, index: number): boolean {
  const known = turns.slice(0, agreedIn + 1).flatMap(({ text }) => mattersIn(text));
  return turns.slice(agreedIn + 1, index + 1).some(({ text }) => mattersIn(text).some((one) => !known.includes(one)));
}

/** Words that lead to another matter. */
const GOES_ON =
  /\b(?:and|then) (?:the|an?|for|then|could|can|my|i|we|do|also|that)\b|\b(?:also|plus|another|while|other)\b/i;

/**
 * Whether what is proposed after something was agreed is another appointment: nobody goes back on that one, and the business does
 * not offer it as if the one before had been turned down.
 */
function besideOf(
  { diary, isMove, isMore, isReopened, agreedIn, setting: { call } }: Talk,
  { turn, side }: Heard,
): Beside {
  const last = diary.at(-1);
  if (last?.time === undefined) return 'none';
  // "Is that one moving too?" speaks of somebody else's.
  if (isMove && last.wasBooked && side === 'agent') return 'none';
  if (isMore || MORE.test(turn.text)) return 'more';
  if (isMove || isReopened || last.wasBooked) return 'none';
  const isOther = isOtherMatter(call.turns, agreedIn, turn.index);
  if (!GOES_ON.test(turn.text) && !isOther) return 'none';
  if (side === 'caller') return (isOther ? TAKES_BACK : RETHINKS).test(turn.text) ? 'none' : 'other';
  const isNext = turn.index === agreedIn + 1;
  const goesOn = isNext ? /\b(?:and|then) (?:the|a|an|for|your)\b/i.test(turn.text) : !AGENT_RETHINKS.test(turn.text);
  return goesOn ? 'other' : 'none';
}

/**
 * A slot is agreed: what was left out of it is what was on the table, or is being spoken of.
 *
 * @param isMore it comes beside what is in the diary
 */
export function agree(talk: Talk, slot: Slot, { turn }: Heard, isMore = false): Talk {
  const { table, topic, cancelling } = talk;
  const said = table.slots.find((one) => isSame(one, slot));
  const day = slot.day ?? said?.day ?? topic.focus ?? nextDay(talk, slot);
  const offered = talk.offered.findLast((one) => one.day === day && one.time !== undefined);
  const whole = { ...slot, day, time: slot.time ?? said?.time ?? offered?.time };
  const named = said !== undefined && said.time === whole.time ? said : whole;
  const isCancelled = cancelling?.isDone === true;
  const diary = agreeOn(
    talk.diary,
    { ...whole, turn: named.turn, quote: named.quote },
    {
      isMove: talk.isMove || isCancelled,
      isReopened: talk.isReopened || talk.isMove,
      isBeside: table.beside === 'other',
      isMore: isMore || table.beside === 'more',
      without: isCancelled && whole.day !== cancelling.target?.day ? cancelling.target : undefined,
    },
  );
  return {
    ...talk,
    diary,
    table: { slots: [], by: table.by, isTold: false },
    isMore: false,
    isReopened: false,
    isMove: isStillToMove(talk, diary),
    agreedIn: turn.index,
    topic: { ...topic, focus: whole.day ?? topic.focus },
  };
}

/** Whether what the caller wants moved has no new time yet. Of what nobody named, the first whole time is the new one. */
function isStillToMove({ isMove, diary: before }: Talk, diary: readonly Held[]): boolean {
  if (!isMove || diary.some(({ replaces }) => replaces !== undefined)) return false;
  return before.some(({ wasBooked }) => wasBooked) || !diary.some(({ time }) => time !== undefined);
}

/** A slot that the caller told of turns out to be in the diary already. */
export function acknowledge(talk: Talk, slot: Slot, heard: Heard): Talk {
  const after = agree(talk, slot, heard);
  const isNew = (held: Held): boolean => !talk.diary.includes(held);
  return { ...after, diary: after.diary.map((held) => (isNew(held) ? { ...held, wasBooked: true } : held)) };
}

/** Somebody says that a slot is in the diary already. */
export function note(talk: Talk, spoken: Slot): Talk {
  const slot = { ...spoken, day: spoken.day ?? talk.topic.focus ?? nextDay(talk, spoken) };
  return {
    ...talk,
    diary: noteBooked(talk.diary, slot),
    topic: { ...talk.topic, focus: slot.day ?? talk.topic.focus },
  };
}

/** On no day that was said: today, or tomorrow when that time is over. Where a day was only mentioned, it may be that one: nothing is sure. */
function nextDay({ setting: { start }, topic }: Talk, { time, turn }: Slot): CivilDay | undefined {
  if (time === undefined) return undefined;
  if (topic.isDaySaid) return topic.aside?.turn === turn ? topic.aside.day : undefined;
  return time > start.time ? start.day : addDays(start.day, 1);
}

/** What is turned down is off the table. */
export function withoutRefused(talk: Talk, refused: readonly SpokenTime[]): Talk {
  const isLeft = (slot: Slot): boolean =>
    refused.every(
      (spoken) =>
        !(spoken.day === undefined
          ? slot.time === spoken.time
          : slot.day === spoken.day && (spoken.time === undefined || slot.time === spoken.time)),
    );
  return { ...talk, table: { ...talk.table, slots: talk.table.slots.filter(isLeft) } };
}
