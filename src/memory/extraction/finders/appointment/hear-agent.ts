import type { Acts } from './acts.js';
import { isKnown, withTime } from './diary.js';
import { acknowledge, agree, note, propose, withoutRefused } from './settle.js';
import { distinct, isSame, type Slot } from './slot.js';
import { type Heard, openTo, type Talk, withoutProposals } from './talk.js';
import { AGENT_DEFERS, CONFIRMS, GRANTS, REFUSES, WAITING } from './talk-words.js';

/** What the business says of times: what it offers, what it grants, what is in its diary. */
export function hearAgent(before: Talk, acts: Acts): Talk {
  const { turn, mentions } = acts;
  const slots = distinct([...acts.booked, ...acts.named]);
  const left = withoutRefused(before, acts.refused);
  const talk = isOfferedAnew(left, slots) ? left : settleTacit(left, acts);
  if (slots.length === 0) return mentions.every(({ stance }) => stance === 'aside') ? hearReply(talk, acts) : talk;
  if (isPutOff(acts.said)) return withoutProposals(talk);
  const asked = openTo(talk, 'agent');
  const granted = slots.filter((slot) => asked.some((one) => isSame(one, slot)));
  const isWhole = asked.every(({ time }) => time !== undefined) || CONFIRMS.test(acts.said);
  if (granted.length > 1 && granted.length === asked.length && isWhole && !/\bor\b/i.test(turn.text))
    return granted.reduce((so_far, slot, index) => agree(so_far, slot, acts, index > 0), talk);
  const [only] = granted;
  const rest = slots.filter((slot) => slot !== only);
  // "We've a recital on Saturday. What about tomorrow?"
  if (rest.length > 0 && /\b(?:what|how) about\b/i.test(turn.text)) return offer(talk, acts, rest);
  const isAlone = slots.every((slot) => slot === only || (only?.time !== undefined && slot.time === undefined));
  if (
    only !== undefined &&
    granted.length === 1 &&
    isAlone &&
    !WAITING.test(acts.said) &&
    !/\bor\b[^.!]*\?\s*$/i.test(turn.text)
  )
    return grant(talk, acts, only);
  const proposed = asked.find((one) => only !== undefined && isSame(one, only));
  // "Twenty past five tomorrow. Then the brows on Saturday at noon?"
  const isReadBackFirst =
    proposed?.time !== undefined &&
    only?.day !== undefined &&
    rest.length > 0 &&
    rest.every(({ day }) => day !== only.day);
  if (only !== undefined && isReadBackFirst && !/\bor\b/i.test(turn.text) && !REFUSES.test(acts.said))
    return offer(agree(talk, only, acts), acts, rest);
  return offer(talk, acts, slots);
}

/** Something else is offered in the place of what the caller said nothing to. */
function isOfferedAnew({ table }: Talk, slots: readonly Slot[]): boolean {
  const isSaidAgain = table.slots.every((one) => slots.some((slot) => isSame(one, slot)));
  return !isSaidAgain && slots.length > 0;
}

/** What the caller said nothing to is agreed. */
export function settleTacit(talk: Talk, heard: Heard): Talk {
  const [slot] = talk.table.slots;
  return slot === undefined || talk.table.isTacit !== true ? talk : agree(talk, slot, heard);
}

/** Words with which a business offers a time, and does not say when it is. */
const OFFERS =
  /\?\s*$|\b(?:or|can|could|would|shall|how about|what about|have|'ve|there's|there is|free|available|offer|maybe|if|from|check-?in)\b/i;

const ASSENTS = /\b(?:then|ok|okay|yes|yeah|fine|perfect|great|grand|lovely|it is|right|cheers|thanks)\b/i;

/** The last word of a call: "One o'clock on the thirteenth. See you then." "Friday at one, then." */
export function settleLast(talk: Talk, heard: Heard): Talk {
  const [slot, ...more] = talk.table.slots;
  if (slot?.time === undefined || more.length > 0) return talk;
  const isStated = slot.turn === heard.turn.index && (heard.side === 'agent' || ASSENTS.test(heard.turn.text));
  const sentence = heard.turn.sentences.find(({ text }) => text.includes(slot.quote))?.text;
  if (!isStated || sentence === undefined || OFFERS.test(sentence) || REFUSES.test(heard.turn.text)) return talk;
  return agree({ ...talk, table: { ...talk.table, beside: 'none' } }, slot, heard);
}

/** What the caller asked for is possible, unless it is only a part of it: "Tuesday?" – "I have nine on Tuesday". */
function grant(talk: Talk, acts: Acts, slot: Slot): Talk {
  const { booked } = acts;
  if (ASKS_LEAVE.test(acts.said)) return propose(talk, [slot], acts);
  const asked = openTo(talk, 'agent').find((one) => isSame(one, slot));
  const isSettled = booked.length > 0 || CONFIRMS.test(acts.said) || GRANTS.test(acts.said);
  if (isAcknowledged(talk, acts.said)) return acknowledge(talk, slot, acts);
  const isMoreSaid = asked?.time === undefined && slot.time !== undefined && !isKnown(talk.diary, slot);
  return isMoreSaid && !isSettled ? propose(talk, [slot], acts) : agree(talk, slot, acts);
}

