import type { Request } from 'express';

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
