import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallerProfile } from '../../../src/assistants/caller-profile.js';
import type { PlanContext, Policy, PolicyAnswer, PolicyParts } from '../../../src/assistants/policy/policy.js';
import { readPolicies } from '../../../src/assistants/policy/read-policies.js';
import { type InitializationEvent, readInitialization } from '../../../src/platforms/telnyx/initialization.js';
import { check, parse } from '../../../src/query/index.js';

const CONTEXT: PlanContext = {
  now: new Date('2025-04-07T15:30:00Z'),
  reading: { defaultCountry: 'US', sipDomains: ['pbx.example.com'] },
  timeZone: 'UTC',
  secrets: { crm: 'crm-secret-1' },
};

const PAYLOAD = {
  telnyx_conversation_channel: 'phone_call',
  telnyx_agent_target: '+13128675309',
  telnyx_end_user_target: '+15551234567',
  telnyx_end_user_target_verified: true,
  assistant_id: 'assistant-1',
};

const PROFILE: CallerProfile = {
  name: 'Sarah',
  history: { conversations: 3, lastMessageAt: '2025-04-01T10:00:00.000Z', lastChannel: 'phone_call' },
  lastEpisode: { summary: 'Booked a cleaning for Friday.', at: '2025-04-01T10:00:00.000Z', conversationId: 'c' },
  facts: { city: 'Chicago' },
};

function policyOf(rest: string): Policy {
  const { policies } = readPolicies(`version: 1\npolicies:\n  - name: p\n${rest}`);
  return policies[0] as Policy;
}

function play(policy: Policy, payload: object = {}, parts: Partial<PolicyParts> = {}): PolicyAnswer {
  const event = readInitialization({ data: { payload: { ...PAYLOAD, ...payload } } });
  return policy.answer(policy.plan(event, CONTEXT), { lookups: {}, ...parts });
}

const LAST_FIVE = `    memory:
      conversation_query: "metadata->telnyx_end_user_target=eq.{{telnyx_end_user_target}}&limit=5&order=last_message_at.desc"
`;

