import { type Change, callersChange, memoryAddition, memoryChange } from '../../store/change-feed.js';
import type { IngestOutcome } from './ingest-call.js';

/**
 * What caches have to hear when a call was kept, and the transaction is over: more is known of its caller, and callers who turned out to
 * be that one are no longer somebody else.
 *
 * @param endUserTarget of the conversation; absent: it has none
 */
export function ingestChanges(
  workspaceId: number,
  outcome: IngestOutcome,
  endUserTarget: string | undefined,
): readonly Change[] {
  if (outcome.status !== 'accepted') return [];
  const { callerId, isMore, mergedIds } = outcome;
  const more = isMore ? [memoryAddition(workspaceId, callerId)] : [];
  return [
    ...(endUserTarget === undefined ? [] : [callersChange(workspaceId, endUserTarget)]),
    // What was known of one of two is wrong rather than old.
    ...(mergedIds.length === 0 ? more : [callerId, ...mergedIds].map((id) => memoryChange(workspaceId, id))),
  ];
}
