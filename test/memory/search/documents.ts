import type { SearchDocument } from '../../../src/memory/search/search-document.js';
import { SearchIndex, type SearchIndexOptions } from '../../../src/memory/search/search-index.js';

/**
 * An index of these documents.
 *
 * @param vectors by text
 */
export function indexOf(
  documents: readonly SearchDocument[],
  {
    vectors,
    ...options
  }: Partial<SearchIndexOptions> & { readonly vectors?: ReadonlyMap<string, readonly number[]> } = {},
): SearchIndex {
  const index = new SearchIndex({ timeZone: 'UTC', ...options });
  for (const document of documents) index.add(document, vectors?.get(document.text));
  return index;
}

/** The turns of a call, from lines `Speaker: text`; an agent's are for context only. The ids are `call/0`, `call/1`… */
export function callOf(conversationId: string, date: string, lines: readonly string[]): SearchDocument[] {
  return lines.map((line, position) => {
    const [, speaker = '', text = ''] = /^(\w+): (.*)$/s.exec(line) ?? [];
    return {
      kind: 'turn',
      id: `${conversationId}/${position}`,
      text,
      at: `${date}T10:00:00.000Z`,
      speaker,
      conversationId,
      position,
      contextOnly: speaker === 'Agent',
    };
  });
}

export function fact(id: string, text: string, more: Partial<SearchDocument> = {}): SearchDocument {
  return { kind: 'fact', id, text, at: '2025-01-01T10:00:00.000Z', ...more };
}
