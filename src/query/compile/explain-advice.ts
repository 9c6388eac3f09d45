import { type Location, NOWHERE } from '../ast.js';
import type { CheckedFilter, CheckedQuery, Target } from '../checked-query.js';
import { deepOffset } from '../deep-offset.js';
import { printField } from '../print.js';
import type { IndexedKeys } from './binding.js';
import { INDEX_OF_COLUMN, INDEX_OF_METADATA, indexFor, isServed } from './condition-index.js';
import { type PlanNode, planNodes } from './plan.js';

/** What there is to say about how Postgres runs a query. */
export interface ExplainAdvice {
  /** One for each condition, in the order of the text. */
  readonly conditions: readonly ConditionAdvice[];
  /** The indexes that the plan uses, each once. */
  readonly indexesUsed: readonly string[];
  /** Full sentences: what may be slow, and what to do about it. */
  readonly warnings: readonly string[];
}

/** Which index can serve a condition; the plan may well do without it. */
export interface ConditionAdvice {
  /** Where the condition stands in the text that was checked. */
  readonly location: Location;
  /** `metadata->campaign` */
  readonly field: string;
  readonly index?: string;
  /** Why no index can, in the middle of a sentence. */
  readonly reason?: string;
  /** What makes an index of the key's own, in the order of `last_message_at`, where that would serve the condition better. */
  readonly command?: string;
}

/**
 * Reads a plan for a query's author.
 *
 * @param plan what `explain (format json)` answered, parsed
 * @param indexedKeys keys with an index of their own, as the compiler had them
 */
export function explainAdvice(
  checked: CheckedQuery,
  plan: unknown,
  indexedKeys: IndexedKeys = new Map(),
): ExplainAdvice {
  const nodes = planNodes(plan);
  return {
    conditions: checked.where.flatMap((filter) => adviceFor(filter, false, indexedKeys)),
    indexesUsed: [...new Set(nodes.flatMap(({ index }) => (index === undefined ? [] : [index])))],
    warnings: [
      ...warnOfUnserved(checked),
      ...warnOfSort(checked),
      ...warnOfWalk(checked, nodes, indexedKeys),
      ...warnOfOffset(checked),
    ],
  };
}

function adviceFor(filter: CheckedFilter, underNot: boolean, indexedKeys?: IndexedKeys): readonly ConditionAdvice[] {
  const negated = filter.negated !== underNot;
  if (filter.kind === 'condition') {
    const { keyToIndex, ...choice } = { keyToIndex: undefined, ...indexFor(filter, negated, indexedKeys) };
    const command = keyToIndex === undefined ? {} : { command: addIndexCommand(keyToIndex) };
    return [{ location: filter.location, field: fieldOf(filter.target), ...choice, ...command }];
  }
  const advice = filter.members.flatMap((member) => adviceFor(member, negated, indexedKeys));
  if (isServed(filter, underNot)) return advice;
  return advice.map(({ location, field, reason }) => ({
    location,
    field,
    reason: reason ?? 'of the alternatives in an "or", an index has to serve each',
  }));
}

function warnOfUnserved({ where, order }: CheckedQuery): readonly string[] {
  if (where.length === 0 || where.some((filter) => isServed(filter, false))) return [];
  const fields = [...new Set(where.flatMap((filter) => adviceFor(filter, false)).map(({ field }) => field))];
  const reading = isIndexed(order)
    ? 'conversations are read in the order asked for until enough of them match'
    : 'every conversation of the workspace is read';
  return [`No index serves this query's conditions (${fields.join(', ')}): ${reading}.`];
}

function warnOfSort({ where, order }: CheckedQuery): readonly string[] {
  if (isIndexed(order) || where.some((filter) => isServed(filter, false))) return [];
  const fields = order.map(({ target }) => fieldOf(target)).join(', ');
  return [
    `No index gives this order (${fields}): every conversation that matches is sorted before the first is answered.`,
  ];
}

/** Whether an index holds the conversations in this order: any but `name.desc`, whose index has the nameless first. */
function isIndexed([first, ...others]: CheckedQuery['order']): boolean {
  if (first === undefined) return true;
  const { type } = first.target;
  if (type === 'path' || others.some(({ target }) => target.type !== 'uuid')) return false;
  return type !== 'text' || (first.direction === 'asc') === (first.nulls === 'last');
}

/**
 * A walk in order ends as soon as enough rows matched, which is best for values that are spread over time, and worst for those that
 * only old conversations have: Postgres can't know.
 */
function warnOfWalk({ where }: CheckedQuery, nodes: readonly PlanNode[], indexedKeys: IndexedKeys): readonly string[] {
  const walk = nodes.find(isWalk);
  if (walk === undefined || nodes.some(({ index }) => index === INDEX_OF_METADATA)) return [];
  const served = where
    .flatMap((filter) => adviceFor(filter, false, indexedKeys))
    .filter(({ index }) => index === INDEX_OF_METADATA);
  if (served.length === 0) return [];
  const fields = served.map(({ field }) => field);
  const commands = [...new Set(served.flatMap(({ command }) => command ?? []))];
  const wayOut = commands.length === 0 ? '' : ` So does an index of its own in that order: ${commands.join(', or ')}.`;
  return [
    `The plan walks the conversations in order (${walk.index}) and looks at ${[...new Set(fields)].join(', ')} row by row. ` +
      'Where only old conversations have the value, all newer ones are read first; a bound on the time, such as last_message_at=lt.2025-01-01, spares that.' +
      wayOut,
  ];
}

function warnOfOffset({ offset, order }: CheckedQuery): readonly string[] {
  const deep = deepOffset(
    offset,
    order.map(({ target, direction }) => ({ field: fieldOf(target), direction })),
  );
  return deep === undefined ? [] : [`${deep.message} ${deep.hint}`];
}

const ORDER_INDEXES: ReadonlySet<string | undefined> = new Set(Object.values(INDEX_OF_COLUMN));

/** An index is gone through for its order when nothing but the workspace narrows it. */
function isWalk({ type, index, indexCondition, filter }: PlanNode): boolean {
  return (
    type.startsWith('Index') &&
    ORDER_INDEXES.has(index) &&
    filter?.includes('metadata') === true &&
    /^\(workspace_id = \S+\)$/.test(indexCondition ?? '')
  );
}

/** For a shell. */
function addIndexCommand(key: string): string {
  return `ringback index add ${/^[\w.:@%+-]+$/.test(key) && !key.startsWith('-') ? key : `-- '${key.replaceAll("'", "'\\''")}'`}`;
}

function fieldOf(target: Target): string {
  return printField({
    kind: 'field',
    column: target.column,
    path: target.type === 'path' ? target.path : [],
    location: NOWHERE,
  });
}
