import { readAnswer } from '../../language/assent.js';
import { mondayOf } from '../../language/civil-day.js';
import type { SpokenTime } from '../../language/spoken-times.js';
import type { ReadTurn } from '../../read-call.js';
import { ASKS_AGAIN } from './going-back.js';
import { inKnownHalf, isSureHalf } from './half-of-day.js';
import { type Aside, isOpening } from './stance/aside.js';
import { type Mention, mentionOf } from './stance/stance.js';
import { type Heard, openTo, type Talk, type Topic } from './talk.js';
import {
  ASKED_HOURS,
  ASKS_WHEN,
  BIRTH_ASKED,
  CONFIRMS,
  CONTACT_DAY,
  COUNTED,
  COUNTED_ALONE,
  PAST_ASKED,
  SCHEDULING,
  TAKEN_AFTER,
  takes,
} from './talk-words.js';

/** The times of a turn that say when, and what is spoken of after it. */
export interface ReadMentions {
  readonly mentions: readonly Mention[];
  readonly topic: Topic;
}

/** How a business speaks of what it can do. */
const PROPOSES =
  /\b(?:can|could|will|shall|would|how about|what about|we have|i have|i've|we've|(?:he|she|they)(?:'s|'ve| has| have) (?:got|only)|i got|i'll|we'll|let's)\b|\?/i;
/** By then it must be over. */
const SOONER = /\bbefore(?: (?:then|that|it|the day))?\W*$|\bbefore (?:then|that)\b|\bsooner\b/i;
/** "I don't like mornings": the part of the day that is not wanted. */
const UNWANTED = /\b(?:not|no|never|hate|avoid|except)\b|n't\b/i;
const OFFERS_NUMBER =
  /\b(?:have|'ve|do|got|offer|manage|make|take|say)(?:\.\.\.|,| only| just| a| an| the)* $|\bor (?:a |an )?$/i;
const ENDS_NUMBER = /^(?:\s*$|\s*[.,?!]|\s+(?:or|and|with|then|please|that|in|if|but|free|available)\b)/i;
/** "I've two written down". */
const HAS_SO_MANY = /\b(?:have|'ve|got|only|all|of|the|those|these|my|for|that|with|just|still|another) $/i;
const LEADS_TO_TIME =
  /(?:^|\b(?:at|say|maybe|around|about|make it|or|ok|okay|yes|yeah|no|nah|um|uh|er|well|so|then|oh|hmm)|[,.!?…-])\s*$/i;
/** So few words are an answer. */
const SHORT_WORDS = 8;

/** Reads the days and times of a turn by where the talk stands, each with what it is there for. */
export function readMentions(talk: Talk, { turn, side }: Heard): ReadMentions {
  const { before, topic } = talk;
  const isReply = before !== undefined && before.speaker !== side;
  const asked = isReply ? (before.sentences.at(-1)?.text ?? '') : '';
  if (side === 'caller' && (BIRTH_ASKED.test(before?.text ?? '') || (isReply && PAST_ASKED.test(asked))))
    return { mentions: [], topic };
  const times = timesIn(talk, turn);
  const isAsked =
    ASKS_WHEN.test(asked) ||
    (side === 'agent' && /\?$/.test(asked) && SCHEDULING.test(asked)) ||
    talk.diary.some(({ time }) => time === undefined) ||
    (isReply && openTo(talk, side).length > 0);
  const isAbout = isAsked || isScheduling(talk, { turn, side }, times);
  const kept = times.filter(
    (spoken, index) =>
      isTime(spoken, times[index - 1], { turn, asked, isAsked, isAbout }) ||
      ((spoken.day !== undefined || spoken.period !== undefined || spoken.part !== undefined) &&
        spoken.form !== 'bare'),
  );
  const isBeside = talk.diary.length + talk.table.slots.length > 0;
  let last: Mention | undefined;
  const judge = (spoken: SpokenTime, index: number): Mention => {
    const [end, next] = [kept[index - 1]?.end ?? 0, kept[index + 1]?.start ?? turn.text.length];
    const said = mentionOf(spoken, turn, end, next, isBeside);
    const isPlaced = spoken.day !== undefined && spoken.time !== undefined;
    const isKnown =
      spoken.time !== undefined
        ? topic.focus !== undefined || topic.aside !== undefined || talk.diary.length > 0
        : talk.diary.length > 0 && CONFIRMS.test(turn.text);
    const isHours =
      side === 'agent' && isReply && ASKED_HOURS.test(before.text) && !PROPOSES.test(sentenceOf(turn, spoken));
    const aside = isPlaced ? undefined : goesOnWith(talk, { turn, side }, spoken, index);
    if (aside !== undefined) return { spoken, stance: 'aside', aside };
    if (said.aside === 'others' && isExcuse(talk, { turn, side }, spoken)) return { spoken, stance: 'refused' };
    if (isPointer(spoken) && said.stance !== 'booked') return { spoken, stance: 'aside' };
    const isHeard = !isHours && (isAbout || isPlaced || isKnown) && !isAfterwards(talk, { turn, side }, spoken, asked);
    return isHeard || said.stance !== 'slot' ? said : { spoken, stance: 'aside' };
  };
  const mentions = kept.map((spoken, index): Mention => {
    const mention = judge(spoken, index);
    // "My husband's in on the Wednesday, isn't he, at three?"
    const isTheirs = last?.aside === 'theirs' && spoken.day === undefined && isSameSentence(turn, last.spoken, spoken);
    last = isTheirs ? { spoken, stance: 'aside', aside: 'theirs' } : mention;
    return last;
  });
  return {
    mentions: mentions.filter(({ spoken }) => (spoken.day !== undefined && !spoken.vague) || spoken.time !== undefined),
    topic: topicAfter(talk, turn, { times, mentions, isAbout }),
  };
}

function timesIn({ setting, topic, before }: Talk, turn: ReadTurn): readonly SpokenTime[] {
  const { aside, week, part } = topic;
  // "It's booked for the twentieth and I want it looked at before": what is offered then is not in that week.
  const isBefore = before !== undefined && SOONER.test(before.text);
  const focus = isBefore ? undefined : topic.focus;
  const times = setting.call.spokenTimes(turn, {
    habit: setting.habit,
    anchor: focus,
    named: aside?.day ?? focus,
    week,
    part: part !== undefined && turn.index - part.turn <= 3 ? part.part : undefined,
  });
  return times.map((spoken) => ({
    ...spoken,
    ...inKnownHalf(spoken, [...times.filter(isSureHalf).map(({ time }) => time), ...topic.sure]),
  }));
}

/** "Thursday at nine?" – "Thursday my father has the heart clinic": so it is no good. */
const isExcuse = (talk: Talk, { turn, side }: Heard, { day, time }: SpokenTime): boolean =>
  side === 'caller' &&
  !takes(turn.text) &&
  readAnswer(turn.text).kind !== 'yes' &&
  openTo(talk, side).some((slot) => (day === undefined ? slot.time === time : slot.day === day));

/** "I'll ring you on Thursday." – "Friday would be better." "You'd check out Sunday or Monday?" – "Monday." */
function goesOnWith(
  { topic, table, diary }: Talk,
  { turn, side }: Heard,
  spoken: SpokenTime,
  index: number,
): Aside | undefined {
  const { elseIn } = topic;
  if (elseIn === undefined || turn.index - elseIn.turn > 2) return undefined;
  const isKnown = [...diary, ...table.slots].some(
    (slot) =>
      (spoken.time !== undefined && slot.time === spoken.time) ||
      (spoken.time === undefined && slot.day === spoken.day),
  );
  const isSame = elseIn.times.some((one) =>
    spoken.time === undefined ? one.day === spoken.day : one.time === spoken.time,
  );
  if (elseIn.aside === 'theirs') return isSame && !isKnown ? 'theirs' : undefined;
  if (turn.index !== elseIn.turn + 1 || turn.speaker === 'agent' || side === 'agent' || index > 0) return undefined;
  if (elseIn.aside === 'leaving') return isSame && !isKnown ? 'leaving' : undefined;
  const isAnswer =
    elseIn.aside === 'contact' && table.slots.length === 0 && spoken.start < 8 && spoken.time === undefined;
  return isAnswer && !/\?/.test(turn.text) ? 'contact' : undefined;
}

/** "That day" names none: what is said of it is seldom about when to come. */
const isPointer = ({ text, time }: SpokenTime): boolean =>
  time === undefined && /^that (?:same )?(?:day|morning|afternoon|evening)$/i.test(text);

const isAskedAlone = ({ form, text }: SpokenTime, sentence: string): boolean =>
  (form === 'said' || (form === 'cued' && sentence.startsWith(text))) &&
  /\?$/.test(sentence) &&
  sentence.split(/\s+/).length <= SHORT_WORDS;

const sentenceOf = ({ sentences, text }: ReadTurn, { start }: SpokenTime): string =>
  sentences.findLast((sentence) => sentence.start <= start)?.text ?? text;

const isSameSentence = (turn: ReadTurn, left: SpokenTime, right: SpokenTime): boolean =>
  sentenceOf(turn, left) === sentenceOf(turn, right);

/** Whether a turn is about when to come. */
function isScheduling(talk: Talk, { turn, side }: Heard, times: readonly SpokenTime[]): boolean {
  if (talk.table.slots.length > 0 || SCHEDULING.test(turn.text)) return true;
  if (times.length > 0 && turn.index - talk.topic.scheduledIn <= 2 && wordsOf(turn) <= SHORT_WORDS) return true;
  // "Ten past eleven with Dr Mensah?"
  if (side === 'agent' && times.some((time) => isAskedAlone(time, sentenceOf(turn, time)))) return true;
  return (
    side === 'agent' &&
    PROPOSES.test(turn.text) &&
    times.some(({ day }) => day !== undefined) &&
    times.some(({ form }) => form === 'said' || form === 'cued')
  );
}

/** Something is settled, and a time is only told: "breakfast is from seven". */
function isAfterwards(talk: Talk, { turn, side }: Heard, spoken: SpokenTime, asked: string): boolean {
  if (spoken.day !== undefined && spoken.time !== undefined) return false;
  if (talk.table.slots.length > 0 || talk.isMove || talk.isMore || talk.isReopened) return false;
  if (
    talk.cancelling !== undefined ||
    (side === 'agent' && /\?\s*$|\b(?:isn't|is) (?:he|she|it)\b|\bsame day\b/i.test(talk.before?.text ?? ''))
  )
    return false;
  if (!talk.diary.some(({ time }) => time !== undefined)) return false;
  if (side === 'caller' && ASKS_WHEN.test(asked)) return false;
  if (talk.diary.some(({ day, time }) => day === spoken.day || time === spoken.time)) return false;
  const sentence = turn.sentences.findLast(({ start }) => start <= spoken.start);
  const said = sentence?.text ?? turn.text;
  const isBare = said.replace(spoken.text, '').split(/\s+/).length <= 3 && !/\b(?:is|are)\b/i.test(said);
  return !isBare && !ASKS_AGAIN.test(said);
}

/** Whether a number is a time of day where it is said. */
function isTime(
  spoken: SpokenTime,
  last: SpokenTime | undefined,
  at: { readonly turn: ReadTurn; readonly asked: string; readonly isAsked: boolean; readonly isAbout: boolean },
): boolean {
  if (spoken.time === undefined || spoken.form === undefined) return false;
  if (spoken.day !== undefined || spoken.form === 'said') return true;
  if (COUNTED.test(at.asked)) return false;
  if (spoken.form === 'cued') return true;
  if (COUNTED_ALONE.test(at.asked)) return false;
  const between = at.turn.text.slice(last?.end ?? 0, spoken.start);
  if (last?.time !== undefined && /^,? ?(?:or|and|to)(?: (?:at|maybe))? $/i.test(between)) return true;
  const after = at.turn.text.slice(spoken.end);
  // "I have... ten with Bree or eleven with Paz", "could do one".
  if (at.isAbout && OFFERS_NUMBER.test(at.turn.text.slice(0, spoken.start)) && ENDS_NUMBER.test(after)) return true;
  return (
    (at.isAsked && (isAnswer(at.turn, spoken) || TAKEN_AFTER.test(after))) ||
    (at.isAbout &&
      /\b(?:in|down|you|it|there|here) for $|\b(?:push|move|change|bring|put|shift|make)\b[\w' ]{0,30}\b(?:to|for|it) $/i.test(
        between,
      ))
  );
}

/** "Nine", "make it ten", "yes ten please": a short answer is a time, and not "the six on your list". */
function isAnswer(turn: ReadTurn, { start, end }: SpokenTime): boolean {
  // "Eleven. They sleep at one."
  const isFirst = turn.sentences.some((sentence) => sentence.start === start);
  if (isFirst && /^(?:\s*$|\s*[.,?!]| (?:then|please)\b)/i.test(turn.text.slice(end))) return true;
  if (
    wordsOf(turn) > SHORT_WORDS ||
    /^ \p{L}+s\b(?!')/u.test(
      turn.text
        .slice(end)
        .replace(/^ (?:is|as|suits|works|sounds|was|yes|thats|thanks|cheers|this|its|has|does)\b/i, ''),
    )
  )
    return false;
  const before = turn.text.slice(0, start);
  if (LEADS_TO_TIME.test(before)) return true;
  return ENDS_NUMBER.test(turn.text.slice(end)) && !HAS_SO_MANY.test(before);
}

function topicAfter(
  { topic, setting }: Talk,
  turn: ReadTurn,
  read: {
    readonly times: readonly SpokenTime[];
    readonly mentions: readonly Mention[];
    readonly isAbout: boolean;
  },
): Topic {
  let { aside, isDaySaid, week, part } = topic;
  for (const { spoken, stance } of read.mentions) {
    const isComing = spoken.day !== undefined && !spoken.vague && spoken.day > setting.start.day;
    isDaySaid ||= isComing;
    if (isComing && stance !== 'refused' && !CONTACT_DAY.test(turn.text)) aside = { day: spoken.day, turn: turn.index };
    if (read.isAbout && spoken.period?.kind === 'week') week = spoken.period.from;
    if (stance === 'aside') continue;
    const isGreeting = turn.index <= 2 && spoken.start === 0 && spoken.day === undefined && spoken.time === undefined;
    const isUnwanted = isGreeting || UNWANTED.test(turn.text.slice(Math.max(0, spoken.start - 25), spoken.start));
    if (spoken.part !== undefined && !isUnwanted && !/tonight|^this /i.test(spoken.text))
      part = { part: spoken.part, turn: turn.index };
    // "Thursday eight pm" … "Friday eight thirty".
    if (spoken.part === undefined && spoken.clock?.isSure === true && spoken.clock.hour >= 18)
      part = { part: 'evening', turn: turn.index };
    if (spoken.setsWeek && spoken.day !== undefined) week = mondayOf(spoken.day);
  }
  // "Any day that week after four."
  const spokenOf = aside?.day ?? topic.focus;
  if (spokenOf !== undefined && /\b(?:that|the same) week\b/i.test(turn.text)) week = mondayOf(spokenOf);
  const opened = read.mentions.map(({ spoken }) => spoken).filter((spoken) => isOpening(spoken, turn));
  const windows = read.times.flatMap(({ time, until }) => (time === undefined || until === undefined ? [] : [time]));
  const isScheduled = read.times.length > 0 && SCHEDULING.test(turn.text);
  const last = read.mentions.at(-1)?.aside;
  const elseIn = last === undefined ? topic.elseIn : { turn: turn.index, aside: last, times: read.times };
  return {
    ...topic,
    aside,
    elseIn,
    sure: [
      ...read.mentions.flatMap(({ spoken, stance }) =>
        stance !== 'aside' && isSureHalf(spoken) ? [spoken.time ?? ''] : [],
      ),
      ...topic.sure,
    ],
    isDaySaid,
    week,
    part,
    openings: [...topic.openings, ...opened],
    windows: [...topic.windows, ...windows],
    scheduledIn: isScheduled ? turn.index : topic.scheduledIn,
  };
}

const wordsOf = ({ text }: ReadTurn): number => text.split(/\s+/).length;
