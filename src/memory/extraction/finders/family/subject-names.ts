import { CLOSED_WORDS, looksOrdinary } from '../../names/common-words.js';
import { isGivenName } from '../../names/given-names.js';
import { knownGivenName } from '../../names/known-given-name.js';
import { inUsualCase } from '../../names/usual-case.js';
import { usualGender } from '../../names/usual-gender.js';
import type { ReadTurn } from '../../read-call.js';
import { isCased } from '../pet/pet-names.js';

/** A given name by which a turn speaks of somebody. */
export interface SubjectName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly gender: 'male' | 'female' | undefined;
  /** "Our Steven": one of the family in Britain and Ireland. */
  readonly isOurs: boolean;
}

/** What stands before one who does something: "and Vinny's gotta work", "so Marg'll drive me". */
const BEFORE =
  /(?:^|[.!?,;] |\b(?:and|but|so|because|'?cause|cos|coz|when|if|while|then|only|that|until|till|as|yes|no|well|oh|our|young|where|what|says|said|here's|heres|ring|text|ask|tell|call|phone) )$/;
const VERB =
  /^(?:'s|'ll|'d|'s)(?= )|^ (?:is|was|has|had|will|can|can't|cant|won't|wont|would|does|doesn't|doesnt|did|didn't|got|gets|wants|needs|works|lives|says|said|thinks|likes|loves|hates|answers|knows|goes|comes|usually|always|never|just|already|really|might|must|isn't|hasn't|wasn't|(?:s?he|s?he's|s?hes|s?he'll)\b|moved|left|took|made|called|booked|ordered|drives|plays|put)\b/;
const SAID_BY = /\b(?:says|said|here's|heres|ring|text|ask|tell|call|phone) $/;
/** Somebody who is no relative: a friend, a doctor, one who works there. */
const NO_RELATIVE =
  /\b(?:my|our|the|a|your|his|her) (?:\w+ )?(?:friends?|mates?|boss|manager|neighbou?rs?|doctor|dentist|vet|lawyer|solicitor|tenant|landlord|landlady|agent|guy|girl|man|woman|lady|colleague|engineer|plumber|teacher|nurse|carer|builder|driver|dog|cat|puppy|kitten|horse|rabbit|parrot)(?:,| is| called)? $|\b(?:dr|doctor|mr|mrs|ms|miss|saint|st)\.? $/;

/** The given names of a turn that stand where people are spoken of. */
export function subjectNamesIn({ text, plain }: ReadTurn): readonly SubjectName[] {
  const cased = isCased(text);
  return Array.from(text.matchAll(/(?<![\p{L}'’-])\p{L}[\p{L}-]+/gu)).flatMap((match): readonly SubjectName[] => {
    const [word] = match;
    const lower = word.toLowerCase();
    if (cased ? !/^\p{Lu}/u.test(word) : looksOrdinary(lower)) return [];
    const known = knownGivenName(lower) ?? (isGivenName(lower) ? 'rare' : undefined);
    if (CLOSED_WORDS.has(lower) || lower === 'easter' || known === undefined || (!cased && known === 'rare')) return [];
    const before = plain.slice(Math.max(0, match.index - 40), match.index);
    const end = match.index + word.length;
    // A surname.
    const more = cased ? (/^ \p{Lu}[\p{L}-]+(?=[.!?]|$|'s |'ll )/u.exec(text.slice(end))?.[0].length ?? 0) : 0;
    const after = plain.slice(end + more);
    const isEnd = /^(?:[.,!?]|$)/.test(after);
    if (NO_RELATIVE.test(before) || !BEFORE.test(before)) return [];
    const isAlone = isEnd && match.index > 0 && /[.!?] $/.test(before) && known === 'frequent' && !looksOrdinary(lower);
    if (!(VERB.test(after) || (isEnd && SAID_BY.test(before)) || isAlone)) return [];
    const pronoun = /^(?:'s|'ll)?[^.!?]{0,60}?\b(he|he's|he'll|hes|his|him|she|she's|she'll|shes|her)\b/.exec(
      after,
    )?.[1];
    const said = pronoun === undefined ? undefined : /^(?:s|her)/.test(pronoun) ? 'female' : 'male';
    return [
      {
        name: inUsualCase(word),
        start: match.index,
        end,
        gender: usualGender(lower) ?? said,
        isOurs: / our $|^our $/.test(before),
      },
    ];
  });
}
