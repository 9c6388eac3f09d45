import { nearest } from '../did-you-mean.js';
import { shorten } from '../shorten.js';
import { type Fault, fault } from './fault.js';

/** The text-search configurations that every Postgres from 15 to 18 comes with (`pg_ts_config` of each; 18 adds estonian). */
export const TEXT_SEARCH_CONFIGURATIONS = [
  'simple',
  'arabic',
  'armenian',
  'basque',
  'catalan',
  'danish',
  'dutch',
  'english',
  'finnish',
  'french',
  'german',
  'greek',
  'hindi',
  'hungarian',
  'indonesian',
  'irish',
  'italian',
  'lithuanian',
  'nepali',
  'norwegian',
  'portuguese',
  'romanian',
  'russian',
  'serbian',
  'spanish',
  'swedish',
  'tamil',
  'turkish',
  'yiddish',
] as const;

/** dialect: "Patterns". */
export const DEFAULT_CONFIGURATION = 'english';

const KNOWN: ReadonlySet<string> = new Set(TEXT_SEARCH_CONFIGURATIONS);

/** What is wrong with the word in `fts(word)`; undefined for a configuration that exists. */
export function configurationFault(configuration: string): Fault | undefined {
  if (KNOWN.has(configuration)) return undefined;
  const meant = nearest(configuration, TEXT_SEARCH_CONFIGURATIONS);
  return fault(
    'RQ208',
    `Unknown text-search configuration "${shorten(configuration)}".`,
    meant === undefined
      ? `Configurations are ${TEXT_SEARCH_CONFIGURATIONS.join(', ')}; without one it is ${DEFAULT_CONFIGURATION}.`
      : `Did you mean "${meant}"?`,
  );
}