describe('a policy', () => {
  it.each<[rest: string, payload: object, matches: boolean]>([
    ['', {}, true],
    ['    match: { assistants: [assistant-1] }', {}, true],
    ['    match: { assistants: [assistant-2, assistant-1] }', {}, true],
    ['    match: { assistants: [assistant-2] }', {}, false],
    ['    match: { numbers: ["+13128675309"] }', {}, true],
    ['    match: { numbers: ["+1312"] }', {}, false],
    ['    match: { channels: [sms_chat] }', {}, false],
    ['    match: { channels: [phone_call], numbers: ["+13128675309"] }', {}, true],
    ['    match: { assistants: [assistant-1] }', { assistant_id: null }, false],
  ])('with "%s" matches %j: %s', (rest, payload, expected) => {
    expect(policyOf(rest).matches(readInitialization({ payload: { ...PAYLOAD, ...payload } }))).toBe(expected);
  });

  it.each([
    'caller.name',
    'caller.last_conversation_at',
    'caller.last_episode.summary',
    'caller_name',
    'memory_context',
  ])('tells by {%% if %s %%} whether there is one', (name) => {
    const policy = policyOf(`    dynamic_variables: { told: "{% if ${name} %}yes{% else %}no{% endif %}" }\n`);
    const toldWith = (parts: Partial<PolicyParts>) => play(policy, {}, parts).answer.dynamic_variables.told;
    expect(toldWith({ profile: PROFILE })).toBe('yes');
    const unnamed: CallerProfile = { name: '', history: { conversations: 0 }, facts: {} };
    expect(toldWith({ profile: unnamed })).toBe('no');
    expect(toldWith({})).toBe('no');
  });

  it('makes an answer of templates, profile and look-ups', () => {
    const policy = policyOf(`    pin: { assistant_id: "{{ assistant_id }}" }
    lookups: { crm: { url: "https://crm.example/c?phone={{ telnyx_end_user_target | url_encode }}", headers: { authorization: "Bearer {{ secrets.crm }}" } } }
    dynamic_variables:
      greeting: "Hello {{ caller.name | default: 'there' }}, {{ telnyx_current_weekday_America/Chicago }}"
      tier: "{{ lookups.crm.tier | default: 'standard' }}"
      order: "{{ payload.x_order }}"
      visits: 7
${LAST_FIVE}      insight_query: "insight_ids=a,b"
    conversation: { metadata: { customer_tier: "{{ lookups.crm.tier }}", empty: "{{ lookups.crm.none }}" } }
`);
    const event = readInitialization({ payload: { ...PAYLOAD, x_order: '81' } });
    const plan = policy.plan(event, CONTEXT);
    expect(plan.lookups).toEqual([
      {
        name: 'crm',
        url: 'https://crm.example/c?phone=%2B15551234567',
        headers: { authorization: 'Bearer crm-secret-1' },
        timeoutMs: 400,
        cacheSeconds: 60,
      },
    ]);
    expect(policy.answer(plan, { profile: PROFILE, lookups: { crm: { tier: 'gold' } } }).answer).toEqual({
      dynamic_variables: {
        caller_known: 'true',
        caller_name: 'Sarah',
        memory_context:
          '3 earlier conversations; the last one on 1 April 2025 by phone_call. Booked a cleaning for Friday.',
        memory_user_id: 'voice:+15551234567',
        last_conversation_at: '2025-04-01T10:00:00.000Z',
        greeting: 'Hello Sarah, Monday',
        tier: 'gold',
        order: '81',
        visits: '7',
      },
      memory: {
        conversation_query:
          'metadata->telnyx_end_user_target=eq.+15551234567&metadata->assistant_id=eq.assistant-1&limit=5&order=last_message_at.desc',
        insight_query: 'insight_ids=a,b',
      },
      conversation: {
        metadata: { memory_user_id: 'voice:+15551234567', customer_tier: 'gold', assistant_id: 'assistant-1' },
      },
    });
    const bare = policy.answer(plan, { lookups: {} }).answer;
    expect(bare.dynamic_variables).toMatchObject({
      greeting: 'Hello there, Monday',
      tier: 'standard',
      caller_known: 'false',
    });
  });

  it.each<[header: string, missing: string | undefined]>([
    ['Bearer {{ secrets.crm }}', undefined],
    ['Bearer {{ secrets.crm_token }}', 'crm_token'],
    ['Bearer {{ secrets.next | default: secrets.crm }}', undefined],
    ['Bearer {{ secrets.toString }}', 'toString'],
    ['none', undefined],
  ])('names the secret that a look-up with the header %j is without: %s', (header, missing) => {
    const policy = policyOf(
      `    lookups: { crm: { url: "https://crm.example/c", headers: { authorization: "${header}" } } }`,
    );
    const { lookups } = policy.plan(readInitialization({ payload: PAYLOAD }), CONTEXT);
    expect(lookups.map(({ missingSecret }) => missingSecret)).toEqual([missing]);
  });

  it('never lets a secret out, whatever a look-up says', () => {
    const policy = policyOf(`    lookups: { crm: { url: "https://crm.example/" } }
    dynamic_variables: { echo: "{{ lookups.crm.echo }}" }
`);
    const { answer } = play(policy, {}, { lookups: { crm: { echo: 'Bearer crm-secret-1' } } });
    expect(answer.dynamic_variables.echo).toBe('');
  });

  it('sends no memory query that a look-up put a secret into', () => {
    const policy = policyOf(`    lookups: { crm: { url: "https://crm.example/" } }
    memory: { conversation_query: "metadata->account=eq.{{ lookups.crm.account }}&limit=5" }
`);
    const event = readInitialization({ payload: PAYLOAD });
    const plan = policy.plan(event, { ...CONTEXT, secrets: { crm: 'crm/secret=1&2' } });
    const memoryOf = (account: string) => policy.answer(plan, { lookups: { crm: { account } } }).answer.memory;
    expect(memoryOf('a-1')?.conversation_query).toContain('metadata->account=eq.a-1');
    expect(memoryOf('Bearer crm/secret=1&2')).toBeUndefined();
  });

  it('of any number of slow templates holds others up for a moment only', () => {
    const slow = '"{% for i in (1..100000) %}{% for j in (1..100000) %}{% endfor %}{% endfor %}"';
    const names = Array.from({ length: 60 }, (_, index) => `v${index}`);
    const policy = policyOf(
      `    dynamic_variables:\n      first: "{{ assistant_id }}"\n${names.map((name) => `      ${name}: ${slow}\n`).join('')}`,
    );
    const startMs = performance.now();
    const { dynamic_variables: variables } = play(policy).answer;
    // One by one, each is stopped after 50 ms: 3 s for all.
    expect(performance.now() - startMs).toBeLessThan(1_000);
    expect(variables.first).toBe('assistant-1');
    expect(names.map((name) => variables[name])).toEqual(Array(60).fill(''));
  });

  it.each<[unverified: string, payload: object, verification: string, memory: boolean, withholds: boolean | undefined]>(
    [
      ['allow', { telnyx_end_user_target_verified: false }, 'unverified', true, false],
      ['withhold_sensitive', { telnyx_end_user_target_verified: true }, 'verified', true, false],
      ['withhold_sensitive', { telnyx_end_user_target_verified: false }, 'unverified', true, true],
      ['withhold_sensitive', { telnyx_end_user_target_verified: undefined }, 'unknown', true, true],
      [
        'withhold_sensitive',
        { telnyx_end_user_target_verified: undefined, telnyx_shaken_stir_attestation: 'C' },
        'unverified',
        true,
        true,
      ],
      [
        'withhold_sensitive',
        { telnyx_end_user_target_verified: undefined, telnyx_shaken_stir_attestation: 'A' },
        'unknown',
        true,
        true,
      ],
      ['deny', { telnyx_end_user_target_verified: true }, 'verified', true, false],
      ['deny', { telnyx_end_user_target_verified: false }, 'unverified', false, undefined],
      ['deny', { telnyx_end_user_target_verified: undefined }, 'unknown', false, undefined],
      ['deny', { telnyx_end_user_target_verified: false, telnyx_call_direction: 'outgoing' }, 'verified', true, false],
      // What a caller's own SIP headers become: X-Direction, X-Call-Direction.
      ['deny', { telnyx_end_user_target_verified: false, direction: 'outbound' }, 'unverified', false, undefined],
      ['deny', { telnyx_end_user_target_verified: false, call_direction: 'outbound' }, 'unverified', false, undefined],
      ['deny', { telnyx_end_user_target_verified: 'true' }, 'unknown', false, undefined],
    ],
  )('with %s, of %j (%s): memory %s', (unverified, payload, verification, hasMemory, withholds) => {
    const policy = policyOf(`    unverified: ${unverified}\n${LAST_FIVE}`);
    const plan = policy.plan(readInitialization({ payload: { ...PAYLOAD, ...payload } }), CONTEXT);
    expect(plan.verification).toBe(verification);
    expect(plan.caller?.withholdSensitive).toBe(withholds);
    expect(policy.answer(plan, { lookups: {} }).answer.memory !== undefined).toBe(hasMemory);
  });

  it('gives the memory of a group, of the last ten days, with absolute times', () => {
    const policy = policyOf(
      `    memory: { conversation_query: "metadata->group=eq.{{ payload.group }}&last_message_at=gte.now-10d&limit=20" }`,
    );
    expect(play(policy, { group: 'vip & co' }).answer.memory).toEqual({
      conversation_query:
        'metadata->group=eq.vip%20%26%20co&last_message_at=gte.2025-03-28T15:30:00.000Z&limit=20&order=last_message_at.desc',
    });
    expect(play(policy).answer.memory).toBeUndefined();
  });

  it('gives the memory of everyone, also to a caller without a number', () => {
    const policy = policyOf('    memory: { conversation_query: "limit=5" }');
    const expected = { conversation_query: 'limit=5&order=last_message_at.desc' };
    expect(play(policy).answer.memory).toEqual(expected);
    expect(play(policy, { telnyx_end_user_target: 'anonymous' }).answer.memory).toEqual(expected);
  });

  describe('whose caller an operator names by an id', () => {
    const policyWith = (unverified: string) =>
      policyOf(`    unverified: ${unverified}
    memory: { conversation_query: "metadata->memory_user_id=eq.{{memory_user_id}}&limit=5" }
`);
    const named = (target?: string): InitializationEvent => ({
      ...readInitialization({
        payload: { ...PAYLOAD, telnyx_end_user_target: target, telnyx_end_user_target_verified: false },
      }),
      externalId: 'cust_1&limit=1000',
    });

    it.each(['allow', 'withhold_sensitive', 'deny'])('tells all of it with %s: it is the operator’s word', (rule) => {
      const policy = policyWith(rule);
      const plan = policy.plan(named(), CONTEXT);
      expect(plan).toMatchObject({ verification: 'verified', isDenied: false });
      expect(plan.caller).toEqual({
        identities: [{ kind: 'external_id', value: 'cust_1&limit=1000' }],
        memoryUserId: 'id:cust_1&limit=1000',
        withholdSensitive: false,
      });
      const { answer, steps } = policy.answer(plan, { lookups: {} });
      expect(answer.memory?.conversation_query).toBe(
        'metadata->memory_user_id=eq.id:cust_1%26limit=1000&limit=5&order=last_message_at.desc',
      );
      expect(answer.conversation.metadata).toEqual({ memory_user_id: 'id:cust_1&limit=1000' });
      expect(steps.slice(0, 2)).toEqual([
        { part: 'verification', detail: `The caller has an id of yours, which is your word; unverified: ${rule}.` },
        { part: 'identity', detail: 'The caller is id:cust_1&limit=1000.' },
      ]);
    });

    it.each<[unverified: string, target: string | undefined]>([
      ['withhold_sensitive', '+15551234567'],
      ['deny', undefined],
    ])('with %s takes the number for theirs: %s', (unverified, target) => {
      const { caller } = policyWith(unverified).plan(named('+15551234567'), CONTEXT);
      expect(caller).toMatchObject({ memoryUserId: 'id:cust_1&limit=1000' });
      expect(caller?.target).toBe(target);
    });

    it.each(['anonymous', '+266696687', undefined])('sends no query by the number %s, which is nobody’s', (target) => {
      const policy = policyOf(LAST_FIVE);
      const plan = policy.plan(named(target), CONTEXT);
      expect(plan.caller?.target).toBeUndefined();
      const { answer, steps } = policy.answer(plan, { lookups: {} });
      expect(answer.memory).toBeUndefined();
      expect(steps.at(-1)?.detail).toBe('No memory: the caller has no number or SIP URI that is one person’s.');
    });

    it('by a SIP URI: it is what a carrier said, and nobody’s word', () => {
      const event = { ...named('+266696687'), externalId: 'sip:sarah@pbx.example.com' };
      expect(policyWith('withhold_sensitive').plan(event, CONTEXT).caller).toEqual({
        identities: [{ kind: 'sip', value: 'sip:sarah@pbx.example.com' }],
        memoryUserId: 'id:sip:sarah@pbx.example.com',
        withholdSensitive: true,
      });
      expect(policyWith('deny').plan(event, CONTEXT)).toMatchObject({ verification: 'unverified', isDenied: true });
    });
  });

  it.each<[unverified: string, payload: object, memory: boolean, withholds: boolean | undefined]>([
    ['allow', {}, true, false],
    ['withhold_sensitive', {}, true, true],
    ['deny', {}, false, undefined],
    ['deny', { telnyx_call_direction: 'outbound' }, true, false],
  ])('with %s, of a SIP URI and %j: memory %s', (unverified, payload, hasMemory, withholds) => {
    const policy = policyOf(`    unverified: ${unverified}\n${LAST_FIVE}`);
    const target = 'Sarah@PBX.example.com:5060';
    const event = readInitialization({
      payload: { ...PAYLOAD, telnyx_end_user_target: target, telnyx_end_user_target_verified: false, ...payload },
    });
    const plan = policy.plan(event, CONTEXT);
    expect(plan.caller?.withholdSensitive).toBe(withholds);
    const { answer } = policy.answer(plan, { lookups: {} });
    const conversation_query = `metadata->telnyx_end_user_target=eq.${target}&limit=5&order=last_message_at.desc`;
    expect(answer.memory).toEqual(hasMemory ? { conversation_query } : undefined);
    expect(answer.dynamic_variables.memory_user_id).toBe(hasMemory ? 'id:sip:Sarah@pbx.example.com' : '');
  });

  it('says step by step how the answer came about', () => {
    const policy = policyOf(`    dynamic_variables: { who: "{{ caller.name | default: 'you' }}" }\n${LAST_FIVE}`);
    expect(play(policy, { telnyx_end_user_target: 'anonymous' }).steps).toEqual([
      { part: 'verification', detail: 'The caller id is verified; unverified: withhold_sensitive.' },
      {
        part: 'identity',
        detail: 'Nothing identifies one caller: no phone number, no SIP URI of a declared domain, no id of yours.',
      },
      { part: 'dynamic_variables.who', detail: `"you" from {{ caller.name | default: 'you' }}` },
      { part: 'memory.conversation_query', detail: 'No memory: the caller has no usable identity.' },
    ]);
  });
});

