import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signRetell } from '../../src/platforms/retell/signature.js';
import { openTestDatabase, type TestDatabase } from '../support/databases.js';
import { faultOutcomes } from '../support/fault-outcomes.js';
import { secretBoxFor } from '../support/secret-box.js';
import { type TestApp, testApp } from '../support/server.js';
import { initializationEvent } from '../support/signing.js';
import { HOSTILE_TEXTS, withEachText } from './hostile-texts.js';

const outcomes = faultOutcomes('abuse-signed-bodies', 'What platforms sign, with texts that are made to harm');
const VAPI_SECRET = 'vapi-secret-of-the-abuse-tests';
const RETELL_KEY = 'retell-key-of-the-abuse-tests';
const SARAH = '+14155550142';
const SLOW_MS = 4_000;
const AT_ONCE = 8;

/** Whoever talks to an assistant, or sets it up, says what stands in these; the platform signs it all. */
const start = Date.parse('2026-03-02T15:00:00.000Z');
const words = { word: 'I', start: 4, end: 5 };
const retellCall = {
  ...{ call_id: 'call_1', call_type: 'phone_call', agent_id: 'agent_1', direction: 'inbound', call_status: 'ended' },
  ...{ from_number: SARAH, to_number: '+14155550100', start_timestamp: start, end_timestamp: start + 60_000 },
  metadata: { memory_user_id: 'cust_1', plan: 'gold' },
  retell_llm_dynamic_variables: { customer_name: 'Sarah' },
  transcript: 'Agent: How can I help?\nUser: I moved to 12 Oak Street.',
  transcript_object: [{ role: 'user', content: 'I moved to 12 Oak Street.', words: [words] }],
  call_analysis: { call_summary: 'She moved.', custom_analysis_data: { city: 'Austin' } },
};
const vapiCall = {
  customer: { number: SARAH, name: 'Sarah' },
  phoneNumber: { id: 'number-1', number: '+14155550100' },
  call: { id: randomUUID(), type: 'inboundPhoneCall', assistantId: 'assistant-1', metadata: { plan: 'gold' } },
  assistant: { id: 'assistant-1', name: 'Riley', metadata: { memory_user_id: 'cust_1' } },
};
const said = [
  { role: 'bot', message: 'How can I help?', time: 1, secondsFromStart: 0 },
  { role: 'user', message: 'I moved to 12 Oak Street.', time: 2, secondsFromStart: 1 },
];
const telnyxEvent = (type: string, payload: object) => ({
  data: { record_type: 'event', id: randomUUID(), event_type: type, occurred_at: '2026-04-07T10:00:00Z', payload },
});
const telnyxCall = {
  ...{
    conversation_id: randomUUID(),
    assistant_id: 'assistant-1',
    call_control_id: 'v3:abc',
    from: SARAH,
    to: '+14155550100',
  },
  ...{ telnyx_end_user_target: SARAH, telnyx_agent_target: '+14155550100', telnyx_conversation_channel: 'phone_call' },
  metadata: { plan: 'gold' },
};

const SIGNED: readonly {
  readonly platform: 'telnyx' | 'vapi' | 'retell';
  readonly path: string;
  readonly body: object;
}[] = [
  {
    platform: 'telnyx',
    path: '/telnyx/dynamic-variables',
    body: initializationEvent({ order: { id: 'A-1', tags: ['x'] } }),
  },
  { platform: 'telnyx', path: '/telnyx/events', body: telnyxEvent('call.conversation.ended', telnyxCall) },
  {
    platform: 'telnyx',
    path: '/telnyx/events',
    body: telnyxEvent('call.conversation_insights.generated', {
      ...telnyxCall,
      insight_group_id: randomUUID(),
      results: [{ insight_id: randomUUID(), result: 'She moved.' }],
    }),
  },
  ...[
    { type: 'assistant-request' },
    { type: 'status-update', status: 'in-progress' },
    { type: 'knowledge-base-request', messages: [{ role: 'user', content: 'Where do I live?' }] },
    {
      type: 'tool-calls',
      toolCallList: [
        { id: 'call_1', name: 'recall_caller', arguments: { query: 'mornings', phone: SARAH, text: 'I moved.' } },
      ],
    },
    {
      ...{ type: 'end-of-call-report', endedReason: 'customer-ended-call', summary: 'She moved.' },
      ...{ startedAt: '2026-03-02T15:00:00.000Z', endedAt: '2026-03-02T15:04:00.000Z' },
      artifact: { messages: said, transcript: 'AI: How can I help?\nUser: I moved.\n' },
    },
  ].map((message) => ({ platform: 'vapi' as const, path: '/vapi', body: { message: { ...vapiCall, ...message } } })),
  {
    platform: 'retell',
    path: '/retell/inbound',
    body: { event: 'call_inbound', call_inbound: { ...retellCall, custom_sip_headers: { 'x-a': 'b' } } },
  },
  ...['call_started', 'call_ended', 'call_analyzed'].map((event) => ({
    platform: 'retell' as const,
    path: '/retell/events',
    body: { event, call: retellCall },
  })),
  {
    platform: 'retell',
    path: '/retell/search_memory',
    body: { name: 'search_memory', args: { query: 'street' }, call: retellCall },
  },
  {
    platform: 'retell',
    path: '/retell/record_turn',
    body: { name: 'record_turn', args: { text: 'I moved.', role: 'user' }, call: retellCall },
  },
];

