import type {
  Condition,
  Field,
  Filter,
  Group,
  OrderTerm,
  PathStep,
  Query,
  SelectItem,
  Value,
  WholeNumber,
} from './ast.js';
import { COLUMN_TYPES, LIMITS } from './fields.js';
import { encodeQuoted, encodeText, encodeValue } from './print/percent-encode.js';
import {
  arrayElementNeedsQuotes,
  elementNeedsQuotes,
  isParameterName,
  isWord,
  keyNeedsQuotes,
  nameNeedsQuotes,
  quoted,
  treeValueNeedsQuotes,
} from './quote.js';

/**
 * The canonical text of a query: conditions and trees as they stand, then limit, offset, order and select.
 *
 * `parse(print(query))` and `parseHttp(print(query))` equal the query but for places. The text is ASCII and safe in a
 * URL; placeholders of a prepared query print as `{{name}}`.
 */
export function print(query: Query): string {
  let text = '';
  for (const filter of query.where) text += `&${filter.kind === 'group' ? printTree(filter) : printParameter(filter)}`;
  if (query.limit) text += `&limit=${printWholeNumber(query.limit)}`;
  if (query.offset) text += `&offset=${printWholeNumber(query.offset)}`;
  if (query.order?.length) text += `&order=${query.order.map(printOrderTerm).join(',')}`;
  if (query.select?.length) text += `&select=${query.select.map(printSelectItem).join(',')}`;
  return text.slice(1);
}

/** `metadata->"a.b"`: a column or path as a tree, an order or a message shows it. */
export function printField({ column, path }: Field): string {
  return printName(column) + printPath(path, '->');
}

function printName(name: string): string {
  return isWord(name) ? name : encodeText(nameNeedsQuotes(name) ? quoted(name) : name);
}

function printPath(path: readonly PathStep[], lastArrow: '->' | '->>'): string {
  let text = '';
  for (let at = 0; at < path.length; at++) {
    text += (at === path.length - 1 ? lastArrow : '->') + printStep(path[at]!);
  }
  return text;
}

function printStep(step: PathStep): string {
  if (step.kind === 'index') return String(step.index);
  return encodeText(keyNeedsQuotes(step.key) ? quoted(step.key) : step.key);
}

/** A condition of the top level: `field=op.value`. */
function printParameter(condition: Condition): string {
  const { column, path } = condition.field;
  const name = isParameterName(column) ? quoted(column) : printName(column);
  const field = name + printPath(path, '->');
  return `${field.includes('=') ? field.replaceAll('=', '%3D') : field}=${printTest(condition, 0)}`;
}

/** A tree of the top level: `or=(…)`. */
function printTree(group: Group): string {
  return `${group.negated ? 'not.' : ''}${group.conjunction}=(${printMembers(group, 1)})`;
}

function printMembers(group: Group, level: number): string {
  return group.members.map((member) => printMember(member, level)).join(',');
}

function printMember(filter: Filter, level: number): string {
  if (filter.kind === 'condition') return `${printField(filter.field)}.${printTest(filter, level)}`;
  return `${filter.negated ? 'not.' : ''}${filter.conjunction}(${printMembers(filter, level + 1)})`;
}

/** `not.op(any).operand`. `level` counts the open parentheses of trees; 0 is the top level, where a value is raw. */
function printTest(condition: Condition, level: number): string {
  const argument = condition.quantifier ?? condition.configuration;
  const operator = argument === undefined ? condition.operator : `${condition.operator}(${encodeText(argument)})`;
  return `${condition.negated ? 'not.' : ''}${operator}.${printOperand(condition, level)}`;
}

function printOperand({ operator, operand, field }: Condition, level: number): string {
  const isTime = field.path.length === 0 && COLUMN_TYPES[field.column as keyof typeof COLUMN_TYPES] === 'time';
  if (operand.kind === 'list') {
    return operator === 'in'
      ? `(${operand.elements.map((element) => printElement(element, elementNeedsQuotes, isTime)).join(',')})`
      : `{${operand.elements.map((element) => printElement(element, arrayElementNeedsQuotes, isTime)).join(',')}}`;
  }
  if (operand.kind === 'text' && level === 0) return encodeValue(operand.text, 'value', isTime);
  return printElement(operand, (text) => treeValueNeedsQuotes(text, LIMITS.levels - level), isTime);
}

function printElement(value: Value, needsQuotes: (text: string) => boolean, isTime: boolean): string {
  if (value.kind === 'placeholder') return `{{${encodeText(value.name)}}}`;
  if (needsQuotes(value.text)) return encodeQuoted(quoted(value.text));
  return encodeValue(value.text, 'element', isTime);
}

function printOrderTerm(term: OrderTerm): string {
  const nulls = term.nulls === undefined ? '' : `.nulls${term.nulls}`;
  return `${printField(term.field)}.${term.direction}${nulls}`;
}

function printSelectItem(item: SelectItem): string {
  if (item.kind === 'all') return '*';
  const { column, path } = item.field;
  const field = printName(column) + printPath(path, item.as === 'text' ? '->>' : '->');
  return item.alias === undefined ? field : `${printName(item.alias)}:${field}`;
}

/** In digits, whatever its size: one that is too large is refused as out of range, and `1e+21` would be as no number. */
function printWholeNumber({ value }: WholeNumber): string {
  if (!Number.isFinite(value)) return `1${'0'.repeat(309)}`;
  return Number.isSafeInteger(value) ? String(value) : BigInt(value).toString();
}
