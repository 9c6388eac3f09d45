import type { LocalDay } from './calendar.js';
import type { SearchDocument } from './search-document.js';
import type { SearchSettings } from './search-settings.js';
import type { TermReader } from './term.js';
import type { WordSource, WordStatistics } from './word-scores.js';

/** What a ranking reads of an index. */
export interface RankingSource {
  readonly source: WordSource;
  readonly statistics: WordStatistics;
  readonly settings: SearchSettings;
  readonly terms: TermReader;
  readonly localDay: LocalDay;
  readonly speakers: ReadonlySet<string>;
  readonly slotOf: (document: Pick<SearchDocument, 'kind' | 'id'>) => number | undefined;
}
