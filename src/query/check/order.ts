import type { OrderTerm } from '../ast.js';
import type { CheckedOrder } from '../checked-query.js';
import type { Checking } from './checking.js';
import { targetOf } from './target.js';

/** Postgres has a limit on the columns of a statement, and each term of an order by paths takes several. */
const TERMS_MAX = 100;

/** The terms of `order`, nulls last unless said otherwise; those with a problem are left out and reported. */
export function checkOrder(terms: readonly OrderTerm[], checking: Checking): readonly CheckedOrder[] {
  const checked: CheckedOrder[] = [];
  for (const { field, direction, nulls = 'last', location } of terms) {
    const target = targetOf(field, 'order', checking);
    if (target === undefined) continue;
    if (target.type === 'json') {
      checking.report({
        code: 'RQ206',
        message: '"metadata" cannot be ordered by.',
        hint: 'Order by a value inside it: metadata->key.',
        location: field.location,
      });
      continue;
    }
    checked.push({ target, direction, nulls });
    if (checked.length === TERMS_MAX + 1) {
      checking.report({
        code: 'RQ404',
        message: `An order has at most ${TERMS_MAX} fields.`,
        hint: 'Order by fewer fields.',
        location,
      });
    }
  }
  return checked;
}
