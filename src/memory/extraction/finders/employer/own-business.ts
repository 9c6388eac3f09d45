import type { ReadTurn } from '../../read-call.js';
import { isPlaceOrPerson } from './place-or-person.js';
import { readOrganizationAt, type SpokenOrganization } from './read-organization.js';
import { withKind } from './read-workplace.js';
import { BUSINESS } from './work-cues.js';

/** A business of one's own. */
const OWN_CUES: readonly RegExp[] = [
  /\b(?:my|our|me)(?: own)? (?:little |wee |small |new |\w+ )?(?:company|business|firm|shop|studio|practice|salon|rooms|cafe|café|restaurant|bakery|garage|agency|place|store|consultancy|outfit|thing|clinic|nursery)(?: now| here)?(?:,| is called| is named| it's called| it is called| its called| called| is|'s called|'s|:)(?= )/g,
  /\b(?:own|run|founded|started|opened|set up) (?:it|one|(?:my|our|a|the|me)(?: own)?(?: [a-z]+){1,3}?)(?: now)?(?:,| called| named| it's called| it is called| its called|, it's called)(?= )/g,
  /\b(?:have|got|'ve|i've got|we've got) (?:an?|my own|our own) (?:own |little |small |wee )?(?:\w+ )?(?:company|business|firm|shop|studio|practice|salon|cafe|café|restaurant|bakery|garage|agency|consultancy)(?: now)?,?(?: called| named)?(?= )/g,
  /\bown (?:company|business|firm|rooms|shop|practice)(?: now)?(?:,| called| named)/g,
  /\bfrom the (?:company|firm|business)\b/g,
  /\bwork(?:ing|s)? (?:in|at|for) (?:an? |the |this |one )?(?:[a-z]+ ){0,2}?(?:bakery|shop|firm|company|restaurant|cafe|hotel|school|factory|salon|place|store|garage|nursery|practice|bank|office|pub|bar|farm|startup)(?:,| it's| its)? (?:called|name|named|by the name of|name of|name is)(?= )/g,
];
const ANOTHERS = /\b(?:he|she|they|wife|husband|his|her|their|if|used to|had)\s*$/;

/** The businesses that a caller's turn says to be the caller's own. */
export function ownBusinesses({ text, plain }: ReadTurn, country: string): readonly SpokenOrganization[] {
  return OWN_CUES.flatMap((cue) =>
    Array.from(plain.matchAll(cue)).flatMap((match) => {
      if (ANOTHERS.test(plain.slice(Math.max(0, match.index - 12), match.index))) return [];
      const spoken = readOrganizationAt(text, match.index + match[0].length);
      if (!spoken || isPlaceOrPerson(text, spoken, country)) return [];
      if (/\b(?:called|named|name|company|firm)\W*$|name of$|name is$/.test(match[0])) return [spoken];
      const isWhole = BUSINESS.test(spoken.name) || /^\s*(?:[.,;!?]|$)/.test(plain.slice(spoken.end));
      return spoken.isCapital && isWhole ? [spoken] : [];
    }),
  );
}

const FROM =
  /\b(?:it's|this is|i'm|my name is|name's|here's|^hi|^hello)\s+(?:[\p{L}'-]+\s+){1,3}(?:calling |here |ringing |speaking,? )?from\b/gu;

/** "It's Wayne from Hartigan's Electrical": a business, no town. */
export function comesFrom({ text, plain }: ReadTurn): readonly SpokenOrganization[] {
  return Array.from(plain.matchAll(FROM)).flatMap((match) => {
    const named = readOrganizationAt(text, match.index + match[0].length);
    const spoken = named && withKind(text, plain, named);
    return spoken?.isCapital &&
      BUSINESS.test(spoken.name) &&
      !/\b(?:hotels?|inn|airport|station|hospital)$/i.test(spoken.name)
      ? [spoken]
      : [];
  });
}
