import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vapiCallReport } from '../../../src/platforms/vapi/call-report.js';
import { readVapiMessage } from '../../../src/platforms/vapi/server-message.js';

const call = {
  id: 'call-1',
  type: 'inboundPhoneCall',
  assistantId: 'assistant-1',
  customer: { number: '+14155550142' },
};
const BOT = { role: 'bot', message: 'How can I help?', time: 1795305540200 };
const USER = { role: 'user', message: 'I moved to Oak Street.', time: 1795305544000 };

const turnsOf = (message: object) => vapiCallReport({ call, ...message })?.turns;
const textsOf = (message: object) => turnsOf(message)?.map(({ role, text }) => `${role}: ${text}`);

describe('the turns of a report', () => {
  it('are dated, and of the caller and the assistant only', () => {
    const messages = [
      { role: 'system', message: 'Known about caller: likes mornings' },
      BOT,
      { role: 'tool_calls', message: '', toolCalls: [] },
      { role: 'tool_call_result', result: 'Known about caller: likes mornings', message: 'x' },
      USER,
      { role: 'toString', message: 'x' },
      { role: 'user', message: '  ' },
    ];
    expect(turnsOf({ artifact: { messages } })).toEqual([
      { role: 'assistant', text: 'How can I help?', at: '2026-11-21T23:59:00.200Z' },
      { role: 'user', text: 'I moved to Oak Street.', at: '2026-11-21T23:59:04.000Z' },
    ]);
  });

  it.each<[from: string, message: object]>([
    ['artifact.messages', { artifact: { messages: [BOT, USER], transcript: 'User: other' }, messages: [USER] }],
    ['messages', { artifact: { messages: [] }, messages: [BOT, USER], transcript: 'User: other' }],
    [
      'messages as OpenAI has them',
      {
        artifact: {
          messagesOpenAIFormatted: [
            { role: 'system', content: 'Known' },
            { role: 'assistant', content: 'How can I help?' },
            { role: 'user', content: [{ type: 'text', text: 'I moved to Oak Street.' }] },
          ],
        },
      },
    ],
    ['artifact.transcript', { artifact: { transcript: 'AI: How can I help?\nUser: I moved to Oak Street.\n' } }],
    ['transcript', { transcript: 'Agent: How can I help?\r\nCaller: I moved\r\nto Oak Street.' }],
    [
      "a transcript with the assistant's own names",
      {
        assistant: { artifactPlan: { transcriptPlan: { assistantName: 'Front Desk', userName: 'Patient' } } },
        transcript: 'Front Desk: How can I help?\nPatient: I moved to Oak Street.',
      },
    ],
  ])('are read from %s', (_from, message) => {
    expect(textsOf(message)?.map((text) => text.replace('\n', ' '))).toEqual([
      'assistant: How can I help?',
      'user: I moved to Oak Street.',
    ]);
  });

  it('are counted from the start of the call where they have no time', () => {
    const messages = [{ role: 'user', message: 'Hi.', secondsFromStart: 5 }];
    expect(turnsOf({ startedAt: '2026-11-21T23:58:59.000Z', artifact: { messages } })).toEqual([
      { role: 'user', text: 'Hi.', at: '2026-11-21T23:59:04.000Z' },
    ]);
  });

  const transferCall = { role: 'tool_calls', toolCalls: [{ function: { name: 'transferCall', arguments: '{}' } }] };
  const AFTER = { role: 'user', message: 'Billing, my name is Bob.', time: 1795305560000 };

  it.each<[what: string, message: object, isOther: boolean | undefined]>([
    ['after a call that was forwarded', { endedReason: 'assistant-forwarded-call' }, true],
    ['after a transfer that connected', { artifact: { transfers: [{ status: 'connected' }] } }, true],
    ['with a destination', { destination: { type: 'number', number: '+14155550111' } }, true],
    [
      'after a transfer that failed',
      { artifact: { transfers: [{ status: 'no-answer' }] }, destination: { type: 'number' } },
      undefined,
    ],
    ['where nothing says that a transfer went through', { endedReason: 'customer-ended-call' }, undefined],
  ])('%s are those of somebody else: the rule holds or not', (_what, message, isOther) => {
    const { artifact } = message as { artifact?: object };
    const messages = [BOT, USER, transferCall, AFTER];
    const turns = turnsOf({ ...message, artifact: { ...artifact, messages } });
    expect(turns?.map((turn) => turn.isOther)).toEqual([undefined, undefined, isOther]);
  });

  it("are the caller's where several voices were told apart, if they are the one that says most", () => {
    const messages = [
      { ...USER, speakerLabel: 'Speaker 1' },
      { role: 'user', message: 'No!', speakerLabel: 'Speaker 2' },
    ];
    expect(turnsOf({ artifact: { messages } })?.map(({ isOther }) => isOther)).toEqual([undefined, true]);
  });

  it('are none where nobody spoke', () => {
    expect(turnsOf({ endedReason: 'voicemail', artifact: { messages: [] }, transcript: '' })).toEqual([]);
  });
});

