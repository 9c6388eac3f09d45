import { keyOf } from '../search/entry.js';
import type { SearchDocument } from '../search/search-document.js';
import { type IndexReaders, SearchIndex } from '../search/search-index.js';
import type { SearchHit, SearchQuery } from '../search/search-query.js';
import type { FoundDocument } from './search-documents.js';
import { createWorkSlices, type Pause } from './work-slices.js';

/** The vector of a document, where there is one. */
export type VectorOf = (found: FoundDocument) => Float32Array | undefined;

export interface FoundHit {
  readonly found: FoundDocument;
  readonly hit: SearchHit;
}

/**
 * The index of a caller, filled in slices: other requests of the process wait a few milliseconds at most. A later set of documents is
 * compared with the one before, and only what differs is indexed anew.
 */
export class CallerIndex {
  readonly #index: SearchIndex;
  readonly #found = new Map<string, FoundDocument>();
  /** Documents that were indexed with their vector. */
  readonly #withVector = new Set<string>();
  /** One update after the other. */
  #updating: Promise<void> = Promise.resolve();
  readonly #pause: Pause;

  /**
   * @param pause of everything that is indexed in the process
   * @throws RangeError for a time zone that is not known
   */
  constructor(timeZone: string, readers?: IndexReaders, pause: Pause = createWorkSlices()) {
    this.#pause = pause;
    this.#index = new SearchIndex({ timeZone, readers });
  }

  get bytes(): number {
    return this.#index.bytes;
  }

  /**
   * What is there so far.
   *
   * @param vector of the question
   */
  search(query: SearchQuery, vector?: Float32Array): readonly FoundHit[] {
    return this.#index.search(query, vector).flatMap((hit) => {
      const found = this.#found.get(keyOf(hit.document));
      return found === undefined ? [] : [{ found, hit }];
    });
  }

  /** Adds documents, and takes none away. */
  begin(documents: readonly FoundDocument[]): Promise<void> {
    return this.#inTurn(() => this.#add(documents));
  }

  /**
   * Settles when the index has these documents, and no others.
   *
   * @param vectorOf their vectors
   */
  update(documents: readonly FoundDocument[], vectorOf?: VectorOf): Promise<void> {
    return this.#inTurn(async () => {
      const wanted = new Set(documents.map(({ document }) => keyOf(document)));
      for (const [key, { document }] of [...this.#found]) {
        if (wanted.has(key)) continue;
        await this.#pause();
        this.#found.delete(key);
        this.#withVector.delete(key);
        this.#index.remove(document);
      }
      await this.#add(documents, vectorOf);
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#updating = this.#updating.catch(() => {}).then(work);
    return this.#updating;
  }

  async #add(documents: readonly FoundDocument[], vectorOf?: VectorOf): Promise<void> {
    for (const found of documents) {
      await this.#pause();
      const { document } = found;
      const key = keyOf(document);
      const before = this.#found.get(key);
      this.#found.set(key, found);
      const vector = vectorOf?.(found);
      const gainsVector = vector !== undefined && !this.#withVector.has(key);
      if (before !== undefined && isSame(before.document, document) && !gainsVector) continue;
      this.#index.add(document, vector);
      if (vector === undefined) this.#withVector.delete(key);
      else this.#withVector.add(key);
    }
  }
}

/** What a document may have besides its kind and id. */
const FIELDS = [
  'text',
  'topic',
  'at',
  'speaker',
  'conversationId',
  'position',
  'contextOnly',
  'validFrom',
  'validTo',
  'supersededBy',
] as const satisfies readonly (keyof SearchDocument)[];

function isSame(left: SearchDocument, right: SearchDocument): boolean {
  return FIELDS.every((field) => left[field] === right[field]);
}
