import { expect, test } from 'vitest';
import { findAppointments } from '../../../src/memory/extraction/finders/appointment/appointment.js';
import { isMeant } from '../../../src/memory/extraction/finders/appointment/meant-purpose.js';
import { readCall } from '../../../src/memory/extraction/read-call.js';

test.each([
  ['dinner', 'A table for dinner on Friday', true],
  ['dinner', 'Dinner on Thursday please', true],
  ['dinner', "I'm in the middle of dinner, but go ahead", false],
  ['lunch', 'Monday lunch is tight', false],
  ['door', 'The back door is stuck', true],
  ['door', "I'll be at the side door", false],
  ['window', 'I would like the seat by the window', false],
  ['call', 'Could you book me a call with an adviser', true],
  ['call', 'I missed a call from you', false],
  ['stay', 'So we stay home', false],
  ['stay', 'A stay of two nights', true],
  ['filling', 'He lost a filling', true],
])('"%s" in "%s" is what one comes for: %s', (word, sentence, expected) => {
  expect(isMeant(word, sentence)).toBe(expected);
});

test.each([
  [
    'what the call is about, not what the caller does then',
    '2026-03-10T16:50 filling',
    [
      'A: Paddington Smiles.',
      'C: My filling fell out, have you got anything next week?',
      'A: Monday the ninth at twelve ten or Tuesday the tenth at ten to five?',
      'C: Monday lunch is tight. Tuesday.',
      "A: Tuesday the tenth at ten to five, you're booked in.",
    ],
  ],
  [
    'nothing rather than what the business is called',
    '2026-03-05T15:00',
    ['A: Lakeside Nails and Spa.', 'C: Can I come in on Thursday?', 'A: Thursday at three?', 'C: Perfect.'],
  ],
])('an appointment says %s', (_, expected, talk) => {
  const turns = talk.map((line) => ({
    speaker: line.startsWith('A:') ? ('agent' as const) : ('caller' as const),
    text: line.slice(3),
  }));
  const call = readCall({ turns, startedAt: '2026-03-02T14:05:00.000Z', timeZone: 'Europe/London', country: 'GB' });
  expect(findAppointments(call).map(({ value }) => value)).toEqual([expected]);
});