/** What a carrier, or somebody who plays one, may send as a caller id. */
const HOSTILE: readonly unknown[] = [
  '+15551234567&limit=1000',
  '+15551234567&order=created_at.asc',
  "+15551234567' OR '1'='1",
  '+15551234567)',
  '(or=(a.eq.b))',
  '%',
  '%2B15551234567',
  '+1555%26limit=1000',
  '*',
  '{{ caller.name }}',
  '{{telnyx_agent_target}}',
  '+1555\u00001234567',
  `+${'1'.repeat(1_000_000)}`,
  'sip:alice@example.com',
  'alice@sip.telnyx.com',
  // Of a declared domain, and so somebody's.
  'sip:a&limit=1000@pbx.example.com',
  'sip:sarah@pbx.example.com;x=1&limit=1000&order=created_at.asc',
  'sip:sarah@pbx.example.com?a=b&metadata->tenant=eq.t-2',
  'sip:(a,b)@pbx.example.com;"),or=(id.is.null',
  "sip:'or'1'='1@pbx.example.com",
  'sip:%26limit=1000@pbx.example.com',
  'sip:*@pbx.example.com',
  'sip:{{telnyx_agent_target}}@pbx.example.com',
  'sip:sarah@pbx.example.com;x={{ telnyx_agent_target }}',
  'sip:sarah\u0000@pbx.example.com',
  ' sarah@pbx.example.com ',
  'anonymous',
  'Anonymous',
  'unknown',
  '+266696687',
  '',
  ' ',
  '+\u0661\u0665\u0665\u0665\u0661\u0662\u0663\u0664\u0665\u0666\u0667',
  '\uff0b15551234567',
  null,
  undefined,
  15551234567,
  ['+15551234567'],
  { eq: '+15551234567' },
];

