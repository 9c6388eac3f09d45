import type { Request } from 'express';
import { type RetellFunctionCall, readFunctionCall } from '../../platforms/retell/function-call.js';
import { queryStringOf } from '../query-string.js';

/**
 * A request of a custom function of Retell, whatever its form.
 *
 * @param isOperators an API key came: headers and query string say who calls
 */
export function readRetellFunction(req: Request, body: unknown, isOperators: boolean): RetellFunctionCall {
  return readFunctionCall({
    body,
    query: Object.fromEntries(new URLSearchParams(queryStringOf(req.originalUrl))),
    isOperators,
    header(name) {
      const value = req.headers[name];
      return typeof value === 'string' ? value : undefined;
    },
  });
}
