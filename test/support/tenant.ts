import request from 'supertest';
import { type ApiKeyScope, createApiKey } from '../../src/store/api-keys.js';
import { createWorkspace, retrieveWorkspaceNamed } from '../../src/store/workspaces.js';
import { rememberCallers } from './remembered-tenant.js';
import type { TestApp } from './server.js';
import { initializationEvent, type TelnyxSigner } from './signing.js';

/** A workspace that has something of everything, and keys of every scope. */
export interface Tenant {
  readonly name: string;
  readonly workspaceId: number;
  readonly keys: Readonly<Record<ApiKeyScope | 'all', string>>;
  /** Signs what Telnyx sends it. */
  readonly telnyx: TelnyxSigner;
}

export interface TenantOptions {
  readonly name: string;
  /** In every text that could tell this tenant from another; all else is equal. */
  readonly marker: string;
  readonly telnyx: TelnyxSigner;
}

/** The same in every workspace: an import takes the ids that its lines have. */
export const SHARED_IDS = {
  conversations: ['c0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000002'],
  message: 'd0000000-0000-4000-8000-000000000001',
  run: 'e0000000-0000-4000-8000-000000000001',
} as const;

/** Makes a tenant, with everything that the API can make; the server's account at Telnyx has to answer. */
export async function makeTenant(server: TestApp, options: TenantOptions): Promise<Tenant> {
  const { name, marker, telnyx } = options;
  const { knex } = server.database;
  const workspace = (await createWorkspace(knex, { name })) ?? (await retrieveWorkspaceNamed(knex, name));
  if (workspace === undefined) throw new Error(`There is no workspace ${name}.`);
  const keyOf = async (scopes: readonly ApiKeyScope[]) => {
    // In the order in which they are made, which their times tell to a millisecond.
    await new Promise((resolve) => setTimeout(resolve, 5));
    return (await createApiKey(knex, { workspaceId: workspace.id, name: 'test', scopes })).key;
  };
  const keys = {
    read: await keyOf(['read']),
    write: await keyOf(['write']),
    admin: await keyOf(['admin']),
    platform: await keyOf(['platform']),
    all: await keyOf(['read', 'write', 'admin', 'platform']),
  };
  const send = async (method: 'get' | 'post' | 'put' | 'patch', path: string, body?: unknown, headers = {}) => {
    const type = typeof body === 'string' ? 'application/x-ndjson' : 'application/json';
    const response = await request(server.app)
      [method](path)
      .set({ authorization: `Bearer ${keys.all}`, 'content-type': type, ...headers })
      .send(body as object);
    if (response.status < 300) return response.body;
    throw new Error(`${method} ${path} is answered ${response.status} ${response.text}`);
  };
  const platform = async (path: string, event: object) => {
    const body = JSON.stringify(event);
    await request(server.app)
      .post(path)
      .set({ 'content-type': 'application/json', ...telnyx.headers(body) })
      .send(body)
      .expect(200);
  };

  const target = { telnyx_end_user_target: '+13125550100', telnyx_conversation_channel: 'phone_call' };
  await send('post', '/v1/import', importLines(marker, target));
  const assistants = '/v2/ai/assistants';
  const conversations = '/v2/ai/conversations';
  for (const number of [1, 2]) {
    const insight = await send('post', `${conversations}/insights`, { name: 'Score', instructions: `Rate. ${marker}` });
    const group = await send('post', `${conversations}/insight-groups`, { name: 'Sales', description: marker });
    const member = `${conversations}/insight-groups/${group.data.id}/insights/${insight.data.id}/assign`;
    await send('post', member);
    const insight_settings = { insight_group_id: group.data.id };
    const assistant = await send('post', assistants, { name: 'Ann', instructions: marker, insight_settings });
    const metadata = { ...target, assistant_id: assistant.id, secret: marker };
    const made = await send(
      'post',
      conversations,
      { name: `Voice ${number}`, metadata },
      { 'idempotency-key': `k${number}` },
    );
    await send('post', `${conversations}/${made.id}/message`, { role: 'user', content: `Hello ${marker}` });
    await send('post', `/v1/conversations/${made.id}/end`);
    await send('post', '/v1/keys', { name: `a key ${marker}`, scopes: ['read'] });
    const value = `vapi-secret-${number}-${name}-${marker}`;
    await send('post', `/v1/workspaces/${name}/secrets`, { platform: 'vapi', name: 'secret', value });
  }
  await send('post', `/v1/workspaces/${name}/secrets`, {
    platform: 'telnyx',
    name: 'public_key',
    value: telnyx.publicKey,
  });
  await send('post', `/v1/workspaces/${name}/webhook_key`);
  await send('patch', `/v1/workspaces/${name}`, {
    settings: { assistants: [`of ${marker}`], agents: [`of ${marker}`], time_zone: 'UTC' },
  });
  await send('put', '/v1/policies', { source: policySource(marker) });
  await send('post', '/v1/imports/telnyx', { api_key: `KEY-${marker}` });

  await rememberCallers(server.database, {
    ...{ workspaceId: workspace.id, marker, conversationId: SHARED_IDS.conversations[0] },
  });

  const listed = { assistant_id: `of ${marker}`, telnyx_conversation_id: SHARED_IDS.conversations[0] };
  await platform(`/w/${name}/telnyx/dynamic-variables`, initializationEvent(listed));
  await platform(`/w/${name}/telnyx/events`, {
    data: { id: 'event-1', event_type: 'call.something', payload: { ...listed, note: marker } },
  });
  await server.database.run(
    `INSERT INTO query_shapes (workspace_id, field, use, count, total_ms, last_at) VALUES ($1, $2, 'indexable', 1, 1, now())`,
    [workspace.id, `key of ${marker}`],
  );
  return { name, workspaceId: workspace.id, keys, telnyx };
}

