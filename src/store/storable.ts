import { STANDARD_KEYS } from '../query/fields.js';
import type { JsonObject } from './json.js';
import { jsonPointer } from './json-pointer.js';

/**
 * What Postgres, or a limit of ours, would refuse, told before any SQL.
 *
 * Postgres stores no NUL and no half of a surrogate pair; a B-tree takes entries of some 2,700 bytes, so what is indexed has a
 * length; and a number that JavaScript's JSON cannot carry would come back as another one.
 */

/** A problem and its place, as a JSON pointer: `/metadata/customer`. */
export interface StorableProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** Limits of what is stored. Characters are Unicode code points. */
export const STORABLE_LIMITS = {
  nameCharacters: 512,
  standardKeyCharacters: 512,
  /** Of JSON text in UTF-8. */
  metadataBytes: 64 * 1024,
  levels: 32,
} as const;

/** Enough to show a writer what is wrong; the rest is of the same kind. */
const PROBLEMS_MAX = 10;

/** What is wrong with a text, as the end of a sentence about it; undefined when nothing is. */
export function textProblem(text: string): string | undefined {
  if (text.includes('\0')) return 'holds the character U+0000, which cannot be stored.';
  const half = /\p{Surrogate}/u.exec(text);
  if (half === null) return undefined;
  const code = half[0].charCodeAt(0).toString(16).toUpperCase();
  return `holds U+${code}, which is half of a character and cannot be stored.`;
}

/** A conversation's name. */
export function nameProblems(name: string): readonly StorableProblem[] {
  const detail = textProblem(name) ?? lengthProblem(codePoints(name), STORABLE_LIMITS.nameCharacters);
  return detail === undefined ? [] : [{ pointer: '/name', detail: `"name" ${detail}` }];
}

/** A conversation's metadata. */
export function metadataProblems(metadata: JsonObject): readonly StorableProblem[] {
  const problems = [...jsonProblems(metadata, '/metadata')];
  // The rest measures the value, which a broken one may not allow.
  if (problems.length > 0) return problems;
  for (const key of STANDARD_KEYS) {
    if (!Object.hasOwn(metadata, key)) continue;
    const detail = lengthProblem(textFormLength(metadata[key]), STORABLE_LIMITS.standardKeyCharacters);
    if (detail !== undefined) problems.push({ pointer: `/metadata/${key}`, detail: `"metadata.${key}" ${detail}` });
  }
  return [...problems, ...sizeProblems(metadata, 'metadata')];
}

/** A JSON object that is kept as a field of that name, and may be as large as metadata. */
export function jsonFieldProblems(value: JsonObject, field: string): readonly StorableProblem[] {
  const problems = jsonProblems(value, `/${field}`);
  return problems.length > 0 ? problems : sizeProblems(value, field);
}

function sizeProblems(value: JsonObject, field: string): readonly StorableProblem[] {
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes <= STORABLE_LIMITS.metadataBytes) return [];
  const detail = `"${field}" takes ${bytes} bytes as JSON; ${STORABLE_LIMITS.metadataBytes} are allowed.`;
  return [{ pointer: `/${field}`, detail }];
}

/** A JSON value of any kind, whose place is `pointer`. Reports 10 problems at most. */
export function jsonProblems(value: unknown, pointer: string): readonly StorableProblem[] {
  const problems: StorableProblem[] = [];
  visit(value, pointer, 1, problems);
  return problems;
}

function visit(value: unknown, pointer: string, level: number, problems: StorableProblem[]): void {
  const report = (detail: string): void => {
    if (problems.length < PROBLEMS_MAX) problems.push({ pointer, detail: `"${dotted(pointer)}" ${detail}` });
  };
  if (problems.length >= PROBLEMS_MAX || value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    const detail = textProblem(value);
    if (detail !== undefined) report(detail);
  } else if (typeof value === 'number') {
    const detail = numberProblem(value);
    if (detail !== undefined) report(detail);
  } else if (typeof value !== 'object') {
    report('is no JSON value.');
  } else if (level > STORABLE_LIMITS.levels) {
    report(`is nested deeper than ${STORABLE_LIMITS.levels} levels.`);
  } else if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) visit(element, `${pointer}/${index}`, level + 1, problems);
  } else {
    for (const [key, member] of Object.entries(value)) {
      const detail = textProblem(key);
      if (detail !== undefined) report(`has a key that ${detail}`);
      // As JSON.stringify has it: a member without a value is not there.
      else if (member !== undefined) visit(member, `${pointer}${jsonPointer([key])}`, level + 1, problems);
    }
  }
}

function numberProblem(value: number): string | undefined {
  if (!Number.isFinite(value)) return 'is a number that JSON cannot hold.';
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return undefined;
  return `is ${value}, beyond ±${Number.MAX_SAFE_INTEGER}, where whole numbers lose digits; write it as a string.`;
}

function lengthProblem(characters: number, max: number): string | undefined {
  return characters > max ? `has ${characters} characters; ${max} are allowed.` : undefined;
}

/** How many characters Postgres's `->>` gives: that is what the indexes of the standard keys hold. */
function textFormLength(value: unknown): number {
  if (typeof value === 'string') return codePoints(value);
  return jsonbTextLength(value);
}

function jsonbTextLength(value: unknown): number {
  if (typeof value === 'number') {
    // Postgres writes 1e-7 in full.
    const exponent = /e-(\d+)$/.exec(String(value))?.[1];
    return String(value).length + Number(exponent ?? 0);
  }
  if (Array.isArray(value)) return value.reduce((sum: number, element) => sum + jsonbTextLength(element) + 2, 2);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).reduce(
      (sum, [key, member]) => sum + codePoints(JSON.stringify(key)) + jsonbTextLength(member) + 4,
      2,
    );
  }
  return codePoints(JSON.stringify(value) ?? '');
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function dotted(pointer: string): string {
  return pointer.slice(1).split('/').join('.').replaceAll('~1', '/').replaceAll('~0', '~');
}
