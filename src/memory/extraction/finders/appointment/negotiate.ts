import type { ReadCall, ReadTurn } from '../../read-call.js';
import { actsOf, answerOf } from './acts.js';
import type { Engagement, Held } from './diary.js';
import { engagementsIn, withoutEngaged } from './engagement.js';
import { REOPENS } from './going-back.js';
import { inSaidHalf } from './half-of-day.js';
import { hearAgent, settleLast, settleTacit } from './hear-agent.js';
import { hearCaller } from './hear-caller.js';
import { readMentions } from './read-mentions.js';
import type { Mention } from './stance/stance.js';
import { type Cancelling, type Heard, startOf, type Talk } from './talk.js';
import { MORE } from './talk-words.js';
import { hearWishes, withTarget } from './wishes.js';
import { isSureWithoutHour } from './without-hour.js';

/** What two sides have in the diary when they hang up. */
export interface Outcome {
  readonly held: readonly Held[];
  readonly cancelled: readonly Held[];
  /** Appointments of the caller's with others. */
  readonly elsewhere: readonly Engagement[];
}

/**
 * Follows who proposes what and who agrees, turn by turn. A slot is agreed when one side names it and the other one takes it: says
 * yes to it, names it again, or (the business, asked for it) goes on with the booking.
 */
export function negotiate(call: ReadCall): Outcome {
  const said = call.turns.flatMap((turn): Heard[] => (turn.speaker === 'other' ? [] : [{ turn, side: turn.speaker }]));
  const talk = said.reduce(hear, startOf(call));
  const last = said.at(-1);
  return outcomeOf(last === undefined ? talk : settleLast(settleTacit(talk, last), last));
}

/** The talk after one more turn. */
function hear(before: Talk, heard: Heard): Talk {
  const { turn, side } = heard;
  const { mentions, topic } = readMentions(before, heard);
  const elsewhere =
    side === 'caller'
      ? engagementsIn({ ...before, topic }, turn, mentions).filter((one) => !isChangedHere(before, turn, one.mentions))
      : [];
  const talk = hearWishes(
    {
      ...withoutEngaged(inSaidHalf(before, mentions), turn, elsewhere),
      topic,
      elsewhere: [...before.elsewhere, ...elsewhere.map(({ engagement }) => engagement)],
    },
    heard,
    answerOf(before, heard),
  );
  const own = mentions.filter((mention) => !elsewhere.some((one) => one.mentions.includes(mention)));
  const acts = actsOf(talk, heard, own);
  const after = withTarget(side === 'caller' ? hearCaller(talk, acts) : hearAgent(talk, acts));
  return {
    ...after,
    isMore: after.isMore || asksForMore(after, turn),
    isReopened: isReopened(after, heard),
    before: turn,
  };
}

/** "I have a meeting with Mr Finch on Wednesday, I must ask you to put it back": what is changed here is booked here. */
const CHANGES_IT =
  /\b(?:mov(?:e|ing)|push(?:ing)?|put(?:ting)?|bring(?:ing)?|shift(?:ing)?|chang(?:e|ing)|swap(?:ping)?|postpone|cancel) (?:it|that|this)\b/i;

const isChangedHere = ({ diary, table }: Talk, { text }: ReadTurn, mentions: readonly Mention[]): boolean =>
  diary.length + table.slots.length === 0 && CHANGES_IT.test(text.slice(mentions[0]?.spoken.end));

const WANTS_MORE =
  /\b(?:need|want\w*|like|love|book\w*|appointment|appt|slots?|come|coming|bring\w*|fit|see|due|check\w*|put|do|another|second|follow-?up|one more|have|while|in for|is in|same day)\b/i;
const TOO_MUCH = /\btoo (?:early|late|soon|far|much|busy|long)\b/i;

/** "I'd need a follow-up too", without a time yet. */
function asksForMore({ diary }: Talk, { sentences }: ReadTurn): boolean {
  return (
    diary.length > 0 && sentences.some(({ text }) => MORE.test(text) && WANTS_MORE.test(text) && !TOO_MUCH.test(text))
  );
}

/** "The trouble is, my car's dead. Could it be the week after?" */
function isReopened(talk: Talk, { turn, side }: Heard): boolean {
  if (talk.isReopened || side === 'agent' || talk.diary.length === 0) return talk.isReopened;
  return turn.index !== talk.agreedIn && REOPENS.test(turn.text);
}

/** What holds at the end, after the start of the call. */
function outcomeOf({ diary, cancelling, elsewhere, setting }: Talk): Outcome {
  const { call, start } = setting;
  const held = diary.filter(
    ({ day, time }) => day > start.day || (day === start.day && (time === undefined || time >= start.time)),
  );
  const others = elsewhere.filter(
    ({ day, time }) => day > start.day || (day === start.day && time !== undefined && time > start.time),
  );
  const cancelled = cancelling?.isDone === true ? cancelledOf(held, cancelling) : [];
  const isLeft = ({ day, time }: Held): boolean => cancelled.every((one) => one.day !== day || one.time !== time);
  const left = held.filter(isLeft);
  const isSure = (one: Held): boolean => one.time !== undefined || isSureWithoutHour(call, one, left);
  return { held: left.filter(isSure), cancelled, elsewhere: others };
}

function cancelledOf(held: readonly Held[], { target, several }: Cancelling): readonly Held[] {
  if (several.length > 0) return several;
  const one = held.find(({ wasBooked, day }) => (target === undefined ? wasBooked : day === target.day));
  return one === undefined ? [] : [one];
}
