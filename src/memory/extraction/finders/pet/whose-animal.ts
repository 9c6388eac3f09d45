import { firstMatches } from '../../language/first-matches.js';
import type { ReadCall } from '../../read-call.js';
import { RELATION } from '../family/family-words.js';
import { ADJECTIVES, KIND, kindOf } from './kind-mentions.js';

/** People whose animals are not the caller's. What a husband or wife has is at the caller's home. */
const PERSON = `(?:(?!wife|husband|hubby|missus|missis|partner)${RELATION}|ex|ex-wife|ex-husband|friends?|mates?|neighbou?rs?|housemates?|roommates?|flatmates?|lodgers?|landlord|landlady|tenants?|boss|colleagues?|in-laws?|girl|guy|man|lady|woman|bloke|fella|people|next door)`;

/** "My mum's dog", "next door's cat", "my grandson's got a snake", "my sister has two cats". */
const ELSES = new RegExp(
  `(?<!\\blate )\\b${PERSON}(?:(?:'s|s'|s) |(?:'s| has| have| had|'ve)? (?:just |also |only )?(?:got |has |have |had |owns? |keeps? |adopted |bought )(?:an? |the |this |two |three )?)(?:(?!(?:the|an?|and|or|is|was|has|got|with|for|about)\\b)\\w+ )?${ADJECTIVES}(${KIND})(?![\\w-])|\\b(${KIND}) (?:from )?next door\\b|\\b(?:looking after|minding|sitting|fostering) (?:an?|the|this|his|her|their) ${ADJECTIVES}(${KIND})(?![\\w-])`,
  'g',
);
const OWN = new RegExp(
  `\\b(?:(?:my|our) (?:(?:own|other) )?|(?:i|we)(?:'ve| have| 've)?(?: also| just| only)? (?:got |have |own |keep |adopted )?(?:an? |the |two |three )|mine's an? )${ADJECTIVES}(${KIND})(?![\\w-])`,
  'g',
);

/** The kinds of animals that the caller speaks of as somebody else's, and never as the caller's own. */
export function elsesKinds(call: ReadCall): ReadonlySet<string> {
  const theirs = new Set<string>();
  const own = new Set<string>();
  for (const { speaker, plain } of call.turns) {
    if (speaker !== 'caller') continue;
    for (const match of firstMatches(plain, ELSES)) theirs.add(kindOf(match[1] ?? match[2] ?? match[3] ?? '') ?? '');
    for (const match of firstMatches(plain, OWN)) own.add(kindOf(match[1] ?? '') ?? '');
  }
  return new Set([...theirs].filter((kind) => !own.has(kind)));
}

/** "Kiki is Amma's bird", "Otis is my sister's", "he belongs to the gardener". */
const IS_ELSES =
  /(?<![\p{L}'])([\p{L}-]+)(?:(?:'s| is| was) (?:my |the |our )?(?!it|he|she|that|there|here|what|who|how|where|let|name|today|tomorrow)[\p{L}-]+'s(?: (?:dog|cat|bird|parrot|one|horse|pony|rabbit|\p{L}+))?| belong(?:s|ed) to (?!us|me)[\p{L}' -]+)(?=[.,!?]|$)/gu;

/** The names that the caller says are of somebody else's animals, in lower case. */
export function elsesNames(call: ReadCall): ReadonlySet<string> {
  return new Set(
    call.turns
      .filter(({ speaker }) => speaker === 'caller')
      .flatMap(({ plain }) =>
        firstMatches(plain, IS_ELSES).flatMap(([whole, name = '']) => (OF_HOME.test(whole) ? [] : name)),
      ),
  );
}

/** What one's husband, wife or children have is at home, and one's own. */
const OF_HOME = /\b(?:wife|husband|hubby|missus|partner|kids?|children)(?:'s)?\b/;
