import type { OrderTerm } from '../../../src/query/ast.js';
import type { ModelConversation } from './conversations.js';
import { compareDecimals } from './decimal.js';
import { numberOf } from './holds.js';
import { compareBytes, type Json } from './json.js';
import { storedValue } from './stored.js';

const DEFAULT_ORDER: readonly OrderTerm[] = [term('last_message_at', 'desc')];

/** The conversations in the order that is asked for, with the id as the last tie-breaker. */
export function inOrder(
  conversations: readonly ModelConversation[],
  order: readonly OrderTerm[] = DEFAULT_ORDER,
): readonly ModelConversation[] {
  const terms = [...order, term('id', order.at(-1)?.direction ?? 'desc')];
  return conversations.toSorted((left, right) => {
    for (const each of terms) {
      const difference = compareBy(each, left, right);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function term(column: string, direction: 'asc' | 'desc'): OrderTerm {
  const location = { start: 0, end: 0 };
  return { kind: 'order', field: { kind: 'field', column, path: [], location }, direction, location };
}

function compareBy({ field, direction, nulls }: OrderTerm, left: ModelConversation, right: ModelConversation): number {
  const [one, other] = [storedValue(left, field), storedValue(right, field)];
  if (one.type === 'missing' || other.type === 'missing') {
    const missingLast = Number(one.type === 'missing') - Number(other.type === 'missing');
    return nulls === 'first' ? -missingLast : missingLast;
  }
  let difference = 0;
  if (one.type === 'time' && other.type === 'time') difference = Number(one.instant - other.instant);
  else if (one.type === 'path' && other.type === 'path') difference = compareJson(one.json, other.json);
  else if ('text' in one && 'text' in other) difference = compareBytes(one.text, other.text);
  else throw new Error(`No order by ${field.column}`);
  return direction === 'desc' ? -difference : difference;
}

/** dialect, "order by a metadata path": numbers, other strings, booleans, the rest. */
function compareJson(one: Json, other: Json): number {
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  const [oneNumber, otherNumber] = [numberOf(one), numberOf(other)];
  if (oneNumber !== undefined && otherNumber !== undefined) return compareDecimals(oneNumber, otherNumber);
  if (one.kind === 'string' && other.kind === 'string') return compareBytes(one.text, other.text);
  if (one.kind === 'boolean' && other.kind === 'boolean') return Number(one.value) - Number(other.value);
  return 0;
}

function rank(json: Json): number {
  if (numberOf(json) !== undefined) return 1;
  return json.kind === 'string' ? 2 : json.kind === 'boolean' ? 3 : 4;
}
