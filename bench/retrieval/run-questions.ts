import { SearchIndex } from '../../dist/memory/search/search-index.js';
import type { SearchHit } from '../../dist/memory/search/search-query.js';
import type { SearchSettings } from '../../dist/memory/search/search-settings.js';
import type { Retrieved } from './measures.js';
import type { LocomoConversation, LocomoTurn } from './read-locomo.js';

/** One way to search. */
export interface Variant {
  readonly name: string;
  readonly settings?: Partial<SearchSettings>;
  /** Photos' captions are not part of the turns. */
  readonly withoutCaptions?: boolean;
  /** The speaker's name is a word of the turn, as in the table to be compared with. */
  readonly speakerInText?: boolean;
  /** Puts all that was found into another order. */
  readonly reorder?: (hits: readonly SearchHit[]) => readonly SearchHit[];
}

export interface Answered {
  readonly conversation: string;
  readonly answer: Retrieved;
  readonly ms: number;
}

const FOUND_MAX = 10;
const DAY_MS = 86_400_000;

/** Asks every question of every conversation, of an index of this conversation alone. */
export function runQuestions(conversations: readonly LocomoConversation[], variant: Variant): Answered[] {
  const limit = variant.reorder === undefined ? FOUND_MAX : 1_000;
  return conversations.flatMap(({ id: conversation, turns, questions }) => {
    const index = indexTurns(turns, variant);
    const last = Math.max(...turns.map(({ at }) => Date.parse(at)));
    const now = new Date(last + DAY_MS);
    return questions.map(({ text, category, gold }) => {
      const startMs = performance.now();
      const hits = index.search({ text, now, limit });
      const ms = performance.now() - startMs;
      const ordered = variant.reorder?.(hits) ?? hits;
      const found = ordered.slice(0, FOUND_MAX).map(({ document }) => document.id);
      return { conversation, answer: { category, gold, found }, ms };
    });
  });
}

/** @param copy tells apart the turns of one conversation that is there several times */
export function indexTurns(turns: readonly LocomoTurn[], variant: Variant, copy = '', index = newIndex(variant)) {
  for (const { id, session, position, speaker, text, caption, at } of turns) {
    const words = variant.speakerInText ? `${speaker}: ${text}` : text;
    index.add({
      kind: 'turn',
      id: copy + id,
      text: caption === undefined || variant.withoutCaptions ? words : `${words} (${caption})`,
      at,
      speaker,
      conversationId: copy + session,
      position,
    });
  }
  return index;
}

export function newIndex({ settings }: Variant): SearchIndex {
  return new SearchIndex({ timeZone: 'UTC', settings });
}
