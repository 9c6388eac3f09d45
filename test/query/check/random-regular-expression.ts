import type { RandomChoice } from './random-choice.js';

const LITERALS = [...'abxZ0 -,:=#"\'}]{/é日', '🙂', '\n', '\u0001'];
const ESCAPES = [
  ...['\\d', '\\w', '\\s', '\\D', '\\W', '\\S', '\\m', '\\M', '\\y', '\\Y', '\\A', '\\Z', '\\n', '\\t', '\\e', '\\a'],
  ...['\\v', '\\f', '\\r', '\\B', '\\cA', '\\-', '\\é', '\\.', '\\*', '\\\\', '\\(', '\\]', '\\{', '\\x41', '\\x1F600'],
  ...['\\u0041', '\\U0001F600', '\\012'],
];
const ODD_ESCAPES = [
  ...[
    '\\b',
    '\\c',
    '\\c1',
    '\\q',
    '\\z',
    '\\',
    '\\x',
    '\\xfffffff',
    '\\u00',
    '\\ud800',
    '\\u0000',
    '\\U00110000',
    '\\U1',
  ],
  ...['\\0', '\\08', '\\1', '\\2', '\\12', '\\9'],
];
const QUANTIFIERS = [
  '*',
  '+',
  '?',
  '*?',
  '+?',
  '??',
  '{2}',
  '{0}',
  '{2,}',
  '{2,3}',
  '{0,1}?',
  '{02}',
  '{2}?',
  '(?#c)*',
];
const ODD_QUANTIFIERS = [
  ...['**', '+*', '*??', '{0,0}', '{3,2}', '{,2}', '{', '{}', '{a}', '{2', '{2,3', '{2 }', '{ 2}', '{255}', '{256}'],
  ...['{1,300}', '{0222}', '{2}{3}'],
];
const CLASSES = ['[:alpha:]', '[:digit:]', '[:word:]', '[:upper:]', '[=a=]', '[.a.]', '[.-.]', '[.].]', '[...]'];
const ODD_CLASSES = [
  ...['[:foo:]', '[:ALPHA:]', '[:<:]', '[:', '[:]', '[=', '[=ab=]', '[.space.]', '[.', '[..]', '[==]', '[::]'],
];
const OPENINGS = ['(', '(', '(?:', '(?:', '(?=', '(?!', '(?<=', '(?<!'];
const ODD_OPENINGS = ['(?', '(?<', '(?i)', '(?P<a>', '(?#x)', '(?i:', '(?>'];
const PREFIXES = [
  '(?i)',
  '(?n)',
  '(?s)',
  '(?q)',
  '(?cimnpst)',
  '(?w)',
  '***:',
  '***=',
  '***:(?i)',
  '***=(?i)',
  '^',
  '\\A',
];
const ODD_PREFIXES = ['(?x)', '(?e)', '(?b)', '(?z)', '(?', '(?i', '(?i-s)', '***', '***?'];

/** One of the usual, or now and then one of the odd, most of which are errors. */
function usual(random: RandomChoice, usuals: readonly string[], odd: readonly string[]): string {
  return random.of(random.percent(10) ? odd : usuals);
}

/** What a random change puts into a pattern. */
export const SYNTAX = [...'()[]{}|*+?.^$\\-:,=!<>#0129adAmZy&', '[[', ']]', '[:', ':]', '(?', '(?='];

/** A text that is often a regular expression, and often nearly one. */
export function randomRegularExpression(random: RandomChoice): string {
  let pattern = random.percent(12) ? usual(random, PREFIXES, ODD_PREFIXES) : '';
  pattern += alternatives(random, 0);
  for (let changes = random.percent(25) ? 1 + random.below(3) : 0; changes > 0; changes--) {
    pattern = random.mutate(pattern, SYNTAX);
  }
  return pattern;
}

function alternatives(random: RandomChoice, level: number): string {
  let text = branch(random, level);
  while (random.percent(20)) text += `|${branch(random, level)}`;
  return text;
}

function branch(random: RandomChoice, level: number): string {
  return random.several(0, level === 0 ? 5 : 3, () => piece(random, level));
}

function piece(random: RandomChoice, level: number): string {
  const text = atom(random, level);
  return random.percent(35) ? text + usual(random, QUANTIFIERS, ODD_QUANTIFIERS) : text;
}

function atom(random: RandomChoice, level: number): string {
  const kind = random.below(100);
  if (kind < 35) return random.of(LITERALS);
  if (kind < 45) return random.of(['.', '^', '$', '.', '.']);
  if (kind < 62) return usual(random, ESCAPES, ODD_ESCAPES);
  if (kind < 80) return bracket(random);
  if (level > 4) return 'a';
  return `${usual(random, OPENINGS, ODD_OPENINGS)}${alternatives(random, level + 1)}${random.percent(98) ? ')' : ''}`;
}

function bracket(random: RandomChoice): string {
  if (random.percent(4)) return random.of(['[[:<:]]', '[[:>:]]']);
  const inside = random.several(0, 4, () => {
    const kind = random.below(100);
    if (kind < 40) return random.of(LITERALS);
    if (kind < 60) return `${random.of(LITERALS)}-${random.of([...LITERALS, ...ESCAPES])}`;
    if (kind < 75) return usual(random, ESCAPES, ODD_ESCAPES);
    if (kind < 90) return usual(random, CLASSES, ODD_CLASSES);
    return random.of(['-', ']', '[', '^', '--', 'a-', '-a', 'a-c-e', '\\d-z']);
  });
  return `[${random.percent(25) ? '^' : ''}${random.percent(8) ? ']' : ''}${inside}${random.percent(98) ? ']' : ''}`;
}
