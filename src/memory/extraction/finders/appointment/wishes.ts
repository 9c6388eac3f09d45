import { cancelsIn, isCancelledBy, isCancelOffered } from './cancel-words.js';
import type { Held } from './diary.js';
import { note } from './settle.js';
import { isSame, type Slot } from './slot.js';
import { CHANGES } from './stance/change-words.js';
import { type Cancelling, type Heard, openTo, type Talk, withoutProposals } from './talk.js';
import { GENERAL_THING, REFUSES, WAITING } from './talk-words.js';

/** Moves and cancellations that are asked for, and done. */
export function hearWishes(talk: Talk, heard: Heard, answer: string): Talk {
  return heard.side === 'caller' ? hearAsked(talk, heard, answer) : hearDone(talk, heard);
}

function hearAsked(talk: Talk, { turn }: Heard, answer: string): Talk {
  const { text } = turn;
  const assented = talk.before?.speaker === 'agent' && answer === 'yes' ? talk.before.text : '';
  const isInstead =
    /\binstead\b/i.test(text) && (talk.diary.some(({ wasBooked }) => wasBooked) || /\bbooked\b/i.test(text));
  const isMove =
    talk.isMove ||
    isInstead ||
    (answer === 'no' && /\bstill (?:good|ok|okay|on|fine|coming|works?)\b[^.!]*\?/i.test(talk.before?.text ?? '')) ||
    CHANGES.test(text) ||
    (CHANGES.test(assented) && /\?|shall|would you|do you/i.test(assented));
  return hearCancelAsked({ ...talk, isMove }, text, turn.index, assented);
}

