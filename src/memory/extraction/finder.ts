import type { ExtractedFact } from './extraction.js';
import type { ReadCall } from './read-call.js';

/**
 * Finds facts of one kind in a call that has been read. Pure: the same call gives the same facts, in the order of their turns. A
 * finder says what holds at the end of the call: what was corrected later in it is not among its facts.
 */
export type Finder = (call: ReadCall) => readonly ExtractedFact[];
