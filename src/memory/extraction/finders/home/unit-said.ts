import { withDigits } from '../../language/number-words.js';
import type { ReadTurn } from '../../read-call.js';
import { RELATIVE } from './place.js';
import { readAddresses } from './read-addresses.js';
import type { SpokenAddress } from './spoken-address.js';

/** "…, Auburn. We're upstairs, so that's apartment 2.", "… now, apartment 2": one unit in the words after an address. */
const UNIT_LATER =
  /^(?:|[^!?\d]{0,50}?(?:,|\b(?:now|that's|thats|it's|its|i'm|we're|im|in))) ((?:apartment|apt|flat|unit|suite|townhouse) (?:number )?(?:\d+ ?[a-h]?|[a-h] ?\d*)|(?:the )?(?:top|ground|\d(?:st|nd|rd|th)|first|second|third|basement|upper|lower|garden) (?:floor(?: flat| apartment)?|flat|unit))(?=$|[,.;!?]| (?:and|but|so|please)\b)/i;
/** Further behind the address nothing is read: it bounds what a turn of many addresses costs. */
const REST_MAX = 160;
/** Whose unit it is when somebody else is spoken of between. */
const OTHERS = new RegExp(
  `\\b(?:${RELATIVE}|neighbou?rs?|above|below|next door|block|tower|building|guy|lady|man|woman|people|they|he|she|from|not|was|used to)\\b`,
  'i',
);

/**
 * The address with the unit that the same turn says later: undefined where none is said, or the address has one.
 *
 * @returns its new form, and where the unit ends in the turn
 */
export function withUnitSaid(
  turn: ReadTurn,
  spoken: SpokenAddress,
): { readonly address: string; readonly end: number } | undefined {
  if (/\b(?:apartment|apt|flat|unit|suite|townhouse|floor)\b|#|, \d/i.test(spoken.address)) return undefined;
  const digits = withDigits(turn.text.slice(spoken.end, spoken.end + REST_MAX));
  const later = UNIT_LATER.exec(digits.text);
  if (!later?.[1] || OTHERS.test(later[0])) return undefined;
  const unit = readAddresses(`${later[1]}, 1 X Street`, true)[0]?.address.split(', ')[0];
  const { end } = digits.original(0, later[0].length);
  return unit === undefined ? undefined : { address: `${spoken.address}, ${unit}`, end: spoken.end + end };
}
