import { isDisliked } from './wish-frame.js';

/** A thing that stands before what is said of it: "head massage I like very much", "cilantro, which I can't stand". */
export const THING_FIRST: readonly { readonly kind: 'prefers' | 'dislikes'; readonly pattern: RegExp }[] = [
  {
    kind: 'dislikes',
    pattern:
      /\b((?:[a-z'-]+ ){0,2}[a-z'-]+),? (?:which|that) (?:i|we) (?:personally |really |absolutely |just |actually |truly )*(?:can't (?:stand|bear|abide)|cannot (?:stand|bear|abide)|hate|detest|loathe|dislike|don't like|am not a fan of)\b/g,
  },
  {
    kind: 'prefers',
    pattern:
      /\b((?:[a-z'-]+ ){0,2}[a-z'-]+),? (?:which|that) (?:i|we) (?:personally |really |absolutely |just |actually |always |usually )*(?:love|prefer|adore|always (?:have|get|order|ask for))\b/g,
  },
  {
    kind: 'prefers',
    pattern:
      /(?:^|[,;.] ?|\b(?:yes|yeah|and|but) )((?:[a-z'-]+ ){0,3}[a-z'-]+),? i (?:do )?(?:like|love|prefer|enjoy)(?: it| them)? (?:very much|a lot|the most|best|most of all|most)\b/g,
  },
  {
    kind: 'prefers',
    pattern:
      /(?:^|[,;.] ?|\b(?:yes|yeah|and|but|the) )((?:[a-z'-]+ ){0,3}[a-z'-]+)(?: is|'s| are) (?:definitely |always |still |really )*my (?:favou?rite|go-to|go to|usual|preference)\b/g,
  },
  {
    kind: 'prefers',
    pattern:
      /\bi (?:always |usually |generally |just |do )*find (?:that )?((?:[a-z'-]+ ){0,3}[a-z'-]+?)(?: is| are| a lot| much| far| way| to be)* (?:easier|better|best|more convenient|more comfortable|nicer)(?: for me)?\b/g,
  },
  {
    kind: 'dislikes',
    pattern:
      /(?:^|[,;.] ?|\b(?:yes|yeah|and|but|because|cos|as) )((?:[a-z'-]+ ){0,2}[a-z'-]+) (?:really |just |always |absolutely )*(?:drives? me (?:mad|crazy|up the wall|nuts|insane|bonkers)|gets? on my (?:nerves|wick)|do(?:es)? my head in|puts? me off|(?:is|are)(?:n't| not) (?:really )?(?:for me|my (?:thing|cup of tea)))\b/g,
  },
];

/** The words of the thing itself: after the last word that leads to it. */
export function thingFirst(words: string): string | undefined {
  const thing = words
    .replace(
      /^.*\b(?:the|a|an|with|of|for|in|on|at|my|your|some|any|and|or|is|are|was|to|have|has|had|got|it's|that's|about|do|did|get|put|me|us|no|yes|so|but|well|because|this|that)\s+/,
      '',
    )
    .trim();
  return isDisliked(thing) &&
    !/s'(?: |$)|'s /.test(words) &&
    !/^(?:i|we|it|he|she|they|which|one|ones|there|is|are|my|the|a|an|you|that|this|what|thing|things|people|someone|everything|yes|no|yeah)$/.test(
      thing,
    )
    ? thing
    : undefined;
}
