import { EVERYTHING } from '../model/dataset.js';

/** Names for the larger sets of fixed conversations, all in the default order. */

const position = (label: string) => {
  const index = EVERYTHING.indexOf(label);
  if (index < 0) throw new Error(`No conversation is called "${label}".`);
  return index;
};

/** The conversations from one label to another, both included. */
export function from(first: string, last: string): readonly string[] {
  return EVERYTHING.slice(position(first), position(last) + 1);
}

/** A set without some of its members, each of which must be one. */
export function without(labels: readonly string[], ...absent: readonly string[]): readonly string[] {
  for (const label of absent) if (!labels.includes(label)) throw new Error(`"${label}" is not among them.`);
  return labels.filter((label) => !absent.includes(label));
}

/** What an answer holds when no limit is given. */
export function firstPage(labels: readonly string[]): readonly string[] {
  return labels.slice(0, 20);
}

/** `x` is there and not null. */
export const WITH_X = without(from('num 5', 'no members'), 'null');

/** `x` is missing or null. */
export const WITHOUT_X = without(EVERYTHING, ...WITH_X);

/** `x` is a string. */
export const X_STRINGS: readonly string[] = without(
  from('num 5', 'parens'),
  'num 5',
  'num 5.00',
  'num -300',
  'num 1e3',
  'num 0.5',
  'true',
  'false',
  'null',
  'phone num',
);

/** `x` is a string, a number or a boolean: what patterns look at. */
export const X_SCALARS: readonly string[] = without(from('num 5', 'parens'), 'null');

/** The name was set. */
export const NAMED: readonly string[] = [
  'ana',
  'ana sms',
  'bob',
  'sip',
  ...from('name empty', 'name replacement'),
  'tie c',
  'tie b',
];

export const UNNAMED: readonly string[] = without(EVERYTHING, ...NAMED);
