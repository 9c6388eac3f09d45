import { describe, expect, it } from 'vitest';
import { findAllergies } from '../../../src/memory/extraction/finders/find-allergies.js';
import { findConditions } from '../../../src/memory/extraction/finders/find-conditions.js';
import { findWishes } from '../../../src/memory/extraction/finders/find-wishes.js';
import { readOf } from './calls.js';

type Row = readonly [lines: readonly string[], found: readonly string[]];

function foundIn(lines: readonly string[]): readonly string[] {
  const call = readOf(...lines);
  return [findWishes, findAllergies, findConditions]
    .flatMap((find) => find(call))
    .map(({ predicate, value }) => `${predicate} ${value}`)
    .toSorted();
}

function table(rows: readonly Row[]): void {
  it.each(rows)('%j', (lines, found) => expect(foundIn(lines)).toEqual(found.toSorted()));
}

describe('a liking that lasts by where, when or how often it is asked for', () => {
  table([
    [['Always a booth if there is one going, please.'], ['prefers booth']],
    [['i take decaf always i got a heart murmur'], ['prefers decaf', 'condition heart murmur']],
    [['I always take one large bed.'], ['prefers one large bed']],
    [['agent: who you want', 'mimi always mimi'], ['prefers mimi']],
    [["Ten thirty with Bettye, sugar. She's who I always ask for."], ['prefers Bettye']],
    [
      ['And please, a room that is far from the lift. I am a light sleeper, every hotel I ask for this.'],
      ['prefers room that is far from the lift'],
    ],
    [['i just like to be close to the elevator anywhere i go'], ['prefers being close to the elevator']],
    [
      ['in general I like to try an instrument when the shop is empty'],
      ['prefers trying an instrument when the shop is empty'],
    ],
    [["I've always been fond of oak."], ['prefers oak']],
    [['I only want Park working on me, nobody else.'], ['prefers Park working on me']],
    [["So it's got to be automatic from here on."], ['prefers automatic']],
    [['I like it done with the water thing'], ['prefers done with the water']],
    [['No car, I go always with train.'], ['prefers train']],
    [['Vegetarian twenty years.'], ['prefers vegetarian food']],
    [['I talk to Dr Green always, he knows me'], []],
  ]);
});

describe('no liking', () => {
  table([
    [["It's a sort of clunk every time I turn left"], []],
    [['The thing sticks every time it rains.'], []],
    [['agent: Still tender-headed?', 'Girl, always.'], []],
    [['I like getting it over with early'], []],
    [['not before ten i like my lie in'], []],
    [["We always go to my sister's."], []],
    [['I know, I always get a text'], []],
    [['agent: Whenever you like before twelve.', 'Brilliant.'], []],
    [['Mornings only?'], []],
    [['From the eleventh, and three nights only.'], []],
    [['This once I pay on Thursday. After that, as usual.'], []],
    [['i have it on paper at home i will email it'], []],
    [['hi my name is pavel', 'agent: Paul?', 'pavel always pavel'], []],
    [['eleven years always she was healthy'], []],
  ]);
});

describe('how one wants to be reached, with the reason', () => {
  table([
    [['magic and could yous just text me i never open letters'], ['dislikes letters', 'prefers texts']],
    [['Use e-mail, please, I never hear my phone in class.'], ['prefers emails']],
    [['Texts are what I read.'], ['prefers texts']],
    [['WhatsApp better than call for me'], ['prefers WhatsApp rather than calls']],
    [['To me you send everything with the post, I have no computer.'], ['prefers everything by post']],
    [["just don't text cause I can't read the bloody things"], ['dislikes texts']],
    [["And text is useless, I'm a landline man."], ['dislikes texts', 'prefers landline man']],
    [["Don't put me on the newsletter please, I never read that stuff"], ['dislikes newsletters']],
    [["Please call me back, I can't hear you"], []],
    [['Just text me the address, I never found it'], []],
  ]);
});

