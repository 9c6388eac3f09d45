import { expect, test } from 'vitest';
import { mentionOf } from '../../../src/memory/extraction/finders/appointment/stance/stance.js';
import { findSpokenTimes } from '../../../src/memory/extraction/language/spoken-times.js';
import { callOf } from './call-of.js';

/** What the last time of a turn is there for. */
function stance(said: string): string | undefined {
  const turn = callOf(said).turns[0]!;
  const times = findSpokenTimes(turn.text, { today: '2026-03-02', now: '14:05', country: 'GB' });
  const last = times.at(-1);
  return last && mentionOf(last, turn, times.at(-2)?.end ?? 0, turn.text.length).stance;
}

test.each([
  "c: Saturday I am at my son's",
  'c: Tomorrow I fly to Gdańsk',
  "c: Tuesday I've got chemo",
  "c: I'm a bridesmaid Saturday",
  "c: I'm doing a display tonight",
  'c: I take my son to speech therapy at eight',
  "c: Tomorrow's the livestock auction",
  'c: Thursday is my bridge',
  'c: Friday instead of Thursday',
  "c: I'm working Friday",
  "a: Noon's lunch",
  'a: Thursday is replaced with another day',
  'a: nothing on Thursday',
])('turned down: %s', (said) => {
  expect(stance(said)).toBe('refused');
});

test.each([
  "c: I'll dig his ring number out for you tonight",
  'c: ill borrow one off my mate tonight',
  "c: I'll pop in with it tomorrow",
  "c: I'll drop the form in on Friday",
  "a: you'll get a reminder on Wednesday",
  "a: I'll order the lace this afternoon",
  "a: I'll put the notice to the tenants today",
  'a: Breakfast is from seven',
  'a: we close at six',
  'c: I arrive by train at 22:40',
  'c: I have taken a vow of silence from six this evening until Pentecost',
  "c: it's my birthday that Sunday",
  'c: it started on Sunday',
])('something else: %s', (said) => {
  expect(stance(said)).toBe('aside');
});

test.each([
  "c: I'm free on Friday",
  'c: Saturday I could manage',
  "c: I'll come on Thursday",
  "c: I'll pop in on Thursday",
  "c: Tuesday I'm off",
  'a: Half eight tomorrow, before surgery opens',
  "a: I'll put you in for Thursday",
  'a: I could start at ten',
  'a: I was thinking Thursday the ninth',
  'c: Friday suits me',
])('a slot: %s', (said) => {
  expect(stance(said)).toBe('slot');
});

test.each([
  "c: I've got box braids with you on Thursday",
  "c: I have a two o'clock",
  'c: we were supposed to check in tomorrow',
  "a: there's a color consult here on Tuesday",
  "a: I can see you're down for a visit on Tuesday",
])('in the diary: %s', (said) => {
  expect(stance(said)).toBe('booked');
});