describe('what the customer chose not to keep', () => {
  it.each<[mode: string, message: object]>([
    ['PCI', { assistant: { compliancePlan: { pciEnabled: true } } }],
    ['PCI, by the call', { call: { ...call, assistantOverrides: { compliancePlan: { pciEnabled: true } } } }],
    [
      'PCI, of one assistant of a squad',
      { call: { ...call, squad: { members: [{}, { assistant: { compliancePlan: { pciEnabled: true } } }] } } },
    ],
    ['HIPAA', { assistant: { compliancePlan: { hipaaEnabled: true } } }],
    ['HIPAA, by its older name', { assistant: { hipaaEnabled: true } }],
    ['zero data retention', { org: { zdrEnabled: true } }],
    ['no transcripts', { assistant: { artifactPlan: { transcriptPlan: { enabled: false } } } }],
  ])('is not in the report: %s', (_mode, message) => {
    const report = vapiCallReport({ call, artifact: { messages: [BOT, USER] }, transcript: 'User: x', ...message });
    expect(report).toMatchObject({ callId: 'call-1', retained: false, turns: [] });
  });

  it('is nothing where those modes are off', () => {
    const assistant = {
      compliancePlan: { pciEnabled: false, hipaaEnabled: false },
      artifactPlan: { transcriptPlan: { enabled: true } },
    };
    expect(vapiCallReport({ call, artifact: { messages: [USER] }, assistant })).toMatchObject({
      retained: true,
      turns: [{ role: 'user' }],
    });
  });
});

describe('a report', () => {
  it('says what call it was', () => {
    const message = {
      call,
      phoneNumber: { id: 'number-1', number: '+14155550100' },
      startedAt: '2026-11-21T23:58:59.000Z',
      endedAt: '2026-11-22T00:00:00.000Z',
      endedReason: 'customer-ended-call',
    };
    expect(vapiCallReport(message)).toEqual({
      platform: 'vapi',
      callId: 'call-1',
      agentId: 'assistant-1',
      channel: 'phone_call',
      direction: 'inbound',
      endUserTarget: '+14155550142',
      agentTarget: '+14155550100',
      externalId: undefined,
      startedAt: '2026-11-21T23:58:59.000Z',
      endedAt: '2026-11-22T00:00:00.000Z',
      endedReason: 'customer-ended-call',
      turns: [],
      retained: true,
    });
  });

  it("without the call's id is none: it could not be told from the next one", () => {
    expect(vapiCallReport({ call: { type: 'webCall' } })).toBeUndefined();
    expect(readVapiMessage({ message: { type: 'end-of-call-report' } }).kind).toBe('other');
  });

  it('is made of any JSON value without an error', () => {
    const keys = fc.constantFrom('call', 'artifact', 'messages', 'transcript', 'assistant', 'customer', 'startedAt');
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (message) => {
        vapiCallReport({ ...message, call: { id: 'call-1' } });
        readVapiMessage({ message });
      }),
    );
  });
});
