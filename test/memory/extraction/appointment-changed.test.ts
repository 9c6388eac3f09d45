import { expect, test } from 'vitest';
import { timesOf } from './appointment-times.js';

test.each<[string, readonly string[], readonly string[]]>([
  [
    'the business offers to take it off',
    ['cancelled 2026-03-20'],
    [
      'A: Hello, Seaview Hotel.',
      "C: Hi, I have a booking under Marsh for the twentieth of March and I'm afraid we won't need it any longer.",
      'A: Sorry to hear that. Shall I take it off the system?',
      'C: Please do.',
      "A: That's all done. You'll see the refund by Friday.",
      'C: Thanks very much.',
    ],
  ],
  [
    'moved after days that are ruled out',
    ['2026-03-10T17:30'],
    [
      'A: Shear Bliss.',
      "C: Hi, I'm in on Friday at four with Gemma, can I make it a bit later?",
      'A: Gemma finishes at five on Fridays. Saturday at ten?',
      "C: Saturday's my niece's christening. Monday?",
      "A: She's off Mondays. Tuesday at half five?",
      'C: Go on then, Tuesday half five.',
      'A: Done, moved you to Tuesday.',
    ],
  ],
  [
    'kept after all, for the fee',
    ['2026-03-03T14:00'],
    [
      'A: Bloom Spa.',
      "C: I need to cancel my massage tomorrow, I've come down with something.",
      "A: Sorry to hear it. That's the two o'clock with Ana. There's a fifty percent fee within twenty four hours.",
      "C: Oh. Then I'll keep it, I'll dose myself up.",
      'A: No problem, see you tomorrow at two.',
    ],
  ],
  [
    'the same time on the day after',
    ['2026-03-12T08:45'],
    [
      'A: Green Vet, Sam here.',
      "C: I'm calling to check when my cat's jabs are.",
      'A: Let me look. Luna is in on the eleventh at quarter to nine.',
      "C: Ah, I can't do the eleventh. Could we do the same time on the twelfth?",
      "A: The twelfth at quarter to nine is free, I've swapped it.",
      'C: Thank you.',
    ],
  ],
  [
    'in the week that was spoken of',
    ['2026-03-11T16:30'],
    [
      'A: County Insurance.',
      'C: Someone was meant to inspect my roof on Monday the ninth at eleven, I want to change that.',
      'A: OK, what suits?',
      'C: Any day that week after four.',
      'A: Wednesday at half past four?',
      'C: Works for me.',
      'A: All changed.',
    ],
  ],
  [
    'left as it is',
    ['2026-03-02T20:00'],
    [
      'A: Harbour Grill.',
      "C: Hello, we've dinner booked tonight at eight, table for two under Quinn. Any chance you could do seven thirty?",
      "A: I'm sorry, we're full at half seven. I could squeeze you in at nine or leave it at eight.",
      'C: Leave it at eight so.',
      'A: See you at eight.',
    ],
  ],
  [
    'a move that is not possible leaves it on the day',
    ['2026-03-06T20:00'],
    [
      "A: Mario's.",
      "C: Can I move my booking from Friday to Saturday? It's for eight people at eight.",
      "A: Saturday at eight I can't do. Nine?",
      'C: No, leave it on the Friday then.',
      'A: No problem, Friday at eight it stays.',
    ],
  ],
  [
    'stuck on the way, and put off to the day after',
    ['2026-03-03T10:00'],
    [
      'A: Lakeside Vets.',
      "C: Hi there, I've an appointment for Milo at four today but I'm stuck on the motorway.",
      "A: Don't worry. How long will you be?",
      'C: An hour at least.',
      'A: Then shall we say tomorrow at ten instead?',
      "C: That'd be great, thanks.",
      "A: I've moved him.",
    ],
  ],
])('%s', (_, expected, talk) => {
  expect(timesOf(talk)).toEqual(expected);
});
