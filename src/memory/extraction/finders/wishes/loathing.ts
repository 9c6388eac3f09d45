import { phraseAt } from '../../language/phrase.js';
import { isLasting } from './lasting.js';

/** What one does with a thing that one does not like, up to where the thing begins. */
const CANNOT =
  "(?:can't|cannot|can not|cant|cannae|couldn't|can never|could never|could not)(?: really| ever| just| quite| even| usually)* (?:stand|bear|abide|abear|stick|stomach|cope with|be doing (?:with|wi'?)|be dealing with|be bothered with|be having with|get on with|get along with|take to|tolerate|look at|warm to|handle|face|sleep (?:by|near|next to|beside|over)|be near|put up with|see the point of)";
const DO_NOT =
  "(?:don't|do not|dont|didn't ever|doesn't)(?: really| much| ever| usually| actually| personally| particularly| generally| at all| just)* (?:like|enjoy|trust|fool with|mess with|hold with|care for|fancy|do|rate|agree with|get on with|get along with|get on well with|believe in|go in for|approve of|tolerate|sleep (?:near|by|beside|next to)|carry|appreciate|do well with|deal well with|love|want)";
const NEVER =
  "(?:have |'ve )?never(?: really| ever| once| have| was| been one to)* (?:like to|liked|got(?:ten)? on with|got(?:ten)? along with|enjoy(?:ed)?|been keen on|been one for|been a fan of|got on with|cared for|care for|trust(?:ed)?|fancied|could (?:stand|abide|bear|stick)|been able to (?:stand|abide|bear|stick)|liked the|taken to|pick up|answer|eaten|eat|touch(?:ed)?|drink|drunk)";
const WOULD_NOT =
  "(?:wouldn't|would not|won't|will not|would never|will never|refuse to|'ll not|will not)(?: really| ever)* (?:touch|wear|tow|have(?= (?:an? )?[a-z]+ (?:in|on|near|by) (?:my|the|our))|go near|be seen dead in|eat|drink|trust|own|wear|entertain|set foot in|use|give house room to)";
const LOATHE =
  '(?:do |really |absolutely |just |always |kinda |sorta |totally |actually |personally |honestly |kind of |frankly |still )*(?:hate|loathe|detest|despise|dislike|abhor|resent|dread|object to|draw the line at|have a horror of|avoid)';
const AM_NOT =
  "(?:am |'m |'ve |m |be )?(?:really |always |just |very |a bit |so |never |been |personally |frankly |honestly )*(?:uncomfortable (?:with|in|around)|not (?:very |that |so |too |really )*(?:comfortable (?:with|in)|mad (?:on|about|for|keen on)|keen on|fussed (?:on|about)|big on|into|struck on|taken with|liking|enjoying|good with)|no (?:lover|fan|friend) of|not (?:a |an |much of a |the biggest |a big |a huge |a great )*(?:fan|lover) of|not one for|against|dead against|gone (?:right |clean |completely |totally )?off|no truck with|never one for|never been one for|off(?= (?:dairy|meat|gluten|sugar|bread|wheat|alcohol|caffeine|carbs|coffee|dairy)\\b)|no time for|no interest in|an aversion to|wary of)";

/** A thing stands after it. Who says it may be left out at the beginning: "Can't stand them." */
const AFTER = new RegExp(
  `(?:\\b(?:i|we)(?:,? (?:personally|honestly|really|just|also|do|actually|absolutely|myself|frankly|simply))*|^(?:(?:no+|oh|and|but|so|well|please|honestly|frankly|sorry|god|ugh|um|uh)[ ,]+)*|[,;.] ?(?:and |but |just |cos |because |so )?)(?:'| |(?<=^|[ ,;.]))(?:${CANNOT}|${DO_NOT}|${NEVER}|${WOULD_NOT}|${LOATHE}|${AM_NOT}) (?!to |it'd |if )`,
  'g',
);

const PRONOUN =
  /^(?:it|them things|them|him|her|that|those|these|this|the things|those things|these things|the stuff|the man|the woman|the fella|the bloke|the guy)(?=$|[,.!?;]| (?:at all|anyway|anyhow|one bit|so|because|cos|i|we|he|he's|hes|she|they|they're|please|again|in|on|near|anywhere|never|really|honestly|is|are|as|do|just|myself|by|to be|like|ever|either|touching|when)\b)/;

