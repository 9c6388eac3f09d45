import { describe, expect, it } from 'vitest';
import { findHome } from '../../../src/memory/extraction/finders/home/find-home.js';
import { callOf } from './call-of.js';

const homeIn = (lines: string): readonly string[] =>
  findHome(callOf(lines)).map(({ predicate, value }) => `${predicate} ${value}`);

describe('where a caller lives', () => {
  it.each([
    ['i live at forty eight larch street apartment three b', ['address 48 Larch Street, Apartment 3B']],
    ["we've moved to twelve Elm Road, used to be at 9 Oak Lane", ['address 12 Elm Road']],
    ["a: what's the address? | c: two hundred and ten oak lane", ['address 210 Oak Lane']],
    [
      'a: and your address please | c: its 16 hill view road in bradford',
      ['address 16 Hill View Road', 'city Bradford'],
    ],
    ['a: Still Denver? | c: Aurora', ['city Aurora']],
    ['a: Do you still live at 3 Alma Terrace? | c: it is, yes', ['address 3 Alma Terrace']],
    ['I live in Leeds', ['city Leeds']],
    ['i live in new york', ['city New York']],
    ['we moved to Stockport in the summer', ['city Stockport']],
    ["I'm in Leeds me.", ['city Leeds']],
    [
      'my address is one forty seven dash twelve Jewel Avenue, Flushing, in case you need it',
      ['address 147-12 Jewel Avenue', 'city Flushing'],
    ],
    ['a: where are you based? | c: uh leeds', ['city Leeds']],
    ['a: Still over in Waterloo? | c: yes', ['city Waterloo']],
    ['a: address? | c: flat two, nineteen mill lane, manchester', ['address Flat 2, 19 Mill Lane', 'city Manchester']],
    ['a: I have unit nine, thirty three Wattle Parade. Is that right? | c: no', []],
    ["my mum lives at nine Salter's Row, Pontefract", []],
    ['our office is at 12 Market Street', []],
    ["I'm in Frankfurt that week", []],
    ["I'm in a meeting", []],
    ["I'll be in Leeds", []],
    ['I used to live in Austin', []],
    ["I'm stuck on the Monash", []],
    ['my sister lives in Cork', []],
    ['can you deliver it to work, 12 Market Street', []],
    ['a: when? | c: half past seven on Monday', []],
    ['table for 2 Friday night', []],
  ])('%s', (lines, home) => {
    expect(homeIn(lines)).toEqual(home);
  });
});

describe('moves', () => {
  it.each([
    ["we've just moved from 3 Elm Close to 19 Birch Avenue in Reading", ['address 19 Birch Avenue', 'city Reading']],
    ['I was born in Cork but live in Bristol', ['city Bristol']],
    ['a: postcode and house number? | c: number 9, B S 1 4 D J', []],
  ])('%s', (lines, home) => {
    expect(homeIn(lines)).toEqual(home);
  });
});
