import { describe, expect, test } from 'vitest';
import { findEmployer } from '../../../src/memory/extraction/finders/employer/find-employer.js';
import { readCall } from '../../../src/memory/extraction/read-call.js';

/** `A:` is the business, `C:` the caller. */
function employer(talk: string): string | undefined {
  const turns = talk.split('|').map((line) => ({
    speaker: line.trim().startsWith('A:') ? ('agent' as const) : ('caller' as const),
    text: line.trim().slice(3),
  }));
  const call = readCall({ turns, startedAt: '2026-03-02T14:05:00.000Z', timeZone: 'Europe/London', country: 'GB' });
  return findEmployer(call)[0]?.value;
}

describe('An agent supposes an employer', () => {
  test.each([
    [
      'A: Is the bill going to Halvorsen Freight? | C: Correct, they pay me, let them pay you also.',
      'Halvorsen Freight',
    ],
    [
      'A: And your business is Frost and Favour Limited? | C: Correct, that is my own company.',
      'Frost and Favour Limited',
    ],
    [
      'A: no worries. you still with coral sea trawlers | C: yeah nah still with them nineteenth season',
      'Coral Sea Trawlers',
    ],
    ['A: noted. still at goldfarb and pell | C: still there eleven years god help me', 'Goldfarb and Pell'],
    [
      'A: And is it still the museum that employs you? | C: The borough council does, the museum only lends me the hat.',
      'borough council',
    ],
    [
      "A: And you're at St. Brendan's Hospital? | C: I was, they merged it to bits. Harbor Mercy pays me now.",
      'Harbor Mercy',
    ],
    ['A: and are you still with K-Sand | C: K-Sand canned me in the spring. Radio Ocotillo.', 'Radio Ocotillo'],
    [
      "A: You're with Boston Fire still? | C: Nah, Quincy now. Quincy Fire. Got a transfer in the spring.",
      'Quincy Fire',
    ],
    [
      'A: May I confirm you work for the Yorkshire Clarion? | C: The Clarion is my brother. I toil for Meridian Puzzles.',
      'Meridian Puzzles',
    ],
    [
      "A: Still at the school district? | C: Bus barn, yes ma'am, Conway Public Schools, twenty-two years.",
      'Conway Public Schools',
    ],
  ])('%s', (talk, expected) => {
    expect(employer(talk)).toBe(expected);
  });
});

describe('Who pays the caller', () => {
  test.each([
    ["C: I chucked Glenmore in June, it's Blackwater Downs that signs my cheques", 'Blackwater Downs'],
    ['C: I do front of house at the Corvid Theatre, wages and a lanyard', 'Corvid Theatre'],
    ['C: I do the make-up counter at Harvey Nichols.', 'Harvey Nichols'],
    ['C: My outfit pays by the way, Benthic Offshore, they want the paperwork.', 'Benthic Offshore'],
    ["C: Bookkeeping's Alan's job, Avon Raptors pay me a wage", 'Avon Raptors'],
    ['C: then I can make it to work by ten. Los Alamos Lab, it is a haul.', 'Los Alamos Lab'],
    ["C: I'm stuck at work, I'm at Lululemon's office, so is it okay if I send somebody?", 'Lululemon'],
    ['C: Tomorrow I clean until five at the university, UCC.', 'UCC'],
    ['C: i dont work for a home i work for the school board', 'school board'],
    ['C: monday im in the office im at kpmg i cant really skip', 'Kpmg'],
    ['C: I am with Deloitte, so it is through the company. Before that I was at Infosys.', 'Deloitte'],
  ])('%s', (talk, expected) => {
    expect(employer(talk)).toBe(expected);
  });
});

describe('No employer of the caller', () => {
  test.each([
    ['A: Should I write to you at the cottage? | C: Good Lord, no, the place is empty.'],
    ["A: Still at Thorn Cottage? | C: Sold up. I'm in a static now, plot 7, Beck Lane."],
    ["C: we're now at Weserstraße 118, in Berlin."],
    ['C: he cant have ibuprofen im the same with aspirin actually'],
    ['A: Is it going to Larch Motors? | C: No, the bill goes to my brother.'],
    ["C: I'm in Leeds till nine today"],
    ['A: Are you still with Zenith Insurance? | C: yes'],
  ])('%s', (talk) => {
    expect(employer(talk)).toBeUndefined();
  });
});
