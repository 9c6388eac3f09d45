import { describeError } from '../../../errors.js';
import { callersChange, memoryChange } from '../../../store/change-feed.js';
import { eraseCaller } from '../../../store/erase-caller.js';
import { deleteLateInitializations } from '../../../store/initializations.js';
import { callerNotFound, callerOf } from '../../caller-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { ErasureAnswer } from '../../wire/caller.js';

/** Erases a caller, and answers with what is left: a receipt. */
export function eraseCallerRoute({ authorize, changes, database, log, now, recorder }: RouteDependencies): Route {
  return {
    method: 'delete',
    paths: ['/v1/callers/:caller_id'],
    operation: {
      id: 'eraseCaller',
      tag: 'memory',
      summary: 'Erase a caller',
      description:
        'With all who were merged into it: identities, conversations, facts, episodes, events of platforms, jobs, records of initializations and kept answers. Events and imports from before are refused from now on; the number may come back as somebody new.',
      access: 'write',
      answer: { status: 200, description: 'The receipt.', schema: ErasureAnswer },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const id = await callerOf(req, database.knex, workspaceId);
      // What was told of the caller a moment ago waits to be written, and would come after the erasure.
      await recorder?.flush();
      const receipt = await database.knex.transaction((trx) => eraseCaller(trx, workspaceId, id, now()));
      if (receipt === undefined) throw callerNotFound(id);
      for (const each of receipt.callerIds) changes.publish(memoryChange(workspaceId, each));
      changes.publish(callersChange(workspaceId, undefined));
      // Written by another process in this moment, which could not see that the caller was being erased.
      await deleteLateInitializations(database, workspaceId, receipt.records, now()).catch((error: unknown) => {
        // The caller is erased, and asked for again there would be no receipt: what came late goes within the hour.
        log.error(
          { receipt_id: receipt.id, error: describeError(error) },
          'late records of an erased caller are still there',
        );
      });
      const { counts, erasedAt } = receipt;
      sendJson(res, 200, { receipt_id: receipt.id, caller_id: id, erased_at: erasedAt, counts });
    },
  };
}
