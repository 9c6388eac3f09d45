import { randomUUID } from 'node:crypto';
import type { Executor } from './database.js';
import type { JsonObject } from './json.js';

/** An assistant of Telnyx's, as far as conversations need it; what else was said of it is kept as it came. */
export interface Assistant {
  /** `assistant-<uuid>` where it was made here. */
  readonly id: string;
  readonly name: string;
  /** Empty: the platform's default. */
  readonly model: string;
  readonly instructions: string;
  readonly greeting: string | null;
  readonly description: string | null;
  readonly dynamicVariables: JsonObject;
  readonly dynamicVariablesWebhookUrl: string | null;
  readonly dynamicVariablesWebhookTimeoutMs: number;
  /** A UUID. Its insights are run when a conversation with the assistant ends. */
  readonly insightGroupId: string | null;
  /** False: of its conversations no message, insight or event body is stored. */
  readonly dataRetention: boolean;
  /** The fields of Telnyx's that mean nothing here. */
  readonly otherFields: JsonObject;
  /** ISO 8601 with milliseconds and Z. */
  readonly createdAt: string;
}

/** What can be said of an assistant, and what is absent has a default or stays as it is. Checked by `storable.ts` before. */
export interface AssistantFields {
  readonly name?: string;
  readonly model?: string;
  readonly instructions?: string;
  readonly greeting?: string | null;
  readonly description?: string | null;
  readonly dynamicVariables?: JsonObject;
  readonly dynamicVariablesWebhookUrl?: string | null;
  readonly dynamicVariablesWebhookTimeoutMs?: number;
  readonly insightGroupId?: string | null;
  readonly dataRetention?: boolean;
  /** Put over those there are, member by member. */
  readonly otherFields?: JsonObject;
}

export interface NewAssistant extends AssistantFields {
  /** Made when it is absent. */
  readonly id?: string;
  readonly name: string;
  readonly instructions: string;
  readonly createdAt: Date;
}

/** Telnyx's own default. */
const WEBHOOK_TIMEOUT_MS = 1500;

const COLUMNS = `id, name, model, instructions, greeting, description, dynamic_variables AS "dynamicVariables",
  dynamic_variables_webhook_url AS "dynamicVariablesWebhookUrl",
  dynamic_variables_webhook_timeout_ms AS "dynamicVariablesWebhookTimeoutMs",
  insight_group_id AS "insightGroupId", data_retention AS "dataRetention", other_fields AS "otherFields",
  created_at AS "createdAt"`;

export async function createAssistant(
  db: Executor,
  workspaceId: number,
  { id = `assistant-${randomUUID()}`, createdAt, ...fields }: NewAssistant,
): Promise<Assistant> {
  const { rows } = await db.raw<{ rows: Assistant[] }>(
    `INSERT INTO assistants (workspace_id, id, name, model, instructions, greeting, description, dynamic_variables,
       dynamic_variables_webhook_url, dynamic_variables_webhook_timeout_ms, insight_group_id, data_retention, other_fields,
       created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?::jsonb, ?::timestamptz, ?::timestamptz)
     RETURNING ${COLUMNS}`,
    [
      ...[workspaceId, id, fields.name, fields.model ?? '', fields.instructions],
      ...[fields.greeting ?? null, fields.description ?? null, JSON.stringify(fields.dynamicVariables ?? {})],
      fields.dynamicVariablesWebhookUrl ?? null,
      fields.dynamicVariablesWebhookTimeoutMs ?? WEBHOOK_TIMEOUT_MS,
      ...[fields.insightGroupId ?? null, fields.dataRetention ?? true, JSON.stringify(fields.otherFields ?? {})],
      ...[createdAt.toISOString(), createdAt.toISOString()],
    ],
  );
  return rows[0] as Assistant;
}

/** Every assistant of a workspace, newest first. */
export async function listAssistants(db: Executor, workspaceId: number): Promise<readonly Assistant[]> {
  const { rows } = await db.raw<{ rows: Assistant[] }>(
    `SELECT ${COLUMNS} FROM assistants WHERE workspace_id = ? AND deleted_at IS NULL ORDER BY created_at DESC, id DESC`,
    [workspaceId],
  );
  return rows;
}

/** @returns undefined when the workspace has no such assistant, or no longer; so does `updateAssistant` */
export async function retrieveAssistant(db: Executor, workspaceId: number, id: string): Promise<Assistant | undefined> {
  const { rows } = await db.raw<{ rows: Assistant[] }>(
    `SELECT ${COLUMNS} FROM assistants WHERE workspace_id = ? AND id = ? AND deleted_at IS NULL`,
    [workspaceId, id],
  );
  return rows[0];
}

/** How a field is set. Columns are of this file: none comes from a request. */
const SETTERS: { readonly [Name in keyof AssistantFields]-?: string } = {
  name: 'name = ?',
  model: 'model = ?',
  instructions: 'instructions = ?',
  greeting: 'greeting = ?',
  description: 'description = ?',
  dynamicVariables: 'dynamic_variables = ?::jsonb',
  dynamicVariablesWebhookUrl: 'dynamic_variables_webhook_url = ?',
  dynamicVariablesWebhookTimeoutMs: 'dynamic_variables_webhook_timeout_ms = ?',
  insightGroupId: 'insight_group_id = ?',
  dataRetention: 'data_retention = ?',
  otherFields: 'other_fields = other_fields || ?::jsonb',
};

/** Changes the fields that are given. */
export async function updateAssistant(
  db: Executor,
  workspaceId: number,
  id: string,
  fields: AssistantFields,
  now: Date,
): Promise<Assistant | undefined> {
  const given = (Object.keys(SETTERS) as (keyof AssistantFields)[]).filter((name) => fields[name] !== undefined);
  const values = given.map((name) => {
    const value = fields[name];
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null);
  });
  const { rows } = await db.raw<{ rows: Assistant[] }>(
    `UPDATE assistants SET ${[...given.map((name) => SETTERS[name]), 'updated_at = ?::timestamptz'].join(', ')}
     WHERE workspace_id = ? AND id = ? AND deleted_at IS NULL
     RETURNING ${COLUMNS}`,
    [...values, now.toISOString(), workspaceId, id],
  );
  return rows[0];
}

/**
 * Deletes an assistant; false when there was none. A mark stays, with nothing on it but whether its conversations may be stored:
 * a call that ends later must not be kept because its assistant is gone.
 */
export async function deleteAssistant(db: Executor, workspaceId: number, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    `UPDATE assistants SET deleted_at = ?::timestamptz, name = '', model = '', instructions = '', greeting = NULL,
       description = NULL, dynamic_variables = '{}', dynamic_variables_webhook_url = NULL, insight_group_id = NULL,
       other_fields = '{}'
     WHERE workspace_id = ? AND id = ? AND deleted_at IS NULL`,
    [now.toISOString(), workspaceId, id],
  );
  return rowCount > 0;
}
