import type { Claim } from '../../language/claims.js';

/** A way to say that one has an illness, an injury or a state of health. */
export interface ConditionFrame {
  readonly pattern: RegExp;
  /** The condition that a match names, or nothing where the words around it say that it is none. */
  read(match: RegExpExecArray, claim: Claim): string | undefined;
}

/** Between "I am" and what one is, for a pattern. */
export const ADVERBS =
  '(?:(?:a|an|also|actually|really|very|quite|a bit|a little|bit|slightly|severely|mildly|still|just|currently|now|already|badly|pretty|kind of|sort of|unfortunately|afraid|chronically|only|myself|both|always|well|so|the|here|um+|uh+|er+m?|you know|obviously|technically|being|like|basically|officially|clinically|,? ?how do you say,?|gone) )*';
