import { z } from 'zod';
import type { Assistant } from '../../store/assistants.js';

/** Telnyx's `InferenceEmbedding`. */
export const AssistantSchema = z
  .looseObject({
    id: z.string().describe('assistant-<uuid>'),
    name: z.string().describe('What people call it'),
    created_at: z.string().describe('ISO 8601 with milliseconds and Z'),
    model: z.string().describe("The model's id; empty where none was named"),
    instructions: z.string().describe('System instructions; may hold dynamic variables'),
    greeting: z.string().optional().describe('What it says first; may hold dynamic variables'),
    description: z.string().optional().describe('For people'),
    dynamic_variables: z.record(z.string(), z.unknown()).describe('Variables and their defaults'),
    dynamic_variables_webhook_url: z.string().optional().describe('Asked for variables at the start of a conversation'),
    dynamic_variables_webhook_timeout_ms: z.int().describe('How long that may take, 1 to 10000 ms'),
    insight_settings: z
      .looseObject({ insight_group_id: z.string().optional().describe('Run when a conversation ends') })
      .optional()
      .describe('What is made of its conversations'),
    privacy_settings: z
      .looseObject({ data_retention: z.boolean().describe('False: of its conversations nothing is stored') })
      .describe('What is kept of its conversations'),
  })
  .describe('An assistant, with the other fields of Telnyx as they came');

/** What a deletion is answered with, as OpenAI's API has it. */
export const AssistantDeletedSchema = z.object({
  id: z.string().describe("The assistant's id"),
  object: z.literal('assistant.deleted').describe('Always assistant.deleted'),
  deleted: z.literal(true).describe('Always true'),
});

/** An assistant as Telnyx writes it. What is not there is left out: Telnyx declares no field nullable. */
export function assistantJson(assistant: Assistant): Record<string, unknown> {
  const { insight_settings, privacy_settings, ...otherFields } = assistant.otherFields;
  return {
    ...otherFields,
    id: assistant.id,
    name: assistant.name,
    created_at: assistant.createdAt,
    model: assistant.model,
    instructions: assistant.instructions,
    ...present('greeting', assistant.greeting),
    ...present('description', assistant.description),
    dynamic_variables: assistant.dynamicVariables,
    ...present('dynamic_variables_webhook_url', assistant.dynamicVariablesWebhookUrl),
    dynamic_variables_webhook_timeout_ms: assistant.dynamicVariablesWebhookTimeoutMs,
    ...settings('insight_settings', {
      ...members(insight_settings),
      ...present('insight_group_id', assistant.insightGroupId),
    }),
    privacy_settings: { ...members(privacy_settings), data_retention: assistant.dataRetention },
  };
}

function settings(name: string, value: object): Record<string, unknown> {
  return Object.keys(value).length === 0 ? {} : { [name]: value };
}

function members(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function present(name: string, value: unknown): Record<string, unknown> {
  return value === null ? {} : { [name]: value };
}
