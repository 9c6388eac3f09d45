import { describe, expect, it } from 'vitest';
import { findName } from '../../../src/memory/extraction/finders/name/find-name.js';
import { callOf } from './call-of.js';

const nameIn = (lines: string): string | undefined => findName(callOf(lines))[0]?.value;

describe('a name that stands by itself', () => {
  it.each([
    [
      "a: Prairie Smiles, this is Joelle. | c: Mornin', Joelle. Arne Gustafson out by Northfield. I got a crown",
      'Arne Gustafson',
    ],
    [
      'a: Bluebird Diner, Sal. | c: Yeah, Sal, Vinnie DeStefano, DeStefano and Sons Paving. I want the usual.',
      'Vinnie DeStefano',
    ],
    [
      "a: good evening | c: Good evening. We've stayed with you eleven summers. Beresford. Canon Lionel Beresford.",
      'Lionel Beresford',
    ],
    ["a: hello | c: I'm ringing about the flat. I'm the executor. Hugh Abernethy.", 'Hugh Abernethy'],
    [
      'a: hello | c: I am calling for my boss, Chief Emeka Nwosu. I am his personal assistant, Folasade Adebayo-Cole.',
      'Folasade Adebayo-Cole',
    ],
    [
      'a: thanks for calling, this is Devon | c: Devon, good morning. This is Reverend Otis T. Hargrove, policy ends in 4471.',
      'Otis T. Hargrove',
    ],
    [
      "a: Acme plumbing Dave speaking | c: Dave, hi, how are you doing, it's Lakshmi Narayanan, I called last week",
      'Lakshmi Narayanan',
    ],
    ['a: Acme plumbing Dave speaking | c: alright dave mate its only me steve from the chippy', 'Steve'],
    [
      'a: reservations, Felix speaking. | c: Good afternoon Felix, Anand Venkataraman this side. I want a room',
      'Anand Venkataraman',
    ],
    ['a: hello | c: Good morning, here is Jürgen Wiesner from the company Altmann', 'Jürgen Wiesner'],
    ['a: Bella Salon | c: This is Detective Maria Lopez with the county', 'Maria Lopez'],
    ['a: hi | c: this is Marisol Fuentes de la Cruz the tenant', 'Marisol Fuentes de la Cruz'],
    ["a: hi | c: it's wee Sinéad Mac Giolla Bhríde. I've a colour booked", 'Sinéad Mac Giolla Bhríde'],
    ["a: hi | c: Hi, I'm Ted, I'm calling about my mum Brenda Walsh", 'Ted'],
  ])('%s', (lines, name) => {
    expect(nameIn(lines)).toBe(name);
  });

  it.each([
    ["a: hello | c: My neighbour's here. Tom Baker. He says the water is off."],
    ["a: hello | c: I'd like to see Dr. Lee. My husband, Tom Baker, saw him last week."],
    ['a: hello | c: hello i would like to speak with doctor anita patel please'],
    ['a: Bella Salon | c: hi there I was wondering if Tony Ricci is in on Friday'],
    ["a: Tell me the name on the account | c: It's my wife's account, Helen Frost"],
    ['a: email? | c: copy to me also. harbhajan dot gill at example dot com'],
  ])('%s', (lines) => {
    expect(nameIn(lines)).toBeUndefined();
  });
});

describe('a name in parts and answers', () => {
  it.each([
    ['a: Name and where are you? | c: Kowalski, Ed. Scranton, 630 Prospect, second floor', 'Ed Kowalski'],
    ["a: your last name? | c: the surname's Katz | a: first? | c: Miriam", 'Miriam Katz'],
    ["a: hello | c: hi, Okafor's the surname, Ada's my first name", 'Ada Okafor'],
    ['a: may i have your name | c: last name is N G U Y E N first name T U A N', 'Tuan Nguyen'],
    [
      'a: hello | c: a reservation under uh Tran like T R A N first name Duc D U C and I put the wrong dates',
      'Duc Tran',
    ],
    ['a: your name | c: lyudmila it is l y u d m i l a petrenko', 'Lyudmila Petrenko'],
    [
      'a: hello | c: I am Henrike, from Holland | a: ok | c: Shall I say the whole name? Van der Linden, three words.',
      'Henrike van der Linden',
    ],
    ['a: and jaz is short for | c: jaswinder jaswinder gill-hartley but jaz please', 'Jaswinder Gill-Hartley'],
    ['a: name please? | c: johnson | a: thanks and your first name mr johnson? | c: darnell', 'Darnell Johnson'],
    ['a: Are you Deborah Katz? | c: Diane. Diane Katz. Deborah is my sister', 'Diane Katz'],
    [
      "a: Is this Ms. Kowalczyk? | c: It's Kowalczyk-Banks since the wedding. First name Dorota.",
      'Dorota Kowalczyk-Banks',
    ],
    ['a: Is that Mr Pemberton? | c: It is. Alastair Pemberton.', 'Alastair Pemberton'],
    ["a: half one, Gráinne Ní Bhriain? | c: That's me, yeah.", 'Gráinne Ní Bhriain'],
    [
      'a: Is the policyholder Olivia Brandt? | c: Olivia Brandt-Huang now. I got married in June.',
      'Olivia Brandt-Huang',
    ],
    ['a: name for the order? | c: uh mohammed al fayed', 'Mohammed al Fayed'],
    ['a: name? | c: Mr J P Singh, Jagdeep Preet Singh', 'Jagdeep Preet Singh'],
    ["a: name? | c: Sean O'Casey, and that's Sean with a w, S H A W N", "Shawn O'Casey"],
    ['a: Your name? | c: Karin Lindqvist, with a K and a Q V.', 'Karin Lindqvist'],
    [
      "a: hello | c: Under Jarrah Whitcombe. But I took my wife's name so it's Jarrah Papadimitriou now.",
      'Jarrah Papadimitriou',
    ],
    [
      'a: hello | c: hi this is Father Chidi Nwosu | a: Is it Pangur? | c: Pangur belongs to the housekeeper.',
      'Chidi Nwosu',
    ],
  ])('%s', (lines, name) => {
    expect(nameIn(lines)).toBe(name);
  });
});
