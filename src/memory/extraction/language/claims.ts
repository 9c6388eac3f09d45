import type { ReadCall, ReadTurn, Sentence } from '../read-call.js';
import { answerTo } from './assent.js';

/** A sentence that the caller vouches for: the caller's own, or one of the agent's that the caller said yes to. */
export interface Claim {
  /** Index of the turn that says it. */
  readonly turn: number;
  /** As it stands in the turn. */
  readonly text: string;
  /** Of the same length: lower case, and as if the caller had said it ("are you diabetic" is `    i'm diabetic`). */
  readonly plain: string;
  /** The agent said it, and the caller agreed. */
  readonly isAgreed: boolean;
}

/** The agent's words as the caller would say them. Longer ones first. */
const AS_THE_CALLER: readonly (readonly [RegExp, string])[] = [
  [/\b(?:are you|you are|you're|you were)\b/g, "i'm"],
  [/\b(?:have you|you have)(?= (?:got|always|had|been)\b)/g, "i've"],
  [/\bdo you\b/g, 'i'],
  [/\byou've\b/g, "i've"],
  [/\byou'd\b/g, "i'd"],
  [/\byour\b/g, 'my'],
  [/\byou\b/g, 'i'],
];

/** A last sentence that asks about the one before it: "You're allergic to latex. Is that still right?" */
const ASKS_ABOUT_IT =
  /^(?:and |so )?(?:is|was|does|did|have|am|are) (?:that|this|it|i) .{0,40}|^(?:right|correct|yes|yeah|is that right)\?*$/i;

/** The sentences that the caller vouches for, in the order of the call. */
export function claimsIn(call: ReadCall): readonly Claim[] {
  return call.turns.flatMap((turn) => {
    if (turn.speaker === 'caller') return turn.sentences.map((sentence) => claimOf(turn, sentence, false));
    if (turn.speaker === 'agent' && answerTo(call, turn.index)?.kind === 'yes') return agreedIn(turn);
    return [];
  });
}

/** The agent's last sentence, or the one before it where the last only asks whether it is right. A choice of two is no claim. */
function agreedIn(turn: ReadTurn): readonly Claim[] {
  const last = turn.sentences.at(-1);
  if (last === undefined) return [];
  const before = turn.sentences.at(-2);
  const asked = ASKS_ABOUT_IT.test(last.text) && before ? [before, last] : [last];
  return asked.filter(({ text }) => !/\bor\b/i.test(text)).map((sentence) => claimOf(turn, sentence, true));
}

function claimOf(turn: ReadTurn, sentence: Sentence, isAgreed: boolean): Claim {
  const { plain } = sentence;
  return { turn: turn.index, text: sentence.text, plain: isAgreed ? asTheCaller(plain) : plain, isAgreed };
}

function asTheCaller(plain: string): string {
  // What the agent says of the business is not said of the caller: "we'd need that in writing".
  let turned = plain.replace(/\b(?:i|we|my|our|me|us)\b/g, (own) => '_'.repeat(own.length));
  for (const [said, own] of AS_THE_CALLER) turned = turned.replace(said, (words) => own.padStart(words.length));
  return turned;
}

/** What before a clause takes its truth away: conditions, inverted questions, "I don't think …". */
const NOT_CLAIMED = [
  /\b(?:if|whether|unless|whenever|whatever|wherever|however|suppose|supposing|imagine|pretend|in case|as if|as though|lest|until|wish|wished)(?: that)?[ ,]+$/,
  /\b(?:do|did|does|should|could|would|can|will|am|was|were|have|had|might|may|(?<!(?:that's|thats|that is|is|it's) )why|must|shall)(?:n't| not)? +$/,
  /\b(?:not|doesn't|don't|didn't|isn't|never|without)(?: [a-z]+)?(?: (?:that|because|mean|as if|like|think|say|said|saying|sure|certain|know))+ +$/,
  /\b(?:anyone|somebody|someone|people|person|guy|woman|man|those|anybody) (?:who|that|saying) +$/,
];

const SAID_BY_OTHERS =
  /\b(?:he|she|they|it|who|wife|husband|mum|mom|mother|father|dad|son|daughter|partner|friend|boss|doctor|sister|brother|people|everyone|everybody|somebody|someone)(?:'s| is| was| has| always)? +(?:says?|said|goes|thinks?|thought|reckons?|claims?|told [a-z]+|swears?|saying|assumed?|put)(?: that)?[ ,"']+$/;

/** Whether the caller vouches for the clause that begins at a place of a claim. */
export function isClaimed({ plain, isAgreed }: Claim, at: number): boolean {
  const before = plain.slice(Math.max(0, at - 60), at);
  return !NOT_CLAIMED.some((pattern) => pattern.test(before)) && (isAgreed || !SAID_BY_OTHERS.test(before));
}

/** What after a clause says that it held once. */
const OVER =
  /^[^.;]{0,60}?(?:\b(?:any ?more|any longer|no longer|as an? (?:kid|child|teenager|boy|girl|baby|student)|grew out of|grown out of|outgrew|cleared up|all gone|gone now|years ago|cured|or i was|(?:til|till|until) last (?:week|month|year)|back then|in the past)\b|(?<!since )\bwhen i was\b)/;

/** Whether what follows says that the clause is over: "… as a kid", "… but not any more". */
export function isOver({ plain }: Claim, end: number): boolean {
  return OVER.test(plain.slice(end));
}
