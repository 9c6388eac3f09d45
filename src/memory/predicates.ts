/** What is known of a predicate. */
interface PredicateRule {
  /** `one`: a new value replaces the old one, which stays as history. `many`: values stand beside each other. */
  readonly values: 'one' | 'many';
  /** A caller may not want it said to somebody who only claims their number. */
  readonly sensitive: boolean;
}

/**
 * The registry: what a fact can be about. Values are short and normalised (an E.164 number, an address in lower case, an ISO
 * date); the caller's own words are the fact's quote.
 */
export const PREDICATES = {
  /** The caller's own name, without title. */
  name: { values: 'one', sensitive: false },
  email: { values: 'one', sensitive: false },
  /** Number and street, unit, where the caller lives. */
  address: { values: 'one', sensitive: false },
  city: { values: 'one', sensitive: false },
  employer: { values: 'one', sensitive: false },
  /** `1984-06-03`, or `--06-03` without a year. */
  birthday: { values: 'one', sensitive: true },
  /** E.164. */
  phone: { values: 'many', sensitive: false },
  /** A lasting liking, habit or wish, as a short noun phrase. */
  prefers: { values: 'many', sensitive: false },
  dislikes: { values: 'many', sensitive: false },
  allergy: { values: 'many', sensitive: true },
  /** An illness, injury or state of health. */
  condition: { values: 'many', sensitive: true },
  /** Relation in lower case, and the name: `wife Anna`. */
  family_member: { values: 'many', sensitive: false },
  /** Kind in lower case, and the name: `dog Rex`. */
  pet: { values: 'many', sensitive: false },
  /** `2026-03-10T09:30 cleaning`, in local time; `2026-03-10 delivery` without a clock time; `cancelled …` in front when it is off. */
  appointment: { values: 'many', sensitive: false },
  /** What a side (`by`) says it will do after the call, the due date in front when a day was said: `2026-03-13 send the quote`. */
  open_item: { values: 'many', sensitive: false },
  /** Anything else that is worth keeping, in a sentence. */
  note: { values: 'many', sensitive: false },
} as const satisfies Record<string, PredicateRule>;

export type Predicate = keyof typeof PREDICATES;

export const PREDICATE_NAMES = Object.keys(PREDICATES) as readonly Predicate[];

/** Whether a text that came from outside, as from a model or a request, names a predicate. */
export function isPredicate(text: string): text is Predicate {
  return Object.hasOwn(PREDICATES, text);
}
