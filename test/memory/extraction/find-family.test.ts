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

describe('names of relatives, in the places where people put them', () => {
  it.each([
    ['My wife Hetal will be there.', ['wife Hetal']],
    ['my wife hetal will be there', ['wife Hetal']],
    ['Could my wife come? Hetal. Four-thirty.', ['wife Hetal']],
    ["my lad's called Cillian", ['son Cillian']],
    ["And the young lad is in the same day isn't he, Cillian?", ['son Cillian']],
    ['our eldest, June, is coming too', ['child June']],
    ["I've two boys, Micah and Tom", ['son Micah', 'son Tom']],
    ["My kids weren't in it, thank God, Micah and June, they're at school.", ['child Micah', 'child June']],
    ["Deborah's my sister, she's a patient too.", ['sister Deborah']],
    ["my lad dropped him. Well, the lad's Jeevan.", ['son Jeevan']],
    ['I mind him for my boy Anders.', ['son Anders']],
    ["My niece Corinne'll sit in.", ['niece Corinne']],
    ["Ye sold ma brother Fergus's place", ['brother Fergus']],
    ["before our Stacey's wedding, she's me niece", ['niece Stacey']],
    ['a: The twins! Boys, right? | c: Girls! Ruby and Rose.', ['daughter Ruby', 'daughter Rose']],
    ['a: Baby of yours? | c: Grandson! Leif. Eight months.', ['grandson Leif']],
    ["I am Venkatesh Iyer's wife speaking.", ['husband Venkatesh']],
    ['a: Am I speaking with Mrs. Castellanos? | c: This is her son, actually.', ['mother']],
    ['Me and my bride, Odette, forty-one years.', ['wife Odette']],
    ["I don't drive, and hubby's on lates", ['husband']],
    ['Mam is diabetic and has to eat on time.', ['mother']],
    ["The girlfriend's after getting the job in Cork", ['girlfriend']],
    ['its under my husbands name i think gareth pugh', ['husband Gareth Pugh']],
    ['a: Is your husband still Mark? | c: yes', ['husband Mark']],
    ["my grandbaby's recital got put on that day", ['grandchild']],
    ['my brother priest is saying', []],
    ['with my partner arjun business partner i mean', []],
    ['My daughter-in-law is telling me, take the bridal package, ha ha! No.', ['daughter-in-law']],
    ['hi Mum speaking', []],
    ["the plumber's wife Ann rang", []],
  ])('%s', (lines, family) => {
    expect(familyIn(lines)).toEqual(family);
  });
});

describe('names that are said apart from the relative', () => {
  it.each([
    [
      "And will you ring my daughter and tell her what it'll cost? Denise. She sorts it out for me.",
      ['daughter Denise'],
    ],
    ["But I took my wife's name in March. She's Eleni.", ['wife Eleni']],
    ["The wife's hip has. Saoirse's just had it replaced.", ['wife Saoirse']],
    ['my girlfriend jaana lives here in kentish town', ['girlfriend Jaana']],
    ['i sleep in cambridge with my cousin maxime before was montreal', ['cousin Maxime']],
    ['The Clarion is my brother Lysander.', ['brother Lysander']],
    ["Our Neville. Me son. He's tall.", ['son Neville']],
    ["And the goddaughter, Ottilie, she's to have the Friday", ['goddaughter Ottilie']],
    ["solar, is it? | a: I've got a Leroy Cutshaw? | c: That's my boy, he's fixing it", ['son Leroy']],
    ['she drives me | a: Bethan being? | c: The granddaughter. Drives like Jehu.', ['granddaughter Bethan']],
    ["a: how old is he, and what's his name? | c: hes seven its felix", []],
    ['my little boy chipped a tooth | a: how old is he and what is his name | c: hes seven its felix', ['son Felix']],
    ['Three people, me, husband, and my mother-in-law', ['husband', 'mother-in-law']],
    ['i am wanting to add my newborn daughter', ['daughter']],
  ])('%s', (lines, relatives) => {
    expect(familyIn(lines).toSorted()).toEqual(relatives.toSorted());
  });

  it.each([
    ['bola good afternoon my brother listen i need light'],
    ["my daddy's been gone since ninety-eight"],
    ["Dad's dead, God rest him."],
    ['Winston was me father, God rest him, he sign the first paper.'],
    ['if somebody calls saying theyre my brother i aint got one'],
    ['me and the missus split so i dont need the yard'],
    ["My own mother couldn't say it."],
    ['he thinks we are looking for my church sister'],
  ])('%s', (lines) => {
    expect(familyIn(lines)).toEqual([]);
  });
});
