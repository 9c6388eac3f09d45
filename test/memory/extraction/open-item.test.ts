import { describe, expect, test } from 'vitest';
import { openItems } from './open-items.js';

describe('What is promised', () => {
  test.each([
    ["A: I'll send you the quote by Friday", ['agent: 2026-03-06 send the quote']],
    ["A: We'll call you back tomorrow.", ['agent: 2026-03-03 call back']],
    ['A: someone will be in touch tomorrow morning', ['agent: 2026-03-03 be in touch']],
    ["C: I'll email the photos tonight", ['caller: 2026-03-02 email the photos']],
    ['C: let me check with my wife and ring you back', ['caller: check with the wife and ring back']],
    ["C: okay I'll call you on Thursday to confirm", ['caller: 2026-03-05 call to confirm']],
    ['A: the engineer will ring you before he comes', ['agent: ring before he comes']],
    ["A: I'm going to post the forms to you today", ['agent: 2026-03-02 post the forms']],
    ["A: I'll get a copy over to you by noon on Wednesday", ['agent: 2026-03-04T12:00 get a copy']],
    ["C: I'll drop the keys off on Friday morning", ['caller: 2026-03-06 drop the keys off']],
    ["A: I'll let the doctor know", ['agent: let the doctor know']],
    ["A: We'll text you a reminder the day before", ['agent: text a reminder the day before']],
    ["C: I'll pay the deposit tomorrow", ['caller: 2026-03-03 pay the deposit']],
    ["C: I'll dig out the receipt", ['caller: dig out the receipt']],
    ["A: I'll order the part today", ['agent: 2026-03-02 order the part']],
    ["A: I'll give you a ring in an hour", ['agent: 2026-03-02 give a ring']],
    ["A: I'll get back to you by the end of the day", ['agent: 2026-03-02 get back']],
    ["A: he'll phone you this afternoon", ['agent: 2026-03-02 phone']],
    ['A: ill send it over next week', ['agent: send it']],
    [
      "C: I'll speak to my landlord and let you know by Wednesday",
      ['caller: 2026-03-04 speak to the landlord and let you know'],
    ],
    ["C: I'll get him to send you the licence tonight", ['caller: 2026-03-02 get him to send the licence']],
    ["A: I'll find out for you and text you", ['agent: find out and text']],
    ["A: we'll mail you a new card within ten days", ['agent: mail a new card within ten days']],
    ['A: Doctor Shah will call you on Tuesday at ten', ['agent: 2026-03-03T10:00 call']],
    ["A: I'll chase the supplier first thing tomorrow", ['agent: 2026-03-03 chase the supplier']],
    ["A: tomorrow I'll ring the garage", ['agent: 2026-03-03 ring the garage']],
    ["A: I'll leave a note for the dentist", ['agent: leave a note for the dentist']],
    ["C: I'll forward you the email from the insurer", ['caller: forward the email from the insurer']],
    ["A: I'll refund the deposit by Thursday", ['agent: 2026-03-05 refund the deposit']],
    ["A: we'll email you the contract once it's signed", ['agent: email the contract']],
  ])('%s: %j', (talk, expected) => {
    expect(openItems(talk)).toEqual(expected);
  });
});

describe('What is promised in other words', () => {
  test.each([
    [
      "A: you'll get an email from us tomorrow with the details",
      ['agent: 2026-03-03 send an email from us with the details'],
    ],
    ['A: expect a call from our engineer on Friday morning', ['agent: 2026-03-06 make a call from the engineer']],
    ['A: you should hear from the claims team by Thursday', ['agent: 2026-03-05 be in touch']],
    ['A: the office will confirm by email tomorrow', ['agent: 2026-03-03 confirm by email']],
    ["C: I'm gonna ask my sister and I'll get back to ya", ['caller: ask the sister and get back']],
    [
      "A: Right, I'll raise that with the landlord and come back to you on Wednesday",
      ['agent: 2026-03-04 raise that with the landlord and come back'],
    ],
    ["C: I'll be sending the signed lease back Monday", ['caller: 2026-03-09 send the signed lease back']],
    [
      "A: I'll draw up the contract and email it across on Tuesday",
      ['agent: 2026-03-03 draw up the contract and email it across'],
    ],
    ["A: I'll pass that on to the kitchen", ['agent: pass that on to the kitchen']],
    ["A: I'll pass that on. He'll call you tomorrow.", ['agent: pass that on', 'agent: 2026-03-03 call']],
    ["A: I'll pass the message on.", ['agent: pass the message on']],
    ['A: if you could email the photos | C: sure I will do that this evening', ['caller: 2026-03-02 email the photos']],
    ["A: we'll ring you if there's a cancellation", []],
    ["A: I'll email that to you right now while we're on the phone", []],
  ])('%s: %j', (talk, expected) => {
    expect(openItems(talk)).toEqual(expected);
  });
});

