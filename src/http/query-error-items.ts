import { CATALOGUE, type Problem, type QueryError } from '../query/index.js';
import type { ErrorItem } from './error-item.js';

/**
 * The problems of a query as error items. `parameter` is the one that held the whole query; without it the query is the
 * query string itself, and each problem is given the parameter in which it lies.
 */
export function queryErrorItems(error: QueryError, parameter?: string): readonly ErrorItem[] {
  return error.problems.map((problem) => {
    const culprit = parameter ?? parameterAt(error.text, problem.location.start);
    return {
      code: problem.code,
      title: CATALOGUE[problem.code],
      detail: problem.message,
      ...(culprit === undefined ? {} : { source: { parameter: culprit } }),
      meta: metaOf(problem),
    };
  });
}

function metaOf({ hint, location }: Problem): Record<string, unknown> {
  return {
    ...(hint === undefined ? {} : { hint }),
    location: { start: location.start, end: location.end },
  };
}

/** The name of the `name=value` pair that covers an offset of a query string; undefined where there is none. */
function parameterAt(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf('&', offset - 1) + 1;
  const next = text.indexOf('&', offset);
  const pair = text.slice(start, next === -1 ? text.length : next).replace(/^\?/, '');
  const name = pair.split('=', 1)[0] ?? '';
  if (name === '') return undefined;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
