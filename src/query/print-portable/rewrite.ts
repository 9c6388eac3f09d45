import { type Condition, type Field, type Filter, NOWHERE, type Operand, type Query, type Text } from '../ast.js';
import { conditionsOf } from '../conditions-of.js';
import { COLUMN_TYPES, DEFAULT_LIMIT, LIMITS } from '../fields.js';
import { isDocumentedField, isDocumentedTest } from './documented.js';
import { portableTime } from './portable-time.js';

/**
 * The same query in the terms that Telnyx documents, as far as it can be said in them without changing what it finds:
 *
 * - relative times become absolute, order and limit are written, `offset=0` and `select` go (a memory has no columns);
 * - `not` is pushed to the conditions, `and` among conditions that all must hold is taken apart, `or` in `or` is one;
 * - `in.(a,b)` and `eq(any).{a,b}` are `or=(f.eq.a,f.eq.b)`, `(all)` is one condition per value;
 * - `not.neq` is `eq`; on columns `not.gt` is `lte` and `not.lt` is `gte`.
 *
 * With `expandLists` false, lists stay lists.
 */
export function rewrite(query: Query, now: Date, expandLists: boolean): Query {
  const rewriting = new Rewriting(now, expandLists ? LIMITS.conditions - conditionsOf(query.where).length : 0);
  return {
    kind: 'query',
    where: query.where.flatMap((filter) => partsOf('and', rewriting.filter(filter, false))),
    order: query.order?.length ? query.order.map(withoutIdleNulls) : [NEWEST_FIRST],
    limit: query.limit ?? { kind: 'number', value: DEFAULT_LIMIT, location: NOWHERE },
    ...(query.offset && query.offset.value !== 0 && { offset: query.offset }),
  };
}

type Order = NonNullable<Query['order']>[number];

const NEWEST_FIRST: Order = {
  kind: 'order',
  field: { kind: 'field', column: 'last_message_at', path: [], location: NOWHERE },
  direction: 'desc',
  location: NOWHERE,
};

/** A time is never null, so where nulls go is nothing that an order by it says. */
function withoutIdleNulls(term: Order): Order {
  if (!isTime(term.field)) return term;
  const { nulls: _, ...plain } = term;
  return plain;
}

function isTime(field: Field): boolean {
  return field.path.length === 0 && COLUMN_TYPES[field.column as keyof typeof COLUMN_TYPES] === 'time';
}

type Conjunction = 'and' | 'or';

class Rewriting {
  readonly #now: Date;
  /** How many conditions more the query may get. */
  #room: number;

  constructor(now: Date, room: number) {
    this.#now = now;
    this.#room = room;
  }

  /** The filter or, where `opposite`, its opposite: no group in it is negated, none directly in one of its own kind. */
  filter(filter: Filter, opposite: boolean): Filter {
    const negated = filter.negated !== opposite;
    if (filter.kind === 'condition') return this.#condition(filter, negated);
    const conjunction = negated ? other(filter.conjunction) : filter.conjunction;
    const members = filter.members.flatMap((member) => partsOf(conjunction, this.filter(member, negated)));
    return joined(conjunction, members, filter);
  }

  #condition(condition: Condition, negated: boolean): Filter {
    const plain = this.#plainTest({ ...condition, negated, operand: this.#absolute(condition) });
    return this.#expanded(plain) ?? plain;
  }

  #absolute({ field, operand }: Condition): Operand {
    if (!isTime(field)) return operand;
    const resolved = <Value extends { kind: string }>(value: Value | Text): Value | Text =>
      isText(value) ? { ...value, text: portableTime(value.text, this.#now) } : value;
    return operand.kind === 'list' ? { ...operand, elements: operand.elements.map(resolved) } : resolved(operand);
  }

  #plainTest(condition: Condition): Condition {
    if (!condition.negated) return condition;
    const plain = { ...condition, negated: false };
    if (condition.operator === 'neq') return { ...plain, operator: 'eq' };
    // Neither a path, where a value of another kind matches only the negated test, nor an id, which may be no uuid.
    if (!isTime(condition.field) && condition.field.column !== 'name') return condition;
    if (condition.operator === 'gt') return { ...plain, operator: 'lte', ...otherQuantifier(condition) };
    if (condition.operator === 'lt') return { ...plain, operator: 'gte', ...otherQuantifier(condition) };
    return condition;
  }

  /** A condition for each element of a list, where each is one that Telnyx documents. */
  #expanded(condition: Condition): Filter | undefined {
    const { operand, quantifier, ...test } = condition;
    if (operand.kind !== 'list' || !operand.elements.every(isText)) return undefined;
    const { elements } = operand;
    const single: Condition = {
      ...test,
      operator: condition.operator === 'in' ? 'eq' : condition.operator,
      operand: elements[0] ?? { kind: 'text', text: '', location: NOWHERE },
    };
    // An empty list is true or false of every row, which no documented condition is.
    if (elements.length === 0 || elements.length - 1 > this.#room) return undefined;
    if (!isDocumentedField(single.field) || !isDocumentedTest(single)) return undefined;
    this.#room -= elements.length - 1;
    const members = elements.map((element): Condition => ({ ...single, operand: element }));
    return joined(quantifier === 'all' ? 'and' : 'or', members, condition);
  }
}

const isText = (value: { readonly kind: string }): value is Text => value.kind === 'text';

const other = (conjunction: Conjunction): Conjunction => (conjunction === 'and' ? 'or' : 'and');

/** `not.gt(any)` is `lte(all)`. */
function otherQuantifier({ quantifier }: Condition): { quantifier?: 'any' | 'all' } {
  return quantifier === undefined ? {} : { quantifier: quantifier === 'any' ? 'all' : 'any' };
}

function joined(conjunction: Conjunction, members: readonly Filter[], { location }: Filter): Filter {
  const [only, ...more] = members;
  if (only !== undefined && more.length === 0) return only;
  return { kind: 'group', negated: false, conjunction, members, location };
}

/** What a rewritten filter adds to a group of this kind: its members where it is such a group itself. */
function partsOf(conjunction: Conjunction, filter: Filter): readonly Filter[] {
  return filter.kind === 'group' && filter.conjunction === conjunction ? filter.members : [filter];
}
