import type { Filter, Location, Query } from './ast.js';
import { deepOffset } from './deep-offset.js';
import { DEFAULT_LIMIT } from './fields.js';
import { combinationWarnings } from './lint/combinations.js';
import { CONDITION_RULES } from './lint/condition-rules.js';
import { printField } from './print.js';
import { portableWarnings } from './print-portable.js';
import type { Warning } from './warning.js';

/** From here on a limit is a mistake, or a job for pages: an assistant cannot use so many conversations. */
const LIMIT_ENOUGH = 100;

/**
 * What is valid and likely wrong, in the order of the text (RQW1xx), and after it what Telnyx does not document
 * (RQW2xx), which concerns only a query that is given to Telnyx as a memory. The query need not have been checked.
 */
export function lint(query: Query): readonly Warning[] {
  const warnings = [
    ...query.where.flatMap((filter) => conditionWarnings(filter, true)),
    ...combinationWarnings(query.where),
    ...limitWarnings(query),
    ...offsetWarnings(query),
  ];
  warnings.sort((a, b) => a.location.start - b.location.start);
  return [...warnings, ...portableWarnings(query)];
}

function conditionWarnings(filter: Filter, topLevel: boolean): readonly Warning[] {
  if (filter.kind === 'group') return filter.members.flatMap((member) => conditionWarnings(member, false));
  return CONDITION_RULES.flatMap((rule) => rule(filter, topLevel) ?? []);
}

function limitWarnings(query: Query): readonly Warning[] {
  if (query.limit === undefined) {
    const end = endOf(query);
    return [
      {
        code: 'RQW102',
        message: `No limit is written, so ${DEFAULT_LIMIT} conversations are found at most.`,
        hint: 'Write limit=5 for the last five, or how many you mean.',
        location: { start: end, end },
      },
    ];
  }
  const { value, location } = query.limit;
  if (value <= LIMIT_ENOUGH) return [];
  return [
    {
      code: 'RQW106',
      message: `limit=${value} is more conversations than a memory can use.`,
      hint: 'Write 20 or fewer for a memory; go through longer lists page by page.',
      location,
    },
  ];
}

function offsetWarnings({ offset, order = [] }: Query): readonly Warning[] {
  if (offset === undefined) return [];
  const { value, location } = offset;
  const deep = deepOffset(
    value,
    order.map(({ field, direction }) => ({ field: printField(field), direction })),
  );
  return deep === undefined ? [] : [{ code: 'RQW112', ...deep, location }];
}

/** Where the last parameter of the text ends, and so where another would be written. */
function endOf({ where, order = [], select = [], offset }: Query): number {
  const places: readonly { readonly location: Location }[] = [
    ...where,
    ...order,
    ...select,
    ...(offset ? [offset] : []),
  ];
  return Math.max(0, ...places.map(({ location }) => location.end));
}
