import { describe, expect, it } from 'vitest';
import { findPhone } from '../../../src/memory/extraction/finders/phone/find-phone.js';
import { callOf } from './call-of.js';

const phonesIn = (lines: string, country: string): readonly string[] =>
  findPhone(callOf(lines, { country })).map(({ value }) => value);

describe('whose a telephone number is', () => {
  it.each([
    ["And ring the work number. It's 01 555 0199. No, sorry, that's the fax.", 'IE', []],
    ['you call me before you come ah 6555 0123 eh no that one office wrong one never mind', 'SG', []],
    [
      'a: a phone number? | c: You can write my daughter, she speaks better. Agnieszka. 416 555 0123. | a: And yours? | c: For me it is home phone, 416-555-0188.',
      'CA',
      ['+14165550188'],
    ],
    [
      "a: Is 0131 496 0177 a number for you? | o: That's our friends' number. | c: Aye, the twelfth suits me fine.",
      'GB',
      [],
    ],
    [
      "a: Is the mobile still 0491 570 156? | c: Yep, hasn't changed. Address hasn't either, still 2/88 Kembla Street.",
      'AU',
      ['+61491570156'],
    ],
    [
      "a: Is 507-555-0123 still right? | c: No, that's the old landline, it's 507-555-0187 now.",
      'US',
      ['+15075550187'],
    ],
    ['a: is it 405-555-0193 for the cell? | c: 0139. You got them last two swapped.', 'US', ['+14055550139']],
    [
      "a: I'll fix the phone numbers. Yours is which one? | c: The one that ends in one five eight. Oh four nine one, five seven oh, one five eight.",
      'AU',
      ['+61491570158'],
    ],
    [
      'good and can i leave my number in case its oh two oh seven nine four six oh one five one',
      'GB',
      ['+442079460151'],
    ],
    ["a: I've 0141 496 0115 for your phone? | c: That's the house, that's both of us.", 'GB', ['+441414960115']],
    ['you still got me at 5 0 4 5 5 5 0 1 3 9', 'US', ['+15045550139']],
    ['a: did the driver give you a number | c: yes its 07700 900 198', 'GB', []],
    ['i had a missed call from this number oh one six one four nine six oh one two three', 'GB', []],
    ['a: a contact for the tenant? | c: yeah shes on oh seven seven oh oh nine oh oh one one two', 'GB', []],
  ])('%s', (lines, country, numbers) => {
    expect(phonesIn(lines, country)).toEqual(numbers);
  });
});
