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
  const comparison = /^(.*?) ?([!<>]+)$/.exec(column);
  if (comparison !== null) return `Write ${shorten(comparison[1]!)}=${COMPARISONS[comparison[2]!] ?? 'eq'}.…`;
  const directed = /^(.*?) (asc|desc)$/i.exec(column);
  if (directed !== null) return `Write ${shorten(directed[1]!)}.${directed[2]!.toLowerCase()}`;
  const key = nearest(column, STANDARD_KEYS);
  if (key !== undefined) return `A metadata value is asked for by its path: metadata->${key}=eq.…`;
  const begun = column.length >= 4 ? COLUMNS.find((name) => name.startsWith(column)) : undefined;
  if (begun !== undefined) return `Did you mean "${begun}"?`;
  const meant = nearest(column, COLUMNS) ?? nearest(column, ['limit', 'offset', 'order', 'select', 'and', 'or']);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  if (/^[\p{L}\p{N}_$-]+$/u.test(column))
    return `A metadata value is asked for by its path: metadata->${shorten(column)}=eq.…`;
  return `Fields are ${COLUMNS.join(', ')}, and paths such as metadata->key.`;
}

/** What other languages write before the equals sign: `name!=a`, `created_at>=2025-01-01`. */
const COMPARISONS: Readonly<Record<string, string>> = { '!': 'neq', '<>': 'neq', '>': 'gte', '<': 'lte' };

const path = (dotted: string) => dotted.split('.').join('->');
