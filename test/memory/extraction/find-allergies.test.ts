import { describe, expect, it } from 'vitest';
import { findAllergies } from '../../../src/memory/extraction/finders/find-allergies.js';
import { readOf } from './calls.js';

function allergiesIn(...lines: readonly string[]): readonly string[] {
  return findAllergies(readOf(...lines)).map(({ value }) => value);
}

describe('the caller is allergic', () => {
  it.each<[string, string[]]>([
    ["I'm allergic to penicillin", ['penicillin']],
    ["And I still can't have penicillin, I swell up", ['penicillin']],
    ["so I'm allergic to that now", []],
    ['im allergic to latex that should be in there', ['latex']],
    ["I'm really allergic to nuts and shellfish", ['nuts', 'shellfish']],
    ['I am severely allergic to peanuts, so please be careful', ['peanuts']],
    ["yeah so I'm allergic to cats and dogs and can you make sure there's none", ['cats', 'dogs']],
    ["I'm allergic to penicillin, latex, and sulfa drugs", ['penicillin', 'latex', 'sulfa drugs']],
    ["I'm allergic to nuts, especially cashews", ['nuts', 'cashews']],
    ["I'm allergic to nuts but not peanuts", ['nuts']],
    ['And feather-free pillows please, I’m allergic to down.', ['down']],
    ['I am allergic to shellfish but, prawns and that.', ['shellfish']],
    ['allergic to aspirin yeah', ['aspirin']],
    ['I have a nut allergy', ['nut']],
    ["I've got quite a severe shellfish allergy", ['shellfish']],
    ["I've a latex allergy", ['latex']],
    ['I have an allergy to bee stings', ['bee stings']],
    ['my allergies are dust and pollen', ['dust', 'pollen']],
    ['because of my peanut allergy', ['peanut']],
    ['the only thing im allergic to is amoxicillin', ['amoxicillin']],
    ["the only thing I'm allergic to is amoxicillin", ['amoxicillin']],
    ["it's codeine I'm allergic to", ['codeine']],
    ['penicillin brings me out in hives', ['penicillin']],
    ['Coconut breaks me out', ['coconut']],
    ['yeah dairy gives me a rash', ['dairy']],
    ['strawberries make me come out in spots', ['strawberries']],
    ['I come up in hives if I eat prawns or oysters', ['prawns', 'oysters']],
    ['I break out in a rash when I wear nickel', ['nickel']],
    ['I react really badly to ibuprofen', ['ibuprofen']],
    ['I carry an epipen for bee stings', ['bee stings']],
    ["I've been allergic to eggs since I was a kid", ['eggs']],
    ["I'm highly allergic to hair dye with ppd", ['hair dye with ppd']],
    ["I have asthma and I'm allergic to aspirin", ['aspirin']],
    ['oh and um I am allergic to um lidocaine', ['lidocaine']],
    ['no allergies except penicillin', ['penicillin']],
    ["penicillin I'm allergic to", ['penicillin']],
    ['my skin reacts to nickel', ['nickel']],
    ['I am allergic for nuts', ['nuts']],
    ["I'm allergic to the cold", []],
  ])('%s', (said, expected) => {
    expect(allergiesIn(said)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['Any allergies?', 'penicillin', ['penicillin']],
    ['Any allergies?', 'Yes, penicillin and latex.', ['penicillin', 'latex']],
    ['Do you have any allergies we should know about?', 'just shellfish', ['shellfish']],
    ['are you allergic to anything', 'um yeah nuts', ['nuts']],
    ['Are you allergic to anything?', 'a bit of dust I think', ['dust']],
    ['Any allergies?', "it's cefuroxime, well any mycin, clarithromycin", ['clarithromycin']],
    ['Are you still allergic to latex?', 'yes I am', ['latex']],
    ['I have you down as allergic to penicillin. Is that still right?', "yes that's right", ['penicillin']],
    ['Any allergies?', 'no', []],
    ['Any allergies?', 'No, none that I know of.', []],
    ['Any allergies?', 'not that I know of', []],
    ['Any allergies?', 'nothing', []],
    ['Any allergies or dietary requirements?', 'vegetarian', []],
    ['Any allergies or dietary requirements?', 'yes gluten free please', []],
    ['Any allergies?', 'my daughter has a nut allergy', []],
    ['Any allergies in your party?', 'nuts', []],
    ["You're not allergic to latex, are you?", 'no', []],
    ['Are you allergic to penicillin?', 'no', []],
    ['Are you allergic to penicillin or latex?', 'yes', []],
    ['Is your dog allergic to anything?', 'chicken', []],
    ['We use latex gloves. Any allergies?', 'yes', []],
  ])('agent: %s caller: %s', (asked, said, expected) => {
    expect(allergiesIn(`agent: ${asked}`, said)).toEqual(expected);
  });

  it('to what is asked after', () => {
    expect(allergiesIn('I have an allergy', 'agent: What to?', 'penicillin')).toEqual(['penicillin']);
  });
});

describe('no allergy of the caller is', () => {
  it.each([
    "I'm not allergic to anything",
    'my daughter is allergic to nuts',
    "my son's allergic to amoxicillin",
    'one of our guests has a nut allergy',
    'I have a friend with a nut allergy',
    'if I were allergic to nuts would it be safe',
    "if I'm allergic to something will you know",
    'am I allergic to latex I have no idea',
    'I was allergic to milk as a baby',
    "I'm allergic to milk when I was a kid but not any more",
    "I'm allergic to paperwork",
    "I'm allergic to mornings haha",
    "I'm allergic to salespeople",
    'my wife says I am allergic to cats',
    "we're having someone who is allergic to fish",
    "I don't have any allergies",
    'no allergies',
    'I thought I was allergic to penicillin',
    "I don't think I'm allergic to nuts",
    'the dog has a chicken allergy',
    'my son is asthmatic and allergic to nuts',
    'is there anything for allergies',
    'this weather makes me sneeze',
    'I have a question about allergies',
  ])('%s', (said) => {
    expect(allergiesIn(said)).toEqual([]);
  });

  it('what the agent says, or is taken back', () => {
    expect(allergiesIn('agent: I am allergic to cats myself', 'oh')).toEqual([]);
    expect(allergiesIn("agent: So you're allergic to latex.", 'what time is it')).toEqual([]);
    expect(allergiesIn("I'm allergic to penicillin, sorry, not penicillin, amoxicillin")).toEqual([]);
    expect(allergiesIn("I'm allergic to penicillin", 'agent: ok', 'I meant codeine not penicillin')).toEqual([]);
    expect(
      allergiesIn("I'm allergic to nuts", "agent: So you're allergic to nuts, right?", 'no no just peanuts'),
    ).toEqual([]);
  });
});

it.each([
  ["I'm actually allergic to PPD so it has to be the other line", ['PPD']],
  ["I'M ALLERGIC TO LATEX", ['latex']],
  ["I'm allergic to Penicillin", ['penicillin']],
])('keeps short forms in their capitals: %s', (said, things) => {
  expect(allergiesIn(said)).toEqual(things);
});
