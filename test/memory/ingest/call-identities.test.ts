import { expect, test } from 'vitest';
import type { CallerIdentity } from '../../../src/memory/callers/caller-identity.js';
import { callIdentities } from '../../../src/memory/ingest/call-identities.js';

const READING = { defaultCountry: 'US', sipDomains: ['pbx.example.com'] };

const PHONE: CallerIdentity = { kind: 'phone', value: '+13128675309' };
const ID: CallerIdentity = { kind: 'external_id', value: 'cust_1' };
const SIP: CallerIdentity = { kind: 'sip', value: 'sip:sarah@pbx.example.com' };

test.each<[what: string, call: { externalId?: string; endUserTarget?: string }, identities: readonly CallerIdentity[]]>(
  [
    ['a number', { endUserTarget: '(312) 867-5309' }, [PHONE]],
    ['a SIP URI of a declared domain', { endUserTarget: 'sarah@PBX.example.com' }, [SIP]],
    ['a SIP URI of another domain', { endUserTarget: 'sip:sarah@example.com' }, []],
    ['a withheld number', { endUserTarget: '+266696687' }, []],
    ['an id of the operator’s', { externalId: 'cust_1' }, [ID]],
    ['an id and a number: the id goes first', { externalId: 'cust_1', endUserTarget: '+13128675309' }, [ID, PHONE]],
    ['an id and a withheld number', { externalId: 'cust_1', endUserTarget: 'anonymous' }, [ID]],
    [
      'a SIP URI that comes back as it was named: nobody’s word',
      { externalId: 'sip:sarah@pbx.example.com', endUserTarget: 'sips:sarah@PBX.example.com:5061' },
      [SIP],
    ],
    ['a SIP URI that comes back alone', { externalId: 'sip:sarah@pbx.example.com' }, [SIP]],
    [
      'a SIP URI of another domain that the operator has for an id',
      { externalId: 'sip:sarah@example.com', endUserTarget: '+13128675309' },
      [{ kind: 'external_id', value: 'sip:sarah@example.com' }, PHONE],
    ],
    [
      'an e-mail address that the operator has for an id',
      { externalId: 'sarah@pbx.example.com' },
      [{ kind: 'external_id', value: 'sarah@pbx.example.com' }],
    ],
    [
      'an e-mail address by which we named a caller',
      { externalId: 'email:sarah@example.com' },
      [{ kind: 'email', value: 'sarah@example.com' }],
    ],
    [
      'an id of the operator’s that is written like that',
      { externalId: 'id:email:sarah@example.com' },
      [{ kind: 'external_id', value: 'email:sarah@example.com' }],
    ],
    ['nothing', {}, []],
  ],
)('a call is known by %s', (_, call, identities) => {
  expect(callIdentities(call, READING)).toEqual(identities);
});
