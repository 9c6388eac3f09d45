import { addDays, type CivilDay } from '../../language/civil-day.js';
import type { ReadTurn } from '../../read-call.js';
import { agreeOn, noteBooked } from './diary.js';
import { isSame, type Slot } from './slot.js';
import type { Side, Talk } from './talk.js';
import { MORE, RETHINKS } from './talk-words.js';

/** One side puts slots on the table, in the place of what is there. */
export function propose(talk: Talk, slots: readonly Slot[], by: Side, isTold = false): Talk {
  return {
    ...talk,
    table: { slots, by, isTold },
    offered: by === 'agent' ? [...talk.offered, ...slots] : talk.offered,
    topic: { ...talk.topic, focus: slots.findLast(({ day }) => day !== undefined)?.day ?? talk.topic.focus },
  };
}

/**
 * A slot is agreed: what was left out of it is what was on the table, or is being spoken of.
 *
 * @param isMore it comes beside what is in the diary
 */
export function agree(talk: Talk, slot: Slot, side: Side, turn: ReadTurn, isMore = false): Talk {
  const { table, topic, cancelling } = talk;
  const said = table.slots.find((one) => isSame(one, slot));
  const day = slot.day ?? said?.day ?? topic.focus ?? nextDay(talk, slot.time);
  const offered = talk.offered.findLast((one) => one.day === day && one.time !== undefined);
  const whole = { ...slot, day, time: slot.time ?? said?.time ?? offered?.time };
  const named = said !== undefined && said.time === whole.time ? said : whole;
  const isCancelled = cancelling?.isDone === true;
  const diary = agreeOn(
    talk.diary,
    { ...whole, turn: named.turn, quote: named.quote },
    {
      isMove: talk.isMove || isCancelled,
      isMore:
        isMore ||
        talk.isMore ||
        isFurther(talk, whole, turn.index) ||
        (isCancelled && whole.day !== cancelling.target?.day) ||
        (side === 'caller' && MORE.test(turn.text) && talk.isMore),
    },
  );
  return {
    ...talk,
    diary,
    table: { ...table, slots: [] },
    isMore: false,
    isMove: talk.isMove && !diary.some(({ replaces }) => replaces !== undefined),
    agreedIn: turn.index,
    topic: { ...topic, focus: whole.day ?? topic.focus },
  };
}

/** Somebody says that a slot is in the diary already. */
export function note(talk: Talk, spoken: Slot): Talk {
  const slot = { ...spoken, day: spoken.day ?? talk.topic.focus ?? nextDay(talk, spoken.time) };
  return {
    ...talk,
    diary: noteBooked(talk.diary, slot),
    topic: { ...talk.topic, focus: slot.day ?? talk.topic.focus },
  };
}

/** On no day that was said: today, or tomorrow when that time is over. */
function nextDay({ setting: { start } }: Talk, time: string | undefined): CivilDay | undefined {
  if (time === undefined) return undefined;
  return time > start.time ? start.day : addDays(start.day, 1);
}

/** A second whole slot, and nothing was said against the first one: it comes beside it. */
function isFurther(talk: Talk, { day, time }: Slot, turn: number): boolean {
  const last = talk.diary.at(-1);
  if (last?.time === undefined || day === undefined || time === undefined || day === last.day || time === last.time)
    return false;
  if (talk.isMove || last.wasBooked) return false;
  return !talk.setting.call.turns.slice(Math.max(talk.agreedIn, 0), turn + 1).some(({ text }) => RETHINKS.test(text));
}
