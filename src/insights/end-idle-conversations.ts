import type { JobQueue } from '../jobs/job-queue.js';
import type { Database } from '../store/database.js';
import { type IdlePosition, listIdleConversations } from '../store/ended-conversations.js';
import type { StoreLog } from '../store/store-log.js';
import { listWorkspaces } from '../store/workspaces.js';
import { NIL_UUID } from '../uuid.js';
import { endConversation } from './end-conversation.js';

export interface EndIdleConversationsDependencies {
  readonly database: Database;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  readonly log: StoreLog;
}

export interface EndIdleConversationsOptions {
  readonly idleMinutes: number;
  readonly now: Date;
  /** When this was done the last time; absent: never before. */
  readonly lastAt?: Date | undefined;
  readonly signal?: AbortSignal;
}

/** How often it is done. */
export const END_IDLE_EVERY_MS = 60_000;

const MINUTE_MS = 60_000;

/**
 * Conversations that were idle for so long before the last time are left alone: they are somebody's old data, loaded from elsewhere.
 * A day, since messages may arrive with a time of some hours ago.
 */
const LOOK_BACK_MS = 24 * 60 * MINUTE_MS;

/** One step of the walk: short enough for everybody else on the embedded database. */
const ROWS_PER_STEP = 500;

/**
 * Ends the conversations of all workspaces in which nobody has said anything for `idleMinutes`.
 *
 * @returns how many
 */
export async function endIdleConversations(
  deps: EndIdleConversationsDependencies,
  { idleMinutes, now, lastAt = now, signal }: EndIdleConversationsOptions,
): Promise<number> {
  const idleMs = idleMinutes * MINUTE_MS;
  const until = new Date(now.getTime() - idleMs);
  const from = new Date(Math.min(lastAt.getTime(), now.getTime()) - idleMs - LOOK_BACK_MS);
  let count = 0;
  for (const { id: workspaceId } of await listWorkspaces(deps.database.knex)) {
    let position: IdlePosition | undefined = { lastMessageAt: from.toISOString(), id: NIL_UUID };
    while (position !== undefined) {
      const range = { after: position, until, rowsMax: ROWS_PER_STEP };
      const { ids, next } = await listIdleConversations(deps.database.knex, workspaceId, range);
      for (const id of ids) {
        signal?.throwIfAborted();
        if (await endIfIdle(deps, workspaceId, id, now, until)) count += 1;
      }
      signal?.throwIfAborted();
      position = next;
    }
  }
  return count;
}

/** A message may have come since it was found. */
async function endIfIdle(
  { database, jobs, log }: EndIdleConversationsDependencies,
  workspaceId: number,
  id: string,
  at: Date,
  idleSince: Date,
): Promise<boolean> {
  const options = { reason: 'idle', at, idleSince } as const;
  const ended = await endConversation({ db: database.knex, jobs, log }, workspaceId, id, options);
  return ended?.isNew === true;
}
