import type { Express, Request, Response } from 'express';
import { observationOf } from './observation.js';
import type { Operation } from './operation.js';
import { methodNotAllowed } from './request-error.js';

/** One operation at one address, or at several that mean the same. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express writes them. The first one stands for all in logs and metrics. */
  readonly paths: readonly [string, ...string[]];
  /** What it says of itself in `/openapi.json`. */
  readonly operation: Operation;
  /** A rejection is answered by `error-response.ts`. */
  readonly handle: (req: Request, res: Response) => void | Promise<void>;
}

const PLATFORM_ACCESS: ReadonlySet<string> = new Set(['telnyx', 'vapi', 'retell', 'platform']);

/**
 * Mounts the routes in their order, and a 405 for every other method of their addresses.
 *
 * @param admit is asked first of all, but of what platforms send: that is a call that waits, and comes from few addresses
 */
export function mountRoutes(app: Express, routes: readonly Route[], admit: (req: Request) => void = () => {}): void {
  const addresses = new Map<string, { readonly pattern: string; readonly allowed: string[] }>();
  for (const { method, paths, operation, handle } of routes) {
    const isOfPlatform = PLATFORM_ACCESS.has(operation.access);
    const pattern = paths[0];
    app[method]([...paths], (req, res) => {
      observationOf(res).route = pattern;
      if (!isOfPlatform) admit(req);
      return handle(req, res);
    });
    for (const path of paths) {
      const address = addresses.get(path) ?? { pattern, allowed: [] };
      address.allowed.push(...(method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
      addresses.set(path, address);
    }
  }
  for (const [path, { pattern, allowed }] of addresses) {
    app.all(path, (req, res) => {
      observationOf(res).route = pattern;
      throw methodNotAllowed(req.method, allowed);
    });
  }
}
