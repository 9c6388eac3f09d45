import { describe, expect, test } from 'vitest';
import { carrierIdentity } from '../../../src/memory/callers/carrier-identity.js';

const READING = { defaultCountry: 'US', sipDomains: ['pbx.example.com'] };

describe('a SIP URI of a declared domain is one identity', () => {
  test.each([
    ['sip:sarah@pbx.example.com', 'as carriers send it'],
    ['SIPS:sarah@PBX.example.com', 'whatever the case of its domain and scheme'],
    ['sip:sarah@pbx.example.com:5061;transport=tls?subject=x', 'with a port and parameters'],
    ['sip:sarah:secret@pbx.example.com', 'with a password'],
    ['sip:sarah@pbx.example.com.', 'with the root written'],
    ['sarah@pbx.example.com', 'without a scheme, as Telnyx has it'],
    [' sip:sarah@pbx.example.com ', 'with spaces around it'],
  ])('%j, %s', (target) => {
    expect(carrierIdentity(target, READING)).toEqual({ kind: 'sip', value: 'sip:sarah@pbx.example.com' });
  });

  test('and no number in its parameters', () => {
    const uri = 'a@pbx.co;tel:3125550142;phone-context=+1';
    expect(carrierIdentity(uri, { ...READING, sipDomains: ['pbx.co'] })).toEqual({
      kind: 'sip',
      value: 'sip:a@pbx.co',
    });
  });

  test('and another one is another’s', () => {
    for (const user of ['Sarah', 'sarah.j', '+13125550142', '111', '1111', 'agent1'])
      expect(carrierIdentity(`sip:${user}@pbx.example.com`, READING)?.value).toBe(`sip:${user}@pbx.example.com`);
  });
});

describe('nobody is identified by', () => {
  test.each<[unknown, string]>([
    ['sip:sarah@other.example.com', 'a domain that nobody declared'],
    ['sip:sarah@evil-pbx.example.com', 'a domain that ends like a declared one'],
    ['sip:sarah@pbx.example.com.evil.example', 'a domain that begins like a declared one'],
    ['sip:sarah@evil.example;x=@pbx.example.com', 'parameters that name a declared domain'],
    ['sip:anonymous@pbx.example.com', 'everybody who withholds it'],
    ['sip:Anonymous:x@pbx.example.com', 'the same with a password'],
    ['unavailable@pbx.example.com', 'the same in another word'],
    ['sip:asterisk@pbx.example.com', 'everybody whom a switchboard does not tell apart'],
    ['SIP:FreeSWITCH@pbx.example.com:5060', 'the same of another one'],
    ['guest@pbx.example.com', 'every guest'],
    ['sip:user:secret@pbx.example.com', 'every user'],
    ['sip:Unknown@pbx.example.com;transport=udp', 'everybody who is unknown'],
    ['sip:pbx.example.com', 'a domain alone'],
    ['sip:@pbx.example.com', 'a URI without a user'],
    ['sip:sarah;x=1@pbx.example.com', 'a user with parameters'],
    ['sip:anonymous;x=1@pbx.example.com', 'the same, withheld'],
    ['sip:+266696687@pbx.example.com', 'ANONYMOUS on the keys, where a switchboard passes calls on'],
    ['17378742833@pbx.example.com', 'RESTRICTED on the keys'],
    ['sip:0000000000@pbx.example.com', 'filler'],
    ['a@b.c;tel:3125550142;phone-context=+1', 'a number in the parameters of another URI'],
    ['mailto:sarah@pbx.example.com', 'another scheme'],
    ['sarah:secret@pbx.example.com', 'a password that could be anything'],
    ['sip:a b@pbx.example.com', 'what is no URI'],
    ['sip:{{caller.name}}@pbx.example.com', 'what a template could read'],
    ['sip:sarah\u0000@pbx.example.com', 'a user that no database takes'],
    ['sip:sarah@pbx.example.com;x=\u0000', 'a parameter that no database takes'],
    ['sip:sarah@pbx.example.com;x=\ud800', 'half of a character'],
    [`sip:sarah@pbx.example.com;x=${'x'.repeat(500)}`, 'what is too long'],
    [42, 'what is no text'],
  ])('%j: %s', (target) => {
    expect(carrierIdentity(target, READING)).toBeUndefined();
  });

  test('a SIP URI where no domain is declared', () => {
    expect(carrierIdentity('sip:sarah@pbx.example.com', { ...READING, sipDomains: [] })).toBeUndefined();
  });
});
