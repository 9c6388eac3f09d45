import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';

/** A caller's phone number, `+` and 7 to 15 digits. */
export interface PhoneIdentity {
  readonly kind: 'phone';
  /** `+13128675309`: the same for every spelling of one number. */
  readonly number: string;
}

/** A whole E.164 number. Whether somebody really owns it is not asked: documented samples are not "valid" numbers. */
const E164 = /^\+[1-9]\d{6,14}$/;

/** Longer texts are no spelling of a phone number. */
const SPELLING_CHARACTERS_MAX = 40;

/** Line breaks and the like: no carrier sends them. */
const CONTROLS = /\p{Cc}/u;

/**
 * Numbers that carriers send when the caller withheld the real one: words on a telephone's keys, and filler digits.
 * All who withhold their number would share them, so they identify nobody. Without the plus, and without the `1` that some
 * carriers put in front.
 */
const WITHHELD_NUMBERS: ReadonlySet<string> = new Set([
  '266696687', // ANONYMOUS
  '7378742833', // RESTRICTED
  '7378742883', // RESTRICTED, as it is misspelled by some
  '86282452253', // UNAVAILABLE
  '2562533', // BLOCKED
  '8656696', // UNKNOWN
  '7748283', // PRIVATE
  '94844353', // WITHHELD
  '0000000000',
  '000000000',
  '00000000',
  '0000000',
  '9999999999',
]);

/** A country code that is repeated to the end is filler too: +11111111111. */
const ONES = /^1+$/;

/**
 * The identity that a carrier's text (`telnyx_end_user_target`, `customer.number`) stands for, or undefined: for
 * `anonymous`, a withheld number, a SIP URI, an extension, and anything that is not text.
 *
 * The whole text has to be the number; nothing is extracted from a longer one. `defaultCountry` (ISO 3166, two letters)
 * only brings other spellings, such as `(312) 867-5309`, to the international form.
 */
export function phoneIdentity(target: unknown, defaultCountry: string): PhoneIdentity | undefined {
  if (typeof target !== 'string') return undefined;
  const number = E164.test(target) ? target : internationalForm(target, defaultCountry);
  if (number === undefined || isWithheldNumber(number) || isWithheldNumber(target)) return undefined;
  return { kind: 'phone', number };
}

function internationalForm(text: string, defaultCountry: string): string | undefined {
  // The parameters of a URI would be read, too, and with them a number in those of somebody else's: `a@b.c;tel:…;phone-context=+1`.
  if (text.length > SPELLING_CHARACTERS_MAX || CONTROLS.test(text) || text.includes(';')) return undefined;
  const spelling = text.trim();
  const parsed = parsePhoneNumberFromString(spelling, {
    defaultCountry: defaultCountry as CountryCode,
    extract: false,
  });
  // An extension is another person's telephone behind the same number. A national number of the wrong length
  // (911, or seven digits without an area code) is no number of one person.
  if (parsed === undefined || parsed.ext !== undefined || !parsed.isPossible()) return undefined;
  return E164.test(parsed.number) ? parsed.number : undefined;
}

/** Whether a number, in whatever spelling, is one that stands for a withheld one. */
export function isWithheldNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  return (
    ONES.test(digits) ||
    WITHHELD_NUMBERS.has(digits) ||
    WITHHELD_NUMBERS.has(digits.replace(/^1/, '')) ||
    WITHHELD_NUMBERS.has(digits.replace(/^11/, ''))
  );
}
