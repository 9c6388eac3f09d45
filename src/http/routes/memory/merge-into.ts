import type { z } from 'zod';
import { lockCallers, mergeCallers, rootCaller } from '../../../store/callers.js';
import { memoryChange } from '../../../store/change-feed.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { MergeAnswer } from '../../wire/caller.js';

/** Merges one caller into another, and tells who keeps what is known of them. Two that are one already stay so. */
export async function mergeInto(
  { changes, database, now }: Pick<RouteDependencies, 'changes' | 'database' | 'now'>,
  workspaceId: number,
  from: string,
  into: string,
): Promise<z.output<typeof MergeAnswer>> {
  const merged = await database.knex.transaction(async (trx) => {
    await lockCallers(trx, workspaceId, [from, into]);
    // Somebody else may have merged them meanwhile.
    const [callerId, intoCallerId] = [
      await rootCaller(trx, workspaceId, from),
      await rootCaller(trx, workspaceId, into),
    ];
    if (callerId === undefined || intoCallerId === undefined || callerId === intoCallerId) return undefined;
    return mergeCallers(trx, workspaceId, { callerId, intoCallerId, at: now() });
  });
  for (const id of [from, into]) changes.publish(memoryChange(workspaceId, id));
  if (merged === undefined) return { caller_id: into, merge_id: null, merged_caller_id: null };
  return { caller_id: merged.intoCallerId, merge_id: merged.id, merged_caller_id: merged.callerId };
}
