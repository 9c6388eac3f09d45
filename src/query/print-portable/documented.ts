import type { Condition, Field, Filter, Group, Operator, OrderTerm, Query } from '../ast.js';
import { printField } from '../print.js';
import { elementNeedsQuotes, keyNeedsQuotes } from '../quote.js';
import type { Warning } from '../warning.js';

/** What Telnyx documents for List Conversations and so for `memory.conversation_query`. All else is "PostgREST-style". */
const DOCUMENTED_COLUMNS: readonly string[] = ['id', 'name', 'created_at', 'last_message_at'];
const DOCUMENTED_ORDER: readonly string[] = ['created_at', 'last_message_at'];
const DOCUMENTED_OPERATORS: readonly Operator[] = ['eq', 'gte', 'lte', 'like'];

/** A column that Telnyx documents, or `metadata->key` with a key that needs no quotes. */
export function isDocumentedField({ column, path }: Field): boolean {
  if (column !== 'metadata') return path.length === 0 && DOCUMENTED_COLUMNS.includes(column);
  const [step, ...deeper] = path;
  return step?.kind === 'key' && deeper.length === 0 && !keyNeedsQuotes(step.key);
}

/** `eq`, `gte`, `lte` or `like`, without `not.` and without `(any)` or `(all)`. */
export function isDocumentedTest({ negated, operator, quantifier }: Condition): boolean {
  return !negated && quantifier === undefined && DOCUMENTED_OPERATORS.includes(operator);
}

/** A warning at each place of a rewritten query that Telnyx does not document, in the order of the text. */
export function undocumented(query: Query): readonly Warning[] {
  const trees = query.where.filter((filter) => filter.kind === 'group');
  return [
    ...query.where.flatMap((filter) => (filter.kind === 'group' ? inTree(filter) : inCondition(filter))),
    ...trees.slice(1).map(
      (tree): Warning => ({
        code: 'RQW203',
        message: `Telnyx documents one "or" in a query, and this is another.`,
        hint: 'Ask with one tree, and put what all must hold beside it.',
        location: tree.location,
      }),
    ),
    ...inOrder(query.order ?? []),
    ...inOffset(query),
  ];
}

function inTree(tree: Group): readonly Warning[] {
  return tree.members.flatMap((member: Filter) => {
    if (member.kind === 'condition') return [...inCondition(member), ...inTreeValue(member)];
    const nested: Warning = {
      code: 'RQW203',
      message: `Telnyx documents trees of plain conditions, and this one holds another "${member.conjunction}".`,
      hint: 'Ask with or=(field.operator.value,…) alone.',
      location: member.location,
    };
    return [nested, ...inTree(member)];
  });
}

function inCondition(condition: Condition): readonly Warning[] {
  const warnings: Warning[] = [];
  const { field, negated, operator, operatorLocation } = condition;
  if (!isDocumentedField(field)) warnings.push(undocumentedField(field));
  if (!isDocumentedTest(condition)) {
    const argument = condition.quantifier ?? condition.configuration;
    const shown = `${negated ? 'not.' : ''}${operator}${argument === undefined ? '' : `(${argument})`}`;
    warnings.push({
      code: 'RQW202',
      message: `Telnyx does not document "${shown}".`,
      hint: `It documents ${DOCUMENTED_OPERATORS.join(', ')}.`,
      location: operatorLocation,
    });
  }
  return warnings;
}

function undocumentedField(field: Field): Warning {
  const shown = printField(field);
  const [step, ...deeper] = field.path;
  if (field.column === 'metadata' && step?.kind === 'key' && deeper.length === 0) {
    return {
      code: 'RQW206',
      message: `Telnyx does not document quotes, which "${shown}" needs.`,
      hint: 'Keys of letters, digits, "_" and "-" need none.',
      location: field.location,
    };
  }
  return {
    code: 'RQW201',
    message: `Telnyx does not document a filter on "${shown}".`,
    hint: `It documents ${DOCUMENTED_COLUMNS.join(', ')} and metadata->key.`,
    location: field.location,
  };
}

function inTreeValue({ operand }: Condition): readonly Warning[] {
  if (operand.kind !== 'text' || !elementNeedsQuotes(operand.text)) return [];
  return [
    {
      code: 'RQW206',
      message: 'Telnyx does not document quotes, which this value needs inside a tree.',
      hint: 'Outside a tree a value is raw to its end.',
      location: operand.location,
    },
  ];
}

function inOrder(order: readonly OrderTerm[]): readonly Warning[] {
  return order.flatMap(({ field, location, nulls }, index): Warning[] => {
    const isDocumented = field.path.length === 0 && DOCUMENTED_ORDER.includes(field.column);
    if (isDocumented && index === 0 && nulls === undefined) return [];
    return [
      {
        code: 'RQW204',
        message: `Telnyx does not document an order by "${printField(field)}"${isDocumented ? ' beside another' : ''}.`,
        hint: 'It documents an order by created_at or by last_message_at.',
        location,
      },
    ];
  });
}

function inOffset({ offset }: Query): readonly Warning[] {
  if (offset === undefined) return [];
  return [
    {
      code: 'RQW205',
      message: `Telnyx does not document offset, so it may not skip ${offset.value}.`,
      hint: 'A memory is the newest conversations: leave offset out.',
      location: offset.location,
    },
  ];
}
