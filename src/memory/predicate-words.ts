import type { Predicate } from './predicates.js';

/**
 * What people call each kind of fact when they ask for it. "Is there an allergy to note?" shares no word with "is allergic to penicillin"
 * that a stemmer would bring together, and "Which pet?" none with "has a dog called Rex".
 */
const WORDS: Readonly<Record<Predicate, string>> = {
  name: 'name',
  email: 'email mail',
  address: 'address live',
  city: 'city live',
  employer: 'employer work job',
  birthday: 'birthday born',
  phone: 'phone number',
  prefers: 'prefer preference',
  dislikes: 'dislike',
  allergy: 'allergy allergic',
  condition: 'condition health',
  family_member: 'family',
  pet: 'pet',
  appointment: 'appointment',
  open_item: 'promise',
  // It says what it is about in its own words.
  note: '',
};

/** The words that a fact of the predicate is found by beside its own, in lower case with blanks between them; may be empty. */
export function predicateWords(predicate: Predicate): string {
  return WORDS[predicate];
}
