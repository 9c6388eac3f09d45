import type { Predicate } from './predicates.js';

/** How a clause about a person begins that states a fact of a predicate; what follows is the value. */
const BEGINNINGS: Readonly<Partial<Record<Predicate, string>>> = {
  name: 'is called ',
  email: 'has the e-mail address ',
  address: 'lives at ',
  city: 'lives in ',
  employer: 'works for ',
  birthday: 'was born on ',
  phone: 'has the phone number ',
  prefers: 'prefers ',
  dislikes: 'dislikes ',
  allergy: 'is allergic to ',
  condition: 'has ',
  appointment: 'has an appointment: ',
  open_item: 'will ',
};

/** Kind or relation, and the name: `dog Rex`. */
const NAMED: ReadonlySet<Predicate> = new Set(['family_member', 'pet']);

/** A fact as a clause without its subject, where somebody gave its value alone: `is allergic to penicillin`. */
export function statementOf(predicate: Predicate, value: string): string {
  if (!NAMED.has(predicate)) return `${BEGINNINGS[predicate] ?? ''}${value}`;
  const [, kind, name] = /^(.*?) (\p{Lu}.*)$/su.exec(value) ?? [];
  return kind === undefined ? `has a ${value}` : `has a ${kind} called ${name}`;
}

/**
 * The value of a fact, where somebody gave its clause alone: what follows the usual beginning, or the value that it had, if the clause still
 * says just that. All of the clause otherwise: a value that is no longer said would be told.
 */
export function statedValue(predicate: Predicate, statement: string, before?: string): string {
  const [, kind, name] = (NAMED.has(predicate) && /^has an? (.+?)(?: called (.+))?$/s.exec(statement)) || [];
  if (kind !== undefined) return name === undefined ? kind : `${kind} ${name}`;
  const beginning = BEGINNINGS[predicate] ?? '';
  if (beginning !== '' && statement.startsWith(beginning)) return statement.slice(beginning.length);
  return before !== undefined && !DENIAL.test(statement) && hasWords(statement, before) ? before : statement;
}

const DENIAL = /\b(?:not|no|never|nor|without|cannot)\b|n['’]t\b/i;

/** Whether a text has another one in it, and not as a part of a longer word or number. */
function hasWords(text: string, words: string): boolean {
  const at = text.indexOf(words);
  if (at === -1 || words === '') return false;
  const [before = '', after = ''] = [text.slice(0, at).at(-1), text.slice(at + words.length).at(0)];
  return !/[\p{L}\p{N}+]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
}
