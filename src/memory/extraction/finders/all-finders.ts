import type { Finder } from '../finder.js';
import { findWishes } from './find-wishes.js';

/** Every finder of the built-in extractor. */
export const FINDERS: readonly Finder[] = [findWishes];
