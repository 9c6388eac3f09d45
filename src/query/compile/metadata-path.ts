import type { PathStep } from '../ast.js';
import { STANDARD_KEYS } from '../fields.js';
import type { Writing } from './binding.js';

/** A path into `metadata`, written as SQL, as jsonpath, and as a JSON document to be contained. */

export type Path = readonly [PathStep, ...PathStep[]];

const standardKeys: ReadonlySet<string> = new Set(STANDARD_KEYS);

/** The standard key that a path is, if it is one: only these stand in the SQL text, because an index stands on them. */
export function standardKeyOf(path: Path): string | undefined {
  const [first] = path;
  return path.length === 1 && first.kind === 'key' && standardKeys.has(first.key) ? first.key : undefined;
}

/** The key of a path that is nothing but one, and no standard one: somebody may have made an index for it. */
export function plainKeyOf(path: Path): string | undefined {
  const [first] = path;
  return path.length === 1 && first.kind === 'key' && !standardKeys.has(first.key) ? first.key : undefined;
}

/** What of a value's text such an index holds, in characters: an entry of an index has a limit, and metadata has not. */
export const INDEXED_CHARACTERS = 512;

/**
 * The expression that such an index is made of. Equality with a text that is shorter than {@link INDEXED_CHARACTERS} is equality with
 * the whole value.
 */
export function indexedExpression(key: string): string {
  return `left(metadata->>${sqlText(key)}, ${INDEXED_CHARACTERS})`;
}

/**
 * A literal of SQL, whatever `standard_conforming_strings` says. What stands for a binding elsewhere is written as its code: `?` is one to
 * Knex, and `$1` to who numbers them.
 */
function sqlText(text: string): string {
  const quoted = text
    .replaceAll("'", "''")
    .replaceAll('\\', '\\\\')
    .replace(/[?$]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`);
  return quoted.includes('\\') ? `E'${quoted}'` : `'${quoted}'`;
}

/** SQL for the jsonb value at the path; NULL where there is none. */
export function valueAt(path: Path, { bindings }: Writing): string {
  const standardKey = standardKeyOf(path);
  if (standardKey !== undefined) return `metadata->'${standardKey}'`;
  let sql = 'metadata';
  for (const step of path) {
    if (step.kind === 'key') {
      bindings.push(step.key);
      sql += '->?::text';
    } else {
      bindings.push(elementIndex(step.index));
      // Not `->`: that takes a lone string or number for an array of one.
      sql = `metadata_element(${sql}, ?::integer)`;
    }
  }
  return sql;
}

/** The path as strict jsonpath, which has no value where a step finds another kind than it asks for. */
export function jsonPathTo(path: Path): string {
  let text = 'strict $';
  for (const step of path) text += step.kind === 'key' ? `.${JSON.stringify(step.key)}` : subscript(step.index);
  return text;
}

/** A JSON document that every `metadata` with this JSON text at the path contains; with keys alone, no other does. */
export function documentWith(path: Path, json: string): string {
  return path.reduceRight(
    (inner, step) => (step.kind === 'key' ? `{${JSON.stringify(step.key)}:${inner}}` : `[${inner}]`),
    json,
  );
}

/** Whether containing {@link documentWith} is all there is to say; an index says which element, a document does not. */
export function hasKeysOnly(path: Path): boolean {
  return path.every((step) => step.kind === 'key');
}

function subscript(index: number): string {
  const whole = elementIndex(index);
  if (whole >= 0) return `[${whole}]`;
  return whole === -1 ? '[last]' : `[last - ${-1 - whole}]`;
}

/** No array is so long that an index beyond a Postgres integer finds an element. */
function elementIndex(index: number): number {
  return Math.min(Math.max(index, -2_147_483_647), 2_147_483_647);
}
