import { isLasting } from './lasting.js';
import type { Loathed } from './loathed.js';

const DOES_ILL =
  "(?:makes?|made) me (?:gag|ill|sick|feel (?:sick|ill|queasy)|heave|retch|shudder|nervous)|turns? (?:my|me) stomach|(?:would|'d) turn (?:my|me) stomach|gets? up my nose|sets? my teeth on edge|kills? me|frightens? the life out of me|scares? the life out of me|gives? me the (?:creeps|willies|ick|heebie jeebies)|(?:is|are|'s) (?:my|a) pet hate|(?:is|are|'s) (?:a )?(?:nightmare|torture|hell|not my thing|murder) for me|puts? me (?:right |clean )?off|do(?:es)? my (?:head|nut) in|(?:is|are)(?:n't| not) (?:really )?(?:for me|my (?:thing|cup of tea|bag|scene))|and (?:i|me) don't (?:get on|get along|mix)|(?:i|we) (?:can't (?:stand|abide|bear|stick)|don't (?:like|care for)|hate|abhor|detest|do not like)(?=$|[,.!])";

const DOING_ILL = new RegExp(
  `(?:^|[,;.] ?|\\b(?:because|and|but|well|cos|as|no|oh|yes|so|although|though) )((?:the (?:smell|taste|sound|sight) of )?(?:[a-z'-]+ ){0,2}[a-z'-]+?),? (?:really |just |always |absolutely |honestly |proper )*(?:${DOES_ILL})`,
  'g',
);

/** The things that do one ill: "mint makes me gag", "crowds aren't for me". */
export function doingIllIn(plain: string): readonly Loathed[] {
  return Array.from(plain.matchAll(DOING_ILL)).flatMap((match) => {
    const value = (match[1] ?? '').replace(/^(?:the|a|an|your|those|these|all|that) /, '').trim();
    const isThing =
      value.length > 2 &&
      isLasting(value) &&
      !/s'|'s/.test(value) &&
      !/\b(?:hives|swell|swells|rash|allerg[a-z]*|breathe)\b/.test(plain) &&
      !/\b(?:i|we|it|he|she|they|which|this|that|you|my|his|her|me|what|who|back|knees?|hip|feet|head|tooth|teeth|shoulders?|neck|chair|price|prices|bill|heat|mondays?)\b/.test(
        value,
      );
    return isThing ? [{ value, start: match.index, end: match.index + match[0].length }] : [];
  });
}

const IT_DOES_ILL =
  /\b(it|they|that|those) (?:just |really |always )*(?:makes? me (?:gag|vomit|throw up|puke|sick|heave|feel sick|ill)|turns? my stomach|gets? up my nose|gets? on my nerves|do(?:es)? my head in)/;

/** "It makes me gag": where what it is was named before. */
export function itDoesIllIn(plain: string): readonly Loathed[] {
  const match = IT_DOES_ILL.exec(plain);
  return match && !/\ballerg/.test(plain)
    ? [{ pronoun: match[1] ?? 'it', start: match.index, end: match.index + match[0].length }]
    : [];
}
