import type { Knex } from 'knex';
import { COLUMNS } from '../fields.js';
import type { Binding } from './binding.js';

/** The parts of a statement, each with its `?` and their values. */
export interface StatementParts {
  readonly workspaceId: number;
  /** Empty: every field. */
  readonly select: Part;
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
  const raw = ({ sql, bindings }: Part) => knex.raw(sql, bindings as Knex.RawBinding[]);
  const query = knex('conversations').where('workspace_id', parts.workspaceId);
  query.select(parts.select.sql === '' ? COLUMNS : raw(parts.select));
  if (parts.where.sql !== '') query.whereRaw(raw(parts.where));
  query.orderByRaw(raw(parts.order)).limit(parts.limit).offset(parts.offset);
  return workspaceFirst(query.toSQL().toNative().sql, parts.select.bindings.length);
}

/** The text of the statement that counts the conversations of a `where`, as `total`. */
export function countSql(knex: Knex, workspaceId: number, where: Part): string {
  const query = knex('conversations').where('workspace_id', workspaceId).count({ total: '*' });
  if (where.sql !== '') query.whereRaw(knex.raw(where.sql, where.bindings as Knex.RawBinding[]));
  return query.toSQL().toNative().sql;
}

/** Knex counts from the left, where the selected paths stand. */
function workspaceFirst(sql: string, selectedCount: number): string {
  if (selectedCount === 0) return sql;
  return sql.replace(/\$(\d+)/g, (written, digits: string) => {
    const number = Number(digits);
    if (number <= selectedCount) return `$${number + 1}`;
    return number === selectedCount + 1 ? '$1' : written;
  });
}
