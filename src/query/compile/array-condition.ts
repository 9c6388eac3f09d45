import type { TextValue } from '../checked-query.js';
import type { Writing } from './binding.js';
import { formsOf, formsOfAny } from './equal-forms.js';
import { hasElementOfEach, isOneOf, PATH_FINDS } from './json-path.js';
import { documentWith, hasKeysOnly, jsonPathTo, type Path, valueAt } from './metadata-path.js';

/** cs, cd and ov on a value inside `metadata`: false of a value that isn't an array (an object, where the right side is one). */

/** cs with JSON. */
export function containsJson(path: Path, json: string, writing: Writing): string {
  writing.bindings.push(documentWith(path, json));
  const contains = 'metadata @> ?::jsonb';
  if (hasKeysOnly(path)) return contains;
  const value = valueAt(path, writing);
  writing.bindings.push(json);
  return `(${contains} and ${value} @> ?::jsonb)`;
}

/** cd with JSON. */
export function isContainedIn(path: Path, kind: 'array' | 'object', json: string, writing: Writing): string {
  // An array contains a lone scalar, to Postgres: hence the question of what kind the value is.
  const isOfKind = `jsonb_typeof(${valueAt(path, writing)}) = '${kind}'`;
  const value = valueAt(path, writing);
  writing.bindings.push(json);
  return `(${isOfKind} and ${value} <@ ?::jsonb)`;
}

/** cs with an array literal. */
export function containsElements(path: Path, elements: readonly TextValue[], writing: Writing): string {
  if (elements.length === 0) return `jsonb_typeof(${valueAt(path, writing)}) = 'array'`;
  writing.bindings.push(`${jsonPathTo(path)} ? (${hasElementOfEach(elements.map(formsOf))})`);
  return PATH_FINDS;
}

/** cd with an array literal. */
export function containedElements(path: Path, elements: readonly TextValue[], writing: Writing): string {
  return isContainedIn(path, 'array', `[${formsOfAny(elements).join(',')}]`, writing);
}

/** ov with an array literal. */
export function overlapsElements(path: Path, elements: readonly TextValue[], writing: Writing): string {
  return hasElementAmong(path, formsOfAny(elements), writing);
}

/** ov with a JSON array. */
export function overlapsJson(path: Path, elements: readonly string[], writing: Writing): string {
  if (elements.some(isArrayOrObject)) return hasJsonElementAmong(path, elements, writing);
  return hasElementAmong(path, elements.map(plainScalar), writing);
}

function hasElementAmong(path: Path, scalars: readonly string[], writing: Writing): string {
  if (scalars.length === 0) return 'false';
  writing.bindings.push(`${jsonPathTo(path)}[*] ? (${isOneOf(scalars)})`);
  return PATH_FINDS;
}

/** Containing an object isn't having it as an element, so what the index finds is looked at once more. */
function hasJsonElementAmong(path: Path, elements: readonly string[], writing: Writing): string {
  writing.bindings.push(elements.map((element) => documentWith(path, `[${element}]`)));
  const ofArray = `case when jsonb_typeof(${valueAt(path, writing)}) = 'array' then ${valueAt(path, writing)} end`;
  writing.bindings.push(elements);
  const hasElement = `select from jsonb_array_elements(${ofArray}) as element(value) where value = any(?::jsonb[])`;
  return `(metadata @> any(?::jsonb[]) and exists (${hasElement}))`;
}

function isArrayOrObject(json: string): boolean {
  return /^\s*[[{]/.test(json);
}

/** A string as JSON and jsonpath both write it; other scalars are the same in both. */
function plainScalar(json: string): string {
  const text = json.trim();
  return text.startsWith('"') ? JSON.stringify(JSON.parse(text)) : text;
}
