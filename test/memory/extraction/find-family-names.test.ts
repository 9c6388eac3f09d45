import { describe, expect, it } from 'vitest';
import { findFamily } from '../../../src/memory/extraction/finders/family/find-family.js';
import { callOf } from './call-of.js';

const familyIn = (lines: string, country = 'US'): readonly string[] =>
  findFamily(callOf(lines, { country }))
    .map(({ value }) => value)
    .toSorted();

describe('relatives who are spoken of by name alone later', () => {
  it.each([
    [
      "So it was me and my husband. Now it's me and my mother, 'cause Vinny's gotta work, he's Port Authority.",
      ['husband Vinny', 'mother'],
    ],
    ["My daughter's rabbit needs her nails done. Jess works at Nike and can't get away.", ['daughter Jess']],
    ["Harrogate is my son's. Edmund ordered it on his account.", ['son Edmund']],
    [
      "My husband's saying something. | o: not by the door | c: And not next to the kitchen door, says Pete.",
      ['husband Pete'],
    ],
    ["It's Kevin Nakamura. My wife's here too. | a: Hi! | c: Okay, here's Jill, I gotta go.", ['wife Jill']],
    ["I live in Kiama, so Marg'll drive me. That's the wife.", ['wife Marg']],
    ["Just use the house. Hine answers, that's my wife.", ['wife Hine']],
    ['a: whose number is it? | c: Ring Steven. | a: Who? | c: He is me son.', ['son Steven']],
    ["I'm ringing about my daughter's braces. | a: That's Aria, eh? | c: Yeah, she'll be there.", ['daughter Aria']],
    ["Ron! Ron, is Friday okay? | o: Friday's fine | c: My husband says a booth.", ['husband Ron']],
    ['my son he broke a tooth | a: how old is he | c: he has nine years his name is mathis', ['son Mathis']],
    [
      'bringing the little one cause her gran is ill | a: how old is the little one | c: efa shes three',
      ['daughter Efa'],
    ],
    ["That's my dad you're thinking of, he was in last week I believe, Roy Thornbury.", ['father Roy']],
    ["My grandad. He's eighty-eight. His name's Albert Price.", ['grandfather Albert Price']],
    ["This is Teddy, he's my grandson.", ['grandson Teddy']],
    ['invoice my mum please sharon price at the same address', ['mother Sharon']],
    ['my mrs will be in shes called deb', ['wife Deb']],
    ['a: hi | c: hi | a: hows your mum | c: not great she had a fall', ['mother']],
    ['a: hi | c: hi | a: your mum is she ok with stairs | c: shes ok yeah', ['mother']],
    ['yeah my wife claires just parking', ['wife Claire']],
    ['my nans ninetieth shes called winnie', ['grandmother Winnie']],
    ['my wifes renata', ['wife Renata']],
    ["Me and the kids. Ella's four and Josh is two.", ['child Ella', 'child Josh']],
    ['a: hi | c: hi | a: and the names of the children? | c: Aarav and Diya.', ['child Aarav', 'child Diya']],
    ['im his wife margaret hes in the shower', ['husband']],
    ['its my cousin ciaras shes marrying', ['cousin Ciara']],
    ['my daughter june ll be there holdin her', ['daughter June']],
    ['a: Will your wife be coming? | c: Chiamaka will come, yes', ['wife Chiamaka']],
    ["a: hello | c: hi | a: Shaz is your daughter? | c: Sister. Me kid sister, well, she's fifty.", ['sister Shaz']],
    ["a: Gordon's your hubby, is he? | c: Brother. We go away together.", ['brother Gordon']],
  ])('%s', (lines, family) => {
    expect(familyIn(lines)).toEqual(family.toSorted());
  });

  it.each([
    ['My mother-in-law lives with us. Rick had been at the plant.', ['mother-in-law']],
    ["Me and my sister Angela, our mother left it to us. Angela's up in Nashua.", ['mother', 'sister Angela']],
    ["my sister's coming | a: who do you want? | c: mimi always does my nails", ['sister']],
    ["a: hi | c: hi | a: your mum Angela's on the plan isn't she? | c: she's not, she doesn't use it", []],
    ['after my gran she was called ottilie', []],
    ["It's my mother's birthday. Let me see. After Easter's fine.", ['mother']],
    ['My nephew carries the boxes.', ['nephew']],
    ["my wife booked it. My friend Dave is coming. Dave's late", ['wife']],
    ['my wife booked it | a: Carla can fit you in | c: Carla is grand', ['wife']],
  ])('%s', (lines, family) => {
    expect(familyIn(lines)).toEqual(family);
  });
});

describe('several relatives', () => {
  it.each([
    ["I'm cooking for my boys, they come with their laundry", ['sons']],
    ['I take the twins at eight', ['twins']],
    ['i got the grandbabies tonight', ['grandchildren']],
    ['my in-laws are landing', ['in-laws']],
    ['i visit my parents until july', ['parents']],
    ['My sons did it already', ['sons']],
    ['My twins. | a: Aw, how old? | c: Fourteen months, Archie and Edie.', ['child Archie', 'child Edie']],
    ["It's for my boys. They've got cleanings next week, Mason and Cole Guidry.", ['son Cole Guidry', 'son Mason']],
    ['my kids Tom and Ann', ['child Ann', 'child Tom']],
    ['saturday i got my daughters thing', ['daughter']],
    ['I leave at five and I take the kids at eight', ['children']],
    ['My mom watches the baby', ['child', 'mother']],
    ["I'm looking at the baby shower menu", []],
    ['my mother in laws coming sunday', ['mother-in-law']],
    ["It's my parents' golden wedding.", ['parents']],
    ['ten adults and my brothers three kids', ['brother']],
    ['my cousins flight is delayed', ['cousin']],
    ["I'll talk to the boys", []],
    ['a: Hill Vets | c: my boys need their jabs', []],
    ['do you have a kids menu', []],
  ])('%s', (lines, family) => {
    expect(familyIn(lines)).toEqual(family);
  });
});

describe('whose relatives, and whether they are any', () => {
  it.each([
    ['I told the young man', 'US', []],
    ["That's what the young lad said, four o'clock", 'IE', []],
    ["I'm at kings cross the wee one in the pharmacy", 'GB', []],
    ['It was my late mum’s house. Mum’s is 31 Ferncliffe Road.', 'GB', []],
    ['Sister Concepta Mulqueen, that is on the policy', 'IE', []],
    ['its for me and our kid', 'GB', []],
    ["That'll be our kid, Imran, he's moved out", 'GB', ['brother Imran']],
    ['his kids', 'US', []],
    ['I have my yiayia duties', 'AU', []],
    ['working for me brother-in-law Scotty now', 'AU', ['brother-in-law Scotty']],
    ['my great-niece is staying', 'GB', ['great-niece']],
    ['but himself does the diary', 'IE', ['husband']],
    ['he did it himself', 'IE', []],
    ['no my fella would kill me', 'GB', ['partner']],
    ["My husband's got no patience for towing. Well, partner, we never bothered.", 'AU', ['partner']],
  ])('%s (%s)', (lines, country, family) => {
    expect(familyIn(lines, country)).toEqual(family);
  });
});
