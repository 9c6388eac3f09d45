import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LookupFailed } from '../../../src/assistants/lookups.js';
import { initializationRecord } from '../../../src/assistants/records/initialization-record.js';
import { maskInsightQuery, maskQuery } from '../../../src/assistants/records/mask-query.js';
import { maskAddress, maskText, maskValue } from '../../../src/assistants/records/mask-text.js';
import { receivedInitialization } from '../../../src/assistants/records/received-initialization.js';
import { sentInitialization } from '../../../src/assistants/records/sent-initialization.js';
import { callerKey } from '../../../src/store/caller-key.js';
import { initializationEvent } from '../../support/signing.js';
import { notedInitialization } from './example.js';

const ID = '01a1fd23-2d49-7000-818e-d80a276d0816';

describe('a text is masked', () => {
  test.each([
    ['', ''],
    ['+13128675309', '+1312•••5309'],
    ['voice:+13128675309', 'voice:+1312•••5309'],
    ['sip:+13128675309', 'sip:+1312•••5309'],
    ['+123456789', '+12•••89'],
    ['+1234567', '+•••67'],
    ['4111111111111111', '•••(16 characters)'],
    ['rachel@example.com', '•••@example.com'],
    ['sip:52e31a6342bc6dcd@sip.telnyx.com', '•••@sip.telnyx.com'],
    ['sip:alice@sip.telnyx.com:5060;transport=tls', '•••@sip.telnyx.com'],
    ['x@13125550199.example', '•••(21 characters)'],
    ['x', '•••(1 character)'],
    ['Rachel Thomas', '•••(13 characters)'],
    ['+1312 867 5309 is mine', '•••(22 characters)'],
  ])('%j to %j', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });
});

describe('an address is masked', () => {
  test.each([
    ['(312) 867-5309', '31•••09'],
    ['13128675309', '1312•••5309'],
    ['+1 312 867 5309', '+1312•••5309'],
    ['anonymous', 'anonymous'],
    ['Restricted', 'Restricted'],
    ['Rachel', '•••(6 characters)'],
    ['९८७६५४३२१०', '•••(10 characters)'],
  ])('%j to %j', (text, masked) => {
    expect(maskAddress(text)).toBe(masked);
  });
});

describe('a value is masked', () => {
  test.each([
    [null, null],
    [undefined, null],
    [42, '•••(number)'],
    [true, '•••(boolean)'],
    [['a', 'b'], '•••(array of 2)'],
    [
      { name: 'Rachel', deep: { age: 42 } },
      { name: '•••(6 characters)', deep: { age: '•••(number)' } },
    ],
    [
      { '+13128675309': 1, 'a key of words': 2 },
      { '+1312•••5309 1': '•••(number)', '•••(14 characters) 2': '•••(number)' },
    ],
  ])('%j to %j', (value, masked) => {
    expect(maskValue(value)).toEqual(masked);
  });
});

describe('a memory query is masked', () => {
  test.each([
    [
      'metadata->telnyx_end_user_target=eq.+13128675309&limit=5&order=last_message_at.desc',
      'metadata->telnyx_end_user_target=eq.+1312•••5309&limit=5&order=last_message_at.desc',
    ],
    [
      'last_message_at=gte.2026-06-21T12:00:00.000Z&metadata->tier=in.(gold,"a,b")&name=is.null',
      'last_message_at=gte.2026-06-21T12:00:00.000Z&metadata->tier=in.(•••(4 characters),•••(3 characters))&name=is.null',
    ],
    [
      'or=(metadata->a.eq.Rachel,and(name.like.R*,created_at.lt.now-10d))',
      'or=(metadata->a.eq.•••(6 characters),and(name.like.•••(2 characters),created_at.lt.now-10d))',
    ],
    ['created_at=gte.13128675309', 'created_at=gte.•••(11 characters)'],
    ['metadata->"13128675309"=eq.x', '•••(28 characters)'],
    ['limit=31286', '•••(11 characters)'],
    ['Rachel Thomas', '•••(13 characters)'],
    ['', ''],
  ])('%j to %j', (text, masked) => {
    expect(maskQuery(text)).toBe(masked);
  });

  test.each([
    ['insight_ids=123,cfcc865c-d3d4-4823-8a4b-f0df57d9f56f', 'insight_ids=123,cfcc865c-d3d4-4823-8a4b-f0df57d9f56f'],
    ['insight_ids=13128675309', '•••(23 characters)'],
    ['Rachel', '•••(6 characters)'],
  ])('that of insights, %j, to %j', (text, masked) => {
    expect(maskInsightQuery(text)).toBe(masked);
  });
});

