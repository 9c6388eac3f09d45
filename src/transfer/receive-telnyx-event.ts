import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { endConversation } from '../insights/end-conversation.js';
import type { JobQueue } from '../jobs/job-queue.js';
import { redactCredentials } from '../platforms/redact-credentials.js';
import { storableCopy } from '../platforms/storable-copy.js';
import { endedMetadata } from '../platforms/telnyx/ended-metadata.js';
import {
  type ConversationEnded,
  type InsightResults,
  readTelnyxEvent,
  type TelnyxEvent,
} from '../platforms/telnyx/event.js';
import { uuidOf } from '../platforms/uuid-of.js';
import { completeConversation, conversationOfCall } from '../store/complete-conversation.js';
import {
  completeConversationInsight,
  createConversationInsight,
  failConversationInsight,
  retrieveConversationInsight,
} from '../store/conversation-insights.js';
import { retrieveConversation } from '../store/conversations.js';
import { retainsData } from '../store/data-retention.js';
import { adoptEvents, recordEvent } from '../store/events.js';
import type { JsonObject } from '../store/json.js';
import { storableMetadata } from '../store/storable-metadata.js';
import type { StoreLog } from '../store/store-log.js';
import { isErased } from '../store/tombstones.js';
import { readUuid } from '../uuid.js';

/** An event as it came, and what is known of it. */
export interface ReceivedEvent {
  readonly event: TelnyxEvent;
  /** The same for the same event, delivered how often it may be. */
  readonly key: string;
  /** Storable, without credentials. */
  readonly body: JsonObject;
}

export interface EventTargets {
  readonly assistantId: string | undefined;
  /** The agent's. */
  readonly number: string | undefined;
}

export interface ReceivingWorkspace {
  readonly id: number;
  /** Its numbers and SIP URIs, where it lists them: they tell the agent from the end user. */
  readonly numbers: readonly string[];
  /** Whether messages can be fetched from Telnyx. */
  readonly hasApiKey: boolean;
  /** Throws where the workspace lists what is its own, and this is not. */
  refuseOthers(targets: EventTargets): void;
}

export interface ReceivingDependencies {
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  readonly log: StoreLog;
  readonly now: Date;
}

/** What became of an event. */
export type EventOutcome =
  /** The conversation's messages are fetched by a job, which ends it. */
  | 'fetching'
  | 'ended'
  | 'insights'
  /** Kept until its conversation is known. */
  | 'kept'
  /** Nothing is done with such events, or of such assistants. */
  | 'noted'
  /** Its conversation was erased with its caller. */
  | 'erased'
  | 'duplicate';

/** Insights come minutes after a call, and its end may be told late. */
const ADOPT_MS = 24 * 3_600_000;

const GENERATED = 'call.conversation_insights.generated';

/**
 * Reads an event.
 *
 * @param body its JSON value; undefined where it is none
 */
export function readReceivedEvent(rawBody: Uint8Array, body: unknown): ReceivedEvent {
  const event = readTelnyxEvent(body);
  const copy = redactCredentials(storableCopy(body));
  return {
    event,
    key: event.id ?? `sha256:${createHash('sha256').update(rawBody).digest('hex')}`,
    body: isObject(copy) ? copy : {},
  };
}

/**
 * Keeps an event and does what it asks for, in the caller's transaction: the event, what it changes and the job that it needs are
 * there together, or none is. One that is delivered again changes nothing.
 */
export async function receiveTelnyxEvent(
  trx: Knex.Transaction,
  workspace: ReceivingWorkspace,
  received: ReceivedEvent,
  deps: ReceivingDependencies,
): Promise<EventOutcome> {
  const { event } = received;
  if (event.kind === 'other') return note(trx, workspace.id, received, deps.now, 'noted');
  if (event.kind === 'conversation-ended') return receiveEnd(trx, workspace, { ...received, event }, deps);
  return receiveInsights(trx, workspace, { ...received, event }, deps);
}

type Received<Event extends TelnyxEvent> = ReceivedEvent & { readonly event: Event };

/** Keeps that there was such an event, and nothing that it said. */
async function note(
  trx: Knex.Transaction,
  workspaceId: number,
  { event, key }: ReceivedEvent,
  receivedAt: Date,
  outcome: EventOutcome,
): Promise<EventOutcome> {
  const newEvent = { platform: 'telnyx', eventKey: key, eventType: event.type, receivedAt } as const;
  return (await recordEvent(trx, workspaceId, newEvent)) ? outcome : 'duplicate';
}

/** Keeps the event with what it said. */
function keep(
  trx: Knex.Transaction,
  workspaceId: number,
  { event, key, body }: ReceivedEvent,
  conversationId: string | undefined,
  receivedAt: Date,
): Promise<boolean> {
  const platform = 'telnyx';
  return recordEvent(trx, workspaceId, {
    ...{ platform, eventKey: key, eventType: event.type, body, conversationId, receivedAt },
  });
}

