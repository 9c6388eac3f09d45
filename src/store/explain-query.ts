import type { Query } from '../query/ast.js';
import { check } from '../query/check/check.js';
import type { Compiler, Scope } from '../query/compile/compile.js';
import { type ExplainAdvice, explainAdvice } from '../query/compile/explain-advice.js';
import { print } from '../query/print.js';
import type { Database } from './database.js';

/** How a query is run, from its text to Postgres's plan. */
export interface Explanation {
  /** Canonical text; the places in `advice` are places in it. */
  readonly canonical: string;
  readonly sql: string;
  readonly bindings: readonly unknown[];
  /** What `EXPLAIN (FORMAT JSON)` answered. */
  readonly plan: unknown;
  readonly advice: ExplainAdvice;
}

/** Asks Postgres how it would run a query, without running it. */
export async function explainQuery(db: Database, compiler: Compiler, query: Query, scope: Scope): Promise<Explanation> {
  const checked = check(query);
  const { sql, bindings } = compiler.compile(checked, scope);
  const [row] = await db.run(`EXPLAIN (FORMAT JSON) ${sql}`, bindings);
  const plan = row?.['QUERY PLAN'];
  return { canonical: print(query), sql, bindings, plan, advice: explainAdvice(checked, plan) };
}
