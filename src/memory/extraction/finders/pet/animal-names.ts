import { looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import type { ReadTurn } from '../../read-call.js';
import { kindOf } from './kind-mentions.js';
import { isCased, isOneOf, petNameAt, type SpokenPetName } from './pet-names.js';

/** What stands before a name that is no animal's. */
const NO_ANIMAL_BEFORE =
  /(?:\b(?:my name is|my name's|name is|i'm|i am|this is|speaking to|speaking with|dr\.?|doctor|mrs?\.?|ms\.?|miss|in|(?<!look )at|near|(?<!results )from|to|on|by|of|st|saint|street|road|my (?:\w+ )?(?:husband|wife|son|daughter|mum|mom|dad|mother|father|sister|brother|partner|friend|neighbou?r|boss|vet|name)(?:'s|,| is)?|(?:last|sur)name)|, (?:it's|thanks|cheers)) $/;
/** "It's under my ex, I think, Mathieu Gagnon." */
const OF_A_PERSON =
  /\b(?:my|his|her|our) (?:ex|husband|wife|partner|boss|landlord|sister|brother|mother|father|mum|mom|dad)\b[^.!?]{0,20}, $/;
const NO_ANIMAL_AFTER =
  /^(?:['’]s (?:the name|my name)| speaking\b| here\b| (?:road|street|lane|avenue|vets?|veterinary|clinic|terrace|court|close)\b)/i;

/** Not the caller's: "Monty's my neighbour's". */
const ELSES =
  /^(?:['’]s| is| was| belongs to)? (?:my |the |a )?(?:\w+ )?\w+['’]s(?: (?:dog|cat|one))?(?=[.,!?]|$)|^ belongs\b/;

/** Words that put an animal's name into its place without a kind, in a call about animals. */
const ANIMAL_PLACE =
  /\b(?:about|for|bring|bringing|get|getting|have|take|book|see|seen|collect|fetch|with|is|how's|how is|it's|its|called|for|register|patient(?:'s| is)?|poor|little|old|wee|results from|results for|neuter|spay|insure|and|or|see to|warn (?:him|her|them) about|mind|feed) $/;

/** A word that may be an animal's name. */
export interface Named extends SpokenPetName {
  readonly turn: number;
  /** It stands where an animal is spoken of: "about", "bring", or first. */
  readonly inPlace: boolean;
}

/** Every word of a turn that may be a name and is nobody's who is known. */
export function namesIn(turn: ReadTurn, plain: string, others: ReadonlySet<string>): readonly Named[] {
  const found: Named[] = [];
  const cased = isCased(turn.text);
  let at = 0;
  for (const match of turn.text.matchAll(/(?<![\p{L}'’-])\p{L}[\p{L}'’-]+/gu)) {
    if (match.index < at) continue;
    const before = plain.slice(Math.max(0, match.index - 40), match.index);
    const isFirst = /(?:^|[.!?]\s*)$/.test(before);
    const inPlace = ANIMAL_PLACE.test(before) || isFirst;
    if (!cased && !inPlace) continue;
    const name = petNameAt(turn.text, match.index, false);
    if (name) at = name.end;
    if (
      !name ||
      NO_ANIMAL_BEFORE.test(before) ||
      OF_A_PERSON.test(before) ||
      NO_ANIMAL_AFTER.test(turn.text.slice(name.end))
    )
      continue;
    const lower = name.name.toLowerCase();
    const isOrdinary = looksOrdinary(lower) && !isGivenName(lower);
    if (isOneOf(lower, others) || kindOf(lower) !== undefined || isPlainWord(name.name, turn.text)) continue;
    // "Poor thing.", "understood ill tell her": a sentence begins with any word.
    if (isFirst && !isGivenName(lower) && !AFTER_A_NAME.test(plain.slice(name.end))) continue;
    if (isOrdinary && (!cased || isFirst)) continue;
    if (ELSES.test(turn.text.slice(name.end))) continue;
    found.push({ ...name, turn: turn.index, inPlace });
  }
  return found;
}

const AFTER_A_NAME =
  /^(?:'s\b|[.,!?]|$|,? (?:he|she|he's|she's|hes|shes|is|isn't|has|hasn't|was|won't|and|the|got|ate|needs|keeps|can|will|too|again)\b)/;

/** Words that are written like names and are no animal's: a language, "Mum". */
export const isPlainWord = (name: string, text: string): boolean =>
  /^(?:english|french|polish|german|spanish|irish|welsh|chinese|indian|american|australian|british|scottish|christmas|easter)$/i.test(
    name,
  ) ||
  /^(?:mum|mam|mom|mammy|mummy|dad|daddy|nan|nana|gran|granny|grandma|grandad|grandpa|amma|appa|papa|mama)$/i.test(
    name,
  ) ||
  (!isCased(text) && looksOrdinary(name.toLowerCase()) && !isGivenName(name.toLowerCase()));
