import type { z } from 'zod';
import { type ErrorItem, errorItem } from './error-item.js';
import { unprocessable } from './request-error.js';

/**
 * The parameters of a query string as their schema has them; each may be there once.
 *
 * @throws RequestError 422 that names every culprit
 */
export function readParameters<Schema extends z.ZodObject>(schema: Schema, queryString: string): z.output<Schema> {
  const values: Record<string, string> = Object.create(null);
  const items: ErrorItem[] = [];
  const refuse = (parameter: string, detail: string): void => {
    items.push(errorItem('unprocessable', `${JSON.stringify(parameter)} ${detail}`, { parameter }));
  };
  for (const [name, value] of new URLSearchParams(queryString)) {
    if (!Object.hasOwn(schema.shape, name)) {
      const known = Object.keys(schema.shape).map((each) => JSON.stringify(each));
      refuse(name, `is no parameter of this address; there are ${known.join(', ')}.`);
    } else if (name in values) refuse(name, 'is there twice.');
    else values[name] = value;
  }
  const read = schema.safeParse({ ...values });
  if (!read.success) {
    for (const issue of read.error.issues) refuse(String(issue.path[0]), `${wanted(issue)}.`);
  }
  if (items.length > 0) throw unprocessable(items);
  return read.data as z.output<Schema>;
}

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value')
    return `has to be one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`;
  return issue.message.replace(/\.$/, '');
}
