import type { Field, Location, PathStep } from '../ast.js';
import type { Target } from '../checked-query.js';
import { type Column, LIMITS } from '../fields.js';
import { printField } from '../print.js';
import type { Problem } from '../problem.js';
import { shorten } from '../shorten.js';
import { unknownField } from '../unknown-field.js';
import type { Checking } from './checking.js';
import { invariant } from './invariant.js';
import { unstorableFault } from './storable-text.js';

/** Where a field stands: what an unknown one is suggested to be written as depends on it. */
export type FieldPlace = 'parameter' | 'tree' | 'order' | 'select';

const TARGETS = {
  id: { type: 'uuid', column: 'id' },
  name: { type: 'text', column: 'name' },
  created_at: { type: 'time', column: 'created_at' },
  last_message_at: { type: 'time', column: 'last_message_at' },
  metadata: { type: 'json', column: 'metadata' },
} as const satisfies { readonly [column in Column]: Target };

const TARGETS_BY_NAME: ReadonlyMap<string, Target> = new Map(Object.entries(TARGETS));

/** A column as a whole. */
export function columnTarget(column: Column): Target {
  return TARGETS[column];
}

/** Postgres takes an index as an integer of four bytes. */
const INDEX_MAX = 2 ** 31 - 1;

/** What a field names, or undefined with a problem reported: a column, or a value inside `metadata`. */
export function targetOf(field: Field, place: FieldPlace, checking: Checking): Target | undefined {
  const target = TARGETS_BY_NAME.get(field.column);
  if (target === undefined) return checking.report(unknownFieldProblem(field, place, checking));
  const [first, ...rest] = field.path;
  if (first === undefined) return target;
  if (target.type !== 'json') {
    return checking.report({
      code: 'RQ201',
      message: `Unknown field "${shorten(printField(field))}": only metadata has values inside.`,
      hint: `Write ${field.column}, or metadata${shorten(printField(field).slice(field.column.length))}.`,
      location: field.location,
    });
  }
  return checkPath(field, checking) ? { type: 'path', column: 'metadata', path: [first, ...rest] } : undefined;
}

function checkPath(field: Field, checking: Checking): boolean {
  if (field.path.length > LIMITS.pathSteps) {
    checking.report({
      code: 'RQ405',
      message: `A path has at most ${LIMITS.pathSteps} steps.`,
      hint: 'Ask for a value nearer to the top.',
      location: field.location,
    });
    return false;
  }
  let good = true;
  for (const step of field.path) good = checkStep(step, field.location, checking) && good;
  return good;
}

function checkStep(step: PathStep, location: Location, checking: Checking): boolean {
  if (step.kind === 'index') {
    invariant(Number.isInteger(step.index), 'an array index is a whole number');
    if (Math.abs(step.index) <= INDEX_MAX) return true;
    checking.report({
      code: 'RQ308',
      message: `"${step.index}" is too large for an array index.`,
      hint: `A key of digits needs quotes: ->"${step.index}".`,
      location,
    });
    return false;
  }
  checking.countCharacters(step.key.length, location);
  const unstorable = unstorableFault(step.key);
  if (unstorable === undefined) return true;
  checking.reportFault(unstorable, step.key, location);
  return false;
}

/** The problem as the reader says it, with the hint's condition written as it is written in this place. */
function unknownFieldProblem(field: Field, place: FieldPlace, checking: Checking): Problem {
  const { location } = field;
  const narrowed = checking.written(location).startsWith(field.column)
    ? { start: location.start, end: location.start + field.column.length }
    : location;
  const problem = unknownField(field.column, narrowed);
  if (place === 'parameter' || problem.hint === undefined) return problem;
  return { ...problem, hint: problem.hint.replace('=eq.…', place === 'tree' ? '.eq.…' : '') };
}
