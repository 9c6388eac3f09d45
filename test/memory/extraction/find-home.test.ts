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

describe('towns in any letter case', () => {
  it.each([
    ["we're out in mankato", ['city Mankato']],
    ["We're in Penarth now.", ['city Penarth'], 'GB'],
    ["I'm down in Macon, so it's a drive", ['city Macon']],
    ['nah i only came up to leeds in january for work', ['city Leeds'], 'GB'],
    ["It's Balvinder, from Kings Heath in Birmingham.", ['city Birmingham'], 'GB'],
    ['I call from Bergen.', ['city Bergen'], 'NO'],
    ['a: Are you in Memphis already? | c: we stay in jackson right now', ['city Jackson']],
    ["a: You're in Otley, aren't you? | c: Ilkley. Otley were years ago.", ['city Ilkley'], 'GB'],
    ['a: Is that in Charlotte? | c: Gastonia.', ['city Gastonia']],
    ['a: Still living in Burlington, Vermont? | c: Yup, same place', ['city Burlington']],
    ["we've closed on a place in Fort Collins", ['city Fort Collins']],
    ["Once I'm home in Footscray I'll look.", ['city Footscray'], 'AU'],
    ['We ourselves are staying in Nashik from past four years.', ['city Nashik'], 'IN'],
    ['moved in with my partner, Jules, down at Glenelg.', ['city Glenelg'], 'AU'],
    [
      'a: And your name and address? | c: Kowalski, Ed. Scranton, 630 Prospect.',
      ['address 630 Prospect', 'city Scranton'],
    ],
    ['a: Where are you living? | c: presently pune', ['city Pune'], 'IN'],
    ["i'm in reading the letter now", []],
    ["I'm in Reading now.", ['city Reading'], 'GB'],
    ["we're in normal times", []],
    ['I am in pain', []],
    ["I'm in Mobile for a wedding", []],
    ['From March I take tablets.', []],
    ["I'll be up in Leeds with my daughter", []],
    ["My mother's down in Macon.", []],
    ['our branch out in Mankato was better', []],
    ['a: A single, sea side? | c: Alas, no more', []],
    ['i was in Nagpur till Diwali', []],
  ] as [string, string[], string?][])('%s', (lines, home, country = 'US') => {
    expect(findHome(callOf(lines, { country })).map(({ predicate, value }) => `${predicate} ${value}`)).toEqual(home);
  });
});

describe('addresses that are read out, put right or said by the way', () => {
  it.each([
    [
      "a: And it's 1190 Lorimer Crescent, apartment 5C, correct? | c: 5G. G as in golf.",
      '1190 Lorimer Crescent, Apartment 5G',
    ],
    ["a: It's 88 Cotton Gin Road, Unit 2? | c: That's the one, only there's no unit no more", '88 Cotton Gin Road'],
    ['a: 1402 Fulton Street, upper unit? | c: You betcha.', '1402 Fulton Street, Upper Unit'],
    ['a: Forty Comely Bank? | c: Forty, yes, top flat.', '40 Comely Bank, Top Flat'],
    ['a: Do you own your home? | c: I own it outright, 640 Sourwood Lane, for years', '640 Sourwood Lane'],
    ['a: Is it still The Old Forge, Church Lane, Nantwich? | c: Yes.', 'The Old Forge, Church Lane'],
    [
      'a: i have four chapel row is that still right | c: no we moved out of there its 19 tanners lane now',
      '19 Tanners Lane',
    ],
    ['Post it to the house, 77 Vineville. Tyler has no e-mail.', '77 Vineville'],
    ["I'm up at five any road", undefined],
    ['a: A viewing at 12 Elm Road on Saturday, yes? | c: yes', undefined],
    ['I saw 12 Elm Road on your site, is it let?', undefined],
  ])('%s', (lines, address) => {
    expect(findHome(callOf(lines)).find(({ predicate }) => predicate === 'address')?.value).toBe(address);
  });
});
