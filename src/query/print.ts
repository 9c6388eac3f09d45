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
import { encodeParameterName, encodeQuoted, encodeText, encodeValue } from './print/percent-encode.js';
import {
  arrayElementNeedsQuotes,
  elementNeedsQuotes,
  keyNeedsQuotes,
  nameNeedsQuotes,
  parameterNameNeedsQuotes,
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
  const parameters: string[] = [];
  for (const filter of query.where) {
    parameters.push(filter.kind === 'group' ? printTree(filter) : printParameter(filter));
  }
  if (query.limit) parameters.push(`limit=${printWholeNumber(query.limit)}`);
  if (query.offset) parameters.push(`offset=${printWholeNumber(query.offset)}`);
  if (query.order?.length) parameters.push(`order=${query.order.map(printOrderTerm).join(',')}`);
  if (query.select?.length) parameters.push(`select=${query.select.map(printSelectItem).join(',')}`);
  return parameters.join('&');
}

/** `metadata->"a.b"`: a column or path as a tree, an order or a message shows it. */
export function printField(field: Field): string {
  return encodeText(fieldText(field));
}

function fieldText(field: Field, lastArrow = '->'): string {
  const column = nameNeedsQuotes(field.column) ? quoted(field.column) : field.column;
  return field.path.length === 0 ? column : column + pathText(field.path, lastArrow);
}

function pathText(path: readonly PathStep[], lastArrow = '->'): string {
  let text = '';
  for (let at = 0; at < path.length; at++) {
    const step = path[at]!;
    text += at === path.length - 1 ? lastArrow : '->';
    if (step.kind === 'index') text += step.index;
    else text += keyNeedsQuotes(step.key) ? quoted(step.key) : step.key;
  }
  return text;
}

/** A condition of the top level: `field=op.value`. */
function printParameter(condition: Condition): string {
  const { column, path } = condition.field;
  const name = parameterNameNeedsQuotes(column) ? quoted(column) : column;
  return `${encodeParameterName(name + pathText(path))}=${printTest(condition, 0)}`;
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
  const field = fieldText(item.field, item.as === 'text' ? '->>' : '->');
  if (item.alias === undefined) return encodeText(field);
  return encodeText(`${nameNeedsQuotes(item.alias) ? quoted(item.alias) : item.alias}:${field}`);
}

/** In digits, whatever its size: a number out of range is for the check to refuse, and `1e+21` could not be read back. */
function printWholeNumber({ value }: WholeNumber): string {
  if (value === Number.POSITIVE_INFINITY) return `1${'0'.repeat(309)}`;
  return Number.isSafeInteger(value) ? String(value) : BigInt(value).toString();
}
