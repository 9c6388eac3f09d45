import type { Vapi } from '@vapi-ai/server-sdk';
import { describe, expect, it } from 'vitest';
import { readVapiMessage } from '../../../src/platforms/vapi/server-message.js';

/** Every type of the SDK's server messages, and what Ringback takes it for: one that is missing does not compile. */
const KINDS: Record<Vapi.ServerMessageMessage['type'] & string, string> = {
  'assistant-request': 'assistant-request',
  'conversation-update': 'other',
  'end-of-call-report': 'end-of-call-report',
  'handoff-destination-request': 'other',
  hang: 'other',
  'knowledge-base-request': 'knowledge-base-request',
  'model-output': 'other',
  'phone-call-control': 'other',
  'speech-update': 'other',
  'status-update': 'status-update',
  'tool-calls': 'tool-calls',
  'transfer-destination-request': 'other',
  'transfer-update': 'other',
  transcript: 'other',
  'transcript[transcriptType="final"]': 'other',
  'user-interrupted': 'other',
  'language-change-detected': 'other',
  'voice-input': 'other',
  'assistant.speechStarted': 'other',
  'voice-request': 'other',
  'call.endpointing.request': 'other',
  'chat.created': 'other',
  'chat.deleted': 'other',
  'session.created': 'other',
  'session.updated': 'other',
  'session.deleted': 'other',
  'call.deleted': 'call-deleted',
  'call.delete.failed': 'other',
  'call.artifact.upload': 'other',
  'campaign.predial': 'other',
};

describe('a server message', () => {
  it.each([
    ...Object.entries(KINDS),
    ['assistant.started', 'other'],
    ['language-changed', 'other'],
    ['function-call', 'other'],
    ['tomorrow.added', 'other'],
    ['', 'other'],
  ])('of the type %s is one of the kind %s', (type, kind) => {
    const message = { type, call: { id: 'call-1', type: 'inboundPhoneCall', customer: { number: '+14155550142' } } };
    expect(readVapiMessage({ message })).toMatchObject({
      type,
      kind,
      call: { callId: 'call-1', endUserTarget: '+14155550142' },
    });
  });

  it('tells the status of a call', () => {
    const message = { type: 'status-update', status: 'ended', endedReason: 'customer-ended-call' };
    expect(readVapiMessage({ message })).toMatchObject({ status: 'ended', endedReason: 'customer-ended-call' });
  });

  it('has the call of a legacy function', () => {
    const message = { type: 'function-call', functionCall: { name: 'recall_caller', parameters: {} } };
    expect(readVapiMessage({ message })).toMatchObject({ kind: 'function-call', toolCall: { name: 'recall_caller' } });
  });

  it.each<[question: string, message: object]>([
    [
      'Where?',
      {
        messagesOpenAIFormatted: [
          { role: 'user', content: 'Where?' },
          { role: 'assistant', content: 'Here.' },
        ],
      },
    ],
    [
      'When?',
      {
        messages: [
          { role: 'user', message: 'Where?' },
          { role: 'user', message: 'When?' },
        ],
      },
    ],
    ['Who was it', { messagesOpenAIFormatted: [{ role: 'user', content: [{ text: 'Who' }, { text: 'was it' }] }] }],
    ['', { messagesOpenAIFormatted: [{ role: 'assistant', content: 'Hello' }] }],
    ['', {}],
  ])('asks a knowledge base for what the caller said last: %j', (question, message) => {
    expect(readVapiMessage({ message: { type: 'knowledge-base-request', ...message } })).toMatchObject({ question });
  });

  it.each([undefined, null, 'x', 5, [], { message: null }, { message: [] }])('that is %j is of no type', (body) => {
    expect(readVapiMessage(body)).toMatchObject({ type: '', kind: 'other', call: { callId: undefined } });
  });
});
