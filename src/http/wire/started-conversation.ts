import { z } from 'zod';
import type { WebhookOutcome } from '../../assistants/start/ask-webhook.js';
import { MEMORY_CHARACTERS_MAX } from '../../assistants/start/memory-text.js';
import type { Memory } from '../../assistants/start/recall-memory.js';
import type { StartedConversation } from '../../assistants/start/start-conversation.js';
import { jsonObject } from '../json-object.js';
import { ConversationJson } from './conversation.js';

const MemoryJson = z
  .object({
    context_text: z
      .string()
      .describe(
        `For the assistant's prompt: what insights made of the conversations, newest first, a line each, marked as data, ${MEMORY_CHARACTERS_MAX} characters at most. Empty where there is nothing to tell.`,
      ),
    conversations: z
      .array(ConversationJson)
      .describe('What the `conversation_query` found, without this conversation.'),
    insights: z
      .array(
        z.object({
          conversation_id: z.guid(),
          insight_id: z.string(),
          name: z.string().optional().describe('Of the insight; absent where it was deleted since.'),
          result: z.string().describe("As it was stored: callers' words are in it. The beginning of a long one."),
          created_at: z.iso.datetime(),
        }),
      )
      .describe('What the `insight_query` chose of these conversations; without one, every completed insight.'),
    detail: z.string().optional().describe('Why there is none, or less than was asked for.'),
  })
  .describe('What the assistant remembers: only where its webhook asked for memory.');

const WebhookJson = z
  .object({
    status: z
      .enum(['ok', 'timeout', 'error', 'invalid', 'none'])
      .describe(
        '`none`: the assistant has no webhook. `error`: it was not reached, or answered with another status than 200 to 299. `invalid`: its answer was too large, no JSON object, or flat. Everything but `ok` counts as no answer.',
      ),
    duration_ms: z.number().describe('From the first packet to the last byte, or to when it was given up.'),
    detail: z.string().optional().describe('What was wrong, also with parts of an answer that was `ok` otherwise.'),
  })
  .describe("What the assistant's `dynamic_variables_webhook_url` did.");

/** A conversation that has begun, and what its assistant is to be told. */
export const StartedConversationJson = z.object({
  conversation_id: z.guid(),
  dynamic_variables: jsonObject.describe('The values of all variables, system variables among them.'),
  instructions: z.string().describe('With the values of their variables. One that is not set stays as it is written.'),
  greeting: z.string().describe('The same; empty where the assistant has none.'),
  memory: MemoryJson,
  webhook: WebhookJson,
});

export function startedConversationJson(started: StartedConversation): z.output<typeof StartedConversationJson> {
  return {
    conversation_id: started.conversation.id,
    dynamic_variables: started.dynamicVariables,
    instructions: started.instructions,
    greeting: started.greeting,
    memory: memoryJson(started.memory),
    webhook: webhookJson(started.webhook),
  };
}

function memoryJson({ contextText, conversations, insights, detail }: Memory): z.output<typeof MemoryJson> {
  return {
    context_text: contextText,
    conversations: conversations.map((conversation) => ({ ...conversation })),
    insights: insights.map(({ conversationId, insightId, insightName, result, createdAt }) => ({
      conversation_id: conversationId,
      insight_id: insightId,
      ...(insightName === null ? {} : { name: insightName }),
      result,
      created_at: createdAt,
    })),
    ...(detail === undefined ? {} : { detail }),
  };
}

function webhookJson({ status, durationMs, detail }: WebhookOutcome): z.output<typeof WebhookJson> {
  return {
    status,
    duration_ms: Math.round(durationMs * 10) / 10,
    ...(detail === undefined ? {} : { detail }),
  };
}
