import knex from 'knex';
import { readUuid } from '../check/uuid.js';
import type { CheckedFilter, CheckedQuery } from '../checked-query.js';
import type { Binding, IndexedKeys, Writing } from './binding.js';
import { conjunctionOf } from './filter.js';
import { mergedValuesOf } from './merged-values.js';
import { orderSql } from './order.js';
import { selectSql } from './select.js';
import { ShapeCache } from './shape-cache.js';
import { countSql, statementSql } from './statement.js';

/** What a query is compiled for. */
export interface Scope {
  readonly workspaceId: number;
  /** What relative times are counted from. */
  readonly now: Date;
  /** A conversation that is not to be found: the one that is going on. Text that is no uuid excludes nothing. */
  readonly excludeConversationId?: string;
}

/** One statement for Postgres, without a name: it is to be planned with its values. */
export interface CompiledQuery {
  /** `$1` is the workspace. */
  readonly sql: string;
  readonly bindings: readonly Binding[];
  /** With `select`: the names of the columns "c0", "c1", …. Absent: the columns are the fields, by their names. */
  readonly names?: readonly string[];
}

/** The statement that counts what a query finds beyond its limit and offset: one row with `total`. */
export type CompiledCount = Pick<CompiledQuery, 'sql' | 'bindings'>;

export interface Compiler {
  compile(checked: CheckedQuery, scope: Scope): CompiledQuery;
  compileCount(checked: CheckedQuery, scope: Scope): CompiledCount;
  stats(): CompilerStats;
}

export interface CompilerStats {
  /** Queries whose SQL was there already. */
  readonly hits: number;
  /** Queries whose SQL was built. */
  readonly misses: number;
  /** Shapes that are kept. */
  readonly shapes: number;
}

export interface CompilerOptions {
  /** Shapes to keep at least; up to twice as many are kept at a time (256). */
  readonly shapesMax?: number;
  /** Keys that have an index of their own now; asked with each query. Absent: none. */
  readonly indexedKeys?: () => IndexedKeys;
}

/** Longer ones are rare, and not worth their room. */
const SHAPE_CHARACTERS_MAX = 8192;

/**
 * Makes a compiler that builds the SQL of a shape once. A shape is a query without its values: fields, operators, order, the depth of
 * paths, but not keys (other than those with an index of their own), nor the lengths of lists.
 */
export function createCompiler({ shapesMax = 256, indexedKeys }: CompilerOptions = {}): Compiler {
  const builder = knex({ client: 'pg' });
  const shapes = new ShapeCache<string>(shapesMax);
  let hits = 0;
  let misses = 0;

  function compileQuery(checked: CheckedQuery, scope: Scope): CompiledQuery {
    const bindings: Binding[] = [scope.workspaceId];
    const writing: Writing = { bindings, now: scope.now, indexedKeys: indexedKeys?.() };
    const select = checked.select === undefined ? '' : selectSql(checked.select, writing);
    const selectEnd = bindings.length;
    const merged = mergedValuesOf(checked, writing.indexedKeys);
    if (merged !== undefined) bindings.push(merged.values);
    const whereBegin = bindings.length;
    const where = whereSql(merged?.others ?? checked.where, scope, writing);
    const whereEnd = bindings.length;
    const order = orderSql(checked.order, writing);
    const orderEnd = bindings.length;
    if (merged !== undefined) bindings.push(checked.limit + checked.offset);
    bindings.push(checked.limit);
    if (checked.offset > 0) bindings.push(checked.offset);

    const sql = sqlOf(`${select}\n${where}\n${order}\n${checked.offset > 0}\n${merged?.expression ?? ''}`, () =>
      statementSql(builder, {
        workspaceId: scope.workspaceId,
        select: { sql: select, bindings: bindings.slice(1, selectEnd) },
        merged,
        where: { sql: where, bindings: bindings.slice(whereBegin, whereEnd) },
        order: { sql: order, bindings: bindings.slice(whereEnd, orderEnd) },
        limit: checked.limit,
        offset: checked.offset,
      }),
    );
    if (checked.select === undefined) return { sql, bindings };
    return { sql, bindings, names: checked.select.map(({ name }) => name) };
  }

  function compileCount(checked: CheckedQuery, scope: Scope): CompiledCount {
    const bindings: Binding[] = [scope.workspaceId];
    const where = whereSql(checked.where, scope, { bindings, now: scope.now, indexedKeys: indexedKeys?.() });
    const sql = sqlOf(`count\n${where}`, () =>
      countSql(builder, scope.workspaceId, { sql: where, bindings: bindings.slice(1) }),
    );
    return { sql, bindings };
  }

  function sqlOf(shape: string, build: () => string): string {
    const known = shapes.get(shape);
    if (known !== undefined) {
      hits += 1;
      return known;
    }
    misses += 1;
    const sql = build();
    if (shape.length <= SHAPE_CHARACTERS_MAX) shapes.set(shape, sql);
    return sql;
  }

  return {
    compile: compileQuery,
    compileCount,
    stats: () => ({ hits, misses, shapes: shapes.size }),
  };
}

/** Compiles one query, keeping nothing. */
export function compile(checked: CheckedQuery, scope: Scope): CompiledQuery {
  return createCompiler({ shapesMax: 0 }).compile(checked, scope);
}

function whereSql(filters: readonly CheckedFilter[], { excludeConversationId }: Scope, writing: Writing): string {
  const where = conjunctionOf(filters, writing);
  const excluded = excludeConversationId === undefined ? undefined : readUuid(excludeConversationId).uuid;
  if (excluded === undefined) return where;
  writing.bindings.push(excluded);
  return where === '' ? 'id <> ?::uuid' : `${where} and id <> ?::uuid`;
}
