import type { Knex } from 'knex';
import { COLUMNS } from '../fields.js';
import type { Binding } from './binding.js';
import type { MergedValues } from './merged-values.js';

/** The parts of a statement, each with its `?` and their values. */
export interface StatementParts {
  readonly workspaceId: number;
  /** Empty: every field. */
  readonly select: Part;
  /** Absent: in one go. Their order is then written without bindings, as an index has it. */
  readonly merged?: Pick<MergedValues, 'expression' | 'values'> | undefined;
  /** Empty: every conversation of the workspace. */
  readonly where: Part;
  readonly order: Part;
  readonly limit: number;
  readonly offset: number;
}

export interface Part {
  readonly sql: string;
  readonly bindings: readonly Binding[];
}

/** The statement's text as Postgres takes it: `$1` is the workspace, the others are numbered as the parts have them. */
export function statementSql(knex: Knex, parts: StatementParts): string {
  const { select, merged, order, limit, offset } = parts;
  const columns = select.sql === '' ? COLUMNS : rawOf(knex, select);
  const query =
    merged === undefined ? matching(knex, parts).select(columns) : mergedQuery(knex, parts, merged).select(columns);
  query.orderByRaw(rawOf(knex, order)).limit(limit).offset(offset);
  return workspaceFirst(query.toSQL().toNative().sql, select.bindings.length + (merged === undefined ? 0 : 1));
}

/** The rows of the workspace that a `where` holds for. */
function matching(knex: Knex, { workspaceId, where }: StatementParts): Knex.QueryBuilder {
  const query = knex('conversations').where('workspace_id', workspaceId);
  return where.sql === '' ? query : query.whereRaw(rawOf(knex, where));
}

/** Of each value as many rows as are asked for in all, in the same order. Every column is there by its name. */
function mergedQuery(knex: Knex, parts: StatementParts, { expression, values }: MergedOf): Knex.QueryBuilder {
  const ofEach = matching(knex, parts)
    .select(COLUMNS)
    .whereRaw(`${expression} = one.value`)
    .orderByRaw(rawOf(knex, parts.order))
    .limit(parts.limit + parts.offset);
  const bindings = [values, ofEach] as unknown as Knex.RawBinding[];
  return knex.from(knex.raw('unnest(?::text[]) as one(value) cross join lateral ? as conversations', bindings));
}

type MergedOf = NonNullable<StatementParts['merged']>;

function rawOf(knex: Knex, { sql, bindings }: Part): Knex.Raw {
  return knex.raw(sql, bindings as Knex.RawBinding[]);
}

/** The text of the statement that counts the conversations of a `where`, as `total`. */
export function countSql(knex: Knex, workspaceId: number, where: Part): string {
  const query = knex('conversations').where('workspace_id', workspaceId).count({ total: '*' });
  if (where.sql !== '') query.whereRaw(rawOf(knex, where));
  return query.toSQL().toNative().sql;
}

/** Knex counts from the left, where the selected paths stand, and the values that are merged. */
function workspaceFirst(sql: string, countBefore: number): string {
  if (countBefore === 0) return sql;
  return sql.replace(/\$(\d+)/g, (written, digits: string) => {
    const number = Number(digits);
    if (number <= countBefore) return `$${number + 1}`;
    return number === countBefore + 1 ? '$1' : written;
  });
}
