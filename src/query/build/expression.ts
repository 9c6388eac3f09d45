import {
  type Field,
  type Filter,
  type Group,
  NOWHERE,
  type OrderTerm,
  type PathStep,
  type SelectField,
} from '../ast.js';
import { COLUMN_TYPES, type Column, type ColumnType } from '../fields.js';
import { type Tests, testsOf } from './field-tests.js';
import { textOf } from './values.js';

/** A key of `metadata`, then keys and array indexes inside it: `'order', 'items', 0, 'sku'`. */
export type Path = readonly [key: string, ...steps: (string | number)[]];

/** A field that stands for itself: in `order` and `select`, and with its operators as a condition in a tree. */
export type FieldReference<Type extends 'uuid' | 'text' | 'time' | 'json' | 'path'> = Tests<Type, Filter> & {
  readonly field: Field;
  /** For `select`: under another name. */
  as(alias: string): SelectField;
};

/** A metadata value: `select` gives it as JSON, or as text with `asText`. */
export type PathReference = FieldReference<'path'> & {
  /** For `select`: its text, as `->>` gives it; under another name where one is given. */
  asText(alias?: string): SelectField;
};

/** A column, for a condition inside `or`, `and` and `not`: `where('name').like('Voice*')`. */
export function where<Name extends Column>(column: Name): FieldReference<ColumnType<Name>> {
  const field = columnOf(column);
  const tests = testsOf(COLUMN_TYPES[column] as ColumnType<Name>, field, (condition): Filter => condition);
  return Object.assign(tests, { field, as: (alias: string) => selectOf(field, 'json', alias) });
}

/** A metadata value, for a condition inside `or`, `and` and `not`, an order or a select: `metadata('group').eq('vip')`. */
export function metadata(...path: Path): PathReference {
  const field = pathOf(path);
  const tests = testsOf('path', field, (condition): Filter => condition);
  return Object.assign(tests, {
    field,
    as: (alias: string) => selectOf(field, 'json', alias),
    asText: (alias?: string) => selectOf(field, 'text', alias),
  });
}

/** True where one of the filters is. */
export function or(first: Filter, ...more: readonly Filter[]): Group {
  return groupOf('or', [first, ...more]);
}

/** True where each of the filters is. */
export function and(first: Filter, ...more: readonly Filter[]): Group {
  return groupOf('and', [first, ...more]);
}

/** The opposite of a condition or a tree. */
export function not(filter: Filter): Filter {
  return { ...filter, negated: !filter.negated };
}

function groupOf(conjunction: Group['conjunction'], members: readonly Filter[]): Group {
  return { kind: 'group', negated: false, conjunction, members, location: NOWHERE };
}

export function columnOf(column: Column): Field {
  return { kind: 'field', column, path: [], location: NOWHERE };
}

export function pathOf(path: Path): Field {
  return { kind: 'field', column: 'metadata', path: path.map(stepOf), location: NOWHERE };
}

/** Throws a TypeError for an index that is none of 32 bits, which is all that Postgres knows. */
function stepOf(step: string | number): PathStep {
  if (typeof step === 'string') return { kind: 'key', key: textOf(step) };
  if ((step | 0) !== step) throw new TypeError(`An array index is a whole number of 32 bits, not ${step}.`);
  return { kind: 'index', index: step + 0 };
}

export function selectOf(field: Field, as: SelectField['as'], alias?: string): SelectField {
  const item = { kind: 'select', field, as, location: NOWHERE } as const;
  return alias === undefined ? item : { ...item, alias: textOf(alias) };
}

export function orderOf(field: Field, direction: OrderTerm['direction'], nulls?: OrderTerm['nulls']): OrderTerm {
  const term = { kind: 'order', field, direction, location: NOWHERE } as const;
  return nulls === undefined ? term : { ...term, nulls };
}
