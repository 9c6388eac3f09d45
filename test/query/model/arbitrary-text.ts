import fc from 'fast-check';
import { print } from '../../../src/query/print.js';
import { arbitraryQuery } from './arbitrary-query.js';

/** Texts that people, programs and attackers send: valid ones with a slip in them, and soup of the language's signs. */

/** What the language gives a meaning to, what percent-decoding does, and what Unicode makes hard. */
const SIGNS: readonly string[] = [
  ...'&=?.,:;()[]{}"\'\\+-*%_#/<>|^~` $@!0158aeinoqrst',
  '->',
  '->>',
  '->0',
  '->-1',
  'metadata',
  'metadata->x',
  'name',
  'id',
  'created_at',
  'last_message_at',
  'nmae',
  '=eq.',
  '=not.',
  '.eq.',
  '.in.(',
  'in.(',
  'is.null',
  'like.',
  'match.',
  'cs.',
  'fts(english).',
  'gt(any).{',
  '(all).',
  'or=(',
  'not.and=(',
  'and(',
  'order=',
  '.desc',
  '.nullsfirst',
  'limit=',
  'offset=',
  'page[size]=',
  'select=',
  'now-10d',
  'now+',
  'sip:+1',
  '2025-06-01T00:00:00Z',
  '+13128675309',
  '%2013128675309',
  '{{',
  '}}',
  '{{name}}',
  '%',
  '%2',
  '%zz',
  '%00',
  '%ff',
  '%C3',
  '%E2%82',
  '%F0%9F%99%82',
  '%ED%A0%80',
  '%22',
  '%28',
  '%2B',
  '%7B%7B',
  '%26',
  '%3D',
  '\0',
  '\t',
  '\n',
  '\u007f',
  '\ufeff',
  '\u2028',
  '\u202e',
  'é',
  'e\u0301',
  '🙂',
  '\ud83d',
  '\ude42',
  '\udc2b',
  '\udc26',
  '9'.repeat(25),
  '('.repeat(20),
  '['.repeat(20),
  '"'.repeat(5),
  'a'.repeat(300),
];

const sign = fc.constantFrom(...SIGNS);

type Slip = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });

const at = (text: string, where: number) => Math.floor(where * text.length);

const slip: fc.Arbitrary<Slip> = fc.oneof(
  // Something is missing, too much, doubled or in the wrong place.
  fc.tuple(place, fc.integer({ min: 1, max: 4 })).map(
    ([where, length]): Slip =>
      (text) =>
        text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
  ),
  {
    weight: 2,
    arbitrary: fc.tuple(place, sign).map(
      ([where, added]): Slip =>
        (text) =>
          insert(text, at(text, where), added),
    ),
  },
  fc.tuple(place, place).map(
    ([where, other]): Slip =>
      (text) =>
        swap(text, at(text, where), at(text, other)),
  ),
  fc.tuple(place, place, place).map(
    ([from, to, where]): Slip =>
      (text) =>
        insert(text, at(text, where), text.slice(at(text, from), at(text, to))),
  ),
  // One of the signs that have a meaning is doubled, replaced or escaped; an escape is broken or cut.
  fc.tuple(place, sign).map(
    ([where, other]): Slip =>
      (text) =>
        onOne(text, /[&=.,()[\]{}"\\+\->%:]/g, where, () => other),
  ),
  place.map(
    (where): Slip =>
      (text) =>
        onOne(text, /[&=.,()[\]{}"\\+\->%:]/g, where, (found) => found + found),
  ),
  place.map(
    (where): Slip =>
      (text) =>
        onOne(text, /[ -~]/g, where, (found) => `%${found.charCodeAt(0).toString(16).padStart(2, '0')}`),
  ),
  place.map(
    (where): Slip =>
      (text) =>
        onOne(text, /%[0-9A-F]{2}/g, where, (found) => found.slice(0, 2)),
  ),
  place.map(
    (where): Slip =>
      (text) =>
        onOne(text, /%[0-9A-F]{2}/g, where, () => '%'),
  ),
  place.map(
    (where): Slip =>
      (text) =>
        text.slice(0, at(text, where)),
  ),
);

function insert(text: string, where: number, added: string): string {
  return text.slice(0, where) + added + text.slice(where);
}

function swap(text: string, one: number, other: number): string {
  const units = text.split('');
  [units[one], units[other]] = [units[other] ?? '', units[one] ?? ''];
  return units.join('');
}

/** Changes one of the places that a pattern finds, if there is any. */
function onOne(text: string, pattern: RegExp, where: number, change: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  const chosen = found[Math.floor(where * found.length)] ?? found.at(-1);
  if (chosen === undefined) return text;
  return text.slice(0, chosen.index) + change(chosen[0]) + text.slice(chosen.index + chosen[0].length);
}

const mutated = fc
  .tuple(arbitraryQuery, fc.array(slip, { minLength: 1, maxLength: 4 }))
  .map(([query, slips]) => slips.reduce((text, one) => one(text), print(query)));

const soup = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''));

/** Any text at all: mutated valid ones for the greater part. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: mutated },
  { weight: 3, arbitrary: soup },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