describe('hostile texts in what platforms sign', () => {
  let opened: TestDatabase;
  let server: TestApp;
  beforeAll(async () => {
    opened = await openTestDatabase('server');
    server = await testApp(opened.database, {
      secretBox: await secretBoxFor(),
      settings: { vapiSecret: VAPI_SECRET, retellApiKey: RETELL_KEY },
    });
  });
  afterAll(async () => {
    await opened?.remove();
    outcomes.report();
  });

  function headersOf(platform: 'telnyx' | 'vapi' | 'retell', body: string): Record<string, string> {
    if (platform === 'telnyx') return server.telnyx.headers(body);
    if (platform === 'vapi') return { 'x-vapi-secret': VAPI_SECRET };
    return signRetell(RETELL_KEY, body, new Date());
  }

  async function send({ platform, path, body }: (typeof SIGNED)[number]) {
    const text = JSON.stringify(body);
    const startMs = performance.now();
    const { status, text: answer } = await request(server.app)
      .post(path)
      .set({ ...headersOf(platform, text), 'content-type': 'application/json' })
      .buffer(true)
      .send(text);
    return { status, answer, tookMs: performance.now() - startMs };
  }

  const tables = async () =>
    (
      await opened.database.run(
        'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1',
        [],
      )
    ).map(({ name }) => String(name));

  test('each is let in, and none of them as it stands is refused', async () => {
    for (const each of SIGNED) {
      const { status } = await send(each);
      expect([each.path, status < 300]).toEqual([each.path, true]);
    }
  });

  test('are never read as SQL, as a template, or as a path: none fails, none is slow, nothing is gone, nothing is told', async () => {
    const before = await tables();
    const hashes = (await opened.database.run(`SELECT encode(key_hash, 'hex') AS hash FROM api_keys`, [])).map(
      ({ hash }) => String(hash),
    );
    const faults: string[] = [];
    const statuses: Record<number, number> = {};
    let [tried, leaked] = [0, 0];
    const attempts = SIGNED.flatMap((each) =>
      HOSTILE_TEXTS.flatMap((text) => withEachText(each.body, text).map((body) => ({ ...each, body: body as object }))),
    );
    const waiting = attempts.values();
    const work = async (): Promise<void> => {
      for (const each of waiting) {
        tried += 1;
        const { status, answer, tookMs } = await send(each);
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status >= 500 || status === 401 || tookMs > SLOW_MS) {
          faults.push(
            `${each.path}: ${status} after ${Math.round(tookMs)} ms: ${JSON.stringify(each.body).slice(0, 300)}`,
          );
        }
        if (hashes.some((hash) => answer.includes(hash)) || answer.includes('root:')) leaked += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const after = await tables();
    outcomes.add({
      injected: 'SQL, templates and paths in each text of signed events of Telnyx, Vapi and Retell',
      tried,
      survived: tried - faults.length,
      lost: before.length - after.length,
      leaked,
      note: `${SIGNED.length} events, ${HOSTILE_TEXTS.length} texts; ${Object.entries(statuses)
        .map(([status, count]) => `${status}: ${count}`)
        .join(', ')}`,
    });
    expect(faults).toEqual([]);
    expect(leaked).toBe(0);
    expect(after).toEqual(before);
    expect(server.logLines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    expect(tried).toBeGreaterThan(2_000);
  }, 300_000);
});
