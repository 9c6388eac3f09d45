import type { Query, WholeNumber } from '../ast.js';
import { DEFAULT_LIMIT, LIMITS } from '../fields.js';
import type { Checking } from './checking.js';

/** The number of rows to answer: 1 to 1000, 20 where none is written. */
export function checkLimit({ limit }: Query, checking: Checking): number {
  if (limit === undefined) return DEFAULT_LIMIT;
  if (limit.value >= 1 && limit.value <= LIMITS.limitMax && Number.isInteger(limit.value)) return limit.value;
  reportOutOfRange('limit', limit, `A limit is a whole number from 1 to ${LIMITS.limitMax}.`, checking);
  return DEFAULT_LIMIT;
}

/** The number of rows to skip: none where none is written. Postgres takes it as a bigint, which holds every safe integer. */
export function checkOffset({ offset }: Query, checking: Checking): number {
  if (offset === undefined) return 0;
  if (offset.value >= 0 && Number.isSafeInteger(offset.value)) return offset.value;
  reportOutOfRange('offset', offset, `An offset is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`, checking);
  return 0;
}

function reportOutOfRange(name: string, { value, location }: WholeNumber, hint: string, checking: Checking): void {
  const written = checking.written(location);
  const culprit = written.includes('=') ? written : `${name}=${value}`;
  checking.report({ code: 'RQ308', message: `"${culprit}" is out of range.`, hint, location });
}
