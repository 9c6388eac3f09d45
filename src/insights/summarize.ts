import { type Candidate, candidatesOf, type Speaker, type Utterance } from './summary/candidates.js';
import type { Part } from './summary/cues.js';
import { splitSentences } from './summary/split-sentences.js';

/** A message, as far as a summary looks at it. */
export interface SpokenMessage {
  readonly role: string;
  readonly text: string | null;
}

export const SUMMARY_LIMITS = { sentences: 5, characters: 600 } as const;

/** So many of the best are weighed against each other. */
const WEIGHED_MAX = 200;

/**
 * The built-in Summary, for use as context later, without a language model: up to five sentences of the conversation, word for
 * word but for markup, each with who said it, in their order, on one line. It looks for who called, what they wanted, what was
 * decided, and what is still open; of sentences that say the same it takes one.
 *
 * @param messages oldest first; of tools and system prompts nothing is taken
 * @returns an empty text when nothing was said
 */
export function summarize(messages: readonly SpokenMessage[]): string {
  return joined(pickSentences(messages));
}

/** The sentences of the summary. */
export function pickSentences(messages: readonly SpokenMessage[]): readonly Utterance[] {
  const candidates = candidatesOf(turnsOf(messages));
  const picked = pick(candidates);
  if (picked.length > 0) return picked;
  // Nothing but pleasantries.
  for (const { speaker, text } of turnsOf(messages)) {
    const [first] = speaker === 'Caller' ? splitSentences(text) : [];
    if (first !== undefined) return [{ speaker, text: first }];
  }
  return [];
}

function* turnsOf(messages: readonly SpokenMessage[]): Generator<Utterance> {
  for (const { role, text } of messages) {
    if (text === null || (role !== 'user' && role !== 'assistant')) continue;
    yield { speaker: role === 'user' ? 'Caller' : 'Agent', text };
  }
}

/** The best one first, then whatever adds most to what is there already. */
function pick(candidates: readonly Candidate[]): readonly Utterance[] {
  const context = contextOf(candidates);
  const nothing: Covered = { parts: new Set(), details: new Set(), words: [] };
  let rest = candidates
    .map((candidate) => ({ candidate, gain: gainOf(candidate, nothing, context) }))
    .sort((a, b) => b.gain - a.gain || a.candidate.place - b.candidate.place)
    .slice(0, WEIGHED_MAX)
    .map(({ candidate }) => candidate);
  const picked: Candidate[] = [];
  const covered = { parts: new Set<Part>(), details: new Set<string>(), words: [] as ReadonlySet<string>[] };
  while (rest.length > 0) {
    const fitting = rest.filter((candidate) => fits([...picked, candidate]));
    const best = bestOf(fitting, (candidate) => gainOf(candidate, covered, context));
    if (best === undefined) break;
    picked.push(best);
    rest = fitting.filter((candidate) => candidate !== best);
    for (const part of best.parts) if (worthOf(part, best.utterances.at(-1)?.speaker, 1) > 0) covered.parts.add(part);
    for (const detail of best.details) covered.details.add(detail);
    covered.words.push(wordsOf(best));
  }
  return inOrder(picked);
}

interface Covered {
  readonly parts: ReadonlySet<Part>;
  readonly details: ReadonlySet<string>;
  readonly words: readonly ReadonlySet<string>[];
}

/** What the worth of a sentence depends on beside itself. */
interface Context {
  readonly count: number;
  readonly firstOfCaller: number;
  /** The last time that the caller wanted something else than before; what was decided earlier does not hold any more. */
  readonly lastCorrection: number;
}

function contextOf(candidates: readonly Candidate[]): Context {
  const isOfCaller = ({ utterances }: Candidate) => utterances.at(-1)?.speaker === 'Caller';
  return {
    count: candidates.length,
    firstOfCaller: candidates.findIndex(isOfCaller),
    lastCorrection: candidates.findLastIndex((candidate) => isOfCaller(candidate) && candidate.parts.has('correction')),
  };
}

