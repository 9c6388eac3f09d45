import { expect, it } from 'vitest';
import { findAppointments } from '../../../src/memory/extraction/finders/appointment/appointment.js';
import { callOf } from './call-of.js';

const CALLS = [
  "a: You're down for Friday at three o'clock. | c: I can't do Friday, it'll have to be Monday | a: Monday at three o'clock then, you're booked",
  "a: I've Tuesday at nine. | c: That's my bingo. Wednesday at two o'clock? | a: That's fine.",
  "c: I'm due for a jab on the twelfth at ten, I won't be coming, can you cancel it? | a: That's cancelled.",
  "a: We've Thursday at half past four | c: I'd rather Friday at noon | a: No problem.",
];

it.each(CALLS)('finds the same appointments with curly signs: %s', (lines) => {
  const stamps = (said: string): string[] =>
    findAppointments(callOf(said)).map(({ value, turn }) => `${value} ${turn}`);
  expect(stamps(lines)).not.toEqual([]);
  expect(stamps(lines.replaceAll("'", '’'))).toEqual(stamps(lines));
});

it('quotes what was said as it stands in the turn', () => {
  const call = callOf('a: We have Friday at 3 o’clock. | c: That’s grand, book it.');
  expect(findAppointments(call).map(({ turn, quote }) => [turn, quote])).toEqual([[0, 'Friday at 3 o’clock']]);
});
