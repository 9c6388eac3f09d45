import type { CheckedValue, Test } from '../checked-query.js';
import {
  containedElements,
  containsElements,
  containsJson,
  isContainedIn,
  overlapsElements,
  overlapsJson,
} from './array-condition.js';
import type { IndexedKeys, Writing } from './binding.js';
import { formsOf, formsOfAll, formsOfAny, textValue } from './equal-forms.js';
import { isOneOf, PATH_FINDS } from './json-path.js';
import {
  INDEXED_CHARACTERS,
  indexedExpression,
  jsonPathTo,
  type Path,
  plainKeyOf,
  standardKeyOf,
  valueAt,
} from './metadata-path.js';
import { COMPARISON_SQL, ofEmptyList, PATTERN_SQL, quantified } from './quantified.js';
import { matchesSearch } from './text-search.js';

type Comparing = Extract<Test, { kind: 'compare' }>;
type Keyword = Extract<Test, { kind: 'is' }>['keyword'];

/**
 * A condition on a value inside `metadata`. A missing value and JSON null are unknown: true of neither form, but for `is`, isdistinct
 * and empty lists. A value of another kind than the test is about isn't unknown: the test is false of it.
 */
export function pathCondition(path: Path, test: Test, negated: boolean, writing: Writing): string {
  switch (test.kind) {
    case 'equals':
      if (test.values.length === 0) return ofEmptyList('any', negated);
      return negated ? equals(path, formsOfAny(test.values), true, writing) : isOneOfValues(path, test.values, writing);
    case 'equals-all':
      if (test.values.length === 0) return ofEmptyList('all', negated);
      return equals(path, formsOfAll(test.values), negated, writing);
    case 'distinct': {
      const forms = formsOf(textValue(test.value));
      return negated ? equals(path, forms, false, writing) : isDistinct(path, forms, writing);
    }
    case 'is':
      return hasKeyword(path, test.keyword, negated, writing);
    case 'compare':
      if (test.values.length === 0) return ofEmptyList(test.quantifier, negated);
      return known(path, negated, writing, () => compares(path, test, writing));
    case 'pattern':
      if (test.patterns.length === 0) return ofEmptyList(test.quantifier, negated);
      return known(path, negated, writing, () => {
        const text = `${textAt(path, writing)} collate "C"`;
        return `${text} ${quantified(PATTERN_SQL[test.operator], test.quantifier, test.patterns, 'text', writing)}`;
      });
    case 'search':
      return known(path, negated, writing, () => matchesSearch(() => textAt(path, writing), test, writing));
    case 'contains':
      return known(path, negated, writing, () => containsJson(path, test.json, writing));
    case 'contained':
      return known(path, negated, writing, () => isContainedIn(path, test.jsonKind, test.json, writing));
    case 'contains-elements':
      return known(path, negated, writing, () => containsElements(path, test.elements, writing));
    case 'contained-elements':
      return known(path, negated, writing, () => containedElements(path, test.elements, writing));
    case 'overlaps-elements':
      return known(path, negated, writing, () => overlapsElements(path, test.elements, writing));
    case 'overlaps':
      return known(path, negated, writing, () => overlapsJson(path, test.elements, writing));
  }
}

/** The positive form as it is; negated, it must not be true of what is unknown. */
function known(path: Path, negated: boolean, writing: Writing, positive: () => string): string {
  if (!negated) return positive();
  return `(${valueAt(path, writing)} <> 'null'::jsonb and (${positive()}) is not true)`;
}

