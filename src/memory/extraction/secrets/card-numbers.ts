import type { NumberRun } from './spoken-tokens.js';

/** How the numbers of payment cards begin, and how long they are (Visa, Mastercard, American Express, Discover, JCB, Diners, UnionPay, Maestro). */
const CARD =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|6(?:011|4[4-9]\d|5\d\d)\d{12,15}|35(?:2[89]|[3-8]\d)\d{12}|3(?:0[0-5]|[689]\d)\d{11}|62\d{14,17}|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{8,15})$/;

/** The longest number of a card. */
export const CARD_DIGITS_MAX = 19;
export const CARD_DIGITS_MIN = 12;

function isCardNumber(digits: string): boolean {
  return CARD.test(digits) && hasCheckDigit(digits);
}

/** Whether digits end in the one that Luhn's formula makes of the others, as those of every card do. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The card numbers of a run: of each place the longest. */
export function cardNumbersIn(run: NumberRun): readonly { readonly start: number; readonly end: number }[] {
  if (run.digits.length < CARD_DIGITS_MIN) return [];
  const found: { start: number; end: number }[] = [];
  for (let from = 0; from < run.tokens.length; from += 1) {
    const to = lastOfCard(run, from);
    if (to === undefined) continue;
    found.push({ start: run.tokens[from]?.start ?? 0, end: run.tokens[to]?.end ?? 0 });
    from = to;
  }
  return found;
}

function lastOfCard({ tokens }: NumberRun, from: number): number | undefined {
  let digits = '';
  let last: number | undefined;
  for (let to = from; to < tokens.length; to += 1) {
    const more = tokens[to]?.digits ?? '';
    if (digits.length + more.length > CARD_DIGITS_MAX) break;
    digits += more;
    if (digits.length >= CARD_DIGITS_MIN && isCardNumber(digits)) last = to;
  }
  return last;
}
