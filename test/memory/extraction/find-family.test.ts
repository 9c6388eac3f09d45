import { describe, expect, it } from 'vitest';
import { findFamily } from '../../../src/memory/extraction/finders/family/find-family.js';
import { callOf } from './call-of.js';

const familyIn = (lines: string): readonly string[] => findFamily(callOf(lines)).map(({ value }) => value);

describe("the caller's relatives", () => {
  it.each([
    ['my wife Anna will be there', ['wife Anna']],
    ['Anna, my wife, will be there', ['wife Anna']],
    ['my husband freezes', ['husband']],
    ['hubby', []],
    ['my hubby is coming', ['husband']],
    ['my other half will pay', ['partner']],
    ['its for my mums seventieth', ['mother']],
    ["my brother Craig's coming up", ['brother Craig']],
    ["I need to get my son in, he's chipped his tooth, his name's Mateo.", ['son Mateo']],
    ["my mother in law's hearing aids", ['mother-in-law']],
    ['just me and the missus yep', ['wife']],
    [
      'Father is Narayanan, seventy one, and mother Kamala sixty eight, adding my parents',
      ['father Narayanan', 'mother Kamala'],
    ],
    ["me wife's name's Carly, she might pick it up", ['wife Carly']],
    ['My grandsons Micah and Eli are on there with me.', ['grandson Micah', 'grandson Eli']],
    ['I have two boys in the swim school, Bao and Duc', ['son Bao', 'son Duc']],
    ['can you put my daughter down too, Zuri, she is nine', ['daughter Zuri']],
    ["We loved it but Jerry, that's my husband, doesn't", ['husband Jerry']],
    ["Our Susan is, my daughter, she can't", ['daughter Susan']],
    [
      "a: So my two kids? | c: Freya and Anders | a: Freya is your daughter and Anders your son, correct? | c: That's right.",
      ['daughter Freya', 'son Anders'],
    ],
    ["a: Am I speaking with Mr. Ernesto Bañuelos? | c: no he's not in this is his brother", ['brother Ernesto']],
    ["it's for my son | a: what's his name? | c: Tom", ['son Tom']],
    ['my son and daughter are coming', ['son', 'daughter']],
    ['my wife, my wife Anna', ['wife Anna']],
    ["that's my wife Kim's, my phone's dead", ['wife Kim']],
    ['my six-year-old daughter has a fever', ['daughter']],
  ])('%s', (lines, family) => {
    expect(familyIn(lines)).toEqual(family);
  });

  it.each([
    ['her husband is an engineer'],
    ['my late husband loved it'],
    ['my ex-wife Sherri has it now'],
    ['It was my husband Lars but he passed, two years in March.'],
    ["I don't have a wife"],
    ["I'm his mom, Carolina."],
    ["the plumber's son came"],
    ['my partner company sent me'],
    ['his sister is my friend'],
    ['my business partner Tom'],
    ['my roommate'],
    ["my wife | a: oh? | c: We're separated since the summer so no"],
    ['give me mother of pearl'],
  ])('%s', (lines) => {
    expect(familyIn(lines)).toEqual([]);
  });
});
