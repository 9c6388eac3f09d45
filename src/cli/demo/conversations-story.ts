import { generateKeyPairSync } from 'node:crypto';
import type { DemoApi, Json } from './demo-api.js';
import type { Story } from './story.js';

/** Who calls; the numbers are those of Telnyx's documentation. */
const CALLER = '+13128675309';
const STRANGER = '+15551234567';
const AGENT = '+13125550100';

/**
 * The main job: conversations and messages come in, filters find them, a call begins, the webhook answers, and the query it answers
 * with finds that caller's last five conversations.
 */
export const conversationsStory: Story = async ({ api, telnyxKey, print }) => {
  print('1. Six conversations with Sarah and one with somebody else, written through the conversations API:');
  for (let day = 1; day <= 6; day++) await hold(api, CALLER, `2025-04-0${day}`, `Call ${day}`, print);
  await hold(api, STRANGER, '2025-04-07', 'Call of a stranger', print);

  print('');
  print('2. The List endpoint runs the query language:');
  for (const query of [
    `metadata->telnyx_end_user_target=eq.${CALLER}&limit=2&order=last_message_at.desc`,
    'or=(name.like.*stranger,last_message_at.lt.2025-04-02)&order=created_at.asc',
  ]) {
    await list(api, query, print);
  }

  print('');
  print('3. A mistyped query is told where and how:');
  const refused = await api.get(`/v2/ai/conversations?last_mesage_at=gte.now-10d`);
  print(`   GET /v2/ai/conversations?last_mesage_at=gte.now-10d  ->  ${refused.status}`);
  for (const { code, detail, meta } of refused.body.errors as {
    code: string;
    detail: string;
    meta: { hint: string };
  }[]) {
    print(`   ${code} ${detail} ${meta.hint}`);
  }

  print('');
  print('4. Sarah calls. Telnyx signs an assistant.initialization event and asks what to know:');
  const startedMs = performance.now();
  const answer = await api.sendEvent(telnyxKey, {
    telnyx_conversation_channel: 'phone_call',
    telnyx_agent_target: AGENT,
    telnyx_end_user_target: CALLER,
    telnyx_end_user_target_verified: true,
  });
  const tookMs = performance.now() - startedMs;
  print(`   POST /telnyx/dynamic-variables  ->  ${answer.status} in ${Math.ceil(tookMs)} ms`);
  print(indent(JSON.stringify(answer.body, null, 2)));

  print('');
  print('5. That very conversation_query, run on the List endpoint, is her last five conversations:');
  const { conversation_query: query } = answer.body.memory as { conversation_query: string };
  await list(api, query, print);

  print('');
  print('6. A forged event gets nothing:');
  const forged = await api.sendEvent(generateKeyPairSync('ed25519').privateKey, { telnyx_end_user_target: CALLER });
  print(`   POST /telnyx/dynamic-variables  ->  ${forged.status}`);
};

async function hold(
  api: DemoApi,
  target: string,
  date: string,
  name: string,
  print: (line: string) => void,
): Promise<void> {
  const created = await api.post('/v2/ai/conversations', {
    name,
    metadata: {
      telnyx_conversation_channel: 'phone_call',
      telnyx_agent_target: AGENT,
      telnyx_end_user_target: target,
    },
  });
  const path = `/v2/ai/conversations/${created.body.id}/message`;
  await api.post(path, { role: 'user', content: 'Hello, it is me again.', sent_at: `${date}T15:00:00Z` });
  print(`   POST /v2/ai/conversations  ->  ${created.status} ${name}, ${target}, ${date}`);
}

async function list(api: DemoApi, query: string, print: (line: string) => void): Promise<void> {
  const { status, body } = await api.get(`/v2/ai/conversations?${query}`);
  print(`   GET /v2/ai/conversations?${query}  ->  ${status}`);
  for (const { name, last_message_at } of body.data as Json[]) print(`     ${last_message_at}  ${name}`);
}

const indent = (text: string) => text.replace(/^/gm, '   ');
