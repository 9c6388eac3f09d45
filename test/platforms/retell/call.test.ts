import { describe, expect, it } from 'vitest';
import { readRetellCall } from '../../../src/platforms/retell/call.js';

const CALLER = '+14155550142';
const BUSINESS = '+14155550100';
const inbound = {
  call_id: 'call_1',
  call_type: 'phone_call',
  direction: 'inbound',
  from_number: CALLER,
  to_number: BUSINESS,
};

describe('who is on the other side of a call', () => {
  const nobody = { endUserTarget: undefined, externalId: undefined };

  it.each<[what: string, call: object, who: object]>([
    ['inbound: who calls', inbound, { endUserTarget: CALLER, agentTarget: BUSINESS, externalId: undefined }],
    [
      'outbound: who is called, and never the business',
      { ...inbound, direction: 'outbound', from_number: BUSINESS, to_number: CALLER },
      { endUserTarget: CALLER, agentTarget: BUSINESS },
    ],
    [
      'inbound with a withheld number: nobody, and never the business',
      { ...inbound, from_number: 'anonymous' },
      nobody,
    ],
    ['inbound without a number: nobody', { ...inbound, from_number: undefined }, nobody],
    ["from the business's own number: nobody", { ...inbound, from_number: BUSINESS }, nobody],
    ['without a direction: nobody', { ...inbound, direction: undefined }, nobody],
    ['on the web: nobody', { call_type: 'web_call', access_token: 'x' }, nobody],
    [
      'as metadata says, beside the number',
      { ...inbound, metadata: { memory_user_id: 'cust_1' } },
      { externalId: 'cust_1', endUserTarget: CALLER },
    ],
    [
      'as metadata says by its other name',
      { ...inbound, metadata: { memoair_user_id: 'cust_2' } },
      { externalId: 'cust_2' },
    ],
    [
      'as metadata says, before variables',
      {
        ...inbound,
        metadata: { memory_user_id: 'cust_1' },
        retell_llm_dynamic_variables: { memory_user_id: 'cust_3' },
      },
      { externalId: 'cust_1' },
    ],
    [
      'as variables say, on the web',
      { call_type: 'web_call', retell_llm_dynamic_variables: { memory_user_id: 'cust_3' } },
      { externalId: 'cust_3' },
    ],
    [
      'as we named a number',
      { call_type: 'web_call', metadata: { memory_user_id: `voice:${CALLER}` } },
      { endUserTarget: CALLER, externalId: undefined },
    ],
    [
      'not as metadata leaves it open',
      { ...inbound, metadata: { memory_user_id: '{{memory_user_id}}' } },
      { externalId: undefined, endUserTarget: CALLER },
    ],
    ['not as "anonymous"', { call_type: 'web_call', metadata: { memory_user_id: 'anonymous' } }, nobody],
    [
      'not as the conversation made it',
      { call_type: 'web_call', collected_dynamic_variables: { memory_user_id: 'cust_9' } },
      nobody,
    ],
    ['not from metadata that is a text', { call_type: 'web_call', metadata: 'cust_9' }, nobody],
  ])('%s', (_what, call, who) => {
    expect(readRetellCall(call)).toMatchObject(who);
  });
});

it.each<[call: object, channel: string]>([
  [{ call_type: 'phone_call' }, 'phone_call'],
  [{ call_type: 'web_call' }, 'web_call'],
  [{ chat_id: 'chat_1', chat_type: 'sms_chat' }, 'sms_chat'],
  [{ chat_id: 'chat_1', chat_type: 'api_chat' }, 'web_chat'],
])('reads the channel of %j', (call, channel) => {
  expect(readRetellCall(call).channel).toBe(channel);
});

it('reads any value without an error', () => {
  for (const value of [undefined, null, 'x', 5, [], { call_id: 5, metadata: null, start_timestamp: 'x' }]) {
    expect(readRetellCall(value)).toMatchObject({ callId: undefined, endUserTarget: undefined, externalId: undefined });
  }
});
