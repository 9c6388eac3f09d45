/** What is read of a plan as `explain (format json)` gives it. */
export interface PlanNode {
  /** `Index Scan`, `Bitmap Index Scan`, `Seq Scan`, `Sort`, …: Postgres's own words. */
  readonly type: string;
  readonly index?: string;
  /** The conditions that the index narrows the scan by, as Postgres prints them. */
  readonly indexCondition?: string;
  /** What is looked at row by row. */
  readonly filter?: string;
}

/** Every node of a plan, from the top. Anything that is no plan has none. */
export function planNodes(plan: unknown): readonly PlanNode[] {
  if (Array.isArray(plan)) return plan.flatMap(planNodes);
  if (!isRecord(plan)) return [];
  if ('Plan' in plan) return planNodes(plan.Plan);
  if (typeof plan['Node Type'] !== 'string') return [];
  const node: PlanNode = {
    type: plan['Node Type'],
    ...textMember('index', plan['Index Name']),
    ...textMember('indexCondition', plan['Index Cond']),
    ...textMember('filter', plan.Filter),
  };
  return [node, ...planNodes(plan.Plans)];
}

function textMember(name: string, value: unknown): Record<string, string> {
  return typeof value === 'string' ? { [name]: value } : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
