import { createRandom, type Random } from '../support/random.js';

/** Texts that differ in their values only, in words that both parsers read the same way. */
export interface Shape {
  readonly name: string;
  /** So many more of them, with other values each time. */
  nextTexts(count: number): readonly string[];
}

const MAKERS: readonly (readonly [name: string, make: (random: Random) => string])[] = [
  [
    'a caller, as Telnyx documents it',
    (random) => `metadata->telnyx_end_user_target=eq.${phone(random)}&limit=5&order=last_message_at.desc`,
  ],
  ['one call', (random) => `metadata->call_control_id=eq.v3:${word(random, 32)}&limit=1`],
  [
    'several conditions',
    (random) =>
      `metadata->assistant_id=eq.assistant-${random.below(1000)}&metadata->tier=eq.${word(random, 5)}` +
      `&created_at=gte.${day(random)}&name=like.Voice${random.below(100)}%&limit=10&order=created_at.desc`,
  ],
  [
    'either of two times',
    (random) => `or=(created_at.gte.${day(random)},last_message_at.gte.${day(random)})&order=last_message_at.asc`,
  ],
  [
    'a tree of three levels',
    (random) =>
      `and=(or(metadata->tier.eq.${word(random, 5)},metadata->group.eq.${word(random, 3)}),` +
      `not.or(name.like.${word(random, 4)}*,name.is.null),metadata->region.neq.${word(random, 2)})`,
  ],
  [
    'a list of twenty',
    (random) =>
      `metadata->customer_id=in.(${Array.from({ length: 20 }, () => `c-${random.below(100_000)}`).join(',')})&limit=50`,
  ],
  ['text search', (random) => `name=fts(english).${word(random, 8)}&limit=5`],
  [
    'order by a path',
    (random) =>
      `metadata->tier=eq.${word(random, 5)}&order=metadata->score.desc,created_at.asc&limit=5&offset=${1 + random.below(50)}`,
  ],
  [
    'some fields only',
    (random) =>
      `select=id,name,tier:metadata->tier&metadata->tier=eq.${word(random, 5)}&limit=${1 + random.below(100)}`,
  ],
];

/** Every shape; the texts are the same in every run. */
export function makeShapes(): readonly Shape[] {
  return MAKERS.map(([name, make], index) => {
    const random = createRandom(index);
    return { name, nextTexts: (count) => Array.from({ length: count }, () => make(random)) };
  });
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function word(random: Random, length: number): string {
  return Array.from({ length }, () => LETTERS[random.below(LETTERS.length)]).join('');
}

function phone(random: Random): string {
  return `+1${2_000_000_000 + random.below(7_999_999_999)}`;
}

function day(random: Random): string {
  const two = (number: number): string => `${number}`.padStart(2, '0');
  return `2025-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}
