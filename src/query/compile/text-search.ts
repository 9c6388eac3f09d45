import type { Test } from '../checked-query.js';
import type { Writing } from './binding.js';

type Search = Extract<Test, { kind: 'search' }>;

const TO_TSQUERY: { readonly [operator in Search['operator']]: string } = {
  fts: 'to_tsquery',
  plfts: 'plainto_tsquery',
  phfts: 'phraseto_tsquery',
  wfts: 'websearch_to_tsquery',
};

/** Full-text search in a text; NULL where there is no text. `text` writes the SQL of the text, in its place. */
export function matchesSearch(
  text: () => string,
  { operator, configuration, text: words }: Search,
  { bindings }: Writing,
) {
  // Named with its schema, so that nobody's own configuration of that name is meant.
  const qualified = `pg_catalog.${configuration}`;
  bindings.push(qualified);
  const document = `to_tsvector(?::regconfig, ${text()})`;
  bindings.push(qualified, words);
  return `${document} @@ ${TO_TSQUERY[operator]}(?::regconfig, ?::text)`;
}
