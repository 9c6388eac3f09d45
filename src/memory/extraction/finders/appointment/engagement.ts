import { readAnswer } from '../../language/assent.js';
import type { CivilDay } from '../../language/civil-day.js';
import type { ReadTurn } from '../../read-call.js';
import type { Engagement } from './diary.js';
import { CARE, isThisBusiness, SERVICE } from './engagement-words.js';
import { placeSlot } from './place-slot.js';
import type { Mention } from './stance/stance.js';
import type { Talk } from './talk.js';
import { takes } from './talk-words.js';

const DETERMINER = '(?:(?:an?|the|my|me|our|this|some)(?: own)? )?';
/** How somebody says that an appointment has been made for them, not that they want one. */
const HAS = new RegExp(
  [
    `\\b(?:i|we)(?:'ve|ve| have|'s| has|'d| had)?(?: also| already)?(?: got| had)? ${DETERMINER}`,
    `\\b(?:i|we)(?:'m|m| am|'re| are)(?: having| getting| seeing| at| up at| over at| in at| in for| going to| going for| going in for| due| due at| due to have| off to| speaking at) ${DETERMINER}`,
    `\\b(?:i|we)(?:'ll| will) be (?:at|in|having|seeing) ${DETERMINER}`,
    `\\b(?:i|we)(?:'ve| have)? (?:got to|have to|need to|gotta|must) (?:go|be|get) (?:to|at|for|in for|up to|over to) ${DETERMINER}`,
    `\\b(?:got|called|brought|moved|booked|down) me (?:(?:in|up|back) )?(?:\\w+day )?(?:(?:morning|afternoon) )?(?:for )?(?:my |the |an? )?`,
    `\\b(?:they've|they|hospital|clinic) (?:called me (?:in )?for|brought|put|moved) (?:my|me|the) `,
    '\\b(?:the|my|at the) ',
    '\\bspeak at an? ',
  ]
    .map((frame) => `(?:${frame})`)
    .join('|')
    .replace(/^(.*)$/, `(?:$1)(?:[\\w-]+ ){0,2}?(?<what>${SERVICE})\\b`),
  'gi',
);
/** What is asked for in this very call. */
const ASKED =
  /\b(?:like|want|need (?!to (?:go|be|get) )|book|looking|hoping|wondering|could|can(?!'t|not)|is it|do you|have you|change|move|cancel|resched\w*|confirm|about|works?|working|nurse|with (?:you|ye|yous|yez|ya|y'all))\b/i;
/** Somebody else's. */
const OTHERS =
  /\b(?:my|our|his|her|their) (?:\w+ )?(?:husband|wife|partner|son|daughter|mum|mom|mother|ma|dad|da|father|sister|brother|boss|friend|mate|neighbou?r|flatmate|roommate|colleague|kids?|boys?|girls?|lad|gran|nan|fella)\b|\b(?:he|she|they)(?:'s|'ve| has| have)\b|\b(?:his|her|their) own\b/i;
/** What was, and what is said about it. */
const OVER =
  /\b(?:gave|was|were|had|did|said|saw|told|since|went|yesterday|last (?:week|month|\w+day)|ago|been|by (?:the )?\w+day)\b/i;
const SHORT_FORM = /\b(?:check-?up|appointment|facial|massage)$/i;

/** An engagement and the spoken times that say when it is. */
export interface SaidEngagement {
  readonly mentions: readonly Mention[];
  readonly engagement: Engagement;
}

