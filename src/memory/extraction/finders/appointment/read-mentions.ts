import { readAnswer } from '../../language/assent.js';
import type { SpokenTime } from '../../language/spoken-times.js';
import type { ReadTurn } from '../../read-call.js';
import { ASKS_AGAIN } from './going-back.js';
import { inKnownHalf, isSureHalf } from './half-of-day.js';
import { isShort, isTime } from './is-time.js';
import type { Aside } from './stance/aside.js';
import { type Mention, mentionOf } from './stance/stance.js';
import { type Heard, openTo, type Talk, type Topic } from './talk.js';
import { ASKED_HOURS, ASKS_WHEN, BIRTH_ASKED, CONFIRMS, PAST_ASKED, SCHEDULING, takes } from './talk-words.js';
import { topicAfter } from './topic-after.js';

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
    month: isBefore ? undefined : topic.month,
    week,
    part: part !== undefined && turn.index - part.turn <= 3 ? part.part : undefined,
  });
  const known = [...new Set([...times.filter(isSureHalf).map(({ time }) => time), ...topic.sure])];
  return times.map((spoken) => inKnownHalf(spoken, known));
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

/** Days, and nothing else, that are asked. */
const DAYS_ALONE =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:,? (?:or|and) (?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)+(?: then)?\s*\?/i;

const isAskedAlone = ({ form, text }: SpokenTime, sentence: string): boolean =>
  (form === 'said' || (form === 'cued' && sentence.startsWith(text))) && /\?$/.test(sentence) && isShort(sentence);

/** A day that is a whole question. */
const isWholeQuestion = ({ sentences }: ReadTurn, day: string): boolean =>
  sentences.some(({ text }) => text.startsWith(day) && text.endsWith('?') && isShort(text));

const sentenceOf = ({ sentences, text }: ReadTurn, { start }: SpokenTime): string =>
  sentences.findLast((sentence) => sentence.start <= start)?.text ?? text;

const isSameSentence = (turn: ReadTurn, left: SpokenTime, right: SpokenTime): boolean =>
  sentenceOf(turn, left) === sentenceOf(turn, right);

/** Whether a turn is about when to come. */
function isScheduling(talk: Talk, { turn, side }: Heard, times: readonly SpokenTime[]): boolean {
  if (talk.table.slots.length > 0 || SCHEDULING.test(turn.text)) return true;
  if (times.length > 0 && turn.index - talk.topic.scheduledIn <= 2 && isShort(turn.text)) return true;
  // "Ten past eleven with Dr Mensah?"
  if (side === 'agent' && times.some((time) => isAskedAlone(time, sentenceOf(turn, time)))) return true;
  // "No, that one's gone. Next Monday, first thing?"
  const asksDay = ({ day, text }: SpokenTime): boolean => day !== undefined && isWholeQuestion(turn, text);
  if (side === 'agent' && talk.offered.length > 0 && times.some(asksDay)) return true;
  // "Tuesday or Wednesday?"
  if (side === 'agent' && times.some(({ start }) => DAYS_ALONE.test(turn.text.slice(start)))) return true;
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
