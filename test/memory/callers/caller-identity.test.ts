import { expect, test } from 'vitest';
import { type CallerIdentity, subUserId } from '../../../src/memory/callers/caller-identity.js';

const PHONE: CallerIdentity = { kind: 'phone', value: '+13128675309' };
const ID: CallerIdentity = { kind: 'external_id', value: 'cust_1' };
const SIP: CallerIdentity = { kind: 'sip', value: 'sip:sarah@pbx.example.com' };

test.each<[readonly CallerIdentity[], string]>([
  [[PHONE], 'voice:+13128675309'],
  [[ID, PHONE], 'voice:+13128675309'],
  [[ID], 'id:cust_1'],
  [[SIP], 'id:sip:sarah@pbx.example.com'],
  [[SIP, ID], 'id:cust_1'],
  [[{ kind: 'email', value: 'sarah@example.com' }], 'email:sarah@example.com'],
  [[{ kind: 'call', value: 'another' }], 'call:another'],
  [[], 'call:call-1'],
])('who has %j is named %s', (identities, name) => {
  expect(subUserId(identities, 'call-1')).toBe(name);
});
