import type { ReadTurn } from '../../read-call.js';
import { isLasting } from './lasting.js';

/** A thing that is refused for good, and where a turn says so. */
export interface Refused {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const THING =
  "((?:(?:the|that|those|these|any|your) )?(?!(?:can|could|would|will|do|does|is|are|was|we|you|he|she|they|that's|thats|its|it's|just|only|me|my|the|there|what|how|if|when)\\b|sorry\\b|wait\\b|actually\\b|thanks?\\b|thank\\b|problem|worries|need\\b|rush|one\\b|idea|way\\b|longer|not\\b|i\\b|it\\b|sir\\b|ma'?am|maam|hurry|matter|doubt|bother|allerg|offen[cs]e|car\\b|pets?\\b|kids\\b|children\\b)[a-z][a-z'-]+(?: (?!(?:because|cos|so|but|please|i|it|they|thanks|for|and|on)\\b)[a-z'-]+){0,3})";
const POLITE =
  '(?:,? (?:please|thanks|thank you|for (?:me|us)|near me|in mine|in it|on mine|on (?:my|me) [a-z]+|over the [a-z]+|at all|love|mate|okay|[a-z]+(?=\\.)))*';
const DOES =
  '(?:stinks?|smells?|makes?|gives?|hurts?|shows?|kills?|burns?|dries|itch(?:es)?|irritates?|pulls?|scratch(?:es)?|bangs?|sets?|brings?|upsets?|disagrees?|repeats? on|turns?|tastes?|looks? like|gets? (?:everywhere|on my))';

/** Why a thing is refused for good: what it does to one, or what one has. */
const WHY = `(?:it|they|that|this|[a-z]+)(?:'s| is| are)? (?:always |just |really |only )*${DOES}\\b|(?:it|they)(?: don't| doesn't| does not| do not| doesnt)(?: really)? agree with me|(?:the )?[a-z]+(?: here)? (?:they )?(?:always )?loses? |(?:i|we) (?:really |just )?(?:hate|loathe|prefer|can't (?:stand|stick|bear|abide)|cannot (?:stand|bear|abide))|(?:i|we) (?:spend|always [a-z]+) my|i(?:'d| would) (?:much )?(?:rather|sooner) have|from (?:this|it) i (?:have|get)|(?:i|we)(?:'m| am|'ve| have)(?: got)? (?:an? |managing |my )*(?:ulcer|reflux|gout|ibs|bad (?:stomach|tummy|teeth)|stomach|sensitive)`;

const READS: readonly RegExp[] = [
  // "no chilli for me, I have an ulcer", "No carpet, it gives me sneezing"
  new RegExp(
    `(?:^|[,.;] ?|\\b(?:and|but|please|so|just|nah|with) )(?:no(?: more)?(?! (?:the|that|those|these|your) )|never any|not with(?: this| that)?|none of (?:that|your|the|those)|nothing with) ${THING}${POLITE}(?:[,.;]| [-–])? ?(?:(?:the little [a-z]+|because|cos|cause|as|since|now)[,.]? )*\\b(?:${WHY})`,
    'g',
  ),
  // "I want nothing with gloss, gloss shows every finger"
  new RegExp(`\\bi (?:want|need|like) nothing (?:with|in) ${THING}`, 'g'),
  // "never put coriander on anything I eat"
  new RegExp(
    `\\b(?:never|don't ever|do not ever|please don't) (?:ever )?(?:put|use|add|give me|serve me|bring me) (?:any |the )?${THING.replace('{0,3}', '{0,1}')} (?:on|in|near|to) (?:anything|my|me|mine)\\b`,
    'g',
  ),
  // "keep me away from any music"
  new RegExp(`\\bkeep (?:me|us) (?:well |far |right )?(?:away|clear) (?:of|from) ${THING}`, 'g'),
  // "don't put me with Ultan, he sings", "don't stick me by the toilets"
  /\b(?:don't|do not|dont|never) (?:ever |please )?(?:put|stick|seat|sit|pair|book|place) (?:me|us) (?:in )?(with (?:the |that |a )?[a-z]+(?: [a-z]+)?)(?=$|[,.!;]| (?:again|please|because|cos|i|he|she|it|like|who)\b)/g,
  // "coriander, yuck"
  /(?:^|[,.;] ?|\b(?:and|but) )([a-z]+(?: [a-z]+)?)[,.]? (?:yuck|ugh|eww?|bleurgh|urgh)\b/g,
];

const NEWSLETTER =
  /\b(?:don't|do not|dont|never|not) (?:be )?(?:put|putting|add|adding|sign|stick) me (?:up )?(?:on|to|for|onto) (?:the |your |any |a |that )?(?:email |marketing )?(newsletters?|mailing lists?|marketing|promotions|offers)\b/g;
const CALLED =
  /\b(?:don't|do not|dont|never|not to) (?:you )?(?:ever )?call me (mr|mrs|miss|ms|madam|sir|doctor|dr|captain|love|darling|sweetheart|[A-Z][a-z]+)(?: ([A-Z][a-z]+))?(?=$|[,.!;]| (?:please|it|that|my|i|only|because|cos|everyone|everybody|he|she)\b)/g;
const AFRAID =
  /\bi(?:'m|m| am|'ve always been| have always been) (?:really |just |absolutely |always |a bit |so |pure )*(?:(?:scared|frightened|terrified|petrified)(?: to death| stiff| silly| out of my wits)?|dead scared|phobic) of (?:the |that |those |your )?([a-z]+(?: [a-z]+)?)(?=$|[,.!;]| (?:so|and|but|that|since|always|because|cos|ever|to be|i)\b)/g;
const THING_ABOUT =
  /\bi(?:'ve| have)?(?: got)? a (?:real |bit of a )?(?:thing|horror) (?:about|of) (?:the |that |those )?([a-z]+(?: [a-z]+)?)(?=$|[,.!;]| (?:so|and|but|that|since|always|because|i)\b)/g;

/** What a turn refuses for good, with its reason, which may stand in the next sentence. */
export function refusedThingsIn(turn: ReadTurn): readonly Refused[] {
  const { plain, text } = turn;
  const found: Refused[] = [];
  const add = (value: string, match: RegExpExecArray): void => {
    const lead = /^[,.; ]*/.exec(match[0])?.[0].length ?? 0;
    const start = match.index + lead;
    const end = match.index + match[0].length;
    if (found.every((other) => end <= other.start || start >= other.end)) found.push({ value, start, end });
  };
  for (const pattern of READS) {
    for (const match of plain.matchAll(pattern)) {
      const value = (match[1] ?? '')
        .replace(/^(?:the|that|those|these|any|your) /, '')
        .replace(/ (?:please|thing|thanks)$/, '');
      if (isLasting(value) && !NO_REFUSED.test(value)) add(value, match);
    }
  }
  for (const match of plain.matchAll(NEWSLETTER))
    add(/^newsletter/.test(match[1] ?? '') ? 'newsletters' : (match[1] ?? ''), match);
  for (const match of text.replaceAll('’', "'").matchAll(CALLED))
    add(`being called ${[match[1], match[2]].filter(Boolean).join(' ')}`, match);
  for (const pattern of [AFRAID, THING_ABOUT]) {
    for (const match of plain.matchAll(pattern)) if (!NO_FEAR.test(match[1] ?? '')) add(match[1] ?? '', match);
  }
  return found;
}

const NO_REFUSED =
  /^(?:appointment|booking|answer|reply|chance|point|reason|hot water|heating|water|power|signal|sound|picture|internet|idea|problem|good|such|luck|name|number|insurance|time|room|more|other|later|earlier|need|wonder|offence|sign|change|changes|charge|luck|matter|oh|and|but|well|bit|stress|panic|drama|dramas|email|i|god|so|no|yes|that|this|it|just|bleurgh|honestly|him|her|them|hold|speaker)\b/;

/** What people are afraid of for now, or say so out of politeness. */
const NO_FEAR =
  /^(?:losing|being|missing|getting|having|what|how|it|him|her|them|that|this|you|the|bill|cost|price|result|results|doing|going|breaking|damaging|my|a|an)\b/;
