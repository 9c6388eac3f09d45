import type { CheckedValue, Target, Test } from '../checked-query.js';
import type { Writing } from './binding.js';
import { textValue } from './equal-forms.js';
import { COMPARISON_SQL, OPPOSITE_SQL, ofEmptyList, PATTERN_SQL, quantified } from './quantified.js';
import { resolveTime } from './resolve-time.js';
import { matchesSearch } from './text-search.js';

type ColumnTarget = Extract<Target, { type: 'uuid' | 'text' | 'time' }>;

const CASTS = { uuid: 'uuid', text: 'text', time: 'timestamptz' } as const;

/**
 * A condition on `id`, `name` or a time. Only `name` can be NULL, and plain SQL operators treat that as the language does.
 * Negative forms use the opposite operator, which an index can serve as well.
 */
export function columnCondition(target: ColumnTarget, test: Test, negated: boolean, writing: Writing): string {
  const { column } = target;
  const cast = CASTS[target.type];
  switch (test.kind) {
    case 'equals': {
      const texts = textsOf(test.values, writing);
      // Of an empty list, and of an id that is no uuid, which equals no row: `id` is never unknown.
      if (texts.length === 0) return ofEmptyList('any', negated);
      return negated
        ? `${column} ${quantified('<>', 'all', texts, cast, writing)}`
        : `${column} ${quantified('=', 'any', texts, cast, writing)}`;
    }
    case 'equals-all': {
      if (test.values.length === 0) return ofEmptyList('all', negated);
      const texts = textsOf(test.values, writing);
      if (texts.length < test.values.length) return ofEmptyList('any', negated);
      return negated
        ? `${column} ${quantified('<>', 'any', texts, cast, writing)}`
        : `${column} ${quantified('=', 'all', texts, cast, writing)}`;
    }
    case 'distinct': {
      const texts = textsOf([test.value], writing);
      if (texts.length === 0) return ofEmptyList('all', negated);
      return `${column} ${quantified(negated ? '=' : 'is distinct from', 'any', texts, cast, writing)}`;
    }
    case 'compare': {
      const texts = textsOf(test.values, writing);
      return compared(column, COMPARISON_SQL[test.comparison], test.quantifier, texts, cast, negated, writing);
    }
    case 'pattern':
      return compared(column, PATTERN_SQL[test.operator], test.quantifier, test.patterns, cast, negated, writing);
    case 'search': {
      const matches = matchesSearch(() => column, test, writing);
      return negated ? `not (${matches})` : matches;
    }
    case 'is':
      return (test.keyword === 'null') !== negated ? `${column} is null` : `${column} is not null`;
    default:
      throw new Error(`The test "${test.kind}" is not defined for the field "${column}".`);
  }
}

function compared(
  column: string,
  operator: string,
  quantifier: 'any' | 'all',
  texts: readonly string[],
  cast: string,
  negated: boolean,
  writing: Writing,
): string {
  if (texts.length === 0) return ofEmptyList(quantifier, negated);
  if (!negated) return `${column} ${quantified(operator, quantifier, texts, cast, writing)}`;
  return `${column} ${quantified(OPPOSITE_SQL[operator]!, quantifier === 'any' ? 'all' : 'any', texts, cast, writing)}`;
}

/** The values as texts of the column's type; those that no row can have are left out. */
function textsOf(values: readonly CheckedValue[], { now }: Writing): string[] {
  const texts: string[] = [];
  for (const value of values) {
    const text = textOf(value, now);
    if (text !== undefined) texts.push(text);
  }
  return texts;
}

function textOf(value: CheckedValue, now: Date): string | undefined {
  switch (value.kind) {
    case 'uuid':
      return value.uuid;
    case 'time':
    case 'relative-time':
      return resolveTime(value, now);
    default:
      return textValue(value).text;
  }
}
