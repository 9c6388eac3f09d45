import type { SearchSettings } from '../../dist/memory/search/search-settings.js';
import type { Variant } from './run-questions.js';

/** BM25 of the turn's own words, and nothing else. */
export const WORDS_ALONE: Partial<SearchSettings> = {
  irregularForms: false,
  dateWords: false,
  ownTurn: 1,
  previousTurn: 0,
  nextTurn: 0,
  nearbyTurns: 0,
  conversation: 0,
  speaker: 0,
  shape: 0,
  asked: 0,
  time: 0,
  relativeTime: 0,
};

/** What each step leaves as it is in the product. */
const STEPS: readonly (readonly [name: string, settings: readonly (keyof SearchSettings)[]])[] = [
  ['+ irregular forms', ['irregularForms']],
  ['+ words of the dates', ['dateWords']],
  ['+ the turns around', ['ownTurn', 'previousTurn', 'nextTurn', 'nearbyTurns']],
  ['+ the conversation', ['conversation']],
  ['+ the shape of the sentence', ['shape']],
  ['+ what is asked for', ['asked']],
  ['+ the times of the question', ['time', 'relativeTime']],
  ['+ the speaker (the product)', ['speaker']],
];

/** From BM25 to the product, one step after the other. */
export function stepsUp(): Variant[] {
  let settings = WORDS_ALONE;
  const variants: Variant[] = [{ name: 'BM25', settings }];
  for (const [name, given] of STEPS) {
    settings = Object.fromEntries(
      Object.entries(settings).filter(([key]) => !given.includes(key as keyof SearchSettings)),
    );
    variants.push({ name, settings });
  }
  return variants;
}

/** The product without one step each. */
export function stepsLeftOut(): Variant[] {
  return STEPS.map(([name, given]) => ({
    name: name.replace(/^\+ /, 'without ').replace(' (the product)', ''),
    settings: Object.fromEntries(given.map((key) => [key, WORDS_ALONE[key]])),
  }));
}