/** So a business finds in its diary what the caller says is there: "That's right, Thursday the sixteenth". */
const FINDS =
  /^\W*(?:(?:ah|oh|um|okay|ok|yes|yeah|yep)\b,? )*(?:that's (?:right|it)|that is right|i see (?:it|you|that)|i (?:have|can see|do see) (?:you|it|that)|i've (?:got )?(?:you|it)\b|got (?:you|it) (?:here|down)|you (?:are|have|do) indeed|so you (?:are|have|do)|indeed|ah,? yes|there (?:you|it) (?:are|is)|here (?:you|it) (?:are|is)|found (?:you|it)|correct)\b/i;
const ASKS_FOR =
  /\?|\b(?:could|can|would|may|might) (?:i|we|you)\b|\b(?:like|want|need|wish|hoping|looking|book(?! me)|please)\b/i;

/** The caller only told of it, and the business knows of it. */
const isAcknowledged = ({ before }: Talk, text: string): boolean =>
  before?.speaker === 'caller' && FINDS.test(text) && !ASKS_FOR.test(before.text);

function offer(before: Talk, acts: Acts, slots: readonly Slot[]): Talk {
  const { turn, booked } = acts;
  const isAsking = turn.sentences.some(
    ({ text }) => text.endsWith('?') && slots.some(({ quote }) => text.includes(quote)),
  );
  const talk =
    !isAsking && slots.length === 1
      ? { ...before, diary: before.diary.map((held) => withTime(held, slots[0])) }
      : before;
  const { table, diary } = talk;
  const fresh = slots.filter((slot) => !isKnown(diary, slot));
  const [first, ...more] = fresh;
  // What was only told is over when the business says again what is in the diary.
  if (first === undefined) return table.by === 'agent' || table.isTold ? withoutProposals(talk) : talk;
  const asked = openTo(talk, 'agent');
  const isAsked = asked.some((one) => one.day === first.day || one.day === undefined);
  const isSettled = booked.length > 0 || CONFIRMS.test(acts.said);
  if (more.length === 0) {
    const isGuess = diary.some((held) => held.wasBooked && held.time === undefined);
    const isOpen = table.slots.length > 0 && !(table.by === 'caller' && table.isTold);
    if (booked.length > 0 && !isAsked && !isGuess && !isOpen && !talk.isMove)
      return note(withoutProposals(talk), first);
    if (isFoundToCancel(talk, turn.text)) return note(talk, first);
    if (isAsked && !isAsking && isSettled) return agree(talk, first, acts);
    if (!isAsking && isReadBack(talk, first, turn.index, isSettled)) return agree(talk, first, acts);
  }
  const isOnlyDays =
    table.by === 'agent' &&
    fresh.every((slot) => slot.time === undefined && table.slots.some((one) => one.day === slot.day));
  return isOnlyDays ? talk : propose(talk, fresh, acts);
}

/** "The one at seven, for four?" says what the caller wants cancelled. */
function isFoundToCancel({ cancelling, diary, table }: Talk, text: string): boolean {
  return (
    cancelling !== undefined &&
    cancelling.target === undefined &&
    diary.length + table.slots.length === 0 &&
    !/\b(?:could|can (?:i|we) (?:offer|do)|how about|what about|instead|move)\b/i.test(text)
  );
}

/** The business goes on with one of its own offers, as the caller's. */
function isReadBack({ table, before }: Talk, slot: Slot, turn: number, isSettled: boolean): boolean {
  if (table.by !== 'agent' || !table.slots.some((one) => isSame(one, slot) && one.turn < turn - 1)) return false;
  return isSettled || (table.slots.length > 1 && !REFUSES.test(before?.text ?? ''));
}

/** So one says that one has heard, and no more. */
const ACKNOWLEDGES = /^\W*(?:oh |ah |um |uh )*(?:ok|okay|right|alright|all right|sure|i see)\b(?! (?:then|so)\b)/i;

/** "Shall I book it?": it is for the caller to say. */
const ASKS_LEAVE =
  /\b(?:shall|should|will|can|do you want me to|would you like me to|want me to)(?: i| we)? (?:just )?(?:book|hold|reserve|put (?:it|that|you|him|her))\b|\b(?:would you like|do you want|want|like) to (?:book|reserve|go ahead|take (?:it|that))\b/i;

/** An answer without a time. */
function hearReply(talk: Talk, acts: Acts): Talk {
  const { turn, answer } = acts;
  const { table } = talk;
  const [proposed, ...more] = table.slots;
  if (proposed === undefined) return talk;
  if (table.by === 'agent') return more.length === 0 && CONFIRMS.test(acts.said) ? agree(talk, proposed, acts) : talk;
  if (isPutOff(acts.said)) return withoutProposals(talk);
  if (ASKS_LEAVE.test(acts.said) && more.length === 0) return propose(talk, [proposed], acts);
  if (REFUSES.test(acts.said) && !/\b(?:no problem|not a problem)\b/i.test(turn.text)) return withoutProposals(talk);
  const isGranted =
    !table.isTold ||
    (answer === 'yes' && !ACKNOWLEDGES.test(acts.said)) ||
    CONFIRMS.test(acts.said) ||
    GRANTS.test(acts.said);
  if (!WAITING.test(acts.said) && more.length === 0 && isGranted)
    return isAcknowledged(talk, acts.said) ? acknowledge(talk, proposed, acts) : agree(talk, proposed, acts);
  return table.isTold ? withoutProposals(talk) : talk;
}

/** The business will see, and say so later. */
const isPutOff = (text: string): boolean => AGENT_DEFERS.test(text) && !CONFIRMS.test(text);