describe('What goes without its name', () => {
  test.each([
    [
      'A: You owe us a deposit by the way. | C: I will transfer it Thursday.',
      ['caller: 2026-03-05 transfer the deposit'],
    ],
    ["A: Car rego? | C: I'll text it through tonight.", ['caller: 2026-03-02 text the car rego through']],
    ["C: Deposit I'll transfer this evening", ['caller: 2026-03-02 transfer the deposit']],
    ['A: The refund letter goes out to your mother on Wednesday.', ['agent: 2026-03-04 send the refund letter']],
    ['A: The new schedule should be in the post to you by Tuesday.', ['agent: 2026-03-03 send the new schedule']],
    ["A: You'll have the price sheet Thursday by five.", ['agent: 2026-03-05 send the price sheet']],
    [
      'A: Could you mail me the police report? | C: It will be in your inbox by tomorrow night.',
      ['caller: 2026-03-03 send the police report'],
    ],
    [
      "A: I'll keep the draft agreement ready and mail it to you tomorrow before noon.",
      ['agent: 2026-03-03 mail the draft agreement'],
    ],
    [
      "A: I'll do up the quotation and have it with you on Friday.",
      ['agent: 2026-03-06 do up the quotation and have it with you'],
    ],
    ['C: And discharge summary I shall submit on Monday', ['caller: 2026-03-09 submit the discharge summary']],
    ["A: Bring your own hair? | C: I'm gonna order it tonight.", ['caller: 2026-03-02 order the hair']],
    ["C: I'll pay the bill on payday, the twenty-eighth.", ['caller: 2026-03-28 pay the bill on payday']],
    ["A: I'll have billing void the bill by Friday.", ['agent: 2026-03-06 have billing void the bill']],
    ['C: my guy Hector will bring you a check on Tuesday', ['caller: 2026-03-03 bring a check']],
    ['A: I send you the menus after lunch', ['agent: 2026-03-02 send the menus after lunch']],
    [
      "A: Tuesday the tenth at nine then. I'll text you a reminder the day before.",
      ['agent: 2026-03-09 text a reminder the day before'],
    ],
    ['A: We could send our surveyor on Thursday week. | C: that would be fine', []],
    ['A: A colleague will phone you on Monday at ten. | C: Monday I have no signal, better Tuesday.', []],
    ["A: you'll need to bring two pay stubs apiece", []],
  ])('%s: %j', (talk, expected) => {
    expect(openItems(talk)).toEqual(expected);
  });
});

describe('Requests and offers that are taken', () => {
  test.each([
    ['C: can you send me the price list | A: sure, no problem', ['agent: send the price list']],
    ['C: could you text me the address please | A: will do', ['agent: text the address']],
    ['A: can you email me the photos | C: yes I will do that tonight', ['caller: 2026-03-02 email the photos']],
    ['A: shall I send you an invite | C: yes please', ['agent: send an invite']],
    ['A: would you like me to email you the receipt | C: please', ['agent: email the receipt']],
    ['C: can somebody ring me back | A: of course', ['agent: ring back']],
    ['A: shall I email you the brochure | C: no thanks', []],
    ["C: can you send me a new one | A: I'm afraid I can't", []],
    ['A: I can post it to you | C: no need, I will pick it up', []],
    ["A: I'll send you a reminder | C: no need, please don't", []],
  ])('%s: %j', (talk, expected) => {
    expect(openItems(talk)).toEqual(expected);
  });
});

describe('What is no open item', () => {
  test.each([
    'A: let me look that up for you',
    "A: I'll put you down for three",
    "A: I'll put you through to sales",
    "A: I'll just check that for you now",
    "C: if it leaks again I'll ring you",
    "A: if it's delayed I'll call you",
    "C: I'll see you on Tuesday",
    "C: I'll be there at nine",
    "C: I'll take the Thursday one",
    'A: you can call us any time',
    "C: I won't send it again",
    'C: he said he would call me back',
    'C: you said you would send me a form last week',
    'A: did anybody call you',
    'C: I called you yesterday',
    'C: I sent the form on Friday',
    "A: I'll transfer you to my colleague",
    "A: I'll book you in for Friday",
    "C: I'll bring him in on Tuesday",
    'A: can you tell me your address | C: sure',
    'C: I might ring you next week',
    'A: what number should we call | C: this one',
    "A: we'll see you on Friday",
    'C: what if I send it late',
  ])('%s', (talk) => {
    expect(openItems(talk)).toEqual([]);
  });

  test('The same promise with a day is one item', () => {
    expect(openItems("A: I'll send you the quote | C: lovely when | A: I'll send the quote on Wednesday")).toEqual([
      'agent: 2026-03-04 send the quote',
    ]);
  });
});

describe('What is done on coming', () => {
  test.each([
    ["C: the buzzer's broken so you have to call me when you're outside | A: Got it.", []],
    ['C: please text me when you get here | A: Will do.', []],
    ['C: please text me the price | A: Will do.', ['agent: text the price']],
  ])('%s', (lines, items) => {
    expect(openItems(lines)).toEqual(items);
  });
});
