import type { StoredCallerFacts, StoredTurn } from '../../store/caller-memory.js';
import { factMemories, factMemoriesAsOf } from '../truth/current-facts.js';
import { nameAmong } from '../truth/current-name.js';
import type { FactMemory } from '../truth/memory.js';
import type { CallerKnowledge } from './caller-summary.js';
import { episodeDocument, type FoundDocument, factDocument, turnDocuments } from './search-documents.js';

/** What one caller's assistants may know, weighed: all of it, or what one agent heard. */
export interface CallerView {
  readonly knowledge: CallerKnowledge;
  /** As it was known at a moment. */
  factsAsOf(at: Date): readonly FactMemory[];
  factDocuments(facts: readonly FactMemory[]): readonly FoundDocument[];
  documents(turns: readonly StoredTurn[]): readonly FoundDocument[];
}

/** @param agentId absent: what all of them heard */
export function callerView(stored: StoredCallerFacts, agentId: string | undefined): CallerView {
  const isHeard = (heardBy: string | null): boolean => agentId === undefined || heardBy === agentId;
  // What the operator said, all know.
  const rows = stored.facts.filter((fact) => fact.conversationId === null || isHeard(fact.agentId));
  const facts = factMemories(rows);
  const episodes = stored.episodes.filter((episode) => isHeard(episode.agentId));
  // Patterns are of all calls.
  const patterns = agentId === undefined ? stored.patterns : [];
  const callerName = nameAmong(facts) ?? '';
  const others = otherSpeakers(facts);
  const factDocuments: CallerView['factDocuments'] = (all) => all.map((fact) => factDocument(fact, callerName));
  return {
    knowledge: { facts, episodes, patterns },
    factsAsOf: (at) => factMemoriesAsOf(rows, at),
    factDocuments,
    documents: (turns) => [
      ...factDocuments(facts),
      ...episodes.map(episodeDocument),
      ...turnDocuments(
        turns.filter((turn) => isHeard(turn.agentId)),
        (conversationId) => others.get(conversationId) ?? callerName,
      ),
    ],
  };
}

/** Who else speaks, by conversation. */
function otherSpeakers(facts: readonly FactMemory[]): ReadonlyMap<string, string> {
  const speakers = new Map<string, string>();
  for (const { predicate, person, evidence } of facts) {
    if (predicate !== 'name' || person.kind !== 'other') continue;
    for (const { conversationId } of evidence) if (conversationId !== null) speakers.set(conversationId, person.name);
  }
  return speakers;
}