const PAYLOAD = {
  telnyx_end_user_target: '+13125550101',
  telnyx_end_user_target_verified: true,
  telnyx_shaken_stir_attestation: 'a',
  eva_call_id: 'rachel-7',
  from: '+13125550101',
  diversion: { number: '+13125550101', reason: 'busy' },
  'X-Authorization': 'Bearer abcdefgh12345678',
  api_key: 'KEY0123456789',
};

const ANSWER = {
  dynamic_variables: {
    caller_known: 'true',
    caller_name: 'Rachel Thomas',
    last_conversation_at: '',
    portal_token: 'tok-1234567890',
    memory_user_id: 'voice:+13125550101',
    tier: 'gold',
  },
  memory: {
    conversation_query: 'metadata->telnyx_end_user_target=eq.+13125550101&limit=5',
    insight_query: 'insight_ids=123',
  },
  conversation: { metadata: { tier: 'gold', memory_user_id: 'voice:+13125550101' } },
  encrypted_dynamic_variables: { card: 'c2VjcmV0' },
};

describe('the record of an initialization', () => {
  test('has the keys, what is said of the call, and masks', () => {
    const record = initializationRecord(notedInitialization({ payload: PAYLOAD, answer: ANSWER }), ID);
    expect(JSON.parse(record.requestJson)).toEqual({
      telnyx_conversation_channel: 'phone_call',
      telnyx_agent_target: '+1312•••5309',
      telnyx_end_user_target: '+1312•••0101',
      telnyx_end_user_target_verified: true,
      telnyx_shaken_stir_attestation: 'a',
      call_control_id: 'v3:u5OAKGEPT3Dx8SZSSDRWEMdNH2OripQhO',
      assistant_id: 'assistant_12345678-90ab-cdef-1234-567890abcdef',
      eva_call_id: '•••(8 characters)',
      from: '+1312•••0101',
      diversion: { number: '+1312•••0101', reason: '•••(4 characters)' },
      'X-Authorization': '[redacted]',
      api_key: '[redacted]',
    });
    expect(JSON.parse(record.answerJson)).toEqual({
      dynamic_variables: {
        caller_known: 'true',
        caller_name: '•••(13 characters)',
        last_conversation_at: '',
        portal_token: '[redacted]',
        memory_user_id: 'voice:+1312•••0101',
        tier: '•••(4 characters)',
      },
      memory: {
        conversation_query: 'metadata->telnyx_end_user_target=eq.+1312•••0101&limit=5',
        insight_query: 'insight_ids=123',
      },
      conversation: { metadata: { tier: '•••(4 characters)', memory_user_id: 'voice:+1312•••0101' } },
      encrypted_dynamic_variables: '[redacted]',
    });
    expect(record).toMatchObject({ caller: '+1312•••0101', isRedacted: true });
  });

  test('has everything but secrets where the policy says so', () => {
    const noted = notedInitialization({ payload: PAYLOAD, answer: ANSWER, record: 'full', secrets: ['rachel-7'] });
    const record = initializationRecord(noted, ID);
    expect(JSON.parse(record.requestJson)).toMatchObject({
      ...PAYLOAD,
      eva_call_id: '[redacted]',
      'X-Authorization': '[redacted]',
      api_key: '[redacted]',
    });
    expect(JSON.parse(record.answerJson)).toEqual({
      ...ANSWER,
      dynamic_variables: { ...ANSWER.dynamic_variables, portal_token: '[redacted]' },
      encrypted_dynamic_variables: '[redacted]',
    });
    expect(record).toMatchObject({ caller: '+1312•••0101', isRedacted: false });
  });

  test.each([
    [7, '•••(number)'],
    ['Rachel', '•••(6 characters)'],
    [['Rachel'], '•••(array of 1)'],
    [null, null],
    [{ Rachel: { dynamic_variables: 'Thomas' } }, { Rachel: { dynamic_variables: '•••(6 characters)' } }],
    [
      { dynamic_variables: 'Thomas', memory: 7 },
      { dynamic_variables: '•••(6 characters)', memory: '•••(number)' },
    ],
    [{ memory: { conversation_query: 7 } }, { memory: { conversation_query: '•••(number)' } }],
    [{ dynamic_variables: { caller_known: 'Rachel' } }, { dynamic_variables: { caller_known: '•••(6 characters)' } }],
  ])('has of an answer with another shape, %j, as little', (answer, masked) => {
    const record = initializationRecord(notedInitialization({ answer }), ID);
    expect(JSON.parse(record.answerJson)).toEqual(masked);
  });

  test('is found by a caller who has no number, whether it was received or sent', () => {
    const reading = { defaultCountry: 'US', sipDomains: ['pbx.example.com'] };
    const uri = 'sarah@PBX.example.com:5060';
    const received = notedInitialization({ reading, payload: { telnyx_end_user_target: uri } });
    const sip = callerKey(1, { kind: 'sip', value: 'sip:sarah@pbx.example.com' });
    expect(initializationRecord(received, ID)).toMatchObject({ callerKey: sip, caller: '•••@PBX.example.com' });
    const event = initializationEvent({ telnyx_end_user_target: uri });
    const sent = { workspaceId: 1, event, reading, status: 'ok', parts: [], durationMs: 3, at: new Date() } as const;
    expect(initializationRecord(sentInitialization(sent), ID).callerKey).toEqual(sip);
    const named = { ...received, event: { ...received.event, externalId: 'cust_1' } };
    const { callerKey: key } = initializationRecord(named, ID);
    expect(key).toEqual(callerKey(1, { kind: 'external_id', value: 'cust_1' }));
    expect(JSON.stringify(initializationRecord(named, ID))).not.toMatch(/cust_1|sarah/);
  });

  test('is found by the caller, however the number is spelled, also where memory was denied', () => {
    const keyOf = (target: unknown) =>
      initializationRecord(notedInitialization({ payload: { telnyx_end_user_target: target } }), ID).callerKey;
    expect(keyOf('+13125550101')).toHaveLength(32);
    expect(keyOf('(312) 555-0101')).toEqual(keyOf('+13125550101'));
    expect(keyOf('+13125550102')).not.toEqual(keyOf('+13125550101'));
    expect(keyOf('anonymous')).toBeNull();
    expect(keyOf(7)).toBeNull();
  });

  test('has the steps that tell no values, and why there is no memory', () => {
    const steps = [
      { part: 'policy', detail: 'The policy "front-desk" matches.' },
      { part: 'verification', detail: 'The caller id is verified; unverified: deny.' },
      { part: 'identity', detail: 'The caller is voice:+13125550101.' },
      { part: 'dynamic_variables.tier', detail: '"gold" from {{ lookups.crm.tier }}' },
      { part: 'memory.conversation_query', detail: 'No memory: the policy denies it.' },
    ];
    const stepsOf = (record: 'redacted' | 'full', answer: unknown) =>
      JSON.parse(initializationRecord(notedInitialization({ steps, record, answer }), ID).stepsJson);
    expect(stepsOf('redacted', {})).toEqual([steps[0], steps[1], steps[4]]);
    expect(stepsOf('redacted', { memory: { conversation_query: 'limit=5' } })).toEqual([steps[0], steps[1]]);
    expect(stepsOf('full', {})).toEqual(steps);
  });

  test('says why a part failed, and not what it worked on', () => {
    const parts = [
      {
        part: 'lookups.crm',
        status: 'failed' as const,
        durationMs: 5,
        error: new LookupFailed('failed', 'It answered 500.'),
      },
      {
        part: 'caller_profile',
        status: 'failed' as const,
        durationMs: 5,
        error: Object.assign(new Error('Rachel'), { code: '57014' }),
      },
    ];
    const record = initializationRecord(notedInitialization({ parts }), ID);
    expect(JSON.parse(record.partsJson)).toEqual([
      { part: 'lookups.crm', status: 'failed', duration_ms: 5, error: 'It answered 500.' },
      { part: 'caller_profile', status: 'failed', duration_ms: 5, error: 'Error 57014' },
    ]);
    expect(record.leftOut).toEqual(['lookups.crm', 'caller_profile']);
  });

  test.each([
    ['a megabyte in one value', { a: 'x'.repeat(1_000_000) }],
    [
      '100,000 keys',
      Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key_${index % 1000}_${index}`, 'v'])),
    ],
    ['an array of 100,000', { a: Array.from({ length: 100_000 }, () => 'xxxxxxxx') }],
    ['a value that looks like the start of an address, again and again', { a: 'a-'.repeat(500_000) }],
  ])('is bounded, and made at once: %s', (_, payload) => {
    for (const record of ['redacted', 'full'] as const) {
      const start = performance.now();
      const made = initializationRecord(notedInitialization({ payload, record, answer: payload }), ID);
      expect(made.requestJson.length).toBeLessThanOrEqual(64 * 1024);
      expect(made.answerJson.length).toBeLessThanOrEqual(64 * 1024);
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });

  test('can be stored, whatever came', () => {
    const payload = { 'a\0b': 'x\0y', half: '\ud800', big: 1e300, deep: JSON.parse('['.repeat(500) + ']'.repeat(500)) };
    for (const record of ['redacted', 'full'] as const) {
      const made = initializationRecord(notedInitialization({ payload, record, answer: payload }), ID);
      for (const text of [made.requestJson, made.answerJson]) expect(text).not.toMatch(/\\u0000|\\ud800/i);
    }
  });

  test('of a secret that lies across the end of a long text has no part of it', () => {
    const secret = 'K'.repeat(64);
    const payload = { note: `${'x'.repeat(3_990)}${secret}` };
    const made = initializationRecord(notedInitialization({ payload, record: 'full', secrets: [secret] }), ID);
    expect(made.requestJson).not.toContain('KKKK');
  });

  test('of one that failed says nothing but that', () => {
    const noted = receivedInitialization({
      ...notedInitialization(),
      initialization: undefined,
      answer: { dynamic_variables: {}, conversation: { metadata: {} } },
      secrets: [],
    });
    expect(noted).toMatchObject({ status: 'neutral', record: 'redacted', direction: 'received' });
  });

  test.each([
    ['ok', '{"dynamic_variables":{"tier":"gold"}}', 'complete', { dynamic_variables: { tier: '•••(4 characters)' } }],
    ['invalid', 'Rachel', 'invalid', '•••(6 characters)'],
    ['timeout', undefined, 'timeout', null],
    ['error', '', 'error', ''],
  ] as const)('of one that we sent: %s', (status, body, recorded, answer) => {
    const record = initializationRecord(
      sentInitialization({
        workspaceId: 1,
        event: initializationEvent({ telnyx_end_user_target: '+13125550101' }),
        reading: { defaultCountry: 'US', sipDomains: [] },
        status,
        detail: '"dynamic_variables.n13125550101" is null.',
        body: body === undefined ? undefined : Buffer.from(body),
        parts: [],
        durationMs: 3,
        at: new Date(),
      }),
      ID,
    );
    expect(record).toMatchObject({ direction: 'sent', status: recorded, caller: '+1312•••0101' });
    expect(record.detail).toBe('"dynamic_variables.n•••" is null.');
    expect(JSON.parse(record.answerJson)).toEqual(answer);
  });
});

describe('whatever comes, a redacted record', () => {
  /** Long enough not to be met by chance in what is always there. */
  const value = fc.string({ minLength: 24, maxLength: 40, unit: 'grapheme-ascii' });
  const number = fc.stringMatching(/^\+[1-9]\d{9,13}$/);

  /** Somewhere in a text, a key, or deep in a value. */
  const hidden = (caller: string, text: string) =>
    fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        fc.constantFrom(caller, caller.slice(1), `tel:${caller}`, `a ${caller} b`, text, `${text}@x.example`),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('name', 'phone', 'X-Call', caller, `n${caller.slice(1)}`), tie('tree'), {
          maxKeys: 3,
        }),
      ),
    })).tree;

  const cases = fc.tuple(number, value, value).chain(([caller, text, secret]) =>
    fc.record({
      caller: fc.constant(caller),
      text: fc.constant(text),
      secret: fc.constant(secret),
      key: fc.constantFrom('authorization', 'api_key', 'x_password', 'portal_token'),
      custom: fc.dictionary(
        fc.constantFrom(
          'telnyx_conversation_channel',
          'call_control_id',
          'from',
          'custom',
          'telnyx_end_user_target_verified',
          caller,
        ),
        hidden(caller, text),
      ),
      variables: fc.dictionary(
        fc.constantFrom('caller_known', 'caller_name', 'tier', '__proto__'),
        hidden(caller, text),
      ),
      query: fc.constantFrom(
        `metadata->telnyx_end_user_target=eq.${caller}&limit=5`,
        `or=(name.eq.${caller},metadata->x.in.(${caller.slice(1)},b))`,
        `created_at=gte.${caller}`,
        `limit=${caller.slice(1)}`,
        `order=metadata->k${caller.slice(1)}`,
        `select=a${caller.slice(1)}:name`,
        `metadata->"${caller}"=is.null`,
        text,
        caller,
      ),
      sections: fc.dictionary(fc.constantFrom('error', 'message', 'other', caller), hidden(caller, text)),
    }),
  );

  test('has no digit run of the number, no secret and no value', () => {
    fc.assert(
      fc.property(cases, ({ caller, text, secret, key, custom, variables, query, sections }) => {
        const noted = notedInitialization({
          payload: {
            ...custom,
            telnyx_end_user_target: caller,
            [key]: secret,
            headers: [{ name: key, value: secret }],
          },
          answer: {
            dynamic_variables: { ...variables, [key]: secret },
            memory: { conversation_query: query, insight_query: query },
            conversation: { metadata: variables, [key]: secret },
            encrypted_dynamic_variables: { a: secret },
            ...sections,
          },
          secrets: [secret],
          steps: [
            { part: 'identity', detail: caller },
            { part: 'dynamic_variables.tier', detail: text },
          ],
          detail: `"${caller}"`,
        });
        const { callerKey: _, workspaceId: __, ...record } = initializationRecord(noted, ID);
        // Ids of the call are the same in every case.
        const { id, eventId, assistantId, recordedAt, ...rest } = record;
        const stored = JSON.stringify(rest).replaceAll(assistantId as string, '');
        const digits = caller.slice(1);
        for (let start = 0; start + 5 <= digits.length; start += 1) {
          expect(stored).not.toContain(digits.slice(start, start + 5));
        }
        expect(stored).not.toContain(JSON.stringify(text).slice(1, -1));
        expect(stored).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
      { numRuns: 1_000 },
    );
  });

  test('and a full one no secret', () => {
    fc.assert(
      fc.property(cases, ({ secret, key, custom, variables }) => {
        const noted = notedInitialization({
          payload: { ...custom, [key]: secret, note: `it is ${secret}.` },
          answer: {
            dynamic_variables: { ...variables, [key]: secret, text: secret },
            encrypted_dynamic_variables: secret,
          },
          secrets: [secret],
          record: 'full',
        });
        expect(JSON.stringify(initializationRecord(noted, ID))).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
      { numRuns: 300 },
    );
  });
});
