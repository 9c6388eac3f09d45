import { describe, expect, test } from 'vitest';
import { readInitialization } from '../../../src/platforms/telnyx/initialization.js';
import { initializationEvent } from '../../support/signing.js';

test('the documented event is read whole', () => {
  expect(readInitialization(initializationEvent({ telnyx_end_user_target_verified: true }))).toEqual({
    eventId: 'event_12345678-90ab-cdef-1234-567890abcdef',
    eventType: 'assistant.initialization',
    channel: 'phone_call',
    agentTarget: '+13128675309',
    endUserTarget: '+15551234567',
    endUserTargetVerified: true,
    callControlId: 'v3:u5OAKGEPT3Dx8SZSSDRWEMdNH2OripQhO',
    assistantId: 'assistant_12345678-90ab-cdef-1234-567890abcdef',
    payload: (initializationEvent({ telnyx_end_user_target_verified: true }) as { data: { payload: object } }).data
      .payload,
  });
});

test('the conversation id and custom SIP headers are read where they come', () => {
  const event = readInitialization(
    initializationEvent({ telnyx_conversation_id: 'c-1', eva_call_id: '7', customer_tier: { gold: true } }),
  );
  expect(event.conversationId).toBe('c-1');
  expect(event.payload).toMatchObject({ eva_call_id: '7', customer_tier: { gold: true } });
});

test('an event without the data envelope is read too', () => {
  const body = { event_type: 'assistant.initialization', payload: { telnyx_end_user_target: '+15551234567' } };
  expect(readInitialization(body)).toMatchObject({ eventType: body.event_type, endUserTarget: '+15551234567' });
});

describe('an event that says nothing is read from', () => {
  test.each<[string, unknown]>([
    ['no JSON at all', undefined],
    ['null', null],
    ['a number', 5],
    ['a string', 'hello'],
    ['an array', [initializationEvent()]],
    ['an empty object', {}],
    ['data: null', { data: null }],
    ['data: a string', { data: 'x' }],
    ['data: an array', { data: [] }],
    ['payload: null', { data: { payload: null } }],
    ['payload: an array', { data: { payload: ['+15551234567'] } }],
    ['payload: a string', { data: { payload: '+15551234567' } }],
  ])('%s', (_name, body) => {
    expect(readInitialization(body)).toEqual({ endUserTargetVerified: false, payload: expect.anything() });
  });
});

test.each([null, 15551234567, true, { number: '+15551234567' }, ['+15551234567']])(
  'a target that is %j is undefined',
  (target) => {
    expect(readInitialization(initializationEvent({ telnyx_end_user_target: target })).endUserTarget).toBeUndefined();
  },
);

test.each(['true', 1, null, {}])('only true verifies a caller, not %j', (verified) => {
  const event = readInitialization(initializationEvent({ telnyx_end_user_target_verified: verified }));
  expect(event.endUserTargetVerified).toBe(false);
});
