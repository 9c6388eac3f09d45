import { COMMON_WORDS } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { usualGender } from '../../names/usual-gender.js';
import { isCased } from '../pet/pet-names.js';
import { RELATION } from './family-words.js';
import { fits, isOfKind } from './relative-gender.js';
import type { RelativeName } from './relative-name.js';

/** How far behind the word for a relative the name may stand, in characters. */
const FAR = 150;

/** Somebody else comes in: a name behind is that person's. */
export const SOMEBODY_ELSE = new RegExp(
  `\\b(?:my|our|his|her|their|the|a|your) (?:\\w+ )?(?:${RELATION}|friends?|mates?|boss|neighbou?rs?|doctor|dentist|vet|lawyer|solicitor|manager|tenant|landlord|landlady|agent|guy|man|woman|lady|fella|colleague|engineer|plumber|teacher|nurse|dog|cat|puppy|kitten|horse|rabbit|parrot|names?)(?![\\w-])|\\b(?:dr|doctor|mr|mrs|ms|miss|i'm|im|i am|myself)\\b`,
);

const PLACE_BEFORE =
  /\b(?:in|at|to|from|on|of|near|by|with|under|off|outside|for|called|and|or|than|like|is it|i'm|im|i am|this is|it's|its|name's|name is|as|hi|hello|hey|thanks|thank you|cheers|sorry|morning|ask|tell) $/;
const VERB_AFTER =
  /^(?:['’]s (?!\p{Lu})|[.,!?]|$| (?:is|was|has|had|will|can|can't|wants|says|said|would|needs|does|doesn't|got|gets|she|he|she's|he's|shes|hes|her|his|who|usually|always|sorts|handles|knows)\b)/u;

/**
 * The name of a relative later in the same turn: "will you ring my daughter and tell her? Denise.", "my wife's name … She's Eleni",
 * "the wife's hip has. Saoirse's just had it replaced". Nothing where two names could be meant, or somebody else comes between.
 */
export function lateName(
  text: string,
  plain: string,
  end: number,
  relation: string,
  others: ReadonlySet<string>,
): RelativeName | undefined {
  const ahead = plain.slice(end, end + FAR);
  const stop = SOMEBODY_ELSE.exec(ahead)?.index ?? FAR;
  const cased = isCased(text);
  const found = new Map<string, RelativeName>();
  for (const match of text.slice(end, end + stop).matchAll(/(?<![\p{L}'’-])\p{L}[\p{L}-]+/gu)) {
    const word = match[0];
    const lower = word.toLowerCase();
    const before = ahead.slice(0, match.index);
    const behind = text.slice(end + match.index + word.length);
    // "He was in last week, Roy Thornbury."
    const after = cased ? behind.replace(/^ \p{Lu}[\p{L}-]+(?=[.!?]|$)/u, '') : behind;
    // "My grandmother's ninetieth, this sunday, dinner, tan": a list.
    if (!cased && before.split(',').length > 3) break;
    const known = knownGivenName(word) ?? (isGivenName(lower) ? 'rare' : undefined);
    if (others.has(lower) || COMMON_WORDS.has(lower) || isOtherKind(after, relation)) continue;
    if (!fits(usualGender(word), relation) || (after !== behind && known === undefined)) continue;
    const isSaid = /(?:[.!?]\s|\b(?:s?he's|s?hes|he is|she is) )$/.test(before);
    const isAlone = isSaid && /^(?:[.!?]|$)/.test(after);
    const isName = cased
      ? /^\p{Lu}/u.test(word) &&
        (known !== undefined || isAlone) &&
        (isSaid || before.endsWith(', ') || (known === 'frequent' && /^ (?:s?he|s?he's|s?hes)\b/.test(after))) &&
        !/(?<![\p{L}'’])(?!S?[Hh]e['’])\p{Lu}[\p{L}'’]* $/u.test(text.slice(0, end + match.index))
      : known === 'frequent' ||
        (known === 'rare' &&
          (/(?:,|\b(?:s?he's|s?hes)) $/.test(before) || /^ (?:she|he|shes|hes|she's|he's)\b/.test(after)));
    if (!isName || (!isSaid && PLACE_BEFORE.test(before)) || !VERB_AFTER.test(after)) continue;
    found.set(lower, {
      name: word.replace(/^\p{L}/u, (letter) => letter.toUpperCase()),
      end: end + match.index + word.length,
      isLate: true,
    });
  }
  return found.size === 1 ? [...found.values()][0] : undefined;
}

/** "My wife … Rob, he's the plumber": a man is no wife. */
const isOtherKind = (after: string, relation: string): boolean =>
  !isOfKind(/^(?:['’]s)?,? (he|he's|hes|his|him|she|she's|shes|her)\b/.exec(after)?.[1], relation);
