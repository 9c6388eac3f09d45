import type { Predicate } from '../predicates.js';
import { createTermReader } from '../search/term.js';
import { tokenize } from '../search/tokens.js';
import { fullerName } from './person-names.js';

/** Values that are short phrases: told apart by their words' stems. The others are, letter case aside, as they stand. */
const PHRASES: ReadonlySet<Predicate> = new Set([
  ...(['prefers', 'dislikes', 'allergy', 'condition', 'open_item', 'note', 'employer', 'city'] as const),
]);

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** What two values of one predicate have in common when they say the same: `the morning appointment`, `Morning appointments`. */
export function valueKey(predicate: Predicate, value: string): string {
  const plain = value.trim().replace(/\s+/g, ' ').toLowerCase();
  if (predicate === 'appointment') return appointmentKey(plain);
  if (!PHRASES.has(predicate)) return plain;
  const terms = createTermReader({ irregularForms: false });
  const words = tokenize(plain).map(({ word }) => word);
  const key = words.filter((word) => !ARTICLES.has(word)).map((word) => terms.read(word));
  return key.length === 0 ? plain : key.join(' ');
}

/** Two appointments at one minute are one; two of a day without a time are what they are for. */
function appointmentKey(plain: string): string {
  const start = appointmentStart(plain);
  return start?.includes('t') === true ? start : plain;
}

const START = /^(?:cancelled )?(\d{4}-\d\d-\d\d(?:t\d\d:\d\d)?)/;

/** The day, or the day and time, in front of an appointment's value, in lower case: `2026-03-10t09:30`. */
export function appointmentStart(value: string): string | undefined {
  return START.exec(value.trim().toLowerCase())?.[1];
}

/**
 * The value that stays when one is said after another of a predicate that has one value: the fuller one of two that say the same,
 * undefined where the later one is another.
 */
export function joinedValue(predicate: Predicate, known: string, said: string): string | undefined {
  if (predicate === 'name') return fullerName(known, said);
  const [before, after] = [valueKey(predicate, known), valueKey(predicate, said)];
  if (before === after) return said;
  if (predicate === 'birthday') return fullerBirthday(before, after);
  if (predicate === 'address') return fullerStart(before, after, known, said);
  return undefined;
}

/** `--06-03` is a birthday whose year was not said. */
function fullerBirthday(known: string, said: string): string | undefined {
  if (known.startsWith('--') && said.endsWith(known.slice(1))) return said;
  return said.startsWith('--') && known.endsWith(said.slice(1)) ? known : undefined;
}

/** "48 Larch Street" is where "48 Larch Street, Apartment 3B" is. */
function fullerStart(before: string, after: string, known: string, said: string): string | undefined {
  const [plainBefore, plainAfter] = [before.replace(/[.,]/g, ''), after.replace(/[.,]/g, '')];
  if (`${plainAfter} `.startsWith(`${plainBefore} `)) return said;
  return plainBefore.startsWith(`${plainAfter} `) ? known : undefined;
}
