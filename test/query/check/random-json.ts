import type { RandomChoice } from './random-choice.js';

const STRINGS = [
  '',
  'a',
  'é',
  '🙂',
  '\\n',
  '\\"',
  '\\\\',
  '\\/',
  '\\u0041',
  '\\ud83d\\ude42',
  ' [1,2] ',
  '\u2028',
  '\u007f',
  '5',
];
const ODD_STRINGS = [
  '\\u0000',
  '\\ud83d',
  '\\ude42',
  '\\ude42\\ud83d',
  '\\ud83dx',
  '\\x',
  '\\u12',
  '\u0001',
  '\\ud83d\\u0041',
  '\\\\u0000',
];
const NUMBERS = ['0', '-0', '5', '-3.25', '1e5', '1E-5', '12345678901234567890', '0.10', '1e99', '1e-99', '5e+03'];
const ODD_NUMBERS = [
  '05',
  '1e100',
  '1e999999',
  '1e-999999',
  '.5',
  '5.',
  '+5',
  '1e',
  'NaN',
  '9'.repeat(61),
  `0.${'0'.repeat(70)}1`,
];
const SPACES = ['', '', '', ' ', '\n\t ', '\r'];

/** A text that is often JSON, and often nearly. */
export function randomJson(random: RandomChoice): string {
  const text = json(random, 0);
  return random.percent(15) ? random.mutate(text, [...'[]{}",:\\0-e ']) : text;
}

function json(random: RandomChoice, level: number): string {
  const space = () => random.of(SPACES);
  const members = (member: () => string) => random.several(0, 3, () => `${space()}${member()}${space()},`).slice(0, -1);
  const kind = random.below(level === 0 ? 60 : 100);
  if (kind < 25 && level < 6) return `[${members(() => json(random, level + 1))}]`;
  if (kind < 50 && level < 6) return `{${members(() => `${string(random)}:${json(random, level + 1)}`)}}`;
  if (kind < 51) return `${'['.repeat(17)}${']'.repeat(17)}`;
  if (kind < 70) return string(random);
  if (kind < 90) return random.of(random.percent(5) ? ODD_NUMBERS : NUMBERS);
  return random.of(['true', 'false', 'null']);
}

function string(random: RandomChoice): string {
  return `"${random.several(0, 3, () => random.of(random.percent(4) ? ODD_STRINGS : STRINGS))}"`;
}
