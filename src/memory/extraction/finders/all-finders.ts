import type { Finder } from '../finder.js';
import { findWishes } from './find-wishes.js';
import { findName } from './name/find-name.js';

/** Every finder of the built-in extractor. */
export const FINDERS: readonly Finder[] = [findWishes, findName];
