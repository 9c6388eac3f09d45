import { createLocalDay, type LocalDay } from './calendar.js';
import { ConversationGroups } from './conversation-groups.js';
import { type Entry, keyOf, readEntry } from './entry.js';
import { Postings } from './postings.js';
import { rankDocuments } from './rank-documents.js';
import type { SearchDocument } from './search-document.js';
import type { SearchHit, SearchQuery } from './search-query.js';
import { SEARCH_SETTINGS, type SearchSettings } from './search-settings.js';
import { createTermReader, type TermReader } from './term.js';
import { TurnOrder } from './turn-order.js';
import type { Vector } from './vectors.js';
import { isFindable, type WordSource, type WordStatistics, wordStatistics } from './word-scores.js';

export interface SearchIndexOptions {
  /** The caller's or the workspace's, of IANA's names: what "yesterday" and "on Tuesday" mean. */
  readonly timeZone: string;
  /** Shared by many indexes of one process: what one has read, the others need not. Absent: its own. */
  readonly readers?: IndexReaders | undefined;
  readonly settings?: Partial<SearchSettings> | undefined;
}

/** What indexes of one time zone can share. */
export interface IndexReaders {
  readonly terms: TermReader;
  readonly localDay: LocalDay;
}

/** @throws RangeError for a time zone that is not known */
export function createIndexReaders(
  timeZone: string,
  settings: Pick<SearchSettings, 'irregularForms'> = SEARCH_SETTINGS,
): IndexReaders {
  return { terms: createTermReader(settings), localDay: createLocalDay(timeZone) };
}

/** Bytes of a document besides its text, its terms and its vector; measured, see docs/search.md. */
const ENTRY_BYTES = 900;
const TERM_IN_ENTRY_BYTES = 40;

/**
 * What is known of one caller, to be searched during a call: in memory, without a clock or a wait. The same documents give the same
 * answers in the same order, in whatever order they came.
 */
export class SearchIndex {
  readonly #settings: SearchSettings;
  readonly #terms: TermReader;
  readonly #localDay: LocalDay;
  readonly #entries: (Entry | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #free: number[] = [];
  readonly #source: WordSource;
  /** Who speaks, and in how many documents. */
  readonly #speakers = new Map<string, number>();
  /** Undefined after a change. */
  #statistics: WordStatistics | undefined;
  #entryBytes = 0;

  /** @throws RangeError for a time zone that is not known */
  constructor({ timeZone, readers, settings }: SearchIndexOptions) {
    this.#settings = { ...SEARCH_SETTINGS, ...settings };
    const { terms, localDay } = readers ?? createIndexReaders(timeZone, this.#settings);
    this.#terms = terms;
    this.#localDay = localDay;
    this.#source = {
      entries: this.#entries,
      postings: new Postings(),
      order: new TurnOrder((slot) => this.#entries[slot] as Entry),
      groups: new ConversationGroups(),
    };
  }

  /** How many documents there are, with those for context only. */
  get size(): number {
    return this.#slots.size;
  }

  /** About how much memory it takes. */
  get bytes(): number {
    const { postings, groups } = this.#source;
    return this.#entryBytes + postings.bytes + groups.bytes;
  }

  has(document: Pick<SearchDocument, 'kind' | 'id'>): boolean {
    return this.#slots.has(keyOf(document));
  }

  /**
   * A document of the same kind and id takes the place of the one before: that is how a fact is said to be superseded.
   *
   * @param vector of its text; without it the document is found by its words alone
   */
  add(document: SearchDocument, vector?: Vector): void {
    this.remove(document);
    const entry = readEntry(document, vector, {
      terms: this.#terms,
      localDay: this.#localDay,
      dateWords: this.#settings.dateWords,
    });
    const slot = this.#free.pop() ?? this.#entries.length;
    this.#entries[slot] = entry;
    this.#slots.set(entry.key, slot);
    this.#source.postings.add(slot, entry.frequencies, entry.dateTerms);
    this.#source.order.add(slot, entry);
    this.#source.groups.add(slot, entry);
    this.#count(entry, 1);
  }

  /** @returns whether it was there */
  remove(document: Pick<SearchDocument, 'kind' | 'id'>): boolean {
    const slot = this.#slots.get(keyOf(document));
    const entry = slot === undefined ? undefined : this.#entries[slot];
    if (slot === undefined || entry === undefined) return false;
    this.#source.postings.remove(slot, entry.frequencies, entry.dateTerms);
    this.#source.order.remove(slot, entry);
    this.#source.groups.remove(slot, entry);
    this.#slots.delete(entry.key);
    this.#entries[slot] = undefined;
    this.#free.push(slot);
    this.#count(entry, -1);
    return true;
  }

  /**
   * Best first; equals, the newer first.
   *
   * @param vector of the question's text
   */
  search(query: SearchQuery, vector?: Vector): SearchHit[] {
    this.#statistics ??= wordStatistics(this.#source, this.#settings);
    return rankDocuments(query, vector, {
      source: this.#source,
      statistics: this.#statistics,
      settings: this.#settings,
      terms: this.#terms,
      localDay: this.#localDay,
      speakers: new Set(this.#speakers.keys()),
      slotOf: (document) => this.#slots.get(keyOf(document)),
    });
  }

  #count(entry: Entry, step: 1 | -1): void {
    this.#statistics = undefined;
    this.#entryBytes += step * entryBytes(entry);
    if (!isFindable(entry)) return;
    for (const word of entry.speakerWords) {
      const count = (this.#speakers.get(word) ?? 0) + step;
      if (count > 0) this.#speakers.set(word, count);
      else this.#speakers.delete(word);
    }
  }
}

function entryBytes({ document, frequencies, vector }: Entry): number {
  return ENTRY_BYTES + 2 * document.text.length + TERM_IN_ENTRY_BYTES * frequencies.size + (vector?.byteLength ?? 0);
}
