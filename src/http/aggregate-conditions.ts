import type { CheckedFilter } from '../query/checked-query.js';
import { check, type Filter, type PathStep, parseHttp, QueryError } from '../query/index.js';

/** A parameter of a query string. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
  /** As it came, and where in the query string. */
  readonly raw: string;
  readonly start: number;
}

/** Where one condition of a window ends and the next one begins. */
const BETWEEN_CONDITIONS = /(?:,|%2C)(?=(?:not\.)?(?:eq|neq|gt|gte|lt|lte|in|is|isdistinct)(?:\(|\.))/i;

/** `metadata.a.b` is the key `a.b`; `metadata[a][b]` and `metadata->a->b` are paths. */
export function metadataPath(name: string): readonly PathStep[] | undefined {
  if (name.startsWith('metadata.') && name.length > 'metadata.'.length) return [step(name.slice('metadata.'.length))];
  const inBrackets = /^metadata((?:\[[^[\]]+\])+)$/.exec(name)?.[1];
  if (inBrackets !== undefined) return inBrackets.slice(1, -1).split('][').map(step);
  const arrows = /^metadata((?:->>?[^>]+)+)$/.exec(name)?.[1];
  return arrows
    ?.slice(2)
    .split('->')
    .map((key) => step(key.replace(/^>/, '')));
}

function step(key: string): PathStep {
  return { kind: 'key', key };
}

/** The SDK joins an array with commas, and a form-decoder's comma is an escape. */
export function windowOf(parameter: Parameter, queryString: string): readonly CheckedFilter[] {
  let { start } = parameter;
  return parameter.raw.split(BETWEEN_CONDITIONS).flatMap((raw) => {
    const at = queryString.indexOf(raw, start);
    start = at + raw.length;
    return conditionsOf('created_at', undefined, { ...parameter, raw, start: at }, queryString);
  });
}

/**
 * One condition by the query language's own rules for values.
 *
 * @param field what stands in the text for the field; `path` is what is meant
 * @throws QueryError with places in `queryString`
 */
export function conditionsOf(
  field: string,
  path: readonly PathStep[] | undefined,
  { raw, start }: Parameter,
  queryString: string,
): readonly CheckedFilter[] {
  const text = `${field}=${raw}`;
  const place = (offset: number): number => Math.max(start, offset - field.length - 1 + start);
  try {
    const query = parseHttp(text);
    return check({ kind: 'query', where: query.where.map((filter) => withPath(filter, path)) }, text).where;
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const problems = error.problems.map((problem) => {
      const { location } = problem;
      return { ...problem, location: { start: place(location.start), end: place(location.end) } };
    });
    throw new QueryError(queryString, problems);
  }
}

function withPath(filter: Filter, path: readonly PathStep[] | undefined): Filter {
  if (path === undefined || filter.kind === 'group') return filter;
  return { ...filter, field: { ...filter.field, path } };
}
