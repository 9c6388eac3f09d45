import { type DaySpan, overlap } from './calendar.js';
import type { Entry } from './entry.js';
import type { Question } from './question.js';
import type { SearchSettings, SignalName } from './search-settings.js';
import { nameSomeone } from './short-names.js';

export type Signals = Record<SignalName, number>;

/**
 * Weighs each signal that a document gives for a question, into an object that the next call writes anew: there may be thousands
 * of documents.
 *
 * @param words, conversation, vectors what was found before, from 0 to 1
 * @param answers whether the turn before is a question
 */
export type SignalScorer = (
  entry: Entry,
  words: number,
  conversation: number,
  vectors: number,
  answers: boolean,
) => Signals;

/**
 * A scorer for one question. A linear sum of signals between 0 and 1 keeps how much better one document is; ranks alone
 * (reciprocal rank fusion) forget it, and a weak signal then pushes aside what a strong one found.
 *
 * @param speakers all who speak in the index, in lower case: a turn that names only them does not answer "who"
 */
export function createSignalScorer(
  question: Question,
  settings: SearchSettings,
  speakers: ReadonlySet<string>,
): SignalScorer {
  const named = new Map<string, boolean>();
  const isNamed = ({ document: { speaker = '' }, speakerWords }: Entry): boolean => {
    let known = named.get(speaker);
    if (known === undefined) {
      known = nameSomeone(question.words, speakerWords);
      named.set(speaker, known);
    }
    return known;
  };
  const signals: Signals = { words: 0, conversation: 0, speaker: 0, shape: 0, asked: 0, time: 0, vectors: 0 };
  return (entry, words, conversation, vectors, answers) => {
    const { shape, document } = entry;
    const isTurn = document.kind === 'turn';
    signals.words = words;
    signals.conversation = settings.conversation * conversation;
    signals.speaker = isNamed(entry) ? settings.speaker : 0;
    // Facts and episodes are written as full statements.
    const statement = isTurn ? (answers ? 1 : 0) + shape.fullness : 2;
    signals.shape = settings.shape * (statement - (shape.isQuestion ? 1 : 0));
    const hasAsked =
      (question.asksWhen && entry.mentionsTime) ||
      (question.asksName && shape.names.some((name) => !speakers.has(name)));
    signals.asked = hasAsked ? settings.asked : 0;
    signals.time =
      (isOf(entry, question.spans) ? settings.time : 0) +
      (isOf(entry, question.relativeSpans) ? settings.relativeTime : 0);
    signals.vectors = settings.vectors * vectors;
    return signals;
  };
}

export function sumOf({ words, conversation, speaker, shape, asked, time, vectors }: Signals): number {
  return words + conversation + speaker + shape + asked + time + vectors;
}

/** The sum that a document has which is best by every signal of the question. */
export function highestScore(question: Question, settings: SearchSettings, hasVectors: boolean): number {
  return (
    1 +
    settings.conversation +
    settings.speaker +
    2 * settings.shape +
    (question.asksWhen || question.asksName ? settings.asked : 0) +
    (question.spans.length > 0 ? settings.time : 0) +
    (question.relativeSpans.length > 0 ? settings.relativeTime : 0) +
    (hasVectors ? settings.vectors : 0)
  );
}

function isOf(entry: Entry, spans: readonly DaySpan[]): boolean {
  return spans.length > 0 && entry.spans.some((span) => spans.some((asked) => overlap(span, asked)));
}
