import { describe, expect, it } from 'vitest';
import { readVapiCall } from '../../../src/platforms/vapi/call.js';
import { readVapiMessage } from '../../../src/platforms/vapi/server-message.js';

const CALLER = '+14155550142';
const BUSINESS = '+14155550100';
const inbound = { id: 'call-1', type: 'inboundPhoneCall' };
const trusted = new Set(['memory_user_id', 'caller_number']);

describe('who is on the other side of a call', () => {
  it.each<[what: string, message: object, target: string | undefined]>([
    ['customer.number', { customer: { number: CALLER }, call: inbound }, CALLER],
    ['call.customer.number', { call: { ...inbound, customer: { number: CALLER } } }, CALLER],
    [
      'customer.number of an outbound call',
      { customer: { number: CALLER }, call: { type: 'outboundPhoneCall' }, phoneNumber: { number: BUSINESS } },
      CALLER,
    ],
    ['the number in samples of the documentation', { call: { from: { phoneNumber: CALLER } } }, CALLER],
    [
      'nobody, of an outbound call with such a number: it is the business',
      { call: { type: 'outboundPhoneCall', from: { phoneNumber: BUSINESS } } },
      undefined,
    ],
    [
      "nobody, where it is the business's own number",
      { customer: { number: BUSINESS }, phoneNumber: { number: BUSINESS } },
      undefined,
    ],
    [
      "nobody, where it is the business's own number in another spelling",
      { customer: { number: '+1 (415) 555-0100' }, phoneNumber: { number: BUSINESS } },
      undefined,
    ],
    ['nobody, of a withheld number', { customer: { number: 'anonymous' }, call: inbound }, undefined],
    ['a SIP address', { customer: { sipUri: 'sip:sarah@example.com' }, call: inbound }, 'sip:sarah@example.com'],
    ['nobody, of an anonymous SIP address', { customer: { sipUri: 'sip:anonymous@anonymous.invalid' } }, undefined],
    ['nobody, of a web call', { call: { type: 'webCall' } }, undefined],
    ['nobody, of no text', { customer: { number: 14155550142 } }, undefined],
  ])('is %s', (_what, message, target) => {
    expect(readVapiCall(message as Record<string, unknown>, trusted).endUserTarget).toBe(target);
  });

  it('is never what the model says, nor a name or address that the caller chose', () => {
    const message = {
      type: 'tool-calls',
      customer: { name: CALLER, email: 'sarah@example.com', externalId: 'cust_1' },
      toolCallList: [{ id: 'call_1', name: 'recall_caller', arguments: { phone: CALLER } }],
    };
    expect(readVapiMessage({ message }, new Set(['memory_user_id'])).call).toMatchObject({
      endUserTarget: undefined,
      externalId: undefined,
    });
  });

  const overrides = { variableValues: { memory_user_id: 'cust_8842' }, metadata: { memory_user_id: 'cust_1' } };

  it('is, where the workspace trusts it, what the call was created with: metadata before variables', () => {
    const message = { call: { type: 'webCall', assistantOverrides: overrides } };
    expect(readVapiCall(message, trusted).externalId).toBe('cust_1');
    expect(readVapiCall(message).externalId).toBeUndefined();
  });

  it('is not what was extracted from the conversation', () => {
    const message = { call: { type: 'webCall' }, artifact: { variableValues: { memory_user_id: 'cust_8842' } } };
    expect(readVapiCall(message, trusted).externalId).toBeUndefined();
  });

  it.each<[value: unknown, read: object]>([
    ['cust_8842', { externalId: 'cust_8842', endUserTarget: undefined }],
    [8842, { externalId: '8842', endUserTarget: undefined }],
    [`voice:${CALLER}`, { externalId: undefined, endUserTarget: CALLER }],
    [CALLER, { externalId: undefined, endUserTarget: CALLER }],
    ['id:cust_8842', { externalId: 'cust_8842', endUserTarget: undefined }],
    ['email:sarah@example.com', { externalId: 'email:sarah@example.com', endUserTarget: undefined }],
    ['id:anonymous', { externalId: undefined, endUserTarget: undefined }],
    ['call:019aa141', { externalId: undefined, endUserTarget: undefined }],
    ['sip:anonymous@pbx.example.com', { externalId: undefined, endUserTarget: undefined }],
    ['sip:guest@pbx.example.com', { externalId: undefined, endUserTarget: undefined }],
    ['id:sips:Asterisk;x=1@pbx.example.com', { externalId: undefined, endUserTarget: undefined }],
    ['asterisk', { externalId: undefined, endUserTarget: undefined }],
    ['unknown@pbx.example.com', { externalId: undefined, endUserTarget: undefined }],
    ['user@example.com', { externalId: 'user@example.com', endUserTarget: undefined }],
    ['sip:guest.1@pbx.example.com', { externalId: 'sip:guest.1@pbx.example.com', endUserTarget: undefined }],
    ['voice:anonymous', { externalId: undefined, endUserTarget: undefined }],
    ['voice:', { externalId: undefined, endUserTarget: undefined }],
    ['id:sip:anonymous@anonymous.invalid', { externalId: undefined, endUserTarget: undefined }],
    ['voice:withheld', { externalId: undefined, endUserTarget: undefined }],
    ['{{memory_user_id}}', { externalId: undefined, endUserTarget: undefined }],
    ['anonymous', { externalId: undefined, endUserTarget: undefined }],
    ['Unknown', { externalId: undefined, endUserTarget: undefined }],
    ['', { externalId: undefined, endUserTarget: undefined }],
    [null, { externalId: undefined, endUserTarget: undefined }],
    [{ id: 1 }, { externalId: undefined, endUserTarget: undefined }],
  ])('is read from the trusted value %j', (memory_user_id, read) => {
    const message = { call: { type: 'webCall', assistantOverrides: { variableValues: { memory_user_id } } } };
    expect(readVapiCall(message, trusted)).toMatchObject(read);
  });

  it("is the carrier's number, whatever number a trusted value has", () => {
    const message = {
      customer: { number: CALLER },
      call: { ...inbound, assistantOverrides: { metadata: { caller_number: '+14155550177' } } },
    };
    expect(readVapiCall(message, trusted).endUserTarget).toBe(CALLER);
  });
});