describe('what is refused for good, with the reason', () => {
  table([
    [['And no chilli for me, I have an ulcer.'], ['dislikes chilli', 'condition ulcer']],
    [['And nah, none of that truffle butter, it stinks.'], ['dislikes truffle butter']],
    [['I want nothing with gloss, gloss shows every finger.'], ['dislikes gloss']],
    [['oh heavens no keep me away from any music'], ['dislikes music']],
    [['never put coriander on anything I eat'], ['dislikes coriander']],
    [["And fluoride, I don't want that."], ['dislikes fluoride']],
    [['its blue cheese i cannae abide'], ['dislikes blue cheese']],
    [['Spa I never use.'], ['dislikes spa']],
    [["please don't call me Captain, my wife does that"], ['dislikes being called Captain']],
    [["I'm scared to death of the drill"], ['dislikes drill']],
    [["I'm scared of the bill"], []],
    [["I don't care for all that e-mail."], ['dislikes e-mail']],
    [["And I've gone off gel completely, I won't have it any more."], ['dislikes gel completely']],
    [['Oh, no offence to Kayla, but I only ever go to Sela.'], ['prefers Sela']],
    [['agent: would you like our newsletter', 'god no i hate those'], ['dislikes newsletter']],
    [['no can you make them foam i get a rash from feathers'], ['allergy feathers']],
    [["I've the coeliac now so no bread for me ever"], ['condition coeliac disease']],
    [["I don't like to wait"], []],
    [['i dont do three floors'], []],
    [['and renata is not keen on main roads'], []],
    [["I'm off dairy at the moment"], []],
    [['Tuesdays are out till Christmas'], []],
    [['no sorry afternoons, I prefer afternoons'], ['prefers afternoons']],
  ]);
});

describe('whose allergy or illness it is', () => {
  table([
    [['theres one vegan thats craig and one nut allergy thats fiona'], []],
    [['Aiden is the one with the nut allergy, you have that.'], []],
    [["codeine makes me queasy but I wouldn't call that an allergy"], []],
    [["Ta. And put down that I'm allergic to latex."], ['allergy latex']],
    [['penicillin brings me out in hives'], ['allergy penicillin']],
    [['from eggs I have a strong allergy'], ['allergy eggs']],
    [["Don't let him use any of that citrus cleaner, it's the one thing I'm allergic to"], ['allergy citrus cleaner']],
    [['agent: It has a latex layer.', "I'm allergic to latex. As long as it's not latex."], ['allergy latex']],
    [['agent: Any allergies?', 'Me, shellfish. She eats anything.'], ['allergy shellfish']],
    [['But the ulcer there is not me, it is my brother that has ulcer.'], []],
    [['Sciatica was what they called it before the MRI.'], []],
    [["My wife's still got headaches"], []],
    [['one vegan one coeliac and im fine with anything'], []],
    [["I'm in bed by nine."], []],
    [
      ['agent: Are you still on the blood thinner?', 'Yeah, for the afib.'],
      ['condition atrial fibrillation', 'condition on blood thinner'],
    ],
    [['I was put on tablets for blood pressure in June'], ['condition high blood pressure']],
    [["I've no sense of smell myself"], ['condition no sense of smell']],
    [['they think im prediabetic'], ['condition prediabetes']],
    [["I've gone deaf in the left ear"], ['condition deaf in the left ear']],
  ]);
});

describe('what was not said whole, or is no thing, is nothing', () => {
  table([
    [['I like being early, and I always have the phone on me.'], ['prefers being early']],
    [["Mornings. I don't like to drive when it's getting dark."], []],
    [["I don't like eating so late dear"], []],
    [["I don't like eating, and I never did."], ['dislikes eating']],
    [['I quit that the first night. It makes me sick to my stomach.'], []],
    [["Can you put us up a bit higher? I can't stand it."], []],
  ]);
});
