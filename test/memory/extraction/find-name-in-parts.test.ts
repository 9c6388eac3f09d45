import { describe, expect, it } from 'vitest';
import { findName } from '../../../src/memory/extraction/finders/name/find-name.js';
import { callOf } from './call-of.js';

const nameIn = (lines: string): string | undefined => findName(callOf(lines))[0]?.value;

describe('a name that is said in parts', () => {
  it.each([
    ["c: Hi, it's Padraig, there's a drip. | a: Padraig who? | c: Ó Sé. Like O'Shea.", 'Padraig Ó Sé'],
    [
      "c: Hi, it's Kirsty, I'm in Friday. | a: Kirsty Begbie or Kirsty Muir? | c: Muir. See, I've a question.",
      'Kirsty Muir',
    ],
    [
      "c: hello it's pieter from number twelve | a: hi pieter pieter van der merwe hey | c: no man van niekerk there's ten of us",
      'Pieter van Niekerk',
    ],
    ["a: What's her name? | c: Beryl Tranter. And I'm Craig, same surname.", 'Craig Tranter'],
    [
      "a: what's the name on the voucher | c: it'll say aroha tipene but that's mum i'm ngaire same surname n g a i r e",
      'Ngaire Tipene',
    ],
    ["a: Is that Mr Kettle? | c: No, it's Kettley, with a Y on the end. Graham.", 'Graham Kettley'],
    ["c: Hi Lerato, it's Mrs van Tonder here, Annelie. I had a mani booked.", 'Annelie van Tonder'],
    ["a: And what name is it under? | c: It'll be under Pryce. P-R-Y-C-E. Alan.", 'Alan Pryce'],
    [
      'c: hi its for ana lucia ferreira da costa | a: ana lucia yeah the water damage one | c: yes',
      'Ana Lucia Ferreira da Costa',
    ],
    [
      'c: Engineer Babatunde Okafor. Not Okafor, sorry, my wife is Okafor. I am Babatunde Salami, sir.',
      'Babatunde Salami',
    ],
    [
      'a: whats your name | c: its temi temitope but temi please | a: temi and a surname | c: balogun',
      'Temitope Balogun',
    ],
    ['a: hello is that ken | c: yeah speaking | a: ken ashdown | c: thats me', 'Ken Ashdown'],
    ['c: his stepfather but yes and all that hugo pelletier is my name', 'Hugo Pelletier'],
    ['c: hey good morning dashiell brenner d a s h i e l l youve got me down', 'Dashiell Brenner'],
    ['a: Your name, please. | c: Ayesha. Ayesha with a Y. Malik.', 'Ayesha Malik'],
    ['a: is this mrs alvarez | c: its miss but yeah rosie alvarez', 'Rosie Alvarez'],
    ['c: hey tyrell uh this is loretta may thibodeaux um i got a room', 'Loretta May Thibodeaux'],
    ["a: Mrs. Guidry, is it? | c: It's LeBlanc now, Renee LeBlanc, we got divorced.", 'Renee LeBlanc'],
    ["a: This is Brody, who've I got? | c: You've got Yolanda Baca. A kid came by.", 'Yolanda Baca'],
    ['a: name for the booking | c: tom keating but my wife might have booked it', 'Tom Keating'],
    ["c: my booking tomorrow at one, table for two on the deck, Priyanka Raman. It's fine.", 'Priyanka Raman'],
    ["a: Hello, is that Mrs Okonkwo? It's Adam. | c: Ms, but yes, hello Adam.", 'Okonkwo'],
  ])('%s', (lines, name) => {
    expect(nameIn(lines)).toBe(name);
  });
});

describe("words that are no name of the caller's", () => {
  it.each([
    ['a: Red. Short or long? | c: Short. I have them short always.', undefined],
    [
      'c: Annemarie Kuhlmann here. | a: 31 Glover Street? | c: Grover, like Grover Cleveland. G-R-O.',
      'Annemarie Kuhlmann',
    ],
    ["c: It's Alec Mackie here. | a: Twenty-four Larksfield? | c: No S. Larkfield, as in lark, field.", 'Alec Mackie'],
    ["c: Yeah, Vincent DiNapoli. Policy's four four seven one B as in boy nine.", 'Vincent DiNapoli'],
    ["a: what's the owner's name? | c: It's under my ex, I think, Mathieu Gagnon. I'm Genevieve Roy.", 'Genevieve Roy'],
    ["a: Coverage through your employer? | c: Yes ma'am, I teach third grade, Metro Schools.", undefined],
    ["a: Is this Debra? | c: This is her roommate, she's in the shower.", undefined],
    ['a: how can i help | c: listen can you mark it as urgent please', undefined],
  ])('%s', (lines, name) => {
    expect(nameIn(lines)).toBe(name);
  });
});
