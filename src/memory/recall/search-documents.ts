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
      ...{ kind: 'fact', id, text: factText(fact, ''), topic: predicateWords(fact.predicate), at: saidAt, validFrom },
      ...(speaker === '' ? {} : { speaker }),
      ...(conversationId === null ? {} : { conversationId }),
      ...(validTo === undefined ? {} : { validTo }),
      ...(supersededBy === undefined ? {} : { supersededBy }),
    },
  };
}

export function episodeDocument(episode: StoredEpisode): FoundDocument {
  const { id, summary, outcome, openItems, at, conversationId } = episode;
  const came = outcome.trim();
  const open = openItems.map((item) => item.trim()).filter((item) => item !== '');
  const parts = [
    ...[summary.trim(), came === '' ? '' : `Outcome: ${came}`].filter((part) => part !== ''),
    ...open.map(openItemText),
  ];
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

/**
 * What is found of a fact, with the day of its value in words: it is asked for as "Friday" or "March". A promise says whose it is.
 *
 * @param now local, see `inWords`; empty for a text of all times, which has the year of every day
 */
export function factText(fact: FactMemory, now: string): string {
  const { predicate, statement, value } = fact;
  const isDated = datedValue(value) !== undefined;
  const isTold = predicate === 'open_item' || predicate === 'birthday' || (isDated && predicate === 'appointment');
  if (isTold) return factClause(fact, now) || statement;
  const dated = datedValue(value.replace(/^cancelled /i, ''));
  const day = dated === undefined ? undefined : inWords(dated.start, now);
  return day === undefined || statement.includes(day) ? statement : `${statement} (${day})`;
}

/** How the built-in extractor has an open item: `Agent: send the quote (by 2026-03-13)`. */
const OPEN_ITEM = /^(Agent|Caller): (.+?)(?: \(by (\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?\))?$/s;

/** Not as something that was said: the summary before it is. */
function openItemText(item: string): string {
  const [, side, what = item, date, time] = OPEN_ITEM.exec(item) ?? [];
  if (side === undefined) return `Left open: ${item}`;
  const day = date === undefined ? undefined : inWords(time === undefined ? date : `${date}T${time}`, '');
  const due = day === undefined ? '' : `, due on ${day}`;
  return `Left open: ${side === 'Agent' ? 'we' : 'the one who called'} promised to do: ${what}${due}`;
}
