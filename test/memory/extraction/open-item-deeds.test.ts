import { describe, expect, test } from 'vitest';
import { openItems } from './open-items.js';

describe('Any verb with an object and a day is a promise', () => {
  test.each([
    ["A: I'll cut a blank for it tomorrow.", ['agent: 2026-03-03 cut a blank for it']],
    [
      "A: I'll request those X-rays from Doctor Moss by Thursday.",
      ['agent: 2026-03-05 request those X-rays from Doctor Moss'],
    ],
    ["A: I'll get a nozzle from the wholesaler on Thursday.", ['agent: 2026-03-05 get a nozzle from the wholesaler']],
    ["C: I'll trailer the quad down tomorrow", ['caller: 2026-03-03 trailer the quad down']],
    ["C: i'll plow the road thursday", ['caller: 2026-03-05 plow the road']],
    ["C: I'll borrow one off my mate tonight", ['caller: 2026-03-02 borrow one off the mate']],
    ["A: I'll invoice you on Friday", ['agent: 2026-03-06 invoice you']],
    [
      "A: I'll get housekeeping to swap those pillows tomorrow.",
      ['agent: 2026-03-03 get housekeeping to swap those pillows'],
    ],
    ["A: I'll have the tuner give it a once-over by Friday.", ['agent: 2026-03-06 have the tuner give it a once-over']],
    ["A: I'll have it deleted.", ['agent: have it deleted']],
    ["C: I'll have the receipts copied by Sunday night.", ['caller: 2026-03-08 have the receipts copied']],
    [
      "A: I'll check tonight if we have that screen in stock",
      ['agent: 2026-03-02 check if we have that screen in stock'],
    ],
    [
      'C: I will give the meter numbers to the electricity company by Friday',
      ['caller: 2026-03-06 give the meter numbers to the electricity company'],
    ],
    ["C: I'll measure the bay at the weekend", ['caller: measure the bay at the weekend']],
    [
      "A: I'll get an engineer to ring you by tomorrow five p.m. Meanwhile we need photographs. | C: no problem, I'll send them this evening",
      ['agent: 2026-03-03T17:00 get an engineer to ring', 'caller: 2026-03-02 send the photographs'],
    ],
  ])('%s', (talk, expected) => {
    expect(openItems(talk)).toEqual(expected);
  });
});

describe('Coming, choosing and writing down are no promises, whatever the day', () => {
  test.each([
    ["A: I'll see you Friday"],
    ["C: I'll take the ten o'clock on Friday"],
    ["A: I'll put you in for Tuesday at nine"],
    ["A: I'll have a table for you on Friday"],
    ["C: I'll have my hair cut on Friday"],
    ["C: I'll be there on Monday"],
    ["A: I'll move the appointment to Thursday"],
    ["C: I'll get there early on Saturday"],
    ["A: I'll squeeze him in on Wednesday"],
    ["C: I'll work from home on Friday"],
    ['A: the plumber will come on Tuesday'],
    ["A: I'll have that noted"],
    ["C: I'd book the room on Friday if I were you"],
    ["A: I'm going to copy that very slowly"],
    ["A: I'm emailing the form out this afternoon | C: You'll not. I've no truck with emails."],
  ])('%s', (talk) => {
    expect(openItems(talk)).toEqual([]);
  });
});

describe('What a promise is about', () => {
  test.each([
    ['C: The password I will ask my grandson to find.', ['caller: ask the grandson to find the password']],
    ["A: I'll pull your hive count and email it to him today", ['agent: 2026-03-02 email the hive count to him']],
    [
      "C: Please send the tortoise charges on the phone of my son | A: I'll send them tonight",
      ['agent: 2026-03-02 send the tortoise charges'],
    ],
    [
      "C: You'll get my last two tax returns tonight, I'll send them from the other address",
      ['caller: 2026-03-02 send the last two tax returns'],
    ],
    ['C: You will have the meter readings from me on Thursday', ['caller: 2026-03-05 send the meter readings from me']],
    ['C: I sign and send it back tonight | A: thanks, the consent form then', ['caller: 2026-03-02 send it back']],
    [
      'C: Please send bills to my own one. | A: Noted. I will mail you the estimate by Friday',
      ['agent: 2026-03-06 mail the estimate'],
    ],
    ["C: Aye, I'll phone you back the night with the number", ['caller: 2026-03-02 phone back with the number']],
  ])('%s', (talk, expected) => {
    expect(openItems(talk)).toEqual(expected);
  });
});
