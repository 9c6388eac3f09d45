import type { CheckedValue, TextValue } from '../checked-query.js';

/**
 * The JSON scalars that a value equals, as JSON texts: the string of that text, and where the text is a number or a boolean,
 * that too. Arrays and objects equal nothing, so these are all.
 */
export function formsOf(value: TextValue): string[] {
  const forms = [stringForm(value.text)];
  if (value.number !== undefined) forms.push(value.number);
  if (value.boolean !== undefined) forms.push(String(value.boolean));
  return forms;
}

/** The JSON scalars that equal one of the values. */
export function formsOfAny(values: readonly CheckedValue[]): string[] {
  if (values.length === 1) return formsOf(textValue(values[0]!));
  const forms: string[] = [];
  for (const value of values) forms.push(...formsOf(textValue(value)));
  return forms;
}

/** JSON's own quoting is slower than a look at what needs none. */
function stringForm(text: string): string {
  return /^[ !#-[\]-~]*$/.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** The JSON scalars that equal each of the values (at least one): 5 equals both `5` and `5.0`, no string does. */
export function formsOfAll(values: readonly CheckedValue[]): string[] {
  const texts = values.map(textValue);
  const [first, ...others] = texts;
  const forms: string[] = [];
  if (first === undefined) return forms;
  if (others.every(({ text }) => text === first.text)) forms.push(JSON.stringify(first.text));
  const { number, boolean } = first;
  if (number !== undefined && others.every((other) => other.number !== undefined && sameNumber(other.number, number))) {
    forms.push(number);
  }
  if (boolean !== undefined && others.every((other) => other.boolean === boolean)) forms.push(String(boolean));
  return forms;
}

/** The value as what a path or a name is compared with. */
export function textValue(value: CheckedValue): TextValue {
  if (value.kind !== 'text') throw new Error(`A text was expected to be compared with, not a ${value.kind}.`);
  return value;
}

function sameNumber(left: string, right: string): boolean {
  return left === right || plainNumber(left) === plainNumber(right);
}

/** One text for each number, exactly: its digits without zeros at either end, and the power of ten of the last one. */
function plainNumber(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const written = whole + fraction;
  const digits = written.replace(/0+$/, '');
  const significant = digits.replace(/^0+/, '');
  if (significant === '') return '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + written.length - digits.length}`;
}
