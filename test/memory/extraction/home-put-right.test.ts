import { describe, expect, it } from 'vitest';
import { findHome } from '../../../src/memory/extraction/finders/home/find-home.js';
import { callOf } from './call-of.js';

const homeIn = (lines: string, country = 'US'): readonly string[] =>
  findHome(callOf(lines, { country })).map(({ predicate, value }) => `${predicate} ${value}`);

describe('a number that is put right or added', () => {
  it.each([
    ["a: I've got you at 46 Camino Real? | c: No, no. 64, six four.", ['address 64 Camino Real']],
    ['a: And 12 Gilbert Road? | c: Twelve A. Twelve is my neighbour.', ['address 12A Gilbert Road']],
    ['a: still at 27 hawthorne avenue | c: seventy two', ['address 72 Hawthorne Avenue']],
    ['a: Is it still Ravenhill Park? | c: Number 58, yes.', ['address 58 Ravenhill Park']],
    ['a: your address? | c: 19 Bramley Mead Lane. | a: 90? | c: nineteen, 19', ['address 19 Bramley Mead Lane']],
    ["a: it's 14 Elm Road? When suits you? | c: Nine thirty.", []],
    ['a: Is it still 9 Mill Lane? | c: Mill Lane, yes, but it is 19, not 9.', ['address 19 Mill Lane']],
    [
      "a: the address, 90 Walnut Terrace? | c: Walnut Terrace yes, but it's nineteen, one nine.",
      ['address 19 Walnut Terrace'],
    ],
  ])('%s', (lines, home) => {
    expect(homeIn(lines)).toEqual(home);
  });
});

describe('numbers that are said twice or beside ordinals', () => {
  it.each([
    ['a: sorry fifty poplar row | c: fifteen one five poplar row', ['address 15 Poplar Row']],
    ['a: I have 42 willow park | c: other way round twenty four', ['address 24 Willow Park']],
    ['a: i have you at nineteen sandpiper close | c: its court not close', ['address 19 Sandpiper Court']],
    [
      'a: twelve forty pearl street apartment sixty is that correct | c: no apartment sixteen',
      ['address 1240 Pearl Street, Apartment 16'],
    ],
    ['a: where are you calling from | c: hilo hawaii', ['city Hilo']],
    ['im calling from wales from swansea', ['city Swansea']],
    ["We're coming from Norwich for my brother's wedding.", ['city Norwich']],
    ["It's only me from now on, stuck here in Benoni.", ['city Benoni']],
    ['I live now at Ottawa, 300 Laurier Avenue', ['address 300 Laurier Avenue', 'city Ottawa']],
    ['a: And 12 Gilbert Road, Preston? | c: Twelve A.', ['address 12A Gilbert Road', 'city Preston']],
    ['we relocated to akron for my wifes job', ['city Akron']],
    ['a: still at 350 fifth street | c: yes', ['address 350 5th Street']],
    ['a: address? | c: fifteen fifteen Poplar Row', ['address 1515 Poplar Row']],
  ])('%s', (lines, home) => {
    expect(homeIn(lines)).toEqual(home);
  });
});

describe('a unit that is said apart', () => {
  it.each([
    [
      "a: address? | c: 31 Grover Street. We're upstairs, so that's apartment 2.",
      ['address 31 Grover Street, Apartment 2'],
    ],
    ['c: I am at 4410 Rue Fabre now, apartment 2, and so on', ['address 4410 Rue Fabre, Apartment 2']],
    ['a: address please | c: seven ferry road | a: house or a flat | c: flat two', ['address 7 Ferry Road, Flat 2']],
    ["a: Flat 8 or number 8? | c: It's 8 Foundry Court. | a: which? | c: Flat 8.", ['address Flat 8, Foundry Court']],
    ['a: address? | c: 31 Grover Street. My neighbour in apartment 2 has a key.', ['address 31 Grover Street']],
    ['its house number eight flat b ashburnham mews', ['address Flat B, 8 Ashburnham Mews']],
    ['a: 318 Beekman Street, second floor? | c: Second floor, right.', ['address 318 Beekman Street, 2nd Floor']],
  ])('%s', (lines, home) => {
    expect(homeIn(lines)).toEqual(home);
  });
});

describe('addresses that do not begin with a number', () => {
  it.each([
    [
      "a: I'll post you the menu. | c: Do. It's Rowan Cottage, Church Hill, Backwell.",
      ['address Rowan Cottage, Church Hill', 'city Backwell'],
    ],
    [
      "a: I'll e-mail it. | c: I'd rather you posted it. Sandpipers, Church Lane, Alfriston.",
      ['address Sandpipers, Church Lane', 'city Alfriston'],
    ],
    ["a: Where's the house? | c: Beech Range, number sixty-six.", ['address 66 Beech Range']],
    ['we are now at Weserstraße 118, in Berlin.', ['address Weserstraße 118', 'city Berlin']],
    [
      'Write B 704, Silver Oak Heights, Baner Road. That is our own place now.',
      ['address B 704, Silver Oak Heights, Baner Road'],
    ],
  ])('%s', (lines, home) => {
    expect(homeIn(lines)).toEqual(home);
  });
});

describe('what is no address of the caller', () => {
  it.each([
    ['a: where is it going | c: to the back door, so send two guys'],
    ['a: Home visit is possible, sir, 800 rupees extra. Still at the same address? | c: Please do.'],
    ["It's at my mama's house, 4418 Banks Street, I don't live there."],
    ['hi its marco from brightside plumbing were at 14 unit road'],
    ['a: is your mum still at 12 the avenue | c: she is yeah'],
    ['a: what street was the dog found on | c: by 61 clover street near the park'],
    ['c: our new place will be 18 kestrel way but we dont get the keys till june'],
    ["a: and where are you staying while you're in town | c: with friends at 90 hope street"],
    ['a: and your daughter | c: no shes at 14 bell lane'],
    ['a: address of the job | c: the site is 20 dock street'],
    ["a: where's the party being held | c: the village hall 12 green lane"],
    ['a: do you still rent out 16 beacon hill | c: i do yeah theres tenants in'],
    ['a: is the patient at 6 cedar way your father | c: yes thats him'],
    ['a: were you at 14 king street before | c: yes before that'],
    ['a: what hospital is he in | c: st judes 5 park avenue'],
    ['my sister just got a place in tampa so im helping her'],
    ['a: which hotel are you in | c: the marriott at 400 canal street'],
    ["a: A forwarding address? | c: It's care of my auntie: Mrs Bola Adeyemi, 15 Uttoxeter Road, Derby."],
  ])('%s', (lines) => {
    expect(homeIn(lines)).toEqual([]);
  });
});

describe('where a slot ends', () => {
  it.each([
    [
      'a: where are you now | c: top floor flat 93 barry road east dulwich',
      ['address Top Floor Flat, 93 Barry Road'],
      'GB',
    ],
    ['bill the Plano one, 6108 Custer Road, number 214', ['address 6108 Custer Road, Number 214'], 'US'],
    ["I'm in Llandovery. Well, I say that, we're in the caravan.", ['city Llandovery'], 'GB'],
    ['Well now, it lights, and then it goes out.', [], 'GB'],
    ["I got married, so I'm Katie Papadakis now.", [], 'AU'],
    ['were in bend oregon its 6 2 0 juniper avenue', ['address 620 Juniper Avenue', 'city Bend'], 'US'],
    ["I'm from Graz.", [], 'AU'],
    ['a: kingston upon thames? | c: Jamaica, darling!', [], 'GB'],
  ])('%s', (lines, home, country) => {
    expect(homeIn(lines, country)).toEqual(home);
  });
});
