import type { Candidate, Speaker } from './candidates.js';
import { isQuestion, type Part } from './cues.js';

/** What the sentences that are picked already say. */
export interface Said {
  readonly parts: ReadonlySet<Part>;
  readonly details: ReadonlySet<string>;
  readonly words: readonly { readonly speaker: Speaker; readonly words: ReadonlySet<string> }[];
}

export const NOTHING_SAID: Said = { parts: new Set(), details: new Set(), words: [] };

export function withCandidate(said: Said, candidate: Candidate): Said {
  const speaker = speakerOf(candidate);
  // "Under Bianchi", says the agent: that is not the caller's name told by the caller.
  const parts = [...candidate.parts].filter((part) => worthOf(part, speaker, 1) > 0);
  return {
    parts: new Set([...said.parts, ...parts]),
    details: new Set([...said.details, ...candidate.details]),
    words: [...said.words, { speaker, words: wordsOf(candidate) }],
  };
}

/** What the worth of a sentence depends on beside itself and those that are picked. */
export interface Context {
  readonly count: number;
  readonly firstOfCaller: number;
  /** The last time that the caller wanted something else than before; what was decided earlier does not hold any more. */
  readonly lastCorrection: number;
}

export function contextOf(candidates: readonly Candidate[]): Context {
  const isOfCaller = (candidate: Candidate) => speakerOf(candidate) === 'Caller';
  return {
    count: candidates.length,
    firstOfCaller: candidates.findIndex(isOfCaller),
    lastCorrection: candidates.findLastIndex((candidate) => isOfCaller(candidate) && candidate.parts.has('correction')),
  };
}

/** Below this a sentence is better left out. */
export const WORTH_MIN = 1;

const DETAILS_COUNTED_MAX = 5;
const SHORT_CHARACTERS = 12;
/** Shares of the words of one sentence that are in another. */
const SAYS_THE_SAME = 0.6;
const SAYS_ANOTHER_THING = 0.3;
/** Of the worth of a part that is there already. */
const SECOND_OF_ITS_PART = 0.35;
const REPEATED_PART = 0.1;
/** Of the worth of details in what the agent says without deciding anything: an offer. */
const OFFER = 0.4;

/** How much a sentence adds to those that are picked. */
export function gainOf(candidate: Candidate, said: Said, context: Context): number {
  const { parts, details, place, utterances } = candidate;
  const speaker = speakerOf(candidate);
  const progress = context.count < 2 ? 1 : place / (context.count - 1);
  const added = Math.min(DETAILS_COUNTED_MAX, [...details].filter((detail) => !said.details.has(detail)).length);
  const likest = likeness(candidate, said.words);
  const ownLikest = likeness(
    candidate,
    said.words.filter((other) => other.speaker === speaker),
  );
  const again = added > 0 || ownLikest < SAYS_ANOTHER_THING ? SECOND_OF_ITS_PART : REPEATED_PART;

  const decides = [...parts].some((part) => worthOf(part, speaker, progress) > 0);
  let gain = speaker === 'Agent' && !decides ? added * OFFER : added;
  for (const part of parts) gain += worthOf(part, speaker, progress) * (said.parts.has(part) ? again : 1);
  if (place === context.firstOfCaller) gain += 2;
  if (place < context.lastCorrection && (parts.has('outcome') || candidate.isAgreement)) gain -= 4;
  const isShort = utterances.every(({ text }) => text.length < SHORT_CHARACTERS);
  const asks = utterances.some(({ text }) => isQuestion(text));
  if (speaker === 'Caller' && !asks && !isShort) gain += 1;
  if (parts.size === 0 && isShort) gain -= 1;
  if (likest > SAYS_THE_SAME) gain -= [...parts].every((part) => said.parts.has(part)) ? 5 : 2.5;
  return gain - (utterances.length - 1);
}

/** @param progress how far into the conversation, from 0 to 1: what is wanted comes early, what comes of it late */
function worthOf(part: Part, speaker: Speaker, progress: number): number {
  if (speaker === 'Caller') {
    return { name: 5, request: 4 - 2 * progress, outcome: 1, open: 1.5, preference: 2.5, correction: 1 }[part];
  }
  return { name: 0, request: 0, outcome: 3 + 3 * progress, open: 2 + 2 * progress, preference: 0, correction: 0 }[part];
}

/** Of a question and its answer whoever answers. */
function speakerOf({ utterances }: Candidate): Speaker {
  return utterances.at(-1)?.speaker ?? 'Caller';
}

function likeness(candidate: Candidate, others: Said['words']): number {
  if (others.length === 0) return 0;
  const own = wordsOf(candidate);
  return Math.max(...others.map(({ words }) => overlap(own, words)));
}

/** Those that are in any sentence say nothing about what it is about. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  'and are been but can for from has have her his our that the their then there they this was were will with you your'.split(
    ' ',
  ),
);

function wordsOf({ utterances }: Candidate): ReadonlySet<string> {
  const words = utterances.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  return new Set(words.filter((word) => !COMMON_WORDS.has(word)));
}

/** Two that have a word or two may share them by chance. */
const FEW_WORDS = 3;

/** Of the smaller of two sets of words, how much is in the other. */
function overlap(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const [smaller, larger] = some.size < others.size ? [some, others] : [others, some];
  let shared = 0;
  for (const word of smaller) if (larger.has(word)) shared += 1;
  return shared / Math.max(smaller.size, FEW_WORDS);
}
