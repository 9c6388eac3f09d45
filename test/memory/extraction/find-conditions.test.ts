import { describe, expect, it } from 'vitest';
import { findConditions } from '../../../src/memory/extraction/finders/find-conditions.js';
import { readOf } from './calls.js';

function conditionsIn(...lines: readonly string[]): readonly string[] {
  return findConditions(readOf(...lines)).map(({ value }) => value);
}

describe('the caller has', () => {
  it.each<[string, string[]]>([
    ["I'm diabetic", ['diabetes']],
    ["i'm a type 2 diabetic", ['type 2 diabetes']],
    ["I'm asthmatic by the way", ['asthma']],
    ["I've got asthma", ['asthma']],
    ["and I've got asthma so I can't be sitting in the cold all day", ['asthma']],
    ["I've diabetes, type two", ['diabetes']],
    ['I have high blood pressure now', ['high blood pressure']],
    ['I suffer from really bad migraines', ['migraines']],
    ["I've had a bad back for years", ['bad back']],
    ["I've got arthritis in both knees", ['arthritis in both knees']],
    ["I've got arthritis in both", ['arthritis']],
    ['I myself have thyroid, should I declare it also', ['thyroid']],
    ['I am having sugar problem no wait I am diabetic', ['diabetes']],
    ['I use a wheelchair', ['wheelchair user']],
    ["I'm in a wheelchair so I need the ramp", ['wheelchair user']],
    ["I'm on blood thinners", ['on blood thinners']],
    ["I'm currently on warfarin", ['on warfarin']],
    ['I take blood pressure tablets', ['takes blood pressure tablets']],
    ['I get anxiety with novocaine', ['anxiety with novocaine']],
    ["I'm pregnant", ['pregnant']],
    ["I'm six months pregnant", ['six months pregnant']],
    ["I'm twenty weeks along", ['twenty weeks pregnant']],
    ["I'm expecting in June", ['pregnant']],
    ["I'm lactose intolerant", ['lactose intolerance']],
    ["I'm coeliac", ['coeliac disease']],
    ['I have celiac disease', ['celiac disease']],
    ["I'm a bit deaf in one ear", ['deaf in one ear']],
    ['I am hard of hearing so speak up', ['hard of hearing']],
    ['my back is killing me', ['back pain']],
    ['my back tooth is killing me', ['back tooth pain (toothache)']],
    ['my tooth really hurts', ['tooth pain (toothache)']],
    ['my gums are bleeding', ['bleeding gums']],
    ["My neck's been stiff ever since", ['stiff neck']],
    ["I've got a toothache", ['toothache']],
    ["I've had a terrible toothache since Sunday", ['toothache']],
    ["I've broken my wrist", ['broken wrist']],
    ["I've hurt my back", ['hurt back']],
    ['I twisted my ankle yesterday', ['twisted ankle']],
    ['I chipped a tooth', ['chipped tooth']],
    ["there's a pain in my jaw", ['pain in jaw']],
    ['with my bad knee I need the ground floor', ['bad knee']],
    ['because of my sciatica', ['sciatica']],
    ['my skin is having eczema nowadays', ['eczema']],
    ["I'm recovering from knee surgery", ['recovering from knee surgery']],
    ["I've just had a hip replacement", ['recovering from hip replacement']],
    ["I've got a pacemaker", ['pacemaker']],
    ['i was diagnosed with crohns last year', ['Crohns']],
    ["I'm colour blind", ['colour blind']],
    ["I've got a heart murmur", ['heart murmur']],
    ["I've got sensitive teeth", ['sensitive teeth']],
    ["I've been asthmatic since I was a kid", ['asthma']],
    ["I've a slipped disc", ['slipped disc']],
    ["I've got a rotten cold so I can't come", ['cold']],
    ['they said its IBS but I have crohns disease', ['Crohns disease']],
    ["I've got diabetes and a heart condition", ['diabetes', 'heart condition']],
    ['I have COPD and asthma', ['COPD', 'asthma']],
    ['my blood pressure is a bit high', ['high blood pressure']],
  ])('%s', (said, expected) => {
    expect(conditionsIn(said)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['Any medical conditions?', 'just asthma', ['asthma']],
    ['Do you have any health issues we should know about?', 'yes, high blood pressure', ['high blood pressure']],
    ['Are you on any medication?', 'um yeah warfarin', ['on warfarin']],
    ['Are you diabetic?', 'yes', ['diabetes']],
    [
      'Are you pregnant or wearing contacts?',
      'contacts yeah. and I am, fifteen weeks, is that okay?',
      ['fifteen weeks pregnant'],
    ],
    ['Do you have asthma?', "yes that's right", ['asthma']],
    ['Are you diabetic?', 'no', []],
    ['Do you have asthma or diabetes?', 'yes', []],
    ['Any medical conditions?', 'no nothing', []],
    ['Any medical conditions?', 'my son has asthma', []],
    ['Does your dog have any medical conditions?', 'epilepsy', []],
  ])('agent: %s caller: %s', (asked, said, expected) => {
    expect(conditionsIn(`agent: ${asked}`, said)).toEqual(expected);
  });
});

describe('no condition of the caller is', () => {
  it.each([
    'my son is asthmatic',
    "my daughter's got diabetes",
    'he has epilepsy',
    'my dog has arthritis',
    "my cat's diabetic",
    'I have a dog with diabetes',
    'I have a diabetic cat',
    "I'm not diabetic",
    "I don't have asthma",
    "I haven't got any conditions",
    'no asthma no diabetes',
    'if I have asthma does it cost more',
    'do I have diabetes I hope not',
    'I had asthma as a kid',
    "I've had migraines as a child",
    'I used to have back pain',
    'I had a stroke in 2010',
    'my back pain is all gone, cleared up last year',
    "I've got a broken window",
    'my back door is broken',
    "my back gate's swollen and won't shut",
    'I have a cracked screen',
    'the hold music is killing me',
    "I've got a cold room upstairs",
    'I have a question about my asthma inhaler',
    'I want a heart condition policy',
    "I'm blind without a plan",
    "I'm expecting a delivery",
    "I'm expecting a call",
    'my mother has dementia',
    'she was diagnosed with cancer',
    'I work with diabetic patients',
    "I'm sick of this",
    'my head office is in Leeds',
    'I broke my arm years ago',
    'when I was pregnant I came to you',
    'I was pregnant last year',
    "I'm on the bus",
    "I'm on a contract",
    'my husband uses a wheelchair',
    'the doctor says my son has asthma',
    'I thought I had asthma',
  ])('%s', (said) => {
    expect(conditionsIn(said)).toEqual([]);
  });
});

it('quotes the words and says it as a clause', () => {
  expect(findConditions(readOf('agent: Hello', "Hi, I'm on blood thinners, so…"))).toEqual([
    {
      predicate: 'condition',
      value: 'on blood thinners',
      statement: 'is on blood thinners',
      turn: 1,
      quote: "I'm on blood thinners",
      confidence: 0.8,
    },
  ]);
});

it.each([
  ["My neck's been sore ever since", 'has a sore neck'],
  ['I tore my ACL playing ball', 'has a torn ACL'],
  ["I've got sore feet", 'has sore feet'],
  ["I've got asthma", 'has asthma'],
  ['I have a pacemaker', 'has a pacemaker'],
  ["I've got an injured knee", 'has an injured knee'],
  ['I need a ride to my dialysis on Tuesday', 'is on dialysis'],
])('says it in English: %s', (said, clause) => {
  expect(findConditions(readOf(said)).map(({ statement }) => statement)).toEqual([clause]);
});
