import type { JobQueue } from '../jobs/job-queue.js';
import { createConversationInsight } from '../store/conversation-insights.js';
import type { Executor } from '../store/database.js';
import { findConversationEnding, markConversationEnded } from '../store/ended-conversations.js';
import { insightGroupToRun } from '../store/insights.js';
import type { StoreLog } from '../store/store-log.js';

export interface EndConversationDependencies {
  /** The pool, or a transaction that this becomes a part of. */
  readonly db: Executor;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  readonly log: StoreLog;
}

export interface EndConversationOptions {
  /** Who says so: a request, a platform's event, or the time that has passed. For the log. */
  readonly reason: 'request' | 'event' | 'idle';
  readonly at: Date;
  /** Only when its last message is not later than this. */
  readonly idleSince?: Date;
}

/** A conversation that has ended. */
export interface EndedConversation {
  readonly conversationId: string;
  /** ISO 8601: of the end that counts, which may be an earlier one. */
  readonly endedAt: string;
  /** The run of its insights; null where there is none: its assistant keeps no data, or its group has no insights. */
  readonly conversationInsightId: string | null;
  /** The job that runs them; null where this made none. */
  readonly jobId: string | null;
  /** The job that reads it for facts; null where this made none. */
  readonly learningJobId: string | null;
  /** False: it had ended already, and no message came since. Nothing was changed. */
  readonly isNew: boolean;
}

/**
 * Ends a conversation, and sees to it that its insights are run and its facts learned: the end, the run (`pending`) and the jobs
 * are there together, or none is. However many end a conversation at once, there is one run. A new message makes it go on, and it can end again.
 *
 * @returns undefined when the workspace has no such conversation, or (`idleSince`) it goes on
 */
export async function endConversation(
  { db, jobs, log }: EndConversationDependencies,
  workspaceId: number,
  conversationId: string,
  { reason, at, idleSince }: EndConversationOptions,
): Promise<EndedConversation | undefined> {
  const end = async (trx: Executor): Promise<EndedConversation | undefined> => {
    while (!(await markConversationEnded(trx, workspaceId, conversationId, { at, idleSince }))) {
      const ending = await findConversationEnding(trx, workspaceId, conversationId);
      if (ending === undefined) return undefined;
      const { endedAt, conversationInsightId } = ending;
      if (endedAt !== null) {
        return { conversationId, endedAt, conversationInsightId, jobId: null, learningJobId: null, isNew: false };
      }
      if (idleSince !== undefined) return undefined;
      // It had ended, and a message made it go on between the two statements.
    }
    const run = await addRun(trx, jobs, workspaceId, conversationId, at);
    return { conversationId, endedAt: at.toISOString(), ...run, isNew: true };
  };
  // All of it is undone with the transaction that it is a part of: no savepoint is needed.
  const ended = db.isTransaction === true ? await end(db) : await db.transaction(end);
  if (ended?.isNew === true) log.info({ conversation_id: conversationId, reason }, 'conversation ended');
  return ended;
}

async function addRun(
  trx: Executor,
  jobs: Pick<JobQueue, 'enqueue'>,
  workspaceId: number,
  conversationId: string,
  createdAt: Date,
): Promise<Pick<EndedConversation, 'conversationInsightId' | 'jobId' | 'learningJobId'>> {
  const none = { conversationInsightId: null, jobId: null };
  const toRun = await insightGroupToRun(trx, workspaceId, conversationId);
  if (toRun?.retains !== true) return { ...none, learningJobId: null };
  // What the caller said is read for facts, whatever the insights are.
  const learning = { workspaceId, payload: { conversationId }, singletonKey: conversationId };
  const learningJobId = await jobs.enqueue(trx, { ...learning, type: 'extract-memory' });
  if (!toRun.hasInsights) return { ...none, learningJobId };
  const insightGroupId = toRun.groupId;
  const run = await createConversationInsight(trx, workspaceId, { conversationId, insightGroupId, createdAt });
  if (run === undefined) return { ...none, learningJobId };
  const payload = { conversationId, conversationInsightId: run.id };
  const jobId = await jobs.enqueue(trx, { workspaceId, type: 'run-insights', payload });
  return { conversationInsightId: run.id, jobId, learningJobId };
}
