import type { JobQueue } from '../../jobs/job-queue.js';
import { callersMergedInto, rootCaller } from '../../store/callers.js';
import { type ChangeFeed, callersChange, memoryChange } from '../../store/change-feed.js';
import type { Database } from '../../store/database.js';
import { callersWithNothing, deleteCallerWithNothing, deleteOldConversations } from '../../store/old-conversations.js';
import type { StoreLog } from '../../store/store-log.js';
import { listWorkspaces } from '../../store/workspaces.js';

export interface KeepRetentionDependencies {
  readonly database: Pick<Database, 'knex'>;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  readonly changes: Pick<ChangeFeed, 'publish'>;
  readonly log: StoreLog;
}

export interface KeepRetentionOptions {
  /** Where a workspace does not say. Absent: conversations are kept. */
  readonly retentionDays?: number | undefined;
  readonly now: Date;
  readonly signal?: AbortSignal | undefined;
}

/** What was deleted. */
export interface RetentionCounts {
  readonly conversations: number;
  readonly callers: number;
}

/** How often it is done. */
export const KEEP_RETENTION_EVERY_MS = 60 * 60 * 1000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** In one transaction: short enough for everybody else on the embedded database. */
const CONVERSATIONS_PER_STEP = 50;
const CALLERS_PER_STEP = 50;

/**
 * Deletes the conversations of all workspaces in which nobody has said anything for as many days as the workspace keeps them
 * (`retention_days`), with what was learned from them, and the callers who have nothing left then.
 */
export async function keepRetention(
  deps: KeepRetentionDependencies,
  { retentionDays, now, signal }: KeepRetentionOptions,
): Promise<RetentionCounts> {
  const total = { conversations: 0, callers: 0 };
  for (const { id: workspaceId, settings } of await listWorkspaces(deps.database.knex)) {
    const days = settings.retention_days ?? retentionDays;
    if (days === undefined) continue;
    const before = new Date(now.getTime() - days * DAY_MS);
    const counts = await keepInWorkspace(deps, workspaceId, before, signal);
    total.conversations += counts.conversations;
    total.callers += counts.callers;
    if (counts.conversations + counts.callers > 0) {
      const { log } = deps;
      log.info({ workspace_id: workspaceId, days, ...counts }, 'what is older than the workspace keeps it was deleted');
    }
  }
  return total;
}

async function keepInWorkspace(
  deps: KeepRetentionDependencies,
  workspaceId: number,
  before: Date,
  signal: AbortSignal | undefined,
): Promise<RetentionCounts> {
  const { knex } = deps.database;
  let [conversations, callers] = [0, 0];
  for (;;) {
    signal?.throwIfAborted();
    const { count, callerIds } = await knex.transaction((trx) =>
      deleteOldConversations(trx, workspaceId, { before, max: CONVERSATIONS_PER_STEP }),
    );
    if (count === 0) break;
    conversations += count;
    deps.changes.publish(callersChange(workspaceId, undefined));
    callers += await leaveCallers(deps, workspaceId, callerIds);
  }
  let after: string | undefined;
  do {
    signal?.throwIfAborted();
    const left = await callersWithNothing(knex, workspaceId, { before, after, max: CALLERS_PER_STEP });
    for (const id of left) callers += (await deleteIfNothing(deps, workspaceId, id)).length;
    after = left.at(-1);
  } while (after !== undefined);
  return { conversations, callers };
}

/** Deletes those of the callers who have nothing left; what was seen in the calls of the others is looked at anew. */
async function leaveCallers(
  deps: KeepRetentionDependencies,
  workspaceId: number,
  callerIds: readonly string[],
): Promise<number> {
  const { knex } = deps.database;
  const roots = new Set<string>();
  for (const id of callerIds) {
    const root = await rootCaller(knex, workspaceId, id);
    if (root !== undefined) roots.add(root);
  }
  let deleted = 0;
  for (const root of roots) {
    const gone = await deleteIfNothing(deps, workspaceId, root);
    deleted += gone.length;
    if (gone.length > 0) continue;
    await deps.jobs.enqueue(knex, { workspaceId, type: 'reflect', payload: { callerId: root }, singletonKey: root });
    for (const id of await callersMergedInto(knex, workspaceId, root))
      deps.changes.publish(memoryChange(workspaceId, id));
  }
  return deleted;
}

async function deleteIfNothing(
  { database: { knex }, changes }: KeepRetentionDependencies,
  workspaceId: number,
  rootId: string,
): Promise<readonly string[]> {
  const gone = await knex.transaction((trx) => deleteCallerWithNothing(trx, workspaceId, rootId));
  for (const id of gone) changes.publish(memoryChange(workspaceId, id));
  return gone;
}
