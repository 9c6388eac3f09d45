import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoApi, Json } from './demo-api.js';
import type { Story } from './story.js';

/** The numbers are from the range that is kept for fiction. */
const CALLER = '+13125550142';
const BUSINESS = '+13125550100';

const FIRST_CALL = '019aa141-4449-7775-8d7e-006f2a64e546';
const SECOND_CALL = 'call_3f9b1c62a7d84e0f9c51d2ab7e6604f1';

const SAID = [
  ['assistant', 'Bright Smile Dental, how can I help?'],
  ['user', 'Hi, this is Sarah Johnson. I need to book a cleaning.'],
  ['assistant', 'Of course, Sarah. Do you have any allergies we should know about?'],
  ['user', "Yes, I'm allergic to penicillin. And I prefer morning appointments, before eleven."],
  ['assistant', 'How about Tuesday at half past nine?'],
  ['user', 'Tuesday at half past nine is perfect.'],
  ['assistant', "You're booked for Tuesday at nine thirty. I'll text you a reminder on Monday."],
  ['user', 'Great, thank you. Bye.'],
] as const;

/**
 * The story of two calls: somebody new calls on Vapi and hangs up; what she said is learned; when the same number calls on Retell, on
 * Telnyx, and on Vapi again, the assistant knows her.
 */
export const callsStory: Story = async ({ api, telnyxKey, retellKey, print }) => {
  print(`1. Somebody new calls on Vapi, from ${CALLER}. The assistant's tool asks who that is:`);
  await recall(api, FIRST_CALL, print);

  print('');
  print('2. They talk, and hang up. Vapi posts its end-of-call report:');
  for (const [role, text] of SAID) print(`     ${role === 'user' ? 'Caller' : 'Agent '}  ${text}`);
  const saved = await api.post('/v1/voice/vapi/save', report());
  print(`   POST /v1/voice/vapi/save  ->  ${saved.status} ${JSON.stringify(saved.body)}`);

  print('');
  print('3. A job learns from it, without a model. Each fact has the words that say it:');
  const job = await finished(api, String(saved.body.job_id));
  print(`   GET /v1/jobs/${job.job_id}  ->  ${job.status} ${JSON.stringify(job.result)}`);
  const found = await api.get(`/v1/callers?identity=${encodeURIComponent(CALLER)}`);
  const [caller] = found.body.data as readonly Json[];
  const memories = await api.get(`/v1/callers/${caller?.id}/memories?kinds=fact`);
  for (const { predicate, value, quote } of memories.body.data as readonly Json[]) {
    print(`     ${String(predicate).padEnd(12)} ${value}   "${quote}"`);
  }

  print('');
  print('4. Days later the same number calls on Retell. Its inbound webhook asks what to know:');
  const inbound = await api.sendRetell('/retell/inbound', retellKey, {
    event: 'call_inbound',
    call_inbound: { agent_id: 'agent_5c0d7be2f3a14c6f8e29d0b1a4', from_number: CALLER, to_number: BUSINESS },
  });
  print(`   POST /retell/inbound  ->  ${inbound.status}`);
  print(indent(JSON.stringify(inbound.body, null, 2)));

  print('');
  print('5. During that call the agent searches her memory:');
  const search = await api.sendRetell('/retell/search_memory', retellKey, {
    name: 'search_memory',
    call: {
      ...{ call_id: SECOND_CALL, call_type: 'phone_call', agent_id: 'agent_5c0d7be2f3a14c6f8e29d0b1a4' },
      ...{ call_status: 'ongoing', direction: 'inbound', from_number: CALLER, to_number: BUSINESS },
    },
    args: { query: 'Is she allergic to anything?' },
  });
  print(`   POST /retell/search_memory {"query": "Is she allergic to anything?"}  ->  ${search.status}`);
  print(indent(String(search.body.contextText)));

  print('');
  print('6. And on Telnyx, where the carrier vouches for the number:');
  const event = await api.sendEvent(telnyxKey, {
    telnyx_conversation_channel: 'phone_call',
    telnyx_agent_target: BUSINESS,
    telnyx_end_user_target: CALLER,
    telnyx_end_user_target_verified: true,
  });
  print(`   POST /telnyx/dynamic-variables  ->  ${event.status}`);
  print(indent(JSON.stringify(event.body.dynamic_variables, null, 2)));

  print('');
  print('7. And on Vapi again:');
  await recall(api, '019aa141-4449-7775-8d7e-006f2a64e547', print);
};

async function recall(api: DemoApi, callId: string, print: (line: string) => void): Promise<void> {
  const answer = await api.post('/v1/voice/vapi/recall', {
    message: {
      type: 'tool-calls',
      toolCallList: [{ id: 'call_abc', name: 'recall_caller', arguments: { phone: CALLER } }],
      call: vapiCall(callId),
    },
  });
  const [result] = answer.body.results as readonly Json[];
  print(`   POST /v1/voice/vapi/recall  ->  ${answer.status} ${JSON.stringify(result?.result)}`);
}

function vapiCall(id: string): Json {
  return { id, type: 'inboundPhoneCall', customer: { number: CALLER }, phoneNumber: { number: BUSINESS } };
}

function report(): Json {
  const startedMs = Date.now() - SAID.length * 5_000;
  return {
    message: {
      type: 'end-of-call-report',
      endedReason: 'customer-ended-call',
      startedAt: new Date(startedMs).toISOString(),
      endedAt: new Date().toISOString(),
      call: vapiCall(FIRST_CALL),
      artifact: {
        messages: SAID.map(([role, message], index) => ({
          ...{ role: role === 'user' ? 'user' : 'bot', message },
          ...{ time: startedMs + index * 5_000, secondsFromStart: index * 5 },
        })),
      },
    },
  };
}

const POLL_MS = 50;

async function finished(api: DemoApi, jobId: string): Promise<Json> {
  for (;;) {
    const { body } = await api.get(`/v1/jobs/${jobId}`);
    if (body.status !== 'processing') return body;
    await sleep(POLL_MS);
  }
}

const indent = (text: string) => text.replace(/^/gm, '   ');
