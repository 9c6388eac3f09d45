import { type Filter, NOWHERE, type OrderTerm, type Query, type SelectItem, type WholeNumber } from './ast.js';
import {
  and,
  columnOf,
  type FieldReference,
  not,
  or,
  orderOf,
  type Path,
  type PathReference,
  pathOf,
  selectOf,
} from './build/expression.js';
import { type Tests, testsOf } from './build/field-tests.js';
import { limitProblems } from './build/query-limits.js';
import { COLUMN_TYPES, type Column, type ColumnType } from './fields.js';
import { print } from './print.js';
import { QueryError } from './problem.js';

export { and, metadata, not, or, where } from './build/expression.js';
export { ArrayLiteral, ago, elements, RelativeTime } from './build/values.js';

/** A conversation_query built in code: `conversations().metadata('group').eq('vip').limit(5).toString()`. */
export function conversations(): ConversationQuery {
  return new ConversationQuery({ kind: 'query', where: [] });
}

/** What can be ordered by: a column but for `metadata` as a whole, or `metadata('key')`. */
export type OrderField = Exclude<Column, 'metadata'> | { readonly field: FieldReference<'path'>['field'] };

/** What can be selected: everything, a column, a path, or one of these under another name. */
export type Selection = '*' | Column | PathReference | SelectItem;

/**
 * A query under construction. Immutable: each method gives another one. It makes the very AST that the parser makes of
 * its text, but for places. Values are never parsed, and an operator that a field lacks does not compile.
 *
 * A value of a wrong kind (null, undefined, NaN) is a TypeError at once; text that cannot be stored and numbers that are
 * not whole are a {@link QueryError} at once, and limits of the language one in `toQuery`.
 */
export class ConversationQuery {
  readonly #query: Query;

  constructor(query: Query) {
    this.#query = query;
  }

  /** A condition on a column: `.where('name').like('Voice*')`. Conditions are joined by AND. */
  where<Name extends Column>(column: Name): Tests<ColumnType<Name>, ConversationQuery> {
    const type = COLUMN_TYPES[column] as ColumnType<Name>;
    return testsOf(type, columnOf(column), (condition) => this.#with(condition));
  }

  /** A condition on a metadata value: `.metadata('order', 'items', 0, 'sku').eq('A-1')`. */
  metadata(...path: Path): Tests<'path', ConversationQuery> {
    return testsOf('path', pathOf(path), (condition) => this.#with(condition));
  }

  /** `or=(…)`: `.or(where('name').eq('a'), metadata('group').eq('vip'))`. */
  or(first: Filter, ...more: readonly Filter[]): ConversationQuery {
    return this.#with(or(first, ...more));
  }

  /** `and=(…)`. */
  and(first: Filter, ...more: readonly Filter[]): ConversationQuery {
    return this.#with(and(first, ...more));
  }

  /** The opposite of a condition or a tree: `.not(or(…))`. */
  not(filter: Filter): ConversationQuery {
    return this.#with(not(filter));
  }

  /** One more term of the order. Nulls go last unless said. */
  order(field: OrderField, direction: OrderTerm['direction'], nulls?: OrderTerm['nulls']): ConversationQuery {
    const term = orderOf(typeof field === 'string' ? columnOf(field) : field.field, direction, nulls);
    return new ConversationQuery({ ...this.#query, order: [...(this.#query.order ?? []), term] });
  }

  /** At most so many conversations; a later call replaces it. 1 to 1000. */
  limit(count: number): ConversationQuery {
    return new ConversationQuery({ ...this.#query, limit: wholeNumber('limit', count) });
  }

  /** Skips so many conversations; a later call replaces it. */
  offset(count: number): ConversationQuery {
    return new ConversationQuery({ ...this.#query, offset: wholeNumber('offset', count) });
  }

  /** What to answer with, beside what earlier calls selected. A memory has no use for it. */
  select(...selections: readonly [Selection, ...Selection[]]): ConversationQuery {
    const items = selections.map(itemOf);
    return new ConversationQuery({ ...this.#query, select: [...(this.#query.select ?? []), ...items] });
  }

  /** The query, for `check`, `print` and the rest. Throws {@link QueryError} past a limit of the language. */
  toQuery(): Query {
    const problems = limitProblems(this.#query);
    if (problems.length > 0) throw new QueryError(print(this.#query), problems);
    return this.#query;
  }

  /** The canonical text. Throws {@link QueryError} past a limit of the language. */
  toString(): string {
    return print(this.toQuery());
  }

  #with(filter: Filter): ConversationQuery {
    return new ConversationQuery({ ...this.#query, where: [...this.#query.where, filter] });
  }
}

function itemOf(selection: Selection): SelectItem {
  if (selection === '*') return { kind: 'all', location: NOWHERE };
  if (typeof selection === 'string') return selectOf(columnOf(selection), 'json');
  if ('kind' in selection) return selection;
  return selectOf(selection.field, 'json');
}

function wholeNumber(name: 'limit' | 'offset', value: number): WholeNumber {
  if (Number.isSafeInteger(value) && value >= 0) return { kind: 'number', value: value + 0, location: NOWHERE };
  throw new QueryError('', [
    { code: 'RQ110', message: `"${name}" takes a whole number, not "${value}".`, location: NOWHERE },
  ]);
}
