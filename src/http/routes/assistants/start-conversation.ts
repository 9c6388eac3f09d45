import type { StartConversation, StartedConversation } from '../../../assistants/start/start-conversation.js';
import { describeError } from '../../../errors.js';
import { createWebhookSigner } from '../../../outbound/webhook-signer.js';
import { retrieveAssistant } from '../../../store/assistants.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { noteStarted } from '../../note-started.js';
import { observationOf } from '../../observation.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { StartConversationBody, startConversationProblems } from '../../start-conversation-body.js';
import { StartedConversationJson, startedConversationJson } from '../../wire/started-conversation.js';
import { within } from '../../within.js';
import { assistantIdOf, assistantNotFound } from './assistant-id.js';

/** For everything beside the webhook. */
const OWN_MS = 1_000;

/**
 * Starts a conversation as Telnyx does, with Ringback as the platform that asks the assistant's webhook. Answered within the webhook's
 * timeout and one second, whatever the webhook and the database do.
 *
 * An `Idempotency-Key` means nothing here: its work is one transaction, and none is to be open while a webhook is waited for. Started
 * twice, there are two conversations, as with a call that is made twice.
 */
export function startConversationRoute(deps: RouteDependencies): Route {
  const { authorize, database, log, now, readJson } = deps;
  let loading: Promise<StartConversation> | undefined;
  /** Loaded with the first one: most servers are the webhook, and not the platform. */
  function starter(): Promise<StartConversation> {
    loading ??= import('../../../assistants/start/start-conversation.js').then(({ createStartConversation }) =>
      createStartConversation({ ...deps, signer: createWebhookSigner(deps) }),
    );
    return loading;
  }

  /** What nobody expected, which the answer does not say. */
  function logErrors({ parts }: StartedConversation, requestId: string): void {
    for (const { part, error } of parts) {
      if (error === undefined) continue;
      log.warn({ request_id: requestId, part, error: describeError(error) }, 'a conversation began without a part');
    }
  }

  return {
    method: 'post',
    paths: ['/v1/assistants/:assistant_id/start'],
    operation: {
      id: 'startConversation',
      tag: 'assistants',
      summary: 'Start a conversation as the platform does',
      description:
        "Ringback plays the platform: it sends the signed `assistant.initialization` event to the assistant's `dynamic_variables_webhook_url`, waits `dynamic_variables_webhook_timeout_ms`, and goes on with what it got. Variables come from this call, then from `X-` headers, then from the webhook, then from the assistant; what none of them sets stays as `{{name}}`. The conversation is made, and the memory that the webhook asked for is looked up in this store. There is no `Idempotency-Key` here: started twice, there are two conversations.",
      access: 'write',
      body: StartConversationBody,
      answer: { status: 200, description: 'The conversation that has begun.', schema: StartedConversationJson },
      refusals: [400, 404, 413, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const assistantId = assistantIdOf(req);
      const body = readBodyAs(StartConversationBody, await readJson(req, res));
      refuseProblems(startConversationProblems(body, assistantId));
      const start = await starter();
      const startMs = performance.now();
      const assistant = await within(OWN_MS, retrieveAssistant(database.knex, workspaceId, assistantId));
      if (assistant === undefined) throw assistantNotFound(assistantId);
      const webhookMs = assistant.dynamicVariablesWebhookUrl === null ? 0 : assistant.dynamicVariablesWebhookTimeoutMs;
      const started = await within(
        Math.max(1, startMs + webhookMs + OWN_MS - performance.now()),
        start({
          workspaceId,
          assistant,
          channel: body.telnyx_conversation_channel,
          agentTarget: body.telnyx_agent_target,
          endUserTarget: body.telnyx_end_user_target,
          endUserTargetVerified: body.telnyx_end_user_target_verified ?? false,
          headers: body.headers ?? {},
          dynamicVariables: body.dynamic_variables ?? {},
          name: body.name,
          metadata: body.metadata ?? {},
          now: now(),
        }),
      );
      logErrors(started, observationOf(res).requestId);
      sendJson(res, 200, startedConversationJson(started));
      noteStarted(deps, workspaceId, started);
    },
  };
}
