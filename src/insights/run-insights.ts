import { failureReason } from '../jobs/failure-reason.js';
import { type JobContext, JobFailed, type JobHandler, type JobQueue, TryFailed } from '../jobs/job-queue.js';
import type { JobPayloads } from '../jobs/job-types.js';
import type { LanguageModel } from '../models/language-model.js';
import { type ChangeFeed, callersChange } from '../store/change-feed.js';
import {
  beginConversationInsight,
  type ConversationInsight,
  completeConversationInsight,
  failConversationInsight,
  reopenConversationInsight,
} from '../store/conversation-insights.js';
import type { Database, Executor } from '../store/database.js';
import { endUserTargetOf } from '../store/end-user-target.js';
import { retrieveInsightGroup } from '../store/insight-groups.js';
import type { InsightResult } from '../store/insight-results.js';
import { type Insight, insightsOfGroups, retrieveInsight } from '../store/insights.js';
import { SUMMARY_INSIGHT } from '../store/summary-insight.js';
import { readTranscript, type Transcript } from '../store/transcripts.js';
import { type InsightOutcome, runInsight } from './run-insight.js';

export interface RunInsightsDependencies {
  readonly database: Database;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  /** What is known of the caller is another thing afterwards. */
  readonly changes: Pick<ChangeFeed, 'publish'>;
  readonly model?: LanguageModel | undefined;
  readonly now: () => Date;
}

const TRANSCRIPT_LIMITS = { firstMax: 2000, lastMax: 8000, textCharactersMax: 4000 } as const;

/** So many insights of a run ask the model at once. */
const AT_ONCE = 4;

/**
 * Runs the insights of a conversation that ended: `in_progress`, then `completed`, or `failed` with the reasons of those that could not
 * be done and the results of the others. With the end of the run, its webhooks are there as jobs. What may pass is tried again; done
 * twice, there is one set of results. A run that failed for good begins anew when somebody retries its job.
 */
export function runInsightsHandler(deps: RunInsightsDependencies): JobHandler<'run-insights'> {
  const { database, now } = deps;
  const run = oneTry(deps);
  /** Nobody comes back to it: it must not stay in progress. One that is at its end stays as it is. */
  const abandoned: NonNullable<JobHandler<'run-insights'>['abandoned']> = (db, workspaceId, payload, reason) => {
    const key = { conversationId: payload.conversationId, id: payload.conversationInsightId };
    return failConversationInsight(db, workspaceId, key, { reason }, now());
  };
  const handle = async (payload: JobPayloads['run-insights'], context: JobContext) => {
    try {
      return await run(payload, context);
    } catch (error) {
      const { isLastAttempt, signal, workspaceId } = context;
      const isStopped = signal.aborted && !(signal.reason instanceof TryFailed);
      if (isLastAttempt && !isStopped) await abandoned(database.knex, workspaceId, payload, failureReason(error));
      throw error;
    }
  };
  return Object.assign(handle, { abandoned });
}

function oneTry(deps: RunInsightsDependencies): JobHandler<'run-insights'> {
  const { changes, database, model, now } = deps;
  return async ({ conversationId, conversationInsightId }, context) => {
    const { workspaceId, attempt, isLastAttempt, signal, outside } = context;
    const key = { conversationId, id: conversationInsightId };
    const run =
      (await beginConversationInsight(database.knex, workspaceId, key, now())) ??
      (attempt === 1 ? await reopenConversationInsight(database.knex, workspaceId, key, now()) : undefined);
    // It is at its end, or the conversation was deleted.
    if (run === undefined) return { insights: 0 };
    const transcript = await readTranscript(database.knex, workspaceId, conversationId, TRANSCRIPT_LIMITS);
    if (transcript === undefined) return { insights: 0 };
    const finish = (ending: RunEnding) => endRun(deps, workspaceId, run, ending);

    if (!transcript.retains) {
      await finish({ results: [], reason: 'The assistant of the conversation keeps no data.', insights: [] });
      return { insights: 0 };
    }
    const insights = await insightsOf(database.knex, workspaceId, run);
    const outcomes = await outside(() => runAll(insights, transcript, model, signal));
    const failures = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome] : []));
    const reason = failures.map((failure) => failure.reason).join(' ');
    if (failures.some(({ isTemporary }) => isTemporary) && !isLastAttempt) throw new TryFailed(reason);

    const results = outcomes.flatMap((outcome, index): InsightResult[] => {
      const insightId = insights[index]?.id;
      return outcome.kind === 'result' && insightId !== undefined ? [{ insightId, result: outcome.result }] : [];
    });
    await finish({ results, reason: failures.length === 0 ? undefined : reason, insights });
    changes.publish(callersChange(workspaceId, endUserTargetOf(transcript.metadata)));
    // The job fails, too: then it can be found among those that did, and retried.
    if (failures.length > 0) throw new JobFailed(reason);
    return { insights: results.length };
  };
}

/** Of the group that the run was made for, whatever the assistant names by now. */
async function insightsOf(
  db: Executor,
  workspaceId: number,
  { insightGroupId }: ConversationInsight,
): Promise<readonly Insight[]> {
  if (insightGroupId !== null)
    return (await insightsOfGroups(db, workspaceId, [insightGroupId])).get(insightGroupId) ?? [];
  const summary = await retrieveInsight(db, workspaceId, SUMMARY_INSIGHT.id);
  return summary === undefined ? [] : [summary];
}

async function runAll(
  insights: readonly Insight[],
  transcript: Transcript,
  model: LanguageModel | undefined,
  signal: AbortSignal,
): Promise<readonly InsightOutcome[]> {
  const outcomes: InsightOutcome[] = [];
  const waiting = insights.entries();
  const work = async (): Promise<void> => {
    for (const [index, insight] of waiting) {
      signal.throwIfAborted();
      outcomes[index] = await runInsight(insight, transcript, { model, signal });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

interface RunEnding {
  readonly insights: readonly Insight[];
  readonly results: readonly InsightResult[];
  /** Absent: all went well. */
  readonly reason?: string | undefined;
}

/** The results and the jobs of their webhooks are there together, or none is. */
async function endRun(
  { database, jobs, now }: RunInsightsDependencies,
  workspaceId: number,
  { id, conversationId, insightGroupId }: ConversationInsight,
  { insights, results, reason }: RunEnding,
): Promise<void> {
  const key = { conversationId, id };
  await database.knex.transaction(async (trx) => {
    const ended =
      reason === undefined
        ? await completeConversationInsight(trx, workspaceId, key, results, now())
        : await failConversationInsight(trx, workspaceId, key, { reason, results }, now());
    if (!ended || results.length === 0) return;
    const withResult = new Set(results.map(({ insightId }) => insightId));
    const group = insightGroupId === null ? undefined : await retrieveInsightGroup(trx, workspaceId, insightGroupId);
    const targets = [
      ...insights
        .filter((insight) => insight.webhook !== '' && withResult.has(insight.id))
        .map((insight) => ({ kind: 'insight', id: insight.id }) as const),
      ...(group === undefined || group.webhook === '' ? [] : [{ kind: 'group', id: group.id } as const]),
    ];
    for (const target of targets) {
      const payload = { conversationId, conversationInsightId: id, target };
      await jobs.enqueue(trx, { workspaceId, type: 'deliver-insight-webhook', payload });
    }
  });
}
