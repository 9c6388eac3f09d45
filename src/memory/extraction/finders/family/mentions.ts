import { firstMatches } from '../../language/first-matches.js';
import { readRelatedName } from '../../names/read-related-name.js';
import { usesCapitals } from '../../names/uses-capitals.js';
import type { ReadCall, ReadTurn } from '../../read-call.js';
import {
  BABY,
  BARE_PARENT,
  BARE_SPOUSE,
  HIMSELF,
  LITTLE,
  MINE,
  MRS,
  NEW_BABY,
  OWN_NAME,
  THE,
  THE_ANY,
  THE_IRISH,
} from './family-words.js';
import type { Mention } from './mention.js';
import { relationOf, YOUNG_FORMS } from './relations.js';
import { hasAnimal, nameAfterPossessive, nameRightAfter } from './relative-names.js';

/** Every word of a turn by which the caller speaks of one relative, form by form. */
export function mentionsIn(call: ReadCall, turn: ReadTurn, others: ReadonlySet<string>): readonly Mention[] {
  const { text, plain } = turn;
  const bare = [BARE_PARENT, BARE_SPOUSE, BABY, NEW_BABY].flatMap((form) =>
    firstMatches(plain, form).map(({ 0: { length }, 1: word = '', index }) => ({
      word,
      at: index + length - word.length,
      end: index + length,
    })),
  );
  const glued = firstMatches(text, GLUED).map(({ 0: { length }, 1: word = '', index }) => ({
    word,
    at: index,
    end: index + length,
  }));
  return [...mine(turn, call.country), ...withThe(call, turn, others), ...alone(text, plain), ...bare, ...glued];
}

/** "And mums Pauline Stott": "mum's", without the sign. */
const GLUED = /(?<=^|[.!?,] |\band )(mum|mam|mom|dad|nan|gran)s(?= \p{Lu}\p{Ll}+)/gu;

/** "My wife", "our eldest", "me mam". */
function mine(turn: ReadTurn, country: string): readonly Mention[] {
  const { text, plain } = turn;
  return firstMatches(plain, MINE).flatMap((match): readonly Mention[] => {
    const [whole, whose, adjectives = '', word = ''] = match;
    const at = match.index;
    const end = at + whole.length;
    const before = plain.slice(0, at);
    if (
      YOUNG_FORMS.has(word) &&
      !readRelatedName(text, end) &&
      !/\b(?:little|baby|youngest|eldest|oldest|younger|older|wee)\b/.test(adjectives) &&
      !/^ typed\b|^ (?:says|said|told) |^(?: \w+)? (?:to|from|at) (?:his|her) (?:school|swimming|football|training|practice|class|lesson|nursery|match|game|dance)\b/.test(
        plain.slice(end),
      )
    )
      return [];
    // "Give me mother of pearl": where "me" can be an object it is no "my", but "for me brother-in-law" is.
    if ((whose === 'me' || whose === 'ma') && /\b(?:give|gave|tell|told|call|send|let|help|get|ring)\s*$/.test(before))
      return [];
    // "A table for me, wife and kids" without the comma.
    if (whose === 'me' && /\b(?:for|with|to)\s*$/.test(before) && /^,? (?:and|plus)\b/.test(plain.slice(end)))
      return [];
    // "Our kid" is a brother or sister in the north of England.
    if (whose === 'our' && country === 'GB' && (word === 'kid' || (word === 'kids' && OF_ONE.test(plain.slice(end)))))
      return [{ word: 'our kid', at, end }];
    if (isSeveral(word)) {
      const isPossessive = OF_ONE.test(plain.slice(end));
      const isOne = isPossessive || nameAfterPossessive(turn, end);
      return isOne ? [{ word: word.replace(/s$/, ''), at, end, isPossessive }] : [];
    }
    // "My nans ninetieth", where apostrophes are not written.
    const isPossessive =
      /[^s]s$/.test(word) && relationOf(word.slice(0, -1)) !== undefined && !/^ names?\b/.test(plain.slice(end));
    return [{ word, at, end, isPossessive: isPossessive && !usesCapitals(text) }];
  });
}

function withThe(call: ReadCall, { text, plain }: ReadTurn, others: ReadonlySet<string>): readonly Mention[] {
  const isNamed = (end: number): boolean =>
    (nameRightAfter(text, plain, end, others) ?? readRelatedName(text, end, others)) !== undefined;
  const place = (match: RegExpExecArray): Mention => {
    const end = match.index + match[0].replace(/'s$/, '').length;
    return { word: match[1] ?? '', at: match.index, end };
  };
  const named = firstMatches(plain, THE_ANY)
    .map(place)
    .filter(({ end }) => isNamed(end) && !hasAnimal(plain, end));
  const little = firstMatches(plain, LITTLE)
    .map(place)
    .filter(({ word, end }) => isNamed(end) || (!word.startsWith('young') && OF_A_CHILD.test(plain.slice(end))));
  const forms = call.country === 'IE' ? [THE, MRS, THE_IRISH] : [THE, MRS];
  const plainly = forms.flatMap((form) => firstMatches(plain, form).map(place));
  const himself = call.country === 'IE' ? firstMatches(plain, HIMSELF).map(place) : [];
  return [...named, ...little, ...plainly, ...himself];
}

/** "The wee man beside me", "the little one, she's three": no shop boy, and no hospital. */
const OF_A_CHILD =
  /^[^.!?]{0,60}\b(?:he|she|him|her|his|hers|he's|she's|hes|shes)\b|^ (?:in )?(?:beside|with) me\b|^'s (?:school|nursery|crèche|creche|teeth|hair|birthday)\b/;

/** "Mam is diabetic", "hubby's on lates". */
function alone(text: string, plain: string): readonly Mention[] {
  return firstMatches(text, OWN_NAME).flatMap((match) => {
    const isGreeted = /^\W*(?:hi|hiya|hello|hey|bye|thanks|sorry|yes|no),? $/i.test(plain.slice(0, match.index));
    const word = (match[1] ?? match[2] ?? '').toLowerCase();
    return isGreeted ? [] : [{ word, at: match.index, end: match.index + match[0].length }];
  });
}

/** "My sisters wedding": one, without the apostrophe. */
const OF_ONE =
  /^ (?:been|an?|just been|got)\b|^ (?:\d+\w* |(?:\w+ieth|\w+th) |(?:two|three|four|five) )?(?:wedding|birthday|house|place|flat|party|car|number|phone|appointment|room|husband|wife|kids|boys|girls|children|baby|quince\w*|graduation|funeral|e-?mail|address|card|account|booking|school|work|job|hair|teeth|flight|train|thing|name|vegan|coming|diabetic|pregnant|boyfriend|girlfriend|dog|cat)\b/;

/** A word for several relatives. */
export const isSeveral = (word: string): boolean =>
  /^(?:son|daughter|brother|sister|aunt|auntie|uncle|cousin|niece|nephew|grandson|granddaughter|boy|girl|lad|partner|grandmother|grandfather|kid|grandkid|grandbabie|grandbaby|boyfriend|girlfriend)s$/.test(
    word,
  );
