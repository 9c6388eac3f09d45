import type { JobQueue } from '../../jobs/job-queue.js';
import { callersMergedInto } from '../../store/callers.js';
import type { Executor } from '../../store/database.js';
import { learnedSinceReflection } from '../../store/patterns.js';
import { isReflectionDue } from '../reflection/is-reflection-due.js';

export interface FollowLearningDependencies {
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  /** Absent: there are no vectors. */
  readonly embedding?: object | undefined;
  readonly now: () => Date;
}

/** What comes after something was learned of a caller, in the transaction that keeps it: vectors, and reflection when it is due. */
export async function followLearning(
  { jobs, embedding, now }: FollowLearningDependencies,
  trx: Executor,
  workspaceId: number,
  { conversationId, callerId }: { readonly conversationId: string; readonly callerId: string },
): Promise<void> {
  if (embedding !== undefined) {
    const payload = { conversationId };
    await jobs.enqueue(trx, { workspaceId, type: 'embed-memory', payload, singletonKey: conversationId });
  }
  const callerIds = await callersMergedInto(trx, workspaceId, callerId);
  const learned = await learnedSinceReflection(trx, workspaceId, callerIds);
  if (learned === undefined || !isReflectionDue(learned, now())) return;
  await jobs.enqueue(trx, { workspaceId, type: 'reflect', payload: { callerId }, singletonKey: callerId });
}
