import type { Location } from './ast.js';
import { nearest } from './did-you-mean.js';
import { COLUMNS, STANDARD_KEYS } from './fields.js';
import type { Problem } from './problem.js';
import { shorten } from './shorten.js';

/** The problem of a column that does not exist, with what its writer most likely meant (dialect: "Parameters"). */
export function unknownField(column: string, location: Location): Problem {
  return { code: 'RQ201', message: `Unknown field "${shorten(column)}".`, hint: hint(column), location };
}

function hint(column: string): string {
  const dotted = /^metadata\.(.+)$/.exec(column)?.[1];
  if (dotted !== undefined) return `Write metadata->${shorten(path(dotted))}=eq.…`;
  if (column === 'page[size]' || column === 'page[number]') {
    return 'Pages are known in requests to List alone: write limit=… and offset=….';
  }
  const key = nearest(column, STANDARD_KEYS);
  if (key === column) return `A metadata value is asked for by its path: metadata->${column}=eq.…`;
  const meant = nearest(column, COLUMNS) ?? nearest(column, ['limit', 'offset', 'order', 'select', 'and', 'or']);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  if (/^[\p{L}\p{N}_$-]+$/u.test(column))
    return `A metadata value is asked for by its path: metadata->${shorten(column)}=eq.…`;
  return `Fields are ${COLUMNS.join(', ')}, and paths such as metadata->key.`;
}

const path = (dotted: string) => dotted.split('.').join('->');
