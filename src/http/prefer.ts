import type { Request } from 'express';
import { z } from 'zod';

/** For the `headers` of an Operation. */
export const CountHeaders = z.object({
  Prefer: z
    .string()
    .optional()
    .describe('`count=exact`: how many conversations there are in all, as `meta` and as the header `content-range`.'),
});

/**
 * Whether a request has `Prefer: count=exact` (RFC 7240, as PostgREST reads it): among other preferences, which are ignored, and
 * the first `count` where there are several.
 */
export function prefersExactCount({ headers }: Pick<Request, 'headers'>): boolean {
  const { prefer } = headers;
  if (prefer === undefined) return false;
  // Node joins repeated headers with a comma.
  for (const preference of String(prefer).split(',')) {
    const [name = '', value = ''] = (preference.split(';', 1)[0] ?? '').split('=', 2).map((part) => part.trim());
    if (name.toLowerCase() === 'count') return value.replace(/^"(.*)"$/, '$1') === 'exact';
  }
  return false;
}
