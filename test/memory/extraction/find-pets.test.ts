import { describe, expect, it } from 'vitest';
import { findPets } from '../../../src/memory/extraction/finders/pet/find-pets.js';
import { callOf } from './call-of.js';

const petsIn = (lines: string): readonly string[] => findPets(callOf(lines)).map(({ value }) => value);

describe("the caller's pets", () => {
  it.each([
    ['our dog Rex has a limp', ['dog Rex']],
    ["Rex, he's a labrador", ['dog Rex']],
    ['my cat Dumpling this afternoon at four', ['cat Dumpling']],
    ["I've two cats registered with you, Bonnie and Clyde.", ['cat Bonnie', 'cat Clyde']],
    ["uh my dog ate a whole pan of brownies last night. He's a lab, his name's Moose", ['dog Moose']],
    ["my parrot Captain's been pulling his feathers out", ['parrot Captain']],
    ["we've got a house rabbit called Mopsy, is that all right?", ['rabbit Mopsy']],
    ["it's a ball python, Monty, I know", []],
    ["we've got two beagles, Copper and Todd. And a garden", ['dog Copper', 'dog Todd']],
    ['And tell him to mind the cat, she bolts. Pickles.', ['cat Pickles']],
    ["theres a big dog out the back, Diesel, he's a kelpie", ['dog Diesel']],
    ["I'm Siobhan and she's Pretzel, a dachshund, four months", ['dog Pretzel']],
    ["a: What's your dog's name? | c: biscuit", ['dog Biscuit']],
    ['a: What kinda dog? | c: a Newfie. Bear. Sheds a lot', ['dog Bear']],
    ['my dog is limping | a: what is his name | c: Rex', ['dog Rex']],
    ['can I bring my dog', ['dog']],
    ['my hamster', ['hamster']],
  ])('%s', (lines, pets) => {
    expect(petsIn(lines)).toEqual(pets);
  });

  it.each([
    ["the neighbour's dog barks"],
    ["my neighbour's dog Rex barks"],
    ['do you sell dog food'],
    ["I'm allergic to cats"],
    ['we used to have a dog'],
    ['a: Do you still have the dog? | c: Biscuit? He passed away in the spring'],
    ['are dogs allowed'],
    ["I'm not a dog person"],
    ['if I had a dog'],
    ['my dog groomer is great'],
  ])('%s', (lines) => {
    expect(petsIn(lines)).toEqual([]);
  });
});