/** What a turn of the caller's says of appointments elsewhere: a day with a time, or a day that is taken up by one. */
export function engagementsIn(talk: Talk, turn: ReadTurn, mentions: readonly Mention[]): readonly SaidEngagement[] {
  let day = talk.topic.focus ?? talk.topic.aside?.day;
  const said = mentions.flatMap((mention): readonly SaidEngagement[] => {
    const { spoken } = mention;
    if (spoken.vague || isLimit(turn, spoken)) return [];
    const { day: on, time: at } = placeSlot(talk, spoken, { turn, side: 'caller' }, day);
    day = spoken.day === undefined ? day : on;
    const purpose = engagedIn(clauseAround(turn, spoken));
    if (purpose === undefined || day === undefined || isThisBusiness(purpose, talk.setting.call)) return [];
    const time = spoken.time === undefined ? undefined : at;
    return [
      {
        mentions: [mention, ...mentions.filter((one) => isDayOf(one, mention))],
        engagement: { day, time, turn: turn.index, quote: spoken.text, wasBooked: true, purpose },
      },
    ];
  });
  // "Not Tuesday, I've got the physio Tuesday, half eight": what is said without a time is sure where no time is said at all.
  const timed = mentions.filter(({ spoken }) => spoken.time !== undefined && !isLimit(turn, spoken));
  return said.flatMap((one): readonly SaidEngagement[] => {
    if (one.engagement.time !== undefined) return [one];
    if (!CARE.test(one.engagement.purpose)) return [];
    const [later] = timed;
    if (later === undefined) return [one];
    const isItsTime = timed.length === 1 && later.spoken.day === undefined && saysTimeOfIt(turn, one, later);
    if (!isItsTime) return [];
    return [{ mentions: [...one.mentions, later], engagement: { ...one.engagement, time: later.spoken.time } }];
  });
}

/** What was offered on a day that is taken up by something else is turned down, unless the caller takes it. */
export function withoutEngaged(talk: Talk, { text }: ReadTurn, said: readonly SaidEngagement[]): Talk {
  const isFree = (day: CivilDay | undefined): boolean => said.every(({ engagement }) => engagement.day !== day);
  if (said.length === 0 || talk.table.by === 'caller' || takes(text) || readAnswer(text).kind === 'yes') return talk;
  return { ...talk, table: { ...talk.table, slots: talk.table.slots.filter(({ day }) => isFree(day)) } };
}

/** "I'm having my cataract done on Tuesday. They want me there at nine sharp." */
function saysTimeOfIt(
  { text, sentences }: ReadTurn,
  { mentions }: SaidEngagement,
  { spoken: later }: Mention,
): boolean {
  const sentence = sentences.findLast((one) => one.start <= later.start);
  if (sentence === undefined || mentions.some(({ spoken }) => sentence.start < spoken.end)) return false;
  return (
    /\b(?:there|it's|its|that's|is|sharp|(?:want|wants|need) me|(?:be|got to be) in)\b/i.test(sentence.text) &&
    !ASKED.test(sentence.text) &&
    !/\?/.test(text.slice(sentence.start))
  );
}

/** "Thursday? I've got a colonoscopy Thursday, at three." */
const isDayOf = (one: Mention, mention: Mention): boolean =>
  one !== mention &&
  one.spoken.time === undefined &&
  one.spoken.day !== undefined &&
  one.spoken.day === mention.spoken.day;

/** "After nine": when it ends is not when it is. */
const isLimit = ({ text }: ReadTurn, { day, start, text: words }: Mention['spoken']): boolean =>
  day === undefined &&
  /\b(?:after|before|till|until|by)\b/i.test(`${text.slice(Math.max(0, start - 8), start)}${words}`);

/** What stands around a time in its clause. */
function clauseAround(
  turn: ReadTurn,
  { start, end }: Mention['spoken'],
): { readonly lead: string; readonly trail: string } {
  const sentence = turn.sentences.findLast((one) => one.start <= start);
  const { text } = turn;
  const until = sentence === undefined ? text.length : sentence.start + sentence.text.length;
  return {
    lead: text.slice(Math.max(sentence?.start ?? 0, start - 70), start).replace(/^.*, (?:and|but|so) /, ''),
    trail: text.slice(start, Math.min(end + 60, until)).replace(/\b(?:but|so|because)\b.*$/i, ''),
  };
}

function engagedIn({ lead, trail }: ReturnType<typeof clauseAround>): string | undefined {
  const all = [...`${lead}${trail}`.matchAll(HAS)].map(({ groups }) => groups?.what?.toLowerCase() ?? '');
  const what = all.find((one) => CARE.test(one)) ?? all[0];
  if (what === undefined || SHORT_FORM.test(what) || OTHERS.test(`${lead}${trail}`)) return undefined;
  // "The eye test is on Thursday, the doctor said it was a formality": what comes after it is about something else.
  const own = `${lead}${trail.replace(/, (?!i\b|we\b|at\b|on\b).*$/i, '')}`;
  return ASKED.test(own) || OVER.test(own) ? undefined : what;
}
