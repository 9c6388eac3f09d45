import { describe, expect, it } from 'vitest';
import { findWishes } from '../../../src/memory/extraction/finders/find-wishes.js';
import { readOf } from './calls.js';

function wishesIn(...lines: readonly string[]): readonly string[] {
  return findWishes(readOf(...lines)).map(({ predicate, value }) => `${predicate} ${value}`);
}

describe('a lasting wish is', () => {
  it.each<[string, string]>([
    ['I really prefer mornings', 'prefers mornings'],
    ['i prefer early mornings is that ok', 'prefers early mornings'],
    ['I generally prefer an aisle seat, if you have one', 'prefers aisle seat'],
    ['We prefer to sit outside', 'prefers sitting outside'],
    ['I prefer to be contacted by email', 'prefers emails'],
    ['I prefer tea over coffee', 'prefers tea over coffee'],
    ['i prefer it when you text me first', 'prefers text first'],
    ["I'd prefer mornings generally", 'prefers mornings'],
    ['I always get the window table', 'prefers window table'],
    ['yeah hi i always get the window table so can i have that again', 'prefers window table'],
    ['I usually have the oat milk', 'prefers oat milk'],
    ['I only do mornings', 'prefers mornings'],
    ['I can only do evenings because of work', 'prefers evenings'],
    ['I can only ever do Thursday afternoons', 'prefers Thursday afternoons'],
    ['we usually sit in the back corner', 'prefers sitting in the back corner'],
    ['I always ask for a high floor', 'prefers high floor'],
    ['I always see Dr Patel', 'prefers Dr Patel'],
    ['i usually go with Marie', 'prefers Marie'],
    ["I've always gone for the memory foam pillows", 'prefers memory foam pillows'],
    ['I only drink decaf', 'prefers decaf'],
    ['I only eat halal food', 'prefers halal food'],
    ['I tend to go for aisle seats', 'prefers aisle seats'],
    ['always the booth by the window for us', 'prefers booth by the window'],
    ["we're regulars always the corner booth", 'prefers corner booth'],
    ['I like my steak medium rare', 'prefers steak medium rare'],
    ['I like it short on the sides', 'prefers short on the sides'],
    ['I like rooms that face the sea', 'prefers rooms that face the sea'],
    ['I love Thai food', 'prefers Thai food'],
    ['I quite like the quiet end of the dining room', 'prefers quiet end of the dining room'],
    ['I like to sit by the window', 'prefers sitting by the window'],
    ['I like to get in first thing in the morning before work', 'prefers first thing in the morning before work'],
    ["I'm a big fan of your carrot cake", 'prefers carrot cake'],
    ["I'm more of a tea person", 'prefers tea person'],
    ["I'm a morning person", 'prefers morning person'],
    ['I take my coffee black', 'prefers coffee black'],
    ['my favourite is the lamb shank', 'prefers lamb shank'],
    ['my usual is a flat white', 'prefers flat white'],
    ['our usual table by the fire would be grand', 'prefers table by the fire'],
    ['mornings are best for me', 'prefers mornings'],
    ['Mornings suit me best', 'prefers mornings'],
    ['yeah early mornings work best', 'prefers early mornings'],
    ['Tuesday afternoons are usually easier', 'prefers Tuesday afternoons'],
    ['the best time to reach me is after six', 'prefers calls after six'],
    ['best time to call is evenings', 'prefers evenings'],
    ['mornings only please', 'prefers mornings'],
    ["text me rather than call, I'm always driving", 'prefers texts rather than calls'],
    ['please text instead of ringing', 'prefers texts rather than calls'],
    ['just email me not phone', 'prefers emails rather than phone calls'],
    ['email is best', 'prefers emails'],
    ['text is easier for me', 'prefers texts'],
    ['the best way to reach me is by text', 'prefers texts'],
    ["it's better to email me", 'prefers emails'],
    ["you're better off texting me", 'prefers texts'],
    ["I'd rather you texted me", 'prefers texts'],
    ["I'd rather get a text than a call", 'prefers texts rather than calls'],
    ["I'd prefer to be contacted by email", 'prefers emails'],
    ['in future can you email me instead of ringing', 'prefers emails rather than calls'],
    ['please always text me first', 'prefers texts first'],
    ['could you always leave parcels with the neighbour', 'prefers leave parcels with the neighbour'],
    ['can you put a note on my file that i want feather free pillows', 'prefers feather free pillows'],
    ["I can't stand needles by the way, tell him that", 'dislikes needles'],
    ["I'm not a fan of window seats", 'dislikes window seats'],
    ['not a big fan of spicy food to be honest', 'dislikes spicy food'],
    ['I hate being kept on hold', 'dislikes being kept on hold'],
    ['i really hate small talk when im getting my hair done', 'dislikes small talk'],
    ["I don't like the top floor", 'dislikes top floor'],
    ["we don't really like sitting near the kitchen", 'dislikes sitting near the kitchen'],
    ["I don't eat pork", 'dislikes pork'],
    ["I don't do mornings", 'dislikes mornings'],
    ["I can't do Tuesdays", 'dislikes Tuesdays'],
    ['never after three', 'dislikes times after three'],
    ['no calls before nine please', 'dislikes calls before nine'],
    ["please don't call me at work", 'dislikes calls at work'],
    ["I don't want any marketing emails", 'dislikes marketing emails'],
    ["I'm not really a morning person", 'dislikes mornings'],
    ['Mondays are no good for me', 'dislikes Mondays'],
    ["evenings don't suit me", 'dislikes evenings'],
    ["I'm not keen on ground floor rooms", 'dislikes ground floor rooms'],
    ['I prefer not to be called on my landline', 'dislikes called on my landline'],
    ['I never eat red meat', 'dislikes red meat'],
    ['I try to avoid the motorway', 'dislikes motorway'],
    ["i can't bear strong perfume", 'dislikes strong perfume'],
    ['I used to prefer mornings but now I prefer afternoons', 'prefers afternoons'],
    ['I prefer everything in writing', 'prefers everything in writing'],
    ['just drop me an email in future', 'prefers emails'],
    ["I'm vegetarian by the way", 'prefers vegetarian food'],
    ['Head massage I like very much, but next time', 'prefers head massage'],
    ["everything had cilantro, which I personally can't stand", 'dislikes cilantro'],
    ["I've gone off the clippers", 'dislikes clippers'],
    ["please text, I don't listen to my phone", 'prefers texts'],
    ["I don't listen to voicemails", 'dislikes voicemails'],
    ['I work nights so afternoons please', 'prefers afternoons'],
    ['Call my office, not the cell', 'prefers calls to the office'],
  ])('%s: %s', (said, expected) => {
    expect(wishesIn(said)).toEqual([expected]);
  });
});

