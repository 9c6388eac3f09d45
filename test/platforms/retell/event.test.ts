import fc from 'fast-check';
import type { PhoneCallResponse } from 'retell-sdk/resources/call';
import { describe, expect, it } from 'vitest';
import { readRetellEvent } from '../../../src/platforms/retell/event.js';

const START = 1_795_305_539_000;
const call = {
  ...{ call_id: 'call_1', call_type: 'phone_call', agent_id: 'agent_1', direction: 'inbound' },
  ...{ from_number: '+14155550142', to_number: '+14155550100', start_timestamp: START },
};
const AGENT = { role: 'agent', content: 'Hi Sarah.', words: [{ word: 'Hi ', start: 0.8, end: 1.08 }] };
const USER = { role: 'user', content: 'I moved to Oak Street.', words: [{ word: 'I ', start: 5.1, end: 5.38 }] };

const reportOf = (changes: object, event = 'call_ended') =>
  readRetellEvent({ event, call: { ...call, ...changes } }).report;
const textsOf = (changes: object) => reportOf(changes)?.turns.map(({ role, text }) => `${role}: ${text}`);

describe('an event', () => {
  it.each<[event: string, kind: string, eventKey: string | undefined]>([
    ['call_started', 'started', 'call_1:call_started'],
    ['call_ended', 'ended', 'call_1:call_ended'],
    ['call_analyzed', 'analyzed', 'call_1:call_analyzed'],
    ['transcript_updated', 'updated', undefined],
    ['transfer_started', 'transfer', 'call_1:transfer_started:2026-11-21T23:58:59.000Z:+14155550111'],
    ['transfer_bridged', 'transfer', 'call_1:transfer_bridged:2026-11-21T23:58:59.000Z:+14155550111'],
    ['transfer_cancelled', 'transfer', 'call_1:transfer_cancelled:2026-11-21T23:58:59.000Z:+14155550111'],
    ['transfer_ended', 'transfer', 'call_1:transfer_ended:2026-11-21T23:58:59.000Z:+14155550111'],
    ['agent_promoted', 'other', 'call_1:agent_promoted'],
    ['toString', 'other', 'call_1:toString'],
  ])('%s is of the kind %s', (event, kind, eventKey) => {
    const read = readRetellEvent({ event, call, transfer_destination: { type: 'number', number: '+14155550111' } });
    expect(read).toMatchObject({ type: event, kind, eventKey });
    expect(read.report !== undefined).toBe(['ended', 'analyzed', 'updated'].includes(kind));
  });

  it.each(['chat_started', 'chat_ended', 'chat_analyzed'])(
    '%s is of a chat, which has messages and no numbers',
    (event) => {
      const chat = {
        ...{
          chat_id: 'chat_1',
          chat_type: 'sms_chat',
          agent_id: 'agent_1',
          metadata: { memory_user_id: 'voice:+14155550142' },
        },
        message_with_tool_calls: [
          { role: 'user', content: 'I moved.', created_timestamp: START },
          { role: 'tool_call_result', content: 'Known about caller' },
          { role: 'agent', content: 'Noted.', created_timestamp: START + 1_000 },
        ],
      };
      const read = readRetellEvent({ event, chat });
      expect(read).toMatchObject({
        eventKey: `chat_1:${event}`,
        call: { callId: 'chat_1', channel: 'sms_chat', endUserTarget: '+14155550142' },
      });
      if (event === 'chat_started') return;
      expect(read.report?.turns).toEqual([
        { role: 'user', text: 'I moved.', at: '2026-11-21T23:58:59.000Z' },
        { role: 'assistant', text: 'Noted.', at: '2026-11-21T23:59:00.000Z' },
      ]);
    },
  );

  it('without a call has neither key nor report', () => {
    for (const body of [
      { event: 'call_ended' },
      { event: 'call_ended', call: { call_id: '' } },
      {},
      undefined,
      null,
      [],
    ]) {
      expect(readRetellEvent(body)).toMatchObject({ eventKey: undefined, report: undefined });
    }
  });

  it('is made of any JSON value without an error', () => {
    const keys = fc.constantFrom(
      'transcript',
      'transcript_object',
      'transcript_with_tool_calls',
      'metadata',
      'direction',
      'words',
    );
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (changes) => {
        expect(readRetellEvent({ event: 'call_ended', call: { ...changes, call_id: 'call_1' } }).report?.callId).toBe(
          'call_1',
        );
      }),
    );
  });
});