/** Wishes of this once, and complaints, although they are said so. */
const NO_DISLIKE =
  /^(?:be |bother|say|think|ask|complain|admit|keep |rush\b|know|see |trouble|being (?:a (?:pain|bother|nuisance)|rude|difficult)|the (?:look|sound|idea|thought|way|fact|price|noise|feel|taste of this|wait|hassle|first|last|second|one|appointment|bill|charge|service)|him|his|her|my (?:job|boss|husband|wife|life)|doing this|having to (?:ask|do this|ring|call)|waking you|first(?: thing)?$|anywhere else|another|any more (?:trouble|hassle|problems)|paying (?:that|this|for)|missing|losing|a (?:bill|fuss|problem|refund|row|scene|quote|callback|receipt)|much|many|enough|a lot|you\b|your|what|how|where|why|who|trouble|help|anything|something|nothing|none|food|money|cash on|insurance|people$|life$)/;

/** "don't want": only what is not wanted at all, not what is not wanted now. */
const WANTED =
  /\b(?:again|ever|smokers|smoking|marketing|texts|emails|calls|letters|leaflets|spam|junk|voicemails?|apps?|small talk|fuss|men|strangers|catalogues|newsletters|that is|who)\b/;

/** Of "can't" with a word that may be of this once: what is meant for good. */
const FOR_GOOD = /\b(?:handle|face|use|pick up|answer|eat|drink|touch|own|carry|wear|entertain)\b/;

export interface Loathed {
  /** Absent where a pronoun stands for it. */
  readonly value?: string;
  readonly pronoun?: string;
  readonly start: number;
  readonly end: number;
}

