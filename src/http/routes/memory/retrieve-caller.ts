import { retrieveCaller } from '../../../store/caller-administration.js';
import { callerNotFound, callerOf } from '../../caller-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { CallerAnswer, callerJson } from '../../wire/caller.js';
import { callerName } from './caller-name.js';

/** A caller; by the id of one that was merged into another, that other one. */
export function retrieveCallerRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/callers/:caller_id'],
    operation: {
      id: 'retrieveCaller',
      tag: 'memory',
      summary: 'Retrieve a caller',
      description: 'The id of a caller that was merged into another one gives that other one.',
      access: 'read',
      answer: { status: 200, description: 'The caller.', schema: CallerAnswer },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const id = await callerOf(req, database.knex, workspaceId);
      const caller = await retrieveCaller(database.knex, workspaceId, id);
      if (caller === undefined) throw callerNotFound(id);
      sendJson(res, 200, { data: callerJson(caller, await callerName(database, workspaceId, caller)) });
    },
  };
}
