import { type Candidate, candidatesOf, type Utterance } from './candidates.js';
import { splitSentences } from './split-sentences.js';
import { contextOf, gainOf, NOTHING_SAID, WORTH_MIN, withCandidate } from './worth.js';

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
  let rest = candidates
    .map((candidate) => ({ candidate, gain: gainOf(candidate, NOTHING_SAID, context) }))
    .sort((a, b) => b.gain - a.gain || a.candidate.place - b.candidate.place)
    .slice(0, WEIGHED_MAX)
    .map(({ candidate }) => candidate);
  const picked: Candidate[] = [];
  let said = NOTHING_SAID;
  while (rest.length > 0) {
    const fitting = rest.filter((candidate) => fits([...picked, candidate]));
    const best = bestOf(fitting, (candidate) => gainOf(candidate, said, context));
    if (best === undefined) break;
    picked.push(best);
    rest = fitting.filter((candidate) => candidate !== best);
    said = withCandidate(said, best);
  }
  return inOrder(picked);
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