/** Texts that the text form of a number, a boolean, an array or an object could be: `->>` doesn't tell them from a string. */
const TEXT_OF_ANOTHER_KIND = /^(?:-?[\d.]+$|true$|false$|[[{])/;

/** Whether the standard key's index, which is of the text form, says all that equality asks. */
export function isServedByStandardKey(path: Path, values: readonly CheckedValue[]): boolean {
  return standardKeyOf(path) !== undefined && areStringsOnly(values);
}

/** Whether an index of the key's own, if there were one, would say all that equality asks. */
export function canHaveOwnIndex(path: Path, values: readonly CheckedValue[]): boolean {
  return (
    plainKeyOf(path) !== undefined &&
    areStringsOnly(values) &&
    values.every((value) => textValue(value).text.length < INDEXED_CHARACTERS)
  );
}

/** Whether no number, boolean, array or object has one of these texts. */
function areStringsOnly(values: readonly CheckedValue[]): boolean {
  return values.map(textValue).every(({ text, number }) => number === undefined && !TEXT_OF_ANOTHER_KIND.test(text));
}

/**
 * The text expression that an index of the path's key is made of, in `last_message_at` order, where equality with all of these values is
 * equality of that text. Undefined where there is no such index.
 */
export function indexedTextOf(
  path: Path,
  values: readonly CheckedValue[],
  indexedKeys: IndexedKeys | undefined,
): string | undefined {
  if (isServedByStandardKey(path, values)) return `(metadata->>'${standardKeyOf(path)}')`;
  const key = plainKeyOf(path);
  if (key === undefined || indexedKeys?.has(key) !== true || !canHaveOwnIndex(path, values)) return undefined;
  return indexedExpression(key);
}

/** By the expression that an index is made of, which gives the rows of a value in `last_message_at` order, or by all JSON forms. */
function isOneOfValues(path: Path, values: readonly CheckedValue[], writing: Writing): string {
  const expression = indexedTextOf(path, values, writing.indexedKeys);
  if (expression === undefined) return equals(path, formsOfAny(values), false, writing);
  const texts = values.map((value) => textValue(value).text);
  return `${expression} ${quantified('=', 'any', texts, 'text', writing)}`;
}

function equals(path: Path, forms: readonly string[], negated: boolean, writing: Writing): string {
  if (negated) {
    const value = valueAt(path, writing);
    writing.bindings.push([...forms, 'null']);
    return `${value} <> all(?::jsonb[])`;
  }
  if (forms.length === 0) return 'false';
  writing.bindings.push(`${jsonPathTo(path)} ? (${isOneOf(forms)})`);
  return PATH_FINDS;
}

function isDistinct(path: Path, forms: readonly string[], writing: Writing): string {
  const value = valueAt(path, writing);
  writing.bindings.push(forms);
  return `(${value} = any(?::jsonb[])) is not true`;
}

function hasKeyword(path: Path, keyword: Keyword, negated: boolean, writing: Writing): string {
  if (keyword === 'true' || keyword === 'false') {
    const forms = [`"${keyword}"`, keyword];
    return negated ? isDistinct(path, forms, writing) : equals(path, forms, false, writing);
  }
  if ((keyword === 'null') === negated) return `${valueAt(path, writing)} <> 'null'::jsonb`;
  return `(${valueAt(path, writing)} is null or ${valueAt(path, writing)} = 'null'::jsonb)`;
}

/** Numbers and numeric strings with the numbers on the right, strings with the other texts. */
function compares(path: Path, { comparison, quantifier, values }: Comparing, writing: Writing): string {
  const operator = COMPARISON_SQL[comparison];
  const numbers: string[] = [];
  const texts: string[] = [];
  for (const value of values) {
    const { number, text } = textValue(value);
    if (number === undefined) texts.push(text);
    else numbers.push(number);
  }
  const comparesNumber = () =>
    `metadata_number(${valueAt(path, writing)}) ${quantified(operator, quantifier, numbers, 'numeric', writing)}`;
  const comparesText = () => {
    const isText = `jsonb_typeof(${valueAt(path, writing)}) = 'string'`;
    const text = `(${valueAt(path, writing)} #>> '{}') collate "C"`;
    return `(${isText} and ${text} ${quantified(operator, quantifier, texts, 'text', writing)})`;
  };
  if (texts.length === 0) return comparesNumber();
  if (numbers.length === 0) return comparesText();
  return `(${comparesNumber()} ${quantifier === 'any' ? 'or' : 'and'} ${comparesText()})`;
}

/** The text of a string, a number or a boolean; NULL for all else. */
function textAt(path: Path, writing: Writing): string {
  return `metadata_text(${valueAt(path, writing)})`;
}