/** A policy file that is valid and says who has it. */
export function policySource(marker: string): string {
  return `version: 1
policies:
  - name: front-desk
    match: { assistants: ["of ${marker}"] }
    dynamic_variables: { greeting: "Hello from ${marker}" }
`;
}

function importLines(marker: string, metadata: object): string {
  const [first, second] = SHARED_IDS.conversations;
  const times = { created_at: '2025-04-01T10:00:00.000Z', ended_at: '2025-04-01T10:05:00.000Z' };
  const lines = [
    { type: 'conversation', id: first, name: 'Imported', metadata: { ...metadata, secret: marker }, ...times },
    { type: 'message', id: SHARED_IDS.message, role: 'user', text: `Imported ${marker}`, sent_at: times.created_at },
    {
      type: 'conversation_insight',
      id: SHARED_IDS.run,
      status: 'completed',
      created_at: times.ended_at,
      results: [{ insight_id: 'score', result: `{"score":4,"of":"${marker}"}`, result_json: { score: 4, of: marker } }],
    },
    { type: 'conversation', id: second, name: 'Imported', metadata, created_at: '2025-04-02T10:00:00.000Z' },
    { type: 'message', role: 'user', text: marker, sent_at: '2025-04-02T10:01:00.000Z' },
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Every row of a workspace, of every table that has workspaces, by the table's name. */
export async function rowsOf(
  { database }: Pick<TestApp, 'database'>,
  workspaceId: number,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await database.run(
    `SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = current_schema() AND column_name = 'workspace_id' AND table_type = 'BASE TABLE' ORDER BY 1`,
    [],
  );
  const rows: Record<string, readonly string[]> = {};
  const read = async (name: string, condition: string) => {
    const found = await database.run(`SELECT to_jsonb(t)::text AS row FROM ${name} t WHERE ${condition} ORDER BY 1`, [
      workspaceId,
    ]);
    rows[name] = found.map(({ row }) => String(row));
  };
  for (const { name } of tables) await read(String(name), 'workspace_id = $1');
  await read('jobs', "(data->>'workspace_id')::integer = $1");
  await read('workspaces', 'id = $1');
  return rows;
}