async function receiveEnd(
  trx: Knex.Transaction,
  workspace: ReceivingWorkspace,
  received: Received<ConversationEnded>,
  { jobs, log, now }: ReceivingDependencies,
): Promise<EventOutcome> {
  const { event } = received;
  const metadata = storableMetadata(endedMetadata(event, workspace.numbers));
  const agent = metadata.telnyx_agent_target;
  workspace.refuseOthers({
    assistantId: event.assistantId,
    number: typeof agent === 'string' ? agent : event.to,
  });
  const conversationId = readUuid(event.conversationId ?? '');
  const { assistantId } = event;
  if (!(await retainsData(trx, workspace.id, { conversationId, assistantId }))) {
    return note(trx, workspace.id, received, now, 'noted');
  }
  if (conversationId === undefined) return note(trx, workspace.id, received, now, 'noted');
  if (await wasErased(trx, workspace.id, received.key, conversationId)) return 'erased';
  if (!(await keep(trx, workspace.id, received, conversationId, now))) return 'duplicate';

  const endedAt = earlierOf(event.occurredAt ?? now, now);
  const createdAt = new Date(endedAt.getTime() - (event.durationSeconds ?? 0) * 1000);
  await completeConversation(trx, workspace.id, { id: conversationId, metadata, createdAt });
  await adoptInsights(trx, workspace.id, event, conversationId, now);
  if (workspace.hasApiKey) {
    const job = { workspaceId: workspace.id, payload: { conversationId }, singletonKey: conversationId };
    await jobs.enqueue(trx, { ...job, type: 'fetch-telnyx-conversation' });
    return 'fetching';
  }
  await endConversation({ db: trx, jobs, log }, workspace.id, conversationId, { reason: 'event', at: endedAt });
  return 'ended';
}

/** Results that were told before anybody knew which conversation is that call's. */
async function adoptInsights(
  trx: Knex.Transaction,
  workspaceId: number,
  { callControlId }: ConversationEnded,
  conversationId: string,
  now: Date,
): Promise<void> {
  if (callControlId === undefined) return;
  const wanted = { platform: 'telnyx', eventType: GENERATED, field: 'call_control_id', value: callControlId } as const;
  const since = new Date(now.getTime() - ADOPT_MS);
  for (const { body } of await adoptEvents(trx, workspaceId, { ...wanted, conversationId, since })) {
    const event = readTelnyxEvent(body);
    if (event.kind === 'insight-results') await storeInsights(trx, workspaceId, conversationId, event, now);
  }
}

async function receiveInsights(
  trx: Knex.Transaction,
  workspace: ReceivingWorkspace,
  received: Received<InsightResults>,
  { now }: ReceivingDependencies,
): Promise<EventOutcome> {
  const { event } = received;
  const { callControlId } = event;
  const conversationId =
    readUuid(event.conversationId ?? '') ??
    (callControlId === undefined ? undefined : await conversationOfCall(trx, workspace.id, callControlId));
  const known =
    conversationId === undefined ? undefined : await retrieveConversation(trx, workspace.id, conversationId);
  const assistantId = event.assistantId ?? textIn(known?.metadata.assistant_id);
  workspace.refuseOthers({ assistantId, number: textIn(known?.metadata.telnyx_agent_target) });
  if (!(await retainsData(trx, workspace.id, { conversationId, assistantId }))) {
    return note(trx, workspace.id, received, now, 'noted');
  }
  if (conversationId === undefined) {
    if (event.type !== GENERATED || callControlId === undefined) {
      return note(trx, workspace.id, received, now, 'noted');
    }
    return (await keep(trx, workspace.id, received, undefined, now)) ? 'kept' : 'duplicate';
  }
  if (await wasErased(trx, workspace.id, received.key, conversationId)) return 'erased';
  if (!(await keep(trx, workspace.id, received, conversationId, now))) return 'duplicate';
  const metadata = storableMetadata({
    ...(assistantId === undefined ? {} : { assistant_id: assistantId }),
    ...(callControlId === undefined ? {} : { call_control_id: callControlId }),
  });
  await completeConversation(trx, workspace.id, { id: conversationId, metadata, createdAt: now });
  await storeInsights(trx, workspace.id, conversationId, event, now);
  return 'insights';
}

/** Telnyx tells one run's results in up to two kinds of events: what says the same of a conversation is the same run. */
async function storeInsights(
  trx: Knex.Transaction,
  workspaceId: number,
  conversationId: string,
  { insightGroupId, status, results }: InsightResults,
  now: Date,
): Promise<void> {
  if (results.length === 0 && status === 'completed') return;
  const said = results.map(({ insightId, result }) => [insightId, canonical(result)]).sort();
  const key = { conversationId, id: uuidOf(JSON.stringify(['telnyx-insights', conversationId, status, said])) };
  if ((await retrieveConversationInsight(trx, workspaceId, key)) !== undefined) return;
  await createConversationInsight(trx, workspaceId, { ...key, insightGroupId: insightGroupId ?? null, createdAt: now });
  if (status === 'completed') await completeConversationInsight(trx, workspaceId, key, results, now);
  else await failConversationInsight(trx, workspaceId, key, { reason: 'The insights failed at Telnyx.', results }, now);
}

/** A result that is a JSON object is told as its text, or as itself: the spaces in a text say nothing. */
function canonical(result: string): string {
  try {
    return JSON.stringify(JSON.parse(result));
  } catch {
    return result;
  }
}

/** Whether the event, or its conversation, was erased: it must not come back. */
function wasErased(trx: Knex.Transaction, workspaceId: number, key: string, conversationId: string): Promise<boolean> {
  return isErased(trx, workspaceId, [
    { kind: 'event', id: `telnyx ${key}` },
    { kind: 'conversation', id: conversationId },
  ]);
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function earlierOf(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
