import { withDigits } from '../../language/number-words.js';
import { distance } from '../../names/respell.js';
import type { ReadTurn } from '../../read-call.js';
import type { Place } from './place.js';
import { readAddresses } from './read-addresses.js';

const LEAD =
  "(?:(?:no+|nope|nah|sorry|actually|(?:it )?should be|i said|i meant|make (?:it|that)|it'?s|its|it is|yes|yeah|but|at|close|almost|not quite|number|that'?s it|that'?s right|i'?m|we'?re|(?:the )?other way (?:a?round|about))[\\s,.]+)*";
/** A turn that begins with a number and then pauses or says whose the other one is: "Twelve A. Twelve is my neighbour". */
const NUMBER_ALONE = new RegExp(
  `^\\W*${LEAD}(\\d+(?:[\\s-]\\d+)*[\\s-]?(?:[a-h](?![\\p{L}']))?)\\s*(?=$|[.,;!?]|(?:it'?s|is it|not|now|actually|yes|yeah|right|please)\\b)`,
  'iu',
);
/** "Is it still Ravenhill Park?": a street without its number. */
const STREET_ASKED =
  /\b(?:still (?:on |at |in )?|(?:the|your) (?:house|place|home|flat) (?:on|in|at) )((?:\p{Lu}[\p{L}'’-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Lane|Drive|Court|Place|Close|Crescent|Terrace|Way|Gardens|Grove|Hill|Mews|Walk|Rise|Park))(?=[?,.]| or\b)/u;
const NUMBERS = /\d+[A-H]?\b/gi;

/**
 * The address with the number that the caller puts right or adds: "46 Camino Real?" – "No, 64."; "12 Gilbert Road?" – "Twelve A";
 * "still Ravenhill Park?" – "Number 58, yes".
 *
 * @param held the address that was said before
 */
export function numberPutRight(turn: ReadTurn, question: ReadTurn, held: Place | undefined): Place | undefined {
  const digits = withDigits(turn.text);
  const read = readAddresses(question.text, true).at(-1)?.address;
  const street = streetSaidAgain(digits.text, read);
  const match = NUMBER_ALONE.exec(digits.text.slice(street));
  const number = match?.[1]?.replace(/[\s-]/g, '').toUpperCase();
  if (!match || number === undefined || number.length > 6) return undefined;
  const { end } = digits.original(0, street + match[0].length);
  const place = (value: string): Place => ({ value, turn: turn.index, start: 0, end, weight: 2 });
  const asked = STREET_ASKED.exec(question.text)?.[1];
  if (asked) return place(`${number} ${asked}`);
  if (read === undefined || OTHER_NUMBERS.test(question.plain)) return undefined;
  const isHeld = held !== undefined && sharesStreet(held.value, read);
  const base = isHeld ? held.value : read;
  const numbers = base.match(NUMBERS) ?? [];
  if (numbers.some((one) => one.toUpperCase() === number)) return undefined;
  const costs = numbers.map((one) => cost(one.toUpperCase(), number));
  const wrong = numbers[costs.indexOf(Math.min(...costs))];
  const isOther = street > 0 && numbers.length === 1;
  return wrong === undefined || (!isOther && Math.min(...costs) > Math.ceil(wrong.length / 2))
    ? undefined
    : place(base.replace(new RegExp(`\\b${wrong}\\b`), number));
}

/** "Mill Lane, yes, but it is 19, not 9": where what is put right begins, behind the street that holds; 0 if none is said again. */
function streetSaidAgain(answer: string, read: string | undefined): number {
  const lead = /^[^.?!\d]{3,60}?\bbut\b[\s,]*/iu.exec(answer)?.[0] ?? '';
  return read !== undefined && sharesStreet(lead, read) ? lead.length : 0;
}

/** A number in the answer may be another's: of a telephone, a day. */
const OTHER_NUMBERS =
  /\b(?:phone|mobile|cell|number is|call you|o'clock|date of birth|when|what time|how many|which day)\b/;

/** How far two numbers are from each other; the same digits in another order are one step. */
function cost(one: string, other: string): number {
  const sorted = (digits: string): string => [...digits].sort().join('');
  return sorted(one) === sorted(other) ? 1 : one.length > 1 || other.length > 1 ? distance(one, other) : 3;
}

const sharesStreet = (one: string, other: string): boolean => {
  const street = /\p{L}{3,}/u.exec(other)?.[0].toLowerCase();
  return street !== undefined && one.toLowerCase().includes(street);
};
