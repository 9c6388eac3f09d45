import { readAnswer } from '../../language/assent.js';
import { withApostrophes } from '../../language/with-apostrophes.js';
import type { ReadTurn } from '../../read-call.js';
import type { Acts } from './acts.js';
import { chosenOf } from './choose.js';
import { isKnown } from './diary.js';
import { COUNTERS } from './going-back.js';
import { isShort } from './is-time.js';
import { agree, note, propose, withoutRefused } from './settle.js';
import { isSame, type Slot } from './slot.js';
import { openTo, type Talk, withoutProposals } from './talk.js';
import { ASKS_WHEN, DEFERS, REFUSES, SCHEDULING, takes } from './talk-words.js';

/** "Let's hold off, I'll call you when I'm ready": nothing is agreed. */
const PUTS_OFF =
  /\b(?:hold off|never ?mind|forget (?:it|about it)|leave it for now|(?:i'll|i will|let me) (?:have to )?(?:think (?:about|on) it|have a think|be in touch|(?:call|ring|phone) (?:you )?back|(?:call|ring|phone) you when|come back to you|get back to you|let you know)|not (?:yet|(?:right|for|just) now))\b/i;

/** What the caller says of times: which offer is taken, what is asked for, what is booked already. */
export function hearCaller(talk: Talk, acts: Acts): Talk {
  const { named, mentions } = acts;
  if (named.length === 0 && PUTS_OFF.test(acts.said) && acts.answer !== 'yes') return withoutProposals(talk);
  const [offer] = openTo(talk, 'caller');
  if (offer !== undefined && isTakenAfterAll(talk, acts)) return agree(talk, offer, acts);
  const noted = acts.booked.reduce(note, withoutRefused(talk, acts.refused));
  const [left] = openTo(noted, 'caller');
  if (left !== undefined && isTakenFirst(noted, acts)) {
    const taken = agree(noted, left, acts);
    return asksBeside(acts) ? propose({ ...taken, isMore: true }, named, acts) : taken;
  }
  if (named.length > 0) return hearNamed(noted, acts);
  const isChosenLater = /\bthe (?:earlier|later|first|second|other|latter|last) (?:one|slot|time)\b/i.test(acts.said);
  return isChosenLater || mentions.every(({ stance }) => stance === 'aside') ? hearReply(noted, acts) : noted;
}

function hearNamed(talk: Talk, acts: Acts): Talk {
  const { turn, named } = acts;
  const offers = openTo(talk, 'caller');
  const taken = named.filter((slot) => offers.some((one) => isSame(one, slot)));
  if (DEFERS.test(acts.said)) return withoutProposals(talk);
  if (taken.length === 0) return ask(talk, acts);
  const [offer, ...others] = offers;
  const within = others.length === 0 ? named.find((slot) => isWithin(acts, slot, offer)) : undefined;
  if (within !== undefined) return agree(talk, within, acts);
  const [first] = taken;
  if (first !== undefined && asksOtherHour(acts)) {
    const offered = talk.offered.filter(({ day }) => day !== first.day);
    return propose({ ...talk, offered }, [{ ...first, time: undefined }], acts);
  }
  const countered = counteredIn(talk, acts, taken);
  if (countered !== undefined) return propose(talk, [countered], acts);
  const chosen = nameChosen(turn, taken);
  if (chosen === undefined) return talk;
  const offered = offers.find((one) => isSame(one, chosen));
  // "Tuesday?" – "Nine on Tuesday": it is for the business to say whether nine is possible.
  return offered?.time === undefined && chosen.time !== undefined && !isKnown(talk.diary, chosen)
    ? propose(talk, [chosen], acts)
    : agree(talk, chosen, acts);
}

const COMES =
  /\b(?:i'll|i will|we'll|i can|we can|i could) (?:just )?(?:pop|come|be (?:there|in|with)|drop|call|swing|nip|get there|aim|say)\b/i;

/** "Monday any time between ten and four?" – "Monday, I'll pop in at twelve." */
function isWithin({ turn }: Acts, slot: Slot, offer: Slot | undefined): boolean {
  if (offer?.time === undefined || slot.time === undefined || slot.day !== offer.day || slot.time <= offer.time)
    return false;
  const sentence = turn.sentences.find(({ text }) => text.includes(slot.quote))?.text ?? '';
  return /\b(?:any ?time|between|from|after)\b/i.test(offer.quote) && COMES.test(sentence);
}

/** "Seven to nine tomorrow?" – "Can you do later in the day tomorrow?" */
function asksOtherHour({ turn, mentions }: Acts): boolean {
  return (
    mentions.every(({ spoken, stance }) => stance === 'aside' || spoken.time === undefined) &&
    turn.sentences.some(({ text }) => /\?$/.test(text) && ASKS_OTHER.test(text))
  );
}

/** The caller asks for a time of their own. */
function ask(talk: Talk, acts: Acts): Talk {
  const { turn, named } = acts;
  const fresh = named.filter((slot) => !isKnown(talk.diary, slot));
  if (fresh.length === 0) return talk;
  const isOpen = openTo(talk, 'caller').length > 0;
  const isAnswer = isOpen || ASKS_WHEN.test(talk.before?.text ?? '') || isShort(turn.text);
  const isBeside = talk.diary.some(({ time }) => time !== undefined) && fresh.every(({ time }) => time === undefined);
  const isTold =
    (!isAnswer || (isBeside && !isOpen)) && !talk.isMove && !fresh.some(({ quote }) => isWished(turn, quote));
  return propose(talk, fresh, acts, isTold);
}

/** Whether a time is asked for or chosen where it is said, and not only told. */
function isWished(turn: ReadTurn, quote: string): boolean {
  const sentence = turn.sentences.find(({ text }) => text.includes(quote))?.text ?? turn.text;
  return SCHEDULING.test(sentence) || /\b(?:like|want|need|please|then|for)\b|\?/i.test(sentence);
}

/** "Thursday? In this heat? Tomorrow, please." */
function counteredIn({ diary }: Talk, { turn, named }: Acts, taken: readonly Slot[]): Slot | undefined {
  // "Ten fifteen? Make it eleven."
  const made = named.find(
    (slot) =>
      !taken.includes(slot) &&
      /\b(?:make (?:it|that)|or rather|(?:could|can) (?:we|i|you) (?:do|say))\s+$/i.test(
        turn.text.slice(0, turn.text.indexOf(slot.quote)),
      ),
  );
  if (made !== undefined) return made;
  if (!/\bplease\b|\binstead\b|\?/i.test(turn.text)) return undefined;
  return named.find(
    (slot) => !taken.includes(slot) && slot.day !== undefined && isAfter(turn, slot, taken) && !isKnown(diary, slot),
  );
}

/** "Friday's my birthday. Tuesday noon": what is said whole, or last, is the choice. */
function nameChosen({ text }: ReadTurn, taken: readonly Slot[]): Slot | undefined {
  if (taken.length === 1) return taken[0];
  if (/\bor\b/i.test(text)) return undefined;
  return taken.filter(({ quote }) => /\d|\s/.test(quote.trim())).at(-1) ?? taken.at(-1);
}

/** Words that name no time, or none that is about when to come. */
function hearReply(talk: Talk, acts: Acts): Talk {
  const { turn, answer } = acts;
  const offers = openTo(talk, 'caller');
  const [offer] = offers;
  if (offer === undefined) return talk;
  // "Three for you, and Leo at twenty past." "Both of those work."
  const asked = talk.before?.text ?? '';
  const isBoth =
    offers.length === 2 &&
    !/\bor\b/i.test(asked) &&
    (/\bboth\b/i.test(turn.text) || (answer === 'yes' && isEnumerated(asked, offers)));
  if (isBoth && !REFUSES.test(acts.said))
    return offers.reduce((after, slot, index) => agree(after, slot, acts, index > 0), talk);
  const chosen = chosenOf(offers, turn.text, answer);
  const [first] = turn.sentences;
  const isTaken = first !== undefined && isYes(first.text);
  if (chosen !== undefined && (!REFUSES.test(acts.said) || (isTaken && !REFUSES.test(first.text))))
    return agree(talk, chosen, acts);
  if (ASKS_SOONER.test(acts.said)) return talk;
  if (isLetStand(talk, acts))
    return /\bthank/i.test(turn.text) ? agree(talk, offer, acts) : { ...talk, table: { ...talk.table, isTacit: true } };
  const isNext = offers.some((slot) => slot.turn === talk.before?.index);
  return isNext && (answer === 'no' || REFUSES.test(acts.said)) ? withoutProposals(talk) : talk;
}

/** "Can't you do any earlier?" does not turn down what there is. */
const ASKS_SOONER = /\b(?:any|nothing|anything|no) (?:earlier|sooner|later|before)\b[^.!]*$/i;

/** "Half three and quarter to four?" */
function isEnumerated(text: string, [first, second]: readonly Slot[]): boolean {
  if (first?.time === undefined || second?.time === undefined) return false;
  const from = text.indexOf(first.quote) + first.quote.length;
  return /^,? (?:and|then|and then)(?: at)? $/i.test(text.slice(from, text.indexOf(second.quote, from)));
}

/** "Wednesday is choir, but that's at night. That'll do." */
function isTakenAfterAll(talk: Talk, { turn, mentions }: Acts): boolean {
  if (openTo(talk, 'caller').length !== 1 || mentions.length === 0) return false;
  const last = turn.sentences.at(-1);
  return (
    mentions.every(({ spoken, stance }) => stance === 'refused' && spoken.end <= (last?.start ?? 0)) &&
    /^(?:but )?(?:(?:that'll|that will|it'll|that) (?:do|work|be (?:fine|grand|ok|okay))|(?:that's|it's) (?:fine|ok|okay|grand)|go on then|i'll take it|book it)\b/i.test(
      last?.text ?? '',
    )
  );
}

/** "Super. And it's him upstairs, he has baths at two": the yes is to what was offered, and the time is of another matter. */
function isTakenFirst(talk: Talk, { turn, said, named }: Acts): boolean {
  const [first, ...rest] = turn.sentences;
  const [slot, ...more] = openTo(talk, 'caller');
  if (named.length === 0 || slot?.day === undefined || slot.time === undefined || more.length > 0) return false;
  if (first === undefined || rest.length === 0) return false;
  if (named.some(({ quote }) => first.text.includes(quote)) || named.some((one) => isSame(one, slot))) return false;
  const others = rest.map(({ text }) => text).join(' ');
  return isYes(first.text) && (!COUNTERS.test(others) || BESIDE.test(others)) && !REFUSES.test(said);
}

const isYes = (text: string): boolean => readAnswer(withApostrophes(text)).kind === 'yes' || takes(text);

/** "And the same time on the eighteenth?" */
const BESIDE = /^(?:oh,? )?(?:and|then|also|plus)\b(?![^?]*\b(?:instead|rather|better|actually|sorry|but)\b)[^?]*\?/i;

const asksBeside = ({ turn }: Acts): boolean => turn.sentences.slice(1).some(({ text }) => BESIDE.test(text));

/** "Can I drop them the night before?" */
const ASKS_OTHER =
  /\b(?:can|could|may) (?:i|we|you|he|she|they|it)\b[^.!?]*\b(?:before|after|earlier|later|sooner|instead|another|different|other)\b/i;

/**
 * Whether the caller lets stand what the business said: a whole day and time that is stated, to which the caller says nothing. A no
 * answers the last thing that was asked, which may be another.
 */
function isLetStand(talk: Talk, { turn, said, answer }: Acts): boolean {
  const [slot, ...more] = openTo(talk, 'caller');
  const { before } = talk;
  if (more.length > 0 || slot?.day === undefined || slot.time === undefined || before === undefined) return false;
  if (slot.turn !== before.index || DEFERS.test(said) || ASKS_OTHER.test(said)) return false;
  if (/\b(?:i|we) (?:can't|cannot|couldn't|won't)\b/i.test(turn.sentences[0]?.text ?? '')) return false;
  const last = before.sentences.at(-1)?.text ?? '';
  // "Monday at five thirty and it's still Arsenal Street": something else is asked after it.
  const [, after] = last.split(slot.quote);
  const isAskedLast =
    after === undefined
      ? /\b(?:suit|work|okay|ok|good|do you|for you|that)\b[^.!]*\?$/i.test(last)
      : !/^.*\b(?:and|so) (?:it's|its|is|are|you|your|what|who|where|still|can|do)\b/i.test(after);
  if (answer === 'no' || REFUSES.test(said)) return !isAskedLast;
  return !isAskedLast || !/\?\s*$/.test(last) || !/\?/.test(turn.text);
}

/** Whether a slot is said after all others, in a sentence of its own. */
function isAfter(turn: ReadTurn, { quote }: Slot, others: readonly Slot[]): boolean {
  const at = turn.text.indexOf(quote);
  const last = turn.sentences.findLast(({ start }) => start <= at);
  return last !== undefined && others.every((one) => turn.text.indexOf(one.quote) < last.start);
}
