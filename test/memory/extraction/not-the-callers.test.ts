import { describe, expect, test } from 'vitest';
import type { ExtractedFact } from '../../../src/memory/extraction/extraction.js';
import { findEmail } from '../../../src/memory/extraction/finders/email/find-email.js';
import { findAllergies } from '../../../src/memory/extraction/finders/find-allergies.js';
import { findWishes } from '../../../src/memory/extraction/finders/find-wishes.js';
import { findHome } from '../../../src/memory/extraction/finders/home/find-home.js';
import { findOpenItems } from '../../../src/memory/extraction/finders/open-item/open-item.js';
import { findPhone } from '../../../src/memory/extraction/finders/phone/find-phone.js';
import { callOf } from './call-of.js';

const valuesOf = (facts: readonly ExtractedFact[], predicate: string): readonly string[] =>
  facts.filter((fact) => fact.predicate === predicate).map(({ value }) => value);
const inGb = { country: 'GB', timeZone: 'Europe/London' };

describe("An address that is not the caller's home", () => {
  test.each([
    "a: what's the address | c: so its the rental not our place the rental is 818 cuttlefish lane we live over in galveston",
    "c: hi i'm the cat sitter for Mrs Lowe at 8 Orchard Way",
    'c: hello im interested in the flat on 25 Mill Lane',
    'c: hi im looking at the house on 3 Strand Road with the blue door',
    "c: hi im a landlord of yours i've a flat at 60 Canal Street",
    "c: its my mum she's housebound | a: where is she | c: 55 Station Road Hayes",
    "a: what's the address | c: 2207 north lamar its my moms i live in waco",
    'a: where should we send it | c: to my lawyer please attorney dunn 400 main street suite 12',
    "c: i'm ringing on behalf of my nan its her cat | a: ok whats the address | c: 5 primrose walk",
    'c: im locked out at 31 Wharf Street top flat | a: is that your property | c: its my girlfriends im just stopping here',
    "a: 5 Saltcoats Wynd? | c: Aye, that's my mother's.",
    "c: I'm house-sitting for a friend. It's 7 East Palo Brea.",
    'a: and your email? | c: Inigo at the ninth house dot co dot uk',
    'c: hi table for two tonight if possible outside',
    'a: the address please | c: house number 12 gali 4 karol bagh',
  ])('%s', (talk) => {
    expect(valuesOf(findHome(callOf(talk)), 'address')).toEqual([]);
  });
});

describe('An address as the caller says or puts it right', () => {
  test.each([
    ['a: the address? | c: flat 2 10 quay street', 'Flat 2, 10 Quay Street'],
    ["a: and you're at the parsonage still? | c: No, it's one-oh-six East Birch now", '106 East Birch'],
    ["a: and you're the homeowner at 17 Barnabas Close | c: 71 not 17 everybody gets this wrong", '71 Barnabas Close'],
    ["a: still 16 Bluff Street? | c: no it's 61 Ridge | a: Ridge Road or Ridge Avenue? | c: avenue", '61 Ridge Avenue'],
    [
      'a: what is the new address? | c: Flat number four zero two, Sapphire Residency, twelve Borewell Road.',
      'Flat 402, Sapphire Residency, 12 Borewell Road',
    ],
    [
      "a: And the address where she's kept overnight? | c: Here, at mine, seventeen Strand Crescent",
      '17 Strand Crescent',
    ],
  ])('%s', (talk, expected) => {
    expect(valuesOf(findHome(callOf(talk)), 'address')).toEqual([expected]);
  });
});

describe('The town', () => {
  test.each([
    ['US', 'a: And you live in Aurora now? | c: Close, in Centennial.', ['Centennial']],
    ['GB', "c: i live in Spain half the year so email's best", []],
    ['IE', "c: I'm in Tullamore Fridays, with the job.", []],
    ['AU', "c: I'm new in Brisbane, I moved up from Newcastle a month ago", ['Brisbane']],
  ])('%s %s', (country, talk, expected) => {
    expect(valuesOf(findHome(callOf(talk, { country })), 'city')).toEqual(expected);
  });
});

