import { z } from 'zod';
import type { AssistantFields } from '../store/assistants.js';
import { jsonPointer } from '../store/json-pointer.js';
import { jsonFieldProblems, jsonProblems, nameProblems, textProblem } from '../store/storable.js';
import type { BodyProblem } from './body-problem.js';
import { jsonObject } from './json-object.js';
import { webhookProblem } from './webhook-url.js';

const TIMEOUT = 'has to be a whole number from 1 to 10000';

/** The fields of an assistant that mean something here. Null, where Telnyx has no null, takes a text away. */
const fields = {
  model: z.string().nullish().describe("The model's id"),
  greeting: z.string().nullish().describe('What the assistant says first'),
  description: z.string().nullish().describe('For people'),
  dynamic_variables: jsonObject.nullish().describe('Variables and their defaults, 64 KiB at most'),
  dynamic_variables_webhook_url: z.string().nullish().describe('Asked for variables at the start of a conversation'),
  dynamic_variables_webhook_timeout_ms: z
    .int({ error: TIMEOUT })
    .min(1, { error: TIMEOUT })
    .max(10_000, { error: TIMEOUT })
    .nullish()
    .describe('How long that may take (1500)'),
  insight_settings: z
    .object({ insight_group_id: z.string().nullish().describe('The group that is run when a conversation ends') })
    .nullish()
    .describe('What is made of its conversations'),
  privacy_settings: z
    .object({ data_retention: z.boolean().nullish().describe('False: nothing of its conversations is stored (true)') })
    .nullish()
    .describe('What is kept of its conversations'),
};

const name = z.string().describe('What people call it');
const instructions = z.string().describe('System instructions');

/** A new assistant, as the SDK's `assistants.create` sends it. */
export const NewAssistantBody = z.object({ name, instructions, ...fields });

/** What is to change of an assistant. */
export const AssistantChangesBody = z.object({
  name: name.optional(),
  instructions: instructions.optional(),
  ...fields,
});

export type AssistantBody = z.output<typeof AssistantChangesBody>;

/** Fields of an answer that a program may send back, and one that asks for something: none is a property of the assistant. */
const NOT_KEPT: ReadonlySet<string> = new Set(['id', 'created_at', 'promote_to_main']);

/** What cannot be stored, before any SQL. `raw` is the body as it came. */
export function assistantProblems(body: AssistantBody, raw: object): readonly BodyProblem[] {
  const problems: BodyProblem[] = body.name === undefined ? [] : [...nameProblems(body.name)];
  for (const field of ['model', 'instructions', 'greeting', 'description', 'dynamic_variables_webhook_url'] as const) {
    const text = body[field] ?? '';
    const detail = textProblem(text) ?? (field === 'dynamic_variables_webhook_url' ? webhookProblem(text) : undefined);
    if (detail !== undefined) problems.push({ pointer: `/${field}`, detail: `"${field}" ${detail}` });
  }
  return [
    ...problems,
    ...jsonFieldProblems(body.dynamic_variables ?? {}, 'dynamic_variables'),
    ...jsonProblemsOfFields(otherFieldsOf(raw)),
  ];
}

/** What a body says of an assistant; what it does not speak of is absent. */
export function assistantFieldsOf(body: AssistantBody, raw: object): AssistantFields {
  return {
    ...given('name', body.name),
    ...given('model', body.model ?? undefined),
    ...given('instructions', body.instructions),
    ...given('greeting', body.greeting),
    ...given('description', body.description),
    ...given('dynamicVariables', body.dynamic_variables === null ? {} : body.dynamic_variables),
    ...given('dynamicVariablesWebhookUrl', emptyAsNull(body.dynamic_variables_webhook_url)),
    ...given('dynamicVariablesWebhookTimeoutMs', body.dynamic_variables_webhook_timeout_ms ?? undefined),
    ...given('insightGroupId', emptyAsNull(body.insight_settings?.insight_group_id)),
    ...given('dataRetention', body.privacy_settings?.data_retention ?? undefined),
    otherFields: otherFieldsOf(raw),
  };
}

/** The fields that mean nothing here, those of the two settings included. */
function otherFieldsOf(raw: object): Record<string, unknown> {
  const others: [string, unknown][] = [];
  for (const [field, value] of Object.entries(raw)) {
    if (field === 'insight_settings') others.push([field, without(value, 'insight_group_id')]);
    else if (field === 'privacy_settings') others.push([field, without(value, 'data_retention')]);
    else if (!Object.hasOwn(AssistantChangesBody.shape, field) && !NOT_KEPT.has(field)) others.push([field, value]);
  }
  return Object.fromEntries(others);
}

function jsonProblemsOfFields(others: Record<string, unknown>): readonly BodyProblem[] {
  const wrongName = Object.keys(others).find((field) => textProblem(field) !== undefined);
  if (wrongName !== undefined)
    return [{ pointer: '', detail: `The body has a field whose name ${textProblem(wrongName)}` }];
  return Object.entries(others).flatMap(([field, value]) => jsonProblems(value, jsonPointer([field])));
}

function without(value: unknown, member: string): unknown {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== member));
}

function emptyAsNull(text: string | null | undefined): string | null | undefined {
  return text === '' ? null : text;
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [key in Name]: Value });
}
