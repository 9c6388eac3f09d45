import {
  asksForSecret,
  holdsSecret,
  isBoilerplate,
  isPleasantry,
  isQuestion,
  type Part,
  partsOf,
  withoutOpening,
} from './cues.js';
import { detailsOf } from './details.js';
import { splitSentences } from './split-sentences.js';

export type Speaker = 'Caller' | 'Agent';

/** Something that was said, by whom. */
export interface Utterance {
  readonly speaker: Speaker;
  readonly text: string;
}

/** One sentence, or a question with the short answer that means nothing without it. */
export interface Candidate {
  readonly utterances: readonly Utterance[];
  /** Where it stands among all candidates. */
  readonly place: number;
  readonly parts: ReadonlySet<Part>;
  readonly details: ReadonlySet<string>;
  /** A yes or no to what the agent proposed. */
  readonly isAgreement: boolean;
}

/** What was said in a conversation that says something, in its order, each turn as its sentences. */
export function candidatesOf(turns: Iterable<Utterance>): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let asked: Utterance | undefined;
  let mayBeSecret = false;
  let hasAnswered = false;
  for (const { speaker, text } of turns) {
    const sentences = splitSentences(text);
    hasAnswered ||= speaker === 'Caller';
    const answersTo = speaker === 'Caller' ? asked : undefined;
    for (const [index, sentence] of sentences.entries()) {
      // What is said after a question for a secret is its answer, for as long as the caller speaks.
      if (speaker === 'Caller' && mayBeSecret) continue;
      if (!hasAnswered && isOnlyBusiness(sentence)) continue;
      const candidate = candidateOf(
        { speaker, text: sentence },
        index === 0 ? answersTo : undefined,
        candidates.length,
      );
      if (candidate !== undefined) candidates.push(candidate);
    }
    if (speaker === 'Agent') {
      const question = sentences.findLast((sentence) => isQuestion(sentence) && !isBoilerplate(sentence));
      asked = question === undefined ? undefined : { speaker, text: question };
      mayBeSecret = sentences.some((sentence) => isQuestion(sentence) && asksForSecret(sentence));
    } else {
      asked = undefined;
    }
  }
  return candidates;
}

const WORDS_OF_A_BUSINESS_MAX = 5;

/** "Two Guys Movers.", with which an agent answers the telephone. */
function isOnlyBusiness(sentence: string): boolean {
  return sentence.split(/\s+/u).length <= WORDS_OF_A_BUSINESS_MAX && partsOf(sentence).size === 0;
}

const WORDS_OF_A_SHORT_ANSWER_MAX = 7;
const ASKS_FOR_NAME = /(?<!\p{L})(?:name|nombre|nom|nome)(?!\p{L})/iu;

function candidateOf(said: Utterance, asked: Utterance | undefined, place: number): Candidate | undefined {
  const { speaker } = said;
  if (isBoilerplate(said.text) || holdsSecret(said.text)) return undefined;
  if (asksForSecret(said.text) && /\p{N}/u.test(said.text)) return undefined;
  const isShort = asked !== undefined && said.text.split(/\s+/u).length <= WORDS_OF_A_SHORT_ANSWER_MAX;
  const details = detailsOf(said.text);
  const parts = new Set(partsOf(said.text));
  if (isShort && ASKS_FOR_NAME.test(asked.text)) {
    if (isPleasantry(said.text)) return undefined;
    return { utterances: [cleaned(said)], place, parts: parts.add('name'), details, isAgreement: false };
  }
  if (isShort && parts.size === 0 && !isQuestion(said.text)) {
    const both = new Set([...detailsOf(asked.text), ...details]);
    // "Yes." to "Shall I book Friday at 3?" says a lot, to "Can you hear me?" nothing.
    return both.size === 0 && isPleasantry(said.text)
      ? undefined
      : { utterances: [cleaned(asked), said], place, parts, details: both, isAgreement: isPleasantry(said.text) };
  }
  if (isPleasantry(said.text)) return undefined;
  // An offer is no outcome; what the agent asks comes with its answer.
  if (speaker === 'Agent' && isQuestion(said.text)) return undefined;
  return { utterances: [cleaned(said)], place, parts, details, isAgreement: false };
}

function cleaned({ speaker, text }: Utterance): Utterance {
  const rest = withoutOpening(text);
  const first = rest.charAt(0);
  const capital = first.toUpperCase();
  // Not where that is another letter, or two: ß.
  return { speaker, text: capital.toLowerCase() === first ? capital + rest.slice(1) : rest };
}
