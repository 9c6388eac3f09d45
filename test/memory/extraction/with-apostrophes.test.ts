import { expect, test } from 'vitest';
import { withApostrophes } from '../../../src/memory/extraction/language/with-apostrophes.js';

test.each([
  ['thats fine dont worry', "that's fine don't worry"],
  ['cant you do any earlier', "can't you do any earlier"],
  ['youre in', "you're in"],
  ['thatll do', "that'll do"],
  ['ive got it', "i've got it"],
  ['its grand', "it's grand"],
  ['its name is Rex', 'its name is Rex'],
  ['ill be well as we were', 'ill be well as we were'],
  ['That’s it', "That's it"],
])('%j is %j', (said, whole) => {
  expect(withApostrophes(said)).toBe(whole);
});
