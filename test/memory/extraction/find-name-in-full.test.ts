import { describe, expect, test } from 'vitest';
import { findName } from '../../../src/memory/extraction/finders/name/find-name.js';
import { readCall } from '../../../src/memory/extraction/read-call.js';

/** `A:` is the business, `C:` the caller. */
function name(talk: string): string | undefined {
  const turns = talk.split('|').map((line) => ({
    speaker: line.trim().startsWith('A:') ? ('agent' as const) : ('caller' as const),
    text: line.trim().slice(3),
  }));
  const call = readCall({ turns, startedAt: '2026-03-02T14:05:00.000Z', timeZone: 'Europe/London', country: 'GB' });
  return findName(call)[0]?.value;
}

describe('Titles are no part of a name, however many', () => {
  test.each([
    [
      'C: Good evening. This is the Reverend Doctor Philippa Standish-Moore, and I would like a room.',
      'Philippa Standish-Moore',
    ],
    ['C: Yeah, this is Sergeant First Class Tillie Yellowhorse, I got leave.', 'Tillie Yellowhorse'],
    [
      'A: Is it for you? | C: for me, yes. er, Lieutenant Commander Digby Featherstone-Rao, Digby is fine',
      'Digby Featherstone-Rao',
    ],
    ['A: Sorry now, who? | C: Commodore Lorcan Breathnach, Royal Munster.', 'Lorcan Breathnach'],
    ['C: Well hey, this is Miz Loretta Haygood down in Macon', 'Loretta Haygood'],
    [
      'A: Your name sir? | C: Chief... no, that one is my father. Me I be Ikechukwu Nwosu-Bello.',
      'Ikechukwu Nwosu-Bello',
    ],
  ])('%s', (talk, expected) => {
    expect(name(talk)).toBe(expected);
  });
});

describe('A sentence that is a whole name', () => {
  test.each([
    ["C: Good evening. Frederick Ashworth-Lane. I've a table with you.", 'Frederick Ashworth-Lane'],
    ["A: How many? | C: Just me, I'm on my own this year. Irina Sokolova. Early please.", 'Irina Sokolova'],
    [
      'A: Is this Mrs. Pilkington? | C: Ms. And it is Pilk-ing-TREE, as in oak. Rosalind Pilkingtree.',
      'Rosalind Pilkingtree',
    ],
    ['A: Name will do. | C: Barnaby Thackray', 'Barnaby Thackray'],
    ["C: Noreen, 'tis Batty O'Driscoll beyond in Kealkill.", "Batty O'Driscoll"],
    ["C: morena Rawiri it's Tui Hetherington I'm up on the tops", 'Tui Hetherington'],
    ['C: I dropped my bike with you, name of Hussain, Zaynab Hussain.', 'Zaynab Hussain'],
    ['C: Hello Courtney, this is Marguerite St. Clair Dupree.', 'Marguerite St. Clair Dupree'],
    ['A: Please state your full name. | C: jasmine kaur gill everyone says jas', 'Jasmine Kaur Gill'],
    ["C: it's Miss Peaches Laverne, but your book has me as Terence Ofori-Whitlock", 'Terence Ofori-Whitlock'],
    ["C: Hello, it's Dr. Patrice Okonkwo-Levesque's husband, Martin. I'm calling about Friday.", 'Martin'],
  ])('%s', (talk, expected) => {
    expect(name(talk)).toBe(expected);
  });
});

describe('Others and other things are not the caller', () => {
  test.each([
    [
      "A: hello | C: Cecil MacIsaac here | A: Is this Clover? | C: No. This is Hopkins, the kids' rabbit.",
      'Cecil MacIsaac',
    ],
    [
      'A: hi | C: Declan Roche is the name | A: Email? | C: decr at example dot ie | A: Spell us that? | C: D, e, c, r.',
      'Declan Roche',
    ],
    ["A: Perfect. And you're local? | C: Barnes until last week; now I'm in Richmond.", undefined],
    ['C: I want to see my dentist. Harriet Vane. She was good.', undefined],
  ])('%s', (talk, expected) => {
    expect(name(talk)).toBe(expected);
  });
});