const DETAILS_COUNTED_MAX = 5;
const REPEATS = 0.6;
const DIFFERS = 0.3;
const OFFER = 0.4;
const WORTH_MIN = 1;
const SHORT_CHARACTERS = 12;

/** How much a sentence adds to those that are picked. Below `WORTH_MIN` it is better left out. */
function gainOf({ utterances, parts, details, place }: Candidate, covered: Covered, context: Context): number {
  const speaker = utterances.at(-1)?.speaker;
  const how = context.count < 2 ? 1 : place / (context.count - 1);
  const added = Math.min(DETAILS_COUNTED_MAX, [...details].filter((detail) => !covered.details.has(detail)).length);
  // What the agent says that decides nothing is an offer.
  let gain = speaker === 'Agent' && parts.size === 0 ? added * OFFER : added;
  const own = wordsOf({ utterances });
  const likest = Math.max(0, ...covered.words.map((words) => overlap(own, words)));
  const again = added > 0 || likest < DIFFERS ? 0.35 : 0.1;
  for (const part of parts) gain += worthOf(part, speaker, how) * (covered.parts.has(part) ? again : 1);
  if (place === context.firstOfCaller) gain += 2;
  if (place < context.lastCorrection && (parts.has('outcome') || utterances.length > 1)) gain -= 4;
  const isShort = utterances.every(({ text }) => text.length < SHORT_CHARACTERS);
  if (speaker === 'Caller' && utterances.length === 1 && !isShort) gain += 1;
  if (parts.size === 0 && isShort) gain -= 1;
  if (likest > REPEATS) gain -= [...parts].every((part) => covered.parts.has(part)) ? 5 : 2.5;
  return gain - (utterances.length - 1);
}

/** @param how far into the conversation, from 0 to 1: what is wanted comes early, what comes of it late */
function worthOf(part: Part, speaker: Speaker | undefined, how: number): number {
  if (speaker === 'Caller') {
    return { name: 5, request: 4 - 2 * how, outcome: 1, open: 1.5, preference: 2.5, correction: 1 }[part];
  }
  return { name: 0, request: 0, outcome: 3 + 3 * how, open: 2 + 2 * how, preference: 0, correction: 0 }[part];
}

function bestOf(candidates: readonly Candidate[], gain: (candidate: Candidate) => number): Candidate | undefined {
  let best: { readonly candidate: Candidate; readonly gain: number } | undefined;
  for (const candidate of candidates) {
    const own = gain(candidate);
    if (own >= WORTH_MIN && own > (best?.gain ?? 0)) best = { candidate, gain: own };
  }
  return best?.candidate;
}

function fits(picked: readonly Candidate[]): boolean {
  const utterances = inOrder(picked);
  return utterances.length <= SUMMARY_LIMITS.sentences && joined(utterances).length <= SUMMARY_LIMITS.characters;
}

function inOrder(picked: readonly Candidate[]): readonly Utterance[] {
  return picked.toSorted((a, b) => a.place - b.place).flatMap(({ utterances }) => utterances);
}

/** `Caller: … Agent: …`: the speaker's name where it changes. */
function joined(utterances: readonly Utterance[]): string {
  return utterances
    .map(({ speaker, text }, index) => {
      const sentence = /[.!?…。！？]["'”’»)」』）]*$/u.test(text) ? text : `${text.replace(/[,;:、，；–—-]+$/u, '')}.`;
      return utterances[index - 1]?.speaker === speaker ? sentence : `${speaker}: ${sentence}`;
    })
    .join(' ');
}

function wordsOf({ utterances }: Pick<Candidate, 'utterances'>): ReadonlySet<string> {
  const words = utterances.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  return new Set(words);
}

/** Of the smaller of two sets of words, how much is in the other. */
function overlap(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const [smaller, larger] = some.size < others.size ? [some, others] : [others, some];
  if (smaller.size === 0) return 0;
  let shared = 0;
  for (const word of smaller) if (larger.has(word)) shared += 1;
  return shared / smaller.size;
}