describe('the turns of a report', () => {
  const OTHER_ROLES: PhoneCallResponse['transcript_with_tool_calls'] = [
    { role: 'tool_call_invocation', name: 'search_memory', arguments: '{}', tool_call_id: '1' },
    { role: 'tool_call_result', content: '{"contextText":"Sarah likes mornings"}', tool_call_id: '1' },
    { role: 'dtmf', digit: '1' },
  ];

  it('are dated by their first words, and of the caller and the agent only', () => {
    const injected = { role: 'injected', content: 'The caller is a VIP.' };
    expect(reportOf({ transcript_with_tool_calls: [AGENT, ...OTHER_ROLES, injected, USER] })?.turns).toEqual([
      { role: 'assistant', text: 'Hi Sarah.', at: '2026-11-21T23:58:59.800Z' },
      { role: 'user', text: 'I moved to Oak Street.', at: '2026-11-21T23:59:04.100Z' },
    ]);
  });

  it('have the person that the call was transferred to as somebody else', () => {
    const target = { role: 'transfer_target', content: 'Billing, this is Bob.', words: [] };
    expect(reportOf({ transcript_object: [USER, target] })?.turns.map(({ isOther }) => isOther)).toEqual([
      undefined,
      true,
    ]);
    expect(reportOf({ transcript: 'User: Hello\nTransfer Target: This is Bob.' })?.turns).toEqual([
      { role: 'user', text: 'Hello' },
      { role: 'user', text: 'This is Bob.', isOther: true },
    ]);
  });

  const said = ['assistant: Hi Sarah.', 'user: I moved to Oak Street.'];

  it.each<[what: string, changes: object, texts: readonly string[], retained: boolean]>([
    [
      'the transcript with tool calls',
      { transcript_with_tool_calls: [AGENT, USER], transcript: 'User: x' },
      said,
      true,
    ],
    ['the list of utterances', { transcript_with_tool_calls: [], transcript_object: [AGENT, USER] }, said, true],
    ['the text', { transcript: 'Agent: Hi Sarah.\nUser: I moved to Oak Street.\n' }, said, true],
    [
      'what was scrubbed, where it is there',
      {
        transcript_object: [AGENT, USER],
        scrubbed_transcript_with_tool_calls: [{ role: 'user', content: 'I moved to [address].' }],
      },
      ['user: I moved to [address].'],
      true,
    ],
    [
      'what was scrubbed only, where personal data is not to be kept',
      {
        data_storage_setting: 'everything_except_pii',
        transcript_object: [AGENT, USER],
        scrubbed_transcript_with_tool_calls: [{ role: 'user', content: 'I moved to [address].' }],
      },
      ['user: I moved to [address].'],
      true,
    ],
    [
      'nothing before that',
      { data_storage_setting: 'everything_except_pii', transcript_object: [USER], transcript: 'User: x' },
      [],
      false,
    ],
    [
      'nothing, where only attributes are to be kept',
      {
        data_storage_setting: 'basic_attributes_only',
        transcript_object: [USER],
        scrubbed_transcript_with_tool_calls: [USER],
      },
      [],
      false,
    ],
    ['nothing, by the older setting', { opt_out_sensitive_data_storage: true, transcript_object: [USER] }, [], false],
    ['nothing, where nobody spoke', { disconnection_reason: 'voicemail_reached', transcript: '' }, [], true],
  ])('are %s', (_what, changes, texts, retained) => {
    expect(textsOf(changes)).toEqual(texts);
    expect(reportOf(changes)?.retained).toBe(retained);
  });

  it('are said to come later where personal data is taken out first', () => {
    const waiting = { ...call, data_storage_setting: 'everything_except_pii', transcript_object: [USER] };
    expect(readRetellEvent({ event: 'call_ended', call: waiting }).isBeforeScrubbing).toBe(true);
    const scrubbed = { ...waiting, scrubbed_transcript_with_tool_calls: [USER] };
    expect(readRetellEvent({ event: 'call_analyzed', call: scrubbed }).isBeforeScrubbing).toBe(false);
    expect(readRetellEvent({ event: 'call_ended', call }).isBeforeScrubbing).toBe(false);
  });
});
