import type { CheckedFilter, CheckedQuery } from '../checked-query.js';
import type { IndexedKeys } from './binding.js';
import { indexFor } from './condition-index.js';
import { plainKeyOf } from './metadata-path.js';

/** How a query asks for a field. `indexable`: an index of the metadata key's own would serve it, and there is none. */
export interface AskedField {
  /** For `other` as it is written in a query, without more than the first step of a path; otherwise the metadata key. */
  readonly field: string;
  readonly use: 'own index' | 'indexable' | 'other';
}

/** What a query asks for, each field once: for counting, so that it can be said which index would help. */
export function askedFields({ where }: CheckedQuery, indexedKeys: IndexedKeys): readonly AskedField[] {
  const found = new Map<string, AskedField>();
  const visit = (filter: CheckedFilter, underNot: boolean): void => {
    const negated = filter.negated !== underNot;
    if (filter.kind === 'group') {
      for (const member of filter.members) visit(member, negated);
      return;
    }
    const asked = askedField(filter, negated, indexedKeys);
    found.set(`${asked.use} ${asked.field}`, asked);
  };
  for (const filter of where) visit(filter, false);
  return [...found.values()];
}

function askedField(
  condition: Extract<CheckedFilter, { kind: 'condition' }>,
  negated: boolean,
  indexedKeys: IndexedKeys,
): AskedField {
  const { target } = condition;
  if (target.type !== 'path') return { field: target.column, use: 'other' };
  const choice = indexFor(condition, negated, indexedKeys);
  if ('keyToIndex' in choice && choice.keyToIndex !== undefined) return { field: choice.keyToIndex, use: 'indexable' };
  const key = plainKeyOf(target.path);
  if (key !== undefined && 'index' in choice && choice.index === indexedKeys.get(key)) {
    return { field: key, use: 'own index' };
  }
  const [first] = target.path;
  return { field: first.kind === 'key' ? `metadata->${first.key}` : 'metadata', use: 'other' };
}
