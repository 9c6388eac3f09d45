import type { Filter, Query } from '../../../src/query/ast.js';

/**
 * The least query that still fails: parts are left out one at a time for as long as `fails` holds, so that a report shows
 * what matters. `fails` is asked a few dozen times.
 */
export async function smallestFailing(query: Query, fails: (query: Query) => Promise<boolean>): Promise<Query> {
  for (const candidate of smaller(query)) {
    if (await fails(candidate)) return smallestFailing(candidate, fails);
  }
  return query;
}

function* smaller(query: Query): Generator<Query> {
  const { select: _select, ...unselected } = query;
  const { order: _order, ...unordered } = query;
  const { limit: _limit, ...unlimited } = query;
  const { offset: _offset, ...unskipped } = query;
  if (query.select !== undefined) yield unselected;
  if (query.order !== undefined) yield unordered;
  if (query.offset !== undefined) yield unskipped;
  if (query.limit !== undefined) yield unlimited;
  for (const where of withOneLess(query.where)) yield { ...query, where };
  for (const order of dropOne(query.order ?? [])) if (order.length > 0) yield { ...query, order };
  for (const select of dropOne(query.select ?? [])) if (select.length > 0) yield { ...query, select };
}

function* withOneLess(filters: readonly Filter[]): Generator<readonly Filter[]> {
  yield* dropOne(filters);
  for (const [index, filter] of filters.entries()) {
    for (const other of simpler(filter)) yield filters.with(index, other);
  }
}

function* simpler(filter: Filter): Generator<Filter> {
  if (filter.kind === 'condition') {
    if (filter.negated) yield { ...filter, negated: false };
    if (filter.operand.kind !== 'list') return;
    for (const elements of dropOne(filter.operand.elements)) {
      yield { ...filter, operand: { ...filter.operand, elements } };
    }
    return;
  }
  yield* filter.members;
  for (const members of withOneLess(filter.members)) if (members.length > 0) yield { ...filter, members };
  if (filter.negated) yield { ...filter, negated: false };
}

function* dropOne<T>(all: readonly T[]): Generator<readonly T[]> {
  for (const index of all.keys()) yield all.toSpliced(index, 1);
}
