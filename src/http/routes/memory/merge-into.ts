import type { z } from 'zod';
import { mergeCallers } from '../../../store/callers.js';
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
  const merged = await database.knex.transaction((trx) =>
    mergeCallers(trx, workspaceId, { callerId: from, intoCallerId: into, at: now() }),
  );
  for (const id of new Set([from, into, ...(merged === undefined ? [] : [merged.callerId, merged.intoCallerId])]))
    changes.publish(memoryChange(workspaceId, id));
  if (merged === undefined) return { caller_id: into, merge_id: null, merged_caller_id: null };
  return { caller_id: merged.intoCallerId, merge_id: merged.id, merged_caller_id: merged.callerId };
}
