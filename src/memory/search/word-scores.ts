import { Bm25 } from './bm25.js';
import type { ConversationGroups } from './conversation-groups.js';
import type { Entry } from './entry.js';
import type { Postings } from './postings.js';
import type { SearchSettings } from './search-settings.js';
import { NONE, type TurnOrder } from './turn-order.js';

/** What the words of an index are counted from. */
export interface WordSource {
  /** By slot; undefined where a document was removed. */
  readonly entries: readonly (Entry | undefined)[];
  readonly postings: Postings;
  readonly order: TurnOrder;
  readonly groups: ConversationGroups;
}

/** Lengths with the turns around counted in: they change only when documents come or go. */
export interface WordStatistics {
  readonly lengths: Float64Array;
  readonly averageLength: number;
  readonly documentCount: number;
}

/** Scores by slot, each from 0 to 1. */
export interface WordScores {
  readonly words: Float64Array;
  readonly conversation: (slot: number) => number;
}

export function isFindable(entry: Entry | undefined): entry is Entry {
  return entry !== undefined && entry.document.contextOnly !== true;
}

export function wordStatistics({ entries, order }: WordSource, settings: SearchSettings): WordStatistics {
  const lengths = new Float64Array(entries.length);
  const lengthAt = (slot: number): number => (slot === NONE ? 0 : (entries[slot]?.length ?? 0));
  let sum = 0;
  let documentCount = 0;
  for (const [slot, entry] of entries.entries()) {
    if (!isFindable(entry)) continue;
    const previous = order.previous(slot);
    const next = order.next(slot);
    lengths[slot] =
      entry.length * settings.ownTurn +
      lengthAt(previous) * settings.previousTurn +
      lengthAt(next) * settings.nextTurn +
      (lengthAt(order.previous(previous)) + lengthAt(order.next(next))) * settings.nearbyTurns +
      entry.dateTerms.length;
    sum += lengths[slot];
    documentCount += 1;
  }
  return { lengths, averageLength: sum / Math.max(1, documentCount), documentCount };
}

/** BM25 of each document with the turns around it, and of each conversation as one. */
export function scoreWords(
  terms: readonly string[],
  source: WordSource,
  statistics: WordStatistics,
  settings: SearchSettings,
): WordScores {
  const { entries, postings, order, groups } = source;
  const documents = new Bm25(statistics.lengths, statistics.averageLength, statistics.documentCount);
  const groupLengths = groups.lengths.reduce((sum, length) => sum + length, 0);
  const conversations = new Bm25(groups.lengths, groupLengths / Math.max(1, groups.count), groups.count);
  const count = (slot: number, frequency: number): void => {
    if (slot !== NONE && frequency > 0 && isFindable(entries[slot])) documents.count(slot, frequency);
  };
  for (const term of terms) {
    const posting = postings.get(term);
    if (posting === undefined) continue;
    for (let index = 0; index < posting.slots.length; index += 1) {
      const slot = posting.slots[index] as number;
      const frequency = posting.frequencies[index] as number;
      const previous = order.previous(slot);
      const next = order.next(slot);
      count(slot, frequency * settings.ownTurn);
      // This turn is the previous one of the next, and the other way round.
      count(next, frequency * settings.previousTurn);
      count(previous, frequency * settings.nextTurn);
      count(order.next(next), frequency * settings.nearbyTurns);
      count(order.previous(previous), frequency * settings.nearbyTurns);
      const group = groups.of(slot);
      if (group !== NONE) conversations.count(group, frequency);
    }
    for (const slot of posting.datedSlots) {
      count(slot, 1);
      const group = groups.of(slot);
      if (group !== NONE) conversations.count(group, 1);
    }
    documents.endTerm();
    conversations.endTerm();
  }
  const words = upToOne(documents.scores);
  const byGroup = upToOne(conversations.scores);
  return { words, conversation: (slot) => byGroup[groups.of(slot)] ?? 0 };
}

/** Divides by the largest, in place. */
function upToOne(scores: Float64Array): Float64Array {
  let largest = 0;
  for (const score of scores) if (score > largest) largest = score;
  if (largest > 0) for (let index = 0; index < scores.length; index += 1) scores[index]! /= largest;
  return scores;
}