describe("A telephone number that is not the caller's", () => {
  test.each([
    ['a: and an alternate number? | c: 07700 900 123 that is my fathers', []],
    ["a: I'll ring her, what number's she on | c: 07700 900 455", []],
    ["a: did you get the other driver's details | c: just a phone number 07700 900 388 and the name Gav", []],
    ["a: what number will i give him | c: give him the son's, he has the time. 07700 900 144", []],
    ['a: and your phone? | c: this ones my moms phone mine is 07700 900 162', ['+447700900162']],
  ])('%s', (talk, expected) => {
    expect(valuesOf(findPhone(callOf(talk, inGb)), 'phone')).toEqual(expected);
  });
});

describe('An e-mail address among other words', () => {
  test.each([
    ['c: send me a copy flat9 at example dot com', ['flat9@example.com']],
    [
      'a: your email? | c: fionnuala f i o double n u a l a dot roche at example dot ie',
      ['fionnuala.roche@example.ie'],
    ],
    ['a: and an email | c: its j for juliet then marsden no sorry with an s at example dot org', []],
  ])('%s', (talk, expected) => {
    expect(valuesOf(findEmail(callOf(talk)), 'email')).toEqual(expected);
  });
});

describe('What nobody is allergic to', () => {
  test.each([
    ["c: i'm allergic to paying full price haha", []],
    ["c: i'm allergic to her believe it or not but the kids adore her", []],
    ['c: the seventh person is a shellfish allergy', []],
    ["c: i'm ringing about the almonds, because of Tom's allergy", []],
    ["c: no hairspray with that coconut, i'm allergic to the stuff", ['coconut']],
  ])('%s', (talk, expected) => {
    expect(valuesOf(findAllergies(callOf(talk)), 'allergy')).toEqual(expected);
  });
});

describe('What is no lasting wish', () => {
  test.each([
    'c: i dont eat enough',
    'c: they are smoking next door and i cant stand the smell',
    "c: don't call before that he drives a forklift",
    'c: i want it in writing',
    "a: we'd need that in writing | c: ok",
    "c: Not allergic, I just can't bear it.",
  ])('%s', (talk) => {
    expect(findWishes(callOf(talk))).toEqual([]);
  });
});

describe('What is promised and what is not', () => {
  test.each([
    ["a: I'll text you on the day with the parking. Actually no, the app does that. Forget it.", []],
    ['c: can you call me back on this, actually no, forget it | a: ok', []],
    ['c: And i will bring pay stubs, or better i send them to you tomorrow', ['caller: 2026-03-05 send the pay stubs']],
    ["c: I'll bring eleven, in lidded tubs", []],
    ["c: i'll bring the old fob back", ['caller: bring the old fob back']],
    ['c: can you text me instead of calling i never pick up | a: Sure.', []],
    ["a: I'll send Kamal to look it over.", []],
    ["a: I'll tell Karthik to expect you.", []],
    ["a: i'll log that as urgent", []],
    ["a: i'll ring when i set off | c: no dont ring i wont hear it", []],
    [
      "a: i'll speak to Gary and ring you back | c: when though | a: by noon tomorrow i promise",
      ['agent: 2026-03-05T12:00 speak to Gary and ring back'],
    ],
    ["a: i'll go check the lights tomorrow and let you know", ['agent: 2026-03-05 check the lights and let you know']],
    [
      "a: So Friday the sixth at ten? | c: yes | a: He'll ring you half an hour before.",
      ['agent: 2026-03-06 ring half an hour before'],
    ],
    [
      'c: i wrote you a check for the deposit and its in my other purse ill mail it monday',
      ['caller: 2026-03-09 mail the check'],
    ],
    [
      "c: i'll take some photos and send em through tonight",
      ['caller: 2026-03-04 take some photos and send them through'],
    ],
    ["c: i'll text when i'm outside", []],
  ])('%s', (talk, expected) => {
    expect(findOpenItems(callOf(talk)).map(({ by, value }) => `${by}: ${value}`)).toEqual(expected);
  });
});
