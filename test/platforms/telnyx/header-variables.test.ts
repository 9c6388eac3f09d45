import { expect, test } from 'vitest';
import { HEADER_VALUE_CHARACTERS_MAX, headerVariables } from '../../../src/platforms/telnyx/header-variables.js';

test.each([
  ['X-Eva-Call-Id', { 'X-Eva-Call-Id': '42' }, { eva_call_id: '42' }],
  ['letter case', { 'x-CUSTOMER-Tier': 'Gold' }, { customer_tier: 'Gold' }],
  ['underscores', { X_Tier: 'no prefix', 'X-Customer_Tier': 'gold' }, { customer_tier: 'gold' }],
  ['space around a value', { 'X-Tier': '  gold ' }, { tier: 'gold' }],
  ['the last of two that are the same', { 'X-A-B': '1', 'x-a_b': '2' }, { a_b: '2' }],
  ['headers without X-', { 'User-Agent': 'x', Via: 'y', 'P-Asserted-Identity': 'z' }, {}],
  ["Telnyx's own", { 'X-Telnyx-Username': 'a', 'x-telnyxfoo': 'b', 'X-Telnyx_End_User_Target': 'c' }, {}],
  ['names that only look like them', { 'X--Telnyx': 'a', 'X-_telnyx': 'b' }, { _telnyx: 'b' }],
  ['keys that the payload has of its own', { 'X-Assistant-Id': 'a', 'X-Call-Control-ID': 'b' }, {}],
  ['names that no variable can have', { 'X-': 'a', 'X-Ümlaut': 'b', 'X-a b': 'c', 'X-a.b': 'd' }, {}],
])('headers: %s', (_name, headers, expected) => {
  expect(headerVariables(headers as unknown as Record<string, string>)).toEqual(expected);
});

test('values are cut, and there are 64 variables at most', () => {
  const long = headerVariables({ 'X-Long': 'x'.repeat(5_000) });
  expect(long.long).toHaveLength(HEADER_VALUE_CHARACTERS_MAX);
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`X-H${index}`, String(index)]));
  expect(Object.keys(headerVariables(many))).toHaveLength(64);
});
