import type { Filter, Group, Query } from '../ast.js';
import type { CheckedFilter, CheckedGroup, CheckedQuery } from '../checked-query.js';
import { LIMITS } from '../fields.js';
import { print } from '../print.js';
import { QueryError } from '../problem.js';
import { Checking } from './checking.js';
import { checkCondition } from './condition.js';
import { checkOrder } from './order.js';
import { checkLimit, checkOffset } from './paging.js';
import { checkSelect } from './select.js';

/**
 * Asks of a query whether it makes sense: its fields exist, its operators are theirs, its values are what those take.
 * What passes can make no statement fail.
 *
 * `text` is what the query's places refer to: the text it was read from. Throws {@link QueryError} with every problem,
 * at most 10. A placeholder that was not bound is no problem of the query but a fault of the caller: a plain Error.
 */
export function check(query: Query, text?: string): CheckedQuery {
  const checking = new Checking(text);
  const where = checkFilters(query.where, 0, checking);
  const limit = checkLimit(query, checking);
  const offset = checkOffset(query, checking);
  const order = query.order === undefined ? NO_ORDER : checkOrder(query.order, checking);
  const select = query.select === undefined ? undefined : checkSelect(query.select, checking);
  if (checking.problems.length > 0) throw new QueryError(text ?? print(query), checking.problems);
  const checked = { kind: 'checked-query', where, order, limit, offset } as const;
  return select === undefined ? checked : { ...checked, select };
}

const NO_ORDER: readonly never[] = [];

/** The filters without problems; `level` counts the trees around them. */
function checkFilters(filters: readonly Filter[], level: number, checking: Checking): readonly CheckedFilter[] {
  const checked: CheckedFilter[] = [];
  for (const filter of filters) {
    const good =
      filter.kind === 'group'
        ? checkGroup(filter, level + 1, checking)
        : checkCondition(filter, level === 0 ? 'parameter' : 'tree', checking);
    if (good !== undefined) checked.push(good);
  }
  return checked;
}

function checkGroup(group: Group, level: number, checking: Checking): CheckedGroup | undefined {
  if (level > LIMITS.levels) {
    return checking.report({
      code: 'RQ403',
      message: `More than ${LIMITS.levels} levels of brackets.`,
      hint: 'Flatten the tree.',
      location: group.location,
    });
  }
  const members = checkFilters(group.members, level, checking);
  return { kind: 'group', negated: group.negated, conjunction: group.conjunction, members };
}
