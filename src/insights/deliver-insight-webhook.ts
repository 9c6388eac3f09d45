import { JobFailed, type JobHandler, TryFailed } from '../jobs/job-queue.js';
import { type Outbound, OutboundFailed, OutboundRefused } from '../outbound/outbound.js';
import type { WebhookSigner } from '../outbound/webhook-signer.js';
import { insightResultEvent } from '../platforms/telnyx/insight-result-event.js';
import { retrieveConversationInsight } from '../store/conversation-insights.js';
import { retrieveConversation } from '../store/conversations.js';
import type { Database, Executor } from '../store/database.js';
import { retrieveInsightGroup } from '../store/insight-groups.js';
import { retrieveInsight } from '../store/insights.js';
import { WebhookKeyUnusable } from '../store/webhook-keys.js';

export interface DeliverInsightWebhookDependencies {
  readonly database: Database;
  readonly outbound: Outbound;
  readonly signer: WebhookSigner;
}

const TIMEOUT_MS = 10_000;
/** Nobody reads it. */
const ANSWER_BYTES_MAX = 64 * 1024;

/** Answers that may be others later. */
const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * Sends the results of a run to the webhook of an insight or of a group, signed with the workspace's key as Telnyx signs. Any 2xx is
 * success. Tried again: no answer, 408, 425, 429 and 5xx. Not: other answers, redirects, an address that may not be called.
 */
export function deliverInsightWebhookHandler({
  database,
  outbound,
  signer,
}: DeliverInsightWebhookDependencies): JobHandler<'deliver-insight-webhook'> {
  return async ({ conversationId, conversationInsightId, target }, { workspaceId, jobId, signal, outside }) => {
    const db = database.knex;
    const webhook = await findWebhook(db, workspaceId, target);
    const run = await retrieveConversationInsight(db, workspaceId, { conversationId, id: conversationInsightId });
    const conversation = await retrieveConversation(db, workspaceId, conversationId);
    // Deleted since, or the webhook was taken away.
    if (webhook === undefined || run === undefined || conversation === undefined) return { delivered: false };
    const event = insightResultEvent({
      id: jobId,
      occurredAt: run.updatedAt,
      conversationId,
      conversationInsightId,
      insightGroupId: run.insightGroupId,
      insight: webhook.insight,
      status: run.status === 'failed' ? 'failed' : 'completed',
      metadata: conversation.metadata,
      results: run.results,
    });
    const body = JSON.stringify(event);
    const status = await outside(() => send({ outbound, signer }, workspaceId, webhook.url, body, signal));
    if (status >= 200 && status < 300) return { delivered: true, status };
    throw refusal(status);
  };
}

interface Webhook {
  readonly url: string;
  readonly insight?: { readonly id: string; readonly instructions: string };
}

async function findWebhook(
  db: Executor,
  workspaceId: number,
  { kind, id }: { readonly kind: 'insight' | 'group'; readonly id: string },
): Promise<Webhook | undefined> {
  if (kind === 'group') {
    const url = (await retrieveInsightGroup(db, workspaceId, id))?.webhook;
    return url === undefined || url === '' ? undefined : { url };
  }
  const insight = await retrieveInsight(db, workspaceId, id);
  if (insight === undefined || insight.webhook === '') return undefined;
  return { url: insight.webhook, insight: { id: insight.id, instructions: insight.instructions } };
}

async function send(
  { outbound, signer }: Pick<DeliverInsightWebhookDependencies, 'outbound' | 'signer'>,
  workspaceId: number,
  url: string,
  body: string,
  signal: AbortSignal,
): Promise<number> {
  try {
    const headers = { 'content-type': 'application/json', ...(await signer.headersFor(workspaceId, body)) };
    const limits = { timeoutMs: TIMEOUT_MS, answerBytesMax: ANSWER_BYTES_MAX };
    return (await outbound.request({ method: 'POST', url, headers, body, ...limits, signal })).status;
  } catch (error) {
    if (error instanceof OutboundRefused || error instanceof WebhookKeyUnusable) throw new JobFailed(error.message);
    if (error instanceof OutboundFailed) throw new TryFailed(error.message);
    throw error;
  }
}

function refusal(status: number): Error {
  if (status >= 500 || PASSING_STATUSES.has(status)) return new TryFailed(`The webhook answered ${status}.`);
  if (status >= 300 && status < 400) {
    return new JobFailed(
      `The webhook answered ${status}: redirects are not followed; set the webhook to the address itself.`,
    );
  }
  return new JobFailed(`The webhook answered ${status}.`);
}
