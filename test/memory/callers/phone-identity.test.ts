import { describe, expect, test } from 'vitest';
import { phoneIdentity } from '../../../src/memory/callers/phone-identity.js';

describe('a phone identity is a whole number', () => {
  test.each([
    ['+13128675309', '+13128675309', 'as carriers send it'],
    ['+1234567890', '+1234567890', "Telnyx's own sample, which is no valid number"],
    ['+15551234567', '+15551234567', "Telnyx's own sample"],
    ['+1234567', '+1234567', 'seven digits'],
    ['+123456789012345', '+123456789012345', 'fifteen digits'],
    ['+442079460958', '+442079460958', 'another country'],
    ['+77777777777', '+77777777777', 'one digit eleven times, which people pay for in Kazakhstan'],
    ['(312) 867-5309', '+13128675309', 'a national spelling'],
    ['312-867-5309', '+13128675309', 'a national spelling'],
    ['13128675309', '+13128675309', 'without the plus'],
    ['+1 (312) 867-5309', '+13128675309', 'an international spelling'],
    [' +13128675309 ', '+13128675309', 'spaces around it'],
    ['011442079460958', '+442079460958', 'dialled from the default country'],
  ])('%j is %s: %s', (target, number) => {
    expect(phoneIdentity(target, 'US')).toEqual({ kind: 'phone', number });
  });

  test('the default country decides about national spellings', () => {
    expect(phoneIdentity('020 7946 0958', 'GB')).toEqual({ kind: 'phone', number: '+442079460958' });
    expect(phoneIdentity('020 7946 0958', 'US')).toBeUndefined();
  });
});

describe('nobody is identified by', () => {
  test.each<[unknown, string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    [13128675309, 'a number'],
    [{ number: '+13128675309' }, 'an object'],
    [['+13128675309'], 'an array'],
    ['', 'the empty string'],
    ['   ', 'spaces'],
    ['anonymous', 'a word'],
    ['Anonymous', 'a word'],
    ['unknown', 'a word'],
    ['private', 'a word'],
    ['restricted', 'a word'],
    ['unavailable', 'a word'],
    ['+266696687', 'ANONYMOUS on the keys'],
    ['266696687', 'ANONYMOUS on the keys'],
    ['+1266696687', 'ANONYMOUS on the keys'],
    ['+7378742833', 'RESTRICTED on the keys'],
    ['+17378742833', 'RESTRICTED on the keys'],
    ['737-874-2833', 'RESTRICTED on the keys'],
    ['+7378742883', 'RESTRICTED, misspelled'],
    ['+2562533', 'BLOCKED on the keys'],
    ['+8656696', 'UNKNOWN on the keys'],
    ['+86282452253', 'UNAVAILABLE on the keys'],
    ['+7748283', 'PRIVATE on the keys'],
    ['+464', 'too short'],
    ['+10000000000', 'filler'],
    ['+11111111111', 'filler'],
    ['1111111111', 'filler'],
    ['0000000000', 'filler'],
    ['+00000000000', 'a leading zero'],
    ['+0123456789', 'a leading zero'],
    ['+123456', 'six digits'],
    ['+1234567890123456', 'sixteen digits'],
    ['911', 'a short number'],
    ['867-5309', 'no area code'],
    ['1-800-FLOWERS', 'letters'],
    ['sip:alice@example.com', 'a SIP URI'],
    ['sip:+13128675309@example.com', 'a SIP URI with a number in it'],
    ['52e31a6342bc6dcd@sip.telnyx.com', 'a portal test call'],
    ['+13128675309&limit=1000', 'more than the number'],
    ['+13128675309\n', 'a line break, which a carrier does not send'],
    ['+13128675309;ext=5', 'an extension'],
    ['+1 312 867 5309 ext. 5', 'an extension'],
    ['312-867-5309;isub=5', 'an extension of another kind'],
    ['a@b.c;tel:3128675309;phone-context=+1', 'a SIP URI with a number in its parameters'],
    ['call me at 312-867-5309', 'a sentence'],
    ['+13128675309,+13128675310', 'two numbers'],
    ['eq.+13128675309', 'a condition'],
    ['{{telnyx_end_user_target}}', 'an unset variable'],
    [`+1${'3'.repeat(60)}`, 'a flood of digits'],
  ])('%#: %j, %s', (target) => {
    expect(phoneIdentity(target, 'US')).toBeUndefined();
  });
});
