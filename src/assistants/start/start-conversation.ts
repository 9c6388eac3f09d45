import { randomBytes, randomUUID } from 'node:crypto';
import type { Outbound } from '../../outbound/outbound.js';
import type { WebhookSigner } from '../../outbound/webhook-signer.js';
import { headerVariables } from '../../platforms/telnyx/header-variables.js';
import {
  type BeginningConversation,
  type InitializationRequestEvent,
  initializationRequest,
} from '../../platforms/telnyx/initialization-request.js';
import { type Compiler, createQueryReader } from '../../query/index.js';
import type { Assistant } from '../../store/assistants.js';
import { type Conversation, createConversation } from '../../store/conversations.js';
import type { Database } from '../../store/database.js';
import type { JsonObject } from '../../store/json.js';
import type { InitializationPart } from '../initialize.js';
import { askWebhook, type WebhookOutcome } from './ask-webhook.js';
import { conversationMetadata, platformMetadata } from './conversation-metadata.js';
import { conversationVariables } from './conversation-variables.js';
import { type Memory, recallMemory } from './recall-memory.js';
import { createTextEngine, renderText } from './render-text.js';

/** What whoever starts a conversation says of it. */
export interface StartRequest {
  readonly workspaceId: number;
  readonly assistant: Assistant;
  /** `phone_call`, `web_call`, `sms_chat`, `web_chat`. */
  readonly channel: string;
  readonly agentTarget: string;
  readonly endUserTarget: string;
  readonly endUserTargetVerified: boolean;
  /** SIP headers, as they came. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of this call: they go before all others. */
  readonly dynamicVariables: Readonly<Record<string, unknown>>;
  readonly name?: string | undefined;
  /** Storable, also together with what `platformMetadata` adds. */
  readonly metadata: JsonObject;
  readonly now: Date;
}

/** A conversation that has begun, and all that a record of its initialization needs. */
export interface StartedConversation {
  readonly conversation: Conversation;
  /** What the assistant's templates could say. */
  readonly dynamicVariables: Readonly<Record<string, unknown>>;
  readonly instructions: string;
  readonly greeting: string;
  readonly memory: Memory;
  /** With the answer, read and as it came. */
  readonly webhook: WebhookOutcome;
  /** What the webhook was sent; undefined where the assistant has none. */
  readonly event: InitializationRequestEvent | undefined;
  /** `webhook`, `conversation` and `memory`, as far as there was something to do. */
  readonly parts: readonly InitializationPart[];
}

export interface StartDependencies {
  readonly database: Database;
  /** For the memory query. Absent: the database. */
  readonly reads?: Pick<Database, 'run'> | undefined;
  readonly outbound: Outbound;
  readonly signer: WebhookSigner;
  readonly compiler: Compiler;
}

/**
 * Starts a conversation as Telnyx does: asks the assistant's webhook, and goes on with what there is. Rejects when the conversation
 * cannot be stored, and never for what the webhook or its memory query do.
 */
export type StartConversation = (request: StartRequest) => Promise<StartedConversation>;

/** For the memory query and the results of insights together. */
const MEMORY_MS = 400;

export function createStartConversation({
  database,
  reads = database,
  compiler,
  ...web
}: StartDependencies): StartConversation {
  const reader = createQueryReader();
  const engine = createTextEngine();

  return async (request) => {
    const { assistant, now, workspaceId } = request;
    const parts: InitializationPart[] = [];
    const beginning = beginningOf(request);
    const url = assistant.dynamicVariablesWebhookUrl;
    const event = url === null ? undefined : initializationRequest(beginning, `event_${randomUUID()}`, now);
    const asked: WebhookOutcome =
      url === null || event === undefined
        ? { status: 'none', durationMs: 0 }
        : await askWebhook(web, {
            workspaceId,
            url,
            body: JSON.stringify(event),
            timeoutMs: assistant.dynamicVariablesWebhookTimeoutMs,
          });
    if (url !== null) parts.push(webhookPart(asked));

    const { metadata, problems } = conversationMetadata(
      platformMetadata(beginning),
      request.metadata,
      asked.answer?.metadata ?? {},
    );
    const conversation = await timed(parts, 'conversation', () =>
      createConversation(database.knex, workspaceId, {
        id: beginning.conversationId,
        ...(request.name === undefined ? {} : { name: request.name }),
        metadata,
        createdAt: now,
      }),
    );
    const memory = await recall(request, conversation.id, asked, parts);

    const dynamicVariables = conversationVariables(
      {
        call: request.dynamicVariables,
        headers: beginning.headerVariables,
        webhook: asked.answer?.dynamicVariables ?? {},
        defaults: assistant.dynamicVariables,
        system: systemVariablesOf(beginning),
      },
      now,
    );
    const rendered = (text: string) => renderText(engine, text, dynamicVariables, now);
    return {
      conversation,
      dynamicVariables,
      instructions: rendered(assistant.instructions),
      greeting: rendered(assistant.greeting ?? ''),
      memory,
      webhook: withProblems(asked, problems),
      event,
      parts,
    };
  };

  async function recall(
    { workspaceId, now }: StartRequest,
    conversationId: string,
    { answer }: WebhookOutcome,
    parts: InitializationPart[],
  ): Promise<Memory> {
    const { conversationQuery, insightQuery } = answer ?? {};
    const startMs = performance.now();
    const memory = await recallMemory(
      { database: reads, compiler, reader },
      { workspaceId, conversationQuery, insightQuery, conversationId, now, timeoutMs: MEMORY_MS },
    );
    if (conversationQuery === undefined) return memory;
    const { error } = memory;
    const outcome = error === undefined ? { status: 'ready' as const } : { status: 'failed' as const, error };
    parts.push({ part: 'memory', ...outcome, durationMs: performance.now() - startMs });
    return memory;
  }
}

function beginningOf(request: StartRequest): BeginningConversation {
  return {
    conversationId: randomUUID(),
    assistantId: request.assistant.id,
    channel: request.channel,
    agentTarget: request.agentTarget,
    endUserTarget: request.endUserTarget,
    endUserTargetVerified: request.endUserTargetVerified,
    // As Telnyx's look: nothing can be read out of them.
    callControlId: request.channel === 'phone_call' ? `v3:${randomBytes(30).toString('base64url')}` : undefined,
    headerVariables: headerVariables(request.headers),
  };
}

/** Those of Telnyx's system variables that are about the conversation; those of time are beside them. */
function systemVariablesOf(beginning: BeginningConversation): Readonly<Record<string, unknown>> {
  const { callControlId } = beginning;
  return {
    telnyx_conversation_channel: beginning.channel,
    telnyx_agent_target: beginning.agentTarget,
    telnyx_end_user_target: beginning.endUserTarget,
    ...(callControlId === undefined ? {} : { call_control_id: callControlId }),
  };
}

function webhookPart({ status, durationMs, error }: WebhookOutcome): InitializationPart {
  const partStatus = status === 'ok' ? 'ready' : status === 'timeout' ? 'late' : 'failed';
  return { part: 'webhook', status: partStatus, durationMs, ...(error === undefined ? {} : { error }) };
}

function withProblems(outcome: WebhookOutcome, problems: readonly string[]): WebhookOutcome {
  if (problems.length === 0) return outcome;
  return { ...outcome, detail: [...(outcome.detail === undefined ? [] : [outcome.detail]), ...problems].join(' ') };
}

async function timed<Result>(parts: InitializationPart[], part: string, work: () => Promise<Result>): Promise<Result> {
  const startMs = performance.now();
  const result = await work();
  parts.push({ part, status: 'ready', durationMs: performance.now() - startMs });
  return result;
}
