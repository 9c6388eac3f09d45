import { z } from 'zod';

/** A JSON object, as it came: not copied, so that a key such as `__proto__` stays what it is. */
export const jsonObject = z
  .custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), {
    error: 'has to be a JSON object',
  })
  // JSON Schema cannot see into a check of our own.
  .meta({ type: 'object' });
