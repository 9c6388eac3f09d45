import type { Held } from './diary.js';
import { CANCELS, CHANGES } from './stance/change-words.js';
import { type Heard, type Talk, withoutProposals } from './talk.js';
import { GENERAL_THING, KEEPS, REFUSES, WAITING } from './talk-words.js';

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
    CHANGES.test(text) ||
    (CHANGES.test(assented) && /\?|shall|would you|do you/i.test(assented));
  return hearCancelAsked({ ...talk, isMove }, text, turn.index, assented);
}

function hearCancelAsked(talk: Talk, text: string, index: number, assented: string): Talk {
  const isOffered = /\b(?:shall|should|want|would you like|do you|just to|you'd like|you want)\b[^.?!]*\bcancel/i.test(
    assented,
  );
  if ((CANCELS.test(text) && !KEEPS.test(text) && isOurs(talk, text)) || isOffered) {
    const asked = talk.cancelling ?? { isDone: false, several: [] };
    return cancelAll({ ...talk, cancelling: { ...asked, turn: index } }, text);
  }
  if (talk.cancelling === undefined) return talk;
  if (/\b(?:keep it|leave it (?:as|in|be|where|how)|don't cancel|move it instead|rather move)\b/i.test(text))
    return { ...talk, cancelling: undefined };
  return cancelAll(talk, text);
}

/** "Both, please", of what the business has named. */
function cancelAll(talk: Talk, text: string): Talk {
  const { table, cancelling } = talk;
  if (cancelling === undefined || table.by !== 'agent' || table.slots.length < 2) return talk;
  if (!/\b(?:both|all of them|the lot|all)\b/i.test(text)) return talk;
  const several = table.slots.flatMap((slot): Held[] =>
    slot.day === undefined ? [] : [{ ...slot, day: slot.day, wasBooked: true }],
  );
  return withoutProposals({ ...talk, cancelling: { ...cancelling, several } });
}

function hearDone(talk: Talk, { turn }: Heard): Talk {
  const { cancelling } = talk;
  if (cancelling === undefined || turn.index <= cancelling.turn) return talk;
  const { text } = turn;
  const isDone = /\bcancel+ed\b|\bcancel (?:that|it|this|the)\b|\btaken (?:you|it|that) off\b/i.test(text);
  const isTaken =
    turn.index === cancelling.turn + 1 &&
    !REFUSES.test(text) &&
    !/\b(?:or|move|resched\w*)\b.*\?/i.test(text) &&
    !WAITING.test(text);
  const asking = talk.setting.call.turns[cancelling.turn]?.text ?? '';
  const wasChoice = /\bor\b/.test(asking) && CHANGES.test(asking);
  if (!isDone && (!isTaken || wasChoice)) return talk;
  const target = cancelling.target ?? talk.diary.find(({ wasBooked }) => wasBooked) ?? talk.diary.at(-1);
  return { ...talk, cancelling: { ...cancelling, isDone: true, target } };
}

/** "Cancel the facial" is not about the bridal trial that was spoken of. */
function isOurs({ diary, setting }: Talk, text: string): boolean {
  const word = /\bcancel\w*\s+(?:the|my|our)\s+([\w-]+)/i.exec(text)?.[1]?.toLowerCase();
  const [known] = diary;
  if (word === undefined || known === undefined || GENERAL_THING.test(word)) return true;
  return setting.call.turns.slice(0, known.turn + 1).some((turn) => turn.text.toLowerCase().includes(word));
}
