import type { Database } from '../../src/store/database.js';

/** A node of a plan that was run, with what tests look at. */
export interface ExplainedNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly ExplainedNode[];
}

/** Runs a statement and gives every node of its plan, from the top. */
export async function explainedNodes(
  { run }: Pick<Database, 'run'>,
  sql: string,
  bindings: readonly unknown[],
): Promise<readonly ExplainedNode[]> {
  const [row] = await run(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`, bindings);
  const plans = (row?.['QUERY PLAN'] ?? []) as readonly { readonly Plan: ExplainedNode }[];
  return plans.flatMap(({ Plan }) => nodesOf(Plan));
}

/** All rows that a node read, also those that it left out. */
export function rowsRead(node: ExplainedNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}

function nodesOf(node: ExplainedNode): readonly ExplainedNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