describe('an argument that the workspace trusts', () => {
  const toolCall = { id: 'call_1', function: { name: 'recall_caller', arguments: { memory_user_id: 'cust_8842' } } };
  const externalIdOf = (tool: object | undefined, names = trusted): string | undefined => {
    const list = tool === undefined ? {} : { toolWithToolCallList: [{ ...tool, toolCall }] };
    return readVapiMessage(
      { message: { type: 'tool-calls', call: { type: 'webCall' }, toolCalls: [toolCall], ...list } },
      names,
    ).call.externalId;
  };
  const asked = { function: { parameters: { properties: { memory_user_id: {} } } } };
  const fixed = { parameters: [{ key: 'memory_user_id', value: '{{ memory_user_id }}' }] };

  it.each<[what: string, tool: object | undefined, externalId: string | undefined]>([
    ['counts where the tool has it as a static parameter', fixed, 'cust_8842'],
    ['counts where the model is asked for it, too: the static one replaces it', { ...asked, ...fixed }, 'cust_8842'],
    ['counts where the payload does not say what the tool is', undefined, 'cust_8842'],
    ['does not count where the model is asked for it', asked, undefined],
    ['does not count where the tool has other static parameters', { parameters: [{ key: 'call_id' }] }, undefined],
  ])('%s', (_what, tool, externalId) => {
    expect(externalIdOf(tool)).toBe(externalId);
  });

  it('does not count without that trust', () => {
    expect(externalIdOf(fixed, new Set())).toBeUndefined();
  });
});

it.each<[type: unknown, channel: string, direction: string | undefined]>([
  ['inboundPhoneCall', 'phone_call', 'inbound'],
  ['outboundPhoneCall', 'phone_call', 'outbound'],
  ['webCall', 'web_call', undefined],
  ['vapi.websocketCall', 'web_call', undefined],
  [undefined, 'web_call', undefined],
])('reads channel and direction of a call of the type %j', (type, channel, direction) => {
  expect(readVapiCall({ call: { type } })).toMatchObject({ channel, direction });
});
