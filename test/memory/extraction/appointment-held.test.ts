import { expect, test } from 'vitest';
import { timesOf } from './appointment-times.js';

// What is held when they hang up: what is known to be there, what takes its place, what is called off, what comes beside it.

test.each([
  [
    'a booking that the business knows of gives way to a new one',
    ['2026-03-09T14:00'],
    [
      'A: Castle Kitchens.',
      'C: Your designer was to come to us on Thursday at eleven.',
      "A: That's right, Thursday the fifth, with Stuart.",
      'C: My husband has an interview at that hour. Please is there Friday?',
      'A: Friday he could fit you in at nine.',
      'C: Fine, nine on Friday.',
      "A: Oh, I'm sorry, he has the van in for its service. Monday the ninth at two?",
      'C: Monday at two, good.',
    ],
  ],
  [
    'a day alone is no appointment',
    [],
    [
      'A: Green City Bikes.',
      'C: When is my bike ready?',
      'A: Friday, I think.',
      'C: Friday then, in the morning?',
      'A: We open at ten.',
    ],
  ],
  [
    'a day alone, where the business cannot say the hour',
    ['2026-03-06'],
    [
      "A: I'd like our adjuster to see the truck.",
      'C: Okay.',
      "A: How about Friday? She's out your way in the afternoon, but she won't commit to an hour.",
      "C: Friday's good.",
    ],
  ],
  [
    'a day that is only mentioned leaves the hour alone',
    ['2026-03-05T09:00'],
    [
      "A: There's Thursday at nine, or Friday at one.",
      "C: Thursday's fine.",
      'A: The flat next to you is staying on Tuesday so you may hear some drilling.',
      "C: They're welcome to Tuesday.",
    ],
  ],
  [
    'an hour that is a bit early',
    ['2026-03-07T19:45'],
    [
      'A: The Lantern Kitchen.',
      "C: A table on Saturday evening, there'd be five of us.",
      "A: This Saturday? I've half five or a quarter to eight.",
      "C: Och, half five's a bit early for folk. The later one will do fine.",
    ],
  ],
  [
    'an hour within what was offered',
    ['2026-03-09T12:00'],
    [
      'A: You need a patch test, Monday any time between ten and four?',
      "C: Monday, yeah, I'll pop in at twelve on my lunch.",
      'A: Lovely.',
    ],
  ],
  [
    'both, in a breath',
    ['2026-03-04T16:20', '2026-03-11T16:20'],
    [
      'A: Tiny Teeth.',
      'C: Both of my girls need sealants.',
      'A: Zara on Wednesday at twenty past four, and Noor the week after, same time, the eleventh?',
      'C: Yes, that works for both.',
    ],
  ],
  [
    'a second wish after a yes',
    ['2026-03-04T12:30', '2026-03-18T12:30'],
    [
      'A: Shape Salon.',
      'C: I want two facials booked.',
      'A: Wednesday at half twelve?',
      'C: Yes. And the same time on the eighteenth?',
      'A: Both in.',
    ],
  ],
  [
    'a slip of the tongue, and called off',
    ['cancelled 2026-03-04T18:30'],
    [
      'A: Trattoria Roma.',
      "C: We have a table tomorrow... no, Wednesday, half six, for four. We won't be coming after all.",
      "A: That's a shame. I'll take that off for you.",
    ],
  ],
  [
    'called off by those who come',
    ['cancelled 2026-03-05T19:00'],
    [
      'A: Riverside Bistro.',
      "C: I've got a table on Thursday at seven. Half of them have got this bug so we've called the whole thing off.",
      "A: Poor things. So I'm cancelling Thursday, eight people.",
      'C: Please, and thank you.',
    ],
  ],
  [
    'it was for tonight',
    ['cancelled 2026-03-02T20:30'],
    [
      "A: Molloy's Bistro.",
      "C: I'm ringing to cancel a table. It was for tonight, half eight.",
      'A: Not to worry. Cancelled.',
    ],
  ],
  [
    'cancelled long ago',
    ['2026-03-05T11:30'],
    [
      'A: Physio Plus.',
      'C: I had to cancel last Tuesday, sorry about that. Can I rebook?',
      'A: No harm. Thursday at half eleven?',
      'C: Yes please.',
    ],
  ],
  [
    'a question for an earlier hour is no refusal',
    ['2026-03-05T12:00'],
    [
      'A: sunrise spa',
      'C: can i come thursday',
      'A: thursday noon',
      'C: cant do any earlier',
      'A: no thats all there is',
      'C: ok ill take it',
    ],
  ],
  [
    'the same day of another week',
    ['2026-03-06T11:20'],
    [
      "C: Dr Kaur said come back next week, but I'm away on Monday.",
      'A: Friday the thirteenth at twenty past eleven?',
      'C: This Friday?',
      'A: This Friday, the sixth.',
      'C: Yes, put me down.',
    ],
  ],
  [
    'what is put back is booked here',
    ['2026-03-10T11:00'],
    [
      "C: I have a meeting with Mr Finch this Wednesday, the fourth, at eleven. I'm afraid I must ask you to put it back.",
      'A: Mr Finch could do Tuesday the tenth, same time.',
      'C: Tuesday the tenth it shall be.',
    ],
  ],
  [
    'eight in the evening, where one eats',
    ['2026-03-05T20:00'],
    ['A: Baan Thai.', "C: It's Osei, we're three now for Thursday, eight o'clock.", 'A: Three people, Thursday eight.'],
  ],
  [
    'no chance',
    ['2026-03-07T10:30'],
    [
      "A: There's a cancellation half eight on Saturday or I could do half ten.",
      'C: half eight on a saturday you joking, half ten',
      'A: half ten it is',
    ],
  ],
])('%s', (_what, expected, talk) => {
  expect(timesOf(talk)).toEqual(expected);
});
