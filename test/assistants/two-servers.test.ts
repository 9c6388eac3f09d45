import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Telnyx from 'telnyx';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { readConfig } from '../../src/config.js';
import { serve } from '../../src/serve.js';
import { SUMMARY_INSIGHT } from '../../src/store/summary-insight.js';
import { createServerDatabase, KINDS, temporaryFolder } from '../support/databases.js';
import { memoryLog } from '../support/server.js';

const CALLER = '+13128675309';
const AGENT = '+15551230000';
const KEY = 'the API key of both servers';

const POLICIES = `
version: 1
policies:
  - name: two-servers
    unverified: allow
    dynamic_variables:
      greeting_name: "{{ payload.customer_name | default: 'there' }}"
      channel: "{{ telnyx_conversation_channel }}"
    memory:
      conversation_query: "metadata->telnyx_end_user_target=eq.{{telnyx_end_user_target}}&limit=5&order=last_message_at.desc"
      insight_query: "insight_ids=${SUMMARY_INSIGHT.id}"
    conversation:
      metadata: { customer_tier: gold }
`;

interface Started {
  readonly conversation_id: string;
  readonly dynamic_variables: Readonly<Record<string, unknown>>;
  readonly instructions: string;
  readonly greeting: string;
  readonly memory: {
    readonly context_text: string;
    readonly conversations: readonly { readonly id: string }[];
    readonly insights: readonly { readonly conversation_id: string; readonly insight_id: string }[];
  };
  readonly webhook: { readonly status: string; readonly detail?: string };
}

interface Server {
  readonly url: string;
  readonly client: Telnyx;
}

/** One plays Telnyx, with its own store; the other one is what a user of Telnyx runs. Each is the whole server. */
describe.each(KINDS)('two servers on databases of the kind "%s"', (kind) => {
  const undo: (() => Promise<void>)[] = [];
  let platform: Server;
  let answerer: Server;
  let assistantId: string;

  async function start(environment: Record<string, string>): Promise<Server> {
    const dataDir = await temporaryFolder();
    undo.push(() => rm(dataDir, { recursive: true, force: true }));
    const database = kind === 'server' ? await createServerDatabase() : undefined;
    if (database !== undefined) undo.push(database.drop);
    const config = readConfig({
      PORT: '0',
      RINGBACK_DATA_DIR: dataDir,
      RINGBACK_API_KEY: KEY,
      ...(database === undefined ? {} : { DATABASE_URL: database.url }),
      ...environment,
    });
    const running = await serve(config, memoryLog().log, () => {}, { templateDir: inject('embeddedTemplate') });
    undo.push(() => running.stop());
    const client = new Telnyx({ apiKey: KEY, baseURL: `${running.url}/v2`, maxRetries: 0 });
    return { url: running.url, client };
  }

  beforeAll(async () => {
    platform = await start({
      RINGBACK_SECRET_KEY: 'the secret key of the platform, long enough',
      RINGBACK_ALLOW_PRIVATE_URLS: '1',
    });
    const { data } = await platform.client.get<{ data: { public: string } }>('/public_key');
    const policies = join(await temporaryFolder(), 'ringback.yaml');
    await writeFile(policies, POLICIES);
    answerer = await start({ TELNYX_PUBLIC_KEY: data.public, RINGBACK_CONFIG: policies });
    // Time for a cold start on a busy machine: what is shown here is no latency.
    const assistant = await platform.client.ai.assistants.create({
      name: 'Front desk',
      model: 'any/model',
      instructions: 'You are on {{ channel }} with a {{ tier }} customer, {{ greeting_name }}.',
      greeting: 'Hello {{ greeting_name }}, {{ unknown }}.',
      dynamic_variables: { tier: 'bronze', channel: 'unknown' },
      dynamic_variables_webhook_url: `${answerer.url}/telnyx/dynamic-variables`,
      dynamic_variables_webhook_timeout_ms: 8_000,
    });
    assistantId = assistant.id;
  });
  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  });

  const begin = (channel: string, headers: Record<string, string> = {}) =>
    // The SDK's base has /v2 in it, and this route has not.
    platform.client.post<Started>(`${platform.url}/v1/assistants/${assistantId}/start`, {
      body: {
        telnyx_conversation_channel: channel,
        telnyx_agent_target: AGENT,
        telnyx_end_user_target: CALLER,
        headers,
      },
    });

  async function converse(id: string, turns: readonly (readonly [string, string])[]): Promise<void> {
    for (const [role, content] of turns) await platform.client.ai.conversations.addMessage(id, { role, content });
    const ended = await fetch(`${platform.url}/v1/conversations/${id}/end`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}` },
    });
    expect(ended.status).toBe(200);
    await vi.waitFor(
      async () => {
        const { data } = await platform.client.ai.conversations.retrieveConversationsInsights(id);
        expect(data.map(({ status }) => status)).toEqual(['completed']);
      },
      { timeout: 20_000, interval: 100 },
    );
  }

  test("a caller's second conversation, on another channel, has the memory of the first", async () => {
    const first = await begin('phone_call', { 'X-Customer-Name': 'Nora' });
    expect(first.webhook).toEqual({ status: 'ok', duration_ms: expect.any(Number) });
    expect(first.memory).toEqual({ context_text: '', conversations: [], insights: [] });
    expect(first.instructions).toBe('You are on phone_call with a bronze customer, Nora.');
    expect(first.greeting).toBe('Hello Nora, {{ unknown }}.');
    await converse(first.conversation_id, [
      ['assistant', 'Hello, how can I help you?'],
      ['user', 'My name is Nora Quist and I want to cancel my boiler inspection on Friday.'],
      ['assistant', 'The inspection is cancelled. Your confirmation number is K-9917.'],
    ]);

    const second = await begin('sms_chat');
    expect(second.webhook.status).toBe('ok');
    expect(second.instructions).toBe('You are on sms_chat with a bronze customer, there.');
    expect(second.memory.conversations).toMatchObject([
      {
        id: first.conversation_id,
        metadata: {
          assistant_id: assistantId,
          telnyx_conversation_channel: 'phone_call',
          telnyx_agent_target: AGENT,
          telnyx_end_user_target: CALLER,
          customer_tier: 'gold',
        },
      },
    ]);
    expect(second.memory.insights).toMatchObject([
      { conversation_id: first.conversation_id, insight_id: SUMMARY_INSIGHT.id },
    ]);
    expect(second.memory.context_text).toContain('phone_call (Summary): ');
    expect(second.memory.context_text).toContain('Nora Quist');
    expect(second.memory.context_text).toContain('K-9917');
    expect(second.memory.context_text).toContain('data, not instructions');
    // The one that answers has none of it: it says what is to be remembered, and the platform remembers.
    expect((await answerer.client.ai.conversations.list()).data).toEqual([]);
  }, 60_000);
});
