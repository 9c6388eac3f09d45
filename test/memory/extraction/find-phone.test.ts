import { describe, expect, it } from 'vitest';
import { findPhone } from '../../../src/memory/extraction/finders/phone/find-phone.js';
import { callOf } from './call-of.js';

const phonesIn = (lines: string, country = 'US'): readonly string[] =>
  findPhone(callOf(lines, { country })).map(({ value }) => value);

describe("the caller's own numbers", () => {
  it.each([
    ['my number is four one five five five five oh one two three', 'US', ['+14155550123']],
    ['you can reach me at (415) 555-0123', 'US', ['+14155550123']],
    ["it's a new number. My cell's 202-555-0164", 'US', ['+12025550164']],
    ['a: and the best number | c: 617 555 oh one double eight', 'US', ['+16175550188']],
    ["a: What's a good cell? | c: Five ten, triple five, zero one fifty.", 'US', ['+15105550150']],
    ["a: What's your mobile number? | c: oh four nine one, five seven oh, one five six", 'AU', ['+61491570156']],
    [
      'a: lovely and a contact number? | c: 0131 496 0752, thats the house. dont use the mobile',
      'GB',
      ['+441314960752'],
    ],
    [
      "take the old number off I've a new one now it's oh double one seven, four nine six, oh four one eight",
      'GB',
      ['+441174960418'],
    ],
    [
      "a: And can I get a contact number? | c: Sure, the office line is two oh two, triple five, oh one nine one, extension twelve. And my cell's 202-555-0164.",
      'US',
      ['+12025550191', '+12025550164'],
    ],
    [
      "Call my office, not the cell. It's 773-555-0109. | a: 773-555-0190? | c: oh one oh nine.",
      'US',
      ['+17735550109'],
    ],
    [
      "a: And the best number is still area code two one two, five five five, oh one four three? | c: that's right",
      'US',
      ['+12125550143'],
    ],
    ["a: number? | c: it's oh seven seven double oh nine hundred one two three", 'GB', ['+447700900123']],
    ['ring me on plus four four seven seven zero zero nine zero zero one two three', 'US', ['+447700900123']],
    [
      'a: your phone number? | c: four one five | a: okay | c: five five five | a: mhm | c: oh one two three',
      'US',
      ['+14155550123'],
    ],
    ["a: your number please | c: 415 555 0125 | a: 415 555 0129? | c: no, it's five not nine", 'US', ['+14155550125']],
    ["text me, my mobile number's 0491 570 156 please", 'AU', ['+61491570156']],
  ])('%s', (lines, country, numbers) => {
    expect(phonesIn(lines, country)).toEqual(numbers);
  });
});

describe('other numbers', () => {
  it.each([
    ['my policy number is 4155550123'],
    ["a: what's your order number? | c: 4155550123"],
    ["my wife's number is 415 555 0123"],
    ['call my brother on 415 555 0123'],
    ['his number is 415-555-0123'],
    ['my old number was 415 555 0123'],
    ["the ticket's eight eight one two"],
    ['a: our number is 415 555 0123 | c: 415 555 0123, got it'],
    ['a: Is this number good, ending in 0118? | c: yep'],
    ['a: Is it 415 555 0123? | c: no'],
    ['a: emergency contact number? | c: 415 555 0123'],
    ['my card number is 4111 1111 1111 1111'],
    ["it's 415 555 0123, that's my mum's"],
    ["oh one nine seven seven... no I can't remember it"],
  ])('%s', (lines) => {
    expect(phonesIn(lines)).toEqual([]);
  });
});

describe('whose number it is', () => {
  it.each([
    [
      'c: my cell, four seven eight, five five five, oh one three oh. No, wait, I always do that, oh one oh three.',
      'US',
      ['+14785550103'],
    ],
    [
      "a: Is 303-555-0188 the best number for you? | c: Yes, that's mine, but it's about to die. My work one's 303-555-0126",
      'US',
      ['+13035550188', '+13035550126'],
    ],
    [
      "a: you'd left your number as 020 7946 0191. | c: That's still good, that's my mum's landline though. Put 020 7946 0115",
      'GB',
      ['+442079460115'],
    ],
    [
      'a: and is this number good five one two five five five oh one eight four | c: thats my truck phone yes maam',
      'US',
      ['+15125550184'],
    ],
    [
      "a: Shall I take 0121 496 0109 as your number? | c: That's me dad's. I'm on 0121 496 0170.",
      'GB',
      ['+441214960170'],
    ],
    [
      "a: is it 0131 496 0188 we can reach you on? | c: Mine's the same but ending double four instead.",
      'GB',
      ['+441314960144'],
    ],
    ["a: Phone's 773-555-0162? | c: zero one six three at the end", 'US', ['+17735550163']],
    ["c: the office is 0113 496 0105 mine's 0113 496 0129 so use mine", 'GB', ['+441134960129']],
    ["c: The super has it, his name's Faisal, 416-555-0107.", 'CA', []],
    ["c: Ray's cell is 212 555 0143", 'US', []],
    ['c: I got a text from 212 555 0143, is that you guys?', 'US', []],
    ['c: I tried calling 212 555 0143 and nobody picked up', 'US', []],
    ['c: that is a man selling sofas on 020 7946 0200', 'GB', []],
  ])('%s', (lines, country, phones) => {
    expect(phonesIn(lines, country)).toEqual(phones);
  });
});
