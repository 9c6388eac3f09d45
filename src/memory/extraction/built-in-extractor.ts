import type { Call } from './call.js';
import { episodeOf } from './episode.js';
import type { ExtractedFact, Extractor } from './extraction.js';
import { findEntities } from './find-entities.js';
import { FINDERS } from './finders/all-finders.js';
import { isEnglish } from './language/is-english.js';
import { withoutMachineText } from './language/machine-text.js';
import { asSaid, withStraightSigns } from './language/straight-signs.js';
import { proceduresOf } from './procedures.js';
import { readCall } from './read-call.js';

/**
 * Reads calls in English without a model, by rules: quick, and the same each time. Of calls in other languages it takes nothing, and
 * says so; words that are meant for machines teach nothing.
 */
export const builtInExtractor: Extractor = {
  async extract(call) {
    if (!isEnglish(call.turns)) {
      return { facts: [], entities: [], procedures: [], skipped: 'language', extractor: 'built-in' };
    }
    const spoken = withoutMachineText(shortened(call));
    const read = readCall(withStraightSigns(spoken));
    const found = FINDERS.flatMap((find) => find(read)).map((fact) => ({
      ...fact,
      quote: asSaid(spoken, fact.turn, fact.quote),
    }));
    const facts = inOrder(withoutRepetitions(found));
    const episode = episodeOf(spoken, facts);
    return {
      facts,
      entities: findEntities(read, facts),
      ...(episode === undefined ? {} : { episode }),
      procedures: proceduresOf(spoken),
      extractor: 'built-in',
    };
  },
};

/** The longest turn that is read whole: people speak for minutes without saying as much. It bounds what a hostile turn costs. */
const TURN_CHARACTERS_MAX = 4_000;

function shortened(call: Call): Call {
  // A character that was cut in two could not be stored.
  const cut = (text: string): string => text.slice(0, TURN_CHARACTERS_MAX).replace(/[\ud800-\udbff]$/, '');
  return { ...call, turns: call.turns.map((turn) => ({ ...turn, text: cut(turn.text) })) };
}

/** Of facts that say the same, the surest one, or the first. */
function withoutRepetitions(facts: readonly ExtractedFact[]): readonly ExtractedFact[] {
  const kept = new Map<string, ExtractedFact>();
  for (const fact of facts) {
    const { predicate, value, by = '', about = '' } = fact;
    const key = JSON.stringify([predicate, value.toLowerCase().trim(), by, about.toLowerCase()]);
    const other = kept.get(key);
    if (other === undefined || fact.confidence > other.confidence) kept.set(key, fact);
  }
  return [...kept.values()];
}

function inOrder(facts: readonly ExtractedFact[]): readonly ExtractedFact[] {
  return facts.toSorted((a, b) => a.turn - b.turn);
}
