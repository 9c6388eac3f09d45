import type { JobQueue } from '../../jobs/job-queue.js';
import type { Executor } from '../../store/database.js';
import { learnedSinceReflectionOf } from '../../store/patterns.js';
import { isReflectionDue } from '../reflection/is-reflection-due.js';

export interface FollowLearningDependencies {
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  /** Absent: there are no vectors. */
  readonly embedding?: object | undefined;
  readonly now: () => Date;
}

/**
 * What comes after something was learned of a caller, in the transaction that keeps it: vectors, and reflection when it is due.
 *
 * @returns the caller with all who were merged into it: whose copies are old now
 */
export async function followLearning(
  { jobs, embedding, now }: FollowLearningDependencies,
  trx: Executor,
  workspaceId: number,
  { conversationId, callerId }: { readonly conversationId: string; readonly callerId: string },
): Promise<readonly string[]> {
  if (embedding !== undefined) {
    const payload = { conversationId };
    await jobs.enqueue(trx, { workspaceId, type: 'embed-memory', payload, singletonKey: conversationId });
  }
  const learned = await learnedSinceReflectionOf(trx, workspaceId, callerId);
  if (learned === undefined) return [];
  if (isReflectionDue(learned, now()))
    await jobs.enqueue(trx, { workspaceId, type: 'reflect', payload: { callerId }, singletonKey: callerId });
  return learned.callerIds;
}