/** The things that a plain sentence says one does not like: "can't abide loud music", "never liked it", "don't trust machines". */
export function loathedIn(plain: string): readonly Loathed[] {
  const found: Loathed[] = [];
  for (const match of plain.matchAll(AFTER)) {
    const at = match.index + match[0].length;
    const start = match.index + (/^[,;. ]*/.exec(match[0])?.[0].length ?? 0);
    const pronoun = PRONOUN.exec(plain.slice(at, at + 60))?.[0];
    if (/\b(?:want|carry|avoid) $/.test(match[0]) && pronoun !== undefined) continue;
    if (pronoun !== undefined) {
      const named = /^,? (?:the|these|those|all these|all the) ([^,.!?;]{3,50})/.exec(plain.slice(at + pronoun.length));
      const bare =
        /^, ((?!never\b|always\b|not\b|really\b|sorry\b|please\b|have\b|has\b|honestly\b|so\b|but\b|and\b|i\b|it\b|mate\b|love\b|me\b)[a-z'-]{4,}(?: [a-z'-]+)?)[.!]/.exec(
          plain.slice(at + pronoun.length),
        );
      if (bare?.[1] && /things|^them$|stuff/.test(pronoun)) {
        found.push({ value: bare[1], start, end: at + pronoun.length + bare[0].length - 1 });
        continue;
      }
      const isNamed = named?.[1] !== undefined && named[1].split(' ').length <= 7 && named[0].startsWith(',');
      found.push(
        isNamed
          ? { value: named[1] ?? '', start, end: at + pronoun.length + named[0].length }
          : { pronoun, start, end: at + pronoun.length },
      );
      continue;
    }
    const pointing =
      /^(?:that|those|these|them|thon|all that|all those|all these|all the) (?=[a-z])/.exec(
        plain.slice(at, at + 30),
      )?.[0] ?? '';
    const clause = /^(?:it )?(?:when|it when|how|people who|people that|the way) ((?:[a-z0-9']+ ?){2,8})/.exec(
      plain.slice(at, at + 80),
    );
    if (clause?.[1] && /\b(?:hate|loathe|detest|despise|dislike|resent|like|stand|bear|abide|stick) $/.test(match[0])) {
      const value = cutClause(clause[1]);
      if (value !== undefined) found.push({ value, start, end: at + clause[0].length });
      continue;
    }
    const phrase = phraseAt(plain, at + (STRONGLY.test(match[0]) ? pointing.length : 0), {
      maxWords: 8,
      inside: INSIDE,
    });
    const value = dislikedOf(match[0], phrase.text);
    if (value !== undefined) found.push({ value, start, end: phrase.end });
  }
  return found;
}

/** A whole kind is meant even where it is pointed at: "can't stand these portals". "I don't like that colour" is of one. */
const STRONGLY = new RegExp(`(?:${CANNOT}|${LOATHE}) $`);

const INSIDE = new Set('being having'.split(' '));

function dislikedOf(lead: string, phrase: string): string | undefined {
  const value = phrase.replace(
    / (?:one bit|at all|like|no more|again|anyhow|anyway|ever|near me|doing it|touching my hair)$/,
    '',
  );
  if (value.length < 3 || !isLasting(value) || NO_DISLIKE.test(value)) return undefined;
  if (/ want $/.test(lead) && !WANTED.test(phrase)) return undefined;
  if (/^(?:to|if|when)\b/.test(value)) return undefined;
  if (
    / do $/.test(lead) &&
    (value.split(' ').length > 3 || /^(?:work|well|anything|much|it|that|business|[a-z]+ing$|\d)/.test(value))
  )
    return undefined;
  if (FOR_GOOD.test(lead) && !/\b[a-z]{3,}/.test(value)) return undefined;
  if (/\b(?:handle|face|look at|avoid|use) $/.test(lead) && value.split(' ').length > 4) return undefined;
  return value;
}

/** "they leave stuff in the lobby i mean": up to where something new begins. */
function cutClause(words: string): string | undefined {
  const value = words
    .replace(/ (?:so|but|because|cos|and|please|thanks|i|i'm|we|it's|that's)\b.*$/, '')
    .replace(/^(?:they're|you're|people|they|you|someone|somebody) /, '')
    .trim();
  return value.length < 3 || /^(?:it|that|this)$/.test(value) ? undefined : value;
}

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
  return match ? [{ pronoun: match[1] ?? 'it', start: match.index, end: match.index + match[0].length }] : [];
}

const STRONG_NO =
  /\b(?:ever|never|always|my one rule|wherever|i hate|we hate|i can't|we can't|i don't (?:like|do|want)|i won't|as a rule|anymore|no more|whatsoever|under any circumstances)\b/;

/** Words that say no at once, up to where the thing begins. */
const NO_THING_AT_ALL: readonly { readonly pattern: RegExp; readonly needsMark: boolean }[] = [
  { pattern: /\bno (?=[a-z]+ (?:in|on) my [a-z]+,? (?:ever|please))/g, needsMark: false },
  { pattern: /\bnever again (?:with )?(?:the |that |those )?(?=[a-z]{4,})/g, needsMark: false },
  { pattern: /\b(?:none of your|no more of (?:your|them|those)|enough of (?:your|the|them)) /g, needsMark: false },
  { pattern: /\b(?:anyone|anybody|anything) but (?=[a-z]+(?:$|[,.]| please))/g, needsMark: false },
  {
    pattern:
      /(?:^|[,;.] ?|\b(?:and|but|please|so) )never (?=(?:an? [a-z]+(?=$|[,.])|the|by|on|in|near|next to|beside|at|with|under|over)\b)/g,
    needsMark: false,
  },
  {
    pattern: /\bnever (?:again )?(?:put|seat|sit|give|book|place|send|stick) (?:me|us) (?:an? )?(?=\w)/g,
    needsMark: false,
  },
  {
    pattern:
      /(?:^|[,;.] ?|\b(?:just|and|but|please|so|yeah|yes) )(?:nothing|not) (?=(?:on|by|near|next to|beside|over|facing|under|above|close to) )/g,
    needsMark: true,
  },
  {
    pattern:
      /(?:^|[,;.] ?|\b(?:and|but|please|so|yeah|yes) )no (?!thanks|thank|problem|worries|rush|need|one\b|idea|no\b|way\b|not\b|i\b|it\b|that\b|sir|ma'am|more\b|bother|hurry|matter|doubt|longer|allerg)(?=[a-z]+)/g,
    needsMark: true,
  },
  { pattern: /\bpet hate(?: of mine)?(?: is|'s) /g, needsMark: false },
  {
    pattern:
      /\b(?:stop|quit|do not keep|don't keep|please avoid|no more) (?=(?:calling|ringing|callin'?|phoning|texting|emailing|sending|sendin'?|bothering|leaving|putting)\b)/g,
    needsMark: false,
  },
];

/** "never by the toilets", "none of your emails", "quit calling me at suppertime". */
export function refusedIn(plain: string): readonly Loathed[] {
  const found: Loathed[] = [];
  for (const { pattern, needsMark } of NO_THING_AT_ALL) {
    for (const match of plain.matchAll(pattern)) {
      const at = match.index + match[0].length;
      const phrase = phraseAt(plain, at, { maxWords: 7 });
      const after = plain.slice(phrase.end);
      if (needsMark && !STRONG_NO.test(after)) continue;
      const value = phrase.text
        .replace(/^(?:calling|ringing|callin'?|phoning) (?:me |us )?/, 'calls ')
        .replace(/^(?:texting) (?:me |us )?/, 'texts ')
        .replace(/^(?:emailing) (?:me |us )?/, 'emails ')
        .replace(/^(?:sending|sendin'?) (?:me |us )?(?:any |more |all |those |these |that |the |your )*/, '')
        .replace(/^(?:putting|leaving|bothering) (?:me |us )?/, '')
        .replace(/ (?:ever|never|again|whatsoever|near me|on that|for (?:me|us))$/, '')
        .trim();
      const isThing =
        value.length > 2 && isLasting(value.replace(/^(?:by|near|on|in) (?:that|this) /, '')) && !ONCE.test(value);
      if (isThing && (!/^calls?$/.test(value) || needsMark)) found.push({ value, start: match.index, end: phrase.end });
    }
  }
  return found;
}

const ONCE =
  /^(?:first|it|that|this|one|time|later|thing|hassle|question|charge|fee|to |the (?:back|bill|phone|line)|hold|ham|hours?|milk for|i\b|need|changes?|pets?$|kids?$|children$|others?$|answer|reply|sign|luck|heating|hot water|power|water|internet)/;

/** Habits of what one never does: "I never dine after half past seven", "I do not cook on electric". */
const NEVER_DOES =
  /\bi (?:never|do not|don't|won't|will not|'ll not) (?:ever )?(cook|dine|sleep|live|sit|swim|fly|drive|travel|tow|ride|stay|shop) ((?:on|in|at|by|near|after|before|with|over|under|beside|anything) [a-z0-9' -]{3,40}?)(?=$|[,.!;]| (?:because|cos|so|and|it|i|had|people)\b)/g;

const GERUND: Readonly<Record<string, string>> = {
  dine: 'dining',
  live: 'living',
  sit: 'sitting',
  swim: 'swimming',
  drive: 'driving',
  travel: 'travelling',
  ride: 'riding',
  shop: 'shopping',
};

/** What one never does, as a thing: `dining after half past seven`. */
export function neverDoneIn(plain: string): readonly Loathed[] {
  return Array.from(plain.matchAll(NEVER_DOES)).flatMap((match) => {
    const [said, verb = '', where = ''] = match;
    const value = `${GERUND[verb] ?? `${verb}ing`} ${where}`;
    return isLasting(where.replace(/^[a-z]+ /, '')) &&
      !/\b(?:anywhere else|now|here|there|it|that|any ?more)\b/.test(where)
      ? [{ value, start: match.index, end: match.index + said.length }]
      : [];
  });
}

const OBJECT_FIRST =
  /^(?:no,? )?([a-z]+(?: [a-z]+)?) i (?:do not|don't|can't|cannot|won't|will not) (?:want|like|have|eat|wear|bear|stand|abide|touch)\b/;

/** "White I do not want". */
export function objectFirstIn(plain: string): readonly Loathed[] {
  const match = OBJECT_FIRST.exec(plain);
  const value = match?.[1];
  return match &&
    value &&
    isLasting(value) &&
    !/\b(?:that|this|it|one|so|but|and|because|what|which|if|when|as|no|yes|well|sorry|oh|name|number|honestly|personally|actually|now|then|otherwise|today|really|why|only|also|though|please|maybe|usually|always|still)\b/.test(
      value,
    )
    ? [{ value, start: match.index, end: match.index + match[0].length }]
    : [];
}
