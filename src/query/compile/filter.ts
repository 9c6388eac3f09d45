import type { CheckedCondition, CheckedFilter } from '../checked-query.js';
import type { Writing } from './binding.js';
import { columnCondition } from './column-condition.js';
import { metadataCondition } from './metadata-condition.js';
import { pathCondition } from './path-condition.js';

/**
 * Filters as SQL that is true of exactly the rows to be found.
 *
 * `not` never stands in front of a group: it is pushed down to the conditions (De Morgan), and each condition is written in its
 * positive or its negative form. With only AND and OR above them, conditions may be NULL where they could be false, so the
 * third truth value needs care in one place only: a negative form must not be true of what is unknown.
 */

/** All of these: SQL without brackets around it. Empty for none. */
export function conjunctionOf(filters: readonly CheckedFilter[], writing: Writing): string {
  return membersOf(filters, false, ' and ', writing);
}

function filterSql(filter: CheckedFilter, underNot: boolean, writing: Writing): string {
  const negated = filter.negated !== underNot;
  if (filter.kind === 'condition') return conditionSql(filter, negated, writing);
  const joint = (filter.conjunction === 'and') !== negated ? ' and ' : ' or ';
  return `(${membersOf(filter.members, negated, joint, writing)})`;
}

function membersOf(filters: readonly CheckedFilter[], negated: boolean, joint: string, writing: Writing): string {
  let sql = '';
  for (const filter of filters) {
    const member = filterSql(filter, negated, writing);
    sql = sql === '' ? member : sql + joint + member;
  }
  return sql;
}

function conditionSql({ target, test }: CheckedCondition, negated: boolean, writing: Writing): string {
  switch (target.type) {
    case 'path':
      return pathCondition(target.path, test, negated, writing);
    case 'json':
      return metadataCondition(test, negated, writing);
    default:
      return columnCondition(target, test, negated, writing);
  }
}
