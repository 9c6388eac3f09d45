import type { Field, Filter, Operand, Query, Value } from '../../query/ast.js';
import { parse, print, QueryError } from '../../query/index.js';
import { isUuid } from '../../uuid.js';
import { isPlainKey, maskText } from './mask-text.js';

/** Larger numbers are no paging: they could be somebody's. */
const NUMBER_MAX = 9_999;

const TIME_COLUMNS: ReadonlySet<string> = new Set(['created_at', 'last_message_at']);
const TIME =
  /^(?:\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?|now(?:-\d{1,4}[smhdw])?)$/;
const IS_WORDS = /^(?:not_)?(?:null|true|false|unknown)$/i;

/**
 * A memory query whose values are masked, and whose fields, operators and times can be read: for a person, not to be run. One that
 * cannot be read is masked as a whole.
 *
 * @param read as `parse`; places in the text are not looked at
 */
export function maskQuery(text: string, read: (text: string) => Query = parse): string {
  try {
    const values: string[] = [];
    const query = masked(read(text), values);
    // Words that print as they stand, for the masks themselves would be percent-encoded.
    return query === undefined
      ? maskText(text)
      : print(query).replace(/mask(\d+)mask/g, (_, index) => values[Number(index)] ?? '');
  } catch (error) {
    if (error instanceof QueryError) return maskText(text);
    throw error;
  }
}

const INSIGHT_IDS = /^insight_ids=([\w-]+(?:,[\w-]+)*)$/;

/** `insight_ids=…` names insights, which are nobody's data; everything else is masked. */
export function maskInsightQuery(text: string): string {
  const ids = INSIGHT_IDS.exec(text)?.[1]?.split(',');
  return ids?.every((id) => isUuid(id) || !/\d{5,}/.test(id)) ? text : maskText(text);
}

function masked(query: Query, values: string[]): Query | undefined {
  const fields = [
    ...(query.order ?? []),
    ...(query.select ?? []).flatMap((item) => (item.kind === 'all' ? [] : [item])),
  ];
  const numbers = [query.limit, query.offset].flatMap((number) => (number === undefined ? [] : [number.value]));
  if (numbers.some((number) => number > NUMBER_MAX) || !fields.every(({ field }) => isPlain(field))) return undefined;
  if (query.select?.some((item) => item.kind === 'select' && item.alias !== undefined && !isPlainKey(item.alias))) {
    return undefined;
  }
  if (!query.where.every(isPlainFilter)) return undefined;
  return { ...query, where: query.where.map((filter) => maskFilter(filter, values)) };
}

function isPlainFilter(filter: Filter): boolean {
  if (filter.kind === 'group') return filter.members.every(isPlainFilter);
  return isPlain(filter.field) && (filter.configuration === undefined || isPlainKey(filter.configuration));
}

function isPlain({ column, path }: Field): boolean {
  return (
    isPlainKey(column) && path.every((step) => (step.kind === 'key' ? isPlainKey(step.key) : step.index <= NUMBER_MAX))
  );
}

function maskFilter(filter: Filter, values: string[]): Filter {
  if (filter.kind === 'group') {
    return { ...filter, members: filter.members.map((member) => maskFilter(member, values)) };
  }
  const isTime = TIME_COLUMNS.has(filter.field.column);
  const stays = (text: string) => (isTime && TIME.test(text)) || (filter.operator === 'is' && IS_WORDS.test(text));
  const maskOne = (value: Value): Value => {
    if (value.kind === 'placeholder' || stays(value.text)) return value;
    values.push(maskText(value.text));
    return { ...value, text: `mask${values.length - 1}mask` };
  };
  return { ...filter, operand: maskOperand(filter.operand, maskOne) };
}

function maskOperand(operand: Operand, maskOne: (value: Value) => Value): Operand {
  return operand.kind === 'list' ? { ...operand, elements: operand.elements.map(maskOne) } : maskOne(operand);
}
