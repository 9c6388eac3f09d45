import { describe, expect, it } from 'vitest';
import type { Finder } from '../../../src/memory/extraction/finder.js';
import { findBirthday } from '../../../src/memory/extraction/finders/birthday/find-birthday.js';
import { findEmployer } from '../../../src/memory/extraction/finders/employer/find-employer.js';
import { findFamily } from '../../../src/memory/extraction/finders/family/find-family.js';
import { findName } from '../../../src/memory/extraction/finders/name/find-name.js';
import { findPets } from '../../../src/memory/extraction/finders/pet/find-pets.js';
import { callOf } from './call-of.js';

const valuesOf =
  (find: Finder) =>
  (lines: string): readonly string[] =>
    find(callOf(lines))
      .map(({ value }) => value)
      .toSorted();

describe('a name is read in full', () => {
  it.each([
    ['a: and your surname? | c: jaworski-quintana wife is from here', 'Jaworski-Quintana'],
    ["a: what's the last name? | c: same as last time mate, trevanion, t r e v a n i o n", 'Trevanion'],
    ['a: First name? | c: A-N-D-R-E-A, the Italian way', 'Andrea'],
    ['a: can I help? | c: hi this is xochitl x o c h i t l im calling about two things', 'Xochitl'],
    ['a: And you are? | c: Stephanie, Steph, Cole', 'Stephanie Cole'],
    ["a: who's calling? | c: its lucy and tom aldridge, i'm lucy", 'Lucy Aldridge'],
    ['a: your name? | c: hollis john and barbara hollis im john', 'John Hollis'],
    ["a: Is this William Tucker? | c: It's Bill, yeah.", 'William Tucker'],
    ["a: hi | c: hello | a: and what's your surname Doreen? | c: Pratt", 'Doreen Pratt'],
    [
      "a: who's this? | c: It's Mr Dalgleish. | a: ok | c: William Dalgleish doesn't miss appointments.",
      'William Dalgleish',
    ],
    ["a: your name? | c: It's Joy Lynn, two words, last name Tucker", 'Joy Lynn Tucker'],
    ["a: what name is it? | c: simmonds | a: thank you | c: it's actually simmonds with a y, symonds", 'Symonds'],
    [
      'a: is it still Mrs Banerjee-Cole? | c: just Banerjee now | a: And first name Mira? | c: Mira yeah',
      'Mira Banerjee',
    ],
    ['a: is that mrs desai | c: yes speaking', 'Desai'],
    ['a: hello there | c: Name of Stan Kirkpatrick-Umeh', 'Stan Kirkpatrick-Umeh'],
  ])('%s', (lines, name) => {
    expect(valuesOf(findName)(lines)).toEqual([name]);
  });
});

describe("somebody else's name is not the caller's", () => {
  it.each([
    ['a: name on the account? | c: hers probably, rachel dunmore, im kate dunmore', ['Kate Dunmore']],
    ["a: and the owner's name? | c: it's allison tran, i'm her roommate", []],
    [
      "a: who's this? | c: Olivia Marsh, my partner emailed | a: Is that Ben? | c: no Ben was my old flatmate",
      ['Olivia Marsh'],
    ],
    ["a: and your wife's details? | c: my partner's a fella, Stephen | a: Stephen Whitlock? | c: Stephen Grey", []],
    ["a: How's Cocoa? | c: Cocoa's great! It's her sister Mocha I'm calling about", []],
    ["a: hi | c: you've got me down as Craig but Craig's the son", []],
    ["a: Are you Simon? | c: I'm not Simon no, Simon's the landlord. Femi Adebayo.", ['Femi Adebayo']],
    ["a: name? | c: booking's under Acme Corp", []],
    ['a: And what name goes on the collar tag? | c: Duchess', []],
    ['a: thanks | c: mr guptas wife is out of the country', []],
  ])('%s', (lines, names) => {
    expect(valuesOf(findName)(lines)).toEqual(names);
  });
});

