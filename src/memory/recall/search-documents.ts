import type { StoredEpisode, StoredTurn } from '../../store/caller-memory.js';
import { predicateWords } from '../predicate-words.js';
import type { SearchDocument } from '../search/search-document.js';
import type { FactMemory } from '../truth/memory.js';
import { datedValue, factClause } from './fact-text.js';
import { inWords } from './spoken-dates.js';

/** Something that can be found, with the row that it was made of. */
export type FoundDocument =
  | { readonly document: SearchDocument; readonly fact: FactMemory }
  | { readonly document: SearchDocument; readonly episode: StoredEpisode }
  | { readonly document: SearchDocument; readonly turn: StoredTurn };

/** @param callerName empty when unknown */
export function factDocument(fact: FactMemory, callerName: string): FoundDocument {
  const { id, person, saidAt, validFrom, validTo, supersededBy } = fact;
  const speaker = person.kind === 'other' ? person.name : callerName;
  const { conversationId } = fact.evidence[0];
  return {
    fact,
    document: {
      ...{ kind: 'fact', id, text: factText(fact), topic: predicateWords(fact.predicate), at: saidAt, validFrom },
      ...(speaker === '' ? {} : { speaker }),
      ...(conversationId === null ? {} : { conversationId }),
      ...(validTo === undefined ? {} : { validTo }),
      ...(supersededBy === undefined ? {} : { supersededBy }),
    },
  };
}

export function episodeDocument(episode: StoredEpisode): FoundDocument {
  const { id, summary, outcome, openItems, at, conversationId } = episode;
  const parts = [summary, outcome, ...openItems].map((part) => part.trim()).filter((part) => part !== '');
  const text = parts.map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(' ');
  return { episode, document: { kind: 'episode', id, text, at, conversationId } };
}

/**
 * Turns of one conversation after the other. An agent's only say what the caller's are about.
 *
 * @param speakerOf the caller's name in a conversation, empty when unknown
 */
export function turnDocuments(
  turns: readonly StoredTurn[],
  speakerOf: (conversationId: string) => string,
): readonly FoundDocument[] {
  const positions = new Map<string, number>();
  return turns.map((turn) => {
    const { id, conversationId, role, text, name, sentAt } = turn;
    const position = positions.get(conversationId) ?? 0;
    positions.set(conversationId, position + 1);
    const isCaller = role === 'user';
    // Somebody else on the caller's side, who was handed the telephone.
    const isOther = turn.metadata?.speaker === 'other';
    const speaker = !isCaller ? 'agent' : isOther ? (name ?? '') : name || speakerOf(conversationId);
    return {
      turn,
      document: {
        ...{ kind: 'turn', id, text, at: sentAt, conversationId, position, contextOnly: !isCaller },
        ...(speaker === '' ? {} : { speaker }),
      },
    };
  });
}

/** A fact's statement, with the day of its value in words: it is asked for as "Friday" or "March". */
function factText(fact: FactMemory): string {
  const { predicate, statement, value } = fact;
  const isDated = datedValue(value) !== undefined;
  if (isDated && (predicate === 'appointment' || predicate === 'open_item')) return factClause(fact, '') || statement;
  const dated = datedValue(value.replace(/^cancelled /i, ''));
  const day = dated === undefined ? undefined : inWords(dated.start, '');
  return day === undefined || statement.includes(day) ? statement : `${statement} (${day})`;
}
