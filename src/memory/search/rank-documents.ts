import { Best } from './best.js';
import type { Entry } from './entry.js';
import { matchedParts } from './matched-parts.js';
import { type Question, readQuestion } from './question.js';
import type { RankingSource } from './ranking-source.js';
import { createSignalScorer, highestScore, type Signals, sumOf } from './score-signals.js';
import type { SearchHit, SearchQuery } from './search-query.js';
import { putCurrentAbovePast } from './superseded.js';
import { NONE } from './turn-order.js';
import { heldAt } from './validity.js';
import { cosine, unitVector, type Vector } from './vectors.js';
import { isFindable, scoreWords } from './word-scores.js';

const LIMIT_MAX = 1_000;

/** @param given the question's vector */
export function rankDocuments(query: SearchQuery, given: Vector | undefined, ranking: RankingSource): SearchHit[] {
  const { source, settings, terms } = ranking;
  const limit = Math.min(LIMIT_MAX, Math.max(0, Math.floor(query.limit) || 0));
  if (limit === 0) return [];
  const nowMs = query.now.getTime();
  const question = readQuestion(query.text, ranking.localDay(nowMs), terms);
  const vector = unitVector(given);
  const signalsOf = createSlotScorer(question, vector, ranking);
  const scores = new Map<number, number>();
  for (let slot = 0; slot < source.entries.length; slot += 1) {
    const entry = source.entries[slot];
    if (!isFindable(entry) || !isWanted(entry, query, ranking)) continue;
    const signals = signalsOf(slot, entry);
    // What shares neither a word with the question, nor a time, nor a meaning, is no answer.
    if (signals.words > 0 || signals.vectors > 0 || signals.time > 0) scores.set(slot, sumOf(signals));
  }
  if (query.asOf === undefined) putCurrentAbovePast(scores, nowMs, ranking);

  const best = new Best<Candidate>(limit, inOrder);
  for (const [slot, score] of scores) best.show({ slot, score, entry: source.entries[slot] as Entry });
  const asked = new Set(question.terms);
  const highest = highestScore(question, settings, vector !== undefined);
  return best.take().map(({ slot, score, entry }) => ({
    document: entry.document,
    score: Math.min(1, Math.max(0, score / highest)),
    matches: matchedParts(entry.document.text, asked, terms),
    signals: { ...signalsOf(slot, entry) },
  }));
}

/** @returns the signals of the document in a slot, in an object that the next call writes anew */
function createSlotScorer(question: Question, vector: Float32Array | undefined, ranking: RankingSource) {
  const { source, statistics, settings, speakers } = ranking;
  const scores = scoreWords(question.terms, source, statistics, settings);
  const score = createSignalScorer(question, settings, speakers);
  return (slot: number, entry: Entry): Signals => {
    const previous = source.order.previous(slot);
    const answers = previous !== NONE && source.entries[previous]?.shape.isQuestion === true;
    const words = scores.words[slot] as number;
    return score(entry, words, scores.conversation(slot), cosine(vector, entry.vector), answers);
  };
}

function isWanted(entry: Entry, { kinds, asOf }: SearchQuery, { source, slotOf }: RankingSource): boolean {
  if (kinds !== undefined && !kinds.includes(entry.document.kind)) return false;
  if (asOf === undefined) return true;
  const { supersededBy } = entry.document;
  const slot = supersededBy === undefined ? undefined : slotOf({ kind: 'fact', id: supersededBy });
  return heldAt(entry, slot === undefined ? undefined : source.entries[slot], asOf.getTime());
}

interface Candidate {
  readonly slot: number;
  readonly score: number;
  readonly entry: Entry;
}

/** The same order every time: by score, then the newer, then by kind and id. */
function inOrder(left: Candidate, right: Candidate): number {
  if (left.score !== right.score) return right.score - left.score;
  const [leftMs, rightMs] = [left.entry.atMs || 0, right.entry.atMs || 0];
  if (leftMs !== rightMs) return rightMs - leftMs;
  return left.entry.key < right.entry.key ? -1 : left.entry.key > right.entry.key ? 1 : 0;
}
