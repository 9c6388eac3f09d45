import { firstMatches } from '../../language/first-matches.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { inUsualCase } from '../../names/usual-case.js';
import { usualGender } from '../../names/usual-gender.js';
import type { ReadTurn } from '../../read-call.js';
import type { Relative } from './relative.js';

/** "A baby here, our Alfie's only five weeks": a child by its age. */
const OF_A_BABY =
  /\bour ([\p{L}-]+?)(?:'s|s| is) (?:only |just |about )?(?:\w+|\d+) (?:days|weeks|months)(?: old)?\b/gu;

/** "Nobody to lift our Jamie from nursery". */
const OF_A_CHILD =
  /\bour ([\p{L}-]+?)(?:'s|s)? (?:is )?(?:(?:up |back |home )?(?:from|to|at|into|starting|starts) )?(?:the |his |her )?(?:nursery|cr[eè]che|playgroup|primary school|school|christening)\b/gu;

/** Babies who are named without a word for what they are. */
export function ourBabies({ plain, index }: ReadTurn): readonly Relative[] {
  return [...firstMatches(plain, OF_A_BABY), ...firstMatches(plain, OF_A_CHILD)].flatMap(
    (match): readonly Relative[] => {
      const name = match[1] ?? '';
      const gender = usualGender(name);
      if (gender === undefined || knownGivenName(name) === undefined) return [];
      const relation = gender === 'male' ? 'son' : 'daughter';
      return [
        { relation, name: inUsualCase(name), turn: index, start: match.index, end: match.index + match[0].length },
      ];
    },
  );
}
