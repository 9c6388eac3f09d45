import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUser } from '../../src/http/memory-user.js';
import { type CallerIdentity, subUserId } from '../../src/memory/callers/caller-identity.js';

const READING = { defaultCountry: 'US', sipDomains: ['pbx.example.com'] };

/** As whom a request takes this text, in each of the places where a text names somebody. */
function readings(text: string): readonly (readonly CallerIdentity[])[] {
  const fields = [
    { sub_user_id: text },
    { user_id: text },
    { user: { sub_user_id: text } },
    { user: { user_id: text } },
    { user: { id: text } },
  ];
  return fields.map((each) => {
    const read = readUser(each, READING);
    if ('problems' in read) throw new Error(`${JSON.stringify(text)}: ${JSON.stringify(read.problems)}`);
    return read.user.identities;
  });
}

const word = fc.stringMatching(/^[a-z0-9]{1,12}$/);
const digits = fc.stringMatching(/^[2-9][0-9]{6}$/);
const anyText = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => text.trim() === text);
const scheme = fc.constantFrom(
  '',
  'id:',
  'id:id:',
  'voice:',
  'email:',
  'call:',
  'sip:',
  'SIPS:',
  'id:sip:',
  'id:email:',
);
const idText = fc
  .tuple(
    scheme,
    fc.oneof(
      anyText,
      word,
      word.map((user) => `${user}@pbx.example.com`),
      word.map((user) => `${user}@example.com`),
      digits.map((number) => `+1312${number}`),
    ),
  )
  .map(([before, text]) => before + text);

describe('what an answer names a caller by is read as that caller', () => {
  test.each<[kind: string, of: fc.Arbitrary<CallerIdentity>]>([
    ['phone', digits.map((number) => ({ kind: 'phone', value: `+1312${number}` }))],
    ['sip', word.map((user) => ({ kind: 'sip', value: `sip:Sarah.${user}@pbx.example.com` }))],
    ['email', word.map((user) => ({ kind: 'email', value: `${user}@example.com` }))],
    ['external_id', anyText.map((value) => ({ kind: 'external_id', value }))],
    ['external_id', word.map((user) => ({ kind: 'external_id', value: `${user}@pbx.example.com` }))],
    ['external_id', word.map((user) => ({ kind: 'external_id', value: `email:${user}@example.com` }))],
    ['external_id', digits.map((number) => ({ kind: 'external_id', value: `voice:+1312${number}` }))],
    ['call', anyText.map((value) => ({ kind: 'call', value }))],
  ])('%s', (_, of) => {
    fc.assert(
      fc.property(of, (identity) => {
        for (const read of readings(subUserId([identity], 'another-call'))) expect(read).toEqual([identity]);
      }),
    );
  });

  test('whatever somebody was named by at first', () => {
    fc.assert(
      fc.property(idText, (text) => {
        const read = readUser({ user: { id: text } }, READING);
        // Refused, such as `voice:` and what is no number.
        if ('problems' in read) return;
        for (const again of readings(subUserId(read.user.identities, 'another-call')))
          expect(again).toEqual(read.user.identities);
      }),
      { numRuns: 1_000 },
    );
  });
});

test.each<[text: string, CallerIdentity]>([
  ['cust_1', { kind: 'external_id', value: 'cust_1' }],
  ['id:cust_1', { kind: 'external_id', value: 'cust_1' }],
  ['id:id:cust_1', { kind: 'external_id', value: 'id:cust_1' }],
  ['voice:(312) 867-5309', { kind: 'phone', value: '+13128675309' }],
  ['sip:sarah@PBX.example.com:5061', { kind: 'sip', value: 'sip:sarah@pbx.example.com' }],
  ['id:sip:sarah@pbx.example.com', { kind: 'sip', value: 'sip:sarah@pbx.example.com' }],
  ['sip:sarah@example.com', { kind: 'external_id', value: 'sip:sarah@example.com' }],
  ['sarah@pbx.example.com', { kind: 'external_id', value: 'sarah@pbx.example.com' }],
  ['email:Sarah@example.com', { kind: 'email', value: 'sarah@example.com' }],
  ['id:email:Sarah@example.com', { kind: 'external_id', value: 'email:Sarah@example.com' }],
  ['call:0197', { kind: 'call', value: '0197' }],
])('%s names %j', (text, identity) => {
  for (const read of readings(text)) expect(read).toEqual([identity]);
});

test.each([
  ['email:sarah', '"sub_user_id" has to be an e-mail address.'],
  [
    'voice:sarah',
    '"sub_user_id" has to be a phone number of one person such as +13128675309, or a SIP URI of a domain that the workspace declares ("sip_domains").',
  ],
])('%s names nobody', (sub_user_id, detail) => {
  expect(readUser({ sub_user_id }, READING)).toEqual({ problems: [{ pointer: '/sub_user_id', detail }] });
});
