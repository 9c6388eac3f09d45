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
    ["it's a ball python, Monty, I know", ['ball python Monty']],
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

describe('names of pets, in the places where people put them', () => {
  it.each([
    ["I've got an Irish setter called Brandy", ['dog Brandy']],
    ["There's just Brandy and the tortoise, Herbert.", ['tortoise Herbert']],
    ['Only Siani the budgie.', ['budgie Siani']],
    ["My what? He's a husky. Balto. And he's thirteen.", ['dog Balto']],
    ["I've twa Highland ponies, Heather and Thistle, so shut the gate.", ['pony Heather', 'pony Thistle']],
    ['the dog will bark but shes only a pup Sceolan shes called', ['dog Sceolan']],
    ['its my blue heeler | a: how bad is it | c: hes a tough little booger names tater', ['dog Tater']],
    ["a: What has happened to the rabbit? | c: Snowy, he's called.", ['rabbit Snowy']],
    ['I see Dr Shah with the guinea pigs, Salt and Pepper, on Monday', ['guinea pig Salt', 'guinea pig Pepper']],
    ['just me and the budgie, sweep, he doesnae smoke', ['budgie Sweep']],
    ["a: Dot the kelpie? | c: That's her.", ['dog Dot']],
    ["a: Is Biscuit a beagle? | c: No ma'am, he's a cat.", ['cat Biscuit']],
    ['its about our rabbit clover shes not eating', ['rabbit Clover']],
    ['a tabby, name of Biscuit', ['cat Biscuit']],
    ["the dog's Bruno", ['dog Bruno']],
    ["our dog's called Bruno and the cat is Misty", ['dog Bruno', 'cat Misty']],
    ['What I have is one parrot, Solomon.', ['parrot Solomon']],
    ["No pets. The last place would've let me keep a lizard, imagine.", []],
    ['unit C as in cat, Tacoma', []],
    ["Name's Wren, like the bird, Wren Halvorsen", []],
    ['up to Lizard Island for her fiftieth', []],
    ["My housemate's axolotl is fine", []],
    ["my sister's dog Alfie", []],
  ])('%s', (lines, pets) => {
    expect(petsIn(lines)).toEqual(pets);
  });
});

describe('pets whose kind is said apart from the name', () => {
  it.each([
    ["Just warn him about Buster. He's an old staffie, all bark.", ['dog Buster']],
    ['a: what are they called | c: rolo and twix theyre both cockapoos', ['dog Rolo', 'dog Twix']],
    ["a: And Luna's a cat, is she? | c: No, she's a lurcher.", ['dog Luna']],
    [
      'its about biscuit shes due her booster | a: biscuit is that the cocker spaniel | c: thats the one yeah',
      ['dog Biscuit'],
    ],
    ["It's the parrot, nail trim. | a: Everything all right with Kiwi? | c: Kiwi's doing good.", ['parrot Kiwi']],
    ['our new puppy arrives saturday we are calling her Nutmeg', ['dog Nutmeg']],
    ["there's a very loud beagle in the kitchen, she answers to Peggy", ['dog Peggy']],
    ['I shall have with me Admiral Byng, who is a parrot', ['parrot Admiral Byng']],
    ["Will he mind a ferret? Her name's Madame Vestris.", ['ferret Madame Vestris']],
    ["So Ranger ate rat poison. Ranger's my heeler.", ['dog Ranger']],
    ['I have a cockatiel and a budgie, Sunny and Blue', ['cockatiel Sunny', 'budgie Blue']],
    ["Pangur is the housekeeper's. | a: The cat? | c: Mine is Augustine.", ['cat Augustine']],
    ["I've two dogs up here Bossy and Mo but Mo goes with the job he's not mine", ['dog Bossy']],
    ['a: how is he | c: my parrot Captain', ['parrot Captain']],
  ])('%s', (lines, pets) => {
    expect(petsIn(lines)).toEqual(pets);
  });

  it.each([
    ["It has a duck's head. Mallard."],
    ["a: Ha, what's he called? A dog? | c: Beelzebub. He belongs to the gardener."],
    ["I found a stray cat in my garden. We've been calling him Ginger."],
    ["I look after my sister's spaniel while she's away"],
    ['a: Riverside Vets | c: it is about my cat'],
  ])('%s', (lines) => {
    expect(petsIn(lines)).toEqual([]);
  });
});

describe('pets that the other side names, or an answer does', () => {
  it.each([
    [
      'with the guinea pigs | a: oh yes pip and pepper how are they | c: pips great',
      ['guinea pig Pip', 'guinea pig Pepper'],
    ],
    ["a: And how's the rabbit? | c: Retired, bless her. Houdina's on my knee.", ['rabbit Houdina']],
    ['a: is the goat still about? | c: Clementine? She is tied up.', ['goat Clementine']],
    ['a: are you bringing the dog | c: no trixies at my mums shes too old', ['dog Trixie']],
    ['a: any pets? | c: two cats. Pierogi and Luna. they are indoor', ['cat Pierogi', 'cat Luna']],
    ['a: hello | c: hi | a: any pets | c: a goldfish if that counts', ['goldfish']],
    ['a: any pets | c: no we had a cat', []],
    ['a: any pets | c: The cat went to my sister.', []],
    ["Yes, mind the dog though. He's soft as butter, old Benny.", ['dog Benny']],
    ["Don't mind the dogs, they're all bark. Chato and Luna.", ['dog Chato', 'dog Luna']],
    ["I've two in tomorrow for boosters, Pickle and Mustard, the cats.", ['cat Mustard', 'cat Pickle']],
    ['Do keep the spaniel in mind, Biscuit comes everywhere with me.', ['dog Biscuit']],
    ['a: hello | c: hi | a: is that a tortoise called Hubert? | c: Hubert, yes', ['tortoise Hubert']],
    [
      "a: vets | c: it's Ewa Nowicka about my cat | a: Luna, is it? | c: Luna was the old one, she died in spring. This is Pusia.",
      ['cat Pusia'],
    ],
    ["I'm calling for the results from Pistache. It's a cat.", ['cat Pistache']],
  ])('%s', (lines, pets) => {
    expect(petsIn(lines)).toEqual(pets);
  });

  it.each([
    ['a: Hill Vets | c: it is about my cat | a: Poor thing. Is she registered? | c: she is'],
    ['a: Hill Vets | c: it is about my cat | a: Is it easier in Polish? Kasia is in today. | c: Kasia would help me'],
    ['a: hill vets | c: my horses are jumpy | a: understood ill tell her | c: if she has to'],
    ["about the parrot | a: Kiki, right? | c: Kiki is Amma's bird, ya."],
    ['We lost the Labrador, Bramble, just before Christmas.'],
    ["Mum, the budgie was Mum's."],
    ["It's under my ex, Mathieu Gagnon. But she's a cat person."],
  ])('%s', (lines) => {
    expect(petsIn(lines).filter((pet) => pet.includes(' '))).toEqual([]);
  });
});
