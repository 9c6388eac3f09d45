import { DatabaseTimeout } from '../store/database-error.js';

/** The part of all results that an answer has. */
export interface Part {
  readonly offset: number;
  readonly limit: number;
  /** How many results it has. */
  readonly length: number;
}

/**
 * How many results there are in all; undefined when counting takes too long. A part that is not full tells it without counting.
 */
export async function exactCount(
  { offset, limit, length }: Part,
  count: () => Promise<number>,
): Promise<number | undefined> {
  const isLast = length < limit && (length > 0 || offset === 0);
  if (isLast) return offset + length;
  try {
    // What was found is there, also when it was deleted before it was counted.
    return Math.max(await count(), length === 0 ? 0 : offset + length);
  } catch (error) {
    if (error instanceof DatabaseTimeout) return undefined;
    throw error;
  }
}

/** `Content-Range` as PostgREST writes it: `0-24/3573`, counted from 0; `*` for no results, and for a total that is not known. */
export function contentRange({ offset, length }: Part, total: number | undefined): string {
  return `${length === 0 ? '*' : `${offset}-${offset + length - 1}`}/${total ?? '*'}`;
}
