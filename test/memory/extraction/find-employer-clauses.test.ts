import { describe, expect, it } from 'vitest';
import { findEmployer } from '../../../src/memory/extraction/finders/employer/find-employer.js';
import { callOf } from './call-of.js';

const employerIn = (lines: string): string | undefined => findEmployer(callOf(lines))[0]?.value;

describe('a clause that says where the caller works', () => {
  it.each([
    ['i drive nights for metro transit so mornings im sleeping', 'Metro Transit'],
    ['i work on the phones at octopus energy all week', 'Octopus Energy'],
    ['four fifteen i finish my shift at four at bombardier its too far', 'Bombardier'],
    ['yes but i work until three at the nursery bright acorns so later', 'Bright Acorns'],
    ['im on earlies at the bakery Warburton and Sons what about after two', 'Warburton and Sons'],
    ['At twelve I am in work, I clean in the Greville Hotel.', 'Greville Hotel'],
    ["I'm in the billing office at Riverside Methodist, it's ten minutes.", 'Riverside Methodist'],
    ['my supervisor at Emory changed my shift on me', 'Emory'],
    ['Friday I will be in the office, at Dangote.', 'Dangote'],
    ['I drive a school bus now, for the Belen schools, but the dental is through the VA.', 'Belen schools'],
    ['im a data engineer at a coffee startup called grindset', 'Grindset'],
    ["I'm fly in fly out with BHP so it's gotta be next week", 'BHP'],
    ['I am working in Infotech Global since last four years', 'Infotech Global'],
    ["I'm in Greensboro these days, at Mount Olive Baptist.", 'Mount Olive Baptist'],
    ["I'm at Land Rover, I'm on earlies this week and lates next.", 'Land Rover'],
    ["I'm only at the Co-op for the summer but they've me down all week, Friday I've a shift", 'Co-op'],
    ["No, I left there in the spring. I'm with BC Transit now, so it's a new plan.", 'BC Transit'],
    ['the invoice should come to me at Nwosu and Partners, not to him', 'Nwosu and Partners'],
    ["I'm a flight attendant with Delta.", 'Delta'],
    ['I have clinic on Mondays, I am at Southmead Hospital in the mornings.', 'Southmead Hospital'],
    ["I'm at the Royal Infirmary on Tuesday for my knee, so Wednesday.", undefined],
    ['yeah im a chippie for wates so should be on theirs', 'Wates'],
    ["I'm also an employee, I'm in billing at Kaiser.", 'Kaiser'],
    ["I'm above at work in Dawn Meats, is it quick?", 'Dawn Meats'],
    ['nah i stock shelves at dunelm overnight', 'Dunelm'],
    ['yeah i started at barclays last week its going well', 'Barclays'],
    ['i start at barclays on the first of next month', undefined],
    ['i drive for midway bakery supply and it was one of the trucks', 'Midway Bakery Supply'],
    ['im just at kings cross the wee one um in the pharmacy', undefined],
    ['I am at home all day, she is at work, at Air Canada.', undefined],
    ["My husband Rick's at Jaguar and my lad works for Barratt.", undefined],
    ["Theo's at the Mart, he's with Motorola.", undefined],
    ["I'm leaving Target, the one on Fulton, and this guy who drives for FedEx hits me", undefined],
    ['my dad was a lineman for dominion energy', undefined],
    ["I'm with Allstate and they told me to call you for the estimate", undefined],
    ['I work in Human Resources', undefined],
    ["I'm up in Whitby till the Saturday", undefined],
    ["I'm at Tesco, I'll be home in ten minutes", undefined],
    ["I'm at Sarah's now", undefined],
    ["I'm a regular at Nando's", undefined],
    ['i do motion capture for video games', undefined],
    ['By post, please, yes.', undefined],
  ])('%s', (lines, employer) => {
    expect(employerIn(lines)).toBe(employer);
  });
});

describe("a business that stands beside the caller's own work", () => {
  it.each([
    ["I'm at the plant till Saturday, Meramec Castings, I work nights", 'Meramec Castings'],
    ["I'm a school secretary in Bayonne. Thirty years, Holy Family Academy.", 'Holy Family Academy'],
    ["That's where I work, Bluebell Nursery, just round the corner.", 'Bluebell Nursery'],
    ['bayou state welding thats who i work for', 'Bayou State Welding'],
    ["Make it out to Hendry and Co, that's the firm I work for.", 'Hendry and Co'],
    ['c: hi, about our staff lunch | a: which booking? | c: Should be under Kauri Freight.', 'Kauri Freight'],
    ["I'm at the co-op now, Red River Co-op.", 'Red River Co-op'],
    ['I had booked through my office, Sahyadri Textiles.', 'Sahyadri Textiles'],
    ['a: and we still have your office at Zenith Bank for the invoice? | c: Yes, that one.', 'Zenith Bank'],
    ["a: Are you still at the Alfred? | c: Yes, I'm still there.", 'Alfred'],
    ['c: hi, about our lunch | a: which booking? | c: Should be under Kauri Freight.', undefined],
    ["He's a teacher. Thirty years, Holy Family Academy.", undefined],
  ])('%s', (lines, employer) => {
    expect(employerIn(lines)).toBe(employer);
  });
});
