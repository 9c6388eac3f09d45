import { type DaySpan, dateWords, type LocalDay } from './calendar.js';
import type { SearchDocument } from './search-document.js';
import { type SentenceShape, sentenceShape } from './sentence-shape.js';
import { isStopWord } from './stop-words.js';
import type { TermReader } from './term.js';
import { readTimeExpressions } from './time-expressions.js';
import { tokenize } from './tokens.js';
import { unitVector, type Vector } from './vectors.js';

/** A document as the index keeps it: read once, when it is added. */
export interface Entry {
  readonly document: SearchDocument;
  readonly key: string;
  /** NaN where `at` is no time. */
  readonly atMs: number;
  /** Each term of the text, and how often it is there; terms of the topic alone once. */
  readonly frequencies: ReadonlyMap<string, number>;
  /** How many terms the text has. */
  readonly length: number;
  /** Terms of the dates that the document is of, or speaks of. */
  readonly dateTerms: readonly string[];
  /** Those dates. */
  readonly spans: readonly DaySpan[];
  readonly mentionsTime: boolean;
  readonly shape: SentenceShape;
  /** The speaker's names, in lower case. */
  readonly speakerWords: readonly string[];
  /** Of length 1. */
  readonly vector?: Float32Array | undefined;
}

/** What reading a document needs. */
export interface EntryReader {
  readonly terms: TermReader;
  readonly localDay: LocalDay;
  readonly dateWords: boolean;
}

export function keyOf({ kind, id }: Pick<SearchDocument, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** @param vector of its text; found by its words alone without it */
export function readEntry(document: SearchDocument, vector: Vector | undefined, reader: EntryReader): Entry {
  const { text, topic = '', at, speaker = '' } = document;
  const frequencies = new Map<string, number>();
  let length = 0;
  for (const { word } of tokenize(text)) {
    if (isStopWord(word)) continue;
    const term = reader.terms.read(word);
    frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    length += 1;
  }
  for (const { word } of tokenize(topic)) {
    const term = reader.terms.read(word);
    if (!frequencies.has(term)) frequencies.set(term, 1);
  }
  const atMs = Date.parse(at);
  const day = reader.localDay(atMs);
  const said = day === undefined ? [] : readTimeExpressions(text, day);
  const own: readonly DaySpan[] = day === undefined ? [] : [{ from: day, to: day }];
  return {
    document,
    key: keyOf(document),
    atMs,
    frequencies,
    length,
    dateTerms: reader.dateWords ? termsOfDates([...own, ...said.filter(({ relative }) => relative)], reader.terms) : [],
    spans: [...own, ...said.map(({ from, to }) => ({ from, to }))],
    mentionsTime: said.length > 0,
    shape: sentenceShape(text, length),
    speakerWords: tokenize(speaker)
      .map(({ word }) => word)
      .filter((word) => !isStopWord(word)),
    vector: unitVector(vector),
  };
}

function termsOfDates(spans: readonly DaySpan[], terms: TermReader): string[] {
  return [...new Set(spans.flatMap(dateWords))].map((word) => terms.read(word));
}