describe('a hostile caller id', () => {
  const policy = policyOf(`    pin: { tenant: "t-1" }\n${LAST_FIVE}`);

  it.each(HOSTILE.map((target) => [target]))('%.40j never widens a memory query', (target) => {
    expectNarrow(target);
  });

  it('nor does any other', () => {
    const spiced = fc.string({
      unit: fc.constantFrom(
        '+',
        '1',
        '5',
        '&',
        '=',
        '.',
        ',',
        '(',
        ')',
        '%',
        '"',
        '\\',
        '{',
        '}',
        ' ',
        '\u0000',
        '\u0665',
      ),
    });
    fc.assert(fc.property(fc.oneof(spiced, fc.string(), fc.anything()), (target) => expectNarrow(target)));
    const uri = fc.tuple(spiced, spiced).map(([user, rest]) => `sip:${user}@pbx.example.com;${rest}`);
    fc.assert(fc.property(uri, (target) => expectNarrow(target)));
  });

  it('of a declared domain gets the memory of exactly that', () => {
    const target = 'sip:a&limit=1000@pbx.example.com;x=1&order=created_at.asc';
    expect(play(policy, { telnyx_end_user_target: target }).answer.memory).toBeDefined();
    expectNarrow(target);
  });

  /** No memory, or the caller's own five of the pinned tenant. */
  function expectNarrow(target: unknown): void {
    const { answer } = play(policy, { telnyx_end_user_target: target });
    if (answer.memory === undefined) return;
    const query = parse(answer.memory.conversation_query);
    check(query);
    expect(query.limit?.value).toBe(5);
    expect(query.offset).toBeUndefined();
    expect(query.where).toMatchObject([
      { kind: 'condition', operator: 'eq', negated: false, operand: { kind: 'text', text: target } },
      { kind: 'condition', operator: 'eq', negated: false, operand: { kind: 'text', text: 't-1' } },
    ]);
  }
});
