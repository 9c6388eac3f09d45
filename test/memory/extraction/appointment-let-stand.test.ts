import { expect, test } from 'vitest';
import { timesOf } from './appointment-times.js';

test.each<[string, readonly string[], readonly string[]]>([
  [
    'what is read back stands, if nobody says a word against it',
    ['2026-03-05T10:00'],
    [
      'A: I have Tuesday at nine, or Thursday at ten.',
      'C: Tuesday is my choir. Thursday.',
      'A: Thursday the fifth at ten, boiler service. And will anybody be in with you?',
      'C: No, I live alone.',
    ],
  ],
  [
    'a no answers what was asked last',
    ['2026-03-06T19:00'],
    [
      'C: a table for four on Friday evening please',
      'A: That is a table on Friday at seven, then. Any allergies I should know of?',
      'C: No, none at all.',
    ],
  ],
  [
    'a yes comes before what is told',
    ['2026-03-03T08:15'],
    [
      'A: So tomorrow, quarter past eight, the plumber is called Lloyd.',
      'C: Super. And it is the man upstairs, he has baths at two a.m.',
      'A: I see.',
    ],
  ],
  [
    'what is taken up is out, and what is left is chosen by its day alone',
    ['2026-03-10T11:40'],
    [
      'A: Next available is Tuesday tenth, eleven forty, or else Thursday twelfth, nine.',
      'C: Twelfth is my fast day. Tenth.',
      'A: Tenth, eleven forty. And your email?',
      'C: it is t at example dot net',
    ],
  ],
  [
    'the earlier one',
    ['2026-03-03T08:15'],
    ['A: I have Wednesday at ten or tomorrow at quarter past eight.', 'C: The earlier the better.', 'A: Lovely.'],
  ],
  [
    'an appointment elsewhere is one too',
    ['2026-03-05T10:30', '2026-03-05T14:40'],
    [
      'A: I have Thursday at eleven.',
      "C: Hang on, Thursday I've got the chiropodist at half ten. Anything later on?",
      'A: Twenty to three?',
      "C: Go on then, that's champion.",
    ],
  ],
  [
    'a second one comes beside the first',
    ['2026-03-17T19:00', '2026-03-14T10:00'],
    [
      'A: I have the eleventh at two or the seventeenth at seven in the evening.',
      'C: The seventeenth, for a colour.',
      'A: Seventeenth at seven. Same as before?',
      'C: Yeah, the same.',
      'A: Then there is a patch test. Pop in on the fourteenth, ten in the morning.',
      'C: Sound.',
    ],
  ],
  [
    'cancelled before the time is said',
    ['cancelled 2026-03-09T15:00'],
    [
      "C: Need to call off Monday's appointment. The nail trim, three o'clock.",
      'A: Okay, Monday the ninth at three is off.',
      'C: thank you',
    ],
  ],
  [
    'a time that is only told is not agreed on',
    [],
    ['A: what can I do for you', 'C: my mother is eighty nine on the nineteenth', 'A: lovely, and what is your name'],
  ],
  [
    'a letter after a number is no time',
    [],
    ['A: and that is apartment 5C?', 'C: 5G. G as in golf.', 'A: Corrected, booked.'],
  ],
])('%s', (_, expected, talk) => {
  expect(timesOf(talk)).toEqual(expected);
});
