import { readdirSync, readFileSync } from 'node:fs';
import { createRandom } from '../../bench/support/random.js';

/** Texts that are changed at random, and of which those go on being changed that were told apart from all before. */
export interface Corpus {
  next(): string;
  /**
   * @param outcome what came of a text; a new one makes the text a parent of others
   * @param isQuery whether the text was a query: of these two of three texts are made, or soon none would be
   */
  tell(text: string, outcome: string, isQuery: boolean): void;
  /** How many were told apart. */
  size(): number;
}

const FOLDER = new URL('../query/cases/recorded/', import.meta.url);
const CHARACTERS = [
  ...' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~\t\n\u0001\u00e9\u4e00\u{1f600}',
  ...'0123456789abcefghilmnoqrstvxyz',
  '%00',
  '%61',
  '%ff',
  '%e4%b8',
  '\ud800',
  '%25',
  '%2B',
];
const WORDS = [
  ...[
    'eq.',
    'neq.',
    'gt.',
    'in.(',
    'is.null',
    'like.',
    'ilike.',
    'match.',
    'imatch.',
    'cs.',
    'cd.',
    'ov.',
    'fts.',
    'wfts.',
  ],
  ...[
    'not.',
    'or=(',
    'and=(',
    'not.and=(',
    'or(',
    'and(',
    '(any).{',
    '(all).{',
    '&limit=',
    '&offset=',
    '&order=',
    '&select=',
  ],
  ...[
    'metadata->',
    'metadata->>',
    '->0',
    '->-1',
    'name=',
    'created_at=',
    'last_message_at.desc',
    '.nullslast',
    '{{x}}',
    'now-10d',
  ],
  ...[
    '"a\\"b"',
    '{"a":1}',
    '["a",1]',
    '{a,b}',
    '9'.repeat(31),
    '1e99',
    '-0',
    'true',
    '2025-02-30',
    '(a+)+$',
    '[[:alpha:]]',
    '\\1',
  ],
];
/** Longer ones take their time and find nothing that shorter ones do not; the limit of 16 KiB has its own tests. */
const CHARACTERS_MAX = 600;
const PARENTS_MAX = 20_000;
const CHANGES_MAX = 3;

/** The same texts for the same seed, as long as what comes of them is the same. */
export function createCorpus(seed: number): Corpus {
  const random = createRandom(seed);
  const queries = recordedTexts();
  const others: string[] = ['metadata->='];
  const outcomes = new Set<string>();

  function changed(parent: string): string {
    const at = random.below(parent.length + 1);
    const rest = parent.slice(at + random.below(5));
    switch (random.below(6)) {
      case 0:
        return parent.slice(0, at) + random.pick(CHARACTERS) + rest;
      case 1:
        return parent.slice(0, at) + random.pick(WORDS) + parent.slice(at);
      case 2:
        return parent.slice(0, at) + rest;
      case 3: {
        const other = random.pick(queries);
        return parent.slice(0, at) + other.slice(random.below(other.length + 1));
      }
      case 4: {
        const piece = parent.slice(at, at + 1 + random.below(30));
        return parent.slice(0, at) + piece.repeat(1 + random.below(5)) + parent.slice(at);
      }
      default:
        return `${parent}&${random.pick(queries)}`;
    }
  }

  return {
    next() {
      let text = random.pick(random.below(3) === 0 ? others : queries);
      for (let change = random.below(CHANGES_MAX); change >= 0; change -= 1) text = changed(text);
      return text.slice(0, CHARACTERS_MAX);
    },
    tell(text, outcome, isQuery) {
      if (outcomes.has(outcome) || outcomes.size >= PARENTS_MAX) return;
      outcomes.add(outcome);
      (isQuery ? queries : others).push(text);
    },
    size: () => outcomes.size,
  };
}

/** Every text of the recorded cases: all that the language has. */
function recordedTexts(): string[] {
  const found = readdirSync(FOLDER).flatMap((name) =>
    Object.keys(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as object),
  );
  if (found.length < 200) throw new Error(`There are only ${found.length} recorded texts.`);
  return found;
}
