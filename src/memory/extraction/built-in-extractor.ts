import type { Extractor } from './extraction.js';
import { FINDERS } from './finders/all-finders.js';
import { readCall } from './read-call.js';

/** Reads calls in English without a model, by rules: quick, and the same each time. */
export const builtInExtractor: Extractor = {
  async extract(call) {
    const read = readCall(call);
    return { facts: FINDERS.flatMap((find) => find(read)), entities: [], procedures: [], extractor: 'built-in' };
  },
};
