import type { RandomChoice } from './random-choice.js';

const WORDS = [
  'a',
  'the',
  'coffee',
  'été',
  '日本',
  '12',
  'x_1',
  'b-c',
  'a.b',
  '@',
  '/',
  '"',
  '+1',
  '#',
  '😀',
  'I',
  'ist',
  'Ⱥ',
  '$5',
  '-',
  '.',
  'a,b',
  'http://a.b/c?d=1'.slice(5),
];
const ODD_WORDS = [
  '',
  '*',
  'a*',
  '\\',
  'a\\b',
  '\\ ',
  '<',
  '>',
  ':',
  ':*',
  '&',
  '\u00a0',
  '\u2003',
  '\u200b',
  '\u0085',
  '\u0001',
  '\u3000',
  '\u1680',
  "a'b",
  'a:b',
  'a!b',
  '\ufeff',
  '\u2028',
  '\u180e',
];
const QUOTED = ["'a'", "'new york'", "'it''s'", "'a & b'", "' '", "'!('", "'x:y'", "'the'", "'''a'", "'a<->b'"];
const ODD_QUOTED = ["''", "'", "'a", "'a'b", "'a\\'", "'a\\b'", "'''", "''''", "'\\\\'"];
const MARKS = [':*', ':A', ':aB', ':*C', ':AD*', ':BBBB'];
const ODD_MARKS = [':', ':x', ' :*', ':* ', ':1', ':*b', '::*', ':A:B'];
const OPERATORS = ['&', '|', ' & ', ' | ', '<->', ' <-> ', '<2>', ' <0> ', '<16384>', '\t&\n'];
const ODD_OPERATORS = [
  '',
  ' ',
  '<',
  '<>',
  '<-',
  '<16385>',
  '<99999999999>',
  '< 2>',
  '<2 >',
  '<-2>',
  '&&',
  '!',
  '\u00a0',
  '<02>',
  ',',
];

/** What a random change puts into a text search. */
export const SEARCH_SYNTAX = [...'&|!<>-()\':*\\ a1"A\u00a0'];

/** A text that is often a text search, and often nearly one. */
export function randomTextSearch(random: RandomChoice): string {
  let text = operands(random, 0);
  if (random.percent(5)) text = ` ${text} `;
  for (let changes = random.percent(20) ? 1 + random.below(3) : 0; changes > 0; changes--) {
    text = random.mutate(text, SEARCH_SYNTAX);
  }
  return text;
}

/** Text as it is spoken, with the signs that websearch gives a meaning. */
export function randomPlainText(random: RandomChoice): string {
  return random.several(0, 30, () => random.of([...WORDS, ...ODD_WORDS, '-', '- ', '-', '"', ' or ', ' ', ' ']));
}

function operands(random: RandomChoice, level: number): string {
  let text = operand(random, level);
  while (random.percent(45)) text += usual(random, OPERATORS, ODD_OPERATORS, 5) + operand(random, level);
  return text;
}

function operand(random: RandomChoice, level: number): string {
  const negation = random.percent(20)
    ? random.several(1, random.percent(10) ? 12 : 2, () => random.of(['!', '! ']))
    : '';
  if (level < 5 && random.percent(20))
    return `${negation}(${operands(random, level + 1)}${random.percent(97) ? ')' : ''}`;
  const word = random.percent(75) ? usual(random, WORDS, ODD_WORDS, 10) : usual(random, QUOTED, ODD_QUOTED, 15);
  const marks = random.percent(20) ? usual(random, MARKS, ODD_MARKS, 10) : '';
  return `${negation}${word}${marks}`;
}

function usual(random: RandomChoice, usuals: readonly string[], odd: readonly string[], oddPercent: number): string {
  return random.of(random.percent(oddPercent) ? odd : usuals);
}