function hearCancelAsked(talk: Talk, text: string, index: number, assented: string): Talk {
  const isAsked = cancelsIn(text, isSpokenOf(talk, index, text)) && isOurs(talk, text);
  if (isAsked || isCancelOffered(assented)) {
    const { isDone, target, several } = talk.cancelling ?? { isDone: false, several: [] };
    const [told, ...more] = openTo(talk, 'caller');
    // "Twenty to five, perfect, so get rid of the Friday one": what is offered takes its place.
    if (isAsked && told !== undefined && cancelsOther(text)) return { ...talk, isMove: true };
    const isKeepAsked = ASKS_TO_KEEP.test(talk.before?.text ?? '');
    // "You're down for Tuesday at eight." "Scrap it." "And your cleaning on the second, do you want to keep that?" "Scratch that one."
    if (isAsked && more.length === 0 && told?.day !== undefined && (isKeepAsked || isFirstTold(talk, told))) {
      const noted = withoutProposals(note(talk, told));
      const known = noted.diary.find(({ day, time }) => day === told.day && time === told.time);
      const asked = { asked: index, waiting: index, isDone, several };
      return { ...noted, cancelling: { ...asked, target: isKeepAsked ? known : target } };
    }
    // What was cancelled before is over: this is another one, or the same once more.
    return cancelAll({ ...talk, cancelling: { asked: index, waiting: index, isDone, target, several } }, text);
  }
  if (talk.cancelling === undefined) return talk;
  // "Would you like to cancel or move it?" "Could I move it?"
  const isMovedInstead = !talk.cancelling.isDone && /\b(?:move|moving|resched\w*) (?:it|that|my|the)\b/i.test(text);
  if (isMovedInstead || /\b(?:keep it|leave it (?:as|in|be|where|how)|don't cancel)\b/i.test(text))
    return { ...talk, cancelling: undefined };
  return cancelAll(talk, text);
}

/** The business asks whether one that is booked is to stay. */
const ASKS_TO_KEEP =
  /\b(?:keep|hold on to|still (?:want|need|on|ok|okay|good|standing|coming|happening|going ahead|all right))\b[^.!]*(?:\?|$)/i;

const isFirstTold = ({ diary }: Talk, { time }: Slot): boolean => diary.length === 0 && time !== undefined;

/** "Cancel the Thursday", "get rid of the Friday one", where another day was just offered. */
const cancelsOther = (text: string): boolean =>
  /\b(?:cancel|get rid of|scrap|drop|bin|lose|scratch|take off)\b (?:the|that|my) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|old|other|first|original|one (?:on|for))\b/i.test(
    text,
  );

/** "Both, please", of what the business has named. */
function cancelAll(talk: Talk, text: string): Talk {
  const { table, cancelling } = talk;
  if (cancelling === undefined || table.by !== 'agent' || table.slots.length < 2) return talk;
  if (!/\b(?:both|all of them|the lot|(?<!\bit )all)\b/i.test(text)) return talk;
  const several = table.slots.flatMap((slot): Held[] =>
    slot.day === undefined ? [] : [{ ...slot, day: slot.day, wasBooked: true }],
  );
  return withoutProposals({ ...talk, cancelling: { ...cancelling, several } });
}

function hearDone(talk: Talk, { turn }: Heard): Talk {
  const { text, index } = turn;
  const { cancelling } = talk;
  if (cancelling === undefined) {
    const isDone = isCancelledBy(text, isSpokenOf(talk, index, talk.before?.text ?? ''));
    return isDone ? { ...talk, cancelling: { asked: index, waiting: index, isDone, several: [] } } : talk;
  }
  const isDone =
    /\bcancel+ed\b|\bcancel (?:that|it|this|the)\b|\btake(?:n)? (?:you|it|that) off\b|\boff the (?:book|books|diary)\b/i.test(
      text,
    );
  if (isDone) return { ...talk, cancelling: { ...cancelling, isDone } };
  if (index !== cancelling.waiting + 1) return talk;
  // "The one at seven, for four?" asks which one; it is done in the next turn.
  if (/\?\s*$/.test(text) && talk.diary.length === 0)
    return { ...talk, cancelling: { ...cancelling, waiting: index + 1 } };
  const told = turn.sentences.filter((sentence) => !sentence.text.endsWith('?')).map((sentence) => sentence.text);
  const isRefused = REFUSES.test(told.join(' ')) || WAITING.test(text) || /\b(?:or|move|resched\w*)\b.*\?/i.test(text);
  const asking = talk.setting.call.turns[cancelling.asked]?.text ?? '';
  const wasChoice = /\bor\b/.test(asking) && CHANGES.test(asking);
  return isRefused || wasChoice ? talk : { ...talk, cancelling: { ...cancelling, isDone: true } };
}

/** After a turn: which one is cancelled, as soon as that is known. */
export function withTarget(talk: Talk): Talk {
  const { cancelling } = talk;
  if (cancelling?.isDone !== true || cancelling.target !== undefined) return talk;
  return { ...talk, cancelling: { ...cancelling, target: targetOf(talk, cancelling) } };
}

/**
 * The one that was named with the wish, or just before it; else the one that they know of, or that is found next. What the business
 * offered and the caller took before the wish is not what is cancelled.
 */
function targetOf({ diary, offered, agreedIn }: Talk, { asked }: Cancelling): Held | undefined {
  const booked = diary.filter(({ wasBooked }) => wasBooked);
  return (
    booked.find(({ turn }) => turn === asked) ??
    booked.find(({ turn }) => turn === asked - 1) ??
    booked.find(({ turn }) => turn < asked) ??
    booked[0] ??
    diary.findLast((held) => held.turn < asked && (agreedIn >= asked || !offered.some((slot) => isSame(slot, held))))
  );
}

/** Whether an appointment was spoken of in this turn or the two before it. */
function isSpokenOf({ diary, table, setting }: Talk, index: number, text: string): boolean {
  return (
    [...diary, ...table.slots].some(({ turn }) => turn >= index - 2) ||
    /\b(?:appointment|appt|booking|reservation|table|viewing|delivery|visit|slot|lunch|dinner|consult\w*|keep (?:it|that)|o'?clock|\w+day|tomorrow|tonight)\b/i.test(
      `${text} ${setting.call.turns[index - 1]?.text ?? ''}`,
    )
  );
}

/** "Cancel the facial" is not about the bridal trial that was spoken of. */
function isOurs({ diary, setting }: Talk, text: string): boolean {
  const word = /\bcancel\w*\s+(?:the|my|our)\s+([\w-]+)/i.exec(text)?.[1]?.toLowerCase();
  const [known] = diary;
  if (word === undefined || known === undefined || GENERAL_THING.test(word)) return true;
  return setting.call.turns.slice(0, known.turn + 1).some((turn) => turn.text.toLowerCase().includes(word));
}
