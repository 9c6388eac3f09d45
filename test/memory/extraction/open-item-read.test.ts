import { describe, expect, test } from 'vitest';
import { openItems } from './open-items.js';

describe('When it is done', () => {
  test.each([
    [
      "A: I'll send you another letter out, it'll be in tomorrow's post.",
      ['agent: 2026-03-03 send another letter out'],
    ],
    ["C: I'll upload the bills, I'll do it tomorrow.", ['caller: 2026-03-03 upload the bills']],
    ["A: I'll phone you, then, on the seventeenth.", ['agent: 2026-03-17 phone']],
    [
      'A: could you email us a photo before Wednesday | C: I will do that tonight',
      ['caller: 2026-03-02 email a photo'],
    ],
    [
      "A: Tuesday the seventeenth then. | C: Fine. | A: I'll ring you on the Monday with the time.",
      ['agent: 2026-03-16 ring with the time'],
    ],
    [
      "C: Tuesday the seventeenth, so. I'll drop the cake in the day before, the Monday.",
      ['caller: 2026-03-16 drop the cake in the day before'],
    ],
    ["A: So that's the ninth at two. I'll tell the kitchen on the day.", ['agent: 2026-03-09 tell the kitchen']],
    ["A: I'll cancel the ninth then and I will let the doctor know", ['agent: let the doctor know']],
    ["A: I'll tell Derek not to come by on Thursday.", ['agent: tell Derek not to come']],
    ["A: I'll post the bill for Monday, shall I?", ['agent: post the bill']],
    [
      "A: I've moved you to the tenth, and I'll send the confirmation to your new email.",
      ['agent: send the confirmation to the new email'],
    ],
    ['C: me and the wife will measure the alcove on Saturday', ['caller: 2026-03-07 measure the alcove']],
    ['C: I forward the form tomorrow evening after work', ['caller: 2026-03-03 forward the form after work']],
    [
      "A: I'll ring you on Thursday with a figure. | C: Friday would be better. | A: Friday so.",
      ['agent: 2026-03-06 ring with a figure'],
    ],
    [
      "A: she's off today but I'll get her to phone you when she's back on Wednesday",
      ['agent: 2026-03-04 get her to phone'],
    ],
    ["A: We'll ship it Thursday, you should have it Saturday.", ['agent: 2026-03-05 ship it']],
    [
      'A: four for saturday at half seven would you like me to text you a confirmation | C: yes',
      ['agent: text a confirmation'],
    ],
  ])('%s', (talk, expected) => {
    expect(openItems(talk)).toEqual(expected);
  });
});

describe('What is done', () => {
  test.each([
    ['C: I can put the invoice in the post on Saturday', ['caller: 2026-03-07 put the invoice in the post']],
    ['A: what I can do is email you the policy wording', ['agent: email the policy wording']],
    ["A: I'll see what housekeeping can do, and send you an e-mail on Sunday", ['agent: 2026-03-08 send an e-mail']],
    ["A: There's a brush, I'll put one aside for you.", ['agent: put the brush aside']],
    ["A: I'll leave the part behind the counter for him", ['agent: leave the part behind the counter for him']],
    ["A: I'll take her off the reminders today.", ['agent: 2026-03-02 take her off the reminders']],
    ["A: I'll get the underwriter to look at the shed.", ['agent: get the underwriter to look at the shed']],
    ["A: I'll send you the invoice again in case it's gone astray", ['agent: send the invoice again']],
    [
      'A: i will ring you tomorrow to tell you what the fish will be',
      ['agent: 2026-03-03 ring to tell what the fish will be'],
    ],
    ["C: I'll let you know by Friday if my wife's coming", ["caller: 2026-03-06 let you know if the wife's coming"]],
    ["C: The minute I get the report I'll forward it to you people.", ['caller: forward the report']],
    ['C: could you text me the price i never open letters | A: will do', ['agent: text the price']],
    [
      "A: I'll chase the lab today. | C: my supplier has it | A: i'll ring them tomorrow",
      ['agent: 2026-03-02 chase the lab', 'agent: 2026-03-03 ring the supplier'],
    ],
    [
      "C: I'll dig out the bank statement and forward it to you. | A: The deposit one, great.",
      ['caller: dig out the bank statement and forward it'],
    ],
    ["A: and then he'll email you the decision", ['agent: email the decision']],
  ])('%s', (talk, expected) => {
    expect(openItems(talk)).toEqual(expected);
  });
});

describe('What is only asked, offered or part of a visit', () => {
  test.each([
    ['A: Shall I mail it to raghu dot iyer at example dot com? | C: That is correct.'],
    ['A: Shall we send it now or at check-out? | C: At check-out is fine.'],
    ['A: Should I send you a text when it is ready? | C: An e-mail, please.'],
    ['C: just text me 804 555 0126 | A: okay'],
    ['C: Please send a message, I cannot pick up. | A: Will do.'],
    ["C: Can you give us two minutes and I'll ring you back? | A: I can hold it."],
    ['A: The tech will call your dad or you? | C: Me.'],
    ["A: He'll call from the truck when he's close."],
    ["A: He'll call you on his way."],
    ['A: The boys will bring it on Thursday.'],
    ['A: I can get Gary to you on Monday.'],
    ['A: we can email you a quote today or i can go through it now | C: now is fine'],
    ["A: I'm going to send you a verification code, can you read it out?"],
    ["C: His number I don't know. He's here, I'll pass you over."],
    ["C: I'll settle it with my own card."],
    ["C: I'll settle up with them when I pick it up."],
    ["A: I'll write down two thirty for you."],
    ["A: I'll take her off it from today."],
    ["A: I'll ring her now and ring you back. | C: No, no, put it down for Thursday and be done."],
    ['C: I will send you the copy of my ID tomorrow. | A: Not needed any more, as the booking is cancelled.'],
    ["A: I'll pop you on hold and ask the chef."],
    ["C: I'll get him to do it"],
    ['A: our executive will visit you tomorrow by 11 and collect the documents'],
    ["A: I'll speak to you on Thursday then"],
    ["A: I'll just tell you, it's two hundred."],
    ["A: I'll not charge you for today."],
  ])('%s', (talk) => {
    expect(openItems(talk)).toEqual([]);
  });
});
