import { expect, test } from 'vitest';
import { wrongArrows } from '../scripts/import-direction.js';

test('rooms import only the rooms they may', () => {
  expect(wrongArrows()).toEqual([]);
});
