import type { ExplainedQuery } from '../http/explain-query.js';

/** An explanation as sections for a terminal. */
export function showExplanation(explained: ExplainedQuery): string {
  const { sql, bindings, plan, conditions, warnings } = explained;
  const sections = [
    section('canonical', [explained.conversation_query]),
    section('sql', [sql]),
    section(
      'bindings',
      bindings.map((binding, index) => `$${index + 1} = ${JSON.stringify(binding)}`),
    ),
    section('plan', planLines(plan)),
    section(
      'conditions',
      conditions.map(({ field, index, reason, command }) => {
        if (index === undefined) return `${field}: no index, because ${reason}`;
        const own = command === undefined ? '' : `; one of its own, newest first, would serve it better: ${command}`;
        return `${field}: ${index}${own}`;
      }),
    ),
    section('index used', explained.indexes_used.length === 0 ? ['none'] : explained.indexes_used),
    section('warnings', warnings),
  ];
  return sections.filter((text) => text !== '').join('\n');
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `${title}\n${lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`).join('\n')}`;
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Plan Rows'?: number;
  readonly 'Total Cost'?: number;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Filter?: string;
  readonly 'Sort Key'?: readonly string[];
  readonly Plans?: readonly Plan[];
}

/** The plan as Postgres's own text form has it: one node a line, its conditions below. */
function planLines(plan: unknown): readonly string[] {
  const root = (plan as readonly { Plan?: Plan }[] | undefined)?.[0]?.Plan;
  return root === undefined ? [] : nodeLines(root, 0);
}

function nodeLines(node: Plan, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const on =
    node['Index Name'] === undefined
      ? node['Relation Name'] && ` on ${node['Relation Name']}`
      : ` using ${node['Index Name']}`;
  const details = [
    ['Index Cond', node['Index Cond']],
    ['Recheck Cond', node['Recheck Cond']],
    ['Filter', node.Filter],
    ['Sort Key', node['Sort Key']?.join(', ')],
  ] as const;
  return [
    `${indent}${depth === 0 ? '' : '-> '}${node['Node Type']}${on ?? ''}  (cost ${node['Total Cost']}, rows ${node['Plan Rows']})`,
    ...details.flatMap(([name, text]) => (text === undefined ? [] : [`${indent}     ${name}: ${text}`])),
    ...(node.Plans ?? []).flatMap((child) => nodeLines(child, depth + 1)),
  ];
}
