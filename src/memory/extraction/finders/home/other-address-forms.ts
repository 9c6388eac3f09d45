import type { DigitText } from '../../language/number-words.js';
import type { SpokenAddress } from './spoken-address.js';
import { HOUSE, SUFFIX } from './street-words.js';

const CAPITALISED = "(?!(?:I'm|It's|That's|We're|I|Is)\\b)\\p{Lu}[\\p{L}'’-]*";
const inCapitals = (words: string): string => words.replace(/(^|\|)\p{Ll}/gu, (letter) => letter.toUpperCase());
const STREET = `(?:${inCapitals(SUFFIX)}|Range)`;
const HOME = `(?:${inCapitals(HOUSE)}|Post Office|Light|Malthouse)`;
const TOWN_AFTER = `(?:,\\s+(${CAPITALISED}(?: (?:on|upon|le|of) ${CAPITALISED}| ${CAPITALISED})?))?(?=[.,;!?]|$)`;
/** Where a house with a name is said, and not a person: "It's Rowan Cottage, Church Hill", "Same as Dad was, Carn Brea Farm, Well Lane." */
const HOUSE_ON_STREET = new RegExp(
  `(?:^|[.,!?]\\s+|\\b(?:[Ii]t'?s|[Ii]'m|[Aa]t|[Ii]s|[Ii]n|[Tt]o|[Aa]ddress)\\s+)((?:[Tt]he )?(?:${CAPITALISED} ){1,3}${HOME}),\\s+(?:on )?((?:[Tt]he )?(?:${CAPITALISED} ){1,2}${STREET})${TOWN_AFTER}`,
  'gu',
);
/** "Sandpipers, Church Lane, Alfriston.": a name that only the answer to a question makes a house's. */
const NAME_ON_STREET = new RegExp(
  `(?:^|[.!?]\\s+|\\b[Ii]t'?s\\s+)((?:The )?${CAPITALISED}),\\s+((?:${CAPITALISED} ){1,2}${STREET}),\\s+(${CAPITALISED})(?=[.;!?]|$)`,
  'gu',
);
/** "Beech Range, number sixty-six", "on Moreland Street? Number 19, flat 6". */
const NUMBER_LAST = new RegExp(
  `((?:${CAPITALISED} ){1,3}${STREET})[,.?]?\\s+(?:at )?[Nn]umber (\\d+[a-hA-H]?)(?:,\\s+((?:[Ff]lat|[Uu]nit|[Aa]partment) \\w+))?(?=[.,;!?]|$)`,
  'gu',
);
/** "Graefestraße 20". */
const GERMAN = /(\p{Lu}\p{L}+(?:straße|strasse|weg|platz|gasse|allee|ufer) \d+[a-h]?)\b/gu;

/** The addresses of a text that do not begin with a number: houses with names, and streets before their numbers. Only where names have capitals. */
export function otherForms(digits: DigitText, isAsked: boolean, capitals: boolean): readonly SpokenAddress[] {
  if (!capitals) return [];
  const { text } = digits;
  const found: SpokenAddress[] = [];
  const add = (match: RegExpExecArray, address: string, begin: string, city?: string): void => {
    const from = match.index + match[0].indexOf(begin);
    const { start, end } = digits.original(from, match.index + match[0].length - (city ? city.length + 2 : 0));
    if (!found.some((other) => start < other.end && other.start < end))
      found.push({ address, city, start, end, isSure: true });
  };
  for (const match of text.matchAll(HOUSE_ON_STREET)) {
    const [, house = '', street = '', city] = match;
    add(match, `${house}, ${street}`, house, city);
  }
  for (const match of isAsked ? text.matchAll(NAME_ON_STREET) : []) {
    const [, house = '', street = '', city] = match;
    add(match, `${house}, ${street}`, house, city);
  }
  for (const match of text.matchAll(NUMBER_LAST)) {
    const [, street = '', number = '', unit] = match;
    add(match, [`${number} ${street}`, unit].filter(Boolean).join(', '), street);
  }
  for (const match of text.matchAll(GERMAN)) add(match, match[1] ?? '', match[0]);
  return found;
}
