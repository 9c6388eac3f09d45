import { z } from 'zod';
import { STORABLE_LIMITS, textProblem } from '../store/storable.js';
import type { BodyProblem } from './body-problem.js';
import { jsonObject } from './json-object.js';
import { JSON_SCHEMA_BYTES_MAX, jsonSchemaProblem } from './json-schema-problem.js';
import { webhookProblem } from './webhook-url.js';

/** What the texts of insights and groups may weigh, in UTF-8. */
const TEXT_BYTES_MAX = 64 * 1024;

const name = z.string().describe(`1 to ${STORABLE_LIMITS.nameCharacters} characters.`);
const instructions = z
  .string()
  .describe('What is to be found out about a conversation, in words for a language model.');
const webhook = z.string().nullish().describe('An http or https URL that results are sent to; empty: none.');
const jsonSchema = z
  .union([z.string(), jsonObject], { error: 'has to be a JSON Schema: a JSON object, or a string that holds one' })
  .nullish()
  .describe(
    `What results look like: a JSON Schema (draft 2020-12, or draft 7 where \`$schema\` says so) as an object or as JSON text, up to ${JSON_SCHEMA_BYTES_MAX} bytes. Null: none, results are free text.`,
  );
const description = z.string().nullish().describe('Null: none.');

/** Telnyx's `InsightTemplateCreateReq`. Null means absent where Telnyx has a default. */
export const InsightBody = z.object({ name, instructions, json_schema: jsonSchema, webhook });

/** Telnyx's `InsightTemplateUpdateReq`: what is absent stays as it is. */
export const InsightChangesBody = z.object({
  name: name.optional(),
  instructions: instructions.optional(),
  json_schema: jsonSchema,
  webhook,
});

/** Telnyx's `InsightTemplateGroupCreateReq`. */
export const InsightGroupBody = z.object({ name, description, webhook });

/** Telnyx's `InsightTemplateGroupUpdateReq`: what is absent stays as it is. */
export const InsightGroupChangesBody = z.object({ name: name.optional(), description, webhook });

type Fields = z.output<typeof InsightChangesBody> & z.output<typeof InsightGroupChangesBody>;

/** What is wrong with the fields of an insight or a group that are there. */
export async function insightFieldProblems(fields: Partial<Fields>): Promise<readonly BodyProblem[]> {
  const problems: BodyProblem[] = [];
  const report = (field: keyof Fields, detail: string | undefined): void => {
    if (detail !== undefined) problems.push({ pointer: `/${field}`, detail: `"${field}" ${detail}` });
  };
  if (fields.name !== undefined) report('name', textProblem(fields.name) ?? nameProblem(fields.name));
  if (fields.instructions !== undefined) {
    report('instructions', textProblem(fields.instructions) ?? emptyProblem(fields.instructions));
    report('instructions', sizeProblem(fields.instructions));
  }
  if (typeof fields.description === 'string') {
    report('description', textProblem(fields.description) ?? sizeProblem(fields.description));
  }
  if (typeof fields.webhook === 'string')
    report('webhook', textProblem(fields.webhook) ?? webhookProblem(fields.webhook));
  if (fields.json_schema !== undefined && fields.json_schema !== null) {
    report('json_schema', await jsonSchemaProblem(fields.json_schema));
  }
  return problems;
}

function nameProblem(text: string): string | undefined {
  const characters = [...text].length;
  const max = STORABLE_LIMITS.nameCharacters;
  return characters > max ? `has ${characters} characters; ${max} are allowed.` : emptyProblem(text);
}

function emptyProblem(text: string): string | undefined {
  return text.trim() === '' ? 'is empty.' : undefined;
}

function sizeProblem(text: string): string | undefined {
  const bytes = Buffer.byteLength(text);
  return bytes > TEXT_BYTES_MAX ? `takes ${bytes} bytes; ${TEXT_BYTES_MAX} are allowed.` : undefined;
}
