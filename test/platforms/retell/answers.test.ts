import fc from 'fast-check';
import type { Retell } from 'retell-sdk';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { NOTHING_FOUND, searchMemoryAnswer } from '../../../src/platforms/retell/answers.js';
import {
  type RetellInboundAnswer,
  readRetellInbound,
  retellInboundAnswer,
} from '../../../src/platforms/retell/inbound.js';
import { storableText } from '../../../src/platforms/storable-copy.js';

describe('the answer to search_memory', () => {
  it('is as it is within the limit', () => {
    const answer = {
      ...NOTHING_FOUND,
      contextText: 'Sarah likes mornings.',
      results: [{ text: 'x', kind: 'fact', at: '' }],
    };
    expect(searchMemoryAnswer(answer)).toEqual(answer);
  });

  it('never has 15,000 characters, and is always whole JSON', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', '"', '\\', '\u0001', '😀', 'ü', '\ud800'),
      maxLength: 30_000,
      size: 'max',
    });
    const results = fc.array(fc.record({ text: texts, kind: fc.constant('fact'), at: fc.constant('') }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(texts, results, (contextText, found) => {
        const answer = searchMemoryAnswer({ ...NOTHING_FOUND, contextText, results: found });
        expect(JSON.stringify(answer).length).toBeLessThan(15_000);
        expect(storableText(contextText).startsWith(answer.contextText)).toBe(true);
        expect(answer.results).toEqual(found.slice(0, answer.results.length));
      }),
      { numRuns: 50 },
    );
  });

  it('loses its last results first, and of its text no more than it has to', () => {
    const results = Array.from({ length: 20 }, (_, index) => ({
      text: `${index} ${'x'.repeat(1_000)}`,
      kind: 'fact',
      at: '',
    }));
    const answer = searchMemoryAnswer({ ...NOTHING_FOUND, contextText: 'Sarah.', results });
    expect(answer.contextText).toBe('Sarah.');
    expect(answer.results).toEqual(results.slice(0, 14));
    const long = searchMemoryAnswer({ ...NOTHING_FOUND, contextText: 'x'.repeat(20_000) });
    expect(JSON.stringify(long).length).toBe(14_999);
  });
});

describe('the inbound webhook', () => {
  const from = { from_number: '+14155550142', to_number: '+14155550100', agent_id: 'agent_1' };

  it.each<[what: string, body: unknown, kind: string, call: object]>([
    [
      'a call',
      { event: 'call_inbound', call_inbound: { ...from, call_id: 'call_1' } },
      'call_inbound',
      {
        callId: 'call_1',
        channel: 'phone_call',
        endUserTarget: '+14155550142',
        agentTarget: '+14155550100',
        agentId: 'agent_1',
      },
    ],
    [
      'a call without an id',
      { call_inbound: from },
      'call_inbound',
      { callId: undefined, endUserTarget: '+14155550142' },
    ],
    [
      'an SMS',
      { event: 'chat_inbound', chat_inbound: { ...from, chat_id: 'chat_1' } },
      'chat_inbound',
      { callId: 'chat_1', channel: 'sms_chat', endUserTarget: '+14155550142' },
    ],
    [
      'a withheld number',
      { call_inbound: { ...from, from_number: 'anonymous' } },
      'call_inbound',
      { endUserTarget: undefined },
    ],
    ['nothing', undefined, 'call_inbound', { callId: undefined, endUserTarget: undefined }],
  ])('is read: %s', (_what, body, kind, call) => {
    expect(readRetellInbound(body)).toMatchObject({ kind, call });
  });

  it('is answered with variables, with who it is, and with the agent that is configured', () => {
    expect(retellInboundAnswer('call_inbound', { caller_name: 'Sarah' }, 'voice:+14155550142', 'agent_2')).toEqual({
      call_inbound: {
        dynamic_variables: { caller_name: 'Sarah' },
        metadata: { memory_user_id: 'voice:+14155550142' },
        override_agent_id: 'agent_2',
      },
    });
    expect(retellInboundAnswer('chat_inbound', {}, undefined, undefined)).toEqual({
      chat_inbound: { dynamic_variables: {}, metadata: {} },
    });
  });

  it("has variables and metadata that the SDK's calls take", () => {
    type Decision = Extract<RetellInboundAnswer, { call_inbound: unknown }>['call_inbound'];
    type Taken = Pick<
      Retell.CallCreatePhoneCallParams,
      'retell_llm_dynamic_variables' | 'metadata' | 'override_agent_id'
    >;
    expectTypeOf<Decision['dynamic_variables']>().toExtend<NonNullable<Taken['retell_llm_dynamic_variables']>>();
    expectTypeOf<Decision['metadata']>().toExtend<Record<string, string>>();
    const decision = { override_agent_id: 'agent_1', metadata: { memory_user_id: 'x' } } satisfies Taken;
    expect(decision.override_agent_id).toBe('agent_1');
  });
});
