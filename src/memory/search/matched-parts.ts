import type { MatchedPart } from './search-query.js';
import { isStopWord } from './stop-words.js';
import type { TermReader } from './term.js';
import { tokenize } from './tokens.js';

/** A long text is marked this often at most. */
const PARTS_MAX = 100;

/** Where the terms of a question stand in a text. */
export function matchedParts(text: string, terms: ReadonlySet<string>, reader: TermReader): MatchedPart[] {
  return tokenize(text)
    .filter(({ word }) => !isStopWord(word) && terms.has(reader.read(word)))
    .slice(0, PARTS_MAX)
    .map(({ start, end }) => ({ start, end }));
}