describe('no lasting wish is', () => {
  it.each([
    "I'd like a table for four",
    'I like a table for two on Friday',
    'can I get the lamb please',
    "I'd prefer the 10 o'clock one",
    "I'd prefer Tuesday",
    "I'd prefer the morning if that's possible",
    'I prefer the second option',
    'I prefer that one',
    'I prefer Thursday',
    'i like to book an appointment for tomorrow',
    "I'll have the window seat",
    'I like that',
    'I like the sound of that',
    "I'd love to",
    "I'd like to cancel my appointment",
    'if I like it can I keep it',
    'do I like it no not really',
    'she said I prefer mornings',
    'my husband prefers mornings',
    'she hates needles',
    'I used to like window seats',
    'I always forget my number',
    'I usually get home at six',
    'I always have problems with this machine',
    'I never got the email',
    'I never received it',
    'I hate to bother you',
    'I hate to be a pain',
    "I don't like that",
    "I don't want to wait",
    "I don't want the insurance",
    "I don't know",
    "I'd rather you called me back tomorrow",
    'can you text me the confirmation',
    'email me the quote',
    'just call me when you get here',
    'Tuesday morning is fine',
    'I want a refund',
    'we have a dog',
    "that'd be great thanks",
    'I love my job',
    'I just want to make a note of the time',
    'you always put me through to the wrong person',
    'I have never been there',
    'I liked the room last time',
    "it's like mornings are",
    "I don't mind mornings",
    'I need it in the mornings this week',
    'I never said I prefer mornings',
  ])('%s', (said) => {
    expect(wishesIn(said)).toEqual([]);
  });

  it('what the agent says', () => {
    expect(wishesIn('agent: I love our window tables and you prefer mornings', 'ok so how much is it')).toEqual([]);
  });

  it('what is taken back', () => {
    expect(
      wishesIn('I prefer mornings', 'agent: so mornings then?', 'no sorry afternoons, I prefer afternoons'),
    ).toEqual(['prefers afternoons']);
    expect(wishesIn('I always have the oat milk', 'sorry not oat milk, soya')).toEqual([]);
  });
});

it('takes from the agent what the caller agrees to', () => {
  expect(wishesIn('agent: Do you still prefer mornings?', 'yes please')).toEqual(['prefers mornings']);
  expect(wishesIn('agent: Do you prefer mornings or afternoons?', 'yes')).toEqual([]);
  expect(wishesIn('agent: Do you still prefer mornings?', 'no not any more')).toEqual([]);
});

it('quotes the words that say it, and names keep their capitals', () => {
  const [fact] = findWishes(readOf('Hi. Well, I always see Dr Patel, please.'));
  expect(fact).toEqual({
    predicate: 'prefers',
    value: 'Dr Patel',
    statement: 'prefers Dr Patel',
    turn: 0,
    quote: 'I always see Dr Patel',
    confidence: 0.8,
  });
});

it.each([
  ['I always need an aisle seat because of my knee', 'prefers an aisle seat'],
  ['I prefer the ground floor', 'prefers the ground floor'],
  ['I prefer mornings', 'prefers mornings'],
])('says it as a clause as it was said: %s', (said, clause) => {
  expect(findWishes(readOf(said)).map(({ statement }) => statement)).toEqual([clause]);
});

it.each([
  ["We're having people over for Thanksgiving", []],
  ["we're six people", []],
  ["We're booth people", ['prefers booth']],
])('tells wishes from people who come: %s', (said, wishes) => {
  expect(wishesIn(said)).toEqual(wishes);
});