describe('relatives', () => {
  it.each([
    ["c: No my son was, Anthony, he's seventeen", ['son Anthony']],
    ['c: its for my sisters wedding', ['sister']],
    ["c: I'm calling for my mother mrs joan fairclough", ['mother Joan Fairclough']],
    ['c: my mum passed me her car', ['mother']],
    ['c: my mum passed last year', []],
    ['c: she was my godmother', []],
    ['c: it was my husband who booked', ['husband']],
    ['c: I mind my grandkids Mondays and Tuesdays', ['grandchildren']],
    ["c: my husband's grandmother, Ruth, is ninety", ['husband']],
    ['c: sandeep is my brother he has gone to office', ['brother Sandeep']],
    ["c: I'd like to add my husband to the room. He's Lionel.", ['husband Lionel']],
    ["a: And you're Mum? | c: Dad. Craig.", []],
    ["c: there's no name yet, my husband wants Colin", ['husband']],
    ['c: my wife does days at the prison | a: whats her name in case she answers? | c: bev', ['wife Bev']],
    [
      "c: insuring my mother in law's flat | a: Is she the owner? | c: She is, Doreen Platt.",
      ['mother-in-law Doreen Platt'],
    ],
    ["a: Is Ellen there? | c: I'm Ellen's daughter, she's in assisted living", ['mother Ellen']],
    ["a: hello | c: Fly's retired. 'Tis the young one, Sally.", []],
  ])('%s', (lines, relatives) => {
    expect(valuesOf(findFamily)(lines)).toEqual(relatives);
  });
});

describe("other people's animals, days and employers", () => {
  it.each([
    [findPets, "c: my grandson's got a snake but that's his", []],
    [findPets, "c: can i book my mum's dog in, she's called Duchess, the dog that is", []],
    [findPets, "c: it's about my neighbours cat | a: Name? | c: Harriet Olds", []],
    [
      findPets,
      "c: And we've just taken on my late sister's tortoise, Sheldon, so I'd like him looked over.",
      ['tortoise Sheldon'],
    ],
    [findPets, "c: my son has got chicken pox | a: what's his name? | c: Archie", []],
    [findPets, "a: how's the dog | c: Ziggy's a saint. Lurcher. It's me", []],
    [
      findBirthday,
      'c: my father in law needs an appointment | a: Date of birth? | c: his date of birth is second of april 1948',
      [],
    ],
    [findBirthday, "a: and Mrs Frayne's birthday? we do a cake | c: sixteenth of April", []],
    [findBirthday, "a: Thursday the seventeenth? | c: That's my birthday, put it there", ['--03-17']],
    [findBirthday, 'c: my lot bought me it for my birthday this Sunday just gone', ['--03-01']],
    [findBirthday, "c: I'm ninety-three next Tuesday", ['1933-03-10']],
    [findEmployer, 'c: i work for amazon now well not amazon amazon', []],
    [findEmployer, "c: I'm callin for Clutch", []],
    [findEmployer, "c: Council pays us on the fourth, Midlothian Council I'm with.", ['Midlothian Council']],
  ] as const)('%o %s', (find, lines, values) => {
    expect(valuesOf(find)(lines)).toEqual(values);
  });
});

describe('what is said near a name and is none', () => {
  it.each([
    [findPets, "c: mild for the butter chicken, that's for the young bloke, Jett", []],
    [
      findPets,
      'a: hair salon | c: my dog chewed it | a: Four it is, with Carly. | c: is it Carly? She is lovely',
      ['dog'],
    ],
    [findName, 'c: I want it to be Loretta, my wife. Loretta Mae Boykin.', []],
    [findName, "a: Who's it you work for? | c: Oh, it's Severnside Water, in billing.", []],
    [
      findName,
      'a: hi | c: its saskia calling | a: and your surname? | c: van der meer three words',
      ['Saskia van der Meer'],
    ],
    [findFamily, "c: My wife was Miriam, she's gone four years.", []],
    [findFamily, 'c: a balayage for my sisters quince', ['sister']],
  ] as const)('%o %s', (find, lines, values) => {
    expect(valuesOf(find)(lines)).toEqual(values);
  });
});
