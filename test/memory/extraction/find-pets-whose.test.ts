import { describe, expect, it } from 'vitest';
import { findPets } from '../../../src/memory/extraction/finders/pet/find-pets.js';
import { callOf } from './call-of.js';

const petsIn = (lines: string): readonly string[] =>
  findPets(callOf(lines, { country: 'GB' }))
    .map(({ value }) => value)
    .toSorted();

describe('animals whose name stands apart from the kind', () => {
  it.each([
    ["we've just got a budgie, blue one, me daughter calls it mister beaky", ['budgie Mister Beaky']],
    ["I can go home and get my cat if he freaks out, tater's a mess when I'm gone", ['cat Tater']],
    ['theres a sheepdog in the yard shep he wont touch him', ['dog Shep']],
    ["It's just me and the parakeet. Morty.", ['parakeet Morty']],
    [
      'a: How many dogs, sir? | c: Two. Bruno and Simba. There was a third, Lucky, but Lucky died in March.',
      ['dog Bruno', 'dog Simba'],
    ],
    [
      'I need to get the dogs their jabs | a: which dogs you still got | c: just the two now scout and junebug',
      ['dog Junebug', 'dog Scout'],
    ],
    ['Since Harold passed it is just me and the budgie.', ['budgie']],
  ])('%s', (lines, pets) => {
    expect(petsIn(lines)).toEqual(pets);
  });
});

describe("somebody else's animals, and none", () => {
  it.each([
    ["I'm looking after a rabbit for ma neighbour. | a: What's the rabbit called? | c: Thumper."],
    ["I'm minding a dog this week. | a: What's his name? | c: Bruno."],
    ["That works, I'm home from the lab Thursdays by three."],
    ['hi um i want to change my address and add the new dog'],
  ])('%s', (lines) => {
    expect(petsIn(lines).filter((one) => one.includes(' '))).toEqual([]);
  });
});
