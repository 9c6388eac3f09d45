import { isLasting } from './lasting.js';

/** A way to say that one likes or dislikes something. */
export interface WishFrame {
  readonly kind: 'prefers' | 'dislikes';
  /** Ends where the thing begins. Sticky flags are not used: it is looked for anywhere in a sentence. */
  readonly pattern: RegExp;
  /** The value of the phrase that follows, or nothing when the phrase is no lasting wish. */
  read(phrase: string, match: RegExpExecArray): string | undefined;
}

/** Adverbs between "I" and the verb, for a pattern. */
export const ADVERBS =
  '(?:(?:really|just|also|do|still|actually|absolutely|quite|generally|usually|normally|always|typically|definitely|personally|honestly|particularly|especially|very much|much|kind of|sort of|tend to|mostly|mainly|rather|ever|too|um+|uh+|er+m?|you know|to be honest|obviously|only|truly|simply|so|cannot lie|must say)[ ,]+)*';

/** "I", "we", and "I've"; an adverb may follow. */
export const WE = `\\b(?:i|we)(?:'ve|ve| have)?,? ${ADVERBS}`;

/** What one is, behind the thing: "a window seat person". */
export const HYPHENS =
  / (?:person|people|girl|guy|man|woman|lady|lad|bloke|gal|fella|kind of (?:person|guy|girl)|drinker|eater|lover)s?$/;

/** Whether a phrase can be what somebody does not like. */
export function isDisliked(phrase: string): boolean {
  return (
    isLasting(phrase) &&
    !/^(?:be |wait$|leave |one |two |three |four |five |ten |\d|bother|say|think|ask|complain|admit|keep|rush\b|know|see|trouble|being (?:a (?:pain|bother|nuisance)|rude|difficult)|the (?:look|sound|idea|thought|way|fact|price|noise|feel|taste of this)|to\b|him|his|her|my (?:job|boss))/.test(
      phrase,
    )
  );
}
