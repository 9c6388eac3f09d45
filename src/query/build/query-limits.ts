import { type Filter, NOWHERE, type Query } from '../ast.js';
import { conditionsOf } from '../conditions-of.js';
import { LIMITS } from '../fields.js';
import { print } from '../print.js';
import type { Problem } from '../problem.js';

/**
 * What a query that was made in code has too much of. The reader holds a text to these limits; this holds a query to
 * them that no text was read for, so that its printed text can be read again.
 */
export function limitProblems(query: Query): readonly Problem[] {
  const conditions = conditionsOf(query.where);
  const fields = [
    ...conditions.map(({ field }) => field),
    ...(query.order ?? []).map(({ field }) => field),
    ...(query.select ?? []).flatMap((item) => (item.kind === 'all' ? [] : [item.field])),
  ];
  const lists = conditions.flatMap(({ operand }) => (operand.kind === 'list' ? [operand.elements.length] : []));
  const counts: readonly (readonly [Problem['code'], number, number, string])[] = [
    ['RQ402', conditions.length, LIMITS.conditions, 'conditions'],
    ['RQ403', Math.max(0, ...query.where.map(levelsOf)), LIMITS.levels, 'levels of brackets'],
    ['RQ404', Math.max(0, ...lists), LIMITS.listElements, 'elements in a list'],
    ['RQ405', Math.max(0, ...fields.map(({ path }) => path.length)), LIMITS.pathSteps, 'steps in a path'],
  ];
  const problems: Problem[] = counts
    .filter(([, count, most]) => count > most)
    .map(([code, count, most, what]) => ({
      code,
      message: `More than ${most} ${what}: ${count}.`,
      location: NOWHERE,
    }));
  return problems.length > 0 ? problems : textLengthProblems(query);
}

/** The printed text is ASCII, so its length is its size in bytes. */
export function textLengthProblems(query: Query): readonly Problem[] {
  const bytes = print(query).length;
  if (bytes <= LIMITS.textBytes) return [];
  return [
    {
      code: 'RQ401',
      message: `The text is longer than ${LIMITS.textBytes} bytes: ${bytes}.`,
      hint: 'Ask several shorter queries.',
      location: NOWHERE,
    },
  ];
}

function levelsOf(filter: Filter): number {
  return filter.kind === 'condition' ? 0 : 1 + Math.max(0, ...filter.members.map(levelsOf));
}
