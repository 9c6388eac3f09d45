import { describe, expect, it } from 'vitest';
import { findName } from '../../../src/memory/extraction/finders/name/find-name.js';
import { callOf } from './call-of.js';

const nameIn = (lines: string): string | undefined => findName(callOf(lines))[0]?.value;

describe('the other part of a name of one word', () => {
  it.each([
    // Said again, with the rest of it.
    ["a: who's this please | c: it's ted, ted gotobed, that's a real name", 'Ted Gotobed'],
    ['c: hi its aroha from the bakery | a: is that aroha taylor | c: tipene aroha tipene', 'Aroha Tipene'],
    // The given name behind the surname.
    ["c: It's Mr. Kowalczyk in flat nine. Leonard. I got your letter.", 'Leonard Kowalczyk'],
    ["a: lovely what was the name | c: hollingworth i'm sheila and my husband derek booked it", 'Sheila Hollingworth'],
    ["c: Hello, it's Mrs. Kowalczyk about my boiler. Your man Leonard was here.", 'Kowalczyk'],
    // In letters.
    [
      'c: Hello, my name is Tomasz, about the flat. | a: What is your email? | c: tomasz dot wilk at mail dot com, Wilk is W-I-L-K, that is my surname.',
      'Tomasz Wilk',
    ],
    ["a: policy name | c: i'm rick and it's my wife jolene, friesen f r i e s e n", 'Rick Friesen'],
    ['c: Hi, this is Rick. My son Aiden Doyle, D-O-Y-L-E, is coming in.', 'Rick'],
    // The agent has the whole name, and the caller takes it.
    ["c: Hiya, it's Mhairi, I want to cancel. | a: Mhairi Buchan, Friday at four? | c: That's me.", 'Mhairi Buchan'],
    ['c: A booking under Petraitis. | a: Rasa Petraitis, a double? | c: Yes, Rasa.', 'Rasa Petraitis'],
    ["c: Hi, it's Mhairi. | a: Mhairi Buchan? | c: No, another one.", 'Mhairi'],
    // Read aloud with a title, or alone, and the business calls the caller so.
    [
      "c: we've been coming to you every august for oh it must be twenty two years now, mrs penhale-wright | a: Of course, Mrs Penhale-Wright. And your first name? | c: winifred. I shall want collecting",
      'Winifred Penhale-Wright',
    ],
    [
      "c: My door is stuck. The house is mine now. Mackintosh-Reid. | a: I've a Hamish Mackintosh-Reid? | c: That was Dad. I'm Flora.",
      'Flora Mackintosh-Reid',
    ],
  ])('%s', (lines, name) => {
    expect(nameIn(lines)).toBe(name);
  });
});

describe('names of several parts', () => {
  it.each([
    [
      "a: are you a patient here | c: I am it's emmanuelle tremblay roy you'd have it with a hyphen",
      'Emmanuelle Tremblay-Roy',
    ],
    ['a: is this maria? | c: yes hi uh this is maria fernanda castillo ruiz', 'Maria Fernanda Castillo Ruiz'],
    ['a: Your name please? | c: Farah. Farah binte Ismail. I-S-M-A-I-L.', 'Farah binte Ismail'],
    ["it's sean óg o malley of the butchers", "Sean Óg O'Malley"],
    ["Ciarán, how's it going, Dermot Uí... no, sorry, Dermot Hickey here.", 'Dermot Hickey'],
    [
      "a: who am i speaking with | c: this is his mom brittany and my last name's different it's marsh",
      'Brittany Marsh',
    ],
    ['my name is engineer tunde adebayo-cole I am calling concerning my motor', 'Tunde Adebayo-Cole'],
  ])('%s', (lines, name) => {
    expect(nameIn(lines)).toBe(name);
  });
});

describe('letters that correct a name, and letters that do not', () => {
  it.each([
    ['a: under? | c: Danielle Wojcik. W-O-J-C-I-K. Everybody spells it with a V.', 'Danielle Wojcik'],
    ['a: last name again? | c: Orlova me. O-R-L-O-V, and A at the end.', 'Orlova'],
    [
      "a: under Wendell Tuttle, correct? | c: That's right. | a: Anything else? | c: You might spell my name right, it's W-E-N-D-E-L, one L.",
      'Wendel Tuttle',
    ],
  ])('%s', (lines, name) => {
    expect(nameIn(lines)).toBe(name);
  });
});

describe('half a name is none', () => {
  it.each([
    // The surname was asked for, and something came that is not understood.
    ["Hi, it's Sarah. | a: And your surname? | c: same as on the thing I sent you", undefined],
    ["Hi, it's Sarah. | a: Can you spell that for me? | c: P R Z Y B Y L A", undefined],
    ["Hi, it's Sarah. | a: And your surname? | c: No, just Sarah.", 'Sarah'],
    ["Hi, it's Sarah. | a: And your e-mail? | c: s dot w at mail dot com", 'Sarah'],
  ])('%s', (lines, name) => {
    expect(nameIn(lines)).toBe(name);
  });
});

describe('somebody else is named', () => {
  it.each([
    ["c: the name's Okafor. | a: Ms Okafor, thanks. I've Ben Okafor here | c: yes that's my husband", 'Okafor'],
    ["it's for anna smith she's my boss", undefined],
    [
      "c: It's Dr. Oyelaran-Price. My son has his brace check on Monday. | a: Is that Kit? | c: Kit, yes.",
      'Oyelaran-Price',
    ],
    ["c: hello it's Bernadette at the convent | a: Hassan isn't in, it'll be Pete | c: well Pete it is", 'Bernadette'],
    [
      'c: here is agnieszka wrona | a: Hello! | c: it is baltrans logistics not wrona private, by mail',
      'Agnieszka Wrona',
    ],
    ['Yeah hi, I got water through the ceiling. Kevin Doherty. My wife called yesterday.', 'Kevin Doherty'],
    ["a: who's travelling? | c: Myself, Roger Whitcombe, and my partner, Alan Pryce.", 'Roger Whitcombe'],
  ])('%s', (lines, name) => {
    expect(nameIn(lines)).toBe(name);
  });
});
