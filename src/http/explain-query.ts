import { explainAdvice } from '../query/compile/explain-advice.js';
import { type Compiler, check, type IndexedKeys, parse, print } from '../query/index.js';
import type { Database } from '../store/database.js';

/** What becomes of a query in a database, as `/v1/explain` and the command line show it. */
export interface ExplainedQuery {
  /** Canonical text. */
  readonly conversation_query: string;
  readonly sql: string;
  readonly bindings: readonly unknown[];
  /** What Postgres answers to EXPLAIN (FORMAT JSON). The statement itself is not run. */
  readonly plan: unknown;
  readonly indexes_used: readonly string[];
  /** For each condition: the index that can serve it, or why none can. Places are of the text as it was given. */
  readonly conditions: readonly {
    readonly field: string;
    readonly index?: string;
    readonly reason?: string;
    /** What makes an index that would serve it better. */
    readonly command?: string;
    readonly location: { readonly start: number; readonly end: number };
  }[];
  /** Full sentences: what may be slow, and what to do about it. */
  readonly warnings: readonly string[];
}

const TIMEOUT_MS = 10_000;

export interface ExplainDependencies {
  readonly database: Pick<Database, 'run'>;
  readonly compiler: Compiler;
  /** As the compiler has them. */
  readonly indexedKeys: IndexedKeys;
}

/** @throws QueryError for a text that is no query */
export async function explainQuery(
  { database, compiler, indexedKeys }: ExplainDependencies,
  text: string,
  scope: { readonly workspaceId: number; readonly now: Date },
): Promise<ExplainedQuery> {
  const query = parse(text);
  const checked = check(query, text);
  const { sql, bindings } = compiler.compile(checked, scope);
  const [row] = await database.run(`EXPLAIN (FORMAT JSON) ${sql}`, bindings, { timeoutMs: TIMEOUT_MS });
  const plan = row?.['QUERY PLAN'];
  const { conditions, indexesUsed, warnings } = explainAdvice(checked, plan, indexedKeys);
  return { conversation_query: print(query), sql, bindings, plan, indexes_used: indexesUsed, conditions, warnings };
}
