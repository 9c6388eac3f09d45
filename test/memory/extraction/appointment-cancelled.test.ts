import { expect, test } from 'vitest';
import {
  cancelsIn,
  isCancelledBy,
  isCancelOffered,
} from '../../../src/memory/extraction/finders/appointment/cancel-words.js';

test.each([
  'I want to cancel my appointment',
  'cancel the facial please',
  'I need it cancelled',
  'Scrap it',
  'Do away with it',
  "I'm to tell you it can't go ahead",
  'yes, kill it',
  'call it off',
])('cancels what was spoken of: %s', (text) => {
  expect(cancelsIn(text, true)).toBe(true);
});

test.each([
  'Her train was cancelled',
  'they cancelled on me',
  "I don't want to cancel",
  'if I have to cancel, is there a fee',
  'what is your cancellation policy',
  'please cancel my subscription',
  'I want to cancel the order',
  'my flight got cancelled',
])('cancels nothing: %s', (text) => {
  expect(cancelsIn(text, true)).toBe(false);
});

test('other words cancel only what was spoken of', () => {
  expect(cancelsIn('bin it', false)).toBe(false);
});

test('the business offers to cancel, or does', () => {
  expect(isCancelOffered('do you want me to take off the dinner?')).toBe(true);
  expect(isCancelOffered('do you want the dinner?')).toBe(false);
  expect(isCancelledBy("So cancel the twelfth. D'you want another visit?", true)).toBe(true);
  expect(isCancelledBy('Should I cancel the twelfth?', true)).toBe(false);
});
