import { NOWHERE, type Quantifier } from '../../../src/query/ast.js';
import type {
  CheckedCondition,
  CheckedFilter,
  CheckedGroup,
  CheckedQuery,
  CheckedValue,
  Comparison,
  Target,
  Test,
  TextValue,
} from '../../../src/query/checked-query.js';

/** Checked queries for tests of the compiler, made without parse and check. */

export const NOW = new Date('2026-03-04T05:06:07.089Z');

type PathTarget = Extract<Target, { type: 'path' }>;

export const id: Target = { type: 'uuid', column: 'id' };
export const name: Target = { type: 'text', column: 'name' };
export const createdAt: Target = { type: 'time', column: 'created_at' };
export const lastMessageAt: Target = { type: 'time', column: 'last_message_at' };
export const metadata: Target = { type: 'json', column: 'metadata' };

/** `metadata->a->0`: a text is a key, a number an index. */
export function path(first: string | number, ...others: (string | number)[]): PathTarget {
  const step = (key: string | number) =>
    typeof key === 'string' ? ({ kind: 'key', key } as const) : ({ kind: 'index', index: key } as const);
  return { type: 'path', column: 'metadata', path: [step(first), ...others.map(step)] };
}

const NUMBER = /^-?(0|[1-9]\d{0,29})(\.\d{1,30})?([eE][+-]?\d{1,2})?$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export function text(value: string): TextValue {
  return {
    kind: 'text',
    text: value,
    ...(NUMBER.test(value) ? { number: value } : {}),
    ...(value === 'true' || value === 'false' ? { boolean: value === 'true' } : {}),
  };
}

/** A text as the value that its target is compared with. */
export function valueFor(target: Target, value: string | CheckedValue): CheckedValue {
  if (typeof value !== 'string') return value;
  switch (target.type) {
    case 'uuid':
      return UUID.test(value) ? { kind: 'uuid', uuid: value } : { kind: 'uuid' };
    case 'time':
      return { kind: 'time', iso: value };
    case 'json':
      return { kind: 'json', json: value };
    default:
      return text(value);
  }
}

export function condition(target: Target, test: Test): CheckedCondition {
  return { kind: 'condition', negated: false, target, test, location: NOWHERE };
}

export function equal(target: Target, ...values: (string | CheckedValue)[]): CheckedCondition {
  return condition(target, { kind: 'equals', values: values.map((value) => valueFor(target, value)) });
}

export function equalAll(target: Target, ...values: string[]): CheckedCondition {
  return condition(target, { kind: 'equals-all', values: values.map((value) => valueFor(target, value)) });
}

export function distinct(target: Target, value: string): CheckedCondition {
  return condition(target, { kind: 'distinct', value: valueFor(target, value) });
}

export function compare(
  target: Target,
  comparison: Comparison,
  values: string | CheckedValue | readonly string[],
  quantifier: Quantifier = 'any',
): CheckedCondition {
  const list = typeof values === 'string' || !Array.isArray(values) ? [values as string | CheckedValue] : values;
  return condition(target, {
    kind: 'compare',
    comparison,
    quantifier,
    values: list.map((value) => valueFor(target, value)),
  });
}

export function pattern(
  target: Target,
  operator: 'like' | 'ilike' | 'match' | 'imatch',
  patterns: string | readonly string[],
  quantifier: Quantifier = 'any',
): CheckedCondition {
  return condition(target, {
    kind: 'pattern',
    operator,
    quantifier,
    patterns: typeof patterns === 'string' ? [patterns] : patterns,
  });
}

export function search(
  target: Target,
  operator: 'fts' | 'plfts' | 'phfts' | 'wfts',
  words: string,
  configuration = 'english',
): CheckedCondition {
  return condition(target, { kind: 'search', operator, configuration, text: words });
}

export function is(target: Target, keyword: 'null' | 'not_null' | 'true' | 'false'): CheckedCondition {
  return condition(target, { kind: 'is', keyword });
}

/** cs, cd and ov with JSON, or with the elements of an array literal. */
export function cs(target: Target, right: string | readonly string[]): CheckedCondition {
  return typeof right === 'string'
    ? condition(target, { kind: 'contains', json: right, jsonKind: jsonKind(right) })
    : condition(target, { kind: 'contains-elements', elements: right.map(text) });
}

export function cd(target: Target, right: string | readonly string[]): CheckedCondition {
  return typeof right === 'string'
    ? condition(target, { kind: 'contained', json: right, jsonKind: jsonKind(right) })
    : condition(target, { kind: 'contained-elements', elements: right.map(text) });
}

export function ov(target: Target, right: string | readonly string[]): CheckedCondition {
  if (typeof right !== 'string') return condition(target, { kind: 'overlaps-elements', elements: right.map(text) });
  const elements = (JSON.parse(right) as unknown[]).map((element) => JSON.stringify(element));
  return condition(target, { kind: 'overlaps', elements });
}

function jsonKind(json: string): 'array' | 'object' {
  return json.startsWith('[') ? 'array' : 'object';
}

export function not<Filter extends CheckedFilter>(filter: Filter): Filter {
  return { ...filter, negated: !filter.negated };
}

export function and(...members: CheckedFilter[]): CheckedGroup {
  return { kind: 'group', negated: false, conjunction: 'and', members };
}

export function or(...members: CheckedFilter[]): CheckedGroup {
  return { kind: 'group', negated: false, conjunction: 'or', members };
}

export function query(where: readonly CheckedFilter[], rest: Partial<CheckedQuery> = {}): CheckedQuery {
  return { kind: 'checked-query', where, order: [], limit: 20, offset: 0, ...rest };
}

export function by(
  target: CheckedQuery['order'][number]['target'] | Target,
  direction: 'asc' | 'desc' = 'asc',
  nulls: 'first' | 'last' = 'last',
): CheckedQuery['order'][number] {
  return { target: target as CheckedQuery['order'][number]['target'], direction, nulls };
}
