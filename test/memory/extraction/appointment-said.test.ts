import { expect, test } from 'vitest';
import { timesOf } from './appointment-times.js';

test.each<[string, readonly string[], readonly string[]]>([
  [
    'a bit early',
    ['2026-03-07T13:00'],
    [
      'A: Cedar Property.',
      'C: hi can i see the two bed on king street',
      'A: yes when are you free',
      'C: after six any day or saturday',
      'A: saturday at eleven then',
      "C: eleven's a bit early, could you do one",
      "A: one o'clock saturday yes",
      'C: thanks',
    ],
  ],
  [
    'the same day in the afternoon, by an hour alone',
    ['2026-03-04T15:00'],
    [
      'A: ABC Boilers, Dave.',
      "C: Dave, the boiler's making that noise again.",
      "A: I'm in your street Wednesday as it happens, I could knock about ten.",
      "C: Wednesday I'm at my daughter's till lunch, could you do the afternoon?",
      'A: Three?',
      "C: Three's grand.",
    ],
  ],
  [
    'after the end of a shift',
    ['2026-03-07T10:00'],
    [
      'A: Nails by Kim.',
      'C: hiya can i book in for gels friday after five',
      'A: friday im full after five hun ive a four thirty or saturday ten',
      'C: i dont finish till five so itll have to be saturday',
      'A: saturday ten see you then x',
    ],
  ],
  [
    'an hour by which one has to leave',
    ['2026-03-03T14:00'],
    [
      'A: Volt Motors.',
      "C: I've been emailing with Jack about the hybrid. He said he'd ring me yesterday and didn't.",
      "A: Sorry about that. He's in tomorrow from nine. Shall I get him to call you?",
      "C: No, I'd rather come in. Is two o'clock OK?",
      "A: Tomorrow at two, I'll put it in his diary.",
      "C: Thanks. I've to be gone by three though.",
    ],
  ],
  [
    'around on one morning',
    ['2026-03-10T09:30'],
    [
      'A: Solar Direct.',
      'C: I got your leaflet about panels.',
      'A: Wonderful. One of our surveyors could pop round. Is next Monday any good?',
      "C: Monday's no good. I'm around Tuesday morning.",
      'A: Tuesday the tenth, half nine?',
      'C: Half nine, yep.',
      "A: I'll confirm by email today.",
    ],
  ],
  [
    'nobody is woken in the afternoon',
    ['2026-03-03T05:45', '2026-03-03T06:30'],
    [
      'A: Hotel Bella, reception.',
      "C: It's room 214. Could I have a wake up call at five forty five and a taxi for half six?",
      'A: Wake up call five forty five and a taxi at six thirty tomorrow, no problem.',
      'C: Thank you.',
    ],
  ],
  [
    "a slot after a wife's",
    ['2026-03-09T09:30'],
    [
      'A: Willow Dental.',
      "C: My wife's booked in on Monday at nine and I'd like to come in with her if there's a slot.",
      "A: There's one at nine thirty.",
      'C: Great, put me in.',
      'A: All done.',
    ],
  ],
  [
    'any time before noon, and an hour is said',
    ['2026-03-04T11:00'],
    [
      'A: Rapid Repairs.',
      'C: The part came, so when can you fit it?',
      'A: Does the day after tomorrow work? Any time before noon.',
      'C: Say eleven.',
      'A: Eleven on Wednesday. Someone over eighteen must be in.',
      "C: I'll be in.",
    ],
  ],
  [
    'an offer from another day that is taken now',
    ['2026-03-03T13:00'],
    [
      'A: Premier Claims.',
      "C: You offered me Tuesday at one with the engineer, I couldn't say then, but yes, I'll take it.",
      "A: Let me check it's still free. Yes, Tuesday at one. I've confirmed it.",
      'C: Great.',
    ],
  ],
  [
    'a question about what they do',
    [],
    [
      'A: Harvest Table.',
      'C: Do you do Sunday lunch?',
      'A: We do, from twelve till four.',
      'C: And are dogs allowed?',
      'A: In the bar area, yes.',
      "C: Great, I'll talk to my husband and call you back.",
    ],
  ],
  [
    'taken back at once',
    ['2026-03-17T09:00'],
    [
      'A: Studio Nine.',
      "C: I'd like a colour with Jo.",
      'A: Jo has the seventeenth at nine or the eighteenth at one.',
      "C: Hmm, the eighteenth. No wait, that's my exam. The seventeenth.",
      'A: The seventeenth at nine it is.',
      'C: Ta.',
    ],
  ],
  [
    'goes ahead as planned',
    ['2026-03-19T10:00'],
    [
      'A: Rowan Lettings.',
      "C: The inspection letter says Thursday the nineteenth at ten. I'll be abroad, can you do it without me?",
      "A: Yes, we have keys. It'll go ahead as planned on the nineteenth.",
      "C: Okay, that's fine.",
    ],
  ],
])('%s', (_, expected, talk) => {
  expect(timesOf(talk)).toEqual(expected);
});
