import type { Finder } from '../finder.js';

/** Every finder of the built-in extractor. */
export const FINDERS: readonly Finder[] = [];
