import { describe, expect, it } from 'vitest';
import { findFamily } from '../../../src/memory/extraction/finders/family/find-family.js';
import { callOf } from './call-of.js';

const familyIn = (lines: string, country = 'US'): readonly string[] =>
  findFamily(callOf(lines, { country }))
    .map(({ value }) => value)
    .toSorted();

describe('a relative whose name the call says elsewhere', () => {
  it.each([
    // The agent asks who it is.
    [
      "a: Whose number is that? | c: That's my daughter's cell. | a: Which daughter is that? | c: carol ann she lives in plano",
      ['daughter Carol Ann'],
    ],
    ['c: a twin for me and my sister | a: And your sister? | c: shes jean jean coxon', ['sister Jean Coxon']],
    ["c: my son kicks like crazy | a: what's the little guy's name | c: that's kaiden with a k", ['son Kaiden']],
    // The answer begins with whom the agent asks after.
    [
      "thursday I'm at market with the wife | a: will your wife be there too | c: sheila? she'll be there",
      ['wife Sheila'],
    ],
    ['My son broke his leg. | a: And will the young fellow be with you? | c: Lukas, yes, of course.', ['son Lukas']],
    [
      "my wee girl's got the chickenpox | a: The little one, a high chair? | c: god no skye's five she wants the big seat",
      ['daughter Skye'],
    ],
    ["My wife gets a headache. | a: Is there anything she's allergic to? | c: Lavender, she says.", ['wife']],
    // Long after, where only one can be meant.
    [
      'book in for me and my son | a: when | c: friday | a: four | c: sweet | a: done | c: hes called kahu',
      ['son Kahu'],
    ],
    ['my son is coming | a: lovely | c: can we bring the dog? his name is bruno', ['son']],
    // Beside the caller.
    ["A table for me and Jim. That's my other half.", ['partner Jim']],
    ["Me and Gurdeep. He's my husband.", ['husband Gurdeep']],
    ['I am Ludmila, from Ludmila and Boris. | a: Hi! | c: My husband is at home.', ['husband Boris']],
    // Known to the agent.
    ["a: I see your wife Margaret's named as well? | c: She is, yes.", ['wife Margaret']],
  ])('%s', (lines, family) => {
    expect(familyIn(lines)).toEqual(family);
  });
});

describe('a relative who is named in the same sentence', () => {
  it.each([
    ["one, for little archie my great grandson, he's coming", ['great-grandson Archie']],
    ["she's ten weeks mia uh my daughter my wife's taking her", ['daughter Mia', 'wife']],
    ['siew hoon is my auntie she booked it', ['aunt Siew Hoon']],
    ["a: your name? | c: it's gurpreet sandhu and my mum is manjit kaur sandhu", ['mother Manjit Kaur Sandhu']],
    ['Im Carly Stott and mums Pauline Stott', ['mother Pauline Stott']],
    ['my grandson callums coming home from university', ['grandson Callum']],
    ["It's my daughter I'm ringing about, Aoife. Her debs is on Friday.", ['daughter Aoife']],
    ['im calling for my son his names aiden aiden kowalski', ['son Aiden Kowalski']],
    ["before our Karen's wedding in June, she's our youngest", ['daughter Karen']],
    [
      'I mind my grandsons on a Wednesday Fergus and Archie till their mum gets in',
      ['grandson Archie', 'grandson Fergus'],
    ],
    ["there's nobody to lift our kieran from nursery", ['son Kieran']],
    ['My little fella has a match.', ['son']],
    ['footy training for my young bloke', ['son']],
    ["I've to get my boy to his swimming at half three", ['son']],
    ['I have small baby. He is five months.', ['son']],
    ['My wife was in heaven, mind you. Caroline would move in.', ['wife Caroline']],
  ])('%s', (lines, family) => {
    expect(familyIn(lines, 'GB')).toEqual(family);
  });
});

describe("no relative's name", () => {
  it.each([
    // The caller's own, and the caller's surname.
    ["a: Any allergies, Miss Celeste? | c: My husband Ray can't have shellfish.", ['husband Ray']],
    ["I'm Ludmila Kuznetsova. My husband Kuznetsov pays.", ['husband']],
    ["i'm rick and it's my wife jolene", ['wife Jolene']],
    ["I'm Ngozi Okafor-Briggs. Okafor is my father's name and Briggs is my late husband's.", []],
    // What else stands in a list.
    ["I booked for my grandmother's ninetieth, this coming sunday, dinner, tan", ['grandmother']],
  ])('%s', (lines, family) => {
    expect(familyIn(lines)).toEqual(family);
  });
});

describe('no relative', () => {
  it.each([
    ['Thank you, my sister.'],
    ['good afternoon my sister how is work'],
    ["Thanks, my brother, you've been a help."],
    ["me and my boyfriend broke up. our kid's on the way in December"],
    ["It was my wife's people in Lancaster."],
  ])('%s', (lines) => {
    expect(familyIn(lines).filter((one) => one !== 'boyfriend')).toEqual([]);
  });

  it.each([
    ['My sister. She will bring it.', ['sister']],
    ['a: Is that your husband? | c: No, my brother.', ['brother']],
    ['Hello, my sister is coming with me.', ['sister']],
  ])('%s is one', (lines, family) => {
    expect(familyIn(lines)).toEqual(family);
  });
});
