import { type CompiledQuery, type Compiler, check, parse } from '../../dist/query/index.js';
import { listConversations } from '../../dist/store/conversations.js';
import type { Database } from '../../dist/store/database.js';
import type { Dataset } from '../support/conversations.js';
import { createRandom } from '../support/random.js';
import { percentile } from '../support/statistics.js';
import type { Question } from './questions.js';

/** The times of one question, asked again and again with other values. */
export interface Times {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly asked: number;
  /** Rows of an answer, on average. */
  readonly rows: number;
  /** The index that Postgres chose for the last one, or the kind of scan. */
  readonly plan: string;
}

export interface Effort {
  readonly times: number;
  /** Asks no more after so long, but twenty times at least. */
  readonly maxMs: number;
}

const TIMES_MIN = 20;

/** Asks one after the other, on the connections and with the statements that the List route has. */
export async function measureQuestion(
  database: Database,
  compiler: Compiler,
  dataset: Dataset,
  question: Question,
  { times, maxMs }: Effort,
): Promise<Times> {
  const random = createRandom(4);
  const next = (): CompiledQuery => {
    const { workspaceId, text } = question.ask(dataset, random);
    return compiler.compile(check(parse(text), text), { workspaceId, now: new Date() });
  };
  // The first ones find cold caches, and code that has not run before.
  await askRepeatedly(database, next, { times: times / 5, maxMs: maxMs / 5 });
  const { durationsMs, rows, last } = await askRepeatedly(database, next, { times, maxMs });
  return {
    p50Ms: percentile(durationsMs, 50),
    p95Ms: percentile(durationsMs, 95),
    asked: durationsMs.length,
    rows: rows / durationsMs.length,
    plan: await planOf(database, last),
  };
}

async function askRepeatedly(
  database: Database,
  next: () => CompiledQuery,
  { times, maxMs }: Effort,
): Promise<{ readonly durationsMs: number[]; readonly rows: number; readonly last: CompiledQuery }> {
  const durationsMs: number[] = [];
  let rows = 0;
  let last = next();
  const endMs = performance.now() + maxMs;
  while (durationsMs.length < TIMES_MIN || (durationsMs.length < times && performance.now() < endMs)) {
    last = next();
    const startMs = performance.now();
    const found = await listConversations(database, last);
    durationsMs.push(performance.now() - startMs);
    rows += found.length;
  }
  return { durationsMs, rows, last };
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

async function planOf(database: Database, { sql, bindings }: CompiledQuery): Promise<string> {
  const rows = await database.run(`EXPLAIN (FORMAT JSON) ${sql}`, bindings);
  const plans = rows.flatMap((row) => row['QUERY PLAN'] as readonly { readonly Plan: PlanNode }[]);
  return plans.flatMap(({ Plan: plan }) => scansIn(plan)).join(', ');
}

function scansIn(node: PlanNode): string[] {
  const own = node['Index Name'] ?? (node['Node Type'] === 'Seq Scan' ? 'Seq Scan' : undefined);
  const below = (node.Plans ?? []).flatMap(scansIn);
  return own === undefined ? below : [own, ...below];
}
