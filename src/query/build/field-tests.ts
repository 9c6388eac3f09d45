import { type Condition, type Field, NOWHERE, type Operator, type Text } from '../ast.js';
import {
  type FieldType,
  type OperatorOf,
  QUANTIFIED_OPERATORS,
  type QuantifiedOperator,
  TEXT_SEARCH_OPERATORS,
  TYPE_OPERATORS,
} from '../fields.js';
import {
  type ArrayLiteral,
  type BuilderValue,
  type Json,
  type JsonObject,
  type RelativeTime,
  type Scalar,
  textOf,
} from './values.js';

/** What a field of a type is compared with. A time as text is a date, a date and time, or relative: `now-10d`. */
interface ValueOf {
  readonly uuid: string;
  readonly text: string;
  readonly time: Date | RelativeTime | string;
  readonly json: JsonObject;
  readonly path: Scalar;
}

/** A metadata value can be true or false; a column can only be missing or not. */
type IsKeyword<Type extends FieldType> =
  | 'null'
  | 'not_null'
  | (Type extends 'path' ? 'true' | 'false' | 'unknown' : never);

/** One value, or `.any([…])` and `.all([…])` of several. */
interface Quantified<Value, Result> {
  (value: Value): Result;
  /** True where it holds for one of the values; of no values it is false. */
  any(values: readonly Value[]): Result;
  /** True where it holds for each of the values; of no values it is true. */
  all(values: readonly Value[]): Result;
}

type TextSearchOperator = 'fts' | 'plfts' | 'phfts' | 'wfts';
type PatternOperator = 'like' | 'ilike' | 'match' | 'imatch';

/** How the builder's method of an operator is called on a field of a type. */
type TestOf<Type extends FieldType, Name extends Operator, Result> = Name extends 'in'
  ? (values: readonly ValueOf[Type][]) => Result
  : Name extends 'is'
    ? (keyword: IsKeyword<Type>) => Result
    : Name extends TextSearchOperator
      ? (text: string, configuration?: string) => Result
      : Name extends PatternOperator
        ? Quantified<string, Result>
        : Name extends 'ov'
          ? (value: readonly Json[] | ArrayLiteral) => Result
          : Type extends 'json'
            ? (value: JsonObject) => Result
            : Name extends 'cs' | 'cd'
              ? (value: readonly Json[] | JsonObject | ArrayLiteral) => Result
              : Name extends QuantifiedOperator
                ? Quantified<ValueOf[Type], Result>
                : (value: ValueOf[Type]) => Result;

/** The operators that a field of a type has, by the catalogue, as methods. */
export type FieldTests<Type extends FieldType, Result> = {
  readonly [Name in OperatorOf<Type>]: TestOf<Type, Name, Result>;
};

/** The operators, and each of them negated behind `not`. */
export type Tests<Type extends FieldType, Result> = FieldTests<Type, Result> & {
  readonly not: FieldTests<Type, Result>;
};

/** The methods of a field; each makes a condition and gives what `finish` makes of it. */
export function testsOf<Type extends FieldType, Result>(
  type: Type,
  field: Field,
  finish: (condition: Condition) => Result,
): Tests<Type, Result> {
  const tests = methods(type, field, false, finish);
  Object.defineProperty(tests, 'not', { get: () => methods(type, field, true, finish) });
  return tests as unknown as Tests<Type, Result>;
}

function methods(type: FieldType, field: Field, negated: boolean, finish: (condition: Condition) => unknown): object {
  const conditionOf = (operator: Operator, rest: Pick<Condition, 'operand' | 'quantifier' | 'configuration'>) =>
    finish({ kind: 'condition', negated, field, operator, operatorLocation: NOWHERE, ...rest, location: NOWHERE });
  return Object.fromEntries(TYPE_OPERATORS[type].map((operator) => [operator, methodOf(operator, conditionOf)]));
}

type ConditionOf = (operator: Operator, rest: Pick<Condition, 'operand' | 'quantifier' | 'configuration'>) => unknown;

function methodOf(operator: Operator, conditionOf: ConditionOf): unknown {
  if (operator === 'in') return (values: readonly BuilderValue[]) => conditionOf(operator, { operand: listOf(values) });
  if (TEXT_SEARCH_OPERATORS.includes(operator)) {
    return (text: string, configuration?: string) =>
      conditionOf(operator, { operand: operandOf(text), ...(configuration !== undefined && { configuration }) });
  }
  const single = (value: BuilderValue) => conditionOf(operator, { operand: operandOf(value) });
  if (!QUANTIFIED_OPERATORS.includes(operator)) return single;
  const quantified = (quantifier: 'any' | 'all') => (values: readonly BuilderValue[]) =>
    conditionOf(operator, { quantifier, operand: listOf(values) });
  return Object.assign(single, { any: quantified('any'), all: quantified('all') });
}

const operandOf = (value: BuilderValue): Text => ({ kind: 'text', text: textOf(value), location: NOWHERE });

function listOf(values: readonly BuilderValue[]): Condition['operand'] {
  return { kind: 'list', elements: values.map(operandOf), location: NOWHERE };
}
