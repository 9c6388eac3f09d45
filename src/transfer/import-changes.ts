import { type Change, callersChange, memoryAddition } from '../store/change-feed.js';
import type { LoadCounts } from './load-counts.js';

/**
 * What caches have to hear of an import: once for all of the workspace, since it may be about as many callers as there are. What it
 * teaches is told by the jobs that learn it.
 *
 * @param counts of what was stored
 */
export function importChanges(
  workspaceId: number,
  { conversationsAdded, conversationsUpdated, messagesAdded, insightsAdded }: LoadCounts,
): readonly Change[] {
  const stored = conversationsAdded + conversationsUpdated + messagesAdded + insightsAdded;
  return [
    ...(stored === 0 ? [] : [callersChange(workspaceId, undefined)]),
    // They may be more of calls that are remembered.
    ...(messagesAdded === 0 ? [] : [memoryAddition(workspaceId, undefined)]),
  ];
}
